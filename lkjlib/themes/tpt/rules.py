"""What must hold between the sheets on the labour force."""

from __future__ import annotations

from collections.abc import Iterator

from lkjlib.annexes.check import by_key, fault_at, key_of, pairs, same_keys, same_value
from lkjlib.annexes.entries import Tables
from lkjlib.errors import Fault
from lkjlib.numbers.format import format_angka


def _same_group_totals(tables: Tables) -> Iterator[Fault]:
    """Persons by pendidikan and by jenis kelamin are the same persons."""
    for name, column in (
        ("ketenagakerjaan.Pengangguran", "penganggur"),
        ("ketenagakerjaan.Angkatan Kerja", "angkatan_kerja"),
    ):
        totals = tables[name].totals if name in tables else []
        for total in totals[1:]:
            yield from same_value(total.entries[column], totals[0].entries[column], "rincian lain")


def _working(tables: Tables) -> Iterator[Fault]:
    """Bekerja = angkatan kerja - penganggur, and no more unemployed than labour force."""
    for idle, force in pairs(
        tables, "ketenagakerjaan.Pengangguran", "ketenagakerjaan.Angkatan Kerja"
    ):
        unemployed = by_key(idle)
        for row in force.rows:
            match = unemployed.get(key_of(force, row))
            if match is None:
                continue
            rest = row["angkatan_kerja"].nilai - match["penganggur"].nilai
            if rest < 0:
                yield fault_at(
                    match["penganggur"],
                    format_angka(match["penganggur"].nilai),
                    f"paling banyak {format_angka(row['angkatan_kerja'].nilai)} (angkatan kerja)",
                )
            if row["bekerja"].nilai not in (None, rest):
                yield fault_at(
                    row["bekerja"],
                    format_angka(row["bekerja"].nilai),
                    f"{format_angka(rest)} (angkatan kerja − penganggur)",
                )


def _women(tables: Tables) -> Iterator[Fault]:
    """The last year of the text's comparison repeats the table by jenis kelamin."""
    for idle, rates in pairs(tables, "ketenagakerjaan.Pengangguran", "ketenagakerjaan.TPAK"):
        unemployed = by_key(idle)
        last = max(row["tahun"].nilai for row in rates.rows)
        for row in rates.rows:
            match = unemployed.get(("jenis kelamin", row["jenis_kelamin"].nilai.casefold()))
            if match and row["tahun"].nilai == last:
                yield from same_value(row["penganggur"], match["penganggur"], "tabel jenis kelamin")


RULES = (
    same_keys("ketenagakerjaan.Pengangguran", "ketenagakerjaan.Angkatan Kerja"),
    _same_group_totals,
    _working,
    _women,
)
