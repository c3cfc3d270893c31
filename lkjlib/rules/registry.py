"""The registry of named formulas for capaian: their only home, in words and as a fraction.

R is realisasi, T target, B baseline; results are in percent. The annex names the formula of
every indicator; "positif" is only what a call of `capaian` that names none gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from lkjlib.errors import RumusError, explain_unknown


@dataclass(frozen=True)
class Rumus:
    """A named formula for capaian.

    `pecahan(realisasi, target, baseline)` gives numerator and denominator of the fraction of
    which capaian is the percentage; `tak_tentu` says when that denominator is zero.
    """

    nama: str
    rumus: str
    polaritas: str
    sumber: str
    keterangan: str
    tak_tentu: str = field(repr=False)
    pecahan: Callable[[Any, Any, Any], tuple[Any, Any]] = field(repr=False, compare=False)

    def persen(self, realisasi: Fraction, target: Fraction) -> Fraction:
        """Capaian of one exact realisasi against one exact target [percent].

        Raises
        ------
        RumusError : the denominator is zero
        """
        pembilang, penyebut = self.pecahan(realisasi, target, None)
        if penyebut == 0:
            raise self.tak_terdefinisi()
        return pembilang / penyebut * 100

    def tak_terdefinisi(self, tempat: str = "") -> RumusError:
        """The error of a zero denominator, with the place where it is known."""
        return RumusError(
            f"capaian '{self.nama}' tidak terdefinisi karena {self.tak_tentu}{tempat}"
        )

    def dalam_kata(self, realisasi: str, target: str) -> str:
        """The formula of one target in the words that a workbook's formula is made of.

        >>> RUMUS["negatif"].dalam_kata("hasil", "target")
        '(2 * target - hasil) / target * 100'
        """
        kata = {"R": realisasi, "T": target, "2T": f"2 * {target}", "−": "-", "×": "*"}
        return re.sub(r"2T|[RT−×]", lambda tanda: kata[tanda.group()], self.rumus)


def _range_fraction(r: Any, t: tuple[Any, Any], _: Any) -> tuple[Any, Any]:
    bawah, atas = t
    if np.any(bawah > atas):
        raise RumusError("batas bawah target di atas batas atasnya")
    di_atas, di_bawah = r > atas, r < bawah
    acuan = np.where(di_atas, atas, np.where(di_bawah, bawah, 1))
    return np.where(di_atas | di_bawah, 2 * acuan - r, 1), acuan


RUMUS = MappingProxyType(
    {
        rumus.nama: rumus
        for rumus in (
            Rumus(
                "positif",
                "R / T × 100",
                "positif",
                "LKj 2019 Bab III, sasaran 2, Tabel I",
                "Makin tinggi realisasi makin baik; tidak dipotong di 100.",
                "target = 0",
                lambda r, t, _: (r, t),
            ),
            Rumus(
                "negatif",
                "(2T − R) / T × 100",
                "negatif",
                "LKj 2019 Bab III, sasaran 3, Tabel I",
                "Makin rendah realisasi makin baik; 0 bila realisasi dua kali target.",
                "target = 0",
                lambda r, t, _: (2 * t - r, t),
            ),
            Rumus(
                "negatif-rasio",
                "T / R × 100",
                "negatif",
                "dipakai instansi lain",
                "Makin rendah realisasi makin baik; tidak terdefinisi pada realisasi 0.",
                "realisasi = 0",
                lambda r, t, _: (t, r),
            ),
            Rumus(
                "negatif-baseline",
                "(B − R) / (B − T) × 100",
                "negatif",
                "dipakai instansi lain",
                "Bagian penurunan dari baseline yang tercapai; memerlukan baseline B.",
                "baseline = target",
                lambda r, t, b: (b - r, b - t),
            ),
            Rumus(
                "rentang",
                "100 di dalam rentang; di luarnya (2T − R) / T × 100 terhadap batas terdekat",
                "rentang",
                "kaidah PANRB, contoh target 7–8 bulan",
                "Target berupa (batas bawah, batas atas); makin rendah realisasi makin baik.",
                "batas target = 0",
                _range_fraction,
            ),
        )
    }
)

RUMUS_SATU_TARGET = ("positif", "negatif", "negatif-rasio")  # what realisasi and one target feed


def require_rumus(nama: str) -> Rumus:
    """Look a formula up by name; RumusError lists the names there are."""
    if nama not in RUMUS:
        raise RumusError(explain_unknown("rumus", nama, RUMUS))
    return RUMUS[nama]


def tabel_rumus() -> pd.DataFrame:
    """Tabulate the registry: nama, rumus, polaritas, sumber, keterangan; one row per formula."""
    kolom = ["nama", "rumus", "polaritas", "sumber", "keterangan"]
    return pd.DataFrame([[getattr(r, k) for k in kolom] for r in RUMUS.values()], columns=kolom)
