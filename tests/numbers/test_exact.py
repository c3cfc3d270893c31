"""Exact numbers: the arithmetic of fractions, and the cells that go along with it."""

from fractions import Fraction
from math import ceil, floor

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjlib.numbers.exact import Exact

WHOLE = st.integers(-(10**9), 10**9)


def cells(column, values, sheet="a.xlsx!S"):
    return [Exact(value, f"{sheet}!{column}{row}") for row, value in enumerate(values, start=6)]


@given(WHOLE, WHOLE)
def test_arithmetic_is_that_of_fractions(a, b):
    x, y = Exact(a, "a.xlsx!S!A1"), Exact(b, "a.xlsx!S!A2")
    assert (x + y, x - y, x * y, 5 - x, -x) == (a + b, a - b, a * b, 5 - a, -a)
    assert (x < y, x <= y, x == y) == (a < b, a <= b, a == b)
    if b:
        assert (x / y).nilai == Fraction(a, b)
        assert (ceil(x / y), floor(x / y)) == (ceil(Fraction(a, b)), floor(Fraction(a, b)))


def test_asal_of_a_sum_is_a_range_or_the_cell_of_the_sum():
    total = sum(cells("C", [1, 2, 3]))
    assert total.asal() == "a.xlsx!S!C6:C8"
    assert total.asal({frozenset(total.sel()): "a.xlsx!S!C9"}) == "a.xlsx!S!C9"


def test_asal_of_cells_in_any_order_is_the_same():
    one, two, three = cells("C", [1, 2, 3])
    assert (three + one + two).asal() == (one + two + three).asal()


def test_cells_that_cancel_out_are_not_named():
    one, two = cells("C", [1, 2])
    assert (one + two - one).asal() == "a.xlsx!S!C7"
    assert (one - one).asal() == ""


def test_asal_names_file_and_sheet_only_where_they_change():
    (idle,), (force,) = cells("D", [3], "b.xlsx!Satu"), cells("D", [60], "b.xlsx!Dua / Tiga")
    assert (idle / force * 100).asal() == "b.xlsx!Satu!D6 / Dua / Tiga!D6"
    assert ((force - idle) / force).asal() == "(b.xlsx!Dua / Tiga!D6 − Satu!D6) / Dua / Tiga!D6"


def test_a_number_that_is_no_number_is_refused():
    with pytest.raises(TypeError):
        Exact(1, "a.xlsx!S!A1") + "2"


def test_frames_of_exact_numbers_sum_group_and_divide():
    frame = pd.DataFrame({"k": list("xxy"), "a": cells("A", [1, 2, 3]), "b": cells("B", [4, 5, 6])})
    assert frame["a"].sum() == 6
    assert frame.groupby("k")["a"].sum().tolist() == [3, 3]
    assert (frame["a"] / frame["b"]).tolist() == [Fraction(1, 4), Fraction(2, 5), Fraction(1, 2)]
    assert frame["k"][frame["a"].idxmax()] == "y"


def test_frames_with_missing_numbers_leave_them_missing():
    one, two = cells("C", [1, 2])
    frame = pd.DataFrame({"a": pd.Series([one, two], dtype=object), "b": [None, two]})
    ratio = frame["a"] / frame["b"] * 100  # pandas fills what is missing with NaN
    assert ratio.isna().tolist() == [True, False]
    assert ((ratio - frame["a"]) / frame["b"]).isna().tolist() == [True, False]
    with pytest.raises(TypeError):
        one + float("nan")
