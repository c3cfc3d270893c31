"""Loads a report's annexes as checked, tidy frames; every value knows its cell."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path

import pandas as pd

from lkjlib.annexes.check import check_table, fault_at
from lkjlib.annexes.declaration import Equation, Table
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.find import years_of
from lkjlib.annexes.folder import read_checked
from lkjlib.annexes.frames import columns_of, tabulate
from lkjlib.annexes.read import read_rows
from lkjlib.annexes.years import check_years
from lkjlib.data import MISSING, Data, Entry, Later, Row
from lkjlib.errors import AnnexError, AnnexWarning, Fault, LkjError, any_galat, explain_unknown
from lkjlib.excel.workbook import Books, Workbook, collecting_later, open_workbook
from lkjlib.ledger.tables import KLAIM
from lkjlib.numbers.format import format_angka
from lkjlib.report import BERKAS, Report, contents_of, find_folder
from lkjlib.report_file import read_report_checked, read_report_partly
from lkjlib.rules.category import SKALA
from lkjlib.themes import (
    COUNTED,
    COUNTS,
    NAMES,
    THEMES,
    books_of,
    frames_of,
    rules_of,
    tables_of,
    themes_of,
)
from lkjlib.themes.indikator.checks import CACAH, contradiction, without_target

Counts = Callable[[Data], tuple]
# sheets may be clean and still not say what is counted, such as which ratings pass
_UNCOUNTED = (ArithmeticError, AttributeError, LookupError, LkjError, TypeError, ValueError)


def load(laporan: int | str | Path | None = None, *, path: str | Path | None = None) -> Data:
    """Load and check the annexes of a report.

    Parameters
    ----------
    laporan : year of the report, whose annexes are in ``data/<year>``, or their folder.
    path : folder of the annexes, if they are elsewhere; a year given with it must be the report's.

    Returns
    -------
    Data
        Frames as attributes: counts int64, rupiah int64, percent float; no TOTAL rows.

    Raises
    ------
    AnnexError
        When laporan.toml or the annexes have faults; it lists every one of them.
    LkjError
        When there is no such folder, or its report is of another year.

    Warns
    -----
    AnnexWarning
        For each thing that is odd and still usable, such as a printed mean that its list does not
        give; `data.peringatan` keeps them.

    Examples
    --------
    >>> data = load(2019)
    >>> int(data.koperasi["aktif"].sum())
    132
    """
    folder = find_folder(laporan, path)
    report, wrong = read_report_partly(folder)
    if report is None:
        raise AnnexError(wrong)
    if isinstance(laporan, int) and laporan != report.tahun:
        raise LkjError(
            f"Laporan di '{folder}' tentang {report.tahun}, bukan {laporan}. "
            "Betulkan tahun yang diminta, atau laporan.toml."
        )
    data = _remembered(folder.resolve(), contents_of(folder), report, tuple(wrong))
    _warn(data.peringatan, folder)
    return data


@lru_cache(maxsize=2)
def _remembered(folder: Path, contents: str, report: Report, wrong: tuple[Fault, ...]) -> Data:
    """Read annexes, once as long as their folder holds the same: no reader can change a Data."""
    tables, faults = read_folder(report)
    faults = [*wrong, *faults]
    if any_galat(faults):
        raise AnnexError(faults)
    data = from_tables(tables, report)
    return replace(data, peringatan=(*faults, *data.peringatan))


def _warn(faults: Iterable[Fault], source: str | Path) -> None:
    """Warn of what is odd, as if the annexes said so: a caller's line would tell a path."""
    for fault in faults:
        warnings.warn_explicit(str(fault), AnnexWarning, str(source), 1)


@collecting_later()
def read_folder(
    report: Report, berkas: Collection[str] | None = None, books: Books | None = None
) -> tuple[Tables, list[Fault]]:
    """Every table of a report, and every fault; `berkas` limits the workbooks.

    `books` are those of the report's folder where somebody has opened some of them.
    """
    every = tables_of(report).values()
    declared = [table for table in every if berkas is None or table.berkas in berkas]
    tables, faults = read_checked(
        books or Books(report.folder), declared, rules_of(report), report.seperti_tercetak
    )
    faults = [
        *_unknown_scale(report),
        *faults,
        *without_target(report, tables),
        *check_years(tables, report),
        *_unknown_counts(report, tables),
    ]
    wanted = {table.berkas for table in declared}
    return tables, [*faults, *_right_after_all(report, wanted, faults)]


