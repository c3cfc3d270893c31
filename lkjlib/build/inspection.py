"""Checks a report's folder: laporan.toml, every annex, the ledger and the findings on them."""

import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

import numpy as np
from pandas import DataFrame

from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.build.unfilled import gather_blanks
from lkjlib.data import Data
from lkjlib.errors import Fault, LkjError, any_galat, explain_unknown, faults_frame
from lkjlib.excel.workbook import Books
from lkjlib.ledger import claims, sentences
from lkjlib.ledger.coverage import altered_cells
from lkjlib.ledger.judge import judge_rows
from lkjlib.ledger.measures import BARU, IF_PRINTED, known_measures, measures
from lkjlib.ledger.sections import sections_in
from lkjlib.loading import from_tables, read_folder
from lkjlib.products.faults.listing import BELUM_DIISI
from lkjlib.report import BERKAS as REPORT
from lkjlib.report import Report, find_folder, workbooks
from lkjlib.report_file import read_report_partly
from lkjlib.rules.category import SKALA
from lkjlib.themes import THEMES, books_of, themes_of
from lkjlib.themes.measure import Measure, with_relative


def check(path: str | Path | int | None = None) -> DataFrame:
    """Check a report's folder, its ledger included, and list every fault.

    Parameters
    ----------
    path : folder of the annexes, or the year whose folder ``data/<year>`` is meant; the first
        report there is without it.

    Returns
    -------
    DataFrame
        One row per fault: tingkat, berkas, lembar, sel, ditemukan, diharapkan, saran;
        empty when all is clean.

    Raises
    ------
    LkjError
        When there is no such folder.

    Examples
    --------
    >>> check(2019).empty
    True
    """
    folder = find_folder(path) if isinstance(path, int | None) else find_folder(path=path)
    return faults_frame(find_faults(folder))


def books(report: Report) -> tuple[str, ...]:
    """The files of a report that are checked."""
    return (*books_of(report), claims.BERKAS)


