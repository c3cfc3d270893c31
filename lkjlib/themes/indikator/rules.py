"""What must hold between the sheets on indicators, and regions that repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from lkjlib.annexes.check import by_key, fault_at, nearest, pairs, same_keys, same_value
from lkjlib.annexes.entries import Tables
from lkjlib.errors import Fault
from lkjlib.themes.indikator.tables import ACUAN, TAHUN_CAPAIAN


def _regions(tables: Tables) -> Iterator[Fault]:
    """Regional rates stand in Tabel III and in the references of kinerja.xlsx."""
    for regions, references in pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Pembanding"):
        row = by_key(references).get(("tpt",), {})
        for region in regions.rows:
            name = region["wilayah"].nilai
            if name in row and region["tahun"].nilai == ACUAN[name][1]:
                yield from same_value(region["tpt"], row[name], "pembanding")


def _own_rate(tables: Tables) -> Iterator[Fault]:
    """The city's own rate stands in Tabel III and, as realisasi, in Tabel II."""
    for regions, results in pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Capaian"):
        own = by_key(results).get(("tpt",), {}).get(f"realisasi_{TAHUN_CAPAIAN[-1]}")
        this_year = [r for r in regions.rows if r["tahun"].nilai == TAHUN_CAPAIAN[-1]]
        others = [r for r in this_year if r["wilayah"].nilai not in ACUAN]
        if len(others) == 1 and own is not None:
            yield from same_value(others[0]["tpt"], own, "realisasi pada Tabel II")
        for region in others if len(others) > 1 else ():
            near = get_close_matches(region["wilayah"].nilai, tuple(ACUAN), 1)
            if near and near[0] not in {r["wilayah"].nilai for r in this_year}:
                yield fault_at(
                    region["wilayah"],
                    region["wilayah"].nilai,
                    "nama wilayah seperti pada kinerja.xlsx!Pembanding",
                    nearest(region["wilayah"].nilai, tuple(ACUAN)) + "Samakan ejaannya.",
                )


RULES = (
    same_keys("kinerja.Indikator", "kinerja.Perjanjian Kinerja"),
    same_keys("kinerja.Indikator", "kinerja.Capaian"),
    same_keys("kinerja.Indikator", "kinerja.Pembanding"),
    _regions,
    _own_rate,
)
