"""Finds a declared table in a workbook and reads it; what keeps it from being read is a fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from lkjlib.annexes.body import read_body
from lkjlib.annexes.declaration import Column, Table
from lkjlib.annexes.entries import TableRows, Total
from lkjlib.annexes.header import Header, find_header, normalise
from lkjlib.data import Entry
from lkjlib.excel.workbook import Sheet, Workbook, address

_UNHIDE = "Lembar itu dibaca; tampilkan atau hapus bila tidak dipakai."

__all__ = ["Entry", "TableRows", "Total", "read_rows"]


def read_rows(book: Workbook, table: Table, declared: Iterable[Table] = ()) -> TableRows:
    """Read one declared table from a workbook: rows and totals as far as possible, faults.

    `declared` are the tables that the workbook may hold besides.
    """
    sheets = _choose_sheets(book, table, declared)
    sheet, header = sheets[0] if len(sheets) == 1 else (None, None)
    result = TableRows(table, sheet.nama if sheet else table.lembar, berkas=book.berkas)
    if len(sheets) > 1:
        names = " dan ".join(f"'{candidate.nama}'" for candidate, _ in sheets)
        result.find(
            "", f"lembar {names} sama-sama cocok", f"lembar '{table.lembar}'", _rename(table, book)
        )
    elif sheet is None:
        names = ", ".join(book.sheets)
        result.find("", f"lembar {names}", f"lembar '{table.lembar}'", _rename(table, book))
    elif header is None or header.missing or header.doubled:
        _report_header(result, header)
    else:
        _read_table(result, sheet, header)
    return result


def _read_table(result: TableRows, sheet: Sheet, header: Header) -> None:
    if sheet.hidden:
        result.find("", "lembar tersembunyi", "lembar yang tampak", _UNHIDE, "peringatan")
    for place in sorted(sheet.hidden_columns & set(header.columns.values())):
        result.find(
            address(header.first, place),
            "kolom tersembunyi, tetap dibaca",
            "kolom yang tampak",
            "Tampilkan kolomnya, atau hapus bila tidak dipakai.",
            "peringatan",
        )
    read_body(result, sheet, header)
    if not result.rows:
        below = f"A{header.last + 1}"
        result.find(below, "tidak ada baris data", "baris data di bawah judul", "Isi tabelnya.")


def _choose_sheets(
    book: Workbook, table: Table, declared: Iterable[Table]
) -> list[tuple[Sheet, Header | None]]:
    """The sheet of the declared name, else those left that hold the whole header.

    A sheet that bears the name of another table never stands in, though its header may match.
    """
    for name, sheet in book.sheets.items():
        if normalise(name) == normalise(table.lembar):
            return [(sheet, find_header(sheet, table))]
    taken = {normalise(t.lembar) for t in declared if t.berkas == table.berkas}
    free = [sheet for name, sheet in book.sheets.items() if normalise(name) not in taken]
    headers = [(sheet, find_header(sheet, table)) for sheet in free]
    return [(sheet, header) for sheet, header in headers if header and not header.missing]


def _rename(table: Table, book: Workbook) -> str:
    near = get_close_matches(table.lembar, list(book.sheets), 1)
    guess = f" Lembar '{near[0]}': maksudnya '{table.lembar}'?" if near else ""
    return f"Beri nama lembar itu '{table.lembar}'.{guess}"


def _report_header(result: TableRows, header: Header | None) -> None:
    if header is None:
        words = "judul kolom " + ", ".join(c.judul for c in result.table.kolom)
        result.find("", "tidak ada judul kolom", words, "Tulis judul kolom di atas data.")
        return
    for name, places in header.doubled.items():
        title = next(c.judul for c in result.table.kolom if c.nama == name)
        cells = " dan ".join(address(header.first, place) for place in places)
        result.find(
            address(header.first, places[1]),
            f"kolom '{title}' ada {len(places)} kali ({cells})",
            "satu kolom saja",
            "Hapus atau ganti judul kolom yang tidak dipakai.",
        )
    texts = {c: t.replace("|", " / ") for c, t in header.texts.items()}
    free = {text: c for c, text in texts.items() if c not in header.columns.values()}
    for column in header.missing:
        near = _nearest(column, free)
        result.find(
            address(header.first, free[near]) if near else f"A{header.first}",
            near.upper() if near else ", ".join(texts.values()),
            f"kolom '{column.judul}'",
            f"Kolom '{near.upper()}': maksudnya '{column.judul}'?"
            if near
            else f"Tambahkan kolom '{column.judul}' atau betulkan judulnya.",
        )


def _nearest(column: Column, free: Mapping[str, int]) -> str | None:
    """Header text of a column without a meaning that is closest to any wording of `column`."""
    wordings = [normalise(words.replace("|", " / ")) for words in (column.header, *column.alias)]
    near = [match for words in wordings for match in get_close_matches(words, free, 1)]
    return near[0] if near else None
