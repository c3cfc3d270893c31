"""How much hangs on a few firms, and what the printed ratios of past years leave open.

For earlier years the report prints only percentages: counts behind them are possibilities.
"""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.exact import exactly
from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.numbers.parse import parse_printed
from lkjlib.themes.indikator.counts import acuan, efek_pembilang_penyebut, hitungan_mungkin
from lkjlib.themes.umkm.tables import HITUNGAN


def kepekaan(data: Data) -> pd.DataFrame:
    """What one firm more or less does to the ratio, and how far the targets are.

    Returns
    -------
    DataFrame
        uraian, baru, binaan [firms], rasio [percent, exact counts], perubahan [percentage
        points against the result], target [percent, of the report year], terpenuhi.

    Source
    ------
    Bab III: targets of Tabel I and Tabel IV.

    Examples
    --------
    >>> from lkjlib import load
    >>> kepekaan(load(2019)).set_index("uraian")["baru"].tolist()[4]
    443
    """
    baru, binaan = data.hitung(HITUNGAN)
    (_, target), *later = acuan(data, data.kode(HITUNGAN)).items()
    rows = [
        ("hasil", baru, binaan),
        ("satu UMKM baru lagi", baru + 1, binaan),
        ("satu UMKM binaan lagi", baru, binaan + 1),
        ("satu UMKM baru yang langsung dibina", baru + 1, binaan + 1),
        ("baru paling sedikit untuk target", _least(target, binaan), binaan),
        ("binaan paling banyak untuk target", baru, floor(exactly(baru) / exactly(target) * 100)),
        *((f"baru paling sedikit untuk {n}", _least(goal, binaan), binaan) for n, goal in later),
    ]
    frame = pd.DataFrame(rows, columns=["uraian", "baru", "binaan"])
    frame["rasio"] = frame["baru"] / frame["binaan"] * 100
    frame["perubahan"] = frame["rasio"] - frame["rasio"].iloc[0]
    met = [exactly(n) / exactly(d) * 100 >= exactly(target) for _, n, d in rows]
    return frame.assign(target=target, terpenuhi=met)


def _least(persen: object, binaan: object) -> object:
    """Fewest new firms that make the percentage of the coached firms."""
    return ceil(exactly(persen) * exactly(binaan) / 100)


def rentang_efek(data: Data, *, maks: int | None = None) -> pd.DataFrame:
    """How little is known of the counts of past years, one row per year.

    Every possible pair of counts is set against the report year's and the change of the ratio
    split into a numerator and a denominator part; what is left is the range over the pairs.

    Parameters
    ----------
    data : the year's data.
    maks : largest number of coached firms thought possible; the report year's without it.

    Returns
    -------
    DataFrame
        tahun, tercetak, pasangan (number of possible pairs), binaan_min, binaan_maks [firms],
        baru_maks [firms], binaan_tetap (whether the report year's denominator can print so),
        pembilang_min, pembilang_maks, penyebut_min, penyebut_maks [percentage points],
        binaan_impas (fewest coached firms with which the new ones were no fewer than now).

    Examples
    --------
    >>> from lkjlib import load
    >>> rentang_efek(load(2019))[["tahun", "pasangan", "binaan_tetap"]].values.tolist()
    [[2017, 166, False], [2018, 174, False]]
    """
    now = _now(data)
    pairs = hitungan_mungkin(data, data.kode(HITUNGAN), maks=maks or now[1])
    pairs = pairs[pairs["tahun"] < data.tahun]
    effects = [
        efek_pembilang_penyebut((int(n), int(d)), now)
        for n, d in zip(pairs["pembilang"], pairs["penyebut"], strict=True)
    ]
    pairs[["efek_pembilang", "efek_penyebut"]] = effects
    frame = pairs.groupby(["tahun", "tercetak"], as_index=False).agg(
        pasangan=("penyebut", "size"),
        binaan_min=("penyebut", "min"),
        binaan_maks=("penyebut", "max"),
        baru_maks=("pembilang", "max"),
        pembilang_min=("efek_pembilang", "min"),
        pembilang_maks=("efek_pembilang", "max"),
        penyebut_min=("efek_penyebut", "min"),
        penyebut_maks=("efek_penyebut", "max"),
    )
    known = [hitungan_lalu(data, text) for text in frame["tercetak"]]
    frame.insert(6, "binaan_tetap", [one.binaan_tetap for one in known])
    return frame.assign(binaan_impas=[one.binaan_impas for one in known])


class Lalu(NamedTuple):
    """How little the counts of now leave open of a past year's: as in `rentang_efek`."""

    pasangan: int
    binaan_tetap: bool
    binaan_impas: int


def hitungan_lalu(data: Data, tercetak: str) -> Lalu:
    """What is known of the counts of a past year by its ratio as printed."""
    baru, binaan = _now(data)
    pairs = pecahan_mungkin(tercetak, binaan)
    fixed = any(pair[1] == binaan for pair in pairs)
    return Lalu(len(pairs), fixed, _least_denominator(baru, tercetak))


def _now(data: Data) -> tuple[int, int]:
    """New and coached firms of the report's year."""
    baru, binaan = data.hitung(HITUNGAN)
    return int(baru), int(binaan)


def _least_denominator(pembilang: int, tercetak: str) -> int:
    """Smallest denominator with which the numerator prints no higher than the percentage."""
    printed = parse_printed(tercetak, "persen")
    above = (Fraction(printed.value) + Fraction(1, 2 * 10**printed.decimals)) / 100
    return floor(pembilang / above) + 1
