"""What must hold between the sheets on firms."""

from __future__ import annotations

from lkjlib.annexes.check import same_keys

RULES = (same_keys("umkm.UMKM Baru", "umkm.UMKM Binaan"),)
