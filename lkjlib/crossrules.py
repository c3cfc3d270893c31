"""What must hold between annex tables: figures printed twice, one table's sum in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from lkjlib.annexes.anggaran import LANGSUNG, TIDAK_LANGSUNG
from lkjlib.annexes.kinerja import ACUAN, TAHUN_CAPAIAN
from lkjlib.checks import finding_at
from lkjlib.entries import Entry, TableRows, Tables
from lkjlib.errors import Finding
from lkjlib.formatting import bulatkan, format_angka

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
_MOST_NAMES = 100


def _same(entry: Entry, other: Entry, what: str) -> Iterator[Finding]:
    least = min(entry.desimal, other.desimal)
    if bulatkan(entry.nilai, least) != bulatkan(other.nilai, least):
        decimals = max(entry.desimal, other.desimal)
        yield finding_at(
            entry,
            format_angka(entry.nilai, decimals),
            f"{format_angka(other.nilai, decimals)} ({what}, {other.asal})",
        )


def _names(table: TableRows, row: dict[str, Entry]) -> tuple[str, ...]:
    return tuple(str(row[k].nilai) for k in table.table.kunci)


def _key(table: TableRows, row: dict[str, Entry]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in _names(table, row))


def _by_key(table: TableRows) -> dict[tuple[str, ...], dict[str, Entry]]:
    return {_key(table, row): row for row in table.rows}


def _pairs(tables: Tables, left: str, right: str) -> list[tuple[TableRows, TableRows]]:
    return [(tables[left], tables[right])] if left in tables and right in tables else []


def _same_keys(tables: Tables) -> Iterator[Finding]:
    """The same names, spelled alike to the letter: frames join their rows by them."""
    for names in SAME_KEYS:
        for left, right in _pairs(tables, *names):
            for one, other in ((left, right), (right, left)):
                known = {_names(other, row) for row in other.rows}
                last = sorted({names[-1] for names in known})
                for row in one.rows:
                    if _names(one, row) not in known:
                        entry = row[one.table.kunci[-1]]
                        yield finding_at(
                            entry,
                            str(entry.nilai),
                            f"nama yang juga ada di {other.berkas}!{other.lembar}",
                            f"{_nearest(entry.nilai, last)}Samakan ejaannya di kedua lembar, "
                            "atau lengkapi barisnya.",
                        )


def _nearest(name: object, known: Sequence[str]) -> str:
    """A guess at the name that was meant, among as many as a person would look through."""
    near = get_close_matches(str(name), known, 1) if len(known) <= _MOST_NAMES else []
    return f"'{name}': maksudnya '{near[0]}'? " if near else ""


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
        groups = [total.label for total in spending.totals]
        for name in (TIDAK_LANGSUNG, LANGSUNG):
            if name not in groups:
                yield finding_at(
                    spending.rows[0]["kelompok"],
                    f"kelompok {', '.join(groups)}",
                    f"kelompok '{name}'",
                    "Lengkapi kelompok belanja itu.",
                )
        direct = [total for total in spending.totals if total.label == LANGSUNG]
        grand = [t for t in programmes.totals if t.label == "total"]
        for a, b in zip(direct, grand, strict=False):
            for left, right in (("anggaran", "alokasi"), ("realisasi", "realisasi")):
                yield from _same(b.entries[right], a.entries[left], "belanja langsung")


def _sasaran_budget(tables: Tables) -> Iterator[Finding]:
    """The per-sasaran tables repeat figures of the programme table."""
    for part, whole in _pairs(tables, "anggaran.Anggaran Sasaran", "anggaran.Program Kegiatan"):
        known = _by_key(whole)
        kegiatan = [str(row["kegiatan"].nilai) for row in whole.rows]
        for row in part.rows:
            match = known.get(tuple(str(row[k].nilai).casefold() for k in whole.table.kunci))
            if match is None:
                yield finding_at(
                    row["kegiatan"],
                    str(row["kegiatan"].nilai),
                    f"program dan kegiatan yang ada di lembar '{whole.lembar}'",
                    f"{_nearest(row['kegiatan'].nilai, kegiatan)}Samakan ejaan program dan "
                    "kegiatan di kedua lembar.",
                )
                continue
            for left, right in (("pagu", "alokasi"), ("realisasi", "realisasi")):
                yield from _same(row[left], match[right], "tabel Program / Kegiatan")


def _regions(tables: Tables) -> Iterator[Finding]:
    """Regional rates stand in Tabel III and in the references of kinerja.xlsx."""
    for regions, references in _pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Pembanding"):
        row = _by_key(references).get(("tpt",), {})
        for region in regions.rows:
            name = region["wilayah"].nilai
            if name in row and region["tahun"].nilai == ACUAN[name][1]:
                yield from _same(region["tpt"], row[name], "pembanding")


def _own_rate(tables: Tables) -> Iterator[Finding]:
    """The city's own rate stands in Tabel III and, as realisasi, in Tabel II."""
    for regions, results in _pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Capaian"):
        own = _by_key(results).get(("tpt",), {}).get(f"realisasi_{TAHUN_CAPAIAN[-1]}")
        this_year = [r for r in regions.rows if r["tahun"].nilai == TAHUN_CAPAIAN[-1]]
        others = [r for r in this_year if r["wilayah"].nilai not in ACUAN]
        if len(others) == 1 and own is not None:
            yield from _same(others[0]["tpt"], own, "realisasi pada Tabel II")
        for region in others if len(others) > 1 else ():
            near = get_close_matches(region["wilayah"].nilai, tuple(ACUAN), 1)
            if near and near[0] not in {r["wilayah"].nilai for r in this_year}:
                yield finding_at(
                    region["wilayah"],
                    region["wilayah"].nilai,
                    "nama wilayah seperti pada kinerja.xlsx!Pembanding",
                    _nearest(region["wilayah"].nilai, tuple(ACUAN)) + "Samakan ejaannya.",
                )


RULES = (
    _same_keys,
    _same_totals,
    _same_group_totals,
    _working,
    _women,
    _direct_spending,
    _sasaran_budget,
    _regions,
    _own_rate,
)
