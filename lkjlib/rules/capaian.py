"""Capaian (achievement) by named formula: the registry of formulas, and their evaluation.

R is realisasi, T target, B baseline. Percent throughout: 23.48 means 23,48 %. Nothing is capped;
missing input gives a missing result. The annex names the formula of every indicator; "positif" is
only what a call of `capaian` that names none gets.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from numbers import Real
from types import MappingProxyType
from typing import Any, overload

import numpy as np
import pandas as pd

from lkjlib.errors import RumusError, explain_unknown
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import is_missing, to_decimal

Angka = float | Decimal | Exact | None
Rentang = tuple[Angka, Angka]


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

    def persen(self, realisasi: Fraction | Exact, target: Fraction | Exact) -> Fraction | Exact:
        """Capaian of one exact realisasi against one exact target [percent].

        Raises
        ------
        RumusError : the denominator is zero

        >>> RUMUS["negatif"].persen(Fraction(5), Fraction(6))
        Fraction(350, 3)
        """
        pembilang, penyebut = self.pecahan(realisasi, target, None)
        if penyebut == 0:
            raise self.tak_terdefinisi()
        return pembilang / penyebut * 100

    def tak_terdefinisi(self, tempat: str = "") -> RumusError:
        """The error of a zero denominator, with the place where it is known.

        >>> str(RUMUS["positif"].tak_terdefinisi(" pada baris tpt"))
        "capaian 'positif' tidak terdefinisi karena target = 0 pada baris tpt"
        """
        return RumusError(
            f"capaian '{self.nama}' tidak terdefinisi karena {self.tak_tentu}{tempat}"
        )

    @property
    def tertulis(self) -> str:
        """The formula in words that a reader knows.

        >>> RUMUS["negatif"].tertulis
        '(2 × target − realisasi) / target × 100'
        """
        kata = {"R": "realisasi", "T": "target", "2T": "2 × target", "B": "baseline"}
        return re.sub(r"2T|\b[RTB]\b", lambda tanda: kata[tanda.group()], self.rumus)

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
                "Bab III, Tabel I laporan kinerja",
                "Makin tinggi realisasi makin baik; tidak dipotong di 100.",
                "target = 0",
                lambda r, t, _: (r, t),
            ),
            Rumus(
                "negatif",
                "(2T − R) / T × 100",
                "negatif",
                "Bab III, Tabel I laporan kinerja",
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
    """Look a formula up by name; RumusError lists the names there are.

    Examples
    --------
    >>> require_rumus("negatif").rumus
    '(2T − R) / T × 100'
    """
    if nama not in RUMUS:
        raise RumusError(explain_unknown("rumus", nama, RUMUS))
    return RUMUS[nama]


def tabel_rumus() -> pd.DataFrame:
    """Tabulate the registry: nama, rumus, polaritas, sumber, keterangan; one row per formula.

    Examples
    --------
    >>> tabel_rumus()[["nama", "polaritas"]].head(2)
          nama polaritas
    0  positif   positif
    1  negatif   negatif
    """
    kolom = ["nama", "rumus", "polaritas", "sumber", "keterangan"]
    return pd.DataFrame([[getattr(r, k) for k in kolom] for r in RUMUS.values()], columns=kolom)


@overload
def capaian(
    realisasi: pd.Series,
    target: Angka | Rentang | pd.Series | np.ndarray,
    rumus: str = ...,
    *,
    baseline: Angka | pd.Series = ...,
) -> pd.Series: ...
@overload
def capaian(
    realisasi: np.ndarray,
    target: Angka | Rentang | np.ndarray,
    rumus: str = ...,
    *,
    baseline: Angka | np.ndarray = ...,
) -> np.ndarray: ...
@overload
def capaian(
    realisasi: Angka, target: pd.Series, rumus: str = ..., *, baseline: Angka | pd.Series = ...
) -> pd.Series: ...
@overload
def capaian(
    realisasi: Angka, target: Angka | Rentang, rumus: str = ..., *, baseline: Angka = ...
) -> float | Decimal | Exact: ...
def capaian(realisasi: Any, target: Any, rumus: str = "positif", *, baseline: Any = None) -> Any:
    """Compute capaian by a named formula, never capped.

    Parameters
    ----------
    realisasi, target : number, Series or array [unit of the indicator]; for "rentang" the
        target is a pair (lower, upper). Series must share one index.
    rumus : "positif", "negatif", "negatif-rasio", "negatif-baseline" or "rentang"
    baseline : starting value, for "negatif-baseline" only

    Returns
    -------
    capaian [percent]: float, or Decimal or Exact where a scalar input is one; a Series named
    "capaian" or an array where an input is one, float64, or object where it holds exact numbers.
    Missing realisasi, target or baseline: NaN.

    Raises
    ------
    RumusError : unknown formula, zero denominator (all such rows named), text for a number

    Source
    ------
    `RUMUS` names the source of each formula.

    Examples
    --------
    >>> round(capaian(24.82, 23.97), 2), round(capaian(5.06, 6.10, "negatif"), 2)
    (103.55, 117.05)
    >>> capaian(9, (7, 8), "rentang")
    87.5
    """
    aturan = require_rumus(rumus)
    nilai, indeks = _align(_name_inputs(realisasi, target, rumus, baseline))
    hitung = _exact_percentage if _any_exact(nilai) else _percentage
    hasil = hitung(aturan, nilai, indeks)
    return hasil if indeks is None else pd.Series(hasil, index=indeks, name="capaian")


def _percentage(aturan: Rumus, nilai: dict[str, Any], indeks: pd.Index | None) -> Any:
    hilang = np.logical_or.reduce([pd.isna(v) for v in np.broadcast_arrays(*nilai.values())])
    if hilang.ndim == 0 and hilang:
        return float("nan")
    with np.errstate(divide="ignore", invalid="ignore"):
        pembilang, penyebut = _fraction_of(aturan, nilai)
        _refuse_zero(aturan, (penyebut == 0) & ~hilang, indeks)
        hasil = pembilang / penyebut * 100
    if hilang.ndim == 0:
        return hasil if isinstance(hasil, Decimal) else float(hasil)
    return np.where(hilang, np.nan, hasil)


def _exact_percentage(aturan: Rumus, nilai: dict[str, Any], indeks: pd.Index | None) -> Any:
    """The same row by row, in exact numbers that keep their cells."""
    larik = np.broadcast_arrays(*(np.asarray(v, dtype=object) for v in nilai.values()))
    baris = zip(*(v.ravel() for v in larik), strict=True)
    pecahan = [_exact_fraction(aturan, dict(zip(nilai, b, strict=True))) for b in baris]
    nol = np.array([p is not None and p[1] == 0 for p in pecahan]).reshape(larik[0].shape)
    _refuse_zero(aturan, nol, indeks)
    hasil = [float("nan") if p is None else p[0] / p[1] * 100 for p in pecahan]
    return np.array([*hasil, None], dtype=object)[:-1].reshape(nol.shape) if nol.ndim else hasil[0]


def _exact_fraction(aturan: Rumus, nilai: dict[str, Any]) -> tuple[Any, Any] | None:
    if any(is_missing(v) for v in nilai.values()):
        return None
    return _fraction_of(aturan, nilai)


def _fraction_of(aturan: Rumus, nilai: dict[str, Any]) -> tuple[Any, Any]:
    r, *t = (v for nama, v in nilai.items() if nama != "baseline")
    return aturan.pecahan(r, t[0] if len(t) == 1 else tuple(t), nilai.get("baseline"))


def _any_exact(nilai: dict[str, Any]) -> bool:
    butir = chain.from_iterable(
        np.ravel(v) if isinstance(v, pd.Series | np.ndarray) and v.dtype.kind == "O" else [v]
        for v in nilai.values()
    )
    return any(isinstance(v, Exact) for v in butir)


def _name_inputs(realisasi: Any, target: Any, rumus: str, baseline: Any) -> dict[str, Any]:
    """Inputs by the name that an error message uses; refuse what the formula does not take."""
    if (rumus == "rentang") != (isinstance(target, tuple) and len(target) == 2):
        raise RumusError("target berupa pasangan (bawah, atas) berlaku untuk rumus 'rentang' saja")
    if (rumus == "negatif-baseline") != (baseline is not None):
        raise RumusError("baseline wajib untuk rumus 'negatif-baseline', dan hanya untuk itu")
    masukan = {"realisasi": realisasi}
    if rumus == "rentang":
        masukan |= {"batas bawah target": target[0], "batas atas target": target[1]}
    else:
        masukan |= {"target": target}
    return masukan | ({"baseline": baseline} if baseline is not None else {})


def _align(masukan: dict[str, Any]) -> tuple[dict[str, Any], pd.Index | None]:
    """Inputs as floats, float arrays, (scalars only) Decimals or all exact; the Series' index."""
    deret = [v.index for v in masukan.values() if isinstance(v, pd.Series)]
    if any(not indeks.equals(deret[0]) for indeks in deret[1:]):
        raise RumusError("indeks Series realisasi, target, dan baseline tidak sama")
    larik = any(isinstance(v, pd.Series | np.ndarray) for v in masukan.values())
    desimal = not larik and any(isinstance(v, Decimal) for v in masukan.values())
    jenis = exactly if _any_exact(masukan) else to_decimal if desimal else float
    nilai = {nama: _read_operand(nama, v, jenis) for nama, v in masukan.items()}
    try:
        bentuk = np.broadcast_shapes(*(np.shape(v) for v in nilai.values()))
    except ValueError:
        bentuk = None
    if bentuk is None or (deret and bentuk != (len(deret[0]),)):
        raise RumusError("panjang realisasi, target, dan baseline tidak sama")
    return nilai, deret[0] if deret else None


