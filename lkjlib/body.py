"""Reads the rows under a table's header as typed values with the cells they came from.

Every offence is collected as a finding with its cell; reading goes on, so that one run names
them all.
"""

from __future__ import annotations

import re

from lkjlib.annexes.schema import Level
from lkjlib.entries import Entry, TableRows, Total
from lkjlib.errors import ParseError
from lkjlib.header import Header, body_rows
from lkjlib.row_cells import NUMBERS, RowReader
from lkjlib.surroundings import report_hidden_row, report_other_table
from lkjlib.values import choose
from lkjlib.workbook import Sheet, address

_TOTAL = re.compile(r"((sub|grand)[ -]?)?(total|jumlah)\b.*", re.IGNORECASE)


def read_body(result: TableRows, sheet: Sheet, header: Header) -> None:
    """Read every row under the header into `result`."""
    _Body(result, sheet, header).read()


class _Body:
    """One pass over the rows under a header: headings, data rows and sum rows."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table = result.table
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.numbers = {header.columns[c.nama] for c in self.table.kolom if c.jenis in NUMBERS}
        self.headings: list[tuple[Level, Entry]] = []
        self.open_sums: list[tuple[int, str, dict[str, Entry], int]] = []
        self.label_place = header.columns.get(self.table.label, 0)
        self.group_start = 0
        self.orphaned = False
        self.rows = RowReader(result, sheet, header)
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
                self.result.rows.append(self.rows.entries(row))
        self._close_sums(0)
        self._check_end(list(rows))

    def _starts_another_table(self, row: int) -> bool:
        """After a gap, a row without a number where this table has numbers."""
        gap = row - self.last > 1 and bool(self.result.rows)
        return gap and bool(self.numbers) and not self.table.tingkat and not self._has_number(row)

    def _sel(self, row: int, name: str) -> str:
        return address(row, self.header.columns[name])

    def _text(self, row: int, name: str) -> str:
        value = self.sheet.value(row, self.header.columns[name])
        return "" if value is None else str(value).strip()

    def _is_total(self, row: int) -> bool:
        if not self.table.label:
            return False
        label = None
        for place, cell in enumerate(self.sheet.rows[row - 1][: self.label_place], start=1):
            if cell.value is not None and place not in self.numbers:
                if label is not None:
                    return False
                label = cell.value
        return label is not None and bool(_TOTAL.fullmatch(str(label).strip()))

    def _read_total(self, row: int) -> None:
        rows = range(self.group_start, len(self.result.rows))
        sums = self.rows.sums(row, self.result.rows[self.group_start :])
        self.result.totals.append(Total("total", sums, rows))
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
        label = self.table.label
        lost = [r for r in numbered if label and self._text(r, label) and not self._is_total(r)]
        if lost:
            self.result.find(
                self._sel(lost[0], label),
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
        chosen = self._choose(row, level, name)
        entry = Entry(chosen, self._sel(row, self.table.label), 0, self.lembar)
        del self.headings[depth:]
        if level.angka == "data":
            path = {lev.nama: e for lev, e in self.headings}
            above = [k for k in self.table.kunci if k not in (*path, level.nama)]
            if above:
                if not self.orphaned:  # the rows after it miss the same heading
                    self._report_level(row, above)
                self.orphaned = True
                return
            self.result.rows.append({**path, level.nama: entry, **self.rows.entries(row)})
            return
        self.orphaned = False
        self._close_sums(depth)
        self.headings += [(level, entry)]
        if level.angka == "jumlah":
            sums = self.rows.sums(row)
            self.open_sums.append((depth, str(entry.nilai), sums, len(self.result.rows)))

    def _report_level(self, row: int, wanted: list[str]) -> None:
        self.result.find(
            self._sel(row, self.table.label),
            f"{self._text(row, 'no')} {self._text(row, self.table.label)}".strip(),
            f"baris {', '.join(wanted)}",
            "Betulkan nomor atau nama baris itu.",
        )

    def _choose(self, row: int, level: Level, name: str) -> str | None:
        if not level.pilihan:
            return name
        try:
            return choose(level.pilihan, name)
        except ParseError as error:
            found = f"{error.teks} ({error.alasan})"
            self.result.find(self._sel(row, self.table.label), found, level.keterangan, error.saran)
            return None

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
