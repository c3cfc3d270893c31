"""Findings in reading order, and for another program: CSV and JSON with the same seven columns."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from lkjlib.annexes import EVERY_TABLE
from lkjlib.csv_text import csv_text
from lkjlib.errors import KOLOM_TEMUAN, Finding

_CELL = re.compile(r"([A-Z]+)(\d+)")


def reading_order(findings: Sequence[Finding]) -> list[Finding]:
    """Findings by workbook and sheet as they are declared, then by row and column.

    Examples
    --------
    >>> cells = [Finding("galat", "a.xlsx", "A", sel, "", "", "") for sel in ("B10", "AA2", "B2")]
    >>> [finding.sel for finding in reading_order(cells)]
    ['B2', 'AA2', 'B10']
    """
    books: dict[str, int] = {}
    sheets: dict[tuple[str, str], int] = {}
    for table in EVERY_TABLE.values():
        books.setdefault(table.berkas, len(books))
        sheets[table.berkas, table.lembar] = len(sheets)

    def place(finding: Finding) -> tuple:
        cell = _CELL.match(finding.sel)
        row, column = (int(cell[2]), cell[1]) if cell else (0, "")
        book = books.get(finding.berkas, len(books))
        sheet = sheets.get((finding.berkas, finding.lembar), len(sheets))
        return book, sheet, finding.lembar, row, len(column), column

    return sorted(findings, key=place)


def findings_csv(findings: Sequence[Finding]) -> str:
    """Findings as CSV (comma, a header line); text that looks like a formula stays text.

    Examples
    --------
    >>> print(findings_csv([Finding("galat", "a.xlsx", "A", "B2", "=1+1", "angka", "Isi.")]))
    tingkat,berkas,lembar,sel,ditemukan,diharapkan,saran
    galat,a.xlsx,A,B2,'=1+1,angka,Isi.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(KOLOM_TEMUAN)
    writer.writerows([csv_text(value) for value in asdict(f).values()] for f in findings)
    return text.getvalue().removesuffix("\n")


def findings_json(findings: Sequence[Finding]) -> str:
    """Findings as a JSON list of objects; every value is text, as it was found.

    Examples
    --------
    >>> print(findings_json([]))
    []
    """
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
