"""Exploration: every measure against every reference, and the what-if."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.tpt.analysis import anatomi
from lkjlib.themes.tpt.exploration import UKURAN, eksplorasi
from lkjlib.themes.tpt.precision import galat_baku, ketelitian
from lkjlib.themes.tpt.references import daftar_acuan
from lkjlib.themes.tpt.what_if import andaikan

KOLOM = ["kategori", "nilai", "acuan", "selisih", "margin", "bawah", "atas", "catatan"]


@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("rincian", ["pendidikan", "jenis_kelamin"])
def test_eksplorasi_agrees_with_anatomi_in_every_measure(data, rincian, ukuran):
    frame = eksplorasi(data, rincian, ukuran=ukuran)
    assert list(frame.columns) == KOLOM
    expected = anatomi(data, rincian)[ukuran].astype(float).tolist()
    assert frame["nilai"].tolist() == pytest.approx(expected, abs=1e-9)
    assert (frame["nilai"] - frame["acuan"]).tolist() == pytest.approx(frame["selisih"].tolist())
    assert ((frame["bawah"] <= frame["nilai"]) & (frame["nilai"] <= frame["atas"])).all()


def test_eksplorasi_city_reference_gives_the_excess_in_persons(data):
    persons = eksplorasi(data, ukuran="penganggur")["selisih"]
    assert persons.tolist() == pytest.approx(anatomi(data, "pendidikan")["kelebihan"].tolist())
    assert persons.sum() == pytest.approx(0, abs=1e-9)


def test_eksplorasi_takes_every_listed_reference(data):
    for rincian in ("pendidikan", "jenis_kelamin"):
        for row in daftar_acuan(data, rincian).itertuples():
            frame = eksplorasi(data, rincian, acuan=row.acuan)
            assert frame["acuan"].tolist() == pytest.approx([row.tpt] * len(frame))


@pytest.mark.parametrize(("short", "full"), [("sma", "Sekolah Menengah Atas"), ("KOTA", "kota")])
def test_eksplorasi_takes_short_names_of_references(data, short, full):
    assert eksplorasi(data, acuan=short).attrs["acuan"] == full


def test_eksplorasi_group_reference_is_marked_and_at_zero(data):
    frame = eksplorasi(data, "jenis_kelamin", acuan="Laki-laki")
    assert frame.loc[0, ["selisih", "catatan"]].tolist() == [0, "kelompok acuan"]


def test_eksplorasi_kategori_selects_without_changing_numbers(data):
    every = eksplorasi(data, ukuran="representasi").set_index("kategori")
    some = eksplorasi(data, kategori=["SMA", "universitas"], ukuran="representasi")
    assert some["kategori"].tolist() == ["Sekolah Menengah Atas", "Universitas"]
    assert some["nilai"].tolist() == every.loc[some["kategori"], "nilai"].tolist()
    assert len(eksplorasi(data, kategori="Diploma")) == 1


def test_eksplorasi_notes_reliability_and_the_doubtful_split(data):
    notes = eksplorasi(data)["catatan"].tolist()
    assert notes[0] == "tidak andal (RSE 101 %); tidak dibandingkan; pemisahan kelas meragukan"
    assert notes[3] == "hati-hati (RSE 26 %); selisih di dalam galat"


def row_of(frame: pd.DataFrame, kategori: str) -> pd.Series:
    return frame.set_index("kategori").loc[kategori]


def test_eksplorasi_group_against_the_whole_counts_once_what_they_share(data):
    row = row_of(eksplorasi(data, n=3000, deff=2), "Sekolah Menengah Atas")
    assert row[["selisih", "margin"]].astype(float).round(2).tolist() == [1.70, 1.53]
    assert row["catatan"] == "selisih melebihi galat"
    groups = anatomi(data, "pendidikan").set_index("kategori")
    own, rest = groups.loc[row.name], groups.drop(row.name)
    force = groups["angkatan_kerja"].sum()
    rates = [
        (own["penganggur"], own["angkatan_kerja"]),
        (rest["penganggur"].sum(), rest["angkatan_kerja"].sum()),
    ]
    squares = [(u / a) * (1 - u / a) * 2 / (3000 * a / force) for u, a in rates]
    share = own["angkatan_kerja"] / force
    assert row["margin"] == pytest.approx(196 * (1 - share) * sum(squares) ** 0.5)


@pytest.mark.parametrize(
    ("acuan", "other"),
    [("target 2019", 0.0), ("Provinsi Kalimantan Selatan", 0.0), ("Kota Banjarmasin", 7.69)],
)
def test_eksplorasi_reference_from_outside_adds_its_own_error_if_it_is_a_survey_like_ours(
    data, acuan, other
):
    frame = eksplorasi(data, acuan=acuan)
    own = ketelitian(anatomi(data, "pendidikan"))["galat_baku"]
    expected = 1.96 * np.hypot(own, galat_baku(other))
    assert frame["margin"].tolist() == pytest.approx(expected.tolist())


def test_eksplorasi_group_reference_adds_its_error_but_not_to_itself(data):
    frame = eksplorasi(data, acuan="SMA").set_index("kategori")["margin"]
    own = ketelitian(anatomi(data, "pendidikan")).set_index("kategori")["galat_baku"]
    expected = 1.96 * np.hypot(own, own["Sekolah Menengah Atas"])
    expected["Sekolah Menengah Atas"] = 0.0
    assert frame.to_dict() == pytest.approx(expected.to_dict())


@pytest.mark.parametrize("ukuran", UKURAN)
def test_eksplorasi_every_measure_lets_one_tell_the_same_apart(data, ukuran):
    for acuan in ("kota", "RPJMN 2019", "SMA"):
        frame = eksplorasi(data, ukuran=ukuran, acuan=acuan, n=3000)
        told = eksplorasi(data, acuan=acuan, n=3000)
        beyond = frame["selisih"].abs() > frame["margin"]
        assert beyond.tolist() == (told["selisih"].abs() > told["margin"]).tolist()


@pytest.mark.parametrize("ukuran", ["representasi", "kelebihan"])
def test_eksplorasi_interval_of_what_compares_is_that_of_the_comparison(data, ukuran):
    frame = eksplorasi(data, ukuran=ukuran, n=20_000)
    assert (frame["nilai"] - frame["bawah"]).tolist() == pytest.approx(frame["margin"].tolist())
    assert (frame["atas"] - frame["nilai"]).tolist() == pytest.approx(frame["margin"].tolist())


@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("rincian", ["pendidikan", "jenis_kelamin"])
def test_eksplorasi_no_difference_is_zero_to_the_last_digit(data, rincian, ukuran):
    for acuan in daftar_acuan(data, rincian)["acuan"]:
        gaps = eksplorasi(data, rincian, ukuran=ukuran, acuan=acuan)["selisih"]
        assert [gap for gap in gaps if gap and abs(gap) < 1e-6] == []


def test_eksplorasi_of_groups_with_one_rate_has_no_difference_at_all():
    frame = own(penganggur=[111, 333], angkatan_kerja=[1300, 3900])
    for ukuran in UKURAN:
        assert eksplorasi(frame, "umur", ukuran=ukuran)["selisih"].tolist() == [0, 0]


def test_eksplorasi_of_one_group_is_the_whole():
    frame = eksplorasi(own().head(1), "umur")
    assert frame[["selisih", "margin"]].values.tolist() == [[0, 0]]


def test_eksplorasi_n_and_deff_move_the_interval_only(data):
    wide, narrow = eksplorasi(data, n=500, deff=3), eksplorasi(data, n=50_000, deff=1)
    assert wide["nilai"].equals(narrow["nilai"])
    assert (wide["atas"] > narrow["atas"]).all()
    assert narrow.loc[3, "catatan"] == "selisih melebihi galat"


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"rincian": "umur"}, "pendidikan, jenis_kelamin"),
        ({"ukuran": "tpak"}, "tpt, penganggur, kontribusi, representasi, kelebihan"),
        ({"ukuran": "kontribsi"}, "Mungkin maksudnya 'kontribusi'"),
        ({"acuan": "Kota Banjarmasi"}, "Mungkin maksudnya 'Kota Banjarmasin'"),
        ({"kategori": "S3"}, "Universitas"),
        ({"n": 0}, "di atas 0"),
    ],
)
def test_eksplorasi_unknown_choice_lists_the_choices(data, choice, words):
    with pytest.raises(LkjError, match=words):
        eksplorasi(data, **choice)


def test_andaikan_women_at_the_rate_of_men(data):
    found = andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki")
    assert found.selisih_orang == pytest.approx(2698 - 3482 / 77655 * 44508)
    assert found.tpt_kota_andaian == pytest.approx(3482 / 77655 * 100)
    assert "702 ± 1.759 orang" in found.kalimat and "4,48 %" in found.kalimat
    assert found._repr_markdown_() == repr(found) == found.kalimat


def test_andaikan_own_rate_changes_nothing(data):
    for name in anatomi(data, "pendidikan")["kategori"]:
        found = andaikan(data, "pendidikan", name, name)
        assert found.angka["selisih"].tolist() == found.angka["margin"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("choice", "acuan", "words"),
    [
        ({"n": 3000, "deff": 2}, "kota", "771 ± 695 orang"),
        ({}, "Universitas", "1.229 ± 2.234 orang"),
    ],
)
def test_andaikan_says_how_sure_the_survey_is(data, choice, acuan, words):
    found = andaikan(data, "pendidikan", "SMA", acuan, **choice)
    row = row_of(eksplorasi(data, ukuran="penganggur", acuan=acuan, **choice), found.kategori)
    assert found.selisih_orang == pytest.approx(row["selisih"])
    assert found.batas_orang == pytest.approx(row["margin"])
    place = "melebihi" if row["selisih"] > row["margin"] else "di dalam"
    assert f"penganggur berkurang {words}" in found.kalimat
    assert f"Perubahan itu {place} galat survei (asumsi n = " in found.kalimat
    rate, persons, whole = found.angka["margin"]
    assert persons == pytest.approx(rate / 100 * found.angkatan_kerja)
    assert whole == pytest.approx(persons / found.angkatan_kerja_kota * 100)


def test_andaikan_higher_rate_adds_persons(data):
    found = andaikan(data, "pendidikan", "Universitas", "Kota Banjarmasin")
    assert found.selisih_orang < 0 and "bertambah" in found.kalimat


def test_andaikan_excess_of_a_group_is_its_distance_to_the_city(data):
    excess = anatomi(data, "pendidikan").set_index("kategori")["kelebihan"]
    for name in excess.index:
        assert andaikan(data, "pendidikan", name, "kota").selisih_orang == pytest.approx(
            excess[name], abs=1e-6
        )


def test_andaikan_unknown_name_lists_the_choices(data):
    with pytest.raises(LkjError, match="Laki-laki, Perempuan"):
        andaikan(data, "jenis_kelamin", "Anak", "Laki-laki")


def own(**changes) -> pd.DataFrame:
    """A frame of one's own: two groups by age, in one place and year."""
    rows = {
        "rincian": ["umur"] * 2,
        "kategori": ["15–24", "25+"],
        "penganggur": [300, 700],
        "angkatan_kerja": [2000, 18_000],
        "tahun": [2024] * 2,
        "wilayah": ["Kabupaten Contoh"] * 2,
    }
    return pd.DataFrame(rows | changes)


