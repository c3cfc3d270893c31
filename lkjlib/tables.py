"""Reads the rows of a declared table as typed values with the cells they came from.

Every offence is collected as a finding with its cell; reading goes on, so that one run names
them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from lkjlib.annexes.schema import Column, Level, Table
from lkjlib.errors import Finding, ParseError
from lkjlib.formulas import calculate
from lkjlib.header import Header, body_rows, find_header, normalise
from lkjlib.values import expected, printed_decimals, read_value
from lkjlib.workbook import Sheet, Workbook

_TOTAL = re.compile(r"(sub[ -]?)?(total|jumlah)\b.*", re.IGNORECASE)
_NUMBERS = ("bulat", "rupiah", "persen")


@dataclass(frozen=True)
class Entry:
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
    """What was read of one table: data rows, sum rows, findings."""

    table: Table
    lembar: str
    rows: list[dict[str, Entry]] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, sel: str, ditemukan: str, diharapkan: str, saran: str) -> None:
        """Add a finding of level galat at a cell of this table."""
        berkas = self.table.berkas
        self.findings.append(
            Finding("galat", berkas, self.lembar, sel, ditemukan, diharapkan, saran)
        )


def read_rows(book: Workbook, table: Table) -> TableRows:
    """Read one declared table from a workbook: rows and totals as far as possible, findings."""
    sheet, header = _choose_sheet(book, table)
    result = TableRows(table, sheet.nama if sheet else table.lembar)
    if sheet is None:
        names = ", ".join(book.sheets)
        result.find("", f"lembar {names}", f"lembar '{table.lembar}'", _rename(table, book))
    elif header is None or header.missing:
        _report_header(result, header)
    else:
        _Body(result, sheet, header).read()
        if not result.rows:
            below = f"A{header.last + 1}"
            result.find(below, "tidak ada baris data", "baris data di bawah judul", "Isi tabelnya.")
    return result


def _choose_sheet(book: Workbook, table: Table) -> tuple[Sheet | None, Header | None]:
    """The sheet of the declared name, else the only one that holds the whole header."""
    for name, sheet in book.sheets.items():
        if normalise(name) == normalise(table.lembar):
            return sheet, find_header(sheet, table)
    headers = [(sheet, find_header(sheet, table)) for sheet in book.sheets.values()]
    holders = [(sheet, header) for sheet, header in headers if header and not header.missing]
    return holders[0] if len(holders) == 1 else (None, None)


def _rename(table: Table, book: Workbook) -> str:
    near = get_close_matches(table.lembar, list(book.sheets), 1)
    guess = f" Lembar '{near[0]}': maksudnya '{table.lembar}'?" if near else ""
    return f"Beri nama lembar itu '{table.lembar}'.{guess}"


def _report_header(result: TableRows, header: Header | None) -> None:
    if header is None:
        words = "judul kolom " + ", ".join(c.judul for c in result.table.kolom)
        result.find("", "tidak ada judul kolom", words, "Tulis judul kolom di atas data.")
        return
    texts = {c: t.replace("|", " / ") for c, t in header.texts.items()}
    free = [text for c, text in texts.items() if c not in header.columns.values()]
    for column in header.missing:
        near = get_close_matches(normalise(column.judul), free, 1)
        guess = f"Kolom '{near[0].upper()}': maksudnya '{column.judul}'?" if near else ""
        result.find(
            f"A{header.first}",
            ", ".join(texts.values()),
            f"kolom '{column.judul}'",
            guess or f"Tambahkan kolom '{column.judul}' atau betulkan judulnya.",
        )


class _Body:
    """One pass over the rows under a header: headings, data rows and sum rows."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table = result.table
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.headings: list[tuple[Level, Entry]] = []
        self.open_sums: list[tuple[int, str, dict[str, Entry], int]] = []
        self.group_start = 0

    def read(self) -> None:
        for row in body_rows(self.sheet, self.header):
            if self._is_total(row):
                self._read_total(row)
                if self.table.jumlah == "akhir":
                    break
            elif self.table.tingkat:
                self._read_level(row)
            else:
                self.result.rows.append(self._entries(row, is_sum=False))
        self._close_sums(0)

    def _cell(self, row: int, name: str):
        return self.sheet.cell(row, self.header.columns[name])

    def _text(self, row: int, name: str) -> str:
        cell = self._cell(row, name)
        return "" if cell is None or cell.value is None else str(cell.value).strip()

    def _is_total(self, row: int) -> bool:
        if not self.table.label:
            return False
        last = self.header.columns[self.table.label]
        cells = [self.sheet.cell(row, c) for c in range(1, last + 1)]
        texts = [str(c.value).strip() for c in cells if c is not None and c.value is not None]
        return len(texts) == 1 and bool(_TOTAL.fullmatch(texts[0]))

    def _read_total(self, row: int) -> None:
        rows = range(self.group_start, len(self.result.rows))
        self.result.totals.append(Total("total", self._entries(row, is_sum=True), rows))
        if self.table.jumlah != "akhir":
            self.group_start = len(self.result.rows)

    def _read_level(self, row: int) -> None:
        no, label = self._text(row, "no"), self._text(row, self.table.label)
        cell = self._cell(row, self.table.label)
        found = self._find_level(no, label)
        if found is None:
            kinds = ", ".join(level.nama for level in self.table.tingkat)
            self.result.find(
                cell.coordinate,
                f"{no} {label}".strip(),
                f"baris {kinds}",
                "Betulkan nomor atau nama baris itu.",
            )
            return
        depth, level, name = found
        entry = Entry(name, cell.coordinate, 0, self.lembar)
        del self.headings[depth:]
        if level.angka == "data":
            path = {lev.nama: e for lev, e in self.headings}
            self.result.rows.append({**path, level.nama: entry, **self._entries(row, is_sum=False)})
            return
        self._close_sums(depth)
        self.headings += [(level, entry)]
        if level.angka == "jumlah":
            sums = self._entries(row, is_sum=True)
            self.open_sums.append((depth, str(entry.nilai), sums, len(self.result.rows)))

    def _find_level(self, no: str, label: str) -> tuple[int, Level, str] | None:
        for depth, level in enumerate(self.table.tingkat):
            name = re.fullmatch(level.label, label, re.DOTALL)
            if name and re.fullmatch(level.no, no):
                return depth, level, re.sub(r"\s+", " ", name.group(1))
        return None

    def _close_sums(self, depth: int) -> None:
        for opened in [o for o in self.open_sums if o[0] >= depth]:
            self.open_sums.remove(opened)
            _, label, entries, start = opened
            total = Total(label, entries, range(start, len(self.result.rows)))
            self.result.totals.append(total)

    def _entries(self, row: int, *, is_sum: bool) -> dict[str, Entry]:
        entries = {}
        for column in self.table.kolom:
            is_label = self.table.tingkat and column.nama == self.table.label
            if is_label or (is_sum and column.jenis not in _NUMBERS):
                continue
            entries[column.nama] = self._entry(row, column, is_sum=is_sum)
        return entries

    def _entry(self, row: int, column: Column, *, is_sum: bool) -> Entry:
        cell = self._cell(row, column.nama)
        value, sel = cell.value, cell.coordinate
        if sel in self.sheet.uncalculated:
            value = calculate(self.sheet, sel) if is_sum else None
            if value is None:
                text = f"rumus ={self.sheet.uncalculated[sel]} yang belum dihitung"
                advice = "Buka di Excel atau LibreOffice, hitung ulang, lalu simpan."
                self.result.find(sel, text, expected(column), advice)
                return Entry(None, sel, 0, self.lembar)
        if column.turun and value is None and self.result.rows:
            return self.result.rows[-1][column.nama]
        try:
            nilai = read_value(column, value, cell.number_format)
        except ParseError as error:
            self.result.find(sel, f"{error.teks} ({error.alasan})", expected(column), error.saran)
            return Entry(None, sel, 0, self.lembar)
        if nilai is None and not column.boleh_kosong:
            found = "" if value is None else str(value)
            self.result.find(sel, found, expected(column), "Isi sel itu.")
        return Entry(nilai, sel, printed_decimals(cell.number_format, value), self.lembar)
