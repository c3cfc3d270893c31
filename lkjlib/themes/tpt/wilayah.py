"""The city's rate against targets and other regions, with what the survey lets one tell apart."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.tpt.kelompok import jarak
from lkjlib.themes.tpt.presisi import DEFF, N_AK, Z, galat_acuan, kota, n_diperlukan


def jarak_teruji(data: Data, *, n: float = N_AK, deff: float = DEFF) -> pd.DataFrame:
    """Distances of `jarak` against what the assumed precision lets one tell apart.

    Returns
    -------
    DataFrame
        The frame of `jarak` with margin [percentage points: 1,96 standard errors of the
        difference], melebihi [selisih is larger than margin], n_perlu [persons in the sample
        from which the city's own error would be smaller than selisih].

    Examples
    --------
    >>> from lkjlib import load
    >>> jarak_teruji(load(2019))["melebihi"].any()
    np.False_
    """
    frame = jarak(data)
    own = kota(data, n=n, deff=deff).iloc[0]
    margin = Z * np.sqrt(own["galat_baku"] ** 2 + galat_acuan(frame, n=n, deff=deff) ** 2)
    return frame.assign(
        margin=margin,
        melebihi=frame["selisih"].abs() > margin,
        n_perlu=n_diperlukan(own["tpt"], frame["selisih"], deff).round().astype("int64"),
    )


def banding_wilayah(data: Data, *, n: float = N_AK, deff: float = DEFF) -> pd.DataFrame:
    """The city among the regions of Tabel III, lowest rate first, each with its interval.

    Returns
    -------
    DataFrame
        wilayah, tpt [percent], bawah, atas [percent, 95 % interval on the same assumption;
        missing for the province, whose sample is another], selisih [percentage points, city
        minus region], margin, melebihi, kota (True for the city itself).

    Source
    ------
    LKj 2019, Bab III sasaran 3, Tabel III.

    Examples
    --------
    >>> from lkjlib import load
    >>> banding_wilayah(load(2019))["wilayah"].tolist()
    ['Kabupaten Banjar', 'Kabupaten Tanah Laut', 'Provinsi Kalimantan Selatan',
     'Kota Banjarbaru', 'Kota Banjarmasin']
    """
    frame = jarak_teruji(data, n=n, deff=deff).query("jenis != 'target'")
    error = galat_acuan(frame, n=n, deff=deff).where(frame["jenis"] == "wilayah")
    others = pd.DataFrame(
        {
            "wilayah": frame["acuan"],
            "tpt": frame["nilai"],
            "bawah": (frame["nilai"] - Z * error).clip(lower=0),
            "atas": frame["nilai"] + Z * error,
            "selisih": frame["selisih"],
            "margin": frame["margin"],
            "melebihi": frame["melebihi"].astype("boolean"),
        }
    )
    own = kota(data, n=n, deff=deff).rename(columns={"kategori": "wilayah"})
    own = own[["wilayah", "tpt", "bawah", "atas"]].assign(selisih=np.nan, margin=np.nan)
    own["melebihi"] = pd.array([pd.NA], dtype="boolean")
    both = pd.concat([others.assign(kota=False), own.assign(kota=True)], ignore_index=True)
    return both.sort_values("tpt", ignore_index=True)
