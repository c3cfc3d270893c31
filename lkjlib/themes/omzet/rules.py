"""What must hold between the sheets on sales and those on firms."""

from __future__ import annotations

from lkjlib.annexes.check import same_totals

RULES = (
    same_totals("umkm.UMKM Binaan", "total", "umkm.Omzet", "usaha"),
    same_totals("umkm.UMKM Binaan", "total", "umkm.Kenaikan Omzet", "usaha"),
)
