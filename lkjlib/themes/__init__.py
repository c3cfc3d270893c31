"""The themes, one folder a subject; nothing else in the library names one."""

from __future__ import annotations

from importlib import import_module

from lkjlib.themes.theme import Theme

_NAMES = ("koperasi", "umkm", "omzet", "tpt", "kasus", "anggaran", "indikator")


def _theme(name: str) -> Theme:
    home = f"lkjlib.themes.{name}"
    rules = () if name in ("koperasi", "kasus") else import_module(f"{home}.rules").RULES
    frames = import_module(f"{home}.frames").FRAMES
    return Theme(name, import_module(f"{home}.tables").TABLES, frames, rules)


THEMES = tuple(_theme(name) for name in _NAMES)
TABLES = {table.nama: table for theme in THEMES for table in theme.tables}
FRAMES = {name: frame for theme in THEMES for name, frame in theme.frames.items()}
RULES = tuple(rule for theme in THEMES for rule in theme.rules)
BERKAS = tuple(dict.fromkeys(table.berkas for table in TABLES.values()))
