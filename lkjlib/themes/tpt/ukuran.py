"""The measures of the bench: what each is called, in which unit, how it is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Ukuran:
    """A measure: `hitung(unemployed, unemployed at the reference's rate, group)` gives it."""

    nama: str
    judul: str
    satuan: str
    desimal: int
    hitung: Callable[[pd.Series, pd.Series, pd.DataFrame], pd.Series]


def _rate(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless / frame["angkatan_kerja"] * 100


def _persons(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless.astype("float64")


def _points(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless / frame["angkatan_kerja"].sum() * 100


def _ratio(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    force = frame["angkatan_kerja"]
    return (jobless / frame["penganggur"].sum()) / (force / force.sum())


def _excess(jobless: pd.Series, expected: pd.Series, _: pd.DataFrame) -> pd.Series:
    return jobless - expected


UKURAN = {
    ukuran.nama: ukuran
    for ukuran in (
        Ukuran("tpt", "TPT", "persen angkatan kerja kelompok", 2, _rate),
        Ukuran("penganggur", "Penganggur", "orang", 0, _persons),
        Ukuran("kontribusi", "Kontribusi ke TPT kota", "poin persen", 2, _points),
        Ukuran("representasi", "Representasi", "pangsa penganggur / pangsa AK", 2, _ratio),
        Ukuran("kelebihan", "Kelebihan penganggur", "orang di atas acuan", 0, _excess),
    )
}
