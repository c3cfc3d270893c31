"""What is kept of every cell: address, kind, number format; against openpyxl where it is right."""

import warnings
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import load_workbook
from raw_workbook import (
    BOOK,
    BOOK_RELATIONS,
    MAIN,
    parts,
    relation,
    relations,
    row,
    workbook,
    write,
)

from lkjlib.errors import AnnexError
from lkjlib.excel.stored import read_number
from lkjlib.excel.workbook import open_workbook

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    '<numFmt numFmtId="164" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/>'
    '</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    "</cellXfs></styleSheet>"
)
TEXTS = (
    f'<sst xmlns="{MAIN}"><si><t>KUD</t></si><si><r><t>Landasan </t></r><r><t>Ulin</t></r>'
    "<rPh><t>baca</t></rPh></si><si><t>dua_x000D_\nbaris _x005F_x000D_ &lt;b&gt;</t></si></sst>"
)
LINKS = relations(
    relation(1, "worksheet", "worksheets/sheet1.xml"),
    relation(2, "sharedStrings", "sharedStrings.xml"),
    relation(3, "styles", "styles.xml"),
)


@pytest.fixture
def sheet_of(tmp_path):
    def build(*cells: str, more: str = ""):
        extra = {
            BOOK: workbook(["Keragaan"], more),
            BOOK_RELATIONS: LINKS,
            "xl/sharedStrings.xml": TEXTS,
            "xl/styles.xml": STYLES,
        }
        path = write(tmp_path / "buku.xlsx", parts(row(1, *cells), more=extra))
        return open_workbook(path).sheets["Keragaan"]

    return build


@pytest.mark.parametrize(
    ("cell", "value", "number_format"),
    [
        ('<c r="A1"><v>54</v></c>', 54, "General"),
        ('<c r="A1" t="n" s="1"><v>0.2348</v></c>', 0.2348, "0.00%"),
        ('<c r="A1" s="4"><v>5.06</v></c>', 5.06, '0.0"%"'),
        ('<c r="A1" t="s"><v>0</v></c>', "KUD", "General"),
        ('<c r="A1" t="s"><v>1</v></c>', "Landasan Ulin", "General"),
        ('<c r="A1" t="s"><v>2</v></c>', "dua\r\nbaris _x000D_ <b>", "General"),
        ('<c r="A1" t="inlineStr"><is><t>KSU</t></is></c>', "KSU", "General"),
        ('<c r="A1" t="str"><f>B1</f><v>KSU</v></c>', "KSU", "General"),
        ('<c r="A1" t="b"><v>1</v></c>', True, "General"),
        ('<c r="A1" t="b"><v>0</v></c>', False, "General"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!", "General"),
        ('<c r="A1" s="2"><v>43830</v></c>', datetime(2019, 12, 31), "mm-dd-yy"),
        ('<c r="A1" s="2"><v>0.5</v></c>', time(12), "mm-dd-yy"),
        ('<c r="A1" s="2"><v>1e300</v></c>', "#VALUE!", "mm-dd-yy"),
        ('<c r="A1" s="3"><v>1.5</v></c>', timedelta(hours=36), "[h]:mm"),
        ('<c r="A1" t="d"><v>2019-12-31</v></c>', date(2019, 12, 31), "General"),
        ('<c r="A1"><v>1E3</v></c>', 1000, "General"),
        ('<c r="A1"><v>NaN</v></c>', "NaN", "General"),
        ('<c r="A1"><v>٣</v></c>', "٣", "General"),
        ('<c r="A1"><v>1_000</v></c>', "1_000", "General"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2, "General"),
        ('<c r="A1" s="1"/>', None, "General"),
        ('<c r="A1" s="1"><v/></c>', None, "General"),
    ],
)
def test_open_workbook_keeps_value_and_format_of_every_kind(sheet_of, cell, value, number_format):
    found = sheet_of(cell).content(1, 1)
    assert found == (value, number_format)
    assert type(found[0]) is type(value)


@pytest.mark.parametrize(
    ("cell", "more", "formula"),
    [
        ('<c r="A1"><f>SUM(B1:C1)</f></c>', "", "SUM(B1:C1)"),
        ('<c r="A1"><f>SUM(B1:C1)</f><v></v></c>', "", "SUM(B1:C1)"),
        ('<c r="A1"><f t="shared" si="0"/></c>', "", ""),
        ('<c r="A1"><f>B1*2</f><v>0</v></c>', '<calcPr fullCalcOnLoad="1"/>', "B1*2"),
    ],
)
def test_open_workbook_knows_a_formula_that_was_never_calculated(sheet_of, cell, more, formula):
    found = sheet_of(cell, more=more)
    assert found.uncalculated == {"A1": formula}
    assert found.at("A1") is None


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        ('<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', ""),
        ('<c r="A1"><f>B1*2</f><v>0</v></c>', "<calcPr/>"),
        ('<c r="A1"><f>B1*2</f><v>8</v></c>', '<calcPr fullCalcOnLoad="1"/>'),
    ],
)
def test_open_workbook_trusts_a_formula_that_has_its_value(sheet_of, cell, more):
    assert sheet_of(cell, more=more).uncalculated == {}


def test_open_workbook_counts_days_from_1904_where_the_workbook_says_so(sheet_of):
    cell = '<c r="A1" s="2"><v>42368</v></c>'
    found = sheet_of(cell, more='<workbookPr date1904="1"/>').at("A1")
    assert found.date() == date(2019, 12, 31)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="s"><v>x</v></c>',
        '<c r="A1" s="99"><v>1</v></c>',
        '<c r="A1" t="q"><v>1</v></c>',
        '<c r="A1" t="d"><v>kemarin</v></c>',
    ],
)
def test_open_workbook_of_a_cell_that_refers_to_nothing_is_refused(sheet_of, cell):
    with pytest.raises(AnnexError, match=r"buku\.xlsx"):
        sheet_of(cell)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("54", 54),
        ("-3", -3),
        ("5.06", 5.06),
        ("5.", 5),
        ("1.5E-05", 1.5e-05),
        ("9" * 40, int("9" * 40)),
        ("9" * 5000, "9" * 5000),
        ("inf", "inf"),
        ("0x10", "0x10"),
        ("1,5", "1,5"),
        ("²", "²"),
        ("", ""),
    ],
)
def test_read_number_takes_only_what_a_spreadsheet_stores(text, number):
    assert read_number(text) == number
    assert type(read_number(text)) is type(number)


def test_open_workbook_reads_every_annex_as_openpyxl_does(frozen):
    compared = 0
    for path in sorted(frozen.glob("*.xlsx")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = load_workbook(path, data_only=True)
        ours = open_workbook(path).sheets
        assert list(ours) == theirs.sheetnames
        for sheet in theirs:
            for cells in sheet.iter_rows():
                for cell in cells:
                    found, number_format = ours[sheet.title].content(cell.row, cell.column)
                    assert found == cell.value, cell.coordinate
                    if cell.value is not None:
                        assert number_format == cell.number_format
                        compared += 1
            merged = {str(area) for area in sheet.merged_cells.ranges}
            assert len(merged) == len(ours[sheet.title].merges)
    assert compared > 5_000
