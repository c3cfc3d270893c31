"""The budget: programmes, kinds of spending, three sources of one figure."""

from lkjlib.themes.anggaran.tables import FRAMES, RULES, TABLES
from lkjlib.themes.theme import Theme

THEME = Theme(
    "anggaran",
    "05-anggaran",
    TABLES,
    FRAMES,
    RULES,
)
