"""What an office adds to a table: merged cells, hidden rows, another table below it."""

from __future__ import annotations

from collections.abc import Iterator

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import Header
from lkjlib.excel.cells import Area
from lkjlib.excel.workbook import Sheet, address


def covered_cells(sheet: Sheet, header: Header, table: Table) -> set[tuple[int, int]]:
    """Cells under a vertical merge over data rows, where a blank is no fault of its own."""
    return {
        (row, column)
        for area in _merged_down(sheet, header, table)
        for row, column in area.cells()
        if row > area.min_row
    }


def report_merges(result: TableRows, sheet: Sheet, header: Header, last: int) -> None:
    """Each vertical merge over data rows is a fault; `last` is the last row of the table.

    A column declared as `turun` may be merged: its value holds for the rows below it.
    """
    for area in _merged_down(sheet, header, result.table):
        if area.min_row <= last:
            first, end = address(area.min_row, area.min_col), address(area.max_row, area.max_col)
            result.find(
                first,
                f"sel gabungan {first}:{end}",
                "satu sel setiap baris",
                "Pisahkan sel gabungan itu dan isi setiap barisnya.",
            )


def _merged_down(sheet: Sheet, header: Header, table: Table) -> Iterator[Area]:
    down = {header.columns[c.nama] for c in table.kolom if c.turun}
    read = set(header.columns.values()) - down
    for area in sheet.merges:
        hit = read & set(range(area.min_col, area.max_col + 1))
        if area.max_row > area.min_row > header.last and hit:
            yield area


def merged_across(sheet: Sheet, header: Header) -> dict[tuple[int, int], str]:
    """Cells of one row that lie under a filled neighbour: whose value it is, nobody can tell."""
    return {
        cell: f"{address(area.min_row, area.min_col)}:{address(area.max_row, area.max_col)}"
        for area in sheet.merges
        if area.max_row == area.min_row > header.last
        and sheet.value(area.min_row, area.min_col) is not None
        for cell in area.cells()
        if cell[1] > area.min_col
    }


def report_merged_across(result: TableRows, sel: str, area: str) -> None:
    """A value that stands over several columns is in none of them."""
    result.find(
        sel,
        f"sel gabungan {area}",
        "satu sel setiap kolom",
        "Pisahkan sel gabungan itu dan isi setiap kolomnya.",
    )


def report_hidden_row(result: TableRows, row: int) -> None:
    """A hidden row counts: who hid it may not know."""
    result.find(
        f"A{row}",
        "baris tersembunyi, tetap dibaca",
        "baris yang tampak",
        "Tampilkan barisnya, atau hapus bila tidak dipakai.",
        "peringatan",
    )


def report_other_table(result: TableRows, row: int, tingkat: str) -> None:
    """A second table under the declared one is named, not read."""
    result.find(
        f"A{row}",
        "tabel lain di bawah tabel ini, tidak dibaca",
        "satu tabel setiap lembar",
        "Pindahkan tabel itu ke lembar lain bila isinya perlu dibaca.",
        tingkat,
    )


def report_words_between(result: TableRows, sheet: Sheet, row: int) -> None:
    """A remark or a heading among the rows: nobody can tell which rows it is about."""
    place = next(iter(sheet.words(row)))
    words = str(sheet.value(row, place))[:60]
    result.find(
        address(row, place),
        "tulisan di antara baris data" if any(c.rahasia for c in result.table.kolom) else words,
        "baris data, atau baris kosong",
        "Hapus baris itu, atau pindahkan ke bawah tabel; di bawahnya masih ada data.",
    )
