"""Tidy frames out of annex tables: which columns each has, and how its rows come about.

A frame that is its table, row by row, takes names, types, units and meanings from the table's
declaration; only what no table declares (joined, unpivoted, bounds of a class) is said anew.
A frame's rows stay dictionaries of entries until the end, so that every value keeps its cell.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from lkjlib.annexes.declaration import Column, Level, Table
from lkjlib.annexes.entries import Tables
from lkjlib.data import MISSING, Row
from lkjlib.numbers.bounds import parse_bounds

_WHOLE = ("bulat", "rupiah", "tahun")
_WORDS = ("teks", "kelas")


@dataclass(frozen=True)
class FrameColumn:
    """A column of a tidy frame; `tipe` is its type in pandas."""

    nama: str
    tipe: str
    satuan: str
    keterangan: str


@dataclass(frozen=True)
class Frame:
    """A tidy frame: what one row is, its columns, how its rows come out of the tables.

    `tabel` are the tables without which there is no such frame; `attrs` are plain texts that
    travel with it, and with what is computed from it.
    """

    baris: str
    kolom: tuple[FrameColumn, ...]
    susun: Callable[[Tables], list[Row]]
    tabel: frozenset[str] = frozenset()
    attrs: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.nama for column in self.kolom)


def columns_of(table: Table, *names: str) -> tuple[FrameColumn, ...]:
    """Columns as the table declares them; `names` choose and order them, all without.

    Where headings stand in the rows, the levels come first, and the column they share is none.

    Examples
    --------
    >>> from lkjlib.annexes.declaration import count_column, text_column
    >>> kinds = (text_column("jenis", "Jenis", "jenis"), count_column("n", "N", "unit", "cacah"))
    >>> table = Table("a.xlsx", "A", "Bab I", kinds, kunci=("jenis",))
    >>> columns_of(table, "n")
    (FrameColumn(nama='n', tipe='int64', satuan='unit', keterangan='cacah'),)
    """
    shared = table.label if table.tingkat else ""
    declared = (*table.tingkat, *(column for column in table.kolom if column.nama != shared))
    columns = {part.nama: _derive(part) for part in declared}
    return tuple(columns[name] for name in names or columns)


def _derive(part: Column | Level) -> FrameColumn:
    if isinstance(part, Level) or part.jenis in _WORDS:
        return FrameColumn(part.nama, "str", "", part.keterangan)
    whole = "Int64" if part.boleh_kosong else "int64"
    tipe = whole if part.jenis in _WHOLE else "float64"
    return FrameColumn(part.nama, tipe, part.satuan, part.keterangan)


def by_row(table: Table, baris: str, *names: str) -> Frame:
    """A frame that is its table row by row; `names` choose and order its columns, all without."""
    return Frame(
        baris,
        columns_of(table, *names),
        lambda tables: tables[table.nama].rows,
        frozenset({table.nama}),
    )


def with_bounds(
    table: Table, baris: str, kelas: str, bawah: tuple[str, str], atas: tuple[str, str]
) -> Frame:
    """A frame whose printed class is read as two numbers; an open end stays missing.

    Parameters
    ----------
    table : its rows are those of the frame.
    baris : what one row is.
    kelas : column of the printed class; it moves to the end.
    bawah, atas : name and meaning of the bounds, which take its place, in its unit.
    """
    printed = next(column for column in table.kolom if column.nama == kelas)
    tipe = "float64" if printed.satuan == "persen" else "Int64"
    bounds = [FrameColumn(name, tipe, printed.satuan, said) for name, said in (bawah, atas)]
    columns: list[FrameColumn] = []
    for column in columns_of(table):
        columns += bounds if column.nama == kelas else [column]

    def shape(tables: Tables) -> list[Row]:
        rows = []
        for row in tables[table.nama].rows:
            low, high = parse_bounds(row[kelas].nilai)
            ends = {
                bawah[0]: row[kelas]._replace(nilai=low),
                atas[0]: row[kelas]._replace(nilai=high),
            }
            rows.append({**row, **ends})
        return rows

    return Frame(baris, (*columns, *columns_of(table, kelas)), shape, frozenset({table.nama}))


def tabulate(
    columns: Sequence[FrameColumn], rows: Sequence[Row], attrs: Mapping[str, object] | None = None
) -> pd.DataFrame:
    """The values of rows as a frame of the declared types; what a row has not is missing.

    A column of whole numbers that has missing ones is Int64.
    """
    frame = pd.DataFrame(
        {
            column.nama: _array([row.get(column.nama, MISSING).nilai for row in rows], column)
            for column in columns
        }
    )
    frame.attrs |= attrs or {}
    return frame


def _array(values: list, column: FrameColumn) -> np.ndarray | ExtensionArray:
    gaps = column.tipe == "int64" and None in values
    if column.tipe in ("int64", "float64") and not gaps:
        return np.array(values, dtype=column.tipe)
    return pd.array(values, dtype="Int64" if gaps else column.tipe)
