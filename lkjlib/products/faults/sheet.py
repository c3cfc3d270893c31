"""The sheet 'Temuan' of an annotated copy: every fault of the workbook, linked to its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import quote_sheetname, range_boundaries
from openpyxl.worksheet.hyperlink import Hyperlink

from lkjlib.errors import Fault
from lkjlib.products.csv_text import FORMULA_STARTS
from lkjlib.products.faults.listing import count_faults, found_text, one_line

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 5_000  # faults of one workbook: nobody reads on, and openpyxl takes 1 ms for each
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


def add_faults_sheet(
    book: Workbook | None, berkas: str, faults: Sequence[Fault], remarks: Sequence[str]
) -> Workbook:
    """Put the list of faults in front of a workbook, or into a new one.

    Parameters
    ----------
    book : the copy; None where the file could not be opened.
    berkas : name of the file that was checked.
    faults : what was found in it; the first `MOST` of them are listed.
    remarks : sentences about the copy.

    Returns
    -------
    Workbook
        `book` with the sheet in front and active, or the new one.
    """
    if book is None:
        book = Workbook()
        book.remove(book.active)
    sheets = {sheet.title for sheet in book.worksheets}
    sheet = book.create_sheet("Temuan", 0)  # openpyxl adds a number where the name is taken
    _write_head(sheet, berkas, faults, " ".join(remarks))
    styles: dict = {}
    for number, fault in enumerate(faults[:MOST], start=1):
        _write_fault(sheet, number, fault, fault.lembar in sheets, styles)
    _lay_out(sheet, len(faults[:MOST]))
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


def _write_head(sheet: Worksheet, berkas: str, faults: Sequence[Fault], about: str) -> None:
    _write(sheet, 1, 1, f"Temuan pada {berkas}").font = Font("Calibri", 14, True, color=_NAVY)
    _write(sheet, 2, 1, count_faults(faults))
    _write(sheet, 3, 1, about)
    for column, (tingkat, colour) in enumerate(COLOURS.items(), start=2):
        _write(sheet, 4, column, tingkat).fill = PatternFill("solid", fgColor=colour)
    _write(sheet, 4, 4, "warna selnya; catatan pada sel menyebut yang ditemukan dan diharapkan")
    for column, name in enumerate(_COLUMNS, start=1):
        cell = _write(sheet, _HEADER_ROW, column, name)
        cell.font = Font("Calibri", 11, True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_NAVY)
        side = "left" if column > 1 else "center"
        cell.alignment = Alignment(side, "center", indent=int(column > 1))
    sheet.row_dimensions[_HEADER_ROW].height = 21


def _write_fault(
    sheet: Worksheet, number: int, fault: Fault, has_sheet: bool, styles: dict
) -> None:
    """Write one row; `styles` keeps what openpyxl is slow to compare for every cell."""
    row = _HEADER_ROW + number
    found = found_text(fault)
    texts = (fault.tingkat, fault.lembar, fault.sel, found, fault.diharapkan, fault.saran)
    values = (number, *map(plain, texts))
    target = fault.sel if is_address(fault.sel) else "A1"
    linked = (4 if target == fault.sel else 3) if has_sheet else 0
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value)
        quoted = _keep_text(cell, value)
        key = (column, fault.tingkat if column == 2 else "", column == linked, quoted)
        if key not in styles:
            _dress(cell, *key)
            styles[key] = cell._style
        cell._style = copy(styles[key])
    if linked:
        place = f"{quote_sheetname(fault.lembar)}!{target}"
        cell = sheet.cell(row, linked)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
        cell._style = copy(styles[linked, "", True, _keep_text(cell, cell.value)])
    lines = [
        ceil((len(str(value)) * 1.15 + 2) / width)
        for value, width in zip(values, _COLUMNS.values(), strict=True)
    ]
    sheet.row_dimensions[row].height = 15 * max(lines)


def _dress(cell: Cell, column: int, tingkat: str, linked: bool, quoted: bool) -> None:
    cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    cell.alignment = Alignment(
        "left" if column > 1 else "center", "top", wrap_text=True, indent=int(column > 1)
    )
    cell.font = Font("Calibri", 11)
    if linked:
        cell.font = Font("Calibri", 11, underline="single", color="FF0563C1")
    if tingkat:
        cell.fill = PatternFill("solid", fgColor=COLOURS[tingkat])
    cell.quotePrefix = quoted


def _keep_text(cell: Cell, value: object) -> bool:
    """Let a text be text whatever it begins with; True where a spreadsheet must be told so."""
    if not isinstance(value, str) or not value:
        return False
    cell.data_type = "s"
    return value.startswith(FORMULA_STARTS)


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column, text)
    cell.font = Font("Calibri", 11)
    cell.quotePrefix = _keep_text(cell, text)
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
