"""Any table that an office or BPS printed, as a tidy frame."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from lkjlib.errors import Fault, LkjError, at_most
from lkjlib.excel.workbook import Sheet, address
from lkjlib.printed.blocks import Block, find_blocks
from lkjlib.printed.columns import Columns, add_rows_without_numbers, read_columns
from lkjlib.printed.containers import chosen, open_tables
from lkjlib.printed.grid import Grid
from lkjlib.printed.header import Head, Header, read_header
from lkjlib.printed.lines import is_rate, is_signature
from lkjlib.printed.sections import Stub
from lkjlib.printed.stub import read_stub
from lkjlib.printed.sums import mark_sums
from lkjlib.printed.table import PrintedTable, levels, long_frame, name_months, wide_frame
from lkjlib.printed.text import clean
from lkjlib.printed.traps import Read, find_traps
from lkjlib.printed.values import Column
from lkjlib.printed.values import read_columns as read_numbers


def read_printed(path: str | Path, sheet: str | None = None) -> list[PrintedTable]:
    """Read every printed table of a file.

    Titles, notes, spread headings, sections, stacked years and totals are told apart by what they
    hold; see each table's repr for what was understood.

    Parameters
    ----------
    path : .xlsx, CSV (comma, semicolon, tab) or HTML, whatever its name ends in
    sheet : name of one sheet; all visible ones by default

    Returns
    -------
    list of PrintedTable, in the order of the sheets, from the top, then from the left. `frame` is
    long: labels, columns of the headings, `total`, `nilai` in the unit printed, `asal`.

    Raises
    ------
    AnnexError
        When the file is missing, damaged, hostile or of another kind; the message says what to do.
    LkjError
        When there is no such sheet, or no table of numbers.

    Examples
    --------
    >>> [table] = read_printed("data/2019/koperasi.xlsx", "Keragaan")
    >>> table.frame.loc[0, ["status", "asal"]].tolist()
    ['AKTIF', 'C7']
    """
    book = open_tables(path)
    sheets = list(chosen(book, sheet))
    tables = [table for one in sheets for table in _read_sheet(one)]
    if not tables:
        where = ", ".join(f"'{one.nama}'" for one in sheets if one.nama)
        raise LkjError(
            f"{book.berkas}{f', lembar {where}' if where else ''}: tidak ada tabel angka. Dicari "
            "baris judul kolom dengan baris angka di bawahnya, dan label di kirinya."
        )
    return tables


def _read_sheet(sheet: Sheet) -> Iterator[PrintedTable]:
    grid = Grid(sheet)
    for block in find_blocks(grid):
        columns = read_columns(grid, block)
        if columns.values:
            add_rows_without_numbers(grid, block, columns)
            yield _read_block(grid, block, columns)


def _read_block(grid: Grid, block: Block, columns: Columns) -> PrintedTable:
    header = read_header(grid, block, columns.labels, columns.values)
    stub = read_stub(grid, block, columns, header.labels)
    heads = header.heads
    titles = [*_lines(grid, block, block.titles), *header.titles]
    title = " · ".join(dict.fromkeys(titles))
    rates = [any(map(is_rate, (title, *head.words))) for head in heads]
    numbers = read_numbers([_cells(grid.sheet, stub.rows, h.column) for h in heads], rates)
    name_months(stub, heads)
    _take_totals(stub)
    mark_sums(stub, heads, numbers)
    read = Read(grid.sheet, header, stub, numbers, title)
    warnings = [*at_most(find_traps(read)), *_left_out(grid, block, columns)]
    if _is_tidy(block, stub, header):
        frame = wide_frame(stub, heads, numbers)
    else:
        frame = _long(stub, heads, numbers, derived=False)
    return PrintedTable(
        frame,
        _long(stub, heads, numbers, derived=True),
        title,
        tuple(_notes(grid, block)),
        tuple(warnings),
        grid.sheet.berkas,
        grid.sheet.nama,
        _area(block, stub, columns),
    )


def _long(
    stub: Stub, heads: Sequence[Head], numbers: Sequence[Column], *, derived: bool
) -> pd.DataFrame:
    some = [(h, n) for h, n in zip(heads, numbers, strict=True) if h.derived == derived]
    kept = [head for head, _ in some]
    return long_frame(stub, kept, [column for _, column in some], levels(kept))


def _cells(sheet: Sheet, rows: Sequence[int], column: int) -> list[object]:
    found = (sheet.rows[row] for row in rows)
    return [values[column] if column < len(values) else None for values in found]


def _lines(grid: Grid, block: Block, rows: Sequence[int]) -> list[str]:
    """Lines of words, one each row."""
    lines = [" ".join(map(clean, grid.texts(row, block.columns))).strip() for row in rows]
    return [line for line in lines if line]


def _notes(grid: Grid, block: Block) -> Iterator[str]:
    """Notes down to what is signed: below it stand names of persons."""
    for line in _lines(grid, block, block.notes):
        if is_signature(line):
            return
        yield line


def _area(block: Block, stub: Stub, columns: Columns) -> str:
    rows = [*block.headings, *stub.rows]
    used = [*columns.labels, *columns.values]
    first, last = address(min(rows) + 1, min(used) + 1), address(max(rows) + 1, max(used) + 1)
    return f"{first}:{last}"


def _take_totals(stub: Stub) -> None:
    """A frame that was written by this library says itself which rows are totals."""
    marks = {"true": True, "false": False}
    values = [str(value).casefold() for value in stub.labels.get("total", ())]
    if values and set(values) <= set(marks):
        stub.total = [marks[value] for value in values]
        del stub.labels["total"], stub.places["total"]
    for name in ("nilai", "asal"):
        if name in stub.labels:
            stub.labels = {f"{n}_semula" if n == name else n: v for n, v in stub.labels.items()}
            stub.places = {f"{n}_semula" if n == name else n: v for n, v in stub.places.items()}


def _is_tidy(block: Block, stub: Stub, header: Header) -> bool:
    """Is a table a frame already: one row of headings, rows told apart by several columns?"""
    plain_table = len(block.headings) == 1 and not block.titles and not block.lines
    if not plain_table or len(stub.places) < 2 or any(stub.total) or len(header.heads) < 2:
        return False
    if any(set(head.held) != {"rincian"} or head.derived for head in header.heads):
        return False
    rows = len(stub.rows)
    keys = [labels for name, labels in stub.labels.items() if name not in ("id", "kode")]
    return all(len(set(labels)) < rows for labels in keys)


def _left_out(grid: Grid, block: Block, columns: Columns) -> Iterator[Fault]:
    """What the layout leaves unsaid: columns without headings, numbers below the notes."""
    place = grid.sheet.berkas, grid.sheet.nama
    if not block.headings:
        sel = address(block.body[0] + 1, columns.values[0] + 1)
        advice = "Tulis judul kolomnya; kolomnya dibaca tanpa nama."
        yield Fault("peringatan", *place, sel, "", "judul kolom", advice)
    for row in block.skipped:
        sel = address(row + 1, min(grid.filled(row, block.columns)) + 1)
        advice = "Baris itu tidak dibaca; pindahkan ke atas catatan bila termasuk tabel."
        yield Fault("peringatan", *place, sel, "angka", "catatan di bawah tabel", advice)
