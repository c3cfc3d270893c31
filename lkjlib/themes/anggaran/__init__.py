"""The budget: programmes, kinds of spending, three sources of one figure."""

from lkjlib.themes.anggaran import checks, tables
from lkjlib.themes.theme import Theme

THEME = Theme(
    "anggaran",
    "05-anggaran",
    tables.tables,
    tables.frames,
    checks.rules,
)
