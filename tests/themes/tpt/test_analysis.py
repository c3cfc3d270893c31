"""Unemployment by group and its distances: golden values of LKj 2019, sasaran 3."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.tpt.analysis import (
    anatomi,
    banding,
    jarak,
    pilih_kategori,
    ringkas,
)

RINCIAN = ("pendidikan", "jenis_kelamin")


def test_anatomi_jenis_kelamin_gives_printed_rates_and_employed(data):
    frame = anatomi(data, "jenis_kelamin").set_index("kategori")
    # prose after the BPS tables: TPT 4,48 and 6,06 persen; bekerja 74.173 and 41.810
    assert frame["tpt"].round(2).to_dict() == {"Laki-laki": 4.48, "Perempuan": 6.06}
    assert frame["bekerja"].to_dict() == {"Laki-laki": 74173, "Perempuan": 41810}


def test_anatomi_bekerja_agrees_with_printed_bekerja(data):
    printed = data.tenaga_kerja.dropna(subset="bekerja").set_index("kategori")["bekerja"]
    computed = anatomi(data, "jenis_kelamin").set_index("kategori")["bekerja"]
    assert (printed == computed).all()


def test_anatomi_pendidikan_keeps_six_printed_classes(data):
    frame = anatomi(data, "pendidikan").set_index("kategori")
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
    frame = anatomi(data, rincian, gabung=gabung)
    assert frame["penganggur"].sum() == 6180
    assert frame["angkatan_kerja"].sum() == 122163
    assert frame["kontribusi"].sum() == pytest.approx(6180 / 122163 * 100)
    assert frame["kelebihan"].sum() == pytest.approx(0, abs=1e-9)
    for share in ("pangsa_penganggur", "pangsa_angkatan_kerja"):
        assert frame[share].sum() == pytest.approx(100)
    weights = frame["pangsa_angkatan_kerja"] / 100
    assert (weights * frame["representasi"]).sum() == pytest.approx(1)


def test_anatomi_gabung_joins_the_two_lowest(data):
    frame = anatomi(data, "pendidikan", gabung=True)
    assert len(frame) == 5
    assert frame.loc[0, ["kategori", "penganggur", "angkatan_kerja"]].tolist() == [
        "SD ke bawah (digabung)",
        216 + 745,
        13233 + 13762,
    ]


def test_anatomi_lowest_classes_have_the_same_number_of_employed(data):
    frame = anatomi(data, "pendidikan")
    assert frame["bekerja"].head(2).tolist() == [13017, 13017]


def test_anatomi_unknown_rincian_lists_choices(data):
    with pytest.raises(LkjError, match="pendidikan, jenis_kelamin"):
        anatomi(data, "pendidkan")


def test_anatomi_does_not_touch_the_data(data):
    before = data.tenaga_kerja
    frame = anatomi(data, "pendidikan", gabung=True)
    frame["penganggur"] = 0
    pd.testing.assert_frame_equal(data.tenaga_kerja, before)


def test_ringkas_are_the_aliases_of_the_report_and_the_joined_class(data):
    frame = anatomi(data, "pendidikan", gabung=True)
    assert [ringkas(frame, name) for name in frame["kategori"]] == [
        "≤ SD*",
        "SMP",
        "SMA",
        "Diploma",
        "Universitas",
    ]


def test_a_report_that_names_no_lowest_class_joins_none(data):
    plain = replace(data, laporan=replace(data.laporan, kosakata={}, alias={}))
    frame = anatomi(plain, "pendidikan", gabung=True)
    assert frame["kategori"].tolist() == anatomi(plain, "pendidikan")["kategori"].tolist()
    assert [ringkas(frame, name) for name in frame["kategori"]] == frame["kategori"].tolist()


@pytest.mark.parametrize("name", ["SMA", "sma", "Sekolah Menengah Atas", "sekolah menengah atas"])
def test_pilih_kategori_takes_short_and_full_names(data, name):
    assert pilih_kategori(anatomi(data, "pendidikan"), name) == "Sekolah Menengah Atas"


def test_pilih_kategori_unknown_offers_the_closest(data):
    with pytest.raises(LkjError, match="Mungkin maksudnya 'Universitas'"):
        pilih_kategori(anatomi(data, "pendidikan"), "Universita")


def test_banding_is_difference_and_ratio_of_rates(data):
    row = banding(data, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    assert row["selisih"] == pytest.approx(1.5779, abs=1e-4)
    assert row["rasio"] == pytest.approx(1.3519, abs=1e-4)


def test_jarak_counts_whole_persons(data):
    persons = jarak(data).set_index("acuan")["orang"]
    # 5 % of 122.163 is 6.108,15: 72 fewer of 6.180; 5,95 % is 7.268,7: 1.088 more
    assert persons["RPJMN 2019"] == 72
    assert persons["RPJMD 2021"] == -1088
    assert persons["target 2019"] == -1271
    assert persons["Provinsi Kalimantan Selatan"] == 915
    assert (6180 - persons["RPJMN 2019"]) / 122163 <= 0.05 < (6181 - 72) / 122163


def test_jarak_knows_kinds_of_reference(data):
    kinds = jarak(data).groupby("jenis", sort=False)["acuan"].count().to_dict()
    assert kinds == {"target": 3, "wilayah": 3, "provinsi": 1}


def test_jarak_leaves_a_missing_target_out(data):
    printed = data.kinerja
    printed.loc[printed["tahun"] == data.tahun, "target"] = float("nan")
    changed = replace(data, frames={**data.frames, "kinerja": printed})
    assert jarak(changed)["acuan"].tolist() == jarak(data)["acuan"].tolist()[1:]


def test_jarak_of_exact_numbers_is_the_same(data):
    exact, plain = jarak(data.eksak), jarak(data)
    assert exact["orang"].tolist() == plain["orang"].tolist()
    assert list(map(float, exact["selisih"])) == pytest.approx(plain["selisih"].tolist())


@pytest.mark.parametrize("rincian", RINCIAN)
def test_anatomi_of_exact_numbers_is_the_same(data, rincian):
    exact, plain = anatomi(data.eksak, rincian), anatomi(data, rincian)
    numbers = plain.columns.drop("kategori")
    assert exact[numbers].astype(float).to_numpy() == pytest.approx(plain[numbers].to_numpy())
