"""Declarations of the annex workbooks: where each table is, its header words, what it holds.

A sheet holds one table; the table is found by its header words, never by its position. Other
modules know a table only by its name, ``file.Sheet``.
"""

from __future__ import annotations

from lkjlib.annexes.anggaran import ANGGARAN
from lkjlib.annexes.kasus import KASUS
from lkjlib.annexes.ketenagakerjaan import KETENAGAKERJAAN
from lkjlib.annexes.kinerja import KINERJA
from lkjlib.annexes.klaim import KLAIM
from lkjlib.annexes.koperasi import KOPERASI
from lkjlib.annexes.schema import Column, Equation, Level, Ratio, Table
from lkjlib.annexes.umkm import UMKM

__all__ = ["EVERY_TABLE", "TABLES", "Column", "Equation", "Level", "Ratio", "Table"]

TABLES: dict[str, Table] = {
    table.nama: table for table in (*KOPERASI, *UMKM, *KETENAGAKERJAAN, *KASUS, *ANGGARAN, *KINERJA)
}
EVERY_TABLE = TABLES | {table.nama: table for table in KLAIM}  # the ledger's too
