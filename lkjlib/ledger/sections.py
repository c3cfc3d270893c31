"""Sections of the report: which place, as the ledger names it, belongs to which."""

import re

import pandas as pd

SAMPUL = "Sampul"
BAGIAN = {
    "Pengantar dan Ringkasan": ("Kata Pengantar", "Daftar Isi", "Ringkasan"),
    "Bab I": ("Bab I ",),
    "Bab II": ("Bab II ",),
    "Bab III A.1–2": ("Bab III A.1", "Bab III A.2"),
    "Sasaran 1 koperasi": ("Bab III A.3 sasaran 1",),
    "Sasaran 2 UMKM": ("Bab III A.3 sasaran 2",),
    "Sasaran 3 TPT": ("Bab III A.3 sasaran 3",),
    "Sasaran 4 kasus": ("Bab III A.3 sasaran 4",),
    "Bab III B anggaran": ("Bab III B",),
    "Bab IV dan Lampiran": ("Bab IV", "Lampiran"),
    "Antarbagian": ("Antarbagian",),
}


def section_of(bagian: str) -> str:
    """Section of the report that a place belongs to.

    >>> section_of("Bab III A.3 sasaran 2.1"), section_of("Bab I F")
    ('Sasaran 2 UMKM', 'Bab I')
    """
    return next(name for name, starts in BAGIAN.items() if bagian.startswith(starts))


def is_place(bagian: str) -> bool:
    """Does some section hold the place? (A number may also stand on the cover.)

    >>> is_place("Bab III B"), is_place("Bab 3 B")
    (True, False)
    """
    return any(bagian.startswith(starts) for starts in BAGIAN.values())


def in_sections(bagian: pd.Series, *awalan: str) -> pd.Series:
    """Which places lie in sections whose names begin so, in whole words; without any, all.

    >>> in_sections(pd.Series(["Bab II A", "Bab III A", "Bab II"]), "Bab II").tolist()
    [True, False, True]
    """
    starts = "|".join(re.escape(start) for start in awalan)
    return bagian.str.match(rf"(?:{starts})(?!\w)" if awalan else "")
