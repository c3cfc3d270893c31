"""Sections of the report: which place, as the ledger names it, belongs to which."""

import re
from collections.abc import Mapping

import pandas as pd

from lkjlib.report import Report

SAMPUL = "Sampul"
_MOST = 30  # sasaran of a report without sections of its own
Sections = Mapping[str, tuple[str, ...]]  # name of a section -> how the places in it begin
BAGIAN: Sections = {
    "Pengantar dan Ringkasan": ("Kata Pengantar", "Daftar Isi", "Ringkasan"),
    "Bab I": ("Bab I",),
    "Bab II": ("Bab II",),
    "Bab III A.1–2": ("Bab III A.1", "Bab III A.2"),
    **{f"Sasaran {n}": (f"Bab III A.3 sasaran {n}",) for n in range(1, _MOST + 1)},
    "Bab III B anggaran": ("Bab III B",),
    "Bab III lainnya": ("Bab III",),
    "Bab IV dan Lampiran": ("Bab IV", "Lampiran"),
    "Antarbagian": ("Antarbagian",),
}


def sections_in(report: Report) -> Sections:
    """The sections of a report: those of [bagian] in its laporan.toml, else those of any.

    >>> from lkjlib import load
    >>> [name for name in sections_in(load(2019).laporan) if name.startswith("Sasaran")]
    ['Sasaran 1 koperasi', 'Sasaran 2 UMKM', 'Sasaran 3 TPT', 'Sasaran 4 kasus']
    """
    return report.bagian or BAGIAN


def section_of(bagian: str, sections: Sections = BAGIAN) -> str:
    """Section of the report that a place belongs to; empty where none holds it.

    >>> section_of("Bab III A.3 sasaran 2.1"), section_of("Bab I F"), section_of("Bab 3 B")
    ('Sasaran 2', 'Bab I', '')
    """
    return next(
        (name for name, starts in sections.items() if any(_begins(bagian, s) for s in starts)), ""
    )


def _begins(place: str, start: str) -> bool:
    """Does a place begin so, in whole words?"""
    return place.startswith(start) and not place[len(start) : len(start) + 1].isalnum()


def address(bagian: str, tabel: str = "", tercetak: str = "") -> str:
    """Where a statement stands, as a reader of the report finds it: section, table, its words.

    Parameters
    ----------
    bagian, tabel, tercetak : as the ledger has them; the last two may be empty.

    Examples
    --------
    >>> address("Bab III A.3 sasaran 1", "Tabel II", "23.48%")
    'Bab III A.3, sasaran 1, Tabel II: “23.48%”'
    >>> address("Bab IV")
    'Bab IV'
    """
    place = ", ".join(filter(None, (bagian.replace(" sasaran ", ", sasaran "), tabel)))
    return f"{place}: “{tercetak}”" if tercetak else place


def in_sections(bagian: pd.Series, *awalan: str) -> pd.Series:
    """Which places lie in sections whose names begin so, in whole words; without any, all.

    >>> in_sections(pd.Series(["Bab II A", "Bab III A", "Bab II"]), "Bab II").tolist()
    [True, False, True]
    """
    starts = "|".join(re.escape(start) for start in awalan)
    return bagian.str.match(rf"(?:{starts})(?!\w)" if awalan else "")
