"""Reads a folder of annex workbooks: every declared table of every workbook, findings included."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lkjlib.annexes import TABLES
from lkjlib.entries import Tables
from lkjlib.errors import AnnexError, Finding, LkjError
from lkjlib.tables import read_rows
from lkjlib.workbook import Workbook, open_workbook

BERKAS = tuple(dict.fromkeys(table.berkas for table in TABLES.values()))


def find_folder(tahun: int, path: str | Path | None = None) -> Path:
    """Folder of a year's annexes: `path` if given, else ``data/<tahun>`` here or above.

    Raises
    ------
    LkjError
        When there is no such folder; the message says where it was looked for.
    """
    if path is not None:
        if is_folder(Path(path)):
            return Path(path)
        raise LkjError(f"Folder lampiran '{path}' tidak ada. Periksa nama foldernya.")
    here = Path.cwd()
    homes = [here, *here.parents, Path(__file__).resolve().parents[1]]
    for home in homes:
        if (home / "data" / str(tahun)).is_dir():
            return home / "data" / str(tahun)
    years = sorted(p.name for h in homes for p in h.glob("data/[12][0-9][0-9][0-9]"))
    known = f" Yang ada: {', '.join(dict.fromkeys(years))}." if years else ""
    raise LkjError(
        f"Folder lampiran 'data/{tahun}' tidak ada di sini maupun di folder di atasnya.{known}"
    )


def is_folder(path: Path) -> bool:
    """Is there such a folder? A name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_annexes(folder: Path, berkas: Iterable[str] = BERKAS) -> tuple[Tables, list[Finding]]:
    """Every declared table of the folder, and the findings met while reading.

    Parameters
    ----------
    folder : where the workbooks are.
    berkas : file names of the workbooks to read; all that are declared by default.

    Returns
    -------
    tables : table name -> rows; a table whose workbook cannot be opened is absent.
    findings : all of them, in the order of the declarations.
    """
    books, findings = open_annexes(folder, berkas)
    tables = read_tables(books)
    return tables, [*findings, *(f for table in tables.values() for f in table.findings)]


def open_annexes(
    folder: Path, berkas: Iterable[str] = BERKAS
) -> tuple[dict[str, Workbook], list[Finding]]:
    """The workbooks of the folder by file name, and a finding for each that does not open."""
    books: dict[str, Workbook] = {}
    findings: list[Finding] = []
    for name in berkas:
        try:
            books[name] = open_workbook(folder / name)
        except AnnexError as error:
            findings += error.findings
    return books, findings


def read_tables(books: dict[str, Workbook]) -> Tables:
    """The declared tables of opened workbooks."""
    return {
        table.nama: read_rows(books[table.berkas], table)
        for table in TABLES.values()
        if table.berkas in books
    }
