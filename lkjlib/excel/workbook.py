"""Opens an annex workbook as grids of cells with addresses; nothing else opens one.

A formula counts by its cached value; one that was never calculated is kept apart, so that it
cannot be taken for a blank.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, fields
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lkjlib.excel.addresses import boundaries, column_letters
from lkjlib.excel.cells import Area, Used, read_cells
from lkjlib.excel.contents import Listed, read_contents
from lkjlib.excel.formats import GENERAL
from lkjlib.excel.guard import Package, refusal, unpack
from lkjlib.excel.limits import Refused
from lkjlib.excel.persons import hide_names
from lkjlib.excel.sniff import SAVE_AGAIN
from lkjlib.excel.stored import Value


def normalise(text: object) -> str:
    """Words compared without case, line breaks and non-breaking spaces.

    >>> normalise("TIDAK\\n AKTIF")
    'tidak aktif'
    """
    return " ".join(str(text if text is not None else "").split()).casefold()


@dataclass(frozen=True)
class Sheet:
    """One sheet: rows of values, merged areas, formulas without a cached value, what is hidden.

    `formats` are the number formats beside the values, as far as they are known; `zeros` formulas
    whose cached value is 0: what a program leaves that cannot calculate.

    >>> sheet = Sheet("koperasi.xlsx", "Keragaan", [("KUD", 54)], formats=[("@", "0")])
    >>> sheet.value(1, 2), sheet.content(1, 2), sheet.at("A1"), sheet.at("C9")
    (54, (54, '0'), 'KUD', None)
    >>> sheet.words(1), sheet.merges_from(1)
    ({1: 'kud', 2: '54'}, ())
    """

    berkas: str
    nama: str
    rows: list[tuple[Value, ...]]
    merges: list[Area] = field(default_factory=list)
    uncalculated: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    zeros: dict[str, str] = field(default_factory=dict)
    formats: list[tuple[str, ...]] = field(default_factory=list)

    @cached_property
    def _words(self) -> dict[int, dict[int, str]]:
        return {}

    def words(self, row: int) -> dict[int, str]:
        """Normalised text of the filled cells of a row, by column."""
        if row not in self._words:
            values = enumerate(self.values(row), 1)
            texts = {c: normalise(value) for c, value in values if value is not None}
            self._words[row] = {column: text for column, text in texts.items() if text}
        return self._words[row]

    @cached_property
    def _merges(self) -> dict[int, list[Area]]:
        by_row: dict[int, list[Area]] = {}
        for area in self.merges:
            by_row.setdefault(area.min_row, []).append(area)
        return by_row

    def merges_from(self, row: int) -> Sequence[Area]:
        """Merged areas whose first row this is."""
        return self._merges.get(row, ())

    def values(self, row: int) -> tuple[Value, ...]:
        """The values of a row, 1-based; none where there is no such row."""
        return self.rows[row - 1] if 0 < row <= len(self.rows) else ()

    def value(self, row: int, column: int) -> object:
        """Value at 1-based row and column; None where nothing stands."""
        values = self.values(row)
        return values[column - 1] if 0 < column <= len(values) else None

    def content(self, row: int, column: int) -> tuple[object, str]:
        """Value and number format at 1-based row and column; ``General`` where nothing stands."""
        value = self.value(row, column)
        return value, GENERAL if value is None else self.number_format(row, column)

    def number_format(self, row: int, column: int) -> str:
        """Number format at 1-based row and column; ``General`` where none is known."""
        formats = self.formats_of(row)
        return formats[column - 1] if 0 < column <= len(formats) else GENERAL

    def formats_of(self, row: int) -> tuple[str, ...]:
        """Number formats of a row, 1-based, as far as they are known."""
        return self.formats[row - 1] if 0 < row <= len(self.formats) else ()

    def at(self, sel: str) -> object:
        """Value at an address like ``C8``."""
        column, row, _, _ = boundaries(sel)
        return self.value(row, column)


@dataclass(frozen=True)
class Workbook:
    """An opened workbook: the file's name and its sheets by name, in order."""

    berkas: str
    sheets: dict[str, Sheet]

    def fingerprint(self) -> str:
        """SHA-256 of what the sheets hold: values, formats, merges, what is hidden.

        It stays the same when the file is saved again, by whichever program, and nothing in it
        has changed.
        """
        total = sha256()
        for sheet in self.sheets.values():
            rows = [_filled(sheet, row) for row in range(1, len(sheet.rows) + 1)]
            while rows and not rows[-1]:
                rows.pop()
            held = {f.name: getattr(sheet, f.name) for f in fields(sheet) if f.name != "formats"}
            held |= {"berkas": "", "rows": rows, "merges": sorted(map(astuple, sheet.merges))}
            total.update(repr({k: _in_order(v) for k, v in held.items()}).encode())
        return total.hexdigest()