def two_years() -> pd.DataFrame:
    return pd.concat([own(), own(tahun=[2025] * 2, penganggur=[200, 600])], ignore_index=True)


def test_eksplorasi_of_ones_own_frame_is_that_of_the_report(data):
    for rincian, acuan in (("pendidikan", "kota"), ("jenis_kelamin", "Laki-laki")):
        mine = eksplorasi(data.tenaga_kerja, rincian, acuan=acuan)
        pd.testing.assert_frame_equal(mine, eksplorasi(data, rincian, acuan=acuan))
    mine = andaikan(data.tenaga_kerja, "jenis_kelamin", "Perempuan", "Laki-laki")
    there = andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki")
    assert mine == replace(there, tempat=data.laporan.wilayah)


def test_eksplorasi_of_ones_own_frame_takes_its_groups_and_the_whole_as_references():
    frame = own()
    assert daftar_acuan(frame, "umur")["acuan"].tolist() == ["kota", "15–24", "25+"]
    assert daftar_acuan(frame, "umur")["tpt"].tolist() == pytest.approx([5, 15, 700 / 180])
    assert eksplorasi(frame, "umur", ukuran="kelebihan")["nilai"].tolist() == [200, -200]
    assert frame.equals(own())


def test_eksplorasi_of_several_years_takes_the_one_chosen():
    frame = eksplorasi(two_years(), "umur", ukuran="penganggur", tahun=2025)
    assert frame["nilai"].tolist() == [200, 600]
    assert andaikan(two_years(), "umur", "15–24", "25+", tahun=2024).penganggur == 300


