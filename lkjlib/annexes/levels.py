"""Headings that stand in the rows of a table: which rung a row is, what is above each data row."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from lkjlib.annexes.declaration import SUMMED, Level
from lkjlib.annexes.entries import TableRows, Total
from lkjlib.annexes.header import Header
from lkjlib.annexes.row_cells import RowReader
from lkjlib.annexes.row_kinds import RowKinds
from lkjlib.annexes.values import choose, is_error
from lkjlib.data import Entry
from lkjlib.errors import ParseError
from lkjlib.excel.workbook import Sheet, address
from lkjlib.numbers.format import quote_angka
from lkjlib.numbers.parse import is_missing_mark

_ALMOST = 0.85  # of two names that differ by a slip of the finger


class _OpenSum(NamedTuple):
    """A heading with a sum: where it stands, what it prints, the first row below it."""

    depth: int
    level: Level
    entry: Entry
    sums: dict[str, Entry]
    start: int


class Levels:
    """The headings of one table as its rows are read, data rows going into its result."""

    def __init__(
        self, result: TableRows, sheet: Sheet, header: Header, kinds: RowKinds, rows: RowReader
    ) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table, self.kinds, self.rows = result.table, kinds, rows
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.headings: list[tuple[Level, Entry]] = []
        self.numbers: list[str] = []  # of the headings
        self.ordinals: dict[int, tuple[int, str]] = {}  # the last number at each depth, its cell
        self.known: dict[tuple, str] = {}  # headings with all above them -> their cell
        self.open_sums: list[_OpenSum] = []
        codes = next((c.nama for c in self.table.kolom if c.penomor), "")
        self.by_code = bool(codes) and "no" not in header.columns
        self.number_column = codes if self.by_code else "no"
        self.orphaned = False

    def holds(self, row: int) -> bool:
        """Is the row one of the rungs?"""
        found = self._find_level(row)
        return found is not None and (found[1].angka != "data" or self.kinds.is_data(row))

    def read(self, row: int) -> None:
        """Read a row as the rung that it is; a row that is none is a fault."""
        found = self._find_level(row)
        if found is None:
            self._report_level(row, [level.nama for level in self.table.tingkat])
            return
        depth, level, name = found
        if not self._holds_odd_numbers(row, level):
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
        self.close_sums(depth)
        self.headings += [(level, entry)]
        self.numbers += [self._text(row, self.number_column)]
        if level.angka == "jumlah" and any(self._is_given(row, c) for c in self.kinds.numbers):
            start = len(self.result.rows)
            self.open_sums.append(_OpenSum(depth, level, entry, self.rows.sums(row), start))
        elif self._holds_odd_numbers(row, level):
            sums, start = self.rows.filled(row), len(self.result.rows)
            self.open_sums.append(_OpenSum(depth, level, entry, sums, start))

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

    def _holds_odd_numbers(self, row: int, level: Level) -> bool:
        """Are there numbers on a row that should have none?"""
        return level.angka == "kosong" and any(self._is_given(row, c) for c in self.kinds.numbers)

    def _is_printed_sum(self, opened: _OpenSum, rows: range) -> bool:
        """Do numbers on a heading that should have none give the sums of the rows below it?

        Others would be lost: it may be a kegiatan in disguise.
        """
        known = {c.nama for c in self.table.kolom if c.jenis in SUMMED}
        wrong = False
        for name, entry in opened.sums.items():
            wanted = sum(value or 0 for value in self.result.values(name, rows))
            if name not in known or entry.nilai == wanted:
                continue
            wrong = True
            of_rows = f", atau {quote_angka(wanted)} (jumlah {len(rows)} baris di bawahnya)"
            self.result.find(
                entry.sel,
                quote_angka(entry.nilai, entry.desimal),
                f"sel kosong pada baris {opened.level.nama}{of_rows if rows else ''}",
                "Betulkan nomor barisnya atau angkanya, atau hapus angka itu.",
            )
        return not wrong

    def _is_given(self, row: int, place: int) -> bool:
        """Does the cell hold a value, be it not yet calculated?"""
        value = self.sheet.value(row, place)
        if value is None:
            return address(row, place) in self.sheet.uncalculated
        return not is_missing_mark(str(value))

    def _sel(self, row: int, name: str) -> str:
        return address(row, self.header.columns[name])

    def _text(self, row: int, name: str) -> str:
        value = self.sheet.value(row, self.header.columns[name])
        return "" if value is None else str(value).strip()

    def _report_level(self, row: int, wanted: list[str]) -> None:
        self.result.find(
            self._sel(row, self.table.label),
            f"{self._text(row, self.number_column)} {self._text(row, self.table.label)}".strip(),
            f"baris {', '.join(wanted)}",
            "Betulkan nomor atau nama baris itu.",
        )

    def _choose(self, row: int, level: Level, name: str) -> str | None:
        value = self.sheet.value(row, self.header.columns[self.table.label])
        if is_error(value) or isinstance(value, bool) or not isinstance(value, str):
            found = str(value).upper() if isinstance(value, bool) else str(value)
            what = "galat rumus" if is_error(value) else "bukan nama"
            advice = f"Ketik nama {level.nama} itu sebagai teks."
            sel = self._sel(row, self.table.label)
            self.result.find(sel, f"{found} ({what})", level.keterangan, advice)
            return None
        known = [word.casefold() for word in level.pilihan]
        meant = name.casefold()
        if not (known and (meant in known or get_close_matches(meant, known, 1, _ALMOST))):
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

    def close_sums(self, depth: int) -> None:
        """The headings with a sum, from a depth on, end here."""
        self.add_own_rows(depth)
        for opened in [o for o in self.open_sums if o.depth >= depth]:
            self.open_sums.remove(opened)
            rows = range(opened.start, len(self.result.rows))
            if opened.level.angka == "jumlah" or self._is_printed_sum(opened, rows):
                self.result.totals.append(Total(str(opened.entry.nilai), opened.sums, rows))

    def add_own_rows(self, depth: int) -> None:
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
