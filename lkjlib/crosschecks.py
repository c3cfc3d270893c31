"""What must hold between annex tables: figures printed twice, one table's sum in another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.annex_set import find_folder, read_annexes
from lkjlib.checks import check_table, finding_at
from lkjlib.errors import AnnexError, Finding
from lkjlib.formatting import format_angka
from lkjlib.tables import Entry, TableRows

if TYPE_CHECKING:
    from pandas import DataFrame

Tables = dict[str, TableRows]
SAME_KEYS = (
    ("umkm.UMKM Baru", "umkm.UMKM Binaan"),
    ("ketenagakerjaan.Pengangguran", "ketenagakerjaan.Angkatan Kerja"),
    ("kinerja.Indikator", "kinerja.Perjanjian Kinerja"),
    ("kinerja.Indikator", "kinerja.Capaian"),
    ("kinerja.Indikator", "kinerja.Pembanding"),
)
SAME_TOTALS = (
    ("umkm.UMKM Binaan", "total", "umkm.Omzet", "usaha"),
    ("umkm.UMKM Binaan", "total", "umkm.Kenaikan Omzet", "usaha"),
)


def check(path: str | Path | int = 2019) -> DataFrame:
    """Check a folder of annexes and list every finding.

    Parameters
    ----------
    path : folder of the annexes, or the year whose folder ``data/<year>`` is meant.

    Returns
    -------
    DataFrame
        One row per finding: tingkat, berkas, lembar, sel, ditemukan, diharapkan, saran;
        empty when the annexes are clean.

    Raises
    ------
    LkjError
        When there is no such folder.

    Examples
    --------
    >>> check(2019).empty
    True
    """
    folder = find_folder(path) if isinstance(path, int) else find_folder(0, path)
    _, findings = read_checked(folder)
    return AnnexError(tuple(findings)).frame()


def read_checked(folder: Path) -> tuple[Tables, list[Finding]]:
    """Tables of a folder with every finding: of reading, inside tables, between tables."""
    tables, findings = read_annexes(folder)
    for table in tables.values():
        findings += check_table(table)
    return tables, [*findings, *check_between(tables)]


def check_between(tables: Tables) -> list[Finding]:
    """Findings between tables; what a missing or damaged table would need is left out."""
    whole = {name: table for name, table in tables.items() if not table.findings}
    return [
        finding
        for rule in (
            _same_keys,
            _same_totals,
            _same_group_totals,
            _working,
            _women,
            _direct_spending,
            _sasaran_budget,
            _regions,
        )
        for finding in rule(whole)
    ]


def _same(entry: Entry, other: Entry, what: str) -> Iterator[Finding]:
    if entry.nilai != other.nilai:
        decimals = max(entry.desimal, other.desimal)
        yield finding_at(
            entry,
            format_angka(entry.nilai, decimals),
            f"{format_angka(other.nilai, decimals)} ({what}, {other.asal})",
        )


def _key(table: TableRows, row: dict[str, Entry]) -> tuple[str, ...]:
    return tuple(str(row[k].nilai).casefold() for k in table.table.kunci)


def _by_key(table: TableRows) -> dict[tuple[str, ...], dict[str, Entry]]:
    return {_key(table, row): row for row in table.rows}


def _pairs(tables: Tables, left: str, right: str) -> list[tuple[TableRows, TableRows]]:
    return [(tables[left], tables[right])] if left in tables and right in tables else []


def _same_keys(tables: Tables) -> Iterator[Finding]:
    for names in SAME_KEYS:
        for left, right in _pairs(tables, *names):
            for one, other in ((left, right), (right, left)):
                known = _by_key(other)
                for row in one.rows:
                    if _key(one, row) not in known:
                        entry = row[one.table.kunci[-1]]
                        yield finding_at(
                            entry,
                            str(entry.nilai),
                            f"nama yang juga ada di {other.table.berkas}!{other.lembar}",
                            "Samakan ejaannya di kedua lembar, atau lengkapi barisnya.",
                        )


def _same_totals(tables: Tables) -> Iterator[Finding]:
    for left, left_column, right, right_column in SAME_TOTALS:
        for one, other in _pairs(tables, left, right):
            for a, b in zip(one.totals, other.totals, strict=False):
                yield from _same(b.entries[right_column], a.entries[left_column], "jumlah sama")


def _same_group_totals(tables: Tables) -> Iterator[Finding]:
    """Persons by pendidikan and by jenis kelamin are the same persons."""
    for name, column in (
        ("ketenagakerjaan.Pengangguran", "penganggur"),
        ("ketenagakerjaan.Angkatan Kerja", "angkatan_kerja"),
    ):
        totals = tables[name].totals if name in tables else []
        for total in totals[1:]:
            yield from _same(total.entries[column], totals[0].entries[column], "rincian lain")


def _working(tables: Tables) -> Iterator[Finding]:
    """Bekerja = angkatan kerja - penganggur, and no more unemployed than labour force."""
    for idle, force in _pairs(
        tables, "ketenagakerjaan.Pengangguran", "ketenagakerjaan.Angkatan Kerja"
    ):
        unemployed = _by_key(idle)
        for row in force.rows:
            match = unemployed.get(_key(force, row))
            if match is None:
                continue
            rest = row["angkatan_kerja"].nilai - match["penganggur"].nilai
            if rest < 0:
                yield finding_at(
                    match["penganggur"],
                    format_angka(match["penganggur"].nilai),
                    f"paling banyak {format_angka(row['angkatan_kerja'].nilai)} (angkatan kerja)",
                )
            if row["bekerja"].nilai not in (None, rest):
                yield finding_at(
                    row["bekerja"],
                    format_angka(row["bekerja"].nilai),
                    f"{format_angka(rest)} (angkatan kerja − penganggur)",
                )


def _women(tables: Tables) -> Iterator[Finding]:
    """The last year of the text's comparison repeats the table by jenis kelamin."""
    for idle, rates in _pairs(tables, "ketenagakerjaan.Pengangguran", "ketenagakerjaan.TPAK"):
        unemployed = _by_key(idle)
        last = max(row["tahun"].nilai for row in rates.rows)
        for row in rates.rows:
            match = unemployed.get(("jenis kelamin", row["jenis_kelamin"].nilai.casefold()))
            if match and row["tahun"].nilai == last:
                yield from _same(row["penganggur"], match["penganggur"], "tabel jenis kelamin")


