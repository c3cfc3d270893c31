"""The counts behind printed percentages: what they are asked to reach, were, and what moved them.

A printed percentage admits only some numerators and denominators; the list can be short enough
to name them. The bound on the denominator is an assumption and always the caller's.
"""

from itertools import pairwise, product

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import is_missing
from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.themes.indikator.analysis import cacah
from lkjlib.themes.indikator.comparison import goal_of
from lkjlib.themes.indikator.units import of_indicator

Cacah = tuple[int | Exact, int | Exact]  # numerator, denominator
LAMPIRAN, SATU_SATUNYA, CALON = "lampiran", "satu-satunya", "calon"


@once
def acuan(data: Data, kode: str) -> pd.Series:
    """The target of the year and the medium-term target, where there is one, by name [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> acuan(load(2019), "kasus").to_dict()
    {'target 2019': 2.5, 'RPJMD 2021': 2.4}
    """
    goal = goal_of(data, kode)
    targets = {row["tahun"]: row["target"] for row in of_indicator(data, "kinerja", kode)}
    later = {} if goal is None else {goal[0]: goal[2]}
    return pd.Series({f"target {data.tahun}": targets[data.tahun], **later})


@once
def hitungan_mungkin(data: Data, kode: str, *, maks: int) -> pd.DataFrame:
    """List the counts that an indicator's printed realisasi may stand for, year by year.

    Parameters
    ----------
    kode : indicator whose realisasi is a numerator out of a denominator.
    maks : largest denominator taken into account for the years without an annex.

    Returns
    -------
    DataFrame
        tahun, tercetak (as printed), pembilang, penyebut, persen [percent, exact], dasar:
        "lampiran" counts of the report year, "satu-satunya" the only fraction that prints so,
        "calon" one of several.

    Source
    ------
    Tabel II of the indicator's section; report year: the annexes.

    Examples
    --------
    >>> from lkjlib import load
    >>> hitungan_mungkin(load(2019), "koperasi", maks=180)[["pembilang", "penyebut"]].to_numpy()
    array([[ 25, 112],
           [ 25, 126],
           [ 31, 132]])
    """
    rows = []
    for tahun, printed, value in tercetak_per_tahun(data, kode):
        if tahun == data.tahun:
            found, dasar = [_known(data, kode)], LAMPIRAN
        else:
            found = [_counts_like(value, pair) for pair in pecahan_mungkin(printed, maks)]
            dasar = SATU_SATUNYA if len(found) == 1 else CALON
        rows += [(tahun, printed, n, d, n / d * 100, dasar) for n, d in found]
    columns = ["tahun", "tercetak", "pembilang", "penyebut", "persen", "dasar"]
    return pd.DataFrame(rows, columns=columns)


def _known(data: Data, kode: str) -> tuple:
    """Numerator and denominator of the report year; LkjError where the annexes hold none."""
    known = cacah(data).set_index("kode")
    if kode not in known.index or is_missing(known.at[kode, "penyebut"]):
        raise LkjError(f"Lampiran tidak memuat pembilang dan penyebut indikator '{kode}'.")
    return known.at[kode, "pembilang"], known.at[kode, "penyebut"]


def _counts_like(printed: object, counts: tuple[int, int]) -> tuple:
    """Counts that follow from a printed number: an exact one passes its cell on."""
    if isinstance(printed, Exact):
        return tuple(printed.bernilai(count) for count in counts)
    return counts


def tercetak_per_tahun(data: Data, kode: str) -> list[tuple[int, str, object]]:
    """Years whose realisasi is printed, with the printed text and its value."""
    return [
        (row["tahun"], data.tercetak("kinerja", row["baris"], "realisasi"), row["realisasi"])
        for row in of_indicator(data, "kinerja", kode)
        if not is_missing(row["realisasi"])
    ]


def uji_penyebut_tetap(data: Data, kode: str) -> pd.DataFrame:
    """Ask of every year whether the report year's denominator can give the printed percentage.

    Returns
    -------
    DataFrame
        tahun, tercetak, penyebut (of the report year), pembilang (the nearest whole number),
        persen [percent, exact], mungkin (whether it prints so).

    Examples
    --------
    >>> from lkjlib import load
    >>> uji_penyebut_tetap(load(2019), "kasus")["mungkin"].tolist()
    [True, False, True]
    """
    penyebut = int(_known(data, kode)[1])
    rows = []
    for tahun, printed, value in tercetak_per_tahun(data, kode):
        fits = pecahan_mungkin(printed, penyebut, minimal=penyebut)
        nearest = fits[0][0] if fits else round(float(value) * penyebut / 100)
        rows.append((tahun, printed, penyebut, nearest, nearest / penyebut * 100, bool(fits)))
    columns = ["tahun", "tercetak", "penyebut", "pembilang", "persen", "mungkin"]
    return pd.DataFrame(rows, columns=columns)


def efek_pembilang_penyebut(awal: Cacah, akhir: Cacah) -> tuple[float, float]:
    """Split the change of a percentage into the part of its numerator and of its denominator.

    Each part is valued at the mean of the other count's two years, so that the order of the two
    changes does not matter and the parts add up.

    Parameters
    ----------
    awal, akhir : (numerator, denominator) before and after.

    Returns
    -------
    (effect of the numerator, effect of the denominator) [percentage points], exact where the
    counts are

    Examples
    --------
    >>> efek_pembilang_penyebut((25, 100), (25, 125))
    (0.0, -5.0)
    """
    (n0, d0), (n1, d1) = ([exactly(count) for count in pair] for pair in (awal, akhir))
    numerator = (n1 - n0) * (1 / d0 + 1 / d1) / 2
    denominator = (1 / d1 - 1 / d0) * (n0 + n1) / 2
    parts = numerator * 100, denominator * 100
    return parts if isinstance(parts[0], Exact) else tuple(map(float, parts))


def efek_perubahan(hitungan: pd.DataFrame) -> pd.DataFrame:
    """Split every year-to-year change, for every pair of admissible counts.

    Parameters
    ----------
    hitungan : of `hitungan_mungkin`.

    Returns
    -------
    DataFrame
        sejak (the year before), tahun, pembilang_awal, penyebut_awal, pembilang, penyebut,
        persen_awal, persen [percent], efek_pembilang, efek_penyebut, perubahan [percentage
        points].
    """
    years = {tahun: group for tahun, group in hitungan.groupby("tahun")}
    rows = []
    for before, after in pairwise(years):
        pairs = [
            list(zip(years[y]["pembilang"], years[y]["penyebut"], strict=True))
            for y in (before, after)
        ]
        for (n0, d0), (n1, d1) in product(*pairs):
            parts = efek_pembilang_penyebut((n0, d0), (n1, d1))
            rows.append(
                (before, after, n0, d0, n1, d1, n0 / d0 * 100, n1 / d1 * 100, *parts, sum(parts))
            )
    columns = ["sejak", "tahun", "pembilang_awal", "penyebut_awal", "pembilang", "penyebut"]
    shares = ["persen_awal", "persen", "efek_pembilang", "efek_penyebut", "perubahan"]
    return pd.DataFrame(rows, columns=columns + shares)
