"""Cooperatives by kind, and the counts hidden behind earlier years' percentages.

Kinds with fewer than ten units are pooled before any rate is compared.
"""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.indikator.hitungan import efek_perubahan, hitungan_mungkin

MIN_UNIT = 10


def gabung_kecil(frame: pd.DataFrame, minimal: int = MIN_UNIT) -> pd.DataFrame:
    """Pool the kinds with fewer than `minimal` units, whose rates say nothing, into one last row.

    Parameters
    ----------
    frame : kelompok, aktif, tidak_aktif, total [units].

    Returns
    -------
    DataFrame
        The same columns and `jenis` (kinds in the row); larger kinds first; no sum changes.

    Examples
    --------
    >>> from lkjlib import load
    >>> gabung_kecil(load(2019).koperasi)["total"].tolist()
    [67, 39, 20, 54]
    """
    small = frame["total"] < minimal
    large = frame[~small].sort_values("total", ascending=False, kind="stable").assign(jenis=1)
    if not small.any():
        return large.reset_index(drop=True)
    name = f"{small.sum()} jenis dengan kurang dari {minimal} unit"
    pooled = frame[small].sum(numeric_only=True).to_frame().T
    pooled = pooled.assign(kelompok=name, jenis=int(small.sum()))[large.columns]
    return pd.concat([large, pooled], ignore_index=True).astype({"jenis": "int64"})


def keragaan(data: Data, *, minimal: int = MIN_UNIT) -> pd.DataFrame:
    """Activity of the cooperatives by kind, small kinds pooled before any rate is compared.

    Returns
    -------
    DataFrame
        kelompok, aktif, tidak_aktif, total [units], jenis, aktif_persen (of the row's units),
        bagian_unit, bagian_tidak_aktif (the row's share of all units, of all inactive) [percent].

    Source
    ------
    Bab III A.3, sasaran 1, Rekapitulasi Data Keragaan Koperasi, 31 December.

    Examples
    --------
    >>> from lkjlib import load
    >>> keragaan(load(2019))["aktif_persen"].round(1).tolist()
    [80.6, 79.5, 65.0, 63.0]
    """
    frame = gabung_kecil(data.koperasi, minimal)
    return frame.assign(
        aktif_persen=frame["aktif"] / frame["total"] * 100,
        bagian_unit=frame["total"] / frame["total"].sum() * 100,
        bagian_tidak_aktif=frame["tidak_aktif"] / frame["tidak_aktif"].sum() * 100,
    )


def hitungan(data: Data) -> pd.DataFrame:
    """Counts behind each year's percentage, given no more active cooperatives than exist now.

    The columns are those of `lkjlib.themes.indikator.hitungan.hitungan_mungkin`.
    """
    return hitungan_mungkin(data, "koperasi", maks=int(data.koperasi["total"].sum()))


def efek(data: Data) -> pd.DataFrame:
    """Change from year to year, split into the effect of the passes and of the active ones.

    The columns are those of `lkjlib.themes.indikator.hitungan.efek_perubahan`.

    Examples
    --------
    >>> from lkjlib import load
    >>> efek(load(2019))[["efek_pembilang", "efek_penyebut"]].round(2).to_numpy()
    array([[ 0.  , -2.48],
           [ 4.65, -1.01]])
    """
    return efek_perubahan(hitungan(data))
