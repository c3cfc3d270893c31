"""Printed against exact: equal, a rounding difference with its reason, wrong, or not testable."""

from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.numbers.compare import (
    COCOK,
    CROSSED,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    as_decimal,
    explain,
    vonis,
)
from lkjlib.numbers.format import bulatkan


@pytest.mark.parametrize(
    ("tercetak", "desimal", "dihitung", "bulatan", "wanted"),
    [
        # LKj 2019 Bab III A.3, Tabel I of each indicator
        (23.48, 2, Fraction(3100, 132), (), COCOK),
        (78.27, 2, Fraction(310_000, 3960), (78.2667,), PEMBULATAN),
        (24.82, 2, Fraction(45_800, 1845), (), COCOK),
        (5.06, 2, Fraction(618_000, 122_163), (), COCOK),
        (2.38, 2, Fraction(1000, 420), (), COCOK),
        # Bab III A.3 sasaran 2.1: 332 new firms in the text, 458 in the table
        (332, 0, 458, (), TIDAK_COCOK),
        # Bab III A.3 sasaran 3: TPT of men 4,48 printed, 3.482 / 77.655
        (4.48, 2, Fraction(348_200, 77_655), (), COCOK),
        # Bab III A.3 sasaran 1: difference 3,65 printed, 23,48 − 19,84
        (3.65, 2, Decimal("3.64"), (), TIDAK_COCOK),
        (10.0, 2, 10.2293, (), TIDAK_COCOK),
        (10, 0, 10.2293, (), COCOK),
        (5.07, 2, 5.0651, (), COCOK),
        (5.06, 2, 5.0699, (), PEMBULATAN),
        (-0.14, 2, -0.14, (), COCOK),
        (0, 2, -0.004, (), COCOK),
        (6180, 0, 6181, (), TIDAK_COCOK),
    ],
)
def test_vonis_of_printed_and_exact_number(tercetak, desimal, dihitung, bulatan, wanted):
    assert vonis(tercetak, desimal, dihitung, bulatan) == wanted


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA])
def test_vonis_of_a_missing_side_cannot_be_tested(kosong):
    assert vonis(kosong, 2, 5.06) == TIDAK_DAPAT_DIUJI
    assert vonis(5.06, 2, kosong) == TIDAK_DAPAT_DIUJI


@pytest.mark.parametrize("tercetak", ["5,06", True, float("inf")])
def test_vonis_of_no_number_is_refused(tercetak):
    with pytest.raises(RumusError):
        vonis(tercetak, 2, 5.06)


@pytest.mark.parametrize(
    ("args", "alasan"),
    [
        ((78.27, 2, 78.2828, [78.2667]), "Dihitung dari angka yang sudah dibulatkan."),
        ((5.06, 2, 5.0699), "Dipotong, tidak dibulatkan."),
        ((5.08, 2, 5.0699), ""),
        ((5.07, 2, 5.0699), ""),
        ((9.99, 2, 5.0699), ""),
    ],
)
def test_explain_gives_the_reason_of_a_rounding_difference_only(args, alasan):
    verdict, why = explain(*args)
    assert why == alasan
    assert (verdict == PEMBULATAN) is bool(alasan)


def test_explain_of_a_half_rounds_up_as_a_spreadsheet_does():
    assert explain(2.68, 2, 2.675) == (COCOK, "")
    assert explain(-2.68, 2, -2.675) == (COCOK, "")


@settings(deadline=None, derandomize=True)
@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 4))
def test_vonis_of_a_rightly_rounded_number_always_matches(exact, desimal):
    assert vonis(bulatkan(as_decimal(exact), desimal), desimal, exact) == COCOK


@settings(deadline=None, derandomize=True)
@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 4), st.integers(1, 50))
def test_vonis_units_away_from_the_rounded_number_never_matches(exact, desimal, units):
    away = -1 if exact < 0 else 1  # towards nought it may have been cut off
    wrong = bulatkan(as_decimal(exact), desimal) + away * units * Decimal(1).scaleb(-desimal)
    assert vonis(wrong, desimal, exact) == TIDAK_COCOK


def test_as_decimal_of_a_fraction_is_exact_where_it_can_be():
    assert as_decimal(Fraction(1, 8)) == Decimal("0.125")
    assert as_decimal(0.1) == Decimal("0.1")


@settings(deadline=None, derandomize=True)
@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 4))
def test_vonis_of_a_truncated_number_is_never_wrong(exact, desimal):
    cut = as_decimal(exact).quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_DOWN)
    assert vonis(cut, desimal, exact) in (COCOK, PEMBULATAN)


