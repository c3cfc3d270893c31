"""A measure: one value of a frame, by the key ``frame.column.row``, with the cells it rests on.

A theme's `measures` yields those of its frames through `per_row`, `per_group` and `totals`, and
writes as code only what no frame holds. All take the frames of `data.eksak`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

import pandas as pd

from lkjlib.data import Data, grouped, rows_of, sum_of
from lkjlib.numbers.compare import Kelas
from lkjlib.numbers.exact import Exact, as_fraction, cells_of
from lkjlib.numbers.format import is_missing


@dataclass(frozen=True)
class Measure:
    """One measure: its key, its value, and what it rests on.

    `isi` is an exact number, a word (category, direction, name), or None where the report gives
    no data for it. `dari` are the numbers that a word follows from, or that a count has counted;
    `dari_bulatan` the values that rightly rounded inputs would give; `kelas` what a reader
    concludes from the number, which no rounding may change; `disalin` that a word stands so in
    the cell it comes from.
    """

    ukuran: str
    isi: Exact | Fraction | int | str | None
    definisi: str
    dari_bulatan: tuple[Exact | Fraction, ...] = ()
    dari: tuple[Exact, ...] = ()
    kelas: Kelas | None = None
    disalin: bool = False

    @property
    def nilai(self) -> Fraction | str | None:
        """The value without its cells: an exact fraction, a word, or None."""
        return self.isi if isinstance(self.isi, str) else as_fraction(self.isi)

    def asal(self, totals: Mapping[frozenset[str], str] | None = None) -> str:
        """The cells it rests on: a number's as a formula, as that of the one number that a word
        follows from; those of several numbers, or of a count, are listed."""
        if isinstance(self.isi, Exact):
            return self.isi.asal(totals)
        if isinstance(self.isi, str) and len(self._numbers) == 1:
            return self._numbers[0].asal(totals)
        return cells_of(self._numbers)

    def sel(self) -> tuple[str, ...]:
        """Addresses of all cells it rests on; none of a definition."""
        numbers = (self.isi,) if isinstance(self.isi, Exact) else self._numbers
        cells = (cell for number in numbers for cell in number.sel())
        return tuple(dict.fromkeys(cells))

    @property
    def _numbers(self) -> tuple[Exact, ...]:
        """Those of `dari` that stand in a cell: a blank one is none."""
        return tuple(number for number in self.dari if isinstance(number, Exact))

    def salinan_sel(self) -> str | None:
        """The one cell that holds the value as it is; None where it was computed."""
        if isinstance(self.isi, Exact):
            return self.isi.satu_sel()
        return self.dari[0].satu_sel() if self.disalin else None


Measures = Iterator[Measure]
Row = Mapping[str, Any]  # column -> value
RowKelas = Callable[[Row], Kelas]  # of a row: what readers conclude from its number


def per_row(
    nama: str,
    frame: pd.DataFrame | Sequence[Row],
    kunci: Sequence[str],
    kolom: Iterable[str],
    bulatan: Mapping[str, str] | None = None,
    kelas: Mapping[str, RowKelas] | None = None,
    peringkat: Iterable[str] = (),
) -> Measures:
    """A measure for each number of a frame: ``nama.kolom.kunci1.kunci2``.

    Parameters
    ----------
    nama : name of the frame, the first part of the keys.
    frame : of `data.eksak`, or what an analysis makes of it; or rows of one.
    kunci : columns that name a row.
    kolom : columns of numbers or words.
    bulatan : column -> column of what rounded inputs give for it, where there is one.
    kelas : column -> for a row, what a reader concludes from the number in it.
    peringkat : columns by which readers rank the rows.

    Examples
    --------
    >>> from lkjlib import load
    >>> rates = load(2019).eksak.tpt_wilayah
    >>> one = next(per_row("tpt_wilayah", rates, ["wilayah"], ["tpt"]))
    >>> one.ukuran, float(one.nilai), one.asal()
    ('tpt_wilayah.tpt.kota_banjarbaru', 5.06, 'ketenagakerjaan.xlsx!TPT Wilayah!D6')
    """
    rows = rows_of(frame) if isinstance(frame, pd.DataFrame) else frame
    classes = {**(kelas or {}), **{name: _place_among(rows, name) for name in peringkat}}
    for row in rows:
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
                classes[name](row) if name in classes and value is not None else None,
            )


def _place_among(rows: Sequence[Row], kolom: str) -> RowKelas:
    """The place of a row's number among those of the other rows."""
    known = [as_fraction(row[kolom]) for row in rows if not is_missing(row[kolom])]

    def place_of(row: Row) -> Kelas:
        others = list(known)
        others.remove(as_fraction(row[kolom]))
        return lambda number: [(other < number) - (other > number) for other in others]

    return place_of


def per_group(nama: str, frame: pd.DataFrame, dimensi: str, kolom: Iterable[str]) -> Measures:
    """Sums over the rows of each member of a dimension: ``nama.kolom.dimensi.anggota``."""
    for member, rows in grouped(frame, dimensi).items():
        for name in kolom:
            key = f"{nama}.{name}.{dimensi}.{slug(member)}"
            yield Measure(key, sum_of(rows, name), f"jumlah {label(name)}, {member}")


