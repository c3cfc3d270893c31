"""Last year's workbook as next year's: headers, names, formats and formulas, no figures.

What the next report prints again is carried over: results of the years before, references that
stay. Everything else that was typed into a column of numbers is left to be filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from lkjlib.annexes.declaration import NOMOR, Column, Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.row_kinds import NUMBERS, is_number
from lkjlib.build.new.years import Years
from lkjlib.data import Row
from lkjlib.excel.copies import open_for_marking
from lkjlib.excel.formulas import Sums
from lkjlib.excel.saving import stable_bytes
from lkjlib.excel.workbook import Sheet, Workbook, address, normalise

KARTU, PEMBANDING = "kinerja.Indikator", "kinerja.Pembanding"
PERISTIWA = ("nomor",)  # key of sheets whose rows are events of a year
_NUMBER_HEADS = {normalise(word) for word in (NOMOR.header, *NOMOR.alias)}
_HEADER_ROWS = 2  # at most


@dataclass(frozen=True)
class Carried:
    """A workbook of the next report.

    `kosong` are the cells of each sheet that are to be filled in, `tak_dibaca` the sheets that no
    theme declares.
    """

    isi: bytes
    kosong: Mapping[str, Sequence[str]]
    tak_dibaca: Sequence[str]


def next_workbook(
    path: Path,
    read: Workbook,
    tables: Sequence[TableRows],
    declared: Mapping[str, tuple[Table, Table]],
    years: Years,
) -> Carried:
    """The workbook of the next report, made from last year's; the file itself is only read.

    Parameters
    ----------
    path, read : the workbook, and what was read of it.
    tables : its declared tables.
    declared : table -> how last year's and the next report declare it.
    years : of last year's report, and how they move on.

    Raises
    ------
    AnnexError
        When it holds more than can be copied.
    """
    book = open_for_marking(path)
    book.properties.creator, book.properties.lastModifiedBy = years.report.dinas, None
    by_sheet = {table.lembar: table for table in tables}
    blanks: dict[str, list[str]] = {}
    unread: list[str] = []
    for sheet in book.worksheets:
        name, table = sheet.title, by_sheet.get(sheet.title)
        if table is None:
            _bare(sheet, years)
            unread.append(name)
        else:
            moved = _SheetCopy(sheet, read.sheets[name], table, declared[table.table.nama], years)
            blanks[name] = moved.write()
        _move_margins(sheet, years)
    computed = {sheet.title: _calculated(sheet) for sheet in book.worksheets}
    due = {name: cells for name, cells in blanks.items() if cells}
    return Carried(stable_bytes(book, computed), due, unread)


class _SheetCopy:
    """One declared sheet on its way to the next report."""

    def __init__(
        self,
        sheet: Worksheet,
        read: Sheet,
        table: TableRows,
        declared: tuple[Table, Table],
        years: Years,
    ) -> None:
        self.sheet, self.read, self.table, self.years = sheet, read, table, years
        old, new = declared
        self.next_name = {o.nama: n.nama for o, n in zip(old.kolom, new.kolom, strict=True)}
        self.columns = {_place(table.places[c.nama]): c for c in table.table.kolom}
        self.last = max(_row(sel) for sel in table.places.values())
        self.body = _body_rows(table)
        self.by_row = {_row(row[table.table.kunci[-1]].sel): row for row in table.rows}
        self.year = next((c.nama for c in table.table.kolom if c.jenis == "tahun"), "")
        self.rows_of_key = {self._key(row): number for number, row in self.by_row.items()}
        self.before = {
            cell.coordinate: (cell.value, cell.number_format)
            for cells in sheet.iter_rows()
            for cell in cells
        }
        self.blanks: list[str] = []

    def write(self) -> list[str]:
        """Change the sheet; the cells that are to be filled in."""
        first = min(self.body, default=self.last + 1)
        for cells in self.sheet.iter_rows():
            for cell in (cell for cell in cells if isinstance(cell, Cell)):
                if cell.row in self.body:
                    self._write_body(cell)
                elif not self._is_of_reference(cell):
                    _move_words(cell, self.years, below=cell.row > first)
        return self.blanks

    def _is_of_reference(self, cell: Cell) -> bool:
        """Is the cell the header of a reference that stays as it is?"""
        column = self.columns.get(cell.column)
        near = self.last - _HEADER_ROWS < cell.row <= self.last
        return near and column is not None and self._stays(column)

    def _stays(self, column: Column) -> bool:
        if self.table.table.nama == PEMBANDING:
            stays = {one.nama for one in self.years.report.acuan if one.jenis != "wilayah"}
            return column.nama in stays
        return self.table.table.nama == KARTU

    def _write_body(self, cell: Cell) -> None:
        column = self.columns.get(cell.column)
        if self.table.table.kunci == PERISTIWA:
            if cell.value is not None or column is not None:
                self.blanks += [cell.coordinate] if column else []
                cell.value, cell.comment = None, None
        elif column is None:
            if not self._is_numbering(cell) and is_number(cell.value):
                cell.value = None
        elif column.jenis == "tahun":
            cell.value = _moved(cell.value, self.years)
        elif not self._stays(column):
            self._write_value(cell, column)

    def _write_value(self, cell: Cell, column: Column) -> None:
        """The value that the next report prints there again, or none."""
        name = self.next_name.get(column.nama, column.nama)
        of_year = name != column.nama
        if not of_year and column.jenis not in NUMBERS:
            return
        source = None
        if of_year:
            place = self.table.places.get(name)
            source = place and address(cell.row, _place(place))
        elif self.year and cell.row in self.by_row:
            row = self._row_of_next_year(self.by_row[cell.row])
            source = row and address(row, cell.column)
        carried = self.read.at(source) if source else None
        if carried is not None:
            cell.value, cell.number_format = carried, self.before[source][1]
        elif cell.data_type != "f":
            self.blanks += [] if cell.value is None else [cell.coordinate]
            cell.value = None

    def _row_of_next_year(self, row: Row) -> int | None:
        """The row that holds the same of the year that this row's moves on to."""
        year = row[self.year].nilai
        moved = {**row, self.year: row[self.year]._replace(nilai=self.years.move_number(year))}
        return self.rows_of_key.get(self._key(moved))

    def _key(self, row: Row) -> tuple[str, ...]:
        return tuple(normalise(row[name].nilai) for name in self.table.table.kunci)

    def _is_numbering(self, cell: Cell) -> bool:
        heads = (self.read.words(row).get(cell.column) for row in range(1, self.last + 1))
        return not _NUMBER_HEADS.isdisjoint(heads)


