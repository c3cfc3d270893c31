"""Indicators: target, realisasi, capaian, references; what every report has."""

from lkjlib.themes.indikator.tables import FRAMES, RULES, TABLES
from lkjlib.themes.theme import Theme

THEME = Theme(
    "indikator",
    "00-ringkasan",
    TABLES,
    FRAMES,
    RULES,
)
