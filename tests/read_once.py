"""A reader for tests that remembers the frozen annexes, however many copies of them it is shown."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.read import read_rows
from lkjlib.excel.workbook import Workbook, open_workbook


class ReadOnce:
    """`open_workbook` and `read_rows`, each once for a frozen workbook and for a table of it."""

    def __init__(self, folder: Path) -> None:
        self.frozen = {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}
        self.opened = cache(lambda name: open_workbook(folder / name))
        self.rows: dict[tuple[str, Table, tuple[Table, ...]], TableRows] = {}

    def open_workbook(self, path: Path) -> Workbook:
        """The workbook of a path; the same one for every unchanged copy of a frozen workbook."""
        same = path.is_file() and path.read_bytes() == self.frozen.get(path.name)
        return self.opened(path.name) if same else open_workbook(path)

    def read_rows(self, book: Workbook, table: Table, declared: Iterable[Table] = ()) -> TableRows:
        """The rows of a table; the same ones for the same table of a frozen workbook."""
        declared = tuple(declared)
        if book.berkas not in self.frozen or book is not self.opened(book.berkas):
            return read_rows(book, table, declared)
        key = (book.berkas, table, declared)
        if key not in self.rows:
            self.rows[key] = read_rows(book, table, declared)
        return self.rows[key]
