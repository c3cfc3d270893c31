"""Findings for another program: CSV and JSON with the same seven columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict

from lkjlib.csv_text import csv_text
from lkjlib.errors import KOLOM_TEMUAN, Finding


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
