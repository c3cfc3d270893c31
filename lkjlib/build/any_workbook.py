"""Checks a workbook that no report names: its sheets are known by their headers alone."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lkjlib.annexes.check import check_table
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.find import find_table, titles
from lkjlib.annexes.header import Header, find_header
from lkjlib.annexes.read import read_rows
from lkjlib.errors import AnnexError, Fault
from lkjlib.excel.workbook import Sheet, Workbook, normalise, open_workbook
from lkjlib.loading import declared_for

_SHOWN = 3  # tables in one message


class _Near(NamedTuple):
    """A sheet that has some columns of a table, and which it lacks."""

    table: Table
    sheet: Sheet
    header: Header

    @property
    def distance(self) -> float:
        return len(self.header.missing) / (len(self.header.columns) + len(self.header.missing))


def find_faults_of(path: Path) -> list[Fault]:
    """Every fault inside the declared tables that the sheets of a workbook hold.

    Rules between tables are those of a report's folder and are not looked at. Where no sheet holds
    a whole header, one fault says which headers were looked for and which sheet is nearest.
    """
    try:
        book = open_workbook(path)
    except AnnexError as error:
        return list(error.faults)
    declared = declared_for(path, book)
    read = _read(book, declared)
    if not read:
        return [_unknown(book, declared.values())]
    faults = [fault for table in read.values() for fault in (*table.faults, *check_table(table))]
    return [*faults, *_unread(book, set(read))]


def _read(book: Workbook, declared: Mapping[str, Table]) -> dict[str, TableRows]:
    """Sheet -> what it holds; a sheet that fits two tables is the one that it is named like."""
    names = {normalise(name) for name in book.sheets}
    ordered = sorted(declared.values(), key=lambda table: normalise(table.lembar) not in names)
    read: dict[str, TableRows] = {}
    for table in ordered:
        found = find_table(TableRows(table, table.lembar), book, ordered)
        if found and found[0].nama not in read:
            read[found[0].nama] = read_rows(book, table, ordered)
    return read


def _unread(book: Workbook, read: set[str]) -> Iterator[Fault]:
    for name in book.sheets:
        if name not in read:
            yield Fault(
                "peringatan",
                book.berkas,
                name,
                "",
                f"lembar '{name}', tidak dibaca",
                "judul kolom tabel yang dikenal",
                "Lengkapi judul kolomnya bila lembar itu perlu diperiksa, atau biarkan.",
            )


def _unknown(book: Workbook, declared: Iterable[Table]) -> Fault:
    """No sheet holds the header of any table."""
    tables = list(declared)
    pairs = [
        _Near(table, sheet, header)
        for table in tables
        for sheet in book.sheets.values()
        if (header := find_header(sheet, table)) and header.columns
    ]
    near = sorted(pairs, key=lambda one: one.distance)
    shown = list(dict.fromkeys(one.table for one in near))[:_SHOWN] or tables[:_SHOWN]
    wanted = "; ".join(f"{table.nama} ({titles(table.kolom)})" for table in shown)
    advice = "Untuk tabel lain: lkj table BERKAS."
    if near:
        one = near[0]
        why = "ada kolom ganda" if one.header.doubled else titles(one.header.missing)
        advice = (
            f"Lembar '{one.sheet.nama}' paling mendekati {one.table.nama}, tanpa kolom {why}; "
            f"lengkapi judulnya bila itu tabelnya. {advice}"
        )
    return Fault(
        "galat",
        book.berkas,
        "",
        "",
        f"lembar {', '.join(book.sheets)}",
        f"judul kolom salah satu dari {len(tables)} tabel, seperti {wanted}",
        advice,
    )
