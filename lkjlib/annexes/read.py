"""Reads a declared table: its rows and sum rows as typed values with the cells they came from.

Every offence is collected as a fault with its cell; reading goes on, so that one run names
them all.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from lkjlib.annexes.around import (
    report_around,
    report_hidden,
    report_hidden_row,
    report_other_table,
    report_words_between,
)
from lkjlib.annexes.declaration import Level, Table
from lkjlib.annexes.entries import TableRows, Total
from lkjlib.annexes.find import find_table
from lkjlib.annexes.header import Header
from lkjlib.annexes.row_cells import RowReader, report_merges
from lkjlib.annexes.row_kinds import RowKinds, body_rows
from lkjlib.annexes.values import choose, is_error
from lkjlib.data import Entry
from lkjlib.errors import ParseError
from lkjlib.excel.workbook import Sheet, Workbook, address
from lkjlib.numbers.parse import is_missing_mark


def read_rows(book: Workbook, table: Table, declared: Iterable[Table] = ()) -> TableRows:
    """Read one declared table from a workbook: rows and totals as far as possible, faults.

    `declared` are the tables that the workbook may hold besides.

    Examples
    --------
    >>> from lkjlib.annexes.folder import find_folder
    >>> from lkjlib.excel.workbook import open_workbook
    >>> from lkjlib.themes.koperasi.tables import KERAGAAN
    >>> book = open_workbook(find_folder(2019) / "koperasi.xlsx")
    >>> rows = read_rows(book, KERAGAAN).rows
    >>> rows[1]["aktif"].nilai, rows[1]["aktif"].asal
    (54, 'koperasi.xlsx!Keragaan!C8')
    """
    result = TableRows(table, table.lembar, berkas=book.berkas)
    found = find_table(result, book, declared)
    if found:
        sheet, header = found
        report_hidden(result, sheet, header)
        body = _Body(result, sheet, header)
        body.read()
        report_around(result, sheet, header, body.last)
        if not result.rows:
            below = f"A{header.last + 1}"
            result.find(below, "tidak ada baris data", "baris data di bawah judul", "Isi tabelnya.")
    return result


_ALMOST = 0.85  # of two names that differ by a slip of the finger


class _OpenSum(NamedTuple):
    """A heading with a sum: where it stands, what it prints, the first row below it."""

    depth: int
    level: Level
    entry: Entry
    sums: dict[str, Entry]
    start: int


class _Body:
    """One pass over the rows under a header: headings, data rows and sum rows."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table = result.table
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.kinds = RowKinds(sheet, header, self.table)
        self.headings: list[tuple[Level, Entry]] = []
        self.numbers: list[str] = []  # of the headings
        self.ordinals: dict[int, tuple[int, str]] = {}  # the last number at each depth, its cell
        self.known: dict[tuple, str] = {}  # headings with all above them -> their cell
        self.open_sums: list[_OpenSum] = []
        codes = next((c.nama for c in self.table.kolom if c.penomor), "")
        self.by_code = bool(codes) and "no" not in header.columns
        self.number_column = codes if self.by_code else "no"
        self.group_start = 0
        self.orphaned = False
        self.rows = RowReader(result, sheet, header)
        self.body, self.repeats = body_rows(sheet, header)
        self.last = header.last

    def read(self) -> None:
        below: list[int] = []
        for place, row in enumerate(self.body):
            if self._breaks(row):
                if not self._goes_on(row):
                    below = self.body[place:]
                    break
                self._pass_over(row)
                continue
            self.last = row
            if row in self.sheet.hidden_rows:
                report_hidden_row(self.result, row)
            if self.kinds.is_mean(row):
                self._read_mean(row)
            elif self.kinds.is_total(row):
                self._read_total(row)
                if self.table.jumlah == "akhir":
                    below = self.body[place + 1 :]
                    break
            elif self.table.tingkat:
                self._read_level(row)
            else:
                self.result.rows.append(self.rows.entries(row))
        self._finish(below)

    def _breaks(self, row: int) -> bool:
        """Words where a data row was due: after a gap, in a note, over a repeated header."""
        is_note = self.kinds.is_note(row)
        if not self.result.rows or is_note:
            return is_note
        apart = row - self.last > 1 or row + 1 in self.repeats
        if not apart or self.kinds.is_total(row):
            return False
        return not (self._is_level(row) if self.table.tingkat else self.kinds.is_data(row))

    def _is_level(self, row: int) -> bool:
        found = self._find_level(row)
        return found is not None and (found[1].angka != "data" or self.kinds.is_data(row))

    @cached_property
    def _ahead(self) -> dict[int, tuple[bool, int]]:
        """From each row on: do rows of this table follow, and where is the next data row?"""
        follows, due, ahead = False, self.body[-1] + 1, {}
        for row in reversed(self.body):
            if self.kinds.is_data(row):
                follows, due = True, row
            elif self.kinds.is_total(row):
                follows = True
            elif self.kinds.is_heading(row):
                follows = False
            ahead[row] = follows, due
        return ahead

    def _goes_on(self, row: int) -> bool:
        """Do rows of this table follow? Not once the header of another one has come."""
        follows, _ = self._ahead[row]
        return follows or bool(self.repeats and self.repeats[-1] > row)

    def _pass_over(self, row: int) -> None:
        """A title over a repeated header is a page break; other words do not belong here."""
        _, due = self._ahead[row]
        if not any(row < repeat < due for repeat in self.repeats):
            report_words_between(self.result, self.sheet, row)
        self.last = row

    def _sel(self, row: int, name: str) -> str:
        return address(row, self.header.columns[name])

    def _text(self, row: int, name: str) -> str:
        value = self.sheet.value(row, self.header.columns[name])
        return "" if value is None else str(value).strip()

    def _read_total(self, row: int) -> None:
        self._add_own_rows(0)
        rows = range(self.group_start, len(self.result.rows))
        sums = self.rows.sums(row, self.result.rows[self.group_start :])
        self.result.totals.append(Total("total", sums, rows))
        self.group_start = len(self.result.rows)

    def _read_mean(self, row: int) -> None:
        means = self.rows.filled(row)
        self.result.means.append(Total("rata-rata", means, range(len(self.result.rows))))

    def _finish(self, below: list[int]) -> None:
        """No declared total is missing, no row of the table stands below its end."""
        self._close_sums(0)
        report_merges(self.result, self.sheet, self.header, self.last)
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
        kinds = self.kinds
        other = next((i for i, row in enumerate(below) if kinds.is_heading(row)), len(below))
        if below and self.repeats and self.repeats[-1] >= below[0]:
            other = len(below)
        rows = [row for row in below[:other] if not kinds.is_total(row)]
        lost = [row for row in rows if kinds.is_data(row) and kinds.is_named(row)]
        if lost:
            self.result.find(
                self._sel(lost[0], self.table.label or self.table.kunci[-1]),
                f"{len(lost)} baris data di bawah baris TOTAL",
                "baris TOTAL paling bawah",
                "Pindahkan baris itu ke atas TOTAL, atau hapus subtotal di tengah tabel.",
            )
        elif any(kinds.is_data(row) for row in below[other:]):
            ended = self.table.jumlah == "akhir" and bool(self.result.totals)
            report_other_table(self.result, below[other], "peringatan" if ended else "galat")

    def _title(self, name: str) -> str:
        return next(c.judul for c in self.table.kolom if c.nama == name)

    def _read_level(self, row: int) -> None:
        found = self._find_level(row)
        if found is None:
            self._report_level(row, [level.nama for level in self.table.tingkat])
            return
        depth, level, name = found
        if not self._refuse_numbers(row, level):
            self._check_number(row, depth, level)
        chosen = self._choose(row, level, name)
        entry = Entry(chosen, self._sel(row, self.table.label), 0, self.lembar)
        del self.headings[depth:], self.numbers[depth:]
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
        self._note_heading(level, entry)
        self._close_sums(depth)
        self.headings += [(level, entry)]
        self.numbers += [self._text(row, self.number_column)]
        if level.angka == "jumlah" and any(self._is_given(row, c) for c in self.kinds.numbers):
            start = len(self.result.rows)
            self.open_sums.append(_OpenSum(depth, level, entry, self.rows.sums(row), start))

    def _check_number(self, row: int, depth: int, level: Level) -> None:
        """Numbers run on under one heading: where they begin again, a heading is lost."""
        text = self._text(row, self.number_column)
        number = _ordinal(text) if level.no and not self.by_code else None
        for deeper in [place for place in self.ordinals if place > depth]:
            del self.ordinals[deeper]
        if number is None:
            return
        last, sel = self.ordinals.get(depth, (0, ""))
        self.ordinals[depth] = number, self._sel(row, self.number_column)
        if last and number == 1:
            above = self.table.tingkat[depth - 1].nama if depth else ""
            self.result.find(
                self._sel(row, self.number_column),
                f"{text} sesudah {self.sheet.at(sel)} ({sel})",
                f"judul {above} di atasnya" if above else "nomor yang berlanjut",
                f"Tulis judul {above} yang hilang di antara kedua baris itu, atau betulkan "
                "nomornya."
                if above
                else "Betulkan nomornya.",
                "galat" if self.headings[:depth] else "peringatan",
            )

    def _note_heading(self, level: Level, entry: Entry) -> None:
        """A heading that stands twice may be the wrong one of two."""
        path = (level.nama, *(str(above.nilai).casefold() for _, above in self.headings))
        key = (*path, str(entry.nilai).casefold())
        if key in self.known and entry.nilai is not None:
            self.result.find(
                entry.sel,
                f"{entry.nilai} (dua kali)",
                f"satu judul {level.nama}; yang pertama di {self.known[key]}",
                "Bila itu lanjutan, biarkan; bila judul lain yang dimaksud, betulkan.",
                "peringatan",
            )
        self.known.setdefault(key, entry.sel)

    def _refuse_numbers(self, row: int, level: Level) -> bool:
        """Numbers on a row that has none would be lost: it may be a kegiatan in disguise."""
        given = [place for place in sorted(self.kinds.numbers) if self._is_given(row, place)]
        for place in given if level.angka == "kosong" else ():
            self.result.find(
                address(row, place),
                str(self.sheet.value(row, place)),
                f"sel kosong pada baris {level.nama}",
                "Betulkan nomor barisnya, atau hapus angka itu.",
            )
        return bool(given) and level.angka == "kosong"

    def _is_given(self, row: int, place: int) -> bool:
        """Does the cell hold a value, be it not yet calculated?"""
        value = self.sheet.value(row, place)
        if value is None:
            return address(row, place) in self.sheet.uncalculated
        return not is_missing_mark(str(value))

    def _report_level(self, row: int, wanted: list[str]) -> None:
        self.result.find(
            self._sel(row, self.table.label),
            f"{self._text(row, self.number_column)} {self._text(row, self.table.label)}".strip(),
            f"baris {', '.join(wanted)}",
            "Betulkan nomor atau nama baris itu.",
        )

    def _choose(self, row: int, level: Level, name: str) -> str | None:
        value = self.sheet.value(row, self.header.columns[self.table.label])
        if is_error(value) or isinstance(value, bool) or not isinstance(value, str | int | float):
            found = str(value).upper() if isinstance(value, bool) else str(value)
            what = "galat rumus" if is_error(value) else "bukan nama"
            advice = f"Ketik nama {level.nama} itu sebagai teks."
            sel = self._sel(row, self.table.label)
            self.result.find(sel, f"{found} ({what})", level.keterangan, advice)
            return None
        known = [word.casefold() for word in level.pilihan]
        if not get_close_matches(name.casefold(), known, 1, _ALMOST):
            return name
        try:
            return choose(level.pilihan, name)
        except ParseError as error:
            found = f"{error.teks} ({error.alasan})"
            self.result.find(self._sel(row, self.table.label), found, level.keterangan, error.saran)
            return None

    def _find_level(self, row: int) -> tuple[int, Level, str] | None:
        no, label = self._text(row, self.number_column), self._text(row, self.table.label)
        if self.numbers and _goes_on_from(self.numbers[-1], no):
            no = ""
        for depth, level in enumerate(self.table.tingkat):
            name = re.fullmatch(level.label, label, re.DOTALL)
            pattern = (self.by_code and level.kode) or level.no
            if name and re.fullmatch(pattern, no):
                return depth, level, re.sub(r"\s+", " ", name.group(1))
        return None

    def _close_sums(self, depth: int) -> None:
        self._add_own_rows(depth)
        for opened in [o for o in self.open_sums if o.depth >= depth]:
            self.open_sums.remove(opened)
            rows = range(opened.start, len(self.result.rows))
            self.result.totals.append(Total(str(opened.entry.nilai), opened.sums, rows))

    def _add_own_rows(self, depth: int) -> None:
        """A heading with nothing below it is a data row itself, where it may be one."""
        for opened in (o for o in self.open_sums if o.depth >= depth and o.level.mandiri):
            if opened.start == len(self.result.rows):
                above = {level.nama: entry for level, entry in self.headings[: opened.depth]}
                below = {level.nama: opened.entry for level in self.table.tingkat[opened.depth :]}
                self.result.rows.append({**above, **below, **opened.sums})


def _ordinal(text: str) -> int | None:
    """Place of a plain number or letter in its order: 2. is 2, B. is 2; None of any other."""
    plain = text.strip().rstrip(".)")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return ord(plain) - ord("A") + 1 if re.fullmatch("[A-Z]", plain) else None


def _goes_on_from(heading: str, number: str) -> bool:
    """Does a number go on where a heading's ends: 29.01 under 29, 1. 2 under 1.?"""
    above, below = (re.sub(r"\s+", "", text).rstrip(".") for text in (heading, number))
    return bool(above) and below.startswith(f"{above}.")
