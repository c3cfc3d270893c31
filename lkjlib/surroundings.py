"""What an office adds to a table: merged cells, hidden rows, another table below it."""

from __future__ import annotations

from lkjlib.entries import TableRows
from lkjlib.header import Header
from lkjlib.workbook import Sheet, address


def covered_cells(result: TableRows, sheet: Sheet, header: Header) -> set[tuple[int, int]]:
    """Cells under a vertical merge over data rows; each such merge becomes one finding.

    A column declared as `turun` may be merged: its value holds for the rows below it.
    """
    covered: set[tuple[int, int]] = set()
    down = {header.columns[c.nama] for c in result.table.kolom if c.turun}
    read = set(header.columns.values()) - down
    for area in sheet.merges:
        hit = read & set(range(area.min_col, area.max_col + 1))
        if area.max_row > area.min_row > header.last and hit:
            first, last = address(area.min_row, area.min_col), address(area.max_row, area.max_col)
            result.find(
                first,
                f"sel gabungan {first}:{last}",
                "satu sel setiap baris",
                "Pisahkan sel gabungan itu dan isi setiap barisnya.",
            )
            covered.update((row, c) for row, c in area.cells() if row > area.min_row)
    return covered


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


def report_other_table(result: TableRows, row: int) -> None:
    """A second table under the declared one is named, not read."""
    result.find(
        f"A{row}",
        "tabel lain di bawah tabel ini, tidak dibaca",
        "satu tabel setiap lembar",
        "Pindahkan tabel itu ke lembar lain bila isinya perlu dibaca.",
        "peringatan",
    )
