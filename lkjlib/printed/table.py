"""A printed table as a tidy frame, with its title, its notes and what was odd in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from lkjlib.errors import Fault
from lkjlib.excel.addresses import column_letters
from lkjlib.printed.header import Head, levels_of
from lkjlib.printed.sections import Stub
from lkjlib.printed.text import slug
from lkjlib.printed.values import Column
from lkjlib.printed.words import MONTHS

_SEASONS = {"Februari", "Agustus"}  # the rounds of a survey; other months are months
_FEW = 6  # values shown of a column
_WARNED = 8  # warnings shown


@dataclass(frozen=True, repr=False)
class PrintedTable:
    """One printed table, understood.

    Attributes
    ----------
    frame : DataFrame, one row a value: label columns, columns of the headings, `total` (the row or
        column is a whole, no data), `nilai` (int64, Int64 or float64), `asal` (its cell). A table
        that was a frame already keeps its columns, with `asal` the first cell of each row.
    turunan : the same of columns worked out from others (change between two years)
    judul : title lines, joined
    catatan : notes and sources below, line by line
    peringatan : what is odd, each a `Fault` with its cell
    berkas, lembar, area : where it stands
    """

    frame: pd.DataFrame
    turunan: pd.DataFrame
    judul: str
    catatan: tuple[str, ...]
    peringatan: tuple[Fault, ...]
    berkas: str
    lembar: str
    area: str

    def __repr__(self) -> str:
        place = "!".join(part for part in (self.berkas, self.lembar, self.area) if part)
        lines = [f"{place}: {self.judul or 'tanpa judul'}"]
        lines += [f"  {name}: {_summary(self.frame[name])}" for name in self.frame.columns]
        if len(self.turunan):
            lines.append(f"  turunan: {len(self.turunan)} nilai")
        lines += [f"  catatan: {text}" for text in self.catatan]
        lines += [f"  {fault}" for fault in self.peringatan[:_WARNED]]
        if len(self.peringatan) > _WARNED:
            lines.append(f"  … {len(self.peringatan) - _WARNED} peringatan lagi di .peringatan")
        return "\n".join(lines)


def _summary(column: pd.Series) -> str:
    """What a column holds, in a line."""
    missing = int(column.isna().sum())
    empty = f", {missing} kosong" if missing else ""
    if column.dtype == bool:
        return f"{int(column.sum())} baris"
    if column.name in ("nilai", "asal") or pd.api.types.is_float_dtype(column.dtype):
        return f"{len(column) - missing} {column.dtype}{empty}"
    values = list(dict.fromkeys(column.dropna()))
    shown = ", ".join(str(value).removesuffix(" 00:00:00") for value in values[:_FEW])
    more = f", … ({len(values)})" if len(values) > _FEW else ""
    return f"{shown}{more}{empty}"


def long_frame(
    stub: Stub, heads: Sequence[Head], numbers: Sequence[Column], levels: Sequence[str]
) -> pd.DataFrame:
    """One row a value, row after row of the sheet."""
    rows, wide = len(stub.rows), len(heads)
    down, across = np.repeat(np.arange(rows), wide), np.tile(np.arange(wide), rows)
    frame = {name: typed(labels).take(down) for name, labels in stub.labels.items()}
    for name in levels:
        column = name
        while column in frame:
            column = f"{column}_kolom"
        frame[column] = typed([head.held.get(name) for head in heads]).take(across)
    totals = np.array(stub.total, dtype=bool)[down]
    frame["total"] = totals | np.array([head.total for head in heads], dtype=bool)[across]
    frame["nilai"] = _numbers([column.numbers for column in numbers], across, down)
    letters = [column_letters(head.column + 1) for head in heads]
    frame["asal"] = pd.array(
        [f"{letter}{row + 1}" for row in stub.rows for letter in letters], dtype="str"
    )
    return pd.DataFrame(frame)


def wide_frame(stub: Stub, heads: Sequence[Head], numbers: Sequence[Column]) -> pd.DataFrame:
    """A frame that was one already: its columns in their order."""
    columns = [(place, name, typed(stub.labels[name])) for name, place in stub.places.items()]
    for head, column in zip(heads, numbers, strict=True):
        columns.append((head.column, slug(head.words[-1]), _as_array(column.numbers)))
    frame: dict[str, object] = {}
    for _, name, values in sorted(columns, key=lambda column: column[0]):
        while name in frame:
            name = f"{name}_2"
        frame[name] = values
    letter = column_letters(min(place for place, _, _ in columns) + 1)
    frame["asal"] = pd.array([f"{letter}{row + 1}" for row in stub.rows], dtype="str")
    return pd.DataFrame(frame)


def typed(values: Iterable[object]) -> pd.api.extensions.ExtensionArray | np.ndarray:
    """Labels as an array: whole numbers, dates, else texts; never objects.

    >>> typed([2023, None]).dtype, typed([2023]).dtype, typed(["L", 1]).tolist()
    (Int64Dtype(), dtype('int64'), ['L', '1'])
    """
    values = list(values)
    filled = [value for value in values if value is not None]
    if filled and all(type(value) is int and abs(value) < 2**62 for value in filled):
        return _as_array(values)
    if filled and all(isinstance(value, date) for value in filled):
        return pd.array(pd.to_datetime(values), dtype="datetime64[us]")
    texts = (None if value is None else str(value).removesuffix(" 00:00:00") for value in values)
    return pd.array(list(texts), dtype="str")


def _as_array(numbers: Sequence[int | float | None]) -> np.ndarray | pd.arrays.IntegerArray:
    """Whole numbers as int64, Int64 where some are missing; others float64."""
    kinds = {type(number) for number in numbers}
    if kinds <= {int}:
        return np.array(numbers, dtype="int64")
    if float not in kinds and int in kinds:
        return pd.array(list(numbers), dtype="Int64")
    return np.array(numbers, dtype="float64")


def _numbers(columns: Sequence[Sequence], across: np.ndarray, down: np.ndarray):
    kinds = {type(number) for column in columns for number in column}
    flat = [number for column in columns for number in column]
    if not flat:
        return np.empty(0, dtype="float64")
    values = np.array(flat, dtype="float64") if float in kinds else _as_array(flat)
    return values[across * len(columns[0]) + down]


def name_months(stub: Stub, heads: Sequence[Head]) -> None:
    """Call periods `bulan` where they are months other than a survey's rounds."""
    held = {head.held.get("periode") for head in heads} | set(stub.labels.get("periode", ()))
    months = {value for value in held if value in MONTHS}
    if not months - _SEASONS:
        return
    for head in heads:
        head.held = {"bulan" if n == "periode" else n: v for n, v in head.held.items()}
    stub.labels = {"bulan" if n == "periode" else n: v for n, v in stub.labels.items()}


def levels(heads: Sequence[Head]) -> list[str]:
    """Columns that the headings give, time first: the order of what is usually chosen."""
    return list(levels_of(heads))
