"""What must hold between the sheets on firms."""

from __future__ import annotations

from lkjlib.annexes.between import same_keys

RULES = (same_keys("umkm.UMKM Baru", "umkm.UMKM Binaan"),)
