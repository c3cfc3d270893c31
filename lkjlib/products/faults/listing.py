"""Faults in reading order, and for another program: CSV and JSON with the same seven columns."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from lkjlib.errors import KOLOM_FAULT, Fault
from lkjlib.ledger.tables import EVERY_TABLE
from lkjlib.products.csv_text import csv_text

_CELL = re.compile(r"([A-Z]+)(\d+)")


def reading_order(faults: Sequence[Fault]) -> list[Fault]:
    """Faults by workbook and sheet as they are declared, then by row and column.

    Examples
    --------
    >>> cells = [Fault("galat", "a.xlsx", "A", sel, "", "", "") for sel in ("B10", "AA2", "B2")]
    >>> [fault.sel for fault in reading_order(cells)]
    ['B2', 'AA2', 'B10']
    """
    books: dict[str, int] = {}
    sheets: dict[tuple[str, str], int] = {}
    for table in EVERY_TABLE.values():
        books.setdefault(table.berkas, len(books))
        sheets[table.berkas, table.lembar] = len(sheets)

    def place(fault: Fault) -> tuple:
        cell = _CELL.match(fault.sel)
        row, column = (int(cell[2]), cell[1]) if cell else (0, "")
        book = books.get(fault.berkas, len(books))
        sheet = sheets.get((fault.berkas, fault.lembar), len(sheets))
        return book, sheet, fault.lembar, row, len(column), column

    return sorted(faults, key=place)


def faults_csv(faults: Sequence[Fault]) -> str:
    """Faults as CSV (comma, a header line); text that looks like a formula stays text.

    Examples
    --------
    >>> print(faults_csv([Fault("galat", "a.xlsx", "A", "B2", "=1+1", "angka", "Isi.")]))
    tingkat,berkas,lembar,sel,ditemukan,diharapkan,saran
    galat,a.xlsx,A,B2,'=1+1,angka,Isi.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(KOLOM_FAULT)
    writer.writerows([csv_text(value) for value in asdict(f).values()] for f in faults)
    return text.getvalue().removesuffix("\n")


def faults_json(faults: Sequence[Fault]) -> str:
    """Faults as a JSON list of objects; every value is text, as it was found.

    Examples
    --------
    >>> print(faults_json([]))
    []
    """
    return json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2)
