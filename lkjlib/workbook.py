"""Opens an annex workbook as grids of cells with addresses; nothing else opens one.

A formula counts by its cached value; one that was never calculated is kept apart, because
openpyxl alone reads it as a blank.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from openpyxl.cell.read_only import EmptyCell
from openpyxl.utils import get_column_letter, range_boundaries

from lkjlib.errors import AnnexError
from lkjlib.guard import Package, refusal, unpack
from lkjlib.marking_package import packages_for_marking
from lkjlib.sniff import SAVE_AGAIN

if TYPE_CHECKING:
    from openpyxl import Workbook as OpenpyxlWorkbook

MAX_COLUMNS = 512

_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*'
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>)?"
)
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^<>]*\bhidden="(?:1|true)")[^<>]*?\br="(\d+)"')
_NAMES = re.compile(r"nama\s+(pekerja|karyawan|buruh|pegawai|tenaga kerja|pelapor)", re.IGNORECASE)
_BLANK = EmptyCell()
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Area:
    """A merged area, 1-based and inclusive."""

    min_col: int
    min_row: int
    max_col: int
    max_row: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """(row, column) of every cell of the area."""
        for row in range(self.min_row, self.max_row + 1):
            for column in range(self.min_col, self.max_col + 1):
                yield row, column


@dataclass(frozen=True)
class Sheet:
    """One sheet: rows of cells, merged areas, formulas without a cached value, what is hidden."""

    berkas: str
    nama: str
    rows: list[tuple]
    merges: list[Area] = field(default_factory=list)
    uncalculated: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    def value(self, row: int, column: int) -> object:
        """Value at 1-based row and column; None where nothing stands."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return cells[column - 1].value if 0 < column <= len(cells) else None

    def content(self, row: int, column: int) -> tuple[object, str]:
        """Value and number format at 1-based row and column; ``General`` where nothing stands."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        cell = cells[column - 1] if 0 < column <= len(cells) else None
        if cell is None or cell.value is None:
            return None, "General"
        return cell.value, cell.number_format

    def at(self, sel: str) -> object:
        """Value at an address like ``C8``."""
        column, row, _, _ = range_boundaries(sel)
        return self.value(row, column)


@dataclass(frozen=True)
class Workbook:
    """An opened workbook: the file's name and its sheets by name, in order."""

    berkas: str
    sheets: dict[str, Sheet]


def address(row: int, column: int) -> str:
    """Address of a cell.

    >>> address(8, 3)
    'C8'
    """
    return f"{get_column_letter(column)}{row}"


def open_workbook(path: str | Path) -> Workbook:
    """Open an annex workbook.

    Raises
    ------
    AnnexError
        When the file is missing or is no whole, harmless workbook; the finding names the file.
    """
    path = Path(path)
    package = unpack(path)
    try:
        return _parse(path, package)
    except AnnexError:
        raise
    # openpyxl raises whatever the damage happens to trigger; every kind means the same here.
    except Exception as error:
        raise refusal(
            path,
            f"isi buku kerja rusak ({type(error).__name__})",
            "buku kerja Excel (.xlsx) yang utuh",
            SAVE_AGAIN,
        ) from None


def _parse(path: Path, package: Package) -> Workbook:
    from openpyxl import load_workbook  # late: only who opens a workbook waits for it

    parts = _sheet_parts(path, package)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(package.as_file(), read_only=True, data_only=True, keep_links=False)
        sheets = {
            sheet.title: _read_sheet(path, sheet, package.parts[parts[sheet.title]])
            for sheet in book.worksheets
            if sheet.title in parts
        }
    return Workbook(path.name, sheets)


def _read_sheet(path: Path, sheet, part: bytes) -> Sheet:
    rows = _without_names(list(sheet.iter_rows()))
    widest = max(map(len, rows), default=0)
    if widest > MAX_COLUMNS:
        raise refusal(
            path,
            f"kolom terisi sampai {get_column_letter(widest)} di lembar '{sheet.title}'",
            f"paling banyak {MAX_COLUMNS} kolom",
            "Hapus isi jauh di kanan tabel (Ctrl+End menunjukkan ujungnya), simpan lagi.",
        )
    return Sheet(
        path.name,
        sheet.title,
        rows,
        [Area(*range_boundaries(ref.decode())) for ref in _MERGE.findall(part)],
        {
            sel.decode(): (formula or b"").decode()
            for sel, formula, value in _FORMULA.findall(part)
            if not value
        },
        sheet.sheet_state != "visible",
        frozenset(map(int, _HIDDEN_ROW.findall(part))),
    )


def _without_names(rows: list[tuple]) -> list[tuple]:
    """Rows without what stands under a heading for persons' names: it goes no further."""
    for above, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            if isinstance(cell.value, str) and _NAMES.fullmatch(" ".join(cell.value.split())):
                rows = [
                    *rows[: above + 1],
                    *((*r[:place], _BLANK, *r[place + 1 :]) for r in rows[above + 1 :]),
                ]
    return rows


def _sheet_parts(path: Path, package: Package) -> dict[str, str]:
    """Sheet name -> part of the archive that holds it.

    Raises
    ------
    AnnexError
        When a sheet's part lies outside the archive or is missing.
    """
    relations = ElementTree.fromstring(package.parts["xl/_rels/workbook.xml.rels"])
    targets = {r.get("Id"): r for r in relations}
    book = ElementTree.fromstring(package.parts["xl/workbook.xml"])
    parts = {}
    for sheet in (element for element in book.iter() if element.tag.endswith("}sheet")):
        relation = targets.get(sheet.get(_RELATION))
        target = relation.get("Target", "") if relation is not None else ""
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        outside = relation is None or relation.get("TargetMode") == "External"
        if outside or part not in package.parts:
            if not outside and "/chartsheets/" in f"/{part}":
                continue
            raise refusal(
                path,
                f"lembar '{sheet.get('name')}' menunjuk bagian di luar arsip",
                "setiap lembar ada di dalam berkas",
                SAVE_AGAIN,
            )
        if "/chartsheets/" not in f"/{part}":
            parts[sheet.get("name")] = part
    return parts


def open_for_marking(path: str | Path) -> OpenpyxlWorkbook:
    """Open a workbook as openpyxl's own, with formulas and formats, to mark a copy of it.

    Raises
    ------
    AnnexError
        When it cannot be opened, or holds more cells than can be marked.
    """
    from openpyxl import load_workbook  # late: only who opens a workbook waits for it

    for package in packages_for_marking(Path(path)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # notes, pictures, pivots: what the reader never touches may be damaged in any way
            with suppress(Exception):
                return load_workbook(package.as_file(), rich_text=True)
    raise refusal(Path(path), "isi yang tidak dapat disalin", "buku kerja yang utuh", SAVE_AGAIN)
