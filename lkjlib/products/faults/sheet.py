"""The sheet 'Temuan' of an annotated copy: every fault of the workbook, linked to its cell.

The one writer of workbooks makes it. XlsxWriter cannot add to a workbook that is there, so
openpyxl carries the finished sheet over into the copy.
"""

import io
import re
from collections.abc import Collection, Sequence
from copy import copy

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import quote_sheetname, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from lkjlib.errors import Fault
from lkjlib.products.faults.listing import count_faults, found_text, one_line
from lkjlib.products.workbook.writer import Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi, Kolom

MOST = 5_000  # faults of one workbook: nobody reads on, and openpyxl takes 1 ms for each
COLOURS = {"galat": "FFFF9E8A", "peringatan": "FFFFE08A"}
_SHEET = "Temuan"
_COLUMNS = (
    Kolom("nomor", "No"),
    Kolom("tingkat", "Tingkat"),
    Kolom("lembar", "Lembar"),
    Kolom("sel", "Sel"),
    Kolom("ditemukan", "Ditemukan"),
    Kolom("diharapkan", "Diharapkan"),
    Kolom("saran", "Saran"),
)
_LONGEST = 400
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?")


def faults_workbook(
    berkas: str, faults: Sequence[Fault], remarks: Sequence[str], sheets: Collection[str] = ()
) -> bytes:
    """The list of faults as a workbook of its own.

    Parameters
    ----------
    berkas : name of the file that was checked.
    faults : what was found in it; the first `MOST` of them are listed.
    remarks : sentences about the list.
    sheets : names of the sheets that a fault can be linked to.

    Examples
    --------
    >>> faults_workbook("a.xlsx", [Fault("galat", "a.xlsx", "A", "B2", "x", "angka", "")], [])[:2]
    b'PK'
    """
    listed = faults[:MOST]
    rows = [(number, *_texts(fault)) for number, fault in enumerate(listed, start=1)]
    frame = pd.DataFrame(rows, columns=[column.nama for column in _COLUMNS])
    title = f"Temuan pada {berkas}"
    links = [_link(fault, sheets) for fault in listed]
    has_cell = [is_address(fault.sel) for fault in listed]
    lembar = Lembar(
        _SHEET,
        Isi(title, frame, _COLUMNS),
        (count_faults(faults), " ".join(remarks)),
        warna={"tingkat": {name: f"#{colour[2:]}" for name, colour in COLOURS.items()}},
        tautan={
            "sel": [link * known for link, known in zip(links, has_cell, strict=True)],
            "lembar": [link * (not known) for link, known in zip(links, has_cell, strict=True)],
        },
    )
    return workbook_bytes(title, [lembar])


def add_faults_sheet(
    book: Workbook, berkas: str, faults: Sequence[Fault], remarks: Sequence[str]
) -> None:
    """Put the list of faults in front of a workbook, which then opens there.

    Parameters
    ----------
    book : the copy.
    berkas, faults, remarks : as in `faults_workbook`.
    """
    sheets = {sheet.title for sheet in book.worksheets}
    content = faults_workbook(berkas, faults, remarks, sheets)
    sheet = book.create_sheet(_SHEET, 0)  # openpyxl adds a number where the name is taken
    _carry_over(load_workbook(io.BytesIO(content)).active, sheet)
    _open_at(book, sheet)


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


def _texts(fault: Fault) -> tuple[str, ...]:
    found = found_text(fault)
    texts = (fault.tingkat, fault.lembar, fault.sel, found, fault.diharapkan, fault.saran)
    return tuple(map(plain, texts))


def _link(fault: Fault, sheets: Collection[str]) -> str:
    """Where a fault is: its cell, its sheet where it names no cell; "" where there is none."""
    if fault.lembar not in sheets:
        return ""
    cell = fault.sel if is_address(fault.sel) else "A1"
    return f"internal:{quote_sheetname(fault.lembar)}!{cell}"


def _carry_over(source: Worksheet, target: Worksheet) -> None:
    """Copy a sheet into another workbook: cells with formats and links, and how it prints."""
    styles: dict = {}
    for row in source.iter_rows():
        for cell in row:
            _copy_cell(cell, target.cell(cell.row, cell.column), styles)
    for area in source.merged_cells.ranges:
        target.merge_cells(str(area))
    for letter, dimension in source.column_dimensions.items():
        target.column_dimensions[letter].width = dimension.width
    for number, dimension in source.row_dimensions.items():
        target.row_dimensions[number].height = dimension.height
    target.freeze_panes, target.auto_filter.ref = source.freeze_panes, source.auto_filter.ref
    target.print_title_rows = source.print_title_rows
    target.sheet_view.showGridLines = source.sheet_view.showGridLines
    for name in ("page_setup", "oddFooter", "sheet_properties"):
        setattr(target, name, copy(getattr(source, name)))


def _copy_cell(source: Cell, target: Cell, styles: dict) -> None:
    """Copy one cell; `styles` keeps what openpyxl is slow to compare for every cell."""
    target.value = source.value
    target.data_type = source.data_type  # a text stays one whatever it begins with
    if source.hyperlink:
        target.hyperlink = copy(source.hyperlink)
    if not source.has_style:
        return
    key = tuple(source._style)
    if key not in styles:
        for part in ("font", "fill", "border", "alignment", "number_format"):
            setattr(target, part, copy(getattr(source, part)))
        target.quotePrefix = source.quotePrefix
        styles[key] = target._style
    target._style = copy(styles[key])


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
