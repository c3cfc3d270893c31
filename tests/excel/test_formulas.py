"""Sums of total rows that were saved without their values are worked out; nothing else is."""

import pytest

from lkjlib.excel.formulas import Sums
from lkjlib.excel.workbook import open_workbook


@pytest.fixture
def sheet_with(make_workbook):
    def build(formula, rows=((1, 10), (2, 20), (3, None), ("-", 40))):
        path = make_workbook({"Lembar": [*rows, [None, None, formula]]})
        return open_workbook(path).sheets["Lembar"]

    return build


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        ("=SUM(A1:A3)", 6),
        ("=sum(a1:a3)", 6),
        ("= SUM( A1 : A3 )", 6),
        ("=SUM($A$1:$A$3)", 6),
        ("=SUM(A1,B1:B2)", 31),
        ("=SUM(A1;B1)", 11),
        ("=A1+A2+B1", 13),
        ("=+A1+A2", 3),
        ("=SUM(A2:A2)", 2),
        ("=A3", 3),
        ("=SUM(B1:B3)", 30),
        ("=SUM(A1:A4)", 6),
        ("=SUM(A1:B2)", 33),
        ("=SUM(A1:A100)", 6),
    ],
)
def test_value_of_a_plain_sum_gives_what_a_spreadsheet_gives(sheet_with, formula, wanted):
    assert Sums(sheet_with(formula)).value("C5") == wanted


@pytest.mark.parametrize(
    "formula",
    [
        "=A1*A2",
        "=A1-A2",
        "=AVERAGE(A1:A3)",
        "=A1+A4",
        "=SUM(A1:A3)+1",
        "=Lain!A1",
        "=C5",
        "=SUM(C:C)",
    ],
)
def test_value_of_anything_else_is_none(sheet_with, formula):
    assert Sums(sheet_with(formula)).value("C5") is None


def test_value_follows_sums_of_sums(make_workbook):
    rows = [[1], [2], ["=SUM(A1:A2)"], [4], ["=A3+A4"]]
    sheet = open_workbook(make_workbook({"Lembar": rows})).sheets["Lembar"]
    assert Sums(sheet).value("A5") == 7


def test_value_of_a_circle_is_none(make_workbook):
    sheet = open_workbook(make_workbook({"Lembar": [["=A2+A3"], ["=A1"], [1]]})).sheets["Lembar"]
    assert Sums(sheet).value("A1") is None


def test_value_of_a_sum_over_everything_is_none_at_once(make_workbook):
    rows = [[1]] * 30 + [["=SUM(A1:XFD1048576)"]]
    sheet = open_workbook(make_workbook({"Lembar": rows})).sheets["Lembar"]
    assert Sums(sheet).value("A31") is None


def test_value_of_a_sum_that_doubles_itself_forty_times_is_quick(make_workbook):
    rows = [[f"=A{row + 1}+A{row + 1}"] for row in range(1, 41)] + [[1]]
    sheet = open_workbook(make_workbook({"Lembar": rows})).sheets["Lembar"]
    assert Sums(sheet).value("A1") == 2**40


def test_value_of_an_endless_chain_is_none(make_workbook):
    rows = [[f"=A{row + 1}"] for row in range(1, 3000)] + [[1]]
    sheet = open_workbook(make_workbook({"Lembar": rows})).sheets["Lembar"]
    assert Sums(sheet).value("A1") is None
