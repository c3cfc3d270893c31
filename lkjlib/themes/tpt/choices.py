"""What an analyst explores: the counts of one year and place, and choices, all checked.

A DataFrame of one's own is taken as `data.tenaga_kerja` is: no target, no region stands beside
it, so that its references are the whole and the groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from lkjlib.charts.origin import Origin, origin, origin_of
from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.themes.tpt.analysis import acuan_tpt, kelompok, urai

KOLOM = ("rincian", "kategori", "penganggur", "angkatan_kerja", "tahun", "wilayah")
"""Columns of the labour force that a frame of one's own must have."""
_CACAH = ("penganggur", "angkatan_kerja")
_TANPA_ACUAN = pd.DataFrame({"acuan": [], "jenis": [], "nilai": []})


@dataclass(frozen=True)
class Bahan:
    """Counts of one year and place.

    `frame` has the columns of `data.tenaga_kerja`; `acuan` the references that are no group:
    acuan, jenis, nilai [percent]; `asal` says whose counts they are.
    """

    frame: pd.DataFrame
    acuan: pd.DataFrame
    asal: Origin

    @property
    def tempat(self) -> str:
        """The place, as short as it is known."""
        return self.asal.wilayah


def bahan(data: Data | pd.DataFrame, tahun: int | None = None, wilayah: str | None = None) -> Bahan:
    """Counts of one year and place, from a report's data or from a frame of one's own.

    Parameters
    ----------
    data : a report's data, or a frame with the columns `KOLOM`.
    tahun, wilayah : which ones, where there are several; of a report its own by default.
        References of a report stand beside its own year and place alone.

    Raises
    ------
    LkjError
        What cannot be taken, in one sentence that says what can.

    Examples
    --------
    >>> from lkjlib import load
    >>> data = load(2019)
    >>> len(bahan(data).acuan), len(bahan(data.tenaga_kerja).acuan)
    (7, 0)
    >>> bahan(data.tenaga_kerja, 2018)
    Traceback (most recent call last):
    lkjlib.errors.LkjError: tahun 2018 tidak ada pada datanya: 2019.
    """
    if isinstance(data, Data):
        own = kelompok(data)
        if tahun in (None, data.tahun) and wilayah is None:
            return Bahan(own, acuan_tpt(data), origin_of(data.laporan))
        tahun, wilayah = tahun or data.tahun, wilayah or own["wilayah"].iloc[0]
        frame, document = data.tenaga_kerja, data.laporan.judul
    elif isinstance(data, pd.DataFrame):
        frame, document = data, origin(data).dokumen
        _check_counts(frame)
    else:
        raise LkjError(
            f"data: berikan lkj.load(…) atau DataFrame berkolom {', '.join(KOLOM)}, "
            f"bukan {type(data).__name__}."
        )
    frame = _one(_one(frame, "tahun", tahun), "wilayah", wilayah)
    year, place = frame[["tahun", "wilayah"]].iloc[0]
    return Bahan(frame, _TANPA_ACUAN, Origin(document, str(place), int(year)))


def _one(frame: pd.DataFrame, kolom: str, pilihan: Any) -> pd.DataFrame:
    """Rows of one year or place; several and none chosen would count persons twice."""
    found = frame[kolom].unique().tolist()
    names = [str(value) for value in found]
    if pilihan is None and len(found) > 1:
        raise LkjError(
            f"bingkai memuat beberapa {kolom}: {', '.join(names)}. Pilih satu dengan {kolom}=…"
        )
    if pilihan is not None and pilihan not in found:
        raise LkjError(f"{kolom} {pilihan!r} tidak ada pada datanya: {', '.join(names)}.")
    return frame if pilihan is None else frame[frame[kolom] == pilihan]


def _check_counts(frame: pd.DataFrame) -> None:
    missing = [name for name in KOLOM if name not in frame]
    if missing:
        raise LkjError(
            f"bingkai tanpa kolom {', '.join(missing)}; yang diperlukan: {', '.join(KOLOM)}, "
            "seperti data.tenaga_kerja."
        )
    if frame.empty:
        raise LkjError("bingkai tidak berisi baris.")
    for name in _CACAH:
        _check_persons(frame, name)
    _refuse(frame, frame["angkatan_kerja"] == 0, "angkatan kerja nol")
    _refuse(frame, frame["penganggur"] > frame["angkatan_kerja"], "penganggur > angkatan kerja")
    keys = ["rincian", "kategori", "tahun", "wilayah"]
    _refuse(frame, frame[keys].isna().any(axis=1), f"kosong pada {', '.join(keys)}")
    _refuse(frame, frame.duplicated(keys), "kelompok yang sama ditulis dua kali")


