"""UMKM baru and binaan by kecamatan and bidang: the report's two tables, their ratio, their mix.

A new firm need not be a coached one, so the ratio compares two populations; it is no share.
"Bidang Lainnya" is one class here because the report prints it so; it hides unlike firms.
"""

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.numbers.format import TANDA_KOSONG, format_angka

BATAS_BANDING = 20  # binaan below this: shown, not compared
BATAS_PERINGKAT = 5  # units below this: masked in rankings
TOTAL = "Total Keseluruhan"
SEMUA = "Semua"
UKURAN = ("baru", "binaan")
DIBANDINGKAN, KECIL, TANPA_PERINGKAT = (
    "diperbandingkan",
    "tidak diperbandingkan",
    "tidak diperingkat",
)


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
    Bab III, both Rekapitulasi tables.

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
        ``tidak diperingkat`` (under 5); bagian: whether the new can be a part of the coached firms.

    Examples
    --------
    >>> from lkjlib import load
    >>> rasio_sel(load(2019)).query("not bagian")[["bidang", "baru", "binaan"]].values.tolist()
    [['Agribisnis', 3, 0]]
    """
    return with_rasio(data.umkm)


def with_rasio(frame: pd.DataFrame) -> pd.DataFrame:
    """Add rasio [percent], status and bagian to a frame with baru and binaan [firms]."""
    return frame.assign(
        rasio=_per_hundred(frame["baru"], frame["binaan"]),
        status=frame["binaan"].map(_status),
        bagian=frame["baru"] <= frame["binaan"],
    )


def _per_hundred(part: pd.Series, whole: pd.Series) -> pd.Series:
    """One count per hundred of another; missing where the other is none."""
    return part / whole.where(whole > 0, None) * 100


def _status(binaan: int) -> str:
    if binaan >= BATAS_BANDING:
        return DIBANDINGKAN
    return KECIL if binaan >= BATAS_PERINGKAT else TANPA_PERINGKAT


def bukan_bagian(data: Data) -> pd.DataFrame:
    """Cells with more new than coached firms: there the new are no part of the coached.

    Returns
    -------
    DataFrame
        kecamatan, bidang, baru, binaan [firms].
    """
    cells = data.umkm
    return cells[cells["baru"] > cells["binaan"]].reset_index(drop=True)


def peringkat(data: Data) -> pd.DataFrame:
    """The cells that may be compared, highest ratio first.

    Returns
    -------
    DataFrame
        kecamatan, bidang, baru, binaan, rasio [percent], selisih_kota [percentage points to
        the city's ratio]. Cells with fewer than 20 coached firms are left out.
    """
    frame = rasio_sel(data)
    frame = frame[frame["status"] == DIBANDINGKAN]
    frame = frame.sort_values("rasio", ascending=False, kind="stable", ignore_index=True)
    kota = data.umkm["baru"].sum() / data.umkm["binaan"].sum() * 100
    return frame.drop(columns=["status", "bagian"]).assign(selisih_kota=frame["rasio"] - kota)


@once
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
    frame["rasio"] = _per_hundred(frame["baru"], frame["binaan"])
    frame["bagian_baru"] = frame["baru"] / kota["baru"] * 100
    frame["bagian_binaan"] = frame["binaan"] / kota["binaan"] * 100
    frame["rasio_tanpa"] = _per_hundred(sisa["baru"], sisa["binaan"])
    total = {
        **kota.to_dict(),
        "rasio": kota["baru"] / kota["binaan"] * 100,
        "bagian_baru": 100.0,
        "bagian_binaan": 100.0,
    }
    city = pd.DataFrame(total, index=pd.Index([TOTAL], name=menurut))
    frame = pd.concat([frame, city]).reset_index()
    return frame.assign(status=frame["binaan"].map(_status))


def _with_new(data: Data) -> pd.DataFrame:
    """The firms of a report that prints new ones too."""
    if data.umkm["baru"].isna().all():
        raise LkjError("lembar 'UMKM Baru' tidak ada pada laporan ini")
    return data.umkm


def peta(data: Data) -> pd.DataFrame:
    """Cells with the totals of their kecamatan and bidang, as the heatmap draws them.

    Returns
    -------
    DataFrame
        Columns of `rasio_sel`; kecamatan "Semua" and bidang "Semua" are the totals. Kecamatan
        by falling ratio, bidang by falling binaan with the residual class last.
    """
    cells = _with_new(data)
    rows = cells.groupby("kecamatan", sort=False)[list(UKURAN)].sum().reset_index()
    columns = cells.groupby("bidang", sort=False)[list(UKURAN)].sum().reset_index()
    kota = cells[list(UKURAN)].sum().to_frame().T
    frame = with_rasio(
        pd.concat(
            [
                cells,
                rows.assign(bidang=SEMUA),
                columns.assign(kecamatan=SEMUA),
                kota.assign(kecamatan=SEMUA, bidang=SEMUA),
            ],
            ignore_index=True,
        )
    )
    rows["rasio"] = rows["baru"] / rows["binaan"]
    columns["lainnya"] = columns["bidang"].str.endswith("Lainnya")
    by_row = rows.sort_values("rasio", ascending=False)["kecamatan"].tolist()
    by_column = columns.sort_values(["lainnya", "binaan"], ascending=[True, False])["bidang"]
    order = {n: i for i, n in enumerate([*by_row, *by_column, SEMUA])}
    return frame.sort_values(["kecamatan", "bidang"], key=lambda s: s.map(order), ignore_index=True)


def lebar(peta: pd.DataFrame) -> pd.DataFrame:
    """The map of `peta` as a table of text: "52 (57/110)", only counts where not compared."""
    compared = peta["status"] == DIBANDINGKAN
    ratio = peta["rasio"].map(format_angka).where(compared, TANDA_KOSONG)
    counts = peta["baru"].map(format_angka) + "/" + peta["binaan"].map(format_angka)
    return lebarkan(peta.assign(isi=ratio + " (" + counts + ")"), "isi").reset_index()


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
    ratio = by_bidang["baru"] / by_bidang["binaan"].where(by_bidang["binaan"] > 0, None)
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
    frame = _with_new(data).groupby("bidang", sort=False)[list(UKURAN)].sum().reset_index()
    for ukuran in UKURAN:
        frame[f"bagian_{ukuran}"] = frame[ukuran] / frame[ukuran].sum() * 100
    frame["selisih"] = frame["bagian_baru"] - frame["bagian_binaan"]
    enough = (frame[list(UKURAN)] >= BATAS_PERINGKAT).all(axis=1)
    frame["nisbah"] = frame["bagian_baru"] / frame["bagian_binaan"].where(enough, None)
    return frame.sort_values("bagian_baru", ascending=False, kind="stable", ignore_index=True)