_CARDS = "kinerja.Indikator"
_SHOWN = 5  # names in one remark
_WAITS = "ukuran yang diberikan lampiran tanpa galat"
_ALMOST = 0.85  # of two columns that differ by a slip of the finger
_UNMEASURABLE = (ArithmeticError, AttributeError, LkjError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class Ledger:
    """Sheet Klaim without faults, the measures it is judged by, and, once asked for, the rows."""

    klaim: TableRows
    ukuran: Mapping[str, Measure]

    @property
    def temuan(self) -> set[int]:
        """Numbers of the findings that have statements; which verdict these have is not asked."""
        return {row["temuan"].nilai for row in self.klaim.rows} - {None}

    @cached_property
    def rows(self) -> DataFrame:
        """The judged statements, see `judge_rows`."""
        return judge_rows(self.klaim, self.ukuran)


@dataclass(frozen=True)
class Inspected:
    """What a folder holds: its report (None where laporan.toml has faults), every fault, its data.

    There are no data where an annex has a galat, or where not every annex was looked at; no
    ledger where there is none or it has faults.
    """

    report: Report | None
    faults: list[Fault]
    data: Data | None = None
    ledger: Ledger | None = None


def find_faults(folder: Path, berkas: Collection[str] | None = None) -> list[Fault]:
    """Every fault of a folder: in laporan.toml, the annexes, between them, ledger, findings.

    A sheet that is still to be filled in has one for all its blanks.

    Parameters
    ----------
    folder : where the workbooks are; a report without a ledger has no fault for that.
    berkas : file names of the workbooks to look at; all by default.
    """
    return inspect(folder, berkas).faults


def inspect(folder: Path, berkas: Collection[str] | None = None) -> Inspected:
    """The same faults, with the data that were read to find them: no workbook is read twice."""
    report, wrong = read_report_partly(folder)
    if report is None:
        return Inspected(None, wrong)
    known = books(report)
    wanted = tuple(name for name in books_of(report) if berkas is None or name in berkas)
    opened = Books(folder)
    tables, faults = read_folder(report, wanted, opened)
    annexes, faults = tables, [*wrong, *faults]
    data = _sound(report, tables, faults) if wanted == books_of(report) else None
    ledger = None
    if claims.BERKAS in (berkas or known) and (folder / claims.BERKAS).exists():
        whole = wanted == books_of(report)
        judged = data if whole else _sound(report, *read_folder(report, books=opened))
        claimed, unclaimed, ledger = _ledger(report, judged)
        tables, faults = tables | claimed, [*faults, *unclaimed]
    if data:
        faults = [*faults, *data.peringatan]
    if berkas is None:
        faults = [*faults, *_sentences(report, annexes, data, ledger)]
        faults = [*faults, *_altered(opened, tables, ledger, faults)]
    faults = gather_blanks(faults, tables, report)
    if any(fault.ditemukan.startswith(BELUM_DIISI) for fault in faults):
        faults = [fault for fault in faults if fault.diharapkan != _WAITS]  # so does all the rest
    if berkas is None:
        faults = [*_themes(report), *faults, *_unknown_workbooks(report), *_folder_year(report)]
    return Inspected(None if wrong else report, faults, data, ledger)


def _sound(report: Report, tables: Tables, faults: list[Fault]) -> Data | None:
    """The data of annexes without a galat."""
    if any_galat(faults):
        return None
    return from_tables(tables, report)


def _themes(report: Report) -> list[Fault]:
    """Themes that laporan.toml names and nobody knows, workbooks whose theme it does not name."""
    known = [theme.nama for theme in THEMES]
    faults = [
        Fault(
            "galat",
            REPORT,
            "",
            "tema",
            name,
            "tema yang dikenal",
            explain_unknown("tema", name, known),
        )
        for name in report.tema
        if name not in known
    ]
    named = books_of(report)
    for theme in THEMES:
        for table in () if theme in themes_of(report) else theme.tables(report):
            if table.berkas not in named and (report.folder / table.berkas).exists():
                advice = (
                    f"Tambahkan '{theme.nama}' pada tema di laporan.toml, atau pindahkan berkasnya."
                )
                faults.append(
                    Fault(
                        "peringatan",
                        table.berkas,
                        "",
                        "",
                        "buku kerja tanpa tema, tidak dibaca",
                        f"tema '{theme.nama}' di laporan.toml",
                        advice,
                    )
                )
                break
    return faults


def _unknown_workbooks(report: Report) -> list[Fault]:
    """Copies such as "koperasi REVISI.xlsx": nothing reads them, though they may be what counts."""
    known = books(report)
    stems = tuple(name.removesuffix(".xlsx") for name in known)
    return [
        Fault(
            "peringatan",
            path.name,
            "",
            "",
            "salinan yang tidak dibaca",
            "satu buku kerja setiap nama",
            "Pindahkan ke folder lain, atau ganti namanya bila isinya yang berlaku.",
        )
        for path in workbooks(report.folder)
        if path.name not in known and path.name.casefold().startswith(stems)
    ]


def _folder_year(report: Report) -> list[Fault]:
    """A folder that is called like another year than its report: what is built bears its name."""
    name = report.nama
    if not re.fullmatch(r"(?:19|20)\d\d", name) or int(name) == report.tahun:
        return []
    advice = "Ganti nama foldernya, atau tahun di laporan.toml bila lampirannya memang tahun itu."
    wanted = f"{name}, seperti nama foldernya"
    return [Fault("peringatan", REPORT, "", "tahun", str(report.tahun), wanted, advice)]


def _ledger(report: Report, data: Data | None) -> tuple[Tables, list[Fault], Ledger | None]:
    """The ledger and its faults; which measures it may name is known once the annexes are clean."""
    tables, faults = claims.read_ledger_checked(report.folder)
    if data is None or any_galat(faults):
        return tables, faults, None
    known = _measured(data, with_ledger=True)
    if isinstance(known, Exception):
        return tables, [*faults, _unmeasured(known, claims.BERKAS, "Klaim")], None
    broken = claims.broken_ledger(tables, known, sections_in(report))
    if broken:
        return tables, [*faults, *broken], None
    ledger = Ledger(tables["klaim.Klaim"], known)
    return tables, [*faults, *claims.outdated_rows(ledger.klaim, known)], ledger


def _altered(
    books: Books, tables: Tables, ledger: Ledger | None, faults: Iterable[Fault]
) -> list[Fault]:
    """Cells that lost the number printed at their place, where nothing else is said of them."""
    told = {(fault.berkas, fault.lembar, fault.sel) for fault in faults}
    found = altered_cells(books, tables["klaim.Angka"]) if ledger else []
    return [fault for fault in found if (fault.berkas, fault.lembar, fault.sel) not in told]


def _sentences(
    report: Report, annexes: Tables, data: Data | None, ledger: Ledger | None
) -> list[Fault]:
    """Faults of temuan.toml, and the findings that no longer hold.

    Which findings hold is known once annexes and ledger are clean; until then names and
    expressions are looked at as far as they can be.
    """
    written, faults = sentences.read_sentences(report.folder)
    if not written:
        return faults
    if data is None or (ledger is None and (report.folder / claims.BERKAS).exists()):
        known, unsure = _named(report, annexes, sentences.measures_named(written))
        places = _places(report, annexes)
        return [*faults, *sentences.check_sentences(written, known, report, places), *unsure]
    known = ledger.ukuran if ledger else _measured(data)
    if isinstance(known, Exception):
        return [*faults, _unmeasured(known, sentences.BERKAS, "")]
    places = sentences.sections_of(report, data.indikator["kode"])
    found = sentences.check_sentences(written, known, report, places)
    found = [*found, *sentences.check_verdicts(written, ledger.temuan if ledger else ())]
    sound = [one for one in written if not any(f.sel.startswith(f"{one.tempat}.") for f in found)]
    old = sentences.findings(sentences.no_longer_holding(sound, known), known)
    return [*faults, *found, *sentences.outdated(old)]


def _places(report: Report, annexes: Tables) -> list[str] | None:
    """Sections that a finding may belong to; None where the indicators cannot be read."""
    cards = annexes.get(_CARDS)
    if cards is None or not cards.rows:
        return None
    return sentences.sections_of(report, (str(row["kode"].nilai) for row in cards.rows))


def _named(
    report: Report, annexes: Tables, wanted: Mapping[str, str]
) -> tuple[dict[str, Measure], list[Fault]]:
    """Measures without values, by the names that annexes with faults still give, and remarks.

    A name is unknown for sure where its frame is known and its column is not, but is spelled
    almost like one: rows, and other columns, may be what the faults have cost. Of the others a
    remark says that they wait, one for all if many do.
    """
    known = _names_of(report, annexes)
    columns: dict[str, set[str]] = {}
    for name in known:
        frame, column = name.split(".")[:2]
        columns.setdefault(frame, set()).add(column)

    def waits(name: str) -> bool:
        frame, column = name.split(".")[:2]
        there = columns.get(frame, set())
        return column in there or not get_close_matches(column, there, 1, _ALMOST)

    unsure = [name for name in wanted if name not in known and waits(name)]
    measures = {name: Measure(name, None, "") for name in (*known, *unsure)}
    if len(unsure) <= _SHOWN:
        return measures, [_waiting(wanted[name], name) for name in unsure]
    shown = f"{len(unsure)} ukuran: {', '.join(unsure[:_SHOWN])}, …"
    return measures, [_waiting("", shown)]


def _waiting(place: str, found: str) -> Fault:
    advice = "Belum dapat dipastikan: betulkan galat yang lain dulu, lalu periksa lagi."
    return Fault("peringatan", sentences.BERKAS, "", place, found, _WAITS, advice)


def _names_of(report: Report, annexes: Tables) -> set[str]:
    """Names of the measures that annexes with faults still give, relative ones too.

    A scale that is unknown is one of the registry here.
    """
    try:
        data = from_tables(annexes, report)
    except _UNMEASURABLE:
        return set()
    known = not isinstance(report.skala, str) or report.skala in SKALA
    named = report if known else replace(report, skala=next(iter(SKALA)))
    bare, names = replace(data, laporan=named), set()
    for theme in themes_of(report):
        with suppress(*_UNMEASURABLE), np.errstate(all="ignore"):  # its names wait; no value counts
            names |= {measure.ukuran for measure in theme.measures(bare.eksak)}
    if BARU in names and (report.folder / claims.BERKAS).exists():
        names |= {f"{kode}{end}" for kode in data.indikator["kode"] for end in IF_PRINTED}
    return set(with_relative(dict.fromkeys(names), report.tahun))


def _measured(data: Data, *, with_ledger: bool = False) -> Mapping[str, Measure] | Exception:
    """The measures of a report with or without a ledger, or why they cannot be computed."""
    try:
        if with_ledger:
            return known_measures(data)
        return with_relative(measures(data), data.tahun)
    # annexes may be clean and still leave a measure without meaning, such as a share of none,
    # or of a sheet that may be absent
    except _UNMEASURABLE as error:
        return error


def _unmeasured(error: Exception, berkas: str, lembar: str) -> Fault:
    reason = str(error) if isinstance(error, LkjError) else type(error).__name__
    return Fault(
        "peringatan",
        berkas,
        lembar,
        "",
        f"ukurannya tidak dapat dihitung dari lampiran ini ({reason})",
        "lampiran yang cukup untuk setiap ukuran",
        f"Periksa jumlah yang nol dan nama yang berubah; isi {berkas} belum diperiksa.",
    )
