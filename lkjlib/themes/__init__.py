"""The themes, one folder a subject; nothing else in the library names one."""

from lkjlib.annexes.check import Rule
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.frames import Frame
from lkjlib.data import Data
from lkjlib.report import Report
from lkjlib.themes import anggaran, indikator, kasus, koperasi, omzet, tpt, umkm
from lkjlib.themes.theme import BUKU_INDIKATOR, Theme

INDIKATOR_LAIN = BUKU_INDIKATOR
ALWAYS = indikator.THEME  # what every report has
THEMES = (
    ALWAYS,
    koperasi.THEME,
    umkm.THEME,
    omzet.THEME,
    tpt.THEME,
    kasus.THEME,
    anggaran.THEME,
)
NAMES = tuple(theme.nama for theme in THEMES)
COUNTS = {kode: count for theme in THEMES for kode, count in theme.counts.items()}
COUNTED = {kode: unit for theme in THEMES for kode, unit in theme.satuan_cacah.items()}


def themes_of(report: Report) -> tuple[Theme, ...]:
    """The themes that a report names, and the one that always is."""
    return tuple(theme for theme in THEMES if theme is ALWAYS or theme.nama in report.tema)


def theme_of(data: Data, kode: str) -> Theme | None:
    """The theme whose sheets count an indicator; None where none does.

    >>> from lkjlib import load
    >>> theme_of(load(2019), "wirausaha").nama
    'umkm'
    """
    for row in data.entries["indikator"]:
        if row["kode"].nilai == kode:
            count = row["hitungan"].nilai if "hitungan" in row else None
            return next((t for t in themes_of(data.laporan) if count in t.counts), None)
    return None


def book_of(data: Data, kode: str) -> str:
    """Stem of the notebook that tells an indicator: its theme's, or that of all the others."""
    theme = theme_of(data, kode)
    return theme.buku if theme else INDIKATOR_LAIN


def indikator_lain(data: Data) -> list[str]:
    """Codes of the indicators that no theme's notebook tells; of all where each has its own.

    So the notebook of these is never without any, also where a build has no need of it.

    >>> from lkjlib import load
    >>> indikator_lain(load(2019))
    ['koperasi', 'wirausaha', 'omzet', 'tpt', 'kasus']
    """
    every = data.indikator["kode"].tolist()
    return [kode for kode in every if book_of(data, kode) == INDIKATOR_LAIN] or every


def tables_of(report: Report) -> dict[str, Table]:
    """Every annex sheet that a report declares, by ``file.Sheet``."""
    return {table.nama: table for theme in themes_of(report) for table in theme.tables(report)}


def frames_of(report: Report) -> dict[str, Frame]:
    """The frames of a report by name."""
    return {
        name: frame for theme in themes_of(report) for name, frame in theme.frames(report).items()
    }


def rules_of(report: Report) -> tuple[Rule, ...]:
    """What must hold between the sheets of a report."""
    return tuple(rule for theme in themes_of(report) for rule in theme.rules(report))


def books_of(report: Report) -> tuple[str, ...]:
    """The workbooks of a report, in the order of its themes."""
    return tuple(dict.fromkeys(table.berkas for table in tables_of(report).values()))
