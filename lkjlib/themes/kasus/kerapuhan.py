"""How thin the margin of sasaran 4 is: cases to spare, and companies that could be missing."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import to_decimal
from lkjlib.rules.targets import kerapuhan_hitung
from lkjlib.themes.indikator.hitungan import acuan
from lkjlib.themes.kasus.mediasi import wajib_lapor


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
    seen, companies = len(data.kasus), wajib_lapor(data)
    frame = pd.DataFrame({"kasus": range(max(0, seen - jarak), seen + jarak + 1)})
    frame["persen"] = frame["kasus"] / companies * 100
    marks = acuan(data, "kasus")
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
    seen, companies = len(data.kasus), wajib_lapor(data)
    rows = []
    for name, percent in acuan(data, "kasus").items():
        least = ceil(seen * 100 / Fraction(to_decimal(percent)))
        spare = kerapuhan_hitung(seen, companies, percent, "negatif")
        rows.append((name, percent, spare, least, companies - least))
    columns = ["acuan", "persen", "kasus_sisa", "perusahaan_min", "perusahaan_sisa"]
    return pd.DataFrame(rows, columns=columns)
