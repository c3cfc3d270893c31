"""What each category scale and each rule of combining says of the report's results."""

import pandas as pd
import pytest
from small import CAPAIAN, INDIKATOR, altered, write_report

from lkjlib.loading import load
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.scales import (
    agregasi,
    aturan_skala,
    kategori_skala,
    pita_skala,
    predikat_sasaran,
)


def test_kategori_skala_has_every_pair_and_flags_changes(data):
    frame = kategori_skala(data)
    assert len(frame) == 5 * len(SKALA)
    changed = frame[frame["berubah"]]
    assert set(changed["indikator"]) == {"Peningkatan omzet"}
    assert set(changed["skala"]) == {"lkj-2019", "permenpanrb-8-2021"}


def test_agregasi_rules_differ_only_from_printed_capaian(data):
    frame = agregasi(data)
    assert frame["capaian"].round(4).tolist() == [101.775, 100.0, 102.6625, 100.8875]
    assert set(frame["kategori"]) == {"Baik", "Baik Sekali"}
    assert set(frame["kategori_dihitung"]) == {"Baik Sekali"}


def test_agregasi_lies_between_minimum_and_maximum(data):
    values = agregasi(data)["capaian_dihitung"]
    exact = ringkasan(data)["capaian_dihitung"].iloc[1:3]
    assert values.between(exact.min(), exact.max()).all()


def test_predikat_sasaran_explains_the_words_of_the_penutup(data):
    frame = predikat_sasaran(data)
    words = frame["permendagri-54-2010"].tolist()
    assert words == ["Tinggi", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"]  # Bab IV
    assert not set(words) & set(frame["lkj-2019"])


def test_pita_skala_bounds_agree_with_kategori():
    frame = pita_skala().set_index(["skala", "kategori"])["batas"]
    assert frame["permenpanrb-8-2021", "Baik"] == "tepat 100"
    assert frame["permendagri-54-2010", "Tinggi"] == "≥ 76 dan < 91"
    assert kategori(90.5, "permendagri-54-2010") == "Tinggi"
    assert kategori(99.99, "permenpanrb-8-2021") == "Cukup"


def test_aturan_skala_states_a_rule_for_every_scale():
    frame = aturan_skala()
    assert frame["skala"].tolist() == list(SKALA)
    assert frame["aturan"].str.len().gt(40).all()


def test_pita_skala_of_one_scale_has_its_codes():
    frame = pita_skala("lkj-2019")
    assert frame["kode"].tolist() == ["BS", "B", "C", "K"]
    assert pita_skala("permenpanrb-8-2021")["kode"].isna().all()


def test_predikat_sasaran_numbers_the_sasaran_and_counts_their_indicators(data):
    frame = predikat_sasaran(data)
    assert frame["kode"].tolist() == ["s1", "s2", "s3", "s4"]
    assert frame["jumlah_indikator"].tolist() == [1, 2, 1, 1]
    assert frame["tercapai"].tolist() == [False, True, True, True]
    assert frame["capaian_dihitung"].round(2).tolist() == [78.28, 102.93, 117.07, 104.76]


def test_scales_of_another_office_are_its_own_and_those_of_regulations(tmp_path):
    data = load(write_report(tmp_path))
    frame = kategori_skala(data)
    assert frame["skala"].unique().tolist() == [
        "contoh",
        "permendagri-54-2010",
        "permenpanrb-8-2021",
    ]
    assert predikat_sasaran(data)["contoh"].tolist() == ["Kurang", "Sangat Baik", "Kurang"]
    assert pita_skala(data.laporan.skala)["kode"].tolist() == ["SB", "B", "K"]
    assert agregasi(data).empty  # no sasaran has two indicators


def test_a_mean_with_a_missing_capaian_is_missing(tmp_path):
    cards, results = altered(INDIKATOR, B3="Pelatihan"), altered(CAPAIAN, H4=None)
    data = load(write_report(tmp_path, Indikator=cards, Capaian=results))
    row = predikat_sasaran(data).set_index("sasaran").loc["Pelatihan"]
    assert pd.isna(row["capaian"]) and row["jumlah_indikator"] == 2
    assert row["capaian_dihitung"] == pytest.approx((70 + 90.7 / 65 * 100) / 2)
    assert agregasi(data)["capaian"].isna().all()