def totals(nama: str, frame: pd.DataFrame, kolom: Iterable[str]) -> Measures:
    """Sums over all rows, ``nama.kolom.total``, and how many rows there are, ``nama.jumlah``."""
    kolom, rows = tuple(kolom), rows_of(frame)
    first = (row[name] for row in rows for name in kolom[:1])
    counted = tuple(value for value in first if isinstance(value, Exact))
    yield Measure(f"{nama}.jumlah", len(rows), f"banyaknya baris {label(nama)}", dari=counted)
    for name in kolom:
        yield Measure(f"{nama}.{name}.total", sum_of(rows, name), f"jumlah {label(name)}")


def ranked(nama: str, frame: pd.DataFrame, kolom: Iterable[str], banyak: int = 2) -> Measures:
    """The first rows of an ordered frame by their place: ``nama.kolom.1``; None where it is short.

    A sentence that names who comes first keeps its measure when another one does.

    >>> frame = pd.DataFrame({"bidang": ["Kuliner"], "baru": [Exact(226)]})
    >>> [(m.ukuran, m.nilai) for m in ranked("urutan", frame, ["bidang"])]
    [('urutan.bidang.1', 'Kuliner'), ('urutan.bidang.2', None)]
    """
    kolom = tuple(kolom)
    rows = rows_of(frame.head(banyak))
    empty: Row = dict.fromkeys(kolom)
    for place, row in enumerate([*rows, *[empty] * (banyak - len(rows))], start=1):
        numbers = tuple(value for value in row.values() if isinstance(value, Exact))
        for name in kolom:
            value = None if is_missing(row[name]) else row[name]
            yield Measure(
                f"{nama}.{name}.{place}", value, f"{label(name)}, urutan {place}", dari=numbers
            )


def yes(holds: object) -> str:
    """A condition as a measure's word: "ya" or "tidak"."""
    return "ya" if holds else "tidak"


@lru_cache(maxsize=2)
def plain(data: Data) -> Data:
    """The frames of `data.eksak` as plain numbers again, for roots and logarithms."""
    return replace(data, frames=_Plain(data.frames))


class _Plain(Mapping[str, pd.DataFrame]):
    """Frames of exact numbers as plain ones, each made when it is first asked for."""

    def __init__(self, exact: Mapping[str, pd.DataFrame]) -> None:
        self._exact = exact
        self._known: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._known:
            frame = self._exact[name]
            columns = {column: _floats(frame[column]) for column in frame}
            self._known[name] = pd.DataFrame(columns)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._exact)

    def __len__(self) -> int:
        return len(self._exact)


def _floats(column: pd.Series) -> pd.Series:
    values = column.tolist() if column.dtype == object else []
    if not any(isinstance(value, Exact) for value in values):
        return column
    floats = [float(value) if isinstance(value, Exact) else math.nan for value in values]
    whole = all(number.is_integer() for number in floats)
    return pd.Series(floats, column.index, dtype="int64" if whole else float)


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


_YEARS = re.compile(r"(?:19|20)\d\d(?:_(?:19|20)\d\d)*")
_One = TypeVar("_One")


def relative(ukuran: str, tahun: int) -> str:
    """A key with years said from the report's year: it outlives the year.

    The year is `ini`, the year before `lalu`, the one before that `lalu2`, the next one `depan`.

    >>> relative("kinerja.realisasi.tpt.2019", 2019), relative("kinerja.arah.tpt.2018_2019", 2019)
    ('kinerja.realisasi.tpt.ini', 'kinerja.arah.tpt.lalu_ini')
    >>> relative("kinerja.realisasi.tpt.2017", 2019), relative("koperasi.aktif.total", 2019)
    ('kinerja.realisasi.tpt.lalu2', 'koperasi.aktif.total')
    """
    return ".".join(
        "_".join(_from_now(int(year) - tahun) for year in part.split("_"))
        if _YEARS.fullmatch(part)
        else part
        for part in ukuran.split(".")
    )


def _from_now(years: int) -> str:
    if years == 0:
        return "ini"
    return f"{'lalu' if years < 0 else 'depan'}{abs(years) if abs(years) > 1 else ''}"


def with_relative(known: Mapping[str, _One], tahun: int) -> dict[str, _One]:
    """Measures by their keys, and again by those that count years from the report's year.

    Parameters
    ----------
    known : key -> measure.
    tahun : the report's year.

    Examples
    --------
    >>> with_relative({"omzet.2018": 1, "koperasi.jumlah": 2}, 2019)
    {'omzet.lalu': 1, 'omzet.2018': 1, 'koperasi.jumlah': 2}
    """
    aliases = {relative(key, tahun): measure for key, measure in known.items()}
    return {key: m for key, m in aliases.items() if key not in known} | dict(known)


def label(name: str) -> str:
    """A column's name in words."""
    return name.replace("_", " ")
