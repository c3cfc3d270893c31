"""Budget against results: absorption beside capaian and three readings of efficiency.

Low absorption is no efficiency where output is not shown; the figures stand side by side and none
of them is a verdict.
"""

import pandas as pd

from lkjlib.data import Data, once, rows_of
from lkjlib.rules.efficiency import efisiensi, efisiensi_pmk
from lkjlib.themes.anggaran.sources import per_sasaran
from lkjlib.themes.indikator.scales import ringkasan_sasaran


@once
def serapan_capaian(data: Data) -> pd.DataFrame:
    """Absorption of a sasaran's budget beside the capaian of each of its indicators.

    Returns
    -------
    DataFrame
        sasaran, kode, indikator (short), alokasi [rupiah, of the sasaran], serapan,
        capaian (printed), capaian_dihitung (from exact counts) [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> serapan_capaian(load(2019)).round(2).loc[4, ["serapan", "capaian"]].tolist()
    [79.17, 104.8]
    """
    budgets = {row["sasaran"]: row for row in rows_of(per_sasaran(data))}
    results = [row for row in rows_of(ringkasan_sasaran(data)) if row["sasaran"] in budgets]
    spent = (budgets[row["sasaran"]] for row in results)
    rows = [
        (
            *(row["sasaran"], row["kode"], row["nama"], budget["alokasi"], budget["serapan"]),
            *(row["capaian"], row["capaian_dihitung"]),
        )
        for row, budget in zip(results, spent, strict=True)
    ]
    names = ["sasaran", "kode", "indikator", "alokasi", "serapan", "capaian", "capaian_dihitung"]
    return pd.DataFrame(rows, columns=names)


def efisiensi_sasaran(data: Data, capaian: str = "capaian_dihitung") -> pd.DataFrame:
    """Three readings of efficiency per sasaran, side by side.

    The capaian of a sasaran with several indicators is their plain mean.

    Parameters
    ----------
    capaian : "capaian_dihitung" (from exact counts) or "capaian" (as printed).

    Returns
    -------
    DataFrame
        sasaran, indikator (short names), jumlah_indikator, capaian, serapan [percent],
        capaian_kurang_serapan [percentage points], pmk (form of PMK 214/2017; missing where
        capaian is 0) [percent], sisa (100 - serapan) [percent].

    Notes
    -----
    Low absorption is not efficiency where output is not shown.

    Examples
    --------
    >>> from lkjlib import load
    >>> efisiensi_sasaran(load(2019), "capaian")["pmk"].round(2).tolist()
    [-25.92, 4.31, 15.43, 24.45]
    """
    results = serapan_capaian(data).groupby("sasaran")[capaian].agg(["size", "sum"])
    frame = per_sasaran(data).set_index("sasaran").join(results).reset_index()
    mean = frame["sum"] / frame["size"]
    readings = [
        efisiensi_pmk([budget], [spent], [share / 100]) if share else None
        for budget, spent, share in zip(frame["alokasi"], frame["realisasi"], mean, strict=True)
    ]
    return pd.DataFrame(
        {
            "sasaran": frame["sasaran"],
            "indikator": frame["indikator"],
            "jumlah_indikator": frame["size"],
            "capaian": mean,
            "serapan": frame["serapan"],
            "capaian_kurang_serapan": efisiensi(mean, frame["serapan"]),
            "pmk": readings,
            "sisa": 100 - frame["serapan"],
        }
    )