class Cell(NamedTuple):
    """What a fingerprint takes in of a cell, and under which names."""

    value: Value
    number_format: str


def _filled(sheet: Sheet, row: int) -> list[tuple[int, Cell]]:
    return [
        (place, Cell(value, sheet.number_format(row, place + 1)))
        for place, value in enumerate(sheet.values(row))
        if value is not None
    ]


def _in_order(held: object) -> object:
    if isinstance(held, dict):
        return sorted(held.items())
    return sorted(held) if isinstance(held, frozenset) else held


@lru_cache(maxsize=32)
def fingerprint_of(path: Path, digest: str) -> str:
    """Fingerprint of the contents of a workbook whose bytes have that SHA-256.

    Raises
    ------
    AnnexError
        As `open_workbook`.
    """
    return open_workbook(path).fingerprint()


def address(row: int, column: int) -> str:
    """Address of a cell.

    >>> address(8, 3)
    'C8'
    """
    return f"{column_letters(column)}{row}"


def open_workbook(path: str | Path) -> Workbook:
    """Open an annex workbook.

    Raises
    ------
    AnnexError
        When the file is missing or is no whole, harmless workbook; the fault names the file.

    Examples
    --------
    >>> list(open_workbook("data/2019/koperasi.xlsx").sheets)
    ['Keragaan', 'Pemeringkatan']
    """
    return open_package(unpack(path))


def open_package(package: Package) -> Workbook:
    """Open an annex workbook that is unpacked already; raises as `open_workbook` does."""
    try:
        return _parse(package)
    except Refused as error:
        found, wanted, advice = error.ditemukan, error.diharapkan, error.saran
    # XML raises whatever its damage happens to trigger; every kind means the same here
    except Exception as error:
        found = f"isi buku kerja rusak ({type(error).__name__})"
        wanted, advice = "buku kerja Excel (.xlsx) yang utuh", SAVE_AGAIN
    raise refusal(Path(package.berkas), found, wanted, advice)


class Books:
    """The annex workbooks of a folder, each opened once, by whoever asks first.

    >>> list(Books(Path("data/2019")).open("koperasi.xlsx").sheets)
    ['Keragaan', 'Pemeringkatan']
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, Workbook] = {}

    def has(self, berkas: str) -> bool:
        """Is there such a file?"""
        return berkas in self._opened or (self._folder / berkas).is_file()

    def open(self, berkas: str) -> Workbook:
        """The workbook of that name; raises as `open_workbook` does."""
        if berkas not in self._opened:
            self._opened[berkas] = open_workbook(self._folder / berkas)
        return self._opened[berkas]


def _parse(package: Package) -> Workbook:
    contents, used = read_contents(package.parts), Used()

    def read(listed: Listed) -> Sheet:
        try:
            found = read_cells(package.parts[listed.part], contents, used)
        except Refused as error:
            where = f"{error.ditemukan} di lembar '{listed.nama}'"
            raise Refused(where, error.diharapkan, error.saran) from None
        hide_names(found)
        return Sheet(
            package.berkas,
            listed.nama,
            found.rows,
            found.merges,
            found.uncalculated,
            listed.hidden,
            frozenset(found.hidden_rows),
            frozenset(c for columns in found.hidden_columns for c in columns),
            found.zeros,
            found.formats,
        )

    return Workbook(package.berkas, {sheet.nama: read(sheet) for sheet in contents.sheets})


@contextmanager
def collecting_later() -> Iterator[None]:
    """Leave circles of objects for afterwards: looking for them takes a fifth of a long reading.

    What is read holds none; each cell is an object that lasts.

    >>> with collecting_later():
    ...     gc.isenabled()
    False
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