def _direct_spending(tables: Tables) -> Iterator[Finding]:
    for spending, programmes in _pairs(tables, "anggaran.Belanja", "anggaran.Program Kegiatan"):
        direct = [t for t in spending.totals if t.label.casefold() == "belanja langsung"]
        grand = [t for t in programmes.totals if t.label == "total"]
        for a, b in zip(direct, grand, strict=False):
            for left, right in (("anggaran", "alokasi"), ("realisasi", "realisasi")):
                yield from _same(b.entries[right], a.entries[left], "belanja langsung")


def _sasaran_budget(tables: Tables) -> Iterator[Finding]:
    """The per-sasaran tables repeat figures of the programme table."""
    for part, whole in _pairs(tables, "anggaran.Anggaran Sasaran", "anggaran.Program Kegiatan"):
        known = _by_key(whole)
        for row in part.rows:
            match = known.get(tuple(str(row[k].nilai).casefold() for k in whole.table.kunci))
            if match is None:
                yield finding_at(
                    row["kegiatan"],
                    str(row["kegiatan"].nilai),
                    f"program dan kegiatan yang ada di lembar '{whole.lembar}'",
                    "Samakan ejaan program dan kegiatan di kedua lembar.",
                )
                continue
            for left, right in (("pagu", "alokasi"), ("realisasi", "realisasi")):
                yield from _same(row[left], match[right], "tabel Program / Kegiatan")


def _regions(tables: Tables) -> Iterator[Finding]:
    """Regional rates stand in Tabel III and in the references of kinerja.xlsx."""
    for regions, references in _pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Pembanding"):
        row = _by_key(references).get(("tpt",), {})
        for region in regions.rows:
            if region["wilayah"].nilai in row:
                yield from _same(region["tpt"], row[region["wilayah"].nilai], "pembanding")
