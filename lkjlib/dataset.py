"""Loads a year's annexes as checked, tidy frames; every value knows its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkjlib.annex_set import find_folder
from lkjlib.crosschecks import read_checked
from lkjlib.entries import Entry, TableRows
from lkjlib.errors import AnnexError, LkjError
from lkjlib.formatting import format_angka
from lkjlib.frame_list import FRAMES
from lkjlib.frames import DTYPES, Frame, Row

FIRST_YEAR = 2019
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, eq=False)
class Data:
    """The frames of one year.

    Frames are attributes (``data.koperasi``), each a copy: what one reader changes, another
    does not see. `tahun` is the report year, `folder` where the annexes were read.
    """

    tahun: int
    folder: Path
    frames: Mapping[str, pd.DataFrame]
    entries: Mapping[str, list[Row]]

    def __getattr__(self, name: str) -> pd.DataFrame:
        frames = object.__getattribute__(self, "__dict__").get("frames", {})
        if name in frames:
            return frames[name].copy()
        raise AttributeError(f"tidak ada bingkai '{name}'; yang ada: {', '.join(frames)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.frames]

    def __repr__(self) -> str:
        rows = sum(len(frame) for frame in self.frames.values())
        return f"Data LKj {self.tahun}: {len(self.frames)} bingkai, {rows} baris"

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
        >>> load(2019).asal("koperasi", 1, "aktif")
        'koperasi.xlsx!Keragaan!C8'
        """
        entry = self._entry(bingkai, baris, kolom)
        if not entry.sel:
            raise LkjError(f"{bingkai}[{baris}, '{kolom}'] tidak tercetak di lampiran mana pun.")
        return entry.asal

    def tercetak(self, bingkai: str, baris: int, kolom: str) -> str:
        """A number as the report prints it, with its decimals; "–" where it prints none.

        Examples
        --------
        >>> data = load(2019)
        >>> row = data.kinerja.query("kode == 'kasus' and tahun == 2017").index[0]
        >>> data.tercetak("kinerja", row, "realisasi")
        '2,6'
        """
        entry = self._entry(bingkai, baris, kolom)
        if isinstance(entry.nilai, str):
            return entry.nilai
        units = {column.nama: column.satuan for column in FRAMES[bingkai].kolom}
        if units[kolom] == "tahun":
            return str(entry.nilai)
        return format_angka(entry.nilai, entry.desimal)

    def _entry(self, bingkai: str, baris: int, kolom: str) -> Entry:
        rows = self.entries.get(bingkai)
        if rows is None or not 0 <= baris < len(rows) or kolom not in FRAMES[bingkai].nama_kolom:
            raise LkjError(f"Tidak ada nilai {bingkai}[{baris}, '{kolom}'].")
        return rows[baris].get(kolom, Entry(None, ""))


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
        When the annexes have findings; it lists every one of them.
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
    tables, findings = read_checked(folder)
    fatal = tuple(f for f in findings if f.tingkat == "galat")
    if fatal:
        raise AnnexError(fatal)
    return from_tables(tables, tahun, folder)


def _year_of(path: str | Path | None) -> int:
    name = Path(path).name if path is not None else ""
    return int(name) if _YEAR.fullmatch(name) else FIRST_YEAR


def from_tables(tables: dict[str, TableRows], tahun: int, folder: Path) -> Data:
    """The frames of checked tables."""
    entries = {name: frame.susun(tables) for name, frame in FRAMES.items()}
    frames = {name: _to_frame(FRAMES[name], rows) for name, rows in entries.items()}
    return Data(tahun, folder, frames, entries)


def _to_frame(frame: Frame, rows: list[Row]) -> pd.DataFrame:
    empty = Entry(None, "")
    columns = {}
    for column in frame.kolom:
        values = [row.get(column.nama, empty).nilai for row in rows]
        columns[column.nama] = pd.Series(values, dtype=DTYPES[column.tipe])
    return pd.DataFrame(columns)
