"""Spending by kind and what is left of it; money in rupiah."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data


def belanja(data: Data) -> pd.DataFrame:
    """Spending by kind: gaji, pegawai, barang dan jasa, modal.

    Returns
    -------
    DataFrame
        kelompok, uraian, anggaran, realisasi, sisa [rupiah], serapan [percent],
        bagian [percent of the whole budget, both kinds].

    Source
    ------
    Bab III B, first table.

    Examples
    --------
    >>> from lkjlib import load
    >>> belanja(load(2019))["sisa"].tolist()
    [96081551, 17300000, 150126117, 4777750]
    """
    return _with_rest(data.belanja)


def sisa_anggaran(data: Data) -> pd.DataFrame:
    """Unspent money of each kind of spending and of both together (row "Kedua jenis belanja").

    Returns
    -------
    DataFrame
        kelompok, anggaran, realisasi, sisa [rupiah], serapan [percent], bagian [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> int(sisa_anggaran(load(2019))["sisa"].iloc[-1])
    268285418
    """
    kinds = data.belanja.groupby("kelompok", sort=False)[["anggaran", "realisasi"]].sum()
    frame = _with_rest(kinds.reset_index())
    both = frame.drop(columns=["kelompok", "serapan"]).sum().to_frame().T
    both = both.astype({"anggaran": "int64", "realisasi": "int64", "sisa": "int64"})
    both["kelompok"] = "Kedua jenis belanja"
    both["serapan"] = both["realisasi"] / both["anggaran"] * 100
    return pd.concat([frame, both[frame.columns]], ignore_index=True)


def _with_rest(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(
        sisa=frame["anggaran"] - frame["realisasi"],
        serapan=frame["realisasi"] / frame["anggaran"] * 100,
        bagian=frame["anggaran"] / frame["anggaran"].sum() * 100,
    )
