"""Indicators: target, realisasi, capaian, references; what every report has."""

from lkjlib.themes.indikator import checks, tables
from lkjlib.themes.theme import Theme

THEME = Theme(
    "indikator",
    "00-ringkasan",
    tables.tables,
    tables.frames,
    checks.rules,
)
