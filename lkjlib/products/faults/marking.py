"""Marks faults in a copy of the workbook they were found in; the original is only read.

Every offending cell gets a colour and a note; a first sheet lists all faults with links.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from copy import copy
from itertools import islice, product
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import Color, PatternFill
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from lkjlib.errors import AnnexError, Fault
from lkjlib.excel.copies import open_for_marking
from lkjlib.excel.saving import stable_bytes
from lkjlib.excel.workbook import Sheet, open_workbook
from lkjlib.products.faults.listing import found_text
from lkjlib.products.faults.sheet import (
    COLOURS,
    MOST,
    add_faults_sheet,
    faults_workbook,
    is_address,
    plain,
)

AUTHOR = "lkj check"
_COPY = (
    "Ini salinan untuk dibaca: perbaiki berkas aslinya, lalu jalankan lkj check sekali lagi. "
    "Sel yang dimaksud diwarnai seperti kolom Tingkat; catatannya menyebut yang ditemukan dan "
    "diharapkan."
)
_KEPT = (
    "Isi lainnya disalin apa adanya, juga kolom nama orang, catatan sel dan nama penulis berkas: "
    "jangan bagikan lebih luas daripada aslinya."
)
_LIST = "Berkasnya tidak dapat disalin, jadi hanya daftar ini: perbaiki atau kirim berkas aslinya."
_SHOWN = "Lembar, baris atau kolom tersembunyi yang memuat temuan ditampilkan di sini."
_FIRST = f"Hanya {MOST} temuan pertama didaftar dan ditandai; selebihnya: lkj check --format csv."
_MOST_CELLS = 1_000  # an area is coloured as far as this
_NOTE_CHARACTERS = 46  # in a line of a note


def mark_faults(path: Path, faults: Sequence[Fault]) -> bytes:
    """An annotated copy of a workbook.

    Parameters
    ----------
    path : the workbook; it may be missing or unreadable.
    faults : what was found in it.

    Returns
    -------
    bytes
        The copy as .xlsx, the same for the same input. Where the workbook cannot be opened it
        holds the list of faults only.
    """
    book = _open(path, faults)
    if book is None:
        return faults_workbook(path.name, faults, [_LIST])
    styles: dict = {}
    cells = _by_cell(book, faults[:MOST])
    shown = [_mark(book[lembar], sel, some, styles) for (lembar, sel), some in cells.items()]
    remarks = [_COPY, _KEPT] + [_SHOWN] * any(shown) + [_FIRST] * (len(faults) > MOST)
    add_faults_sheet(book, path.name, faults, remarks)
    return stable_bytes(book, _computed(book, path))


def _open(path: Path, faults: Sequence[Fault]) -> Workbook | None:
    if not any(fault.lembar for fault in faults):
        return None  # the file as a whole was refused
    try:
        return open_for_marking(path)
    except AnnexError:
        return None


def _computed(book: Workbook, path: Path) -> Mapping[str, Sheet]:
    """The sheets as read, which know what formulas had come to; none where there is no formula."""
    cells = (cell for sheet in book.worksheets for cell in sheet._cells.values())
    if any(cell.data_type == "f" for cell in cells):
        with suppress(AnnexError):
            return open_workbook(path).sheets
    return {}


def _by_cell(book: Workbook, faults: Sequence[Fault]) -> dict[tuple[str, str], list[Fault]]:
    """Faults by sheet and cell, those in a merged area at its first cell."""
    names = {sheet.title for sheet in book.worksheets}
    cells = defaultdict(list)
    for fault in faults:
        if fault.lembar in names and is_address(fault.sel):
            cells[fault.lembar, _home(book[fault.lembar], fault.sel)].append(fault)
    return cells


def _home(sheet: Worksheet, sel: str) -> str:
    """The cell that shows what is done to a cell: the first one of its merged area."""
    left, top, *_ = range_boundaries(sel)
    if isinstance(sheet.cell(top, left), MergedCell):
        for area in sheet.merged_cells.ranges:
            if area.min_row <= top <= area.max_row and area.min_col <= left <= area.max_col:
                return area.start_cell.coordinate
    return sel


def _mark(sheet: Worksheet, sel: str, faults: Sequence[Fault], styles: dict) -> bool:
    """Colour the cells, put a note at the first; True where it had been hidden."""
    tingkat = min(fault.tingkat for fault in faults)  # galat before peringatan
    left, top, right, bottom = range_boundaries(sel)
    addresses = product(range(top, bottom + 1), range(left, right + 1))
    cells = [sheet.cell(row, column) for row, column in islice(addresses, _MOST_CELLS)]
    for cell in cells:
        _colour(cell, tingkat, styles)
    if sheet.conditional_formatting:
        _uncover(sheet, {cell.coordinate for cell in cells})
    first = sheet.cell(top, left)
    first.comment = _note(faults, first.comment)
    return _show(sheet, top, left)


def _colour(cell: Cell | MergedCell, tingkat: str, styles: dict) -> None:
    """Colour a cell and keep its other formats; `styles` keeps what openpyxl is slow to compare."""
    key = (tuple(cell._style or ()), tingkat)
    if key not in styles:
        font = copy(cell.font)
        font.color = Color("FF000000")  # a header may be printed white on dark
        cell.font = font
        cell.fill = PatternFill("solid", fgColor=COLOURS[tingkat])
        styles[key] = cell._style
    cell._style = copy(styles[key])


def _uncover(sheet: Worksheet, marked: Collection[str]) -> None:
    """Drop the conditional formats that would paint over a mark."""
    kept = ConditionalFormattingList()
    for area in sheet.conditional_formatting:
        if not any(sel in area for sel in marked):
            for rule in area.rules:
                kept.add(str(area.sqref), rule)
    sheet.conditional_formatting = kept


def _note(faults: Sequence[Fault], former: Comment | None) -> Comment:
    parts = [
        f"{fault.tingkat.upper()}\nDitemukan: {plain(found_text(fault))}\n"
        f"Diharapkan: {plain(fault.diharapkan)}\nSaran: {plain(fault.saran)}"
        for fault in faults
    ]
    if former is not None:
        parts.append(f"Catatan semula:\n{former.text}")
    text = "\n\n".join(parts)
    lines = sum(1 + len(line) // _NOTE_CHARACTERS for line in text.split("\n"))
    return Comment(text, AUTHOR, height=18 * lines + 12, width=320)


def _show(sheet: Worksheet, row: int, column: int) -> bool:
    """Show the sheet, row and column again: nobody sees a mark on what is hidden."""
    hidden = [
        d for d in (sheet.row_dimensions.get(row), _width_of(sheet, column)) if d and d.hidden
    ]
    for dimension in hidden:
        dimension.hidden = False
    was_visible = sheet.sheet_state == "visible"
    sheet.sheet_state = "visible"
    return bool(hidden) or not was_visible


def _width_of(sheet: Worksheet, column: int):
    """The dimension of a column; one may stand for several columns."""
    return next(
        (d for d in sheet.column_dimensions.values() if d.min and d.min <= column <= d.max), None
    )
