"""Five indicators at a glance: golden values from the report, and the choices behind verdicts."""

import pytest

from lkjlib.numbers.compare import COCOK, PEMBULATAN
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.indikator import api as ringkasan


def test_lima_sets_printed_beside_recomputed(data):
    frame = ringkasan.lima(data).set_index("indikator")
    # Bab III A.2
    assert frame["target"].tolist() == [30, 23.97, 10, 6.10, 2.5]
    assert frame["realisasi"].tolist() == [23.48, 24.82, 10.00, 5.06, 2.38]
    assert frame["capaian"].tolist() == [78.27, 103.55, 100.00, 117.05, 104.80]
    exact = [31 / 132, 458 / 1845, 47_797_383_121 / 43_361_776_341 - 1, 6180 / 122_163, 10 / 420]
    assert frame["realisasi_dihitung"].tolist() == pytest.approx([x * 100 for x in exact])


def test_lima_only_omzet_changes_its_category(data):
    frame = ringkasan.lima(data)
    moved = frame[frame["kategori"] != frame["kategori_dihitung"]]
    assert moved[["indikator", "kategori", "kategori_dihitung"]].to_numpy().tolist() == [
        ["Peningkatan omzet", "Baik", "Baik Sekali"]
    ]


def test_kategori_skala_has_every_pair_and_flags_changes(data):
    frame = ringkasan.kategori_skala(data)
    assert len(frame) == 5 * len(SKALA)
    changed = frame[frame["berubah"]]
    assert set(changed["indikator"]) == {"Peningkatan omzet"}
    assert set(changed["skala"]) == {"lkj-2019", "permenpanrb-8-2021"}


def test_kerapuhan_counts_units_to_the_flip(data):
    frame = ringkasan.kerapuhan(data).set_index("indikator")
    assert frame.loc["Koperasi berkualitas", "jarak"] == 31 - 40  # 40/132 = 30,30 %
    assert frame.loc["Wirausaha baru", "jarak"] == 458 - 443  # 443/1845 = 24,01 %
    assert frame.loc["TPT", "jarak"] == 7451 - 6180  # 7451/122163 = 6,099 %
    assert frame.loc["Perusahaan berkasus", "jarak"] == 0  # 11/420 = 2,62 %
    assert frame["tercapai"].tolist() == [False, True, True, True, True]


def test_ambisi_only_tpt_was_looser_than_last_year(data):
    frame = ringkasan.ambisi(data).set_index("indikator")
    # Lampiran, realisasi 2018 and target 2019
    assert frame["ambisi"].round(2).tolist() == [10.16, 4.66, 1.00, -0.90, 0.41]
    assert frame["lebih_longgar"].tolist() == [False, False, False, True, False]


def test_laju_points_towards_improvement(data):
    frame = ringkasan.laju(data).set_index("indikator")
    assert frame.loc["TPT", "dicapai"] == pytest.approx((5.51 - 618_000 / 122_163) / 2)
    assert frame.loc["TPT", "diperlukan"] == pytest.approx((618_000 / 122_163 - 5.95) / 2)
    assert frame.loc["Koperasi berkualitas", "diperlukan"] == pytest.approx((35 - 3100 / 132) / 2)
    assert frame.index[~frame["cukup"]].tolist() == ["Koperasi berkualitas"]
    assert frame.loc["Peningkatan omzet", "sejak"] == 2018  # 2017 printed NA


def test_agregasi_rules_differ_only_from_printed_capaian(data):
    frame = ringkasan.agregasi(data)
    assert frame["capaian"].round(4).tolist() == [101.775, 100.0, 102.6625, 100.8875]
    assert set(frame["kategori"]) == {"Baik", "Baik Sekali"}
    assert set(frame["kategori_dihitung"]) == {"Baik Sekali"}


def test_agregasi_lies_between_minimum_and_maximum(data):
    values = ringkasan.agregasi(data)["capaian_dihitung"]
    exact = ringkasan.lima(data)["capaian_dihitung"].iloc[1:3]
    assert values.between(exact.min(), exact.max()).all()


def test_predikat_sasaran_explains_the_words_of_the_penutup(data):
    frame = ringkasan.predikat_sasaran(data)
    words = frame["permendagri-54-2010"].tolist()
    assert words == ["Tinggi", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"]  # Bab IV
    assert not set(words) & set(frame["lkj-2019"])


def test_pita_skala_bounds_agree_with_kategori():
    frame = ringkasan.pita_skala().set_index(["skala", "kategori"])["batas"]
    assert frame["permenpanrb-8-2021", "Baik"] == "tepat 100"
    assert frame["permendagri-54-2010", "Tinggi"] == "≥ 76 dan < 91"
    assert kategori(90.5, "permendagri-54-2010") == "Tinggi"
    assert kategori(99.99, "permenpanrb-8-2021") == "Cukup"


def test_aturan_skala_states_a_rule_for_every_scale():
    frame = ringkasan.aturan_skala()
    assert frame["skala"].tolist() == list(SKALA)
    assert frame["aturan"].str.len().gt(40).all()


def test_tren_semua_has_three_years_and_the_goal_of_each_indicator(data):
    frame = ringkasan.tren_semua(data)
    assert frame.groupby("kode")["tahun"].apply(list).tolist() == [[2017, 2018, 2019, 2021]] * 5


@pytest.mark.parametrize(
    ("nomor", "isi"),
    [
        (0, "tercetak realisasi 10 dan capaian 100 (Baik)"),
        (0, "10,23 dan 102,29 (Baik Sekali)"),
        (1, "4 dari 5 indikator mencapai targetnya"),
        (2, "Kurang (permenpanrb-8-2021)"),
        (3, "3 Sangat Tinggi dan 1 Tinggi"),
        (4, "tahun lalu 5,20 %, target 6,10 %"),
        (5, "10 dari 420; target masih menampung 0 kasus tambahan"),
        (6, "dicapai 0,58, diperlukan 5,76 poin setahun"),
        (7, "minimum 100,00 (Baik)"),
    ],
)
def test_temuan_sentences_carry_the_numbers(data, nomor, isi):
    assert isi in ringkasan.temuan(data)[nomor].kalimat


def test_temuan_of_omzet_is_a_matter_of_rounding(data):
    assert [ringkasan.temuan(data)[i].vonis for i in (0, 1)] == [PEMBULATAN, COCOK]
