"""How far a rate from the labour force survey can be trusted; n and deff are the reader's.

The report prints no sampling error. N_AK and DEFF are assumptions, not facts, for a report whose
laporan.toml names none in [survei]: some 580 households in a city's August round with not quite
two persons in the labour force each, and a cluster sample half as informative as a simple one. They
give a standard error near one point.
"""

from typing import Any

import numpy as np
import pandas as pd

from lkjlib.data import Data, by_key, once
from lkjlib.numbers.format import format_angka
from lkjlib.themes.tpt.analysis import anatomi, banding, jarak
from lkjlib.themes.tpt.choices import check_positive

N_AK, DEFF = 1100, 2.0
Z = 1.96  # 95 percent
ANDAL, HATI_HATI, TIDAK_ANDAL = "andal", "hati-hati", "tidak andal"


def galat_baku(tpt: Any, n: Any = N_AK, deff: Any = DEFF) -> Any:
    """Standard error of a rate: sqrt(p(1 − p)·deff/n) [percentage points].

    Parameters
    ----------
    tpt : rate [percent], a number or a Series.
    n : persons of the labour force in the sample, an assumption.
    deff : design effect, an assumption; 1 is a simple random sample.

    Raises
    ------
    LkjError
        When n or deff is no number above 0.

    Examples
    --------
    >>> round(float(galat_baku(5.0588)), 3)
    0.934
    """
    for name, values in (("n", n), ("deff", deff)):
        for value in np.ravel(values).tolist():
            check_positive(name, value)
    p = tpt / 100
    return 100 * np.sqrt(p * (1 - p) * deff / n)


def asumsi(
    data: Data | pd.DataFrame, n: float | None = None, deff: float | None = None
) -> tuple[float, float]:
    """Sample and design effect to reckon with: those given, else those of [survei], else ours.

    Examples
    --------
    >>> from lkjlib import load
    >>> asumsi(load(2019)), asumsi(load(2019), deff=3)
    ((1100, 2.0), (1100, 3))
    """
    survey = data.laporan.survei if isinstance(data, Data) else {}
    return (
        survey.get("n", N_AK) if n is None else n,
        survey.get("deff", DEFF) if deff is None else deff,
    )


def tanda_rse(rse: float) -> str:
    """Mark of a relative standard error [percent], as BPS does.

    Up to 25 ``andal``, above 25 to 50 ``hati-hati``, above 50 ``tidak andal``; a rate of 0 has
    none and is ``tidak andal``.

    Examples
    --------
    >>> tanda_rse(25), tanda_rse(50), tanda_rse(50.1)
    ('andal', 'hati-hati', 'tidak andal')
    """
    if rse <= 25:
        return ANDAL
    return HATI_HATI if rse <= 50 else TIDAK_ANDAL


def ketelitian(frame: pd.DataFrame, *, n: float = N_AK, deff: float = DEFF) -> pd.DataFrame:
    """Add the assumed precision to the groups of `anatomi`.

    The sample of n persons is spread over the groups as the labour force is.

    Returns
    -------
    DataFrame
        The frame with n_kelompok [persons in the sample], galat_baku [percentage points],
        rse [percent], bawah, atas [percent, 95 % interval cut at 0], tanda.

    Examples
    --------
    >>> from lkjlib import load
    >>> ketelitian(anatomi(load(2019), "jenis_kelamin"))[["bawah", "atas", "tanda"]].round(2)
       bawah  atas      tanda
    0   2.31  6.65      andal
    1   2.76  9.37  hati-hati
    """
    rate, (sample, error) = frame["tpt"].to_numpy(), _of_groups(frame, n, deff)
    with np.errstate(divide="ignore", invalid="ignore"):  # as frames do: a rate of 0 has none
        rse = error / rate * 100
    return frame.assign(
        n_kelompok=sample,
        galat_baku=error,
        rse=rse,
        bawah=np.maximum(rate - Z * error, 0),
        atas=rate + Z * error,
        tanda=[tanda_rse(value) for value in rse],
    )