def _unknown_scale(report: Report) -> Iterator[Fault]:
    """A scale of the registry that is none, or one of the report's own that takes its name."""
    if not isinstance(report.skala, str) and report.skala.nama in SKALA:
        wanted = "nama yang bukan skala yang dikenal"
        advice = 'Beri nama lain, atau tulis skala = "…" bila skala itu yang dipakai.'
        yield Fault("galat", BERKAS, "", "skala.nama", report.skala.nama, wanted, advice)
    elif report.skala and isinstance(report.skala, str) and report.skala not in SKALA:
        advice = explain_unknown("skala", report.skala, SKALA)
        wanted = "skala yang dikenal, atau tabel [skala]"
        yield Fault("galat", BERKAS, "", "skala", report.skala, wanted, advice)


def _right_after_all(
    report: Report, books: Collection[str], faults: Sequence[Fault]
) -> Iterator[Fault]:
    """Cells that laporan.toml says hold a wrong sum, and that hold none."""
    wrong = {fault.alamat for fault in faults}
    for cell in sorted(report.seperti_tercetak - wrong):
        if cell.split("!")[0] in books or cell.split("!")[0] not in books_of(report):
            yield Fault(
                "peringatan",
                BERKAS,
                "",
                "seperti_tercetak",
                cell,
                "sel yang jumlah tercetaknya tidak sama dengan barisnya",
                "Hapus sel itu dari daftar, atau betulkan alamatnya.",
            )


def _miscounted(data: Data, counted: Mapping[str, tuple | Exception]) -> Iterator[Fault]:
    """Warnings where a printed realisasi is not what the counts of its theme give."""
    rows = {(r["kode"].nilai, r["tahun"].nilai): r for r in data.entries.get("kinerja", ())}
    names = {r["kode"].nilai: r.get("hitungan") for r in data.entries.get("indikator", ())}
    for kode, name in names.items():
        if name is None or name.nilai not in COUNTS:  # CACAH: its own rule names the cells
            continue
        if isinstance(counted[kode], Exception):
            found = f"{name.nilai}: tidak dapat dihitung ({_why(counted[kode])})"
            advice = "Lengkapi lembar tema itu dan [kosakata] di laporan.toml, atau kosongkan."
            wanted = "lembar yang cukup untuk hitungan itu"
            yield fault_at(name, found, wanted, advice, "peringatan")
            continue
        top, bottom = counted[kode]
        result = rows.get((kode, data.tahun), {}).get("realisasi", MISSING)
        if bottom and result.nilai is not None:
            said = f"{format_angka(top)} / {format_angka(bottom)}, hitungan '{name.nilai}'"
            yield from contradiction(result, Fraction(int(top) * 100, int(bottom)), said)


def _why(error: Exception) -> str:
    """Why something cannot be counted: the absent frame, else the kind of error."""
    words, _, _ = str(error).partition(":")
    return words if words.startswith("tidak ada ") else type(error).__name__


def _unknown_counts(report: Report, tables: Tables) -> Iterator[Fault]:
    """Counts behind an indicator that no theme knows, or a theme that the report has not."""
    cards = tables.get("kinerja.Indikator")
    for row in cards.rows if cards else ():
        name = row.get("hitungan")
        if name and name.nilai is not None and name.nilai not in (*COUNTS, CACAH):
            advice = explain_unknown("hitungan", name.nilai, (*COUNTS, CACAH))
            yield fault_at(name, str(name.nilai), "hitungan yang dikenal, atau kosong", advice)
        elif name and name.nilai in COUNTS:
            theme = next(theme for theme in THEMES if name.nilai in theme.counts)
            if theme not in themes_of(report):
                advice = f"Tambahkan '{theme.nama}' pada tema di laporan.toml, atau kosongkan."
                yield fault_at(name, str(name.nilai), f"tema '{theme.nama}'", advice)


def from_tables(tables: Tables, report: Report) -> Data:
    """The frames of checked tables; of faults, where a printed realisasi is not as counted."""
    declared = {
        name: frame for name, frame in frames_of(report).items() if frame.tabel <= set(tables)
    }
    entries = {name: frame.susun(tables) for name, frame in declared.items()}
    frames = {
        name: partial(tabulate, frame.kolom, entries[name], frame.attrs)
        for name, frame in declared.items()
    }
    units = {
        name: {column.nama: column.satuan for column in frame.kolom}
        for name, frame in declared.items()
    }
    counts = _counts(entries.get("indikator", []), set(frames))
    of_what = _counted_units(entries.get("indikator", []))
    data = Data(report, Later(frames), entries, units, _sums(tables), counts, of_what)
    counted = {kode: _count(count, data) for kode, count in counts.items()}
    known = {kode: counts[kode] for kode, found in counted.items() if isinstance(found, tuple)}
    return replace(data, hitungan=known, peringatan=tuple(_miscounted(data, counted)))


