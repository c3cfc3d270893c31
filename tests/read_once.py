"""A reader for tests that remembers the frozen annexes, however many copies of them it is shown."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.read import read_rows
from lkjlib.data import Data
from lkjlib.excel.workbook import Workbook, open_workbook
from lkjlib.ledger.measures import measures
from lkjlib.loading import load
from lkjlib.themes.measure import Measure


class ReadOnce:
    """`open_workbook`, `read_rows`, `measures`: each once for what no test has changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
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

    @cached_property
    def data(self) -> Data:
        """The frozen annexes, loaded."""
        return load(path=self.folder)

    @cached_property
    def measured(self) -> dict[str, Measure]:
        """Their measures."""
        return measures(self.data)

    def measures(self, data: Data) -> dict[str, Measure]:
        """The measures of a report; those of the frozen one where every value and cell is its."""
        return dict(self.measured) if self._is_frozen(data) else measures(data)

    def _is_frozen(self, data: Data) -> bool:
        return _contents(data) == _contents(self.data)


def _contents(data: Data) -> tuple:
    """All that measures can follow from: they do not know their folder."""
    laporan = replace(data.laporan, folder=Path(), seperti_tercetak=frozenset())
    return laporan, data.entries, data.jumlah, data.satuan, data.hitungan, data.satuan_cacah
