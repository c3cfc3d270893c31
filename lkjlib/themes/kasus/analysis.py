"""Disputes: outcomes of mediation, units of counting, margin to the target, counts of the past.

An anjuran is the mediator's written advice, not a settlement; a mixed row is its own class.
"""

from collections.abc import Iterable
from math import ceil

import numpy as np
import pandas as pd

from lkjlib.data import Data, by_key, grouped, once, sum_of
from lkjlib.numbers.exact import Exact, banyak, exactly
from lkjlib.rules.capaian import capaian
from lkjlib.rules.targets import kerapuhan_hitung
from lkjlib.themes.indikator.counts import LAMPIRAN, acuan, hitungan_mungkin
from lkjlib.themes.indikator.units import kartu_indikator
from lkjlib.themes.kasus.tables import CAMPURAN, HITUNGAN, outcomes, settled

_BENTUK = ("PT", "CV", "UD", "Firma")


@once
def hasil(data: Data) -> pd.DataFrame:
    """Outcomes of the cases by class; a row with both outcomes stays a class of its own.

    Returns
    -------
    DataFrame
        hasil, kasus, perusahaan (distinct), pekerja, bagian_kasus, bagian_pekerja [percent].

    Source
    ------
    Bab III A.3, sasaran 4, Data kasus ketenagakerjaan. Workers: a printed number, else one name.

    Examples
    --------
    >>> from lkjlib import load
    >>> hasil(load(2019))[["kasus", "pekerja"]].T.to_numpy()
    array([[ 5,  4,  1],
           [23,  4,  1]])
    """
    groups = grouped(data.kasus, "hasil")
    classes = {name: groups.get(name, []) for name in outcomes(data.laporan)}
    firms = [len({row["perusahaan"] for row in rows}) for rows in classes.values()]
    frame = pd.DataFrame({"hasil": list(classes), "perusahaan": firms})
    frame = frame.assign(**_counted(classes.values()))
    shares = ["bagian_kasus", "bagian_pekerja"]
    return frame[["hasil", "kasus", "perusahaan", "pekerja", *shares]]


def _counted(groups: Iterable[list[dict]]) -> dict[str, np.ndarray]:
    """Cases and workers of groups of cases, and their shares of all [percent]."""
    groups = list(groups)
    cases = np.array([banyak(row["nomor"] for row in rows) for rows in groups])
    workers = np.array([sum_of(rows, "pekerja") for rows in groups])
    with np.errstate(divide="ignore", invalid="ignore"):  # as frames do
        return {
            "kasus": cases,
            "pekerja": workers,
            "bagian_kasus": cases / cases.sum() * 100,
            "bagian_pekerja": workers / workers.sum() * 100,
        }


def penyelesaian(data: Data) -> pd.DataFrame:
    """Settled by a Perjanjian Bersama: bounds, depending on what the mixed rows are.

    Returns
    -------
    DataFrame
        satuan (kasus, pekerja), jumlah, pb (pure PB, or what laporan.toml counts as settled),
        campuran, persen_bawah (mixed counted as not settled), persen_atas (as settled) [percent].

    Source
    ------
    UU 2/2004: mediation ends in a Perjanjian Bersama, or in an anjuran that settles nothing yet.
    """
    classes, done, rows = hasil(data).set_index("hasil"), list(settled(data.laporan)), []
    partly = [CAMPURAN] if CAMPURAN not in done else []
    for unit in ("kasus", "pekerja"):
        counts = classes[unit]
        pure, mixed, total = counts[done].sum(), counts[partly].sum(), counts.sum()
        low, high = pure / total * 100, (pure + mixed) / total * 100
        rows.append((unit, total, pure, mixed, low, high))
    columns = ["satuan", "jumlah", "pb", "campuran", "persen_bawah", "persen_atas"]
    return pd.DataFrame(rows, columns=columns)


@once
def per_perusahaan(data: Data) -> pd.DataFrame:
    """Cases and workers by company, most cases first.

    Returns
    -------
    DataFrame
        perusahaan, bentuk (PT, CV, … or "lainnya"), kasus, pekerja, hasil (of its cases),
        bagian_kasus, bagian_pekerja [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> per_perusahaan(load(2019))[["bentuk", "kasus", "pekerja"]].to_numpy()[:2].tolist()
    [['PT', 3, 3], ['PT', 1, 19]]
    """
    groups, counts = grouped(data.kasus, "perusahaan"), ["kasus", "pekerja"]
    frame = pd.DataFrame(
        {
            "perusahaan": list(groups),
            "bentuk": [_legal_form(name) for name in groups],
            "hasil": [", ".join(row["hasil"] for row in rows) for rows in groups.values()],
            **_counted(groups.values()),
        }
    )
    frame = frame.sort_values(counts, ascending=False, kind="stable", ignore_index=True)
    shares = ["bagian_kasus", "bagian_pekerja"]
    return frame[["perusahaan", "bentuk", *counts, "hasil", *shares]]


