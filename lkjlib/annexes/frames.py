"""Tidy frames out of annex tables: which columns each has, and how its rows are shaped.

A frame's rows stay dictionaries of entries until the end, so that every value keeps its cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lkjlib.annexes.entries import Tables
from lkjlib.data import Row
from lkjlib.numbers.bounds import parse_bounds

DTYPES = {"teks": "str", "bulat": "int64", "bulat?": "Int64", "persen": "float64"}


@dataclass(frozen=True)
class FrameColumn:
    """A column of a tidy frame: `tipe` is a key of DTYPES."""

    nama: str
    tipe: str
    satuan: str
    keterangan: str

    @property
    def tipe_pandas(self) -> str:
        """Type of the column in pandas."""
        return DTYPES[self.tipe]


@dataclass(frozen=True)
class Frame:
    """A tidy frame: what one row is, its columns, how its rows come out of the tables."""

    baris: str
    kolom: tuple[FrameColumn, ...]
    susun: Callable[[Tables], list[Row]]

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.nama for column in self.kolom)


def columns(*rows: tuple[str, str, str, str]) -> tuple[FrameColumn, ...]:
    """Columns out of (nama, tipe, satuan, keterangan)."""
    return tuple(FrameColumn(*row) for row in rows)


def as_read(nama: str) -> Callable[[Tables], list[Row]]:
    """Rows of a table as they stand."""
    return lambda tables: tables[nama].rows


def with_bounds(nama: str, kelas: str, bawah: str, atas: str) -> Callable[[Tables], list[Row]]:
    """Rows with the bounds of their printed class; an open end stays missing."""

    def shape(tables: Tables) -> list[Row]:
        rows = []
        for row in tables[nama].rows:
            low, high = parse_bounds(row[kelas].nilai)
            bounds = {bawah: row[kelas]._replace(nilai=low), atas: row[kelas]._replace(nilai=high)}
            rows.append({**row, **bounds})
        return rows

    return shape
