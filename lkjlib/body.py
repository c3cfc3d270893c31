"""Reads the rows under a table's header as typed values with the cells they came from.

Every offence is collected as a finding with its cell; reading goes on, so that one run names
them all.
"""

from __future__ import annotations

import re

from openpyxl.utils import get_column_letter

from lkjlib.annexes.schema import Column, Level
from lkjlib.entries import Entry, TableRows, Total
from lkjlib.errors import ParseError
from lkjlib.formulas import calculate
from lkjlib.header import Header, body_rows
from lkjlib.surroundings import covered_cells, report_hidden_row, report_other_table
from lkjlib.values import expected, printed_decimals, read_value
from lkjlib.workbook import Sheet

_TOTAL = re.compile(r"((sub|grand)[ -]?)?(total|jumlah)\b.*", re.IGNORECASE)
_NUMBERS = ("bulat", "rupiah", "persen")
_HIDDEN_TEXT = "isi disembunyikan (mungkin nama orang)"


def read_body(result: TableRows, sheet: Sheet, header: Header) -> None:
    """Read every row under the header into `result`."""
    _Body(result, sheet, header).read()


class _Body:
    """One pass over the rows under a header: headings, data rows and sum rows."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table = result.table
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.letters = {name: get_column_letter(c) for name, c in header.columns.items()}
        self.numbers = [header.columns[c.nama] for c in self.table.kolom if c.jenis in _NUMBERS]
        self.headings: list[tuple[Level, Entry]] = []
        self.open_sums: list[tuple[int, str, dict[str, Entry], int]] = []
        self.group_start = 0
        self.orphaned = False
        self.covered = covered_cells(result, sheet, header)
        self.last = header.last

    def read(self) -> None:
        rows = body_rows(self.sheet, self.header)
        for row in rows:
            if self._starts_another_table(row):
                self._end_before([row, *rows])
                return
            self.last = row
            if row in self.sheet.hidden_rows:
                report_hidden_row(self.result, row)
            if self._is_total(row):
                self._read_total(row)
                if self.table.jumlah == "akhir":
                    break
            elif self.table.tingkat:
                self._read_level(row)
            else:
                self.result.rows.append(self._entries(row, is_sum=False))
        self._close_sums(0)
        self._check_end(list(rows))

    def _starts_another_table(self, row: int) -> bool:
        """After a gap, a row without a number where this table has numbers."""
        gap = row - self.last > 1 and bool(self.result.rows)
        return gap and bool(self.numbers) and not self.table.tingkat and not self._has_number(row)

    def _sel(self, row: int, name: str) -> str:
        return f"{self.letters[name]}{row}"

    def _text(self, row: int, name: str) -> str:
        value = self.sheet.value(row, self.header.columns[name])
        return "" if value is None else str(value).strip()

    def _is_total(self, row: int) -> bool:
        if not self.table.label:
            return False
        last = self.header.columns[self.table.label]
        values = [self.sheet.value(row, c) for c in range(1, last + 1) if c not in self.numbers]
        texts = [str(value).strip() for value in values if value is not None]
        return len(texts) == 1 and bool(_TOTAL.fullmatch(texts[0]))

    def _read_total(self, row: int) -> None:
        rows = range(self.group_start, len(self.result.rows))
        self.result.totals.append(Total("total", self._entries(row, is_sum=True), rows))
        self.group_start = len(self.result.rows)

    def _check_end(self, below: list[int]) -> None:
        """No declared total is missing, and no data row stands below the last one."""
        if self.table.jumlah != "tidak ada" and self.group_start < len(self.result.rows):
            self.result.find(
                self.result.rows[-1][self.table.kunci[-1]].sel,
                "tidak ada baris TOTAL di bawahnya",
                f"baris TOTAL pada kolom '{self._title(self.table.label)}'",
                "Tambahkan baris TOTAL; tanpa itu baris yang hilang tidak ketahuan.",
            )
        self._end_before(below)

    def _end_before(self, below: list[int]) -> None:
        """What stands under the table: a signature, another table, or rows that were lost."""
        numbered = [row for row in below if self._has_number(row)]
        if numbered and below[0] - self.last > 1 and not self._has_number(below[0]):
            report_other_table(self.result, below[0])
            return
        lost = [row for row in numbered if self.table.label and self._text(row, self.table.label)]
        if lost:
            self.result.find(
                self._sel(lost[0], self.table.label),
                f"{len(lost)} baris data di bawah baris TOTAL",
                "baris TOTAL paling bawah",
                "Pindahkan baris itu ke atas TOTAL, atau hapus subtotal di tengah tabel.",
            )

    def _has_number(self, row: int) -> bool:
        return any(type(self.sheet.value(row, c)) in (int, float) for c in self.numbers)

    def _title(self, name: str) -> str:
        return next(c.judul for c in self.table.kolom if c.nama == name)

    def _read_level(self, row: int) -> None:
        no, label = self._text(row, "no"), self._text(row, self.table.label)
        found = self._find_level(no, label)
        if found is None:
            self._report_level(row, [level.nama for level in self.table.tingkat])
            return
        depth, level, name = found
        entry = Entry(name, self._sel(row, self.table.label), 0, self.lembar)
        del self.headings[depth:]
        if level.angka == "data":
            path = {lev.nama: e for lev, e in self.headings}
            above = [k for k in self.table.kunci if k not in (*path, level.nama)]
            if above:
                if not self.orphaned:  # the rows after it miss the same heading
                    self._report_level(row, above)
                self.orphaned = True
                return
            self.result.rows.append({**path, level.nama: entry, **self._entries(row, is_sum=False)})
            return
        self.orphaned = False
        self._close_sums(depth)
        self.headings += [(level, entry)]
        if level.angka == "jumlah":
            sums = self._entries(row, is_sum=True)
            self.open_sums.append((depth, str(entry.nilai), sums, len(self.result.rows)))

    def _report_level(self, row: int, wanted: list[str]) -> None:
        self.result.find(
            self._sel(row, self.table.label),
            f"{self._text(row, 'no')} {self._text(row, self.table.label)}".strip(),
            f"baris {', '.join(wanted)}",
            "Betulkan nomor atau nama baris itu.",
        )

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
        place = self.header.columns[column.nama]
        value, number_format = self.sheet.content(row, place)
        sel = f"{self.letters[column.nama]}{row}"
        if self.sheet.uncalculated and sel in self.sheet.uncalculated:
            value = calculate(self.sheet, sel) if is_sum else None
            if value is None:
                return self._refuse_formula(sel, column)
        if column.turun and value is None and self.result.rows:
            return self.result.rows[-1][column.nama]
        try:
            nilai = read_value(column, value, number_format)
        except ParseError as error:
            shown = _HIDDEN_TEXT if column.rahasia else f"{error.teks} ({error.alasan})"
            self.result.find(sel, shown, expected(column), error.saran)
            return Entry(None, sel, 0, self.lembar)
        if nilai is None and not column.boleh_kosong and (row, place) not in self.covered:
            found = "" if value is None else str(value)
            self.result.find(sel, found, expected(column), "Isi sel itu.")
        decimals = printed_decimals(number_format, value) if column.jenis in _NUMBERS else 0
        return Entry(nilai, sel, decimals, self.lembar)

    def _refuse_formula(self, sel: str, column: Column) -> Entry:
        text = f"rumus ={self.sheet.uncalculated[sel]} yang belum dihitung"
        advice = "Buka di Excel atau LibreOffice, hitung ulang, lalu simpan."
        self.result.find(sel, text, expected(column), advice)
        return Entry(None, sel, 0, self.lembar)