def _of_groups(frame: pd.DataFrame, n: float, deff: float) -> tuple[np.ndarray, np.ndarray]:
    """Persons of each group in the sample, and the standard error of its rate."""
    check_positive("n", n)
    force = frame["angkatan_kerja"].to_numpy()
    sample = n * (force / force.sum())
    return sample, galat_baku(frame["tpt"].to_numpy(), sample, deff)


def galat_dari_semua(frame: pd.DataFrame, *, n: float = N_AK, deff: float = DEFF) -> pd.Series:
    """Standard error of each group's distance from the whole it belongs to [percentage points].

    A group is a part of what it is compared with: (1 − w)·sqrt(SE²group + SE²rest), w its share
    of the labour force.

    Parameters
    ----------
    frame : of `anatomi`: penganggur, angkatan_kerja [persons], tpt [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> groups = anatomi(load(2019), "pendidikan", gabung=True).set_index("kategori")
    >>> margin = Z * galat_dari_semua(groups, n=3000)
    >>> round(float(margin["Sekolah Menengah Atas"]), 2)
    1.53
    """
    _, own = _of_groups(frame, n, deff)
    force, jobless = frame["angkatan_kerja"].to_numpy(), frame["penganggur"].to_numpy()
    share = force / force.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = (jobless.sum() - jobless) / (force.sum() - force) * 100
        error = (1 - share) * np.hypot(own, galat_baku(rest, n, deff) / np.sqrt(1 - share))
    # a group that is the whole has no distance from it
    return pd.Series(np.where(share < 1, error, 0.0), frame.index)


@once
def kota(data: Data, *, n: float | None = None, deff: float | None = None) -> pd.DataFrame:
    """Precision of the city's rate: one row with the columns of `ketelitian`."""
    n, deff = asumsi(data, n, deff)
    groups = anatomi(data, "jenis_kelamin")
    jobless, force = groups["penganggur"].sum(), groups["angkatan_kerja"].sum()
    own = (data.laporan.wilayah, jobless, force, jobless / force * 100)
    columns = ["kategori", "penganggur", "angkatan_kerja", "tpt"]
    frame = pd.DataFrame([own], columns=columns)
    return ketelitian(frame, n=n, deff=deff)


def galat_acuan(acuan: pd.DataFrame, *, n: float = N_AK, deff: float = DEFF) -> pd.Series:
    """Standard error of each reference: a regency or city like ours, else 0.

    A target has none; the province's sample is many times larger and its error is left out.
    """
    error = galat_baku(acuan["nilai"].to_numpy(), n, deff)
    known = acuan["jenis"].to_numpy() == "wilayah"
    return pd.Series(np.where(known, error, 0.0), acuan.index, name="nilai")


def n_diperlukan(tpt: float, selisih: Any, deff: float = DEFF) -> Any:
    """Persons in the sample from which a difference exceeds the margin: 1,96²·p(1 − p)·deff/d².

    Examples
    --------
    >>> round(float(n_diperlukan(5.06, 0.75)))
    6562
    """
    check_positive("deff", deff)
    p = tpt / 100
    return Z**2 * p * (1 - p) * deff / (np.abs(selisih) / 100) ** 2


def beda_kelompok(
    data: Data,
    rincian: str,
    kategori: str,
    dengan: str,
    *,
    n: float | None = None,
    deff: float | None = None,
) -> pd.DataFrame:
    """Difference between two groups against its margin: `banding` with margin and melebihi."""
    n, deff = asumsi(data, n, deff)
    frame = banding(data, rincian, kategori, dengan)
    error = by_key(ketelitian(anatomi(data, rincian), n=n, deff=deff), "kategori", "galat_baku")
    margin = Z * np.hypot(error[frame["kategori"].iloc[0]], error[frame["dengan"].iloc[0]])
    return frame.assign(margin=margin, melebihi=frame["selisih"].abs() > margin)


