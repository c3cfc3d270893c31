"""Results that add up over the years: running totals, and yearly amounts up to a medium-term sum.

Column `jenis_target` says how targets are meant; whether the printed results are running totals
too, the printed capaian of the report year tells.
"""

from typing import NamedTuple

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import is_missing
from lkjlib.rules.capaian import RUMUS
from lkjlib.themes.indikator.units import kartu_indikator

TAHUNAN, AKUMULASI, JUMLAH = "tahunan", "akumulasi", "jumlah"
_ROUNDING = 1  # percent: a capaian nearer than that to what the running sum gives is of it


class Berjalan(NamedTuple):
    """`sebelum` is the sum of the years before the report's; `dijumlah` whether targets ask it."""

    dijumlah: bool
    sebelum: float | Exact


def jenis_target(data: Data, kode: str) -> str:
    """How the targets of an indicator are meant; of each year alone where nothing is said.

    Examples
    --------
    >>> from lkjlib import load
    >>> jenis_target(load(2019), "tpt")
    'tahunan'
    """
    kind = kartu_indikator(data)[kode]["jenis_target"]
    return TAHUNAN if is_missing(kind) else kind


def hasil_berjalan(data: Data, kode: str) -> Berjalan:
    """Are the yearly results summed before the year's target is set against them?

    So it is where targets are running totals and the printed capaian fits the sum of the years
    but not the year's own result.
    """
    if jenis_target(data, kode) != AKUMULASI:
        return Berjalan(False, 0)
    frame = data.kinerja
    frame = frame[frame["kode"] == kode]
    before = frame.loc[frame["tahun"] < data.tahun, "realisasi"].dropna().sum()
    row = frame[frame["tahun"] == data.tahun].iloc[0]
    if any(is_missing(row[name]) for name in ("target", "realisasi", "capaian")) or not before:
        return Berjalan(False, 0)
    rumus = RUMUS[kartu_indikator(data)[kode]["rumus"]]
    if not row["target"] or not row["realisasi"]:
        return Berjalan(False, 0)
    own, total = (
        abs(float(rumus.persen(exactly(result), exactly(row["target"]))) - float(row["capaian"]))
        for result in (row["realisasi"], before + row["realisasi"])
    )
    summed = total < own and total < _ROUNDING
    return Berjalan(summed, before if summed else 0)


def sampai_tahun_ini(data: Data, kode: str, realisasi: float | Exact) -> float | Exact | None:
    """What has been reached of a medium-term target by the end of the report year.

    Parameters
    ----------
    kode : indicator.
    realisasi : its result of the report year [unit of the indicator].

    Returns
    -------
    The result itself where targets are levels; the sum of all years where they are amounts, None
    where one of these is missing [unit of the indicator].
    """
    if jenis_target(data, kode) != JUMLAH:
        return hasil_berjalan(data, kode).sebelum + realisasi
    earlier = tahun_dijumlah(data, kode)
    return None if earlier.isna().any() else earlier.sum() + realisasi


def dijumlah_sejak(data: Data, kode: str) -> int | None:
    """First year of the results that are summed up to a medium-term target; None where none are.

    Examples
    --------
    >>> from lkjlib import load
    >>> dijumlah_sejak(load(2019), "tpt") is None
    True
    """
    if jenis_target(data, kode) != JUMLAH and not hasil_berjalan(data, kode).dijumlah:
        return None
    years = tahun_dijumlah(data, kode).dropna().index
    return int(years.min()) if len(years) else None


def tahun_dijumlah(data: Data, kode: str) -> pd.Series:
    """Results of the years before the report's, by year."""
    frame = data.kinerja
    frame = frame[(frame["kode"] == kode) & (frame["tahun"] < data.tahun)]
    return frame.set_index("tahun")["realisasi"]
