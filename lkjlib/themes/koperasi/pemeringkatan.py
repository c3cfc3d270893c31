"""Ratings of cooperatives (sasaran 1): the indicator as coverage x pass rate, and its bounds.

Ratings pile up over several rounds; that every rated cooperative is still active is assumed.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.rules.targets import kerapuhan_hitung
from lkjlib.themes.indikator.hitungan import acuan
from lkjlib.themes.koperasi.tables import LULUS

BELUM = "Belum diperingkat"


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
    active = int(data.koperasi["aktif"].sum())
    unrated = active - int(frame["koperasi"].sum())
    if unrated < 0:
        raise LkjError(
            f"Koperasi yang diperingkat {-unrated} unit lebih banyak daripada {active} koperasi "
            "aktif; yang belum diperingkat tidak dapat dihitung. Periksa koperasi.xlsx."
        )
    status = frame["peringkat"].isin(LULUS).map({True: "terhitung", False: "tidak terhitung"})
    rest = pd.DataFrame([[BELUM, None, unrated, "belum"]], columns=[*frame.columns, "status"])
    frame = pd.concat([frame.assign(status=status), rest], ignore_index=True)
    return frame.assign(bagian=frame["koperasi"] / active * 100)


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
    passed, unrated, active = int(units["terhitung"]), int(units["belum"]), int(units.sum())
    rated = active - unrated
    rows = [
        ("indikator", passed, active),
        ("cakupan", rated, active),
        ("tingkat lulus", passed, rated),
        ("batas bawah", passed, active),
        ("batas atas", passed + unrated, active),
    ]
    frame = pd.DataFrame(rows, columns=["ukuran", "pembilang", "penyebut"])
    return frame.assign(persen=frame["pembilang"] / frame["penyebut"] * 100)


def rentang(data: Data) -> pd.DataFrame:
    """What is measured, what could be, and what is asked for, as intervals on one scale.

    Returns
    -------
    DataFrame
        uraian, jenis (indikator, cakupan, rentang, acuan), bawah, atas [percent of active
        cooperatives]; a reference has bawah = atas.
    """
    share = cakupan(data).set_index("ukuran")["persen"]
    rows = [
        ("Lulus: indikator", "indikator", 0.0, share["indikator"]),
        ("Sudah diperingkat", "cakupan", 0.0, share["cakupan"]),
        ("Rentang yang mungkin", "rentang", share["batas bawah"], share["batas atas"]),
        *((name, "acuan", percent, percent) for name, percent in acuan(data, "koperasi").items()),
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
    passed, active = (int(v) for v in parts.loc["indikator", ["pembilang", "penyebut"]])
    rated = int(parts.loc["cakupan", "pembilang"])
    rows = []
    for name, percent in acuan(data, "koperasi").items():
        short = max(0, -kerapuhan_hitung(passed, active, percent, "positif"))
        more = ceil(short * Fraction(rated, passed)) if passed else None
        rows.append((name, percent, passed + short, short, rated >= passed + short, more))
    columns = ["acuan", "persen", "perlu_lulus", "kurang_lulus"]
    frame = pd.DataFrame(rows, columns=[*columns, "cukup_bila_semua_lulus", "perlu_diperingkat"])
    return frame.astype({"perlu_diperingkat": "Int64"})