def _check_persons(frame: pd.DataFrame, kolom: str) -> None:
    if not pd.api.types.is_numeric_dtype(frame[kolom]) or frame[kolom].dtype == bool:
        raise LkjError(f"kolom {kolom} harus bilangan (orang), bukan {frame[kolom].dtype}.")
    bad = frame[kolom].isna() | (frame[kolom] < 0) | (frame[kolom] == np.inf)
    _refuse(frame, bad, f"{kolom} kosong, di bawah nol atau tak berhingga")


def _refuse(frame: pd.DataFrame, wrong: pd.Series, apa: str) -> None:
    if wrong.any():
        rows = frame.index[wrong.astype(bool)].tolist()
        raise LkjError(f"{apa} pada baris {', '.join(map(str, rows[:5]))}.")


def groups(own: Bahan, rincian: object, gabung: object) -> pd.DataFrame:
    """The groups of a breakdown, as `anatomi` gives them.

    Raises
    ------
    LkjError
        When there is no such breakdown, or `gabung` is no switch.
    """
    gabung = check_switch("gabung", gabung)
    known = own.frame["rincian"].unique()
    return urai(own.frame, check_name("rincian", rincian, known), gabung=gabung)


def check_name(apa: str, nama: object, pilihan: Iterable[str] = ()) -> str:
    """A choice that is a name; with `pilihan` one of them.

    Examples
    --------
    >>> check_name("ukuran", 3)
    Traceback (most recent call last):
    lkjlib.errors.LkjError: ukuran harus teks, bukan 3 (int).
    """
    known = tuple(pilihan)
    if not isinstance(nama, str):
        listed = f" Pilihan: {', '.join(known)}." if known else ""
        raise LkjError(f"{apa} harus teks, bukan {nama!r} ({type(nama).__name__}).{listed}")
    if known and nama not in known:
        raise LkjError(explain_unknown(apa, nama, known))
    return nama


def check_positive(apa: str, nilai: object) -> float:
    """A choice that is a number above 0.

    Examples
    --------
    >>> check_positive("n", "1.100")
    Traceback (most recent call last):
    lkjlib.errors.LkjError: n harus bilangan di atas 0, misalnya 1100, bukan '1.100'.
    """
    fits = isinstance(nilai, Real) and not isinstance(nilai, bool | np.bool_)
    if not (fits and isfinite(nilai) and nilai > 0):
        example = {"n": "1100", "deff": "2"}.get(apa, "1")
        raise LkjError(f"{apa} harus bilangan di atas 0, misalnya {example}, bukan {nilai!r}.")
    return nilai


def check_switch(apa: str, nilai: object) -> bool:
    """A choice that is True or False.

    Examples
    --------
    >>> check_switch("gabung", "ya")
    Traceback (most recent call last):
    lkjlib.errors.LkjError: gabung harus True atau False, bukan 'ya'.
    """
    if not isinstance(nilai, bool | np.bool_):
        raise LkjError(f"{apa} harus True atau False, bukan {nilai!r}.")
    return bool(nilai)


def check_names(apa: str, nama: object) -> list[str] | None:
    """A choice of one name or several; None is all.

    Examples
    --------
    >>> check_names("kategori", [])
    Traceback (most recent call last):
    lkjlib.errors.LkjError: kategori: daftarnya kosong; hilangkan pilihan itu untuk semua kelompok.
    """
    if nama is None or isinstance(nama, str):
        return None if nama is None else [nama]
    if not isinstance(nama, list | tuple | set | frozenset | pd.Series | pd.Index | np.ndarray):
        raise LkjError(
            f"{apa} harus satu nama atau daftar nama, bukan {nama!r} ({type(nama).__name__})."
        )
    if len(nama) == 0:
        raise LkjError(f"{apa}: daftarnya kosong; hilangkan pilihan itu untuk semua kelompok.")
    return [check_name(apa, one) for one in nama]
