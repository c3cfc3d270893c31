"""The analyst's bench: every measure against every reference, and the what-if."""

import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.tpt.analysis import anatomi
from lkjlib.themes.tpt.bench import UKURAN, andaikan, daftar_acuan, eksplorasi

KOLOM = ["kategori", "nilai", "acuan", "selisih", "bawah", "atas", "catatan"]


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
    assert "702 orang" in found.kalimat and "4,48 %" in found.kalimat
    assert found._repr_markdown_() == repr(found) == found.kalimat


def test_andaikan_own_rate_changes_nothing(data):
    found = andaikan(data, "pendidikan", "SMA", "SMA")
    assert found.selisih_orang == pytest.approx(0, abs=1e-9)
    assert found.tpt_kota_andaian == pytest.approx(found.tpt_kota)


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
