"""Efficiency: what was achieved beside what was spent."""

from collections.abc import Iterable
from typing import Any, overload

import numpy as np
import pandas as pd

from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import is_missing, to_decimal
from lkjlib.rules.capaian import Angka
from lkjlib.rules.targets import difference

_NAN = float("nan")


@overload
def efisiensi(capaian: pd.Series, serapan: pd.Series | float) -> pd.Series: ...
@overload
def efisiensi(capaian: Angka, serapan: Angka) -> float | Exact: ...
def efisiensi(capaian: Any, serapan: Any) -> Any:
    """Subtract absorption from capaian [percentage points]; elementwise for Series and arrays.

    Exact numbers give exact ones, which keep their cells.

    Positive: more achieved than spent, which is efficiency only where output is shown.

    Examples
    --------
    >>> efisiensi(78.27, 95.61)
    -17.34
    """
    if np.ndim(capaian) or np.ndim(serapan):
        selisih = capaian - serapan
        eksak = any(isinstance(nilai, Exact) for nilai in np.ravel(selisih))
        return selisih if eksak else selisih.round(9)  # nine decimals leave no binary noise
    return difference(capaian, serapan)


def efisiensi_pmk(pak: Iterable[Angka], rak: Iterable[Angka], ck: Iterable[Angka]) -> float | Exact:
    """Efficiency in the form of PMK 214/2017: Σ(PAK·CK − RAK) / Σ(PAK·CK) × 100.

    Parameters
    ----------
    pak, rak : allocated and spent budget per output [rupiah]
    ck : achievement per output as a RATIO (1.22 for 122 %), as in the regulation

    Returns
    -------
    efficiency [percent], exact where an input is; NaN where an input is missing

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
    eksak = any(isinstance(nilai, Exact) for kolom in baris for nilai in kolom)
    jenis = exactly if eksak else to_decimal
    pagu, realisasi, capaian = ([jenis(nilai) for nilai in kolom] for kolom in baris)
    tertimbang = sum(p * c for p, c in zip(pagu, capaian, strict=True))
    if tertimbang == 0:
        raise RumusError("jumlah PAK × CK = 0")
    hasil = (tertimbang - sum(realisasi)) / tertimbang * 100
    return hasil if eksak else float(hasil)
