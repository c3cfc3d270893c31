"""Unemployment by group, distances, women 2018-2019: golden values of LKj 2019, sasaran 3."""

from __future__ import annotations

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.tpt import api as tk
from lkjlib.themes.tpt.analysis import DIGABUNG, RINGKAS, pilih_kategori

RINCIAN = ("pendidikan", "jenis_kelamin")


def test_anatomi_jenis_kelamin_gives_printed_rates_and_employed(data):
    frame = tk.anatomi(data, "jenis_kelamin").set_index("kategori")
    # prose after the BPS tables: TPT 4,48 and 6,06 persen; bekerja 74.173 and 41.810
    assert frame["tpt"].round(2).to_dict() == {"Laki-laki": 4.48, "Perempuan": 6.06}
    assert frame["bekerja"].to_dict() == {"Laki-laki": 74173, "Perempuan": 41810}


def test_anatomi_bekerja_agrees_with_printed_bekerja(data):
    printed = data.tenaga_kerja.dropna(subset="bekerja").set_index("kategori")["bekerja"]
    computed = tk.anatomi(data, "jenis_kelamin").set_index("kategori")["bekerja"]
    assert (printed == computed).all()


def test_anatomi_pendidikan_keeps_six_printed_classes(data):
    frame = tk.anatomi(data, "pendidikan").set_index("kategori")
    assert len(frame) == 6
    sma = frame.loc["Sekolah Menengah Atas"]
    assert (sma["penganggur"], sma["angkatan_kerja"]) == (3069, 45433)
    assert sma["tpt"] == pytest.approx(6.7550, abs=1e-4)
    assert sma["pangsa_penganggur"] == pytest.approx(49.660, abs=1e-3)
    assert sma["pangsa_angkatan_kerja"] == pytest.approx(37.190, abs=1e-3)
    assert sma["kelebihan"] == pytest.approx(770.63, abs=0.01)


@pytest.mark.parametrize("rincian", RINCIAN)
@pytest.mark.parametrize("gabung", [False, True])
def test_anatomi_parts_add_up(data, rincian, gabung):
    frame = tk.anatomi(data, rincian, gabung=gabung)
    assert frame["penganggur"].sum() == 6180
    assert frame["angkatan_kerja"].sum() == 122163
    assert frame["kontribusi"].sum() == pytest.approx(6180 / 122163 * 100)
    assert frame["kelebihan"].sum() == pytest.approx(0, abs=1e-9)
    for share in ("pangsa_penganggur", "pangsa_angkatan_kerja"):
        assert frame[share].sum() == pytest.approx(100)
    weights = frame["pangsa_angkatan_kerja"] / 100
    assert (weights * frame["representasi"]).sum() == pytest.approx(1)


def test_anatomi_gabung_joins_the_two_lowest(data):
    frame = tk.anatomi(data, "pendidikan", gabung=True)
    assert len(frame) == 5
    assert frame.loc[0, ["kategori", "penganggur", "angkatan_kerja"]].tolist() == [
        DIGABUNG,
        216 + 745,
        13233 + 13762,
    ]


def test_anatomi_lowest_classes_have_the_same_number_of_employed(data):
    frame = tk.anatomi(data, "pendidikan")
    assert frame["bekerja"].head(2).tolist() == [13017, 13017]


def test_anatomi_unknown_rincian_lists_choices(data):
    with pytest.raises(LkjError, match="pendidikan, jenis_kelamin"):
        tk.anatomi(data, "pendidkan")


def test_anatomi_does_not_touch_the_data(data):
    before = data.tenaga_kerja
    frame = tk.anatomi(data, "pendidikan", gabung=True)
    frame["penganggur"] = 0
    pd.testing.assert_frame_equal(data.tenaga_kerja, before)


def test_ringkas_names_are_names_of_the_annex(data):
    assert set(RINGKAS) - {DIGABUNG} <= set(data.tenaga_kerja["kategori"])


@pytest.mark.parametrize("name", ["SMA", "sma", "Sekolah Menengah Atas", "sekolah menengah atas"])
def test_pilih_kategori_takes_short_and_full_names(data, name):
    assert pilih_kategori(tk.anatomi(data, "pendidikan"), name) == "Sekolah Menengah Atas"


