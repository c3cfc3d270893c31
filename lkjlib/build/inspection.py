"""Checks a report's folder: laporan.toml, every annex, the ledger and the findings on them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pandas import DataFrame

from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.annexes.folder import find_folder
from lkjlib.build.unfilled import gather_blanks
from lkjlib.data import Data
from lkjlib.errors import Fault, LkjError, explain_unknown, faults_frame
from lkjlib.ledger import claims, sentences
from lkjlib.ledger.measures import ledger_measures, measures
from lkjlib.loading import from_tables, miscounted, read_folder
from lkjlib.report import BERKAS as REPORT
from lkjlib.report import Report, read_report_checked
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


Ledger = tuple[TableRows, Mapping[str, Measure]]


@dataclass(frozen=True)
class Inspected:
    """What a folder holds: its report (None where laporan.toml has faults), every fault, its data.

    There are no data where an annex has a galat, or where not every annex was looked at; no
    ledger (sheet Klaim and the measures it is judged by) where there is none or it has faults.
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
    report, faults = read_report_checked(folder)
    if report is None:
        return Inspected(None, faults)
    known = books(report)
    wanted = tuple(name for name in books_of(report) if berkas is None or name in berkas)
    tables, faults = read_folder(report, wanted)
    data = _sound(report, tables, faults) if wanted == books_of(report) else None
    ledger = None
    if claims.BERKAS in (berkas or known) and (folder / claims.BERKAS).exists():
        whole = wanted == books_of(report)
        judged = data if whole else _sound(report, *read_folder(report))
        claimed, wrong, ledger = _ledger(report, judged)
        tables, faults = tables | claimed, [*faults, *wrong]
    if data:
        faults = [*faults, *miscounted(data)]
    if berkas is None:
        faults = [*faults, *_sentences(report, data, ledger)]
    faults = gather_blanks(faults, tables, report)
    if berkas is None:
        faults = [*_themes(report), *faults, *_unknown_workbooks(report)]
    return Inspected(report, faults, data, ledger)


def _sound(report: Report, tables: Tables, faults: list[Fault]) -> Data | None:
    """The data of annexes without a galat."""
    if any(fault.tingkat == "galat" for fault in faults):
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
        for path in sorted(report.folder.glob("*.xlsx"))
        if path.name not in known and path.name.casefold().startswith(stems)
    ]


def _ledger(report: Report, data: Data | None) -> tuple[Tables, list[Fault], Ledger | None]:
    """The ledger and its faults; which measures it may name is known once the annexes are clean."""
    tables, faults = claims.read_ledger_checked(report.folder)
    if data is None or any(fault.tingkat == "galat" for fault in faults):
        return tables, faults, None
    known = _measured(data, tables["klaim.Klaim"])
    if isinstance(known, Exception):
        return tables, [*faults, _unmeasured(known, claims.BERKAS, "Klaim")], None
    broken = claims.broken_ledger(tables, known)
    if broken:
        return tables, [*faults, *broken], None
    ledger = tables["klaim.Klaim"], known
    return tables, [*faults, *claims.outdated_rows(*ledger)], ledger


def _sentences(report: Report, data: Data | None, ledger: Ledger | None) -> list[Fault]:
    """Faults of temuan.toml, and the findings that no longer hold.

    Which measures a sentence may name is known once annexes and ledger are clean.
    """
    written, faults = sentences.read_sentences(report.folder)
    unsound = ledger is None and (report.folder / claims.BERKAS).exists()
    if not written or data is None or unsound:
        return faults
    known = ledger[1] if ledger else _measured(data)
    if isinstance(known, Exception):
        return [*faults, _unmeasured(known, sentences.BERKAS, "")]
    places = sentences.sections_of(report, data.indikator["kode"])
    found = sentences.check_sentences(written, known, report, places)
    sound = [one for one in written if not any(f.sel.startswith(f"{one.tempat}.") for f in found)]
    return [*faults, *found, *sentences.outdated(sentences.findings(sound, known))]


def _measured(data: Data, claimed: TableRows | None = None) -> Mapping[str, Measure] | Exception:
    """The measures of a report with or without a ledger, or why they cannot be computed."""
    try:
        if claimed is not None:
            return ledger_measures(data, claimed)
        return with_relative(measures(data), data.tahun)
    # annexes may be clean and still leave a measure without meaning, such as a share of none,
    # or of a sheet that may be absent
    except (ArithmeticError, AttributeError, LkjError, LookupError, TypeError, ValueError) as error:
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
