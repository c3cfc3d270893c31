"""Reads a folder of annex workbooks: every declared table of every workbook, faults included."""

from collections.abc import Collection, Iterable, Sequence

from lkjlib.annexes.check import Rule, check_tables
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.find import holds, near_miss
from lkjlib.annexes.read import read_rows
from lkjlib.errors import AnnexError, Fault
from lkjlib.excel.workbook import Books, Workbook


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
    >>> from lkjlib.report import find_folder
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
