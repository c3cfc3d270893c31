"""The counts behind a printed percentage: the report's own, and every fraction tried."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.numbers.format import bulatkan, format_angka
from lkjlib.numbers.fractions import pecahan_mungkin

STABIL = settings(deadline=None, derandomize=True)


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
