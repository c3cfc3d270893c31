"""Five indicators at a glance: categories, ambition, fragility, pace.

Printed results stand beside those from exact counts; neither replaces the other.
"""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.rules.category import SKALA, kategori
from lkjlib.rules.targets import kerapuhan_hitung
from lkjlib.themes.indikator.api import (
    NAMA_PENDEK,
    SKALA_LAPORAN,
    ambisi_dan_laju,
    cacah,
    ringkasan,
    tren,
)

SATUAN_CACAH = {
    "koperasi": "koperasi lulus",
    "wirausaha": "UMKM baru",
    "omzet": "rupiah kenaikan omzet",
    "tpt": "penganggur",
    "kasus": "kasus",
}


def lima(data: Data, skala: str = SKALA_LAPORAN) -> pd.DataFrame:
    """Every indicator in one row, printed beside recomputed, with its category on one scale.

    Returns
    -------
    DataFrame
        indikator (short), target, realisasi (printed), realisasi_dihitung, capaian (printed),
        capaian_dihitung (from exact counts) [percent], kategori (of the printed capaian),
        kategori_dihitung.

    Source
    ------
    Bab III A.2, table of all indicators.

    Examples
    --------
    >>> from lkjlib import load
    >>> lima(load(2019)).loc[2, ["kategori", "kategori_dihitung"]].tolist()
    ['Baik', 'Baik Sekali']
    """
    frame = ringkasan(data)
    columns = ["target", "realisasi", "realisasi_dihitung", "capaian", "capaian_dihitung"]
    names = frame["kode"].map(NAMA_PENDEK).rename("indikator")
    return pd.concat([names, frame[columns]], axis=1).assign(
        kategori=kategori(frame["capaian"], skala),
        kategori_dihitung=kategori(frame["capaian_dihitung"], skala),
    )


def kategori_skala(data: Data) -> pd.DataFrame:
    """Category of each indicator under each scale, from the printed and the exact capaian.

    Returns
    -------
    DataFrame
        indikator, skala, kategori, kategori_dihitung, berubah; a row per indicator and scale.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(kategori_skala(load(2019)))
    15
    """
    parts = [
        lima(data, skala)[["indikator", "kategori", "kategori_dihitung"]].assign(skala=skala)
        for skala in SKALA
    ]
    frame = pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)
    frame["berubah"] = (frame["kategori"] != frame["kategori_dihitung"]).astype(bool)
    return frame[["indikator", "skala", "kategori", "kategori_dihitung", "berubah"]]


def kerapuhan(data: Data) -> pd.DataFrame:
    """How many units of the numerator separate each result from the flip of met / not met.

    The denominator stays as it is.

    Returns
    -------
    DataFrame
        indikator, satuan, pembilang, penyebut (in counts or rupiah), target,
        realisasi_dihitung [percent], tercapai, jarak (units to spare where met, negative units
        short where missed), jarak_persen [percent of pembilang].

    Examples
    --------
    >>> from lkjlib import load
    >>> kerapuhan(load(2019))["jarak"].tolist()
    [-9, 15, 99429145, 1271, 0]
    """
    frame = (
        data.indikator[["kode", "polaritas"]]
        .merge(cacah(data), on="kode")
        .merge(ringkasan(data)[["kode", "target"]], on="kode")
    )
    distance = [
        kerapuhan_hitung(row.pembilang, row.penyebut, row.target, row.polaritas)
        for row in frame.itertuples()
    ]
    return pd.DataFrame(
        {
            "indikator": frame["kode"].map(NAMA_PENDEK),
            "satuan": frame["kode"].map(SATUAN_CACAH),
            "pembilang": frame["pembilang"],
            "penyebut": frame["penyebut"],
            "target": frame["target"],
            "realisasi_dihitung": frame["realisasi"],
            "tercapai": [value >= 0 for value in distance],
            "jarak": distance,
            "jarak_persen": distance / frame["pembilang"] * 100,
        }
    )


def ambisi(data: Data) -> pd.DataFrame:
    """Was the target tougher than what had been reached the year before?

    Returns
    -------
    DataFrame
        indikator, realisasi_lalu, target [percent], ambisi [percentage points in the direction
        of improvement], lebih_longgar (target easier than last year's result).

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = ambisi(load(2019))
    >>> frame.loc[frame["lebih_longgar"], "indikator"].tolist()
    ['TPT']
    """
    frame = ambisi_dan_laju(data)
    columns = frame[["realisasi_lalu", "target", "ambisi"]]
    names = frame["kode"].map(NAMA_PENDEK).rename("indikator")
    return pd.concat([names, columns], axis=1).assign(lebih_longgar=frame["ambisi"] < 0)


def laju(data: Data) -> pd.DataFrame:
    """Yearly pace achieved against the pace that RPJMD 2021 still asks for: no forecast.

    Returns
    -------
    DataFrame
        indikator, sejak (first year with a figure), dicapai, diperlukan [percentage points a
        year, positive = towards improvement; a negative need means the target is already
        passed], cukup (achieved is at least what is needed).

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = laju(load(2019))
    >>> frame.loc[~frame["cukup"], "indikator"].tolist()
    ['Koperasi berkualitas']
    """
    frame = ambisi_dan_laju(data).merge(data.indikator[["kode", "polaritas"]], on="kode")
    sign = frame["polaritas"].map({"positif": 1, "negatif": -1})
    achieved, needed = frame["laju_dicapai"] * sign, frame["laju_diperlukan"] * sign
    return pd.DataFrame(
        {
            "indikator": frame["kode"].map(NAMA_PENDEK),
            "sejak": frame["sejak"],
            "dicapai": achieved,
            "diperlukan": needed,
            "cukup": achieved >= needed - 1e-9,
        }
    )


def tren_semua(data: Data) -> pd.DataFrame:
    """The trends of all indicators in one frame, see `lkjlib.themes.indikator.tren`."""
    return pd.concat([tren(data, kode) for kode in data.indikator["kode"]], ignore_index=True)
