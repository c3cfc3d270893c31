"""Omzet classes: shares, density, median.

The lowest class is open in the report; here it starts at 0, which is an assumption.
"""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data

BATAS_TERENDAH = 0


def sebaran(data: Data) -> pd.DataFrame:
    """Omzet classes with shares and density.

    Returns
    -------
    DataFrame
        batas_bawah, batas_atas [rupiah; the lowest from 0, the highest open = NA], usaha
        [firms], bagian, kumulatif [percent], kepadatan [firms per Rp 1 juta of class width;
        NaN where open].

    Source
    ------
    LKj 2019 Bab III, section 2.2, table Kategori omzet Usaha Mikro.
    """
    frame = data.omzet_kelas[["batas_bawah", "batas_atas", "usaha"]]
    frame["batas_bawah"] = frame["batas_bawah"].fillna(BATAS_TERENDAH)
    width = (frame["batas_atas"] - frame["batas_bawah"]).astype("Float64") / 10**6
    share = frame["usaha"] / frame["usaha"].sum() * 100
    density = (frame["usaha"] / width).astype("float64")
    return frame.assign(bagian=share, kumulatif=share.cumsum(), kepadatan=density)


def median_omzet(data: Data) -> pd.DataFrame:
    """Median omzet: the class that holds it, and a point inside by interpolation.

    Returns
    -------
    DataFrame
        One row: usaha_ke (rank), batas_bawah, batas_atas [rupiah] of its class: certain;
        median [rupiah]: interpolated, as if the firms lay evenly in the class.

    Examples
    --------
    >>> from lkjlib import load
    >>> row = median_omzet(load(2019)).iloc[0]
    >>> int(row["batas_bawah"]), int(row["batas_atas"]), round(row["median"])
    (20000000, 30000000, 24853403)
    """
    frame = sebaran(data)
    half = frame["usaha"].sum() / 2
    reached = frame["usaha"].cumsum()
    row = frame.loc[(reached >= half).idxmax()]
    before = reached[row.name] - row["usaha"]
    width = row["batas_atas"] - row["batas_bawah"]
    median = row["batas_bawah"] + (half - before) / row["usaha"] * width
    line = {
        "usaha_ke": int(half + 0.5),
        "batas_bawah": row["batas_bawah"],
        "batas_atas": row["batas_atas"],
        "median": float(median),
    }
    return pd.DataFrame([line])
