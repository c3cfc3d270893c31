"""The sheet 'Temuan' of an annotated copy: every finding of the workbook, linked to its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import quote_sheetname, range_boundaries
from openpyxl.worksheet.hyperlink import Hyperlink

from lkjlib.csv_text import FORMULA_STARTS
from lkjlib.errors import Finding
from lkjlib.terminal import count_findings, one_line

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

COLOURS = {"galat": "FFFF9E8A", "peringatan": "FFFFE08A"}
_COLUMNS = {
    "No": 5,
    "Tingkat": 12,
    "Lembar": 22,
    "Sel": 9,
    "Ditemukan": 34,
    "Diharapkan": 40,
    "Saran": 48,
}
_HEADER_ROW = 6
_LONGEST = 400
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?")
_NAVY, _LINE = "FF1B3A5C", Side("thin", color="FFC9D1D9")
_COPY = "Ini salinan untuk dibaca: perbaiki berkas aslinya, lalu jalankan lkj check sekali lagi."
_LIST = "Berkasnya tidak dapat disalin, jadi hanya daftar ini: perbaiki atau kirim berkas aslinya."
_SHOWN = " Lembar, baris atau kolom tersembunyi yang memuat temuan ditampilkan di salinan ini."


def add_findings_sheet(
    book: Workbook | None, berkas: str, findings: Sequence[Finding], shown: bool = False
) -> Workbook:
    """Put the list of findings in front of a workbook, or into a new one.

    Parameters
    ----------
    book : the copy; None where the file could not be opened.
    berkas : name of the file that was checked.
    findings : what was found in it.
    shown : whether something hidden was made visible in the copy.

    Returns
    -------
    Workbook
        `book` with the sheet in front and active, or the new one.
    """
    about = (_LIST if book is None else _COPY) + (_SHOWN if shown else "")
    if book is None:
        book = Workbook()
        book.remove(book.active)
    sheets = {sheet.title for sheet in book.worksheets}
    sheet = book.create_sheet("Temuan", 0)  # openpyxl adds a number where the name is taken
    _write_head(sheet, berkas, findings, about)
    for number, finding in enumerate(findings, start=1):
        _write_finding(sheet, number, finding, finding.lembar in sheets)
    _lay_out(sheet, len(findings))
    _open_at(book, sheet)
    return book


def is_address(sel: str) -> bool:
    """Whether a text is the address of a cell or an area of a sheet.

    >>> is_address("C8"), is_address("C8:C9"), is_address(""), is_address("XFE1")
    (True, True, False, False)
    """
    if not _ADDRESS.fullmatch(sel):
        return False
    *_, column, row = range_boundaries(sel)
    return column <= 16_384 and row <= 1_048_576


def plain(text: str) -> str:
    """A text on one line, without what a sheet cannot hold, of a length that can be read.

    >>> plain("dua\\n tiga"), len(plain("a" * 5000))
    ('dua tiga', 400)
    """
    words = one_line(text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _write_head(sheet: Worksheet, berkas: str, findings: Sequence[Finding], about: str) -> None:
    _write(sheet, 1, 1, f"Temuan pada {berkas}").font = Font("Calibri", 14, True, color=_NAVY)
    _write(sheet, 2, 1, count_findings(findings))
    _write(sheet, 3, 1, about)
    for column, (tingkat, colour) in enumerate(COLOURS.items(), start=2):
        _write(sheet, 4, column, tingkat).fill = PatternFill("solid", fgColor=colour)
    _write(sheet, 4, 4, "warna selnya; catatan pada sel menyebut yang ditemukan dan diharapkan")
    for column, name in enumerate(_COLUMNS, start=1):
        cell = _write(sheet, _HEADER_ROW, column, name)
        cell.font = Font("Calibri", 11, True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_NAVY)
        cell.alignment = Alignment(vertical="center", indent=int(column > 1))
    sheet.row_dimensions[_HEADER_ROW].height = 21


def _write_finding(sheet: Worksheet, number: int, finding: Finding, has_sheet: bool) -> None:
    row = _HEADER_ROW + number
    sheet.cell(row, 1, number)
    found = finding.ditemukan if finding.ditemukan.strip() else "(kosong)"
    texts = (finding.tingkat, finding.lembar, finding.sel, found, finding.diharapkan, finding.saran)
    for column, text in enumerate(map(plain, texts), start=2):
        _write(sheet, row, column, text)
    for column in range(1, len(_COLUMNS) + 1):
        cell = sheet.cell(row, column)
        cell.border = Border(_LINE, _LINE, _LINE, _LINE)
        cell.alignment = Alignment(vertical="top", wrap_text=True, indent=int(column > 1))
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=COLOURS[finding.tingkat])
    sheet.row_dimensions[row].height = 15 * max(
        max(1, ceil((len(text) * 1.15 + 2) / width))
        for text, width in zip(map(plain, texts), list(_COLUMNS.values())[1:], strict=True)
    )
    if has_sheet:
        sel = finding.sel if is_address(finding.sel) else "A1"
        cell = sheet.cell(row, 4 if sel == finding.sel else 3)
        target = f"{quote_sheetname(finding.lembar)}!{sel}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
        cell.font = Font("Calibri", 11, underline="single", color="FF0563C1")


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that holds text, whatever the text begins with."""
    cell = sheet.cell(row, column, text)
    cell.font = Font("Calibri", 11)
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA_STARTS)
    return cell


def _lay_out(sheet: Worksheet, count: int) -> None:
    for cell, width in zip(sheet[_HEADER_ROW], _COLUMNS.values(), strict=True):
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:G{_HEADER_ROW + count}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "halaman &P dari &N"


def _open_at(book: Workbook, sheet: Worksheet) -> None:
    """Let the copy open at this sheet, and at this one only: selected together, sheets of one
    workbook are edited together."""
    views = [view for ws in book._sheets for view in _views(ws)]
    for view in views:
        view.tabSelected = False
    sheet.sheet_view.tabSelected = True
    book.active = 0
    for window in book.views:
        window.firstSheet = 0


def _views(sheet) -> list:
    views = getattr(sheet, "views", None) or getattr(sheet, "sheetViews", None)
    return list(views.sheetView) if views else []
