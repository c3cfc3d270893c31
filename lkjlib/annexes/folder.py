"""Reads a folder of annex workbooks: every declared table of every workbook, faults included."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from lkjlib.annexes.check import Rule, check_tables
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.find import holds, near_miss
from lkjlib.annexes.read import read_rows
from lkjlib.errors import AnnexError, Fault, LkjError
from lkjlib.excel.workbook import Books, Workbook
from lkjlib.report import BERKAS as REPORT


def find_folder(laporan: int | str | Path | None = None, path: str | Path | None = None) -> Path:
    """Folder of a report's annexes: `path` if given, else a folder or a year of one.

    Parameters
    ----------
    laporan : the folder, or its name in ``data`` here or above (a year, say); without it and
        without `path`, the first report there.

    Raises
    ------
    LkjError
        When there is no such folder; the message says what there is.

    Examples
    --------
    >>> find_folder(2019).name, find_folder("data/2019").name
    ('2019', '2019')
    """
    wanted = laporan if path is None else path
    if path is not None and not isinstance(path, str | Path):
        raise LkjError(f"path={path!r} bukan folder. Tulis namanya di antara tanda kutip.")
    if isinstance(wanted, bool) or not isinstance(wanted, int | str | Path | None):
        raise LkjError(f"{wanted!r} bukan tahun maupun folder. Contoh: load(path=…).")
    if path is not None:
        return _require_folder(Path(path))
    here = Path.cwd()
    homes = [here, *here.parents, Path(__file__).resolve().parents[2]]
    found = next((f for home in homes for f in _candidates(home, laporan) if _is_folder(f)), None)
    if found:
        return found
    known = dict.fromkeys(folder.name for home in homes for folder in _reports(home))
    there = f" Yang ada: {', '.join(known)}." if known else ""
    shown = f"data/{laporan}" if isinstance(laporan, int) else laporan or "data/…"
    raise LkjError(
        f"Folder lampiran '{shown}' tidak ada di sini maupun di folder di atasnya.{there}"
    )


def _candidates(home: Path, laporan: int | str | Path | None) -> list[Path]:
    """Where a report may be, seen from one place; a year is only looked for in ``data``."""
    if laporan is None:
        return _reports(home)
    inside = [home / "data" / str(laporan)]
    return inside if isinstance(laporan, int) else [home / laporan, *inside]


def _reports(home: Path) -> list[Path]:
    """Folders of reports in a place's ``data``."""
    return sorted(path.parent for path in home.glob(f"data/*/{REPORT}"))


def _require_folder(path: Path) -> Path:
    if _is_folder(path):
        return path
    raise LkjError(f"Folder lampiran '{path}' tidak ada. Periksa nama foldernya.")


def _is_folder(path: Path) -> bool:
    """Is there such a folder? A name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def contents_of(folder: Path) -> str:
    """SHA-256 of the files that a report is told from: its workbooks and what it says of itself."""
    total = sha256()
    for path in sorted((*folder.glob("*.xlsx"), *folder.glob("*.toml"))):
        total.update(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def read_checked(
    books: Books,
    tables: Sequence[Table],
    rules: Sequence[Rule],
    seperti_tercetak: Collection[str] = (),
) -> tuple[Tables, list[Fault]]:
    """The declared tables of a folder, and every fault: of reading, inside and between tables.

    Parameters
    ----------
    books : of the folder.
    tables : what is declared; only their workbooks are opened.
    rules : what must hold between them.
    seperti_tercetak : cells whose printed sum is known to be wrong.

    Returns
    -------
    tables : table name -> rows; a table whose workbook cannot be opened is absent.
    faults : all of them, in the order of the declarations.

    Examples
    --------
    >>> from lkjlib.themes.kasus.tables import WAJIB_LAPOR
    >>> tables, faults = read_checked(Books(find_folder(2019)), [WAJIB_LAPOR], [])
    >>> [row["perusahaan"].nilai for row in tables["kasus.Wajib Lapor"].rows], faults
    ([420], [])
    """
    opened, faults = open_workbooks(books, dict.fromkeys(t.berkas for t in tables))
    read = read_tables(opened, tables)
    faults += [fault for rows in read.values() for fault in rows.faults]
    absent = [t for t in tables if t.berkas in opened and t.nama not in read]
    near = (near_miss(opened[table.berkas], table, tables) for table in absent)
    faults += [fault for fault in near if fault]
    return read, [*faults, *check_tables(read, rules, seperti_tercetak)]


def open_workbooks(books: Books, berkas: Iterable[str]) -> tuple[dict[str, Workbook], list[Fault]]:
    """The workbooks of the folder by file name, and a fault for each that does not open."""
    opened: dict[str, Workbook] = {}
    faults: list[Fault] = []
    for name in berkas:
        try:
            opened[name] = books.open(name)
        except AnnexError as error:
            faults += error.faults
    return opened, faults


def read_tables(books: dict[str, Workbook], tables: Sequence[Table]) -> Tables:
    """The declared tables of opened workbooks."""
    return {
        table.nama: read_rows(books[table.berkas], table, tables)
        for table in tables
        if table.berkas in books and (table.wajib or holds(books[table.berkas], table, tables))
    }
