"""Measures of the cooperatives: the figures of the analysis, exactly, with their cells."""

from fractions import Fraction

import pytest

from lkjlib.themes.koperasi.measures import measures


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_measures_are_exact(known):
    assert known["cakupan.persen.tingkat_lulus"].nilai == Fraction(3100, 37)
    assert known["koperasi.aktif.total"].nilai == 132


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("koperasi.aktif.total", "koperasi.xlsx!Keragaan!C29"),
        ("pemeringkatan.koperasi.berkualitas", "koperasi.xlsx!Pemeringkatan!D7"),
        ("cakupan.persen.indikator", "koperasi.xlsx!Pemeringkatan!D7:D8 / Keragaan!C29"),
        ("cakupan.persen.tingkat_lulus", "koperasi.xlsx!Pemeringkatan!D7:D8 / D6:D10"),
        ("koperasi.jumlah", "koperasi.xlsx!Keragaan!C7:C28"),
        (
            "koperasi.perubahan_relatif.2018_2019",
            "((koperasi.xlsx!Pemeringkatan!D7:D8 / Keragaan!C29) − kinerja.xlsx!Capaian!F7) / F7",
        ),
        ("peringkat.koperasi.belum", "koperasi.xlsx!Keragaan!C29 − Pemeringkatan!D6:D10"),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_measures_of_counts_that_several_fractions_allow_are_missing(data, known):
    assert known["hitungan_koperasi.pembilang.2018"].nilai == 25
    assert known["hitungan_koperasi.tambahan_penyebut.2018_2019"].nilai == 6