@settings(deadline=None, derandomize=True)
@given(st.integers(-(10**12), 10**12), st.integers(-(10**6), 10**6), st.integers(0, 3))
def test_vonis_of_a_whole_number_is_never_a_rounding_difference(exact, gap, desimal):
    printed = exact + gap * Decimal(1).scaleb(-desimal)
    assert vonis(printed, desimal, exact) == (TIDAK_COCOK if gap else COCOK)


@settings(deadline=None, derandomize=True)
@given(st.fractions(0, 1000, max_denominator=10**4), st.integers(2, 50))
def test_vonis_two_units_away_is_saved_by_a_rounded_input_only(exact, units):
    printed = bulatkan(as_decimal(exact), 2) + units * Decimal("0.01")
    assert vonis(printed, 2, exact, [as_decimal(exact)]) == TIDAK_COCOK
    assert explain(printed, 2, exact, [0, printed]) == (
        PEMBULATAN,
        "Dihitung dari angka yang sudah dibulatkan.",
    )


@pytest.mark.parametrize(
    ("tercetak", "desimal", "dihitung", "wanted"),
    [
        ("1", 0, "0.5", COCOK),
        ("0", 0, "0.5", PEMBULATAN),  # what a banker's rounding would print
        ("2.67", 2, "2.675", PEMBULATAN),
        ("2.68", 2, "2.675", COCOK),
        ("2.69", 2, "2.675", TIDAK_COCOK),
        ("2.70", 2, "2.675", TIDAK_COCOK),
        ("-0.5", 1, "-0.45", COCOK),
        ("-0.4", 1, "-0.45", PEMBULATAN),
        ("100.0", 1, "99.95", COCOK),
        ("0.05", 2, "0.045", COCOK),
    ],
)
def test_vonis_of_ties_rounds_half_up_in_decimals(tercetak, desimal, dihitung, wanted):
    assert vonis(Decimal(tercetak), desimal, Decimal(dihitung)) == wanted


def test_explain_of_a_whole_number_from_a_rounded_input_is_explained():
    assert explain(17, 0, 16, [17])[0] == PEMBULATAN
    assert explain(17, 0, 16)[0] == TIDAK_COCOK


def test_explain_prefers_equality_to_every_reason():
    assert explain(5.06, 2, 5.0588, [9.99]) == (COCOK, "")


def test_explain_names_truncation_of_a_negative_number():
    assert explain(-5.05, 2, -5.0588)[1] == "Dipotong, tidak dibulatkan."


@settings(deadline=None, derandomize=True)
@given(
    st.fractions(1, 200, max_denominator=10**4),
    st.fractions(1, 200, max_denominator=10**2),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_vonis_of_a_ratio_of_two_rounded_inputs_is_never_wrong(top, bottom, above, below):
    rounded = [
        Fraction(bulatkan(as_decimal(value), places))
        for value, places in ((top, above), (bottom, below))
    ]
    reached = [rounded[0] / bottom, *(a / rounded[1] for a in (top, rounded[0]) if rounded[1])]
    for value in reached:
        printed = bulatkan(as_decimal(value), 2)
        assert vonis(printed, 2, top / bottom, reached) in (COCOK, PEMBULATAN)


@settings(deadline=None, derandomize=True)
@given(st.fractions(0, 200, max_denominator=10**4), st.integers(0, 3))
def test_vonis_across_a_bound_that_readers_know_is_no_rounding_difference(exact, desimal):
    cut = as_decimal(exact).quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_DOWN)
    verdict, why = explain(cut, desimal, exact, kelas=lambda number: number >= 100)
    crossed = (cut >= 100) != (exact >= 100)
    rounded = bulatkan(as_decimal(exact), desimal)
    assert verdict == (COCOK if cut == rounded else TIDAK_COCOK if crossed else PEMBULATAN)
    assert (why == CROSSED) is (verdict == TIDAK_COCOK)


@pytest.mark.parametrize(
    ("tercetak", "bulatan", "wanted"),
    [
        # Bab III A.3 sasaran 2.2: 10 of 10 is Baik, 10,23 of 10 is Baik Sekali
        (100, [100], TIDAK_COCOK),
        (101, [101], PEMBULATAN),
    ],
)
def test_vonis_of_a_rounded_input_that_changes_the_category_does_not_hold(
    tercetak, bulatan, wanted
):
    assert vonis(tercetak, 0, 102.29, bulatan, kelas=lambda persen: persen > 100) == wanted
