"""The budget of one sasaran: every kegiatan of its programmes, listed by the report or not."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.themes.anggaran.rekonsiliasi import pagu_sasaran, program_sasaran


def untuk_sasaran(data: Data, kode: str) -> pd.DataFrame:
    """Every kegiatan under the programmes that the PK gives to an indicator's sasaran.

    Parameters
    ----------
    kode : indicator; the two indicators of one sasaran share its budget.

    Returns
    -------
    DataFrame
        program, kegiatan, pagu (of the report's per-sasaran table, missing where that table
        leaves the kegiatan out), alokasi, realisasi, saldo [rupiah], serapan [percent, exact],
        tercantum (listed in the per-sasaran table).

    Raises
    ------
    LkjError
        When there is no such indicator.

    Source
    ------
    Bab III A.3, "Realisasi Anggaran" of each sasaran, against Bab III B.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = untuk_sasaran(load(2019), "kasus")
    >>> frame.loc[~frame["tercantum"], ["kegiatan", "alokasi"]].values.tolist()
    [['Survey Kebutuhan Hidup Layak (KHL)', 15818000]]
    """
    sasaran = data.indikator.set_index("kode")["sasaran"]
    if kode not in sasaran.index:
        raise LkjError(explain_unknown("indikator", kode, sasaran.index))
    given = program_sasaran(data)
    programmes = given.loc[given["sasaran"] == sasaran[kode], "program"]
    frame = data.anggaran[data.anggaran["program"].isin(programmes)].reset_index(drop=True)
    listed = pagu_sasaran(data)
    key = pd.MultiIndex.from_frame(frame[["program", "kegiatan"]])
    return pd.DataFrame(
        {
            "program": frame["program"],
            "kegiatan": frame["kegiatan"],
            "pagu": listed.reindex(key).astype("Int64").array,
            "alokasi": frame["alokasi"],
            "realisasi": frame["realisasi"],
            "saldo": frame["saldo"],
            "serapan": frame["realisasi"] / frame["alokasi"] * 100,
            "tercantum": key.isin(listed.index),
        }
    )