def test_eksplorasi_of_another_place_of_a_report_has_its_groups_only(data):
    here = data.tenaga_kerja["wilayah"].iloc[0]
    references = daftar_acuan(data, "jenis_kelamin", wilayah=here)["acuan"].tolist()
    assert references == ["kota", "Laki-laki", "Perempuan"]
    with pytest.raises(LkjError, match=f"wilayah 'Sana' tidak ada pada datanya: {here}"):
        eksplorasi(data, wilayah="Sana")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"n": 0}, "n harus bilangan di atas 0, misalnya 1100, bukan 0"),
        ({"n": -5}, "bukan -5"),
        ({"n": "1.100"}, r"n harus bilangan .* bukan '1\.100'"),
        ({"n": float("nan")}, "bukan nan"),
        ({"n": float("inf")}, "bukan inf"),
        ({"n": True}, "bukan True"),
        ({"deff": 0}, "deff harus bilangan di atas 0, misalnya 2, bukan 0"),
        ({"deff": "dua"}, "bukan 'dua'"),
        ({"kategori": 3}, r"kategori harus satu nama atau daftar nama, bukan 3 \(int\)"),
        ({"kategori": ["SMA", 3]}, r"kategori harus teks, bukan 3 \(int\)"),
        ({"kategori": []}, "daftarnya kosong"),
        ({"gabung": "ya"}, "gabung harus True atau False, bukan 'ya'"),
        ({"gabung": 1}, "bukan 1"),
        ({"rincian": 3}, r"rincian harus teks, bukan 3 \(int\). Pilihan: pendidikan"),
        ({"rincian": "umur"}, "Pilihan: pendidikan, jenis_kelamin"),
        ({"ukuran": ["tpt"]}, "ukuran harus teks"),
        ({"acuan": 5}, r"acuan harus teks, bukan 5 \(int\)"),
        ({"acuan": "Mars"}, "acuan 'Mars' tidak dikenal. Pilihan: kota, target"),
        ({"tahun": 1999}, "tahun 1999 tidak ada pada datanya: 2019"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_eksplorasi_says_what_a_choice_may_be(data, choice, words):
    with pytest.raises(LkjError, match=words):
        eksplorasi(data, **choice)


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (own().drop(columns="angkatan_kerja"), "tanpa kolom angkatan_kerja; yang diperlukan"),
        (own().head(0), "tidak berisi baris"),
        (two_years(), r"beberapa tahun: 2024, 2025. Pilih satu dengan tahun="),
        (own(wilayah=["A", "B"]), "beberapa wilayah: A, B. Pilih satu dengan wilayah="),
        (own(penganggur=["300", "700"]), "kolom penganggur harus bilangan"),
        (own(penganggur=[300, None]), "penganggur kosong, di bawah nol .* baris 1"),
        (own(penganggur=[-1, 700]), "baris 0"),
        (own(penganggur=[np.inf, 700]), "tak berhingga pada baris 0"),
        (own(penganggur=[3000, 700]), "penganggur > angkatan kerja pada baris 0"),
        (own(penganggur=[0, 700], angkatan_kerja=[0, 900]), "angkatan kerja nol pada baris 0"),
        (own(kategori=["25+", "25+"]), "ditulis dua kali pada baris 1"),
        (own(kategori=["25+", None]), "kosong pada rincian, kategori, tahun, wilayah"),
        ("data/2019", r"berikan lkj\.load\(…\) atau DataFrame berkolom rincian.*bukan str"),
        (None, "bukan NoneType"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_exploration_refuses_what_is_no_table_of_counts(frame, words):
    for ask in (
        lambda: eksplorasi(frame, "umur"),
        lambda: andaikan(frame, "umur", "15–24", "25+"),
        lambda: daftar_acuan(frame, "umur"),
    ):
        with pytest.raises(LkjError, match=words):
            ask()


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("umur", "15–24", "25+"), "rincian 'umur' tidak dikenal"),
        (("pendidikan", 3, "SMA"), "kategori harus teks, bukan 3"),
        (("pendidikan", "SMA", None), "acuan harus teks, bukan None"),
        (("pendidikan", "SMA", "Mars"), "acuan 'Mars' tidak dikenal"),
    ],
)
def test_andaikan_says_what_a_choice_may_be(data, choice, words):
    with pytest.raises(LkjError, match=words):
        andaikan(data, *choice)
    with pytest.raises(LkjError, match="gabung harus True atau False"):
        andaikan(data, "pendidikan", "SMA", "kota", gabung="ya")


def test_exploration_of_a_group_without_unemployed_says_so_in_its_table():
    frame = eksplorasi(own(penganggur=[0, 700]), "umur")
    assert frame["nilai"].tolist() == pytest.approx([0, 700 / 180])
