"""Cooperatives: activity by kind, the indicator as coverage x pass rate, counts of earlier years.

Kinds with fewer than ten units are pooled before any rate is compared. Ratings pile up over
several rounds; that every rated cooperative is still active is assumed.
"""

from math import ceil

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.themes.indikator.counts import acuan, efek_perubahan, hitungan_mungkin
from lkjlib.themes.koperasi.tables import HITUNGAN

MIN_UNIT = 10
BELUM = "Belum diperingkat"


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
    sums = {column: frame.loc[small, column].sum() for column in ("aktif", "tidak_aktif", "total")}
    pooled = pd.DataFrame([{"kelompok": name, **sums, "jenis": int(small.sum())}])
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
    idle = frame["tidak_aktif"].sum()
    return frame.assign(
        aktif_persen=frame["aktif"] / frame["total"] * 100,
        bagian_unit=frame["total"] / frame["total"].sum() * 100,
        bagian_tidak_aktif=frame["tidak_aktif"] / idle * 100 if idle else float("nan"),
    )


def hitungan(data: Data) -> pd.DataFrame:
    """Counts behind each year's percentage, given no more active cooperatives than exist now.

    The columns are those of `lkjlib.themes.indikator.counts.hitungan_mungkin`.
    """
    return hitungan_mungkin(data, data.kode(HITUNGAN), maks=int(data.koperasi["total"].sum()))


def efek(data: Data) -> pd.DataFrame:
    """Change from year to year, split into the effect of the passes and of the active ones.

    The columns are those of `lkjlib.themes.indikator.counts.efek_perubahan`.

    Examples
    --------
    >>> from lkjlib import load
    >>> efek(load(2019))[["efek_pembilang", "efek_penyebut"]].round(2).to_numpy()
    array([[ 0.  , -2.48],
           [ 4.65, -1.01]])
    """
    return efek_perubahan(hitungan(data))


@once
def peringkat(data: Data) -> pd.DataFrame:
    """Rating classes and, as their own row, the active cooperatives that have no rating.

    Returns
    -------
    DataFrame
        peringkat, skor (band as printed), koperasi [units], status ("terhitung" in the
        indicator, "tidak terhitung", "belum"), bagian [percent of active cooperatives].

    Raises
    ------
    LkjError
        When more cooperatives are rated than active: the unrated cannot be counted then.

    Source
    ------
    Bab III A.3, sasaran 1, Rekapitulasi Data Koperasi Hasil Pemeringkatan; no total is printed.

    Examples
    --------
    >>> from lkjlib import load
    >>> peringkat(load(2019)).groupby("status")["koperasi"].sum().to_dict()
    {'belum': 95, 'terhitung': 31, 'tidak terhitung': 6}
    """
    frame = data.pemeringkatan[["peringkat", "skor", "koperasi"]]
    active = data.koperasi["aktif"].sum()
    unrated = active - frame["koperasi"].sum()
    if unrated < 0:
        raise LkjError(
            f"Koperasi yang diperingkat {-unrated} unit lebih banyak daripada {active} koperasi "
            "aktif; yang belum diperingkat tidak dapat dihitung. Periksa koperasi.xlsx."
        )
    passed = frame["peringkat"].isin(data.laporan.kosakata["lulus"])
    status = passed.map({True: "terhitung", False: "tidak terhitung"})
    rest = pd.DataFrame([[BELUM, None, unrated, "belum"]], columns=[*frame.columns, "status"])
    frame = pd.concat([frame.assign(status=status), rest], ignore_index=True)
    return frame.assign(bagian=frame["koperasi"] / active * 100)


@once
def cakupan(data: Data) -> pd.DataFrame:
    """The indicator as coverage x pass rate, and its bounds over what the unrated may be.

    Returns
    -------
    DataFrame
        ukuran, pembilang, penyebut [units], persen: "indikator" passed/active, "cakupan"
        rated/active, "tingkat lulus" passed/rated, "batas bawah" and "batas atas" if all
        unrated failed or passed.

    Examples
    --------
    >>> from lkjlib import load
    >>> cakupan(load(2019))["pembilang"].tolist()
    [31, 37, 31, 31, 126]
    """
    units = peringkat(data).groupby("status")["koperasi"].sum()
    passed, unrated, active = units["terhitung"], units["belum"], units.sum()
    rated = active - unrated
    rows = [
        ("indikator", passed, active),
        ("cakupan", rated, active),
        ("tingkat lulus", passed, rated),
        ("batas bawah", passed, active),
        ("batas atas", passed + unrated, active),
    ]
    frame = pd.DataFrame(rows, columns=["ukuran", "pembilang", "penyebut"])
    some = frame["penyebut"].where(frame["penyebut"] > 0, None)  # none rated has no pass rate
    return frame.assign(persen=frame["pembilang"] / some * 100)


def rentang(data: Data) -> pd.DataFrame:
    """What is measured, what could be, and what is asked for, as intervals on one scale.

    Returns
    -------
    DataFrame
        uraian, jenis (indikator, cakupan, rentang, acuan), bawah, atas [percent of active
        cooperatives]; a reference has bawah = atas.
    """
    share = cakupan(data).set_index("ukuran")["persen"]
    goals = acuan(data, data.kode(HITUNGAN))
    rows = [
        ("Lulus: indikator", "indikator", 0.0, share["indikator"]),
        ("Sudah diperingkat", "cakupan", 0.0, share["cakupan"]),
        ("Rentang yang mungkin", "rentang", share["batas bawah"], share["batas atas"]),
        *((name, "acuan", percent, percent) for name, percent in goals.items()),
    ]
    return pd.DataFrame(rows, columns=["uraian", "jenis", "bawah", "atas"])


def kekurangan(data: Data) -> pd.DataFrame:
    """Passes missing to each reference while the number of active cooperatives stays.

    Returns
    -------
    DataFrame
        acuan, persen, perlu_lulus, kurang_lulus [units], cukup_bila_semua_lulus (would the
        cooperatives rated so far do, had all passed?), perlu_diperingkat (further ratings at
        the pass rate so far, rounded up; missing where none passed). Arithmetic, no forecast.

    Examples
    --------
    >>> from lkjlib import load
    >>> kekurangan(load(2019))["kurang_lulus"].tolist()
    [9, 16]
    """
    parts = cakupan(data).set_index("ukuran")
    passed, active = parts.loc["indikator", ["pembilang", "penyebut"]]
    rated = parts.loc["cakupan", "pembilang"]
    rows = []
    for name, percent in acuan(data, data.kode(HITUNGAN)).items():
        needed = max(passed, ceil(exactly(percent) * exactly(active) / 100))
        short = needed - passed
        more = ceil(exactly(short) * exactly(rated) / exactly(passed)) if passed else None
        rows.append((name, percent, needed, short, rated >= needed, more))
    columns = ["acuan", "persen", "perlu_lulus", "kurang_lulus"]
    frame = pd.DataFrame(rows, columns=[*columns, "cukup_bila_semua_lulus", "perlu_diperingkat"])
    exact = isinstance(active, Exact)
    return frame if exact else frame.astype({"perlu_diperingkat": "Int64"})
