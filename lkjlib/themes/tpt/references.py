"""What a group's rate is set against: the whole, a target, a region or another group."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.themes.tpt.analysis import ringkas
from lkjlib.themes.tpt.choices import Bahan, bahan, check_name, groups
from lkjlib.themes.tpt.precision import galat_acuan, galat_dari_semua

KOTA, KELOMPOK = "kota", "kelompok"


@dataclass(frozen=True)
class Acuan:
    """A reference: name, kind, and its rate as unemployed per labour force [persons].

    A printed rate stands per 100. Counts, not a rate, so that a group set against itself keeps
    its own number to the last digit.
    """

    nama: str
    jenis: str
    penganggur: float
    angkatan_kerja: float

    @property
    def tpt(self) -> float:
        """Its rate [percent]."""
        return self.penganggur / self.angkatan_kerja * 100

    def harapan(self, angkatan_kerja: pd.Series) -> pd.Series:
        """Unemployed of these labour forces at its rate [persons]."""
        return angkatan_kerja * self.penganggur / self.angkatan_kerja


def daftar_acuan(
    data: Data | pd.DataFrame,
    rincian: str = "pendidikan",
    *,
    tahun: int | None = None,
    wilayah: str | None = None,
) -> pd.DataFrame:
    """Every reference there is for a breakdown: acuan, jenis, tpt [percent].

    Parameters and errors as of `lkjlib.eksplorasi`.

    Examples
    --------
    >>> from lkjlib import load
    >>> daftar_acuan(load(2019), "jenis_kelamin")["acuan"].tolist()[-2:]
    ['Laki-laki', 'Perempuan']
    """
    own = bahan(data, tahun, wilayah)
    known = _references(own, groups(own, rincian, gabung=False))
    return pd.DataFrame(
        [(one.nama, one.jenis, one.tpt) for one in known], columns=["acuan", "jenis", "tpt"]
    )


def _references(own: Bahan, frame: pd.DataFrame) -> list[Acuan]:
    jobless, force = (frame[name].sum().item() for name in ("penganggur", "angkatan_kerja"))
    given = [Acuan(r.acuan, r.jenis, float(r.nilai), 100) for r in own.acuan.itertuples()]
    parts = [
        Acuan(name, KELOMPOK, idle, people)
        for name, idle, people in zip(
            frame["kategori"],
            frame["penganggur"].tolist(),
            frame["angkatan_kerja"].tolist(),
            strict=True,
        )
    ]
    return [Acuan(KOTA, KOTA, jobless, force), *given, *parts]


def cari_acuan(own: Bahan, frame: pd.DataFrame, acuan: str) -> Acuan:
    """The reference of a full or short name, in any letter case.

    Raises
    ------
    LkjError
        When there is no such reference; those there are are listed.
    """
    known = {one.nama: one for one in _references(own, frame)}
    wanted = check_name("acuan", acuan).casefold()
    names = {ringkas(frame, name).casefold(): name for name in known}
    names |= {name.casefold(): name for name in known}
    if wanted not in names:
        raise LkjError(explain_unknown("acuan", acuan, known))
    return known[names[wanted]]


def galat_selisih(frame: pd.DataFrame, acuan: Acuan, *, n: float, deff: float) -> pd.Series:
    """Standard error of each group's distance from a reference [percentage points].

    The whole holds the group, and shares its error; another group or a regency has one of its
    own; a target has none, and the province's is left out.

    Parameters
    ----------
    frame : of `ketelitian`.
    """
    if acuan.jenis == KOTA:
        return galat_dari_semua(frame, n=n, deff=deff)
    own = frame["galat_baku"]
    if acuan.jenis == KELOMPOK:
        itself = frame["kategori"] == acuan.nama
        return np.hypot(own, own[itself].iloc[0]).where(~itself, 0.0)
    given = pd.DataFrame({"jenis": [acuan.jenis], "nilai": [acuan.tpt]})
    return np.hypot(own, galat_acuan(given, n=n, deff=deff).iloc[0])
