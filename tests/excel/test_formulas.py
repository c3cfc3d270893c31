"""Sums of total rows that were saved without their values are worked out; nothing else is."""

import pytest
from raw_workbook import BOOK, parts, row, text, workbook, write

from lkjlib.errors import AnnexError
from lkjlib.excel.formulas import Sums, constant
from lkjlib.excel.workbook import open_workbook
from lkjlib.loading import read_table


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


@pytest.mark.parametrize(
    ("formula", "value"),
    [("210+210", 420), ("=(3-1)*4", 8), ("-5", -5), ("A1+2", None), ("1/0", None), ("2**99", None)],
)
def test_constant_of_numbers_alone_works_them_out(formula, value):
    assert constant(formula) == value


def test_read_table_of_a_formula_saved_as_zero_refuses_its_cell(tmp_path):
    head = row(1, text("A1", "Tahun"), text("B1", "Jumlah Perusahaan Wajib Lapor"))
    cells = ('<c r="A2"><v>2019</v></c>', '<c r="B2"><f>210+210</f><v>0</v></c>')
    path = write(
        tmp_path / "kasus.xlsx",
        parts(head + row(2, *cells), more={BOOK: workbook(["Wajib Lapor"])}),
    )
    with pytest.raises(AnnexError) as caught:
        read_table(path, "kasus.Wajib Lapor")
    (fault,) = caught.value.faults
    assert (fault.sel, fault.ditemukan, fault.diharapkan) == ("B2", "0, rumus =210+210", "420")
