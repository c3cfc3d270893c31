"""What must hold between the sheets on the budget."""

from __future__ import annotations

from collections.abc import Iterator

from lkjlib.annexes.check import by_key, fault_at, nearest, pairs, same_value
from lkjlib.annexes.entries import Tables
from lkjlib.errors import Fault
from lkjlib.themes.anggaran.tables import LANGSUNG, TIDAK_LANGSUNG


def _direct_spending(tables: Tables) -> Iterator[Fault]:
    for spending, programmes in pairs(tables, "anggaran.Belanja", "anggaran.Program Kegiatan"):
        groups = [total.label for total in spending.totals]
        for name in (TIDAK_LANGSUNG, LANGSUNG):
            if name not in groups:
                yield fault_at(
                    spending.rows[0]["kelompok"],
                    f"kelompok {', '.join(groups)}",
                    f"kelompok '{name}'",
                    "Lengkapi kelompok belanja itu.",
                )
        direct = [total for total in spending.totals if total.label == LANGSUNG]
        grand = [t for t in programmes.totals if t.label == "total"]
        for a, b in zip(direct, grand, strict=False):
            for left, right in (("anggaran", "alokasi"), ("realisasi", "realisasi")):
                yield from same_value(b.entries[right], a.entries[left], "belanja langsung")


def _sasaran_budget(tables: Tables) -> Iterator[Fault]:
    """The per-sasaran tables repeat figures of the programme table."""
    for part, whole in pairs(tables, "anggaran.Anggaran Sasaran", "anggaran.Program Kegiatan"):
        known = by_key(whole)
        kegiatan = [str(row["kegiatan"].nilai) for row in whole.rows]
        for row in part.rows:
            match = known.get(tuple(str(row[k].nilai).casefold() for k in whole.table.kunci))
            if match is None:
                yield fault_at(
                    row["kegiatan"],
                    str(row["kegiatan"].nilai),
                    f"program dan kegiatan yang ada di lembar '{whole.lembar}'",
                    f"{nearest(row['kegiatan'].nilai, kegiatan)}Samakan ejaan program dan "
                    "kegiatan di kedua lembar.",
                )
                continue
            for left, right in (("pagu", "alokasi"), ("realisasi", "realisasi")):
                yield from same_value(row[left], match[right], "tabel Program / Kegiatan")


RULES = (
    _direct_spending,
    _sasaran_budget,
)
