"""The frames of one report, every value with its cell. Reads nothing: `lkjlib.load` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial, wraps
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import pandas as pd
from pandas.api.extensions import ExtensionArray

from lkjlib.errors import Fault, LkjError
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import format_angka, is_missing, to_decimal
from lkjlib.report import Report


class Entry(NamedTuple):
    """A typed value with the cell it came from; `desimal` are the decimals the cell shows.

    What no sheet prints and follows from its row alone has no cell.
    """

    nilai: object
    sel: str
    desimal: int = 0
    lembar: str = ""

    @property
    def asal(self) -> str:
        """Address of the cell, ``koperasi.xlsx!Keragaan!C8``."""
        return f"{self.lembar}!{self.sel}"


MISSING = Entry(None, "")
SHORT_COLUMNS = partial(pd.option_context, "mode.string_storage", "python")
"""Within it pandas keeps texts as Python's own: its default, made for long columns, converts one
at every look-up, of its values and of the names of columns."""
Row = dict[str, Entry]  # by the name of the column
Given = ParamSpec("Given")
Table = TypeVar("Table", pd.DataFrame, pd.Series)


class Known(dict):
    """What frames know, for their `attrs`: one for all, where pandas copies a plain dictionary,
    and all in it, at every step.

    >>> frame = pd.DataFrame({"a": [1]})
    >>> frame.attrs["nama"] = Known(tpt="TPT")
    >>> (frame * 2).attrs["nama"] is frame.attrs["nama"]
    True
    """

    def __deepcopy__(self, memo: dict) -> Known:
        return self


class Later(Mapping[str, pd.DataFrame]):
    """Frames, each made when it is first asked for: few readers want all of them.

    >>> frames = Later({"a": partial(pd.DataFrame, {"n": [1, 2]})})
    >>> list(frames), len(frames["a"]), frames["a"] is frames["a"]
    (['a'], 2, True)
    """

    def __init__(self, make: Mapping[str, Callable[[], pd.DataFrame]]) -> None:
        self._make = make
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            with pd.option_context("mode.string_storage", "auto"):  # the same, whoever asks first
                self._made[name] = self._make[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._make

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)


@dataclass(frozen=True, eq=False)
class Data:
    """The frames of one report.

    Frames are attributes (``data.koperasi``), each a copy: what one reader changes, another
    does not see. `laporan` says who reports on which years, `satuan` the unit of every column
    by frame, `jumlah` the cell in which a sheet adds up some cells,
    `hitungan` what counts numerator and denominator of an indicator, by its code, `satuan_cacah`
    what one unit of that numerator is, `peringatan` what was odd when they were read.
    """

    laporan: Report
    frames: Mapping[str, pd.DataFrame]
    entries: Mapping[str, list[Row]]
    satuan: Mapping[str, Mapping[str, str]]
    jumlah: Mapping[frozenset[str], str] = field(default_factory=dict)
    hitungan: Mapping[str, Callable[[Data], tuple]] = field(default_factory=dict)
    satuan_cacah: Mapping[str, str] = field(default_factory=dict)
    peringatan: tuple[Fault, ...] = ()

    @property
    def tahun(self) -> int:
        """The report's year."""
        return self.laporan.tahun

    @property
    def folder(self) -> Path:
        """Where the annexes were read."""
        return self.laporan.folder

    def __getattr__(self, name: str) -> pd.DataFrame:
        frames = object.__getattribute__(self, "__dict__").get("frames", {})
        if name in frames:
            return frames[name].copy()
        raise AttributeError(_absent(name, frames))

    def baris(self, bingkai: str) -> list[dict[str, Any]]:
        """The rows of a frame, column -> value: without the frame where nobody needs it else.

        A missing value is None, or as the frame has it.

        Examples
        --------
        >>> from lkjlib import load
        >>> load(2019).baris("wajib_lapor")
        [{'tahun': 2019, 'perusahaan': 420}]
        """
        if bingkai not in self.frames:
            raise AttributeError(_absent(bingkai, self.frames))
        if not isinstance(self.frames, Later):
            return rows_of(self.frames[bingkai])
        names = self.satuan[bingkai]
        return [
            {name: row.get(name, MISSING).nilai for name in names} for row in self.entries[bingkai]
        ]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.frames]

    def __repr__(self) -> str:
        rows = sum(len(frame) for frame in self.frames.values())
        return f"Data {self.laporan.judul}: {len(self.frames)} bingkai, {rows} baris"

    def asal(self, bingkai: str, baris: int, kolom: str) -> str:
        """Address of the cell a value came from.

        Parameters
        ----------
        bingkai : name of the frame.
        baris : row label (0, 1, …) in the frame.
        kolom : column of the frame.

        Returns
        -------
        str
            ``koperasi.xlsx!Keragaan!C8``.

        Raises
        ------
        LkjError
            When there is no such value or no cell holds it.

        Examples
        --------
        >>> from lkjlib import load
        >>> load(2019).asal("koperasi", 1, "aktif")
        'koperasi.xlsx!Keragaan!C8'
        """
        entry = self._entry(bingkai, baris, kolom)
        if not entry.sel:
            raise LkjError(f"{bingkai}[{baris}, '{kolom}'] tidak tercetak di lampiran mana pun.")
        return entry.asal

    def kode(self, hitungan: str) -> str:
        """Code of the indicator whose realisasi is counted so (column Hitungan of its sheet).

        Raises
        ------
        LkjError
            When no indicator of the report is.

        Examples
        --------
        >>> from lkjlib import load
        >>> load(2019).kode("wirausaha-baru")
        'wirausaha'
        """
        for row in self.entries["indikator"]:
            if row.get("hitungan", MISSING).nilai == hitungan:
                return str(row["kode"].nilai)
        raise LkjError(f"tidak ada indikator dengan Hitungan '{hitungan}' pada laporan ini")

    def hitung(self, hitungan: str) -> tuple:
        """Numerator and denominator of the indicator that is counted so, in the report's year.

        Raises
        ------
        LkjError
            When no indicator is counted so, or its sheets do not give the counts.

        Examples
        --------
        >>> from lkjlib import load
        >>> [int(count) for count in load(2019).hitung("koperasi-berkualitas")]
        [31, 132]
        """
        kode = self.kode(hitungan)
        if kode not in self.hitungan:
            raise LkjError(f"lembar untuk hitungan '{hitungan}' tidak ada pada laporan ini")
        return self.hitungan[kode](self)

    def tercetak(self, bingkai: str, baris: int, kolom: str) -> str:
        """A number as the report prints it, with its decimals; "–" where it prints none.

        Examples
        --------
        >>> from lkjlib import load
        >>> data = load(2019)
        >>> row = data.kinerja.query("kode == 'kasus' and tahun == 2017").index[0]
        >>> data.tercetak("kinerja", row, "realisasi")
        '2,6'
        """
        entry = self._entry(bingkai, baris, kolom)
        if isinstance(entry.nilai, str):
            return entry.nilai
        if self.satuan[bingkai][kolom] == "tahun":
            return str(entry.nilai)
        return format_angka(entry.nilai if entry.sel else None, entry.desimal)

    @cached_property
    def eksak(self) -> Data:
        """The same frames with every number exact and knowing its cell; missing ones are None.

        An analysis of this library gives its frame exactly, and with the cells each figure
        rests on, when it is handed these.

        Examples
        --------
        >>> from lkjlib import load
        >>> data = load(2019)
        >>> share = data.eksak.koperasi["aktif"].sum() / data.eksak.koperasi["total"].sum() * 100
        >>> round(float(share), 2), share.asal(data.jumlah)
        (73.33, 'koperasi.xlsx!Keragaan!C29 / E29')
        """
        with SHORT_COLUMNS():
            return replace(self, frames={name: self._exact(name) for name in self.frames})

    def _exact(self, bingkai: str) -> pd.DataFrame:
        frame = self.frames[bingkai]
        columns = {kolom: self._exact_column(bingkai, kolom) for kolom in frame}
        exact = pd.DataFrame(columns, frame.index)
        exact.attrs = frame.attrs
        return exact

    def _exact_column(self, bingkai: str, kolom: str) -> ExtensionArray:
        values = self.frames[bingkai][kolom].array
        if isinstance(values.dtype, pd.StringDtype):
            return values.astype("str")  # as SHORT_COLUMNS has them
        is_year = self.satuan[bingkai][kolom] == "tahun"
        if is_year or not pd.api.types.is_numeric_dtype(values.dtype):
            return values
        entries = (row.get(kolom, MISSING) for row in self.entries[bingkai])
        exact = [
            None if is_missing(e.nilai) else Exact(to_decimal(e.nilai), e.asal if e.sel else "")
            for e in entries
        ]
        return pd.array(exact, dtype=object)

    def _entry(self, bingkai: str, baris: int, kolom: str) -> Entry:
        rows = self.entries.get(bingkai)
        if rows is None or not 0 <= baris < len(rows) or kolom not in self.satuan[bingkai]:
            raise LkjError(f"Tidak ada nilai {bingkai}[{baris}, '{kolom}'].")
        return rows[baris].get(kolom, MISSING)


