"""How a figure of an indicator is said: its name, its unit, its decimals, the word for a distance.

A whole number is written without decimals, whatever its unit: 30 %, 1.000 orang.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjlib.charts.origin import with_origin
from lkjlib.data import Data, Known, once, rows_of
from lkjlib.errors import LkjError
from lkjlib.numbers.format import TANDA_KOSONG, bulatkan, format_angka, is_missing
from lkjlib.themes.indikator.tables import PERSEN

Row = Mapping[str, Any]  # column -> value
_KEY = "indikator"
_TANPA_SATUAN = ("indeks", "nilai", "skor")  # the number says it all
_DIHITUNG = 2  # decimals of what is recomputed, at least


@dataclass(frozen=True)
class Satuan:
    """The unit of an indicator and the decimals its figures have where they are not whole.

    Examples
    --------
    >>> Satuan("%", 2).sebut(23.48), Satuan("orang", 0).sebut(1000), Satuan("rupiah", 0).sebut(7e6)
    ('23,48 %', '1.000 orang', 'Rp 7.000.000')
    >>> Satuan("%", 2).selisih, Satuan("orang", 0).selisih
    ('poin persen', 'orang')
    """

    nama: str
    desimal: int

    @property
    def persen(self) -> bool:
        """Is it a percentage?"""
        return self.nama in PERSEN

    @property
    def judul(self) -> str:
        """The unit as headings and axes say it."""
        return "persen" if self.persen else self.nama

    @property
    def selisih(self) -> str:
        """The unit of a difference between two figures."""
        return "poin persen" if self.persen else self.nama

    def angka(self, nilai: object) -> str:
        """A printed figure without its unit.

        >>> Satuan("%", 2).angka(2.6), Satuan("%", 2).angka(30.0), Satuan("orang", 0).angka(None)
        ('2,60', '30', '–')
        """
        return self._written(nilai, self.desimal)

    def hitungan(self, nilai: object) -> str:
        """A recomputed figure without its unit: at least two decimals, unless it is whole.

        >>> Satuan("%", 0).hitungan(10.2293), Satuan("orang", 0).hitungan(640.0)
        ('10,23', '640')
        """
        return self._written(nilai, max(self.desimal, _DIHITUNG))

    def sebut(self, nilai: object) -> str:
        """A printed figure with its unit."""
        return self._with_unit(self.angka(nilai))

    def sebut_hitungan(self, nilai: object) -> str:
        """A recomputed figure with its unit."""
        return self._with_unit(self.hitungan(nilai))

    def _written(self, nilai: object, desimal: int) -> str:
        if is_missing(nilai):
            return TANDA_KOSONG
        return format_angka(nilai, 0 if float(nilai).is_integer() else desimal)

    def _with_unit(self, angka: str) -> str:
        if angka == TANDA_KOSONG or self.nama.casefold() in _TANPA_SATUAN:
            return angka
        if self.nama.casefold() == "rupiah":
            return f"−Rp {angka[1:]}" if angka.startswith("−") else f"Rp {angka}"
        return f"{angka} %" if self.persen else f"{angka} {self.nama}"


@once
def kartu_indikator(data: Data) -> dict[str, dict[str, object]]:
    """The row of `data.indikator` of every indicator by its code, column -> value."""
    rows = rows_of(data.indikator)
    cards = {row.pop("kode"): row for row in rows}
    if len(cards) < len(rows):
        raise LkjError("dua indikator dengan kode yang sama")
    return cards


def of_indicator(data: Data, bingkai: str, kode: str) -> list[Row]:
    """The rows of one indicator in `data.kinerja` or `data.pembanding`, column -> value.

    Each says as `baris` which row of the frame it is.
    """
    return _by_indicator(data, bingkai).get(kode, [])


@once
def _by_indicator(data: Data, bingkai: str) -> dict[str, list[Row]]:
    frame, known = getattr(data, bingkai), {}
    for baris, row in zip(frame.index, rows_of(frame), strict=True):
        known.setdefault(row["kode"], []).append({"baris": baris, **row})
    return known


def satuan(data: Data, kode: str) -> Satuan:
    """The unit of an indicator.

    Its decimals are those of column `desimal`; where that is blank, as its cells print (a
    percentage at least two, where it is not whole).

    Examples
    --------
    >>> from lkjlib import load
    >>> satuan(load(2019), "kasus")
    Satuan(nama='%', desimal=2)
    """
    card = kartu_indikator(data)[kode]
    if not is_missing(card["desimal"]):
        return Satuan(card["satuan"], int(card["desimal"]))
    rows = [row for row in data.entries["kinerja"] if row["kode"].nilai == kode]
    entries = [row[name] for row in rows for name in ("target", "realisasi")]
    printed = max((entry.desimal for entry in entries if entry.sel), default=0)
    least = _DIHITUNG if card["satuan"] in PERSEN else 0
    return Satuan(card["satuan"], max(printed, least))


@once
def nama_pendek(data: Data) -> pd.Series:
    """Short name of every indicator by its code; its printed name where there is none.

    Examples
    --------
    >>> from lkjlib import load
    >>> nama_pendek(load(2019))["tpt"]
    'TPT'
    """
    cards = data.indikator.set_index("kode")
    return cards["nama_pendek"].fillna(cards["indikator"]).rename("nama")


@dataclass(frozen=True)
class Dikenal:
    """What a chart says of an indicator: short and printed name, unit, source, way of adding up."""

    nama: str
    indikator: str
    satuan: Satuan
    sumber: str = ""


def with_names(frame: pd.DataFrame, data: Data) -> pd.DataFrame:
    """The frame, which now knows its report and how its indicators are called and counted."""
    names, known = nama_pendek(data), {}
    for kode, card in kartu_indikator(data).items():
        unit = satuan(data, kode)
        source = "" if is_missing(card["sumber_data"]) else card["sumber_data"]
        known[kode] = [names[kode], card["indikator"], unit.nama, unit.desimal, source]
    frame.attrs[_KEY] = Known(known)
    return with_origin(frame, data.laporan)


def named(frame: pd.DataFrame, kode: str) -> Dikenal:
    """How a chart calls an indicator; by its code where the frame does not know.

    Examples
    --------
    >>> named(pd.DataFrame(), "tpt").nama
    'tpt'
    """
    unknown = (kode, kode, "", 2, "")
    name, long, unit, decimals, source = frame.attrs.get(_KEY, {}).get(kode, unknown)
    return Dikenal(name, long, Satuan(unit, decimals), source)


def unit_named(frame: pd.DataFrame, nama: str) -> Satuan:
    """Unit of the indicator of a short name; a bare number where the frame does not know.

    Examples
    --------
    >>> unit_named(pd.DataFrame(), "TPT").sebut(5.06)
    '5,06'
    """
    every = frame.attrs.get(_KEY, {}).values()
    return next((Satuan(row[2], row[3]) for row in every if row[0] == nama), Satuan("indeks", 2))


def same_text(unit: Satuan, kiri: float, kanan: float) -> bool:
    """Would two figures be printed alike?"""
    return unit.angka(kiri) == unit.hitungan(float(bulatkan(kanan, max(unit.desimal, _DIHITUNG))))


def figures(values: pd.Series, units: list[Satuan]) -> pd.Series:
    """Numbers of several units: what is shown without decimals is whole, so that it is set so."""
    if all(unit.persen for unit in units):
        return values
    shown = [
        value if is_missing(value) or unit.desimal or value != int(value) else int(value)
        for value, unit in zip(values, units, strict=True)
    ]
    return pd.Series(shown, values.index, dtype=object)


def with_figures(frame: pd.DataFrame, data: Data, kolom: tuple[str, ...]) -> pd.DataFrame:
    """The frame with figures set in the unit of each row's indicator, named by `kode`."""
    units = [satuan(data, kode) for kode in frame["kode"]]
    shown = {name: figures(frame[name], units) for name in kolom if name in frame}
    return frame.assign(satuan=[unit.judul for unit in units], **shown)


def figures_of_one(
    frame: pd.DataFrame, data: Data, kode: str, kolom: tuple[str, ...]
) -> pd.DataFrame:
    """The frame of one indicator with its figures set in its unit."""
    unit = satuan(data, kode)
    shown = {name: figures(frame[name], [unit] * len(frame)) for name in kolom if name in frame}
    return frame.assign(**shown)


def unit_of(frame: pd.DataFrame) -> Satuan:
    """Unit of a frame of one indicator."""
    return Satuan(*frame.attrs.get("satuan", ("persen", 2)))


def decimals_of(frame: pd.DataFrame) -> int:
    """Decimals of a column of such a frame."""
    unit = unit_of(frame)
    return 2 if unit.persen else unit.desimal