def test_pilih_kategori_unknown_offers_the_closest(data):
    with pytest.raises(LkjError, match="Mungkin maksudnya 'Universitas'"):
        pilih_kategori(tk.anatomi(data, "pendidikan"), "Universita")


def test_banding_is_difference_and_ratio_of_rates(data):
    row = tk.banding(data, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    assert row["selisih"] == pytest.approx(1.5779, abs=1e-4)
    assert row["rasio"] == pytest.approx(1.3519, abs=1e-4)


def test_jarak_counts_whole_persons(data):
    persons = tk.jarak(data).set_index("acuan")["orang"]
    # 5 % of 122.163 is 6.108,15: 72 fewer of 6.180; 5,95 % is 7.268,7: 1.088 more
    assert persons["RPJMN 2019"] == 72
    assert persons["RPJMD 2021"] == -1088
    assert persons["target 2019"] == -1271
    assert persons["Provinsi Kalimantan Selatan"] == 915
    assert (6180 - persons["RPJMN 2019"]) / 122163 <= 0.05 < (6181 - 72) / 122163


def test_jarak_knows_kinds_of_reference(data):
    kinds = tk.jarak(data).groupby("jenis", sort=False)["acuan"].count().to_dict()
    assert kinds == {"target": 3, "wilayah": 3, "provinsi": 1}


def test_perempuan_leaves_unprinted_values_missing(data):
    before, now = (row for _, row in tk.perempuan(data).iterrows())
    # prose: 1.998 and 2.698 orang, TPAK 52,02 and 47,62 persen
    assert (before["penganggur"], before["tpak"]) == (1998, 52.02)
    assert pd.isna(before["angkatan_kerja"]) and pd.isna(before["tpt"])
    assert (now["angkatan_kerja"], now["bekerja"]) == (44508, 41810)
    assert now["penduduk_min"] < now["penduduk_15"] < now["penduduk_maks"]
    assert now["penduduk_15"] == pytest.approx(44508 / 0.4762)


@pytest.mark.parametrize("growth", [0.0, 2.0, 9.24, 47.5])
def test_uraian_perempuan_parts_add_up_whatever_is_assumed(data, growth):
    row = tk.uraian_perempuan(data, (growth,)).iloc[0]
    parts = row["bagian_penduduk"] + row["bagian_tpak"] + row["bagian_tpt"]
    assert parts == pytest.approx(700)
    assert row["bagian_tpak"] == pytest.approx(-205.96, abs=0.01)


def test_uraian_perempuan_without_growth_has_no_population_part(data):
    row = tk.uraian_perempuan(data, (0.0,)).iloc[0]
    assert row["bagian_penduduk"] == 0
    assert row["tpt_lalu"] == pytest.approx(1998 / (0.5202 * 44508 / 0.4762) * 100)


def test_bagian_perempuan_runs_from_first_to_last_count(data):
    frame = tk.bagian_perempuan(data)
    assert frame["uraian"].iloc[[0, -1]].tolist() == ["2018", "2019"]
    assert frame["penganggur"].iloc[:-1].sum() == pytest.approx(2698)


def test_titik_impas_makes_the_quantities_equal(data):
    growth = tk.titik_impas(data).set_index("besaran")["pertumbuhan"]
    at = {name: tk.uraian_perempuan(data, (value,)).iloc[0] for name, value in growth.items()}
    assert at["angkatan kerja"]["angkatan_kerja_lalu"] == pytest.approx(44508)
    assert at["bekerja"]["bekerja_lalu"] == pytest.approx(41810)
    assert at["TPT"]["bagian_tpt"] == pytest.approx(0, abs=1e-6)


def test_temuan_numbers_and_verdicts(data):
    found = tk.temuan(data)
    text = " ".join(t.kalimat for t in found)
    for number in (
        "49,7 %",
        "771 orang",
        "13.017 dan 13.017",
        "702 orang",
        "72 orang",
        "206 orang",
    ):
        assert number in text
    assert {t.vonis for t in found} >= {"cocok", "tidak cocok", "tidak didukung data"}


def test_temuan_titles_are_sentences_without_decimals(data):
    for t in tk.temuan(data):
        assert t.judul.endswith(".") and "," not in "".join(
            c for c in t.judul if c.isdigit() or c == ","
        ).strip(",")
        assert "nan" not in t.kalimat and "–" not in t.kalimat.replace("3,2–6,9", "")
