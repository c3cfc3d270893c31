"""Reads one declared table from one workbook, for who needs no more than that."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lkjlib.annexes import EVERY_TABLE, Column
from lkjlib.checks import check_table
from lkjlib.entries import Entry
from lkjlib.errors import AnnexError, LkjError, explain_unknown
from lkjlib.tables import read_rows
from lkjlib.workbook import open_workbook

_WHOLE = ("bulat", "rupiah", "tahun")


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
        When the table cannot be read or does not add up; every finding is listed.
    LkjError
        When no table of that name is declared.

    Examples
    --------
    >>> from lkjlib.annex_set import find_folder
    >>> read_table(find_folder(2019) / "kasus.xlsx", "kasus.Wajib Lapor")
       tahun  perusahaan
    0   2019         420
    """
    if nama not in EVERY_TABLE:
        raise LkjError(explain_unknown("tabel", nama, EVERY_TABLE))
    table = read_rows(open_workbook(path), EVERY_TABLE[nama])
    findings = [*table.findings, *check_table(table)]
    if any(finding.tingkat == "galat" for finding in findings):
        raise AnnexError(findings)
    types = {level.nama: "str" for level in table.table.tingkat}
    for column in table.table.kolom:
        if not (table.table.tingkat and column.nama == table.table.label):
            types[column.nama] = _table_type(column)
    empty = Entry(None, "")
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name, empty).nilai for row in table.rows], dtype=dtype)
            for name, dtype in types.items()
        }
    )


def _table_type(column: Column) -> str:
    if column.jenis in _WHOLE:
        return "Int64" if column.boleh_kosong else "int64"
    return "float64" if column.jenis == "persen" else "str"
