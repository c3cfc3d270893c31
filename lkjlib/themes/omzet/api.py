"""Omzet of the coached micro firms (sasaran 2): growth of the total, classes, findings."""

from lkjlib.themes.omzet.kelas import median_omzet, sebaran
from lkjlib.themes.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_gini,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)
from lkjlib.themes.omzet.pertumbuhan import (
    batas_kenaikan,
    jarak_target,
    kenaikan,
    kenaikan_riil,
    pembulatan,
    pertumbuhan,
)
from lkjlib.themes.omzet.temuan import temuan

__all__ = [
    "AMBANG_MIKRO",
    "batas_gini",
    "batas_kenaikan",
    "batas_rata_rata",
    "jarak_target",
    "kenaikan",
    "kenaikan_riil",
    "median_omzet",
    "pangsa_teratas",
    "pembulatan",
    "pertumbuhan",
    "pita_lorenz",
    "sebaran",
    "temuan",
]
