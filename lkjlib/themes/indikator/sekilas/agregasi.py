"""One figure for a sasaran with several indicators: what each rule of combining would say."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.indikator.api import NAMA_PENDEK, SKALA_LAPORAN, ringkasan

BOBOT_UTAMA = 0.75


def agregasi(data: Data, skala: str = SKALA_LAPORAN) -> pd.DataFrame:
    """One capaian for a sasaran with several indicators, by rules the report does not choose.

    Plain mean, minimum, and a mean in which one indicator after the other weighs `BOBOT_UTAMA`.

    Returns
    -------
    DataFrame
        sasaran, aturan, capaian (of printed capaian) [percent], kategori, capaian_dihitung (of
        exact ones) [percent], kategori_dihitung.

    Examples
    --------
    >>> from lkjlib import load
    >>> agregasi(load(2019))["kategori"].tolist()
    ['Baik Sekali', 'Baik', 'Baik Sekali', 'Baik Sekali']
    """
    frame = ringkasan(data).merge(data.indikator[["kode", "sasaran"]], on="kode")
    rows = []
    for sasaran, group in frame.groupby("sasaran", sort=False):
        if len(group) > 1:
            both = zip(_combine(group, "capaian"), _combine(group, "capaian_dihitung"), strict=True)
            rows += [(sasaran, rule, printed, exact) for (rule, printed), (_, exact) in both]
    table = pd.DataFrame(rows, columns=["sasaran", "aturan", "capaian", "capaian_dihitung"])
    table.insert(3, "kategori", kategori(table["capaian"], skala))
    return table.assign(kategori_dihitung=kategori(table["capaian_dihitung"], skala))


def _combine(group: pd.DataFrame, column: str) -> list[tuple[str, float]]:
    values = group.set_index("kode")[column]
    rest = (1 - BOBOT_UTAMA) / (len(values) - 1)
    weighted = [
        (
            f"bobot {BOBOT_UTAMA:.0%} {NAMA_PENDEK[kode]}".replace("%", " %"),
            values[kode] * BOBOT_UTAMA + values.drop(kode).sum() * rest,
        )
        for kode in values.index
    ]
    return [("rata-rata", values.mean()), ("minimum", values.min()), *weighted]


def predikat_sasaran(data: Data) -> pd.DataFrame:
    """Category of every sasaran under every scale, by the mean of its printed capaian.

    Returns
    -------
    DataFrame
        sasaran, jumlah_indikator, capaian [percent], then one column per scale.

    Examples
    --------
    >>> from lkjlib import load
    >>> predikat_sasaran(load(2019))["permendagri-54-2010"].value_counts().to_dict()
    {'Sangat Tinggi': 3, 'Tinggi': 1}
    """
    frame = ringkasan(data)[["kode", "capaian"]].merge(data.indikator, on="kode")
    table = frame.groupby("sasaran", sort=False)["capaian"].agg(["size", "mean"]).reset_index()
    table.columns = ["sasaran", "jumlah_indikator", "capaian"]
    return table.assign(**{skala: kategori(table["capaian"], skala) for skala in SKALA})
