"""Indicators: target, realisasi, capaian, references; what every report has."""

from lkjlib.themes.indikator.frames import FRAMES
from lkjlib.themes.indikator.rules import RULES
from lkjlib.themes.indikator.tables import TABLES
from lkjlib.themes.theme import Theme

THEME = Theme(
    "indikator",
    "00-ringkasan",
    TABLES,
    FRAMES,
    RULES,
)
