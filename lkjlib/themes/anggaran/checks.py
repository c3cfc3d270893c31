"""What must hold between the sheets of anggaran.xlsx: sums, names, programmes of a sasaran."""

from collections.abc import Iterator, Sequence

from lkjlib.annexes.check import Rule, by_key, fault_at, nearest, pairs, same_value
from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.errors import Fault
from lkjlib.excel.workbook import normalise
from lkjlib.report import Report
from lkjlib.themes.anggaran.tables import (
    ANGGARAN_SASARAN,
    LANGSUNG,
    PERJANJIAN,
    PROGRAM_KEGIATAN,
    TIDAK_LANGSUNG,
)


def _direct_spending(tables: Tables) -> Iterator[Fault]:
    for spending, programmes in pairs(tables, "anggaran.Belanja", PROGRAM_KEGIATAN.nama):
        groups = [total.label for total in spending.totals]
        kinds = (TIDAK_LANGSUNG, LANGSUNG)
        for name in kinds if set(groups) & set(kinds) else ():
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
    for part, whole in pairs(tables, ANGGARAN_SASARAN.nama, PROGRAM_KEGIATAN.nama):
        known = by_key(whole)
        kegiatan, programmes = (
            list(dict.fromkeys(str(row[name].nilai) for row in whole.rows))
            for name in ("kegiatan", "program")
        )
        yield from _unknown_names(part, "program", programmes, whole.lembar)
        there = {normalise(name) for name in programmes}
        for row in part.rows:
            if normalise(row["program"].nilai) not in there:
                continue
            match = known.get(tuple(str(row[k].nilai).casefold() for k in whole.table.kunci))
            if match is None:
                name = str(row["kegiatan"].nilai)
                guess = "" if name in kegiatan else nearest(name, kegiatan)
                yield fault_at(
                    row["kegiatan"],
                    name,
                    f"program dan kegiatan yang ada di lembar '{whole.lembar}'",
                    f"{guess}Samakan ejaan program dan kegiatan di kedua lembar.",
                )
                continue
            for left, right in (("pagu", "alokasi"), ("realisasi", "realisasi")):
                yield from same_value(row[left], match[right], "tabel Program / Kegiatan")


def _unknown_names(
    table: TableRows, name: str, known: Sequence[str], lembar: str, tingkat: str = "galat"
) -> Iterator[Fault]:
    """Headings of a table that another sheet does not know, each once."""
    there = {normalise(one) for one in known}
    for entry in dict.fromkeys(row[name] for row in table.rows):
        if entry.nilai is not None and normalise(entry.nilai) not in there:
            advice = f"{nearest(entry.nilai, known)}Samakan ejaannya di kedua lembar."
            wanted = f"{name} yang ada di lembar '{lembar}'"
            yield fault_at(entry, str(entry.nilai), wanted, advice, tingkat)


def _sasaran_of_programmes(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """Two sheets that give a programme to a sasaran give it to the same one."""
        for part, agreed in pairs(tables, ANGGARAN_SASARAN.nama, PERJANJIAN.nama):
            known = list(dict.fromkeys(str(row["sasaran"].nilai) for row in agreed.rows))
            yield from _unknown_names(part, "sasaran", known, agreed.lembar, "peringatan")
            given = {
                normalise(report.selaras(str(row["program"].nilai))): row["sasaran"]
                for row in agreed.rows
            }
            there = {normalise(name) for name in known}
            for program, sasaran in dict.fromkeys((r["program"], r["sasaran"]) for r in part.rows):
                other = given.get(normalise(report.selaras(str(program.nilai))))
                if other is None or normalise(sasaran.nilai) not in there:
                    continue
                if normalise(other.nilai) != normalise(sasaran.nilai):
                    yield fault_at(
                        program,
                        f"{program.nilai}, di bawah sasaran '{sasaran.nilai}' ({sasaran.sel})",
                        f"di bawah sasaran '{other.nilai}' ({other.asal})",
                        "Bila laporan mencetaknya begitu, biarkan; bila judulnya keliru, betulkan.",
                        "peringatan",
                    )

    return rule


def rules(report: Report) -> tuple[Rule, ...]:
    """What must hold between the sheets."""
    return _direct_spending, _sasaran_budget, _sasaran_of_programmes(report)
