"""Loads a report's annexes as checked, tidy frames; every value knows its cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd

from lkjlib.annexes.check import check_table
from lkjlib.annexes.declaration import Equation
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.folder import find_folder, read_checked
from lkjlib.annexes.frames import columns_of, tabulate
from lkjlib.annexes.read import read_rows
from lkjlib.data import Data, Entry, Row
from lkjlib.errors import AnnexError, Fault, LkjError, explain_unknown
from lkjlib.excel.workbook import open_workbook
from lkjlib.ledger.tables import EVERY_TABLE
from lkjlib.themes import BERKAS, COUNTS, FRAMES, RULES, TABLES

FIRST_YEAR = 2019
_YEAR = re.compile(r"(?:19|20)\d\d")


def load(tahun: int | None = None, *, path: str | Path | None = None) -> Data:
    """Load and check the annexes of a year.

    Parameters
    ----------
    tahun : report year; its annexes are in ``data/<tahun>``. Without it, the year that the
        folder `path` is named after, else 2019.
    path : folder of the annexes, if they are elsewhere.

    Returns
    -------
    Data
        Frames as attributes: counts int64, rupiah int64, percent float; no TOTAL rows.

    Raises
    ------
    AnnexError
        When the annexes have faults; it lists every one of them.
    LkjError
        When there is no such folder, or `tahun` is no year.

    Examples
    --------
    >>> data = load(2019)
    >>> int(data.koperasi["aktif"].sum())
    132
    """
    if tahun is None:
        tahun = _year_of(path)
    if not isinstance(tahun, int):
        raise LkjError(f"Tahun {tahun!r} bukan bilangan bulat. Contoh: load(2019), load(path=…).")
    folder = find_folder(tahun, path)
    tables, faults = read_folder(folder)
    fatal = tuple(f for f in faults if f.tingkat == "galat")
    if fatal:
        raise AnnexError(fatal)
    return from_tables(tables, tahun, folder)


def read_folder(folder: Path, berkas: Collection[str] = BERKAS) -> tuple[Tables, list[Fault]]:
    """Every table of every theme in a folder, and every fault; `berkas` limits the workbooks."""
    tables = [table for table in TABLES.values() if table.berkas in berkas]
    return read_checked(folder, tables, RULES)


def _year_of(path: str | Path | None) -> int:
    name = Path(path).name if path is not None else ""
    return int(name) if _YEAR.fullmatch(name) else FIRST_YEAR


def from_tables(tables: Tables, tahun: int, folder: Path) -> Data:
    """The frames of checked tables."""
    entries = {name: frame.susun(tables) for name, frame in FRAMES.items()}
    frames = {name: tabulate(FRAMES[name].kolom, rows) for name, rows in entries.items()}
    units = {
        name: {column.nama: column.satuan for column in frame.kolom}
        for name, frame in FRAMES.items()
    }
    return Data(tahun, folder, frames, entries, units, _sums(tables), COUNTS)


def _sums(tables: Tables) -> dict[frozenset[str], str]:
    """Cells that a sheet adds up, down its columns and along its rows -> the cell of their sum."""
    found: dict[frozenset[str], str] = {}
    for table in tables.values():
        for total in table.totals:
            rows = [table.rows[row] for row in total.rows]
            for name, entry in total.entries.items():
                _add_sum(found, rows, (name,), entry)
        for sum_ in table.table.aturan:
            if isinstance(sum_, Equation) and not sum_.kurang:
                for row in table.rows:
                    _add_sum(found, [row], sum_.tambah, row.get(sum_.hasil))
                for total in table.totals:
                    rows = [table.rows[row] for row in total.rows]
                    _add_sum(found, rows, sum_.tambah, total.entries.get(sum_.hasil))
    return found


def _add_sum(
    found: dict[frozenset[str], str], rows: list[Row], kolom: Iterable[str], into: Entry | None
) -> None:
    """Note that a cell holds the sum of some columns over some rows, if all of them have cells."""
    parts = [row.get(name) for row in rows for name in kolom]
    if into and into.sel and all(part and part.sel for part in parts):
        found[frozenset(part.asal for part in parts)] = into.asal


def read_table(path: str | Path, nama: str) -> pd.DataFrame:
    """Read one declared table from one workbook, whatever the file is called.

    Parameters
    ----------
    path : the workbook.
    nama : ``file.Sheet`` as declared, for example ``"koperasi.Keragaan"``.

    Returns
    -------
    DataFrame
        The declared columns in order; no TOTAL rows; counts and rupiah int64 (Int64 where the
        column may be blank), percent float64.

    Raises
    ------
    AnnexError
        When the table cannot be read or does not add up; every fault is listed.
    LkjError
        When no table of that name is declared.

    Examples
    --------
    >>> from lkjlib.annexes.folder import find_folder
    >>> read_table(find_folder(2019) / "kasus.xlsx", "kasus.Wajib Lapor")
       tahun  perusahaan
    0   2019         420
    """
    if nama not in EVERY_TABLE:
        raise LkjError(explain_unknown("tabel", nama, EVERY_TABLE))
    table = read_rows(open_workbook(path), EVERY_TABLE[nama], EVERY_TABLE.values())
    faults = [*table.faults, *check_table(table)]
    if any(fault.tingkat == "galat" for fault in faults):
        raise AnnexError(faults)
    return tabulate(columns_of(table.table), table.rows)