def _legal_form(name: str) -> str:
    word = name.split()[0].rstrip(".").upper()
    return next((form for form in _BENTUK if form.upper() == word), "lainnya")


def wajib_lapor(data: Data) -> int | Exact:
    """Number of reporting companies in the report year."""
    return by_key(data.wajib_lapor, "tahun", "perusahaan")[data.tahun]


def satuan(data: Data) -> pd.DataFrame:
    """What the indicator says if companies, cases or workers are counted.

    Returns
    -------
    DataFrame
        satuan, jumlah, per_100 (per 100 reporting companies), capaian [percent], memenuhi
        (the target), dipakai (the one the report uses). Workers are at least one per case.

    Examples
    --------
    >>> from lkjlib import load
    >>> satuan(load(2019))[["jumlah", "memenuhi"]].to_numpy().tolist()
    [[8, True], [10, True], [28, False]]
    """
    cases, target = data.kasus, acuan(data, data.kode(HITUNGAN)).iloc[0]
    rumus = kartu_indikator(data)[data.kode(HITUNGAN)]["rumus"]
    counts = {
        "perusahaan": banyak(cases.drop_duplicates("perusahaan")["nomor"]),
        "kasus": banyak(cases["nomor"]),
        "pekerja": cases["pekerja"].sum(),
    }
    frame = pd.DataFrame({"satuan": counts.keys(), "jumlah": counts.values()})
    frame["per_100"] = frame["jumlah"] / wajib_lapor(data) * 100
    frame["capaian"] = [capaian(value, target, rumus) for value in frame["per_100"]]
    return frame.assign(memenuhi=frame["per_100"] <= target, dipakai=frame["satuan"] == "kasus")


def kerapuhan(data: Data, *, jarak: int = 3) -> pd.DataFrame:
    """The indicator at some cases more and fewer than there were, companies unchanged.

    Parameters
    ----------
    jarak : how many cases to go to either side.

    Returns
    -------
    DataFrame
        kasus, persen, one column per reference (percent, the same in every row), memenuhi
        (the target of the year), nyata (the observed number).
    """
    seen = len(data.kasus)
    frame = pd.DataFrame({"kasus": range(max(0, seen - jarak), seen + jarak + 1)})
    frame["persen"] = frame["kasus"] / wajib_lapor(data) * 100
    marks = acuan(data, data.kode(HITUNGAN))
    frame = frame.assign(**marks)
    return frame.assign(memenuhi=frame["persen"] <= marks.iloc[0], nyata=frame["kasus"] == seen)


def ambang(data: Data) -> pd.DataFrame:
    """How far the result is from the flip of met / not met, in cases and in companies.

    Returns
    -------
    DataFrame
        acuan, persen, kasus_sisa (cases to spare; below 0: too many), perusahaan_min (fewest
        reporting companies at which the observed cases still meet it), perusahaan_sisa.

    Examples
    --------
    >>> from lkjlib import load
    >>> ambang(load(2019))[["kasus_sisa", "perusahaan_min"]].to_numpy()
    array([[  0, 400],
           [  0, 417]])
    """
    seen, companies = banyak(data.kasus["nomor"]), wajib_lapor(data)
    rows = []
    for name, percent in acuan(data, data.kode(HITUNGAN)).items():
        least = ceil(exactly(seen) * 100 / exactly(percent))
        spare = kerapuhan_hitung(seen, companies, percent, "negatif")
        rows.append((name, percent, spare, least, companies - least))
    columns = ["acuan", "persen", "kasus_sisa", "perusahaan_min", "perusahaan_sisa"]
    return pd.DataFrame(rows, columns=columns)


PENYEBUT_MAKS = 600


def hitungan(data: Data, *, maks: int = PENYEBUT_MAKS) -> pd.DataFrame:
    """Counts that each year's printed percentage may stand for.

    Parameters
    ----------
    maks : most reporting companies taken into account; an assumption, no annex holds it.

    Returns
    -------
    DataFrame
        Columns of `lkjlib.themes.indikator.counts.hitungan_mungkin` and
        `selisih_penyebut`: companies more or fewer than in the report year.
    """
    frame = hitungan_mungkin(data, data.kode(HITUNGAN), maks=maks)
    counted = frame.loc[frame["dasar"] == LAMPIRAN, "penyebut"]
    known = counted.iloc[0] if len(counted) else wajib_lapor(data)  # a realisasi may be blank
    return frame.assign(selisih_penyebut=frame["penyebut"] - known)


def tersembunyi(data: Data) -> pd.DataFrame:
    """The rows of `hitungan` for the year before and the report year.

    Examples
    --------
    >>> from lkjlib import load
    >>> tersembunyi(load(2019)).groupby("tahun").size().to_dict()
    {2018: 18, 2019: 1}
    """
    frame = hitungan(data)
    return frame[frame["tahun"] >= data.tahun - 1].reset_index(drop=True)
