"""Checks every workbook of a folder: the annexes, and the ledger where the year has one."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from pandas import DataFrame

from lkjlib import themes
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.folder import find_folder
from lkjlib.errors import Fault, faults_frame
from lkjlib.ledger import claims
from lkjlib.ledger.measures import ledger_measures
from lkjlib.loading import FIRST_YEAR, from_tables, read_folder

BERKAS = (*themes.BERKAS, claims.BERKAS)


def check(path: str | Path | int = 2019) -> DataFrame:
    """Check a folder of annexes, its ledger included, and list every fault.

    Parameters
    ----------
    path : folder of the annexes, or the year whose folder ``data/<year>`` is meant.

    Returns
    -------
    DataFrame
        One row per fault: tingkat, berkas, lembar, sel, ditemukan, diharapkan, saran;
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
    folder = find_folder(path) if isinstance(path, int) else find_folder(0, str(path))
    return faults_frame(find_faults(folder))


def find_faults(folder: Path, berkas: Collection[str] = BERKAS) -> list[Fault]:
    """Every fault of a folder: in the annexes, between them, in the ledger.

    Parameters
    ----------
    folder : where the workbooks are; a year without a ledger has no fault for that.
    berkas : file names of the workbooks to look at; all by default.
    """
    wanted = tuple(name for name in themes.BERKAS if name in berkas)
    annexes = read_folder(folder, wanted)
    _, faults = annexes
    if claims.BERKAS in berkas and (folder / claims.BERKAS).exists():
        whole = annexes if wanted == themes.BERKAS else read_folder(folder)
        faults = [*faults, *_ledger(folder, *whole)]
    return [*faults, *_unknown_workbooks(folder)] if set(berkas) == set(BERKAS) else faults


def _unknown_workbooks(folder: Path) -> list[Fault]:
    """Copies such as "koperasi REVISI.xlsx": nothing reads them, though they may be what counts."""
    stems = tuple(name.removesuffix(".xlsx") for name in BERKAS)
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
        for path in sorted(folder.glob("*.xlsx"))
        if path.name not in BERKAS and path.name.casefold().startswith(stems)
    ]


def _ledger(folder: Path, annexes: Tables, elsewhere: list[Fault]) -> list[Fault]:
    """Faults of the ledger; which measures it may name is known once the annexes are clean."""
    tables, faults = claims.read_ledger_checked(folder)
    if any(fault.tingkat == "galat" for fault in (*elsewhere, *faults)):
        return faults
    data = from_tables(annexes, FIRST_YEAR, folder)
    data = replace(data, tahun=int(data.kinerja["tahun"].max()))
    try:
        known = ledger_measures(data, tables["klaim.Klaim"])
    # annexes may be clean and still leave a measure without meaning, such as a share of none
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return [*faults, _unmeasured(error)]
    return [*faults, *claims.broken_ledger(tables, known)]


def _unmeasured(error: Exception) -> Fault:
    return Fault(
        "peringatan",
        claims.BERKAS,
        "Klaim",
        "",
        f"ukurannya tidak dapat dihitung dari lampiran ini ({type(error).__name__})",
        "lampiran yang cukup untuk setiap ukuran",
        "Periksa jumlah yang nol dan nama yang berubah; isi buku klaim belum diperiksa.",
    )