def _read_operand(nama: str, nilai: Any, jenis: Callable[[Any], Any]) -> Any:
    if isinstance(nilai, pd.Series | np.ndarray):
        return _read_array(nama, nilai, jenis)
    if is_missing(nilai):
        return float("nan")
    if isinstance(nilai, Real | Decimal | Exact) and not isinstance(nilai, bool):
        return jenis(nilai)
    raise RumusError(f"{nama} harus bilangan, bukan {nilai!r}")


def _read_array(
    nama: str, nilai: pd.Series | np.ndarray, jenis: Callable[[Any], Any]
) -> np.ndarray:
    butir = pd.Series(np.ravel(nilai))
    campuran = butir.dtype.kind == "O"
    if butir.dtype.kind not in "iufO" or (
        campuran and any(isinstance(v, str | bool) for v in butir)
    ):
        raise RumusError(f"{nama} harus bilangan, bukan {nilai.dtype}")
    if jenis is exactly:
        isi = [float("nan") if is_missing(v) else exactly(v) for v in butir]
        return np.array([*isi, None], dtype=object)[:-1].reshape(np.shape(nilai))
    return butir.to_numpy(dtype=float, na_value=np.nan).reshape(np.shape(nilai))


def _refuse_zero(aturan: Rumus, nol: Any, indeks: pd.Index | None) -> None:
    if not np.any(nol):
        return
    tempat = ""
    if np.ndim(nol):
        label = [str(v) for v in (np.flatnonzero(nol) if indeks is None else indeks[nol])]
        tempat = f" pada baris {', '.join(label[:10])}"
        tempat += f" dan {len(label) - 10} lagi" if len(label) > 10 else ""
    raise aturan.tak_terdefinisi(tempat)
