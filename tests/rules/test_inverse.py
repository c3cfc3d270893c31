"""Implied targets and hidden counts: the report's own cases, and the law of the inverse."""

from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lkjlib.errors import ParseError, RumusError
from lkjlib.numbers.format import bulatkan, format_angka
from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.rules.capaian import capaian
from lkjlib.rules.targets import target_tersirat

STABIL = settings(deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("realisasi", "capaian_tercetak", "rumus", "target"),
    [  # LKj 2019 Bab III, Tabel II of each indicator
        ("5,51%", "111,13%", "negatif", "6.20"),
        ("5,20%", "115,45", "negatif", "6.15"),
        ("5,06%", "117,05%", "negatif", "6.10"),
        ("2,6%", "100%", "negatif", "2.6"),
        ("2,91%", "85,88%", "negatif", "2.55"),
        ("2,38%", "104,8%", "negatif", "2.50"),
        ("11,51%", "81,63%", "positif", "14.10"),
        ("19,31%", "101,42", "positif", "19.04"),
        ("24,82", "103,55%", "positif", "23.97"),
        ("19,84%", "88,57%", "positif", "22.4"),
        ("23.48%", "78,27%", "positif", "30"),
        ("9%", "100%", "positif", "9"),
        ("10%", "100%", "positif", "10"),
    ],
)
def test_target_tersirat_of_printed_pair_gives_the_roundest_target(
    realisasi, capaian_tercetak, rumus, target
):
    hasil = target_tersirat(realisasi, capaian_tercetak, rumus)
    assert hasil.terbulat == Decimal(target)
    assert hasil.bawah <= hasil.terbulat <= hasil.atas
    assert hasil.rumus == rumus


def test_target_tersirat_tells_which_formula_was_used():
    # 5,51 and 111,13 give the round 6,20 under one negative rule only
    assert target_tersirat("5,51", "111,13", "negatif").terbulat == Decimal("6.2")
    assert target_tersirat("5,51", "111,13", "negatif-rasio").terbulat == Decimal("6.12")


def test_target_tersirat_takes_decimals_from_text_decimal_and_float():
    teks = target_tersirat("5,20", "115,45", "negatif")
    assert target_tersirat(Decimal("5.20"), Decimal("115.45"), "negatif") == teks
    kasar = target_tersirat(5.20, 115.45, "negatif")  # a float shows 5.2
    assert kasar.bawah < teks.bawah and teks.atas < kasar.atas
    assert target_tersirat(9.0, 100.0) == target_tersirat(9, 100) == target_tersirat("9", "100%")


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA, "-", "NA"], ids=repr)
def test_target_tersirat_of_missing_is_none(kosong):
    assert target_tersirat(kosong, "100%") is None
    assert target_tersirat("9%", kosong) is None


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("9", "0", "positif"), "tidak membatasi"),
        (("0", "200", "negatif"), "tidak membatasi"),
        (("9", "100", "rentang"), "tidak dapat dibalik"),
        (("9", "100", "negatf"), "Mungkin maksudnya 'negatif'"),
    ],
)
def test_target_tersirat_without_answer_is_refused(argumen, pesan):
    with pytest.raises(RumusError, match=pesan):
        target_tersirat(*argumen)


def test_target_tersirat_of_ambiguous_capaian_is_refused():
    with pytest.raises(ParseError, match="ribuan"):
        target_tersirat("5,51", "1.113")


@STABIL
@given(
    st.integers(1, 10_000).map(lambda angka: Decimal(angka) / 100),
    st.integers(1, 10_000).map(lambda angka: Decimal(angka) / 100),
    st.integers(0, 2),
    st.sampled_from(["positif", "negatif", "negatif-rasio"]),
)
def test_target_tersirat_interval_holds_the_true_target(realisasi, target, desimal, rumus):
    tercetak = bulatkan(capaian(realisasi, target, rumus), desimal)
    tak_terbatas = {"positif": 0, "negatif": 200, "negatif-rasio": None}[rumus]
    assume(tak_terbatas is None or abs(tercetak - tak_terbatas) > 1)
    hasil = target_tersirat(realisasi, tercetak, rumus)
    assert hasil.bawah <= target <= hasil.atas
    assert hasil.bawah <= hasil.terbulat <= hasil.atas


@pytest.mark.parametrize(
    ("tercetak", "maks", "pecahan"),
    [
        ("22,32", 180, (25, 112)),
        ("23,48%", 180, (31, 132)),
        (2.38, 420, (10, 420)),
        (Decimal("24.82"), 1845, (458, 1845)),
        ("0,00", 5, (0, 5)),
        ("100", 5, (5, 5)),
    ],
)
def test_pecahan_mungkin_finds_the_counts_of_the_report(tercetak, maks, pecahan):
    assert pecahan in pecahan_mungkin(tercetak, maks=maks)


def test_pecahan_mungkin_of_few_units_proves_a_percentage_impossible():
    assert pecahan_mungkin("22,32", maks=111) == []
    assert pecahan_mungkin("101", maks=50) == []


def test_pecahan_mungkin_minimal_bounds_the_denominator():
    assert pecahan_mungkin("50", maks=12, minimal=10) == [(5, 10), (6, 12)]


@pytest.mark.parametrize(
    "batas", [{"maks": 0}, {"maks": 5, "minimal": 6}, {"maks": 5, "minimal": 0}]
)
def test_pecahan_mungkin_of_empty_bounds_is_refused(batas):
    with pytest.raises(RumusError, match="minimal"):
        pecahan_mungkin("50", **batas)


def test_pecahan_mungkin_of_missing_percentage_is_refused():
    with pytest.raises(RumusError):
        pecahan_mungkin("-", maks=5)


@STABIL
@given(st.integers(1, 300), st.data(), st.integers(0, 3))
def test_pecahan_mungkin_finds_every_fraction_that_prints_so(semua, data, desimal):
    n = data.draw(st.integers(0, semua))
    tercetak = format_angka(bulatkan(Decimal(n) * 100 / semua, desimal), desimal)
    assert (n, semua) in pecahan_mungkin(tercetak, maks=semua)


@STABIL
@given(st.integers(0, 1100), st.integers(1, 60))
def test_pecahan_mungkin_equals_trying_every_fraction(sepersepuluh, maks):
    def cetak(n, semua):  # half up, in whole numbers: tenths of a percent
        return (Fraction(n * 1000, semua) + Fraction(1, 2)).__floor__()

    semua = [
        (n, N) for N in range(1, maks + 1) for n in range(N + 1) if cetak(n, N) == sepersepuluh
    ]
    assert pecahan_mungkin(Decimal(sepersepuluh).scaleb(-1), maks=maks) == semua
