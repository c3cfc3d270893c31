"""The annexes saved by other programs are the same annexes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from declared import BERKAS, TABLES
from office import Office
from openpyxl import load_workbook

import lkjlib
from lkjlib.annexes.read import read_rows
from lkjlib.excel.workbook import open_workbook
from lkjlib.report import BERKAS as LAPORAN_TOML

pytestmark = pytest.mark.lambat


def _add_report(frozen: Path, folder: Path) -> None:
    shutil.copy(frozen / LAPORAN_TOML, folder)


def _same_frames(folder: Path, data: lkjlib.Data) -> None:
    assert lkjlib.check(folder).empty
    again = lkjlib.load(path=folder)
    assert again.frames.keys() == data.frames.keys()
    for name, frame in data.frames.items():
        pd.testing.assert_frame_equal(again.frames[name], frame)


@pytest.fixture(scope="module")
def by_libreoffice(frozen: Path, office: Office, tmp_path_factory) -> Path:
    """The annexes as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("xlsx")
    office.convert("xlsx", folder, *(frozen / name for name in BERKAS))
    _add_report(frozen, folder)
    return folder


def test_load_of_annexes_saved_by_libreoffice_gives_the_same_frames(by_libreoffice, data):
    _same_frames(by_libreoffice, data)


def test_annexes_saved_by_libreoffice_keep_printed_decimals(by_libreoffice, data):
    again = lkjlib.load(path=by_libreoffice)
    for name, frame in data.frames.items():
        for row in range(len(frame)):
            for column in frame.columns:
                printed = data.tercetak(name, row, column)
                assert again.tercetak(name, row, column) == printed


@pytest.mark.parametrize(
    ("kind", "found"),
    [("ods", "berkas OpenDocument (.ods)"), ("xls", "buku kerja Excel lama (.xls)")],
)
def test_open_workbook_of_another_format_by_libreoffice_says_which(
    office, frozen, tmp_path, kind, found
):
    (other,) = office.convert(kind, tmp_path / "hasil", frozen / "kasus.xlsx")
    renamed = other.rename(tmp_path / "kasus.xlsx")
    with pytest.raises(lkjlib.AnnexError) as galat:
        open_workbook(renamed)
    assert galat.value.faults[0].ditemukan == found


def test_load_of_annexes_saved_by_openpyxl_gives_the_same_frames(frozen, tmp_path, data):
    for name in BERKAS:
        load_workbook(frozen / name).save(tmp_path / name)
    _add_report(frozen, tmp_path)
    _same_frames(tmp_path, data)


def _write_again(source: Path, target: Path, *, calculated: bool) -> None:
    """Save a workbook by XlsxWriter, its formulas with or without what they come to."""
    formulas, values = load_workbook(source), load_workbook(source, data_only=True)
    book = xlsxwriter.Workbook(target)
    for sheet in formulas:
        new = book.add_worksheet(sheet.title)
        formats = {}
        for area in sheet.merged_cells.ranges:
            if area.size["rows"] * area.size["columns"] > 1:
                new.merge_range(str(area), "")
        for cells in sheet.iter_rows():
            for cell in cells:
                code = cell.number_format
                style = formats.setdefault(code, book.add_format({"num_format": code}))
                if cell.data_type == "f":
                    value = values[sheet.title][cell.coordinate].value if calculated else 0
                    new.write_formula(cell.coordinate, cell.value, style, value)
                elif cell.value is not None:
                    new.write(cell.coordinate, cell.value, style)
    book.close()


@pytest.mark.parametrize("calculated", [True, False])
def test_load_of_annexes_saved_by_xlsxwriter_gives_the_same_frames(
    frozen, tmp_path, data, calculated
):
    for name in BERKAS:
        _write_again(frozen / name, tmp_path / name, calculated=calculated)
    _add_report(frozen, tmp_path)
    _same_frames(tmp_path, data)


def test_read_rows_of_a_formula_that_xlsxwriter_left_at_zero_is_no_zero(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "kasus.xlsx")
    sheet = book.add_worksheet("Wajib Lapor")
    sheet.write_row("A1", ["No.", "Tahun", "Jumlah Perusahaan Wajib Lapor"])
    sheet.write_row("A2", [1, 2019])
    sheet.write_formula("C2", "=B2-1599")
    book.close()
    table = read_rows(open_workbook(tmp_path / "kasus.xlsx"), TABLES["kasus.Wajib Lapor"])
    (fault,) = table.faults
    assert (fault.sel, fault.ditemukan) == ("C2", "rumus =B2-1599 yang belum dihitung")


def test_open_workbook_with_a_chart_sheet_reads_the_others(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "kasus.xlsx")
    book.add_worksheet("Wajib Lapor").write_row("A1", ["Tahun", 420])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Wajib Lapor'!$B$1:$B$1"})
    book.add_chartsheet("Grafik").set_chart(chart)
    book.close()
    sheets = open_workbook(tmp_path / "kasus.xlsx").sheets
    assert list(sheets) == ["Wajib Lapor"]
    assert sheets["Wajib Lapor"].at("B1") == 420
