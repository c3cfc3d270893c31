"""Reads a folder of annex workbooks: every declared table of every workbook, faults included."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lkjlib.annexes.check import Rule, check_tables
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.read import read_rows
from lkjlib.errors import AnnexError, Fault, LkjError
from lkjlib.excel.workbook import Workbook, open_workbook


def find_folder(tahun: int, path: str | Path | None = None) -> Path:
    """Folder of a year's annexes: `path` if given, else ``data/<tahun>`` here or above.

    Raises
    ------
    LkjError
        When there is no such folder; the message says where it was looked for.

    Examples
    --------
    >>> find_folder(2019).name
    '2019'
    """
    if path is not None:
        if _is_folder(Path(path)):
            return Path(path)
        raise LkjError(f"Folder lampiran '{path}' tidak ada. Periksa nama foldernya.")
    here = Path.cwd()
    homes = [here, *here.parents, Path(__file__).resolve().parents[2]]
    for home in homes:
        if (home / "data" / str(tahun)).is_dir():
            return home / "data" / str(tahun)
    years = sorted(p.name for h in homes for p in h.glob("data/[12][0-9][0-9][0-9]"))
    known = f" Yang ada: {', '.join(dict.fromkeys(years))}." if years else ""
    raise LkjError(
        f"Folder lampiran 'data/{tahun}' tidak ada di sini maupun di folder di atasnya.{known}"
    )


def _is_folder(path: Path) -> bool:
    """Is there such a folder? A name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_checked(
    folder: Path, tables: Sequence[Table], rules: Sequence[Rule]
) -> tuple[Tables, list[Fault]]:
    """The declared tables of a folder, and every fault: of reading, inside and between tables.

    Parameters
    ----------
    folder : where the workbooks are.
    tables : what is declared; only their workbooks are opened.
    rules : what must hold between them.

    Returns
    -------
    tables : table name -> rows; a table whose workbook cannot be opened is absent.
    faults : all of them, in the order of the declarations.

    Examples
    --------
    >>> from lkjlib.themes import RULES, TABLES
    >>> tables, faults = read_checked(find_folder(2019), [TABLES["kasus.Wajib Lapor"]], RULES)
    >>> [row["perusahaan"].nilai for row in tables["kasus.Wajib Lapor"].rows], faults
    ([420], [])
    """
    books, faults = open_workbooks(folder, dict.fromkeys(t.berkas for t in tables))
    read = read_tables(books, tables)
    faults += [fault for rows in read.values() for fault in rows.faults]
    return read, [*faults, *check_tables(read, rules)]


def open_workbooks(folder: Path, berkas: Iterable[str]) -> tuple[dict[str, Workbook], list[Fault]]:
    """The workbooks of the folder by file name, and a fault for each that does not open."""
    books: dict[str, Workbook] = {}
    faults: list[Fault] = []
    for name in berkas:
        try:
            books[name] = open_workbook(folder / name)
        except AnnexError as error:
            faults += error.faults
    return books, faults


def read_tables(books: dict[str, Workbook], tables: Sequence[Table]) -> Tables:
    """The declared tables of opened workbooks."""
    return {
        table.nama: read_rows(books[table.berkas], table, tables)
        for table in tables
        if table.berkas in books
    }