def _absent(name: str, frames: Mapping[str, pd.DataFrame]) -> str:
    """Why there is no such frame."""
    return (
        f"tidak ada bingkai '{name}' pada laporan ini: temanya tidak disebut di laporan.toml, "
        f"atau lembarnya tidak ada. Yang ada: {', '.join(frames)}"
    )


def once(
    analysis: Callable[Concatenate[Data, Given], Table],
) -> Callable[Concatenate[Data, Given], Table]:
    """Let an analysis be computed once for a report's data, however many tables ask for it.

    Everyone gets a copy; what is known is forgotten with the data.

    Parameters
    ----------
    analysis : function of the data, and of hashable arguments in their order.

    Examples
    --------
    >>> from lkjlib import load
    >>> asked = []
    >>> @once
    ... def names(data):
    ...     asked.append("names")
    ...     return data.koperasi["kelompok"]
    >>> data = load(2019)
    >>> names(data).equals(names(data)), asked
    (True, ['names'])
    """
    known: WeakKeyDictionary[Data, dict] = WeakKeyDictionary()

    @wraps(analysis)
    def remembered(data: Data, *args: Given.args, **kwargs: Given.kwargs) -> Table:
        tables = known.setdefault(data, {})
        asked = (args, tuple(sorted(kwargs.items())))
        if asked not in tables:
            tables[asked] = analysis(data, *args, **kwargs)
        return tables[asked].copy()

    return remembered


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, column -> value: quicker to choose among than the frame's own.

    Examples
    --------
    >>> rows_of(pd.DataFrame({"tahun": [2018, 2019], "nilai": [Exact(7), None]}))[1]
    {'tahun': 2019, 'nilai': None}
    """
    names = frame.columns.tolist()
    return [dict(zip(names, row, strict=True)) for row in frame.to_numpy(dtype=object).tolist()]


def by_key(frame: pd.DataFrame, kunci: str, kolom: str) -> dict[Any, Any]:
    """The values of a column by those of another one, which tell the rows apart.

    Examples
    --------
    >>> by_key(pd.DataFrame({"tahun": [2018, 2019], "nilai": [Exact(7), None]}), "tahun", "nilai")
    {2018: Exact(7, ''), 2019: None}
    """
    return dict(zip(frame[kunci].tolist(), frame[kolom].tolist(), strict=True))


def sum_of(rows: Iterable[Mapping[str, Any]], kolom: str) -> int | Exact:
    """What the numbers of a column add up to; missing ones are passed over.

    Examples
    --------
    >>> sum_of([{"nilai": Exact(7)}, {"nilai": None}, {"nilai": Exact(2)}], "nilai")
    Exact(9, '')
    """
    return sum(row[kolom] for row in rows if not is_missing(row[kolom]))


def grouped(frame: pd.DataFrame, kunci: str) -> dict[Any, list[dict[str, Any]]]:
    """The rows of a frame by what a column says, in the order in which that first comes.

    Examples
    --------
    >>> frame = pd.DataFrame({"bidang": ["Kuliner", "Fashion", "Kuliner"], "baru": [1, 2, 3]})
    >>> {bidang: sum_of(rows, "baru") for bidang, rows in grouped(frame, "bidang").items()}
    {'Kuliner': 4, 'Fashion': 2}
    """
    groups: dict[Any, list[dict[str, Any]]] = {}
    for row in rows_of(frame):
        groups.setdefault(row[kunci], []).append(row)
    return groups
