"""The counts of cases and companies that may stand behind earlier years' percentages."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.indikator.hitungan import LAMPIRAN, hitungan_mungkin

PENYEBUT_MAKS = 600


def hitungan(data: Data, *, maks: int = PENYEBUT_MAKS) -> pd.DataFrame:
    """Counts that each year's printed percentage may stand for.

    Parameters
    ----------
    maks : most reporting companies taken into account; an assumption, no annex holds it.

    Returns
    -------
    DataFrame
        Columns of `lkjlib.themes.indikator.hitungan.hitungan_mungkin` and
        `selisih_penyebut`: companies more or fewer than in the report year.
    """
    frame = hitungan_mungkin(data, "kasus", maks=maks)
    known = frame.loc[frame["dasar"] == LAMPIRAN, "penyebut"].iloc[0]
    return frame.assign(selisih_penyebut=frame["penyebut"] - known)


def tersembunyi(data: Data) -> pd.DataFrame:
    """The rows of `hitungan` for the year before and the report year.

    Examples
    --------
    >>> from lkjlib import load
    >>> tersembunyi(load(2019)).groupby("tahun").size().to_dict()
    {2018: 18, 2019: 1}
    """
    return hitungan(data).query("tahun >= @data.tahun - 1").reset_index(drop=True)
