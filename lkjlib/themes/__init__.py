"""The themes, one folder a subject; nothing else in the library names one."""

from lkjlib.themes import anggaran, indikator, kasus, koperasi, omzet, tpt, umkm

THEMES = (
    indikator.THEME,  # what every report has stands first
    koperasi.THEME,
    umkm.THEME,
    omzet.THEME,
    tpt.THEME,
    kasus.THEME,
    anggaran.THEME,
)
TABLES = {table.nama: table for theme in THEMES for table in theme.tables}
FRAMES = {name: frame for theme in THEMES for name, frame in theme.frames.items()}
RULES = tuple(rule for theme in THEMES for rule in theme.rules)
COUNTS = {kode: count for theme in THEMES for kode, count in theme.counts.items()}
BERKAS = tuple(dict.fromkeys(table.berkas for table in TABLES.values()))
