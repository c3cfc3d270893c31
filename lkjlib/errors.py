"""The one family of errors this library raises, and the fault that they carry.

::

    LkjError
    ├── AnnexError    annexes that cannot be used; carries every Fault
    ├── ParseError    a text or cell that is no number of its kind (a ValueError)
    └── RumusError    a rule asked where it says nothing (a ValueError)

    AnnexWarning      annexes that can be used, and something odd in them

Messages are Indonesian, because a person at the office reads them; pandas is imported only
when a frame is asked for, and every error survives pickling (process pools).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

TINGKAT = ("galat", "peringatan")
_SLIP = 0.8  # of two words that differ by a slip of the finger
_ABBREVIATED = 3  # letters of an abbreviation at least: kab. for kabupaten
_SPELT = {"tak": "tidak", "tdk": "tidak", "blm": "belum"}
_DENIALS = {"tidak", "bukan", "belum", "non", "tanpa"}
MOST_FAULTS = 500  # of one table or rule: a file of junk must not fill the memory


class LkjError(Exception):
    """Base of every error that this library raises."""


class AnnexWarning(UserWarning):
    """What is odd in annexes that can be used; `lkjlib.load` warns, `lkjlib.check` lists it."""


class RumusError(LkjError, ValueError):
    """A formula, scale or measure was used where it says nothing (target 0, unknown name)."""


class ParseError(LkjError, ValueError):
    """A text or cell cannot be read as the declared kind of number.

    Parameters
    ----------
    teks : what was found, as it stands in the cell
    alasan : why it cannot be read, a phrase
    saran : what to write instead, a sentence (may be empty)

    Examples
    --------
    >>> print(ParseError("1O", "huruf O di tempat angka 0", "Ketik angkanya."))
    '1O' tidak dapat dibaca: huruf O di tempat angka 0. Saran: Ketik angkanya.
    """

    def __init__(self, teks: str, alasan: str, saran: str = "") -> None:
        super().__init__(teks, alasan, saran)
        self.teks, self.alasan, self.saran = teks, alasan, saran

    def __str__(self) -> str:
        kalimat = f"'{self.teks}' tidak dapat dibaca: {self.alasan}."
        return f"{kalimat} Saran: {self.saran}" if self.saran else kalimat


@dataclass(frozen=True)
class Fault:
    """One thing wrong in an annex: where it stands, what was found, expected, what to do.

    `ditemukan` is put between quotes ("" reads "isi kosong"); unknown places are "".

    Examples
    --------
    >>> print(Fault("galat", "koperasi.xlsx", "Keragaan", "C8", "x", "bilangan bulat",
    ...               "Ketik angkanya."))
    koperasi.xlsx!Keragaan!C8: ditemukan 'x', diharapkan bilangan bulat. Saran: Ketik angkanya.
    """

    tingkat: str
    berkas: str
    lembar: str
    sel: str
    ditemukan: str
    diharapkan: str
    saran: str

    def __post_init__(self) -> None:
        if self.tingkat not in TINGKAT:
            raise LkjError(explain_unknown("tingkat temuan", self.tingkat, TINGKAT))

    @property
    def alamat(self) -> str:
        """Address of the fault as far as it is known: ``berkas!lembar!sel``."""
        return "!".join(bagian for bagian in (self.berkas, self.lembar, self.sel) if bagian)

    def __str__(self) -> str:
        awalan = "" if self.tingkat == "galat" else f"({self.tingkat}) "
        ditemukan = f"'{self.ditemukan}'" if self.ditemukan.strip() else "isi kosong"
        kalimat = f"{awalan}{self.alamat}: ditemukan {ditemukan}, diharapkan {self.diharapkan}."
        if self.saran:
            kalimat += f" Saran: {self.saran}"
        return " ".join(kalimat.split())  # one line, whatever line breaks the cell holds


KOLOM_FAULT = tuple(kolom.name for kolom in fields(Fault))


class AnnexError(LkjError):
    """The annexes cannot be used; every fault is listed, none is left for the next run.

    Parameters
    ----------
    faults : all faults, errors and warnings alike

    Examples
    --------
    >>> print(AnnexError([Fault("galat", "koperasi.xlsx", "Keragaan", "C8", "x", "angka", "")]))
    Lampiran tidak dapat dipakai: 1 galat.
    koperasi.xlsx!Keragaan!C8: ditemukan 'x', diharapkan angka.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        galat = sum(fault.tingkat == "galat" for fault in self.faults)
        peringatan = len(self.faults) - galat
        jumlah = f"{galat} galat" + (f" dan {peringatan} peringatan" if peringatan else "")
        return "\n".join((f"Lampiran tidak dapat dipakai: {jumlah}.", *map(str, self.faults)))

    def frame(self) -> pd.DataFrame:
        """Return the faults as a frame, see `faults_frame`."""
        return faults_frame(self.faults)