def _count(count: Counts, data: Data) -> tuple | Exception:
    """Numerator and denominator, or why the sheets do not give them.

    One that is absent costs its indicator the counts, no more.
    """
    try:
        return count(data)
    except _UNCOUNTED as error:
        return error


def _counted_units(cards: list[Row]) -> dict[str, str]:
    """What is counted for each indicator that a theme counts."""
    named = {row["kode"].nilai: row.get("hitungan") for row in cards}
    return {kode: COUNTED[e.nilai] for kode, e in named.items() if e and e.nilai in COUNTED}


def _counts(cards: list[Row], frames: set[str]) -> dict[str, Counts]:
    """What counts numerator and denominator of each indicator that has counts."""
    named = {row["kode"].nilai: row.get("hitungan") for row in cards}
    found: dict[str, Counts] = {}
    for kode, name in named.items():
        if name is None or name.nilai is None:
            continue
        if name.nilai == CACAH:
            if "cacah" in frames:
                found[kode] = partial(_counted, kode)
        else:
            found[kode] = COUNTS[name.nilai]
    return found


def _counted(kode: str, data: Data) -> tuple:
    """The counts that sheet Cacah holds of an indicator in the report's year."""
    rows = {(row["kode"], row["tahun"]): row for row in data.baris("cacah")}
    row = rows[kode, data.tahun]
    return row["pembilang"], row["penyebut"]


def _sums(tables: Tables) -> dict[frozenset[str], str]:
    """Cells that a sheet adds up, down its columns and along its rows -> the cell of their sum."""
    found: dict[frozenset[str], str] = {}
    for table in tables.values():
        for total in table.totals:
            rows = [table.rows[row] for row in total.rows]
            for name, entry in total.entries.items():
                _add_sum(found, rows, (name,), entry)
        for sum_ in table.table.aturan:
            if isinstance(sum_, Equation) and not sum_.kurang:
                for row in table.rows:
                    _add_sum(found, [row], sum_.tambah, row.get(sum_.hasil))
                for total in table.totals:
                    rows = [table.rows[row] for row in total.rows]
                    _add_sum(found, rows, sum_.tambah, total.entries.get(sum_.hasil))
    return found


def _add_sum(
    found: dict[frozenset[str], str], rows: list[Row], kolom: Iterable[str], into: Entry | None
) -> None:
    """Note that a cell holds the sum of some columns over some rows, if all of them have cells."""
    if not into or not into.sel:
        return
    parts = [row.get(name) for row in rows for name in kolom]
    if all(part and part.sel for part in parts):
        found[frozenset(part.asal for part in parts)] = into.asal


@collecting_later()
def read_table(path: str | Path, nama: str) -> pd.DataFrame:
    """Read one declared table from one workbook, whatever the file is called.

    The years and references of its headers are those of the laporan.toml beside it.

    Parameters
    ----------
    path : the workbook.
    nama : ``file.Sheet`` as declared, for example ``"koperasi.Keragaan"``.

    Returns
    -------
    DataFrame
        The declared columns in order; no TOTAL rows; counts and rupiah int64 (Int64 where the
        column may be blank), percent float64.

    Raises
    ------
    AnnexError
        When the table cannot be read or does not add up; every fault is listed.
    LkjError
        When no table of that name is declared.

    Warns
    -----
    AnnexWarning
        For each thing that is odd and still usable.

    Examples
    --------
    >>> from lkjlib.report import find_folder
    >>> read_table(find_folder(2019) / "kasus.xlsx", "kasus.Wajib Lapor")
       tahun  perusahaan
    0   2019         420
    """
    book = open_workbook(path)
    declared = declared_for(Path(path), book)
    if nama not in declared:
        raise LkjError(explain_unknown("tabel", nama, declared))
    table = read_rows(book, declared[nama], declared.values())
    faults = [*table.faults, *check_table(table)]
    if any_galat(faults):
        raise AnnexError(faults)
    _warn(faults, path)
    return tabulate(columns_of(table.table), table.rows)


def declared_for(path: Path, book: Workbook) -> dict[str, Table]:
    """The tables of every theme as a workbook's report has them, and the ledger's.

    Without a laporan.toml beside it, the years of headers are those that the workbook prints.
    """
    report, _ = read_report_checked(path.parent)
    if report is None:
        years = years_of(book)
        report = Report(path.parent, years[-1], "", "", "", "", years, NAMES, "")
    every = replace(report, tema=NAMES)
    return tables_of(every) | {table.nama: table for table in KLAIM}
