"""What is read of an annex table: typed values with their cells, sum rows, findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from lkjlib.annexes.schema import Table
from lkjlib.errors import MOST_FINDINGS, Finding, too_many


class Entry(NamedTuple):
    """A typed value with the cell it came from; `desimal` are the decimals the cell shows."""

    nilai: object
    sel: str
    desimal: int = 0
    lembar: str = ""

    @property
    def asal(self) -> str:
        """Address of the cell, ``koperasi.xlsx!Keragaan!C8``."""
        return f"{self.lembar}!{self.sel}"


@dataclass(frozen=True)
class Total:
    """A sum row: its label, its entries, and the data rows that it adds up."""

    label: str
    entries: dict[str, Entry]
    rows: range


@dataclass
class TableRows:
    """What was read of one table: data rows, sum rows, findings.

    `berkas` and `lembar` are the names of the file and sheet that were read, which need not be
    the declared ones; `typed_as_text` are cells with a number that a spreadsheet takes for text.
    """

    table: Table
    lembar: str
    rows: list[dict[str, Entry]] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    berkas: str = ""
    typed_as_text: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter, repr=False)

    def find(
        self, sel: str, ditemukan: str, diharapkan: str, saran: str, tingkat: str = "galat"
    ) -> None:
        """Add a finding at a cell of this table; beyond a good many, only that there are more."""
        berkas = self.berkas or self.table.berkas
        finding = Finding(tingkat, berkas, self.lembar, sel, ditemukan, diharapkan, saran)
        self.counts[tingkat] += 1
        if self.counts[tingkat] <= MOST_FINDINGS:
            self.findings.append(finding)
        elif self.counts[tingkat] == MOST_FINDINGS + 1:
            self.findings.append(too_many(finding))

    @property
    def is_whole(self) -> bool:
        """Read without an error; warnings do not count."""
        return not any(finding.tingkat == "galat" for finding in self.findings)


Tables = dict[str, TableRows]  # by the name of the table: "koperasi.Keragaan"
