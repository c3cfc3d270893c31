"""Indonesian output, rounded half up; formatting and parsing undo each other."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import (
    bulatkan,
    format_angka,
    format_persen,
    format_ringkas_rupiah,
    format_rupiah,
    format_selisih,
    is_missing,
    to_decimal,
)
from lkjlib.numbers.parse import parse_number

STABIL = settings(deadline=None, derandomize=True)
MISSING = [None, float("nan"), np.nan, np.float32("nan"), Decimal("NaN"), pd.NA, pd.NaT]


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        (2.675, 2, "2.68"),  # the binary neighbour is below 2.675
        (0.285, 2, "0.29"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),  # banker's rounding would say 2
        (-2.5, 0, "-3"),
        (-0.004, 2, "0.00"),
        (Decimal("1.005"), 2, "1.01"),
        (np.float32(0.1), 2, "0.10"),
        (np.int64(7), 1, "7.0"),
        (1e300, 0, "1" + "0" * 300),
        (1e-300, 2, "0.00"),
        (Exact(Fraction(1, 8)), 2, "0.13"),
        (Exact(Fraction(2, 3)), 2, "0.67"),
    ],
)
def test_bulatkan_rounds_half_up(nilai, desimal, hasil):
    assert str(bulatkan(nilai, desimal)) == hasil


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (3069, 0, "3.069"),
        (47797383121, 0, "47.797.383.121"),
        (2.6, 1, "2,6"),
        (2.6, 2, "2,60"),
        (1234.5, 1, "1.234,5"),
        (-0.14, 2, "−0,14"),
        (-0.001, 2, "0,00"),
        (999.995, 2, "1.000,00"),
    ],
)
def test_format_angka_uses_dots_and_comma(nilai, desimal, teks):
    assert format_angka(nilai, desimal) == teks


def test_format_persen_and_rupiah_carry_their_unit():
    assert format_persen(23.48) == "23,48 %"
    assert format_persen(30, 0) == "30 %"
    assert format_rupiah(47797383121) == "Rp 47.797.383.121"
    assert format_rupiah(-1500) == "−Rp 1.500"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (3923949220, "Rp 3,92 miliar"),
        (268285418, "Rp 268,29 juta"),
        (1_000_000, "Rp 1,00 juta"),
        (999_999, "Rp 999.999"),
        (999_994_999, "Rp 999,99 juta"),
        (999_995_000, "Rp 1,00 miliar"),
        (2.5e12, "Rp 2,50 triliun"),
        (1e15, "Rp 1.000,00 triliun"),
        (-3923949220, "−Rp 3,92 miliar"),
        (0, "Rp 0"),
    ],
)
def test_format_ringkas_rupiah_chooses_the_unit_after_rounding(nilai, teks):
    assert format_ringkas_rupiah(nilai) == teks


@pytest.mark.parametrize("nilai", MISSING, ids=repr)
@pytest.mark.parametrize(
    "tulis", [format_angka, format_persen, format_rupiah, format_ringkas_rupiah]
)
def test_format_of_missing_is_a_dash(tulis, nilai):
    assert tulis(nilai) == "–"


@pytest.mark.parametrize("nilai", [0, 0.0, "", "NA", False, pd.Timestamp(2019, 1, 1)], ids=repr)
def test_is_missing_of_present_values_is_false(nilai):
    assert is_missing(nilai) is False


@pytest.mark.parametrize(
    "nilai", [True, "5", float("inf"), float("nan"), None, Fraction(1, 3)], ids=repr
)
def test_to_decimal_of_no_finite_number_is_refused(nilai):
    with pytest.raises(RumusError, match="bukan bilangan terhingga"):
        to_decimal(nilai)


@STABIL
@given(st.integers(-(10**15), 10**15))
def test_format_angka_then_parse_gives_the_count_back(nilai):
    assert parse_number(format_angka(nilai), "bulat", boleh_negatif=True) == nilai


@STABIL
@given(st.integers(-(10**15), 10**15))
def test_format_rupiah_then_parse_gives_the_money_back(nilai):
    assert parse_number(format_rupiah(nilai), "rupiah", boleh_negatif=True) == nilai


@STABIL
@given(st.floats(-1e9, 1e9), st.integers(1, 6))
def test_format_persen_then_parse_gives_the_rounded_percentage_back(nilai, desimal):
    hasil = parse_number(format_persen(nilai, desimal), "persen", boleh_negatif=True)
    assert hasil == bulatkan(nilai, desimal)


@STABIL
@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_bulatkan_stays_within_half_a_unit(nilai, desimal):
    assert abs(bulatkan(nilai, desimal) - to_decimal(nilai)) <= Decimal("0.5").scaleb(-desimal)


@pytest.mark.parametrize(
    ("value", "desimal", "wanted"),
    [(770.6, 0, "+771"), (-1.009, 2, "−1,01"), (0, 1, "0,0"), (-0.04, 1, "0,0"), (None, 0, "–")],
)
def test_format_selisih_has_a_sign_unless_it_is_nought_or_missing(value, desimal, wanted):
    assert format_selisih(value, desimal) == wanted