def jarak_teruji(data: Data, *, n: float | None = None, deff: float | None = None) -> pd.DataFrame:
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
    n, deff = asumsi(data, n, deff)
    frame = jarak(data)
    own = kota(data, n=n, deff=deff).iloc[0]
    margin = Z * np.sqrt(own["galat_baku"] ** 2 + galat_acuan(frame, n=n, deff=deff) ** 2)
    return frame.assign(
        margin=margin,
        melebihi=frame["selisih"].abs() > margin,
        n_perlu=n_diperlukan(own["tpt"], frame["selisih"], deff).round().astype("int64"),
    )


def banding_wilayah(
    data: Data, *, n: float | None = None, deff: float | None = None
) -> pd.DataFrame:
    """The city among the regions of Tabel III, lowest rate first, each with its interval.

    Returns
    -------
    DataFrame
        wilayah, tpt [percent], bawah, atas [percent, 95 % interval on the same assumption;
        missing for the province, whose sample is another], selisih [percentage points, city
        minus region], margin, melebihi, kota (True for the city itself).

    Source
    ------
    Bab III, Tabel III of the report: the rates of other regions.

    Examples
    --------
    >>> from lkjlib import load
    >>> banding_wilayah(load(2019))["wilayah"].tolist()
    ['Kabupaten Banjar', 'Kabupaten Tanah Laut', 'Provinsi Kalimantan Selatan',
     'Kota Banjarbaru', 'Kota Banjarmasin']
    """
    n, deff = asumsi(data, n, deff)
    frame = jarak_teruji(data, n=n, deff=deff)
    frame = frame[frame["jenis"] != "target"]
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
    both = both.sort_values("tpt", ignore_index=True)
    both.attrs["asumsi"] = [n, deff]
    return both


def kurva(data: Data, *, n: tuple[int, ...] = (), deff: tuple[float, ...] = ()) -> pd.DataFrame:
    """Margin of the city's rate over sample sizes and design effects, and distances to tell.

    Returns
    -------
    DataFrame
        deff, n, margin [percentage points]; asumsi marks what is assumed for the report.
    """
    sizes = n or tuple(range(300, 10001, 100))
    rate = kota(data)["tpt"].iloc[0]
    effects = deff or (1.0, 2.0, 3.0)
    frame = pd.DataFrame([(d, m) for d in effects for m in sizes], columns=["deff", "n"])
    margin = Z * galat_baku(rate, frame["n"], frame["deff"])
    size, effect = asumsi(data)
    return frame.assign(margin=margin, asumsi=(frame["n"] == size) & (frame["deff"] == effect))


def batas_galat(
    data: Data,
    n: tuple[int, ...] = (),
    deff: tuple[float, ...] = (),
) -> pd.DataFrame:
    """Margins of `kurva` side by side: n, then one column per design effect [points].

    Without `n` and `deff` around those that are assumed for the report.

    Examples
    --------
    >>> from lkjlib import load
    >>> batas_galat(load(2019), (1100,)).round(2)
          n  efek rancangan 1  efek rancangan 2  efek rancangan 3
    0  1100               1.3              1.83              2.24
    """
    size, effect = asumsi(data)
    n = n or tuple(sorted({500, int(size), 2000, 5000, 10000}))
    frame = kurva(data, n=n, deff=deff or tuple(sorted({1.0, float(effect), 3.0})))
    frame["deff"] = [f"efek rancangan {_short(value)}" for value in frame["deff"]]
    wide = frame.pivot(index="n", columns="deff", values="margin").reset_index()
    return wide.rename_axis(columns=None)


def _short(deff: float) -> str:
    return format_angka(deff, 0 if float(deff).is_integer() else 1)


def sebut_asumsi(n: float = N_AK, deff: float = DEFF) -> str:
    """The assumption in words, for a source line."""
    return f"asumsi n = {format_angka(n)} orang AK, efek rancangan {_short(deff)}"