def any_galat(faults: Iterable[Fault]) -> bool:
    """Is an error among the faults? Warnings do not count."""
    return any(fault.tingkat == "galat" for fault in faults)


def at_most(faults: Iterable[Fault], most: int = MOST_FAULTS) -> Iterator[Fault]:
    """The first faults; where there are more, the last one says so."""
    for count, fault in enumerate(faults):
        if count == most:
            yield too_many(fault, most)
            return
        yield fault


def too_many(last: Fault, most: int = MOST_FAULTS) -> Fault:
    """What stands for all faults of a table beyond those that are listed."""
    return Fault(
        last.tingkat,
        last.berkas,
        last.lembar,
        "",
        f"lebih dari {most} temuan",
        "tabel yang sebagian besar terbaca",
        "Betulkan yang terdaftar dulu, lalu periksa lagi.",
    )


def faults_frame(faults: Iterable[Fault]) -> pd.DataFrame:
    """Tabulate faults, one row each; no faults give an empty frame with the same columns.

    Returns
    -------
    DataFrame with tingkat, berkas, lembar, sel, ditemukan, diharapkan, saran (all text)
    """
    import pandas as pd  # lazy: raising an error must not cost the import of pandas

    return pd.DataFrame([asdict(f) for f in faults], columns=list(KOLOM_FAULT), dtype=str)


def not_installed(nama: str, tambahan: str) -> LkjError:
    """Say that a package is missing, and how to get it: it comes with an extra of lkjlib.

    Examples
    --------
    >>> print(not_installed("pyarrow", "many"))
    pyarrow belum terpasang: make setup di folder proyek, atau pip install 'lkjlib[many]'.
    """
    here, elsewhere = "make setup di folder proyek", f"pip install 'lkjlib[{tambahan}]'"
    return LkjError(f"{nama} belum terpasang: {here}, atau {elsewhere}.")


def closest(name: object, known: Iterable[str]) -> str | None:
    """The known name that was probably meant; None where none is alike, word for word.

    Names that share many letters and mean another thing are not alike: a guess must not make a
    place or a kind another one.

    Examples
    --------
    >>> closest("Cempak", ["Cempaka"]), closest("Kab. Banjar", ["Kabupaten Banjar"])
    ('Cempaka', 'Kabupaten Banjar')
    >>> closest("Kota Banjarmasin", ["Kota Banjarbaru"]), closest("TIDAK AKTIF", ["AKTIF"])
    (None, None)
    """
    folded = {str(one).casefold(): str(one) for one in known}
    near = difflib.get_close_matches(str(name).casefold(), folded, n=5, cutoff=0.5)
    return next((folded[one] for one in near if _alike(str(name).casefold(), one)), None)


def _alike(name: str, other: str) -> bool:
    """Do two names differ by slips of the finger, abbreviations or order alone?"""
    left, right = (
        [_SPELT.get(word, word) for word in re.findall(r"\w+", text)] for text in (name, other)
    )
    differing = set(left) ^ set(right)
    if differing & _DENIALS or any(word.isdigit() for word in differing):
        return False
    if not differing:
        return True
    if len(left) == len(right):
        return all(map(_alike_words, left, right))
    return difflib.SequenceMatcher(None, name, other).ratio() >= _SLIP


def _alike_words(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if len(short) >= _ABBREVIATED and long.startswith(short):
        return True
    return difflib.SequenceMatcher(None, word, other).ratio() >= _SLIP


def explain_unknown(apa: str, nama: object, pilihan: Iterable[str]) -> str:
    """Say that a name is unknown, list the names there are, and offer the closest one.

    Examples
    --------
    >>> explain_unknown("rumus", "negatf", ("positif", "negatif"))
    "rumus 'negatf' tidak dikenal. Pilihan: positif, negatif. Mungkin maksudnya 'negatif'?"
    """
    pilihan = tuple(pilihan)
    dekat = difflib.get_close_matches(str(nama), pilihan, n=1)
    kalimat = f"{apa} {nama!r} tidak dikenal. Pilihan: {', '.join(pilihan)}."
    return f"{kalimat} Mungkin maksudnya {dekat[0]!r}?" if dekat else kalimat
