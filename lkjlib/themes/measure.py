"""A measure: one value of a frame, by the key ``frame.column.row``, with the cells it rests on.

A theme's `measures` yields those of its frames through `per_row`, `per_group` and `totals`, and
writes as code only what no frame holds. All take the frames of `data.eksak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from lkjlib.numbers.exact import Exact, as_fraction, cells_of
from lkjlib.numbers.format import is_missing


@dataclass(frozen=True)
class Measure:
    """One measure: its key, its value, and what it rests on.

    `isi` is an exact number, a word (category, direction, name), or None where the report gives
    no data for it. `dari` are the numbers that a word follows from, or that a count has counted;
    `dari_bulatan` the values that rounded inputs would give.
    """

    ukuran: str
    isi: Exact | Fraction | int | str | None
    definisi: str
    dari_bulatan: tuple[Exact | Fraction, ...] = ()
    dari: tuple[Exact, ...] = ()

    @property
    def nilai(self) -> Fraction | str | None:
        """The value without its cells: an exact fraction, a word, or None."""
        return self.isi if isinstance(self.isi, str) else as_fraction(self.isi)

    def asal(self, totals: Mapping[frozenset[str], str] | None = None) -> str:
        """The cells it rests on: a number's as a formula, as that of the one number that a word
        follows from; those of several numbers, or of a count, are listed."""
        if isinstance(self.isi, Exact):
            return self.isi.asal(totals)
        if isinstance(self.isi, str) and len(self.dari) == 1:
            return self.dari[0].asal(totals)
        return cells_of(self.dari)


Measures = Iterator[Measure]


def per_row(
    nama: str,
    frame: pd.DataFrame,
    kunci: Sequence[str],
    kolom: Iterable[str],
    bulatan: Mapping[str, str] | None = None,
) -> Measures:
    """A measure for each number of a frame: ``nama.kolom.kunci1.kunci2``.

    Parameters
    ----------
    nama : name of the frame, the first part of the keys.
    frame : of `data.eksak`, or what an analysis makes of it.
    kunci : columns that name a row.
    kolom : columns of numbers or words.
    bulatan : column -> column of what rounded inputs give for it, where there is one.

    Examples
    --------
    >>> from lkjlib import load
    >>> rates = load(2019).eksak.tpt_wilayah
    >>> one = next(per_row("tpt_wilayah", rates, ["wilayah"], ["tpt"]))
    >>> one.ukuran, float(one.nilai), one.asal()
    ('tpt_wilayah.tpt.kota_banjarbaru', 5.06, 'ketenagakerjaan.xlsx!TPT Wilayah!D6')
    """
    for values in zip(*(frame[name].tolist() for name in frame.columns), strict=True):
        row = dict(zip(frame.columns, values, strict=True))
        tail = ".".join(slug(row[name]) for name in kunci)
        words = ", ".join(str(row[name]) for name in kunci)
        numbers = tuple(value for value in row.values() if isinstance(value, Exact))
        for name in kolom:
            value = None if is_missing(row[name]) else row[name]
            follows = () if value is None or isinstance(value, Exact) else numbers
            rounded = row[bulatan[name]] if bulatan and name in bulatan else None
            yield Measure(
                f"{nama}.{name}.{tail}",
                value,
                f"{label(name)}, {words}",
                () if is_missing(rounded) else (rounded,),
                follows,
            )


def per_group(nama: str, frame: pd.DataFrame, dimensi: str, kolom: Iterable[str]) -> Measures:
    """Sums over the rows of each member of a dimension: ``nama.kolom.dimensi.anggota``."""
    for member, rows in frame.groupby(dimensi, sort=False):
        for name in kolom:
            key = f"{nama}.{name}.{dimensi}.{slug(member)}"
            yield Measure(key, rows[name].sum(), f"jumlah {label(name)}, {member}")


def totals(nama: str, frame: pd.DataFrame, kolom: Iterable[str]) -> Measures:
    """Sums over all rows, ``nama.kolom.total``, and how many rows there are, ``nama.jumlah``."""
    kolom = tuple(kolom)
    counted = tuple(value for value in frame[kolom[0]] if isinstance(value, Exact)) if kolom else ()
    yield Measure(f"{nama}.jumlah", len(frame), f"banyaknya baris {label(nama)}", dari=counted)
    for name in kolom:
        yield Measure(f"{nama}.{name}.total", frame[name].sum(), f"jumlah {label(name)}")


def direction(before: object, after: object) -> str | None:
    """Word for a change: meningkat, menurun, tetap; None where a side is missing.

    >>> direction(1, 2), direction(2, 2)
    ('meningkat', 'tetap')
    """
    if before is None or after is None:
        return None
    return "meningkat" if after > before else "menurun" if after < before else "tetap"


def slug(name: object) -> str:
    """A name as part of a key.

    >>> slug("Banjarbaru Selatan"), slug("Laki-laki"), slug(2019)
    ('banjarbaru_selatan', 'laki_laki', '2019')
    """
    return re.sub(r"[^a-z0-9]+", "_", str(name).lower()).strip("_")


def label(name: str) -> str:
    """A column's name in words."""
    return name.replace("_", " ")
