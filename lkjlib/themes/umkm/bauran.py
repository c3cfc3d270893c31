"""Sector mix of the kecamatan: location quotients, concentration, mix-adjusted ratio.

"Bidang Lainnya" is one class here because the report prints it so; it hides unlike firms.
"""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.umkm.rasio import BATAS_PERINGKAT, TOTAL, UKURAN, lebarkan, require_ukuran


def kuosien_lokasi(data: Data, ukuran: str = "binaan") -> pd.DataFrame:
    """Location quotient: share of a bidang in a kecamatan over its share in the city.

    Parameters
    ----------
    data : the year's data.
    ukuran : "baru" or "binaan".

    Returns
    -------
    DataFrame
        kecamatan, one column per bidang: (x_ks / x_k) / (x_s / x), 1 = as in the city; NaN
        where the cell holds fewer than 5 firms.

    Examples
    --------
    >>> from lkjlib import load
    >>> kuosien_lokasi(load(2019))["Fashion"].round(2).tolist()
    [0.59, 0.63, 3.19, 1.32, 0.82]
    """
    require_ukuran(ukuran)
    firms = lebarkan(data.umkm, ukuran)
    in_kecamatan = firms.div(firms.sum(axis=1), axis=0)
    in_city = firms.sum() / firms.to_numpy().sum()
    return (in_kecamatan / in_city).where(firms >= BATAS_PERINGKAT).reset_index()


def konsentrasi(data: Data) -> pd.DataFrame:
    """Concentration of the sectors in each kecamatan: HHI and its inverse.

    Returns
    -------
    DataFrame
        kecamatan, hhi_baru, hhi_binaan [sum of squared shares, 1/7 to 1], setara_baru,
        setara_binaan [1/HHI: number of equal sectors as concentrated]; last row the city.

    Examples
    --------
    >>> from lkjlib import load
    >>> konsentrasi(load(2019))["setara_baru"].round(2).tolist()[-1]
    2.82
    """
    columns = {}
    for ukuran in UKURAN:
        firms = lebarkan(data.umkm, ukuran)
        firms.loc[TOTAL] = firms.sum()
        shares = firms.div(firms.sum(axis=1), axis=0)
        columns[f"hhi_{ukuran}"] = (shares**2).sum(axis=1)
    frame = pd.DataFrame(columns)
    for ukuran in UKURAN:
        frame[f"setara_{ukuran}"] = 1 / frame[f"hhi_{ukuran}"]
    return frame.reset_index()


def bauran(data: Data) -> pd.DataFrame:
    """New firms observed and expected from a kecamatan's sector mix.

    Expected: each bidang's coached firms times the city's ratio of that bidang, so that what is
    left is not owed to having many firms in sectors that grow everywhere.

    Returns
    -------
    DataFrame
        kecamatan, binaan, baru [firms], terharap [firms], selisih [firms], rasio [percent],
        indeks (baru / terharap; 1 = as the mix gives); highest index first. Expected firms add
        up to the observed.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = bauran(load(2019))
    >>> frame.loc[0, "kecamatan"], round(float(frame.loc[0, "indeks"]), 2)
    ('Landasan Ulin', 1.68)
    """
    firms = data.umkm
    by_bidang = firms.groupby("bidang")[list(UKURAN)].sum()
    ratio = by_bidang["baru"] / by_bidang["binaan"].where(by_bidang["binaan"] > 0)
    firms["terharap"] = firms["binaan"] * firms["bidang"].map(ratio)
    columns = ["binaan", "baru", "terharap"]
    frame = firms.groupby("kecamatan", sort=False)[columns].sum().reset_index()
    frame["selisih"] = frame["baru"] - frame["terharap"]
    frame["rasio"] = frame["baru"] / frame["binaan"] * 100
    frame["indeks"] = frame["baru"] / frame["terharap"]
    return frame.sort_values("indeks", ascending=False, ignore_index=True)


def pangsa_bidang(data: Data) -> pd.DataFrame:
    """Share of each bidang among new and among coached firms.

    Returns
    -------
    DataFrame
        bidang, baru, binaan [firms], bagian_baru, bagian_binaan [percent], selisih [percentage
        points], nisbah (bagian_baru / bagian_binaan; NaN under 5 firms in either); largest
        share of the new first.
    """
    frame = data.umkm.groupby("bidang", sort=False)[list(UKURAN)].sum().reset_index()
    for ukuran in UKURAN:
        frame[f"bagian_{ukuran}"] = frame[ukuran] / frame[ukuran].sum() * 100
    frame["selisih"] = frame["bagian_baru"] - frame["bagian_binaan"]
    enough = frame[list(UKURAN)].min(axis=1) >= BATAS_PERINGKAT
    frame["nisbah"] = (frame["bagian_baru"] / frame["bagian_binaan"]).where(enough)
    return frame.sort_values("bagian_baru", ascending=False, kind="stable", ignore_index=True)
