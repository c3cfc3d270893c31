"""Makes the folder of a report that is still to be filled in: from last year's, or from answers.

Everything is made first and then put in place in one go; a folder that is there is never touched.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from lkjlib.annexes.folder import open_workbooks, read_tables
from lkjlib.build.new.answers import Answers, report_of, report_text
from lkjlib.build.new.carry import KARTU, PEMBANDING, next_workbook
from lkjlib.build.new.claims import ledger_plans, printed_cells
from lkjlib.build.new.layout import Rancangan, book_bytes, plan
from lkjlib.build.new.sentences import findings_text
from lkjlib.build.new.years import Years, moved_report
from lkjlib.data import Data
from lkjlib.errors import AnnexError, LkjError, any_galat
from lkjlib.excel.workbook import Books
from lkjlib.ledger.claims import BERKAS as LEDGER
from lkjlib.ledger.measures import measures
from lkjlib.ledger.sentences import BERKAS as FINDINGS
from lkjlib.loading import from_tables, read_folder
from lkjlib.report import BERKAS, Report
from lkjlib.report_file import read_report_checked
from lkjlib.themes import books_of, tables_of
from lkjlib.themes.measure import Measure, with_relative

_OTHER_SHEETS = ("kinerja.Perjanjian Kinerja", "kinerja.Capaian", "kinerja.Cacah")


@dataclass(frozen=True)
class Isian:
    """A report's folder before it is written: its files, what is to be filled in, remarks."""

    berkas: Mapping[str, bytes]
    kosong: Mapping[tuple[str, str], Sequence[str]]
    catatan: Sequence[str] = ()


def next_report(source: Path, target: Path) -> Isian:
    """The report after another one: its years moved on, its figures to be filled in.

    The target's year is its name where that is one, else the year after the source's.

    Raises
    ------
    AnnexError
        When the source has faults; it is only read.
    """
    report, faults = read_report_checked(source)
    if report is None:
        raise AnnexError(faults)
    tables, faults = read_folder(report)
    if any_galat(faults):
        raise AnnexError(faults)
    years = Years(report, _year_of(target, report) - report.tahun)
    text = moved_report((source / BERKAS).read_text(encoding="utf-8-sig"), years)
    coming = _moved(report, years, target)
    old, new = tables_of(report), tables_of(coming)
    declared = {name: (table, new[name]) for name, table in old.items()}
    books, _ = open_workbooks(Books(source), books_of(report))
    files, blanks, notes = {BERKAS: text.encode()}, {}, []
    read = read_tables(books, list(old.values()))
    for name, book in books.items():
        own = [table for table in read.values() if table.table.berkas == name]
        made = next_workbook(source / name, book, own, declared, years)
        files[name] = made.isi
        blanks |= {(name, sheet): cells for sheet, cells in made.kosong.items()}
        unread = (f"{name}!{sheet}" for sheet in made.tak_dibaca)
        notes += [f"Lembar {sheet} tidak dibaca; angkanya dikosongkan." for sheet in unread]
    data = from_tables(tables, report)
    known, remarks = _known(data)
    plans = ledger_plans(list(printed_cells(data, coming, known)), coming)
    files[LEDGER] = book_bytes(f"Klaim {coming.judul}", plans)
    blanks |= _blanks(LEDGER, plans)
    cards = data.indikator[["kode", "polaritas", "satuan"]].to_dict(orient="records")
    files[FINDINGS] = findings_text(cards, known).encode()
    return Isian(files, blanks, [*notes, *remarks])


def _year_of(target: Path, report: Report) -> int:
    name = target.resolve().name
    year = int(name) if len(name) == 4 and name.isdigit() else report.tahun + 1
    if year <= report.tahun:
        raise LkjError(
            f"Folder '{name}' menyebut tahun yang tidak sesudah {report.tahun}. "
            f"Beri nama '{report.tahun + 1}' atau sesudahnya."
        )
    return year


def _moved(report: Report, years: Years, target: Path) -> Report:
    """The report of the next year, as its laporan.toml will say."""
    step = years.langkah
    references = tuple(
        replace(one, tahun=one.tahun + step, judul=years.move(one.judul))
        if one.jenis == "wilayah"
        else one
        for one in report.acuan
    )
    return replace(
        report,
        folder=target,
        tahun=years.tahun,
        tahun_tren=tuple(year + step for year in report.tahun_tren),
        acuan=references,
        seperti_tercetak=frozenset(),
    )


def _known(data: Data) -> tuple[dict[str, Measure], list[str]]:
    """Last year's measures by relative names; where they cannot be computed, a remark says so."""
    try:
        return with_relative(measures(data), data.tahun), []
    # annexes may be clean and still leave a measure without meaning, as for `lkj check`
    except (ArithmeticError, AttributeError, LkjError, LookupError, TypeError, ValueError) as error:
        why = str(error) if isinstance(error, LkjError) else type(error).__name__
        return {}, [
            f"Ukuran dari '{data.folder.name}' tidak dapat dihitung ({why.rstrip('.')}): "
            f"kolom Ukuran di {LEDGER} kosong, dan {FINDINGS} belum berisi temuan."
        ]


def first_report(answers: Answers, target: Path) -> Isian:
    """A report of an office that has none yet: workbooks for the themes it named.

    Raises
    ------
    AnnexError
        When an answer is wrong; all of them are listed.
    """
    report = report_of(answers, target)
    codes = [f"indikator_{number}" for number in range(1, int(str(answers["indikator"])) + 1)]
    files, blanks = {BERKAS: (report_text(answers) + "\n").encode()}, {}
    tables = tables_of(report)
    for name in books_of(report):
        plans = [
            plan(table, report, _rows(table.nama, codes, report))
            for table in tables.values()
            if table.berkas == name
        ]
        files[name] = book_bytes(f"{name.removesuffix('.xlsx')} {report.judul}", plans)
        blanks |= _blanks(name, plans)
    files[FINDINGS] = findings_text([{"kode": code} for code in codes]).encode()
    return Isian(files, blanks)


def _rows(name: str, codes: Iterable[str], report: Report) -> list[dict[str, object]]:
    """Indicators stand on several sheets by the same codes."""
    if name not in (KARTU, PEMBANDING, *_OTHER_SHEETS):
        return []
    year = {"tahun": report.tahun} if name == "kinerja.Cacah" else {}
    return [{"kode": code, **year} for code in codes]


def _blanks(name: str, plans: Sequence[Rancangan]) -> dict[tuple[str, str], list[str]]:
    found = {(name, one.table.lembar): one.blanks() for one in plans}
    return {place: cells for place, cells in found.items() if cells}


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a new folder: all of them or none.

    Raises
    ------
    LkjError
        When the folder is there, or cannot be written.
    """
    new = target.with_name(f".{target.name}.{os.getpid()}.baru")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        for name, content in files.items():
            (new / name).write_bytes(content)
        if target.exists():
            raise FileExistsError(17, "sudah ada")
        os.rename(new, target)
    except OSError as error:
        raise LkjError(
            f"Folder '{target.name}' tidak dapat dibuat ({error.strerror}): pilih folder lain."
        ) from None
    finally:
        with suppress(OSError):
            shutil.rmtree(new)
