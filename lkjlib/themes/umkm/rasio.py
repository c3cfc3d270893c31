"""UMKM baru and binaan by kecamatan and bidang: the report's two tables and their ratio.

A new firm need not be a coached one, so the ratio compares two populations; it is no share.
"""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown

BATAS_BANDING = 20  # binaan below this: shown, not compared
BATAS_PERINGKAT = 5  # units below this: masked in rankings
TOTAL = "Total Keseluruhan"
UKURAN = ("baru", "binaan")
DIBANDINGKAN, KECIL, SAMAR = "diperbandingkan", "tidak diperbandingkan", "disamarkan"


def tabel_bidang(data: Data, ukuran: str = "baru") -> pd.DataFrame:
    """Rekapitulasi by kecamatan and bidang, with totals, as the report prints it.

    Parameters
    ----------
    data : the year's data.
    ukuran : "baru" or "binaan".

    Returns
    -------
    DataFrame
        kecamatan, one column per bidang, UMKM [firms]; last row Total Keseluruhan.

    Raises
    ------
    LkjError
        When `ukuran` is neither.

    Source
    ------
    LKj 2019 Bab III, sasaran 2, section 2.1, both Rekapitulasi tables.

    Examples
    --------
    >>> from lkjlib import load
    >>> int(tabel_bidang(load(2019), "binaan")["UMKM"].iloc[-1])
    1845
    """
    require_ukuran(ukuran)
    wide = lebarkan(data.umkm, ukuran)
    wide["UMKM"] = wide.sum(axis=1)
    wide.loc[TOTAL] = wide.sum()
    return wide.reset_index()


def lebarkan(frame: pd.DataFrame, kolom: str) -> pd.DataFrame:
    """Kecamatan by bidang, both in the order in which they are printed."""
    wide = frame.pivot(index="kecamatan", columns="bidang", values=kolom)
    wide = wide.loc[frame["kecamatan"].unique(), frame["bidang"].unique()]
    return wide.rename_axis(columns=None)


def require_ukuran(ukuran: str) -> None:
    """Refuse anything but "baru" and "binaan"."""
    if ukuran not in UKURAN:
        raise LkjError(explain_unknown("ukuran", ukuran, UKURAN))


def rasio_sel(data: Data) -> pd.DataFrame:
    """New firms per 100 coached firms in each kecamatan and bidang.

    Returns
    -------
    DataFrame
        kecamatan, bidang, baru, binaan [firms], rasio [percent; NaN without a coached firm],
        status: ``diperbandingkan`` (binaan ≥ 20), ``tidak diperbandingkan`` (5–19) or
        ``disamarkan`` (under 5); bagian: whether the new can be a part of the coached firms.

    Examples
    --------
    >>> from lkjlib import load
    >>> rasio_sel(load(2019)).query("not bagian")[["bidang", "baru", "binaan"]].values.tolist()
    [['Agribisnis', 3, 0]]
    """
    return with_rasio(data.umkm)


def with_rasio(frame: pd.DataFrame) -> pd.DataFrame:
    """Add rasio [percent], status and bagian to a frame with baru and binaan [firms]."""
    rasio = frame["baru"] / frame["binaan"].where(frame["binaan"] > 0) * 100
    return frame.assign(
        rasio=rasio,
        status=frame["binaan"].map(_status),
        bagian=frame["baru"] <= frame["binaan"],
    )


def _status(binaan: int) -> str:
    if binaan >= BATAS_BANDING:
        return DIBANDINGKAN
    return KECIL if binaan >= BATAS_PERINGKAT else SAMAR


def bukan_bagian(data: Data) -> pd.DataFrame:
    """Cells with more new than coached firms: there the new are no part of the coached.

    Returns
    -------
    DataFrame
        kecamatan, bidang, baru, binaan [firms].
    """
    return data.umkm.query("baru > binaan").reset_index(drop=True)


def peringkat(data: Data) -> pd.DataFrame:
    """The cells that may be compared, highest ratio first.

    Returns
    -------
    DataFrame
        kecamatan, bidang, baru, binaan, rasio [percent], selisih_kota [percentage points to
        the city's ratio]. Cells with fewer than 20 coached firms are left out.
    """
    frame = rasio_sel(data).query("status == @DIBANDINGKAN")
    frame = frame.sort_values("rasio", ascending=False, kind="stable", ignore_index=True)
    kota = data.umkm["baru"].sum() / data.umkm["binaan"].sum() * 100
    return frame.drop(columns=["status", "bagian"]).assign(selisih_kota=frame["rasio"] - kota)


def rasio_menurut(data: Data, menurut: str = "kecamatan") -> pd.DataFrame:
    """Ratio and shares by kecamatan or by bidang.

    Parameters
    ----------
    data : the year's data.
    menurut : "kecamatan" or "bidang".

    Returns
    -------
    DataFrame
        kecamatan or bidang, baru, binaan [firms], rasio, bagian_baru, bagian_binaan [percent],
        rasio_tanpa [percent: ratio of the city without this row], status (see `rasio_sel`);
        last row the city.

    Raises
    ------
    LkjError
        When `menurut` is neither; both are named.

    Examples
    --------
    >>> from lkjlib import load
    >>> rasio_menurut(load(2019))["rasio"].round(2).tolist()
    [25.21, 18.46, 21.76, 42.58, 22.8, 24.82]
    """
    pilihan = ("kecamatan", "bidang")
    if menurut not in pilihan:
        raise LkjError(explain_unknown("rincian", menurut, pilihan))
    frame = data.umkm.groupby(menurut, sort=False)[list(UKURAN)].sum()
    kota = frame.sum()
    sisa = kota - frame
    frame["rasio"] = frame["baru"] / frame["binaan"].where(frame["binaan"] > 0) * 100
    frame["bagian_baru"] = frame["baru"] / kota["baru"] * 100
    frame["bagian_binaan"] = frame["binaan"] / kota["binaan"] * 100
    frame["rasio_tanpa"] = sisa["baru"] / sisa["binaan"] * 100
    total = {
        **kota.to_dict(),
        "rasio": kota["baru"] / kota["binaan"] * 100,
        "bagian_baru": 100.0,
        "bagian_binaan": 100.0,
    }
    city = pd.DataFrame(total, index=pd.Index([TOTAL], name=menurut))
    frame = pd.concat([frame, city]).reset_index()
    return frame.assign(status=frame["binaan"].map(_status))
