"""Efficiency: what was achieved beside what was spent."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, overload

import numpy as np
import pandas as pd

from lkjlib.errors import RumusError
from lkjlib.numbers.format import is_missing, to_decimal
from lkjlib.rules.capaian import Angka

_NAN = float("nan")


@overload
def efisiensi(capaian: pd.Series, serapan: pd.Series | float) -> pd.Series: ...
@overload
def efisiensi(capaian: Angka, serapan: Angka) -> float: ...
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
    if is_missing(capaian) or is_missing(serapan):
        return _NAN
    return float(to_decimal(capaian) - to_decimal(serapan))


def efisiensi_pmk(pak: Iterable[Angka], rak: Iterable[Angka], ck: Iterable[Angka]) -> float:
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
