"""Opening a workbook as grids of cells; what cannot be opened is a fault, never a traceback."""

import zipfile

import pytest

from lkjlib.errors import AnnexError
from lkjlib.excel.workbook import address, open_workbook


def test_open_workbook_keeps_sheets_in_order_and_values_by_address(make_workbook):
    path = make_workbook({"Satu": [["A", 1], [None, 2.5]], "Dua": [["x"]]})
    book = open_workbook(path)
    assert book.berkas == "buku.xlsx"
    assert list(book.sheets) == ["Satu", "Dua"]
    sheet = book.sheets["Satu"]
    assert (sheet.berkas, sheet.nama) == ("buku.xlsx", "Satu")
    assert [sheet.value(1, 1), sheet.at("B1"), sheet.value(2, 2)] == ["A", 1, 2.5]


@pytest.mark.parametrize(("row", "column"), [(0, 1), (3, 1), (1, 3), (2, 1), (1, 0)])
def test_sheet_value_where_nothing_stands_is_none(make_workbook, row, column):
    sheet = open_workbook(make_workbook({"Satu": [["A", 1], [None, 2.5]]})).sheets["Satu"]
    assert sheet.value(row, column) is None
    assert sheet.content(row, column) == (None, "General")


def test_open_workbook_keeps_number_formats_and_merged_areas(make_workbook):
    path = make_workbook(
        {"Satu": [["Judul", None], [5.2, 1]]}, gabung=["A1:B1"], format_angka={"A2": "0.00"}
    )
    sheet = open_workbook(path).sheets["Satu"]
    assert sheet.content(2, 1) == (5.2, "0.00")
    (area,) = sheet.merges
    assert (area.min_row, area.min_col, area.max_row, area.max_col) == (1, 1, 1, 2)


def test_open_workbook_keeps_formulas_without_cached_value_apart(make_workbook):
    sheet = open_workbook(make_workbook({"Satu": [[1], [2], ["=SUM(A1:A2)"]]})).sheets["Satu"]
    assert sheet.uncalculated == {"A3": "SUM(A1:A2)"}
    assert sheet.at("A3") is None


def test_open_workbook_of_calculated_formulas_gives_their_values(frozen):
    sheet = open_workbook(frozen / "koperasi.xlsx").sheets["Keragaan"]
    assert sheet.uncalculated == {}
    assert [sheet.at(sel) for sel in ("C29", "D29", "E29")] == [132, 48, 180]


def test_address_of_row_and_column_is_as_excel_writes_it():
    assert [address(8, 3), address(1, 27)] == ["C8", "AA1"]


def _zip(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _empty(path):
    path.write_bytes(b"")


def _text(path):
    path.write_text("NO;KELOMPOK;AKTIF\n1;KUD;1\n")


def _folder(path):
    path.mkdir()


def _plain_zip(path):
    _zip(path, {"catatan.txt": "isi"})


def _hollow(path):
    _zip(path, {"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"})


def _cut(path):
    _zip(path, {"xl/workbook.xml": "<workbook/>" * 50})
    path.write_bytes(path.read_bytes()[:120])


def _nothing(path):
    assert not path.exists()


@pytest.mark.parametrize(
    "damage",
    [_nothing, _empty, _text, _folder, _plain_zip, _hollow, _cut],
    ids=lambda f: f.__name__,
)
def test_open_workbook_of_what_is_no_workbook_is_one_fault_with_advice(tmp_path, damage):
    path = tmp_path / "koperasi.xlsx"
    damage(path)
    with pytest.raises(AnnexError) as galat:
        open_workbook(path)
    (fault,) = galat.value.faults
    assert fault.tingkat == "galat"
    assert fault.alamat == "koperasi.xlsx"
    assert fault.ditemukan
    assert fault.diharapkan
    assert fault.saran.endswith(".")
    assert str(tmp_path) not in str(galat.value)
    assert galat.value.__cause__ is None
    assert galat.value.__suppress_context__ or galat.value.__context__ is None
