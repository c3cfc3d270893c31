"""Judge a target and a result as a whole: ambition, pace, fragility, efficiency.

Arithmetic on printed numbers, done in decimals so that 5,20 − 6,10 is −0,90; no forecast.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from operator import index
from typing import Any

import numpy as np

from lkjlib.errors import RumusError, explain_unknown
from lkjlib.numbers.format import is_missing, to_decimal

POLARITAS = ("positif", "negatif")

_NAN = float("nan")


@dataclass(frozen=True)
class Laju:
    """Pace: change per year so far and change per year still needed, both signed.

    `sisa` is target − realisasi; all in the unit of the indicator (percentage points).
    """

    dicapai_per_tahun: float
    diperlukan_per_tahun: float
    sisa: float
    tahun_berjalan: int
    tahun_tersisa: int


def ambisi(target: Any, realisasi_lalu: Any, polaritas: str) -> float:
    """Tell by how many points a target asks for more than last year's result.

    Returns
    -------
    points in the direction of improvement [percentage points]: positive is tougher, negative
    is easier than what was already reached; NaN where an input is missing

    Examples
    --------
    >>> ambisi(6.10, 5.20, "negatif"), ambisi(30, 19.84, "positif")
    (-0.9, 10.16)
    """
    _require_polaritas(polaritas)
    if polaritas == "positif":
        return _difference(target, realisasi_lalu)
    return _difference(realisasi_lalu, target)


def laju(
    realisasi_awal: Any,
    tahun_awal: int,
    realisasi: Any,
    tahun: int,
    target: Any,
    tahun_target: int,
) -> Laju:
    """Set the yearly change achieved against the yearly change needed to reach a later target.

    Signs are those of the indicator itself (a falling rate is negative); years must rise.

    Raises
    ------
    RumusError : years not in rising order

    Examples
    --------
    >>> laju(22.32, 2017, 23.48, 2019, 35, 2021)  # doctest: +NORMALIZE_WHITESPACE
    Laju(dicapai_per_tahun=0.58, diperlukan_per_tahun=5.76, sisa=11.52, tahun_berjalan=2,
         tahun_tersisa=2)
    """
    if not tahun_awal < tahun < tahun_target:
        raise RumusError(f"tahun harus berurutan naik, bukan {tahun_awal}, {tahun}, {tahun_target}")
    berjalan, tersisa = int(tahun - tahun_awal), int(tahun_target - tahun)
    return Laju(
        _difference(realisasi, realisasi_awal, berjalan),
        _difference(target, realisasi, tersisa),
        _difference(target, realisasi),
        berjalan,
        tersisa,
    )


def kerapuhan_hitung(
    pembilang: int, penyebut: int, target_persen: float | Decimal, polaritas: str
) -> int:
    """Count the units of the numerator between the result and the flip of met / not met.

    The denominator stays as it is; the exact ratio is compared, not the printed one.

    Parameters
    ----------
    pembilang, penyebut : whole counts, e.g. cases and companies
    target_persen : target [percent], a minimum for "positif", a maximum for "negatif"

    Returns
    -------
    Below 0: target missed, that many units short. 0 or more: target met, with that many units
    to spare; one unit further and it is missed.

    Raises
    ------
    RumusError : counts that are not whole or negative, denominator 0, unknown polarity

    Examples
    --------
    >>> kerapuhan_hitung(31, 132, 30, "positif")  # 40/132 = 30,30 %
    -9
    >>> kerapuhan_hitung(10, 420, 2.5, "negatif")  # 11/420 = 2,62 %
    0
    """
    _require_polaritas(polaritas)
    n, semua = _require_count("pembilang", pembilang), _require_count("penyebut", penyebut)
    if semua == 0:
        raise RumusError("penyebut = 0")
    ambang = Fraction(to_decimal(target_persen)) * semua / 100
    return n - ceil(ambang) if polaritas == "positif" else floor(ambang) - n


def efisiensi(capaian: Any, serapan: Any) -> Any:
    """Subtract absorption from capaian [percentage points]; elementwise for Series and arrays.

    Positive: more achieved than spent, which is efficiency only where output is shown.

    Examples
    --------
    >>> efisiensi(78.27, 95.61)
    -17.34
    """
    if np.ndim(capaian) or np.ndim(serapan):
        return (capaian - serapan).round(9)  # nine decimals leave no binary noise
    return _difference(capaian, serapan)


def efisiensi_pmk(pak: Iterable[Any], rak: Iterable[Any], ck: Iterable[Any]) -> float:
    """Efficiency in the form of PMK 214/2017: Σ(PAK·CK − RAK) / Σ(PAK·CK) × 100.

    Parameters
    ----------
    pak, rak : allocated and spent budget per output [rupiah]
    ck : achievement per output as a RATIO (1.22 for 122 %), as in the regulation

    Returns
    -------
    efficiency [percent]; NaN where an input is missing

    Raises
    ------
    RumusError : lengths differ, or Σ(PAK·CK) is 0

    Examples
    --------
    >>> round(efisiensi_pmk([4, 1, 5], [3.8, 0.975, 4.725], [1.22, 0.80, 1.42]), 2)
    25.67
    """
    baris = [tuple(kolom) for kolom in (pak, rak, ck)]
    if len({len(kolom) for kolom in baris}) != 1:
        raise RumusError("panjang pak, rak, dan ck tidak sama")
    if any(is_missing(nilai) for kolom in baris for nilai in kolom):
        return _NAN
    pagu, realisasi, capaian = ([to_decimal(nilai) for nilai in kolom] for kolom in baris)
    tertimbang = sum((p * c for p, c in zip(pagu, capaian, strict=True)), Decimal(0))
    if tertimbang == 0:
        raise RumusError("jumlah PAK × CK = 0")
    return float((tertimbang - sum(realisasi)) / tertimbang * 100)


def _difference(kiri: Any, kanan: Any, pembagi: int = 1) -> float:
    if is_missing(kiri) or is_missing(kanan):
        return _NAN
    return float((to_decimal(kiri) - to_decimal(kanan)) / pembagi)


def _require_polaritas(polaritas: str) -> None:
    if polaritas not in POLARITAS:
        raise RumusError(explain_unknown("polaritas", polaritas, POLARITAS))


def _require_count(nama: str, nilai: Any) -> int:
    try:
        hasil = index(nilai)
    except TypeError:
        hasil = -1
    if hasil < 0 or isinstance(nilai, bool):
        raise RumusError(f"{nama} harus bilangan bulat tidak negatif, bukan {nilai!r}")
    return hasil
