"""The checker is itself checked: every numeric cell of the annexes, altered, is noticed.

One cell at a time is changed in memory; then a check must find something, or a verdict of the
ledger must change: on a statement (sheet Klaim) or on a printed number (sheet Angka).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from declared import ADA, BERKAS, REPORT, RULES

from lkjlib.annexes.check import check_tables
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.folder import open_workbooks, read_tables
from lkjlib.annexes.read import read_rows
from lkjlib.errors import LkjError
from lkjlib.excel.workbook import Books, Workbook, address
from lkjlib.ledger.claims import read_ledger
from lkjlib.ledger.coverage import holds
from lkjlib.ledger.judge import judge_rows
from lkjlib.ledger.measures import ledger_measures
from lkjlib.loading import from_tables

pytestmark = pytest.mark.lambat

# Why no printed number depends on a cell, where that is so.
NO_NUMBER = {
    "nomor baris": "nomor urut di kolom pertama; tidak dibaca dan tidak dihitung",
    "nomor kolom": "baris nomor kolom di bawah judul; bukan data",
    "pekerja": "laporan mencetak satu nama, bukan jumlah; tidak ada angka tercetak",
}

Place = tuple[str, str, int, int]


class Bench:
    """Annexes in memory, with the verdicts that they give as they stand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.books, _ = open_workbooks(Books(folder), BERKAS)
        self.tables = read_tables(self.books, tuple(ADA.values()))
        ledger = read_ledger(folder)
        self.ledger = ledger["klaim.Klaim"]
        self.printed: dict[str, list[str]] = {}
        for row in ledger["klaim.Angka"].rows:
            self.printed.setdefault(row["rujukan"].nilai, []).append(row["tercetak"].nilai)
        self.verdicts = self._verdicts(self.tables)

    def numeric_cells(self) -> Iterator[Place]:
        for berkas, book in self.books.items():
            for lembar, sheet in book.sheets.items():
                for row, values in enumerate(sheet.rows, start=1):
                    for column, value in enumerate(values, start=1):
                        if type(value) in (int, float):
                            yield berkas, lembar, row, column

    def noticed_by(self, place: Place) -> str:
        """What notices that a cell was altered: check, klaim, angka, or nothing."""
        berkas, lembar, row, column = place
        book = _altered(self.books[berkas], lembar, row, column)
        tables = dict(self.tables)
        for table in _tables_of(berkas, lembar):
            tables[table.nama] = read_rows(book, table)
            if tables[table.nama].faults:
                return "check"
        if check_tables(tables, RULES):
            return "check"
        new = book.sheets[lembar].value(row, column)
        printed = self.printed.get(f"{berkas}!{lembar}!{address(row, column)}", ())
        if not all(holds(new, text) for text in printed):
            return "angka"
        if all(table.rows == self.tables[name].rows for name, table in tables.items()):
            return ""  # the same data give the same verdicts
        try:
            return "klaim" if self._verdicts(tables) != self.verdicts else ""
        except LkjError:
            return "klaim"

    def _verdicts(self, tables: dict) -> list[tuple[str, str]]:
        data = from_tables(tables, REPORT)
        ledger = judge_rows(self.ledger, ledger_measures(data, self.ledger))
        return list(zip(ledger["kode"], ledger["vonis"], strict=True))


def _tables_of(berkas: str, lembar: str) -> list[Table]:
    return [t for t in ADA.values() if (t.berkas, t.lembar) == (berkas, lembar)]


def _altered(book: Workbook, lembar: str, row: int, column: int) -> Workbook:
    """A workbook with one number changed by a tenth, at least by one unit of its kind."""
    sheet = book.sheets[lembar]
    values = list(sheet.rows[row - 1])
    old = values[column - 1]
    values[column - 1] = old + max(1, abs(old) // 10) if isinstance(old, int) else old * 1.1
    rows = [*sheet.rows[: row - 1], tuple(values), *sheet.rows[row:]]
    return Workbook(book.berkas, {**book.sheets, lembar: replace(sheet, rows=rows)})


def alter_all(folder: Path, part: int, parts: int) -> dict[Place, str]:
    """Cells of one part, each altered once, with what noticed it."""
    bench = Bench(folder)
    return {place: bench.noticed_by(place) for place in list(bench.numeric_cells())[part::parts]}


def test_every_numeric_cell_altered_is_noticed(frozen):
    folder = frozen
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        first, second = pool.map(alter_all, [folder] * 2, range(2), [2] * 2)
    noticed = {**first, **second}
    missed = {place: _reason(place) for place, by in noticed.items() if not by}
    print(f"\n{len(noticed)} sel diubah: {dict(Counter(noticed.values()))}")
    for reason, count in Counter(missed.values()).items():
        print(f"tidak diketahui {count}: {NO_NUMBER.get(reason, 'TANPA ALASAN')}")
    assert len(noticed) > 600
    unexplained = [f"{b}!{s}!{address(r, c)}" for (b, s, r, c), why in missed.items() if not why]
    assert unexplained == []


def _reason(place: Place) -> str:
    """Why no printed number depends on a cell; empty where one should."""
    berkas, lembar, row, column = place
    if (berkas, lembar) == ("kasus.xlsx", "Kasus"):
        return "pekerja" if column == 5 else ""
    if column == 1:
        return "nomor baris"
    return "nomor kolom" if (lembar, row) == ("Program Kegiatan", 7) else ""