def _body_rows(table: TableRows) -> set[int]:
    """Rows of the table: data, headings among them, sums and means."""
    entries = [*table.rows, *(total.entries for total in (*table.totals, *table.means))]
    return {_row(entry.sel) for row in entries for entry in row.values() if entry.sel}


def _row(sel: str) -> int:
    return range_boundaries(sel)[1]


def _place(sel: str) -> int:
    return range_boundaries(sel)[0]


def _bare(sheet: Worksheet, years: Years) -> None:
    """A sheet that nothing reads: its typed numbers are last year's, and go; numbering stays."""
    cells = [c for row in sheet.iter_rows() for c in row if isinstance(c, Cell)]
    numbering = {c.column for c in cells if normalise(c.value) in _NUMBER_HEADS}
    for cell in cells:
        _move_words(cell, years, below=cell.column not in numbering)


def _move_words(cell: Cell, years: Years, *, below: bool) -> None:
    """Titles, headers and notes with their years moved on; numbers below a table go."""
    if cell.data_type == "f" or cell.value is None:
        return
    moved = _moved(cell.value, years)
    if below and is_number(cell.value) and moved == cell.value:
        moved = None
    if moved != cell.value:
        cell.value = moved


def _moved(value: object, years: Years) -> object:
    if isinstance(value, CellRichText):
        parts = [
            TextBlock(part.font, years.move(part.text))
            if isinstance(part, TextBlock)
            else years.move(part)
            for part in value
        ]
        return CellRichText(*parts)
    if isinstance(value, str):
        return years.move(value)
    return years.move_number(value) if type(value) is int else value


def _move_margins(sheet: Worksheet, years: Years) -> None:
    """Headers and footers of the printed page."""
    for margin in ("oddHeader", "oddFooter", "evenHeader", "evenFooter"):
        for part in ("left", "center", "right"):
            item = getattr(getattr(sheet, margin), part)
            if item.text:
                item.text = years.move(item.text)


def _calculated(sheet: Worksheet) -> Sheet:
    """The sheet with what its sums come to now, so that no formula keeps last year's value."""
    formulas = {c.coordinate: str(c.value)[1:] for c in _formulas(sheet)}
    rows = [
        tuple(None if cell.data_type == "f" else _plain(cell.value) for cell in cells)
        for cells in sheet.iter_rows()
    ]
    sums = Sums(Sheet("", sheet.title, rows, uncalculated=formulas))
    known = {sel: sums.value(sel) for sel in formulas}
    filled = [
        tuple(known.get(address(row, place), value) for place, value in enumerate(values, start=1))
        for row, values in enumerate(rows, start=1)
    ]
    return Sheet("", sheet.title, filled)


def _formulas(sheet: Worksheet) -> Iterator[Cell]:
    return (c for cells in sheet.iter_rows() for c in cells if c.data_type == "f")


def _plain(value: object) -> object:
    return str(value) if isinstance(value, CellRichText) else value
