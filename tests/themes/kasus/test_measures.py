"""Measures of the disputes: the figures of the analysis, exactly, with their cells."""

from dataclasses import replace
from fractions import Fraction

import pytest

from lkjlib.themes.kasus.measures import measures


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_measures_are_exact(known):
    assert known["satuan.per_100.kasus"].nilai == Fraction(1000, 420)
    assert known["kasus.persen.satu_kasus_lagi"].nilai == Fraction(1100, 420)
    assert known["ambang.perusahaan_min.rpjmd_2021"].nilai == 417
    assert known["satuan.kategori.perusahaan"].nilai == "Baik Sekali"


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("kasus.jumlah", "kasus.xlsx!Kasus!A6:A15"),
        ("hasil.kasus.pb_anjuran", "kasus.xlsx!Kasus!A14"),
        ("hasil.pekerja.pb", "kasus.xlsx!Kasus!E7 + E9:E11 + E15"),
        ("wajib_lapor.perusahaan.2019", "kasus.xlsx!Wajib Lapor!C6"),
        ("satuan.per_100.kasus", "kasus.xlsx!Kasus!A6:A15 / Wajib Lapor!C6"),
        ("satuan.per_100.perusahaan", "(kasus.xlsx!Kasus!A6:A12 + A15) / Wajib Lapor!C6"),
        (
            "ambang.kasus_sisa.target_2019",
            "(kinerja.xlsx!Perjanjian Kinerja!E9 × kasus.xlsx!Wajib Lapor!C6) − Kasus!A6:A15",
        ),
        ("hitungan_kasus.pembilang_maks.2018", "kinerja.xlsx!Capaian!F11"),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_measures_of_a_year_before_that_is_not_printed_are_missing(data):
    exact = data.eksak
    blank = exact.kinerja
    blank.loc[blank["tahun"] == 2018, "realisasi"] = None
    known = {
        m.ukuran: m for m in measures(replace(exact, frames={**exact.frames, "kinerja": blank}))
    }
    assert known["hitungan_kasus.jumlah.2018"].nilai == 0
    assert known["hitungan_kasus.pembilang_terdekat.2018"].nilai is None
