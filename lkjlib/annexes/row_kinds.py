"""What kind of row stands under a header: data, a sum, a note, the header of another table."""

import re
from collections.abc import Sequence

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.header import Header, header_texts
from lkjlib.excel.workbook import Sheet, address, normalise
from lkjlib.numbers.parse import is_missing_mark

NUMBERS = ("bulat", "rupiah", "persen", "angka")
_TOTAL = re.compile(r"((sub|grand)[ -]?)?(total|jumlah)\b.*", re.IGNORECASE)
_MEAN = re.compile(r"(nilai )?(rata[ -]?rata|rerata|rataan)\b.*", re.IGNORECASE)
_SHARE = re.compile(
    r"(persen(tase)?|prosentase|proporsi|distribusi|porsi|share)( ?\(?%\)?)?"
    r"( (terhadap|thd|dari)\b.*)?"
    r"|\(?%\)?",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"(total|jumlah|realisasi|keadaan)? ?(pada )?(tahun|thn|th)?\.? ?(lalu|(19|20)\d\d)( .*)?", re.I
)
_GAP = re.compile(r"\s{2,}")
_SPACED = re.compile(r"(?:\w ){2,}\w\W*")  # J U M L A H
_NOTE = re.compile(r"(sumber|keterangan|catatan|ket|note|nb|ctt)\b|\*", re.IGNORECASE)
# a number however badly typed, with one unit at most; a date such as "5 Februari" is none
_NUMBERISH = re.compile(
    r"(rp\.?|idr)?\s*[-−(]?\s*[\dO][\dOoIl.,'\s]*\)?\s*(%|[^\W\d_]+)?[-–,.]*|#.+", re.IGNORECASE
)


def body_rows(sheet: Sheet, header: Header) -> tuple[list[int], list[int]]:
    """Rows under the header that carry something, and those where the header is repeated.

    Blank rows and a row of column numbers carry nothing.
    """
    depth = header.last - header.first + 1
    opening = next(iter(header.texts.values()))
    rows, repeats, row = [], [], header.last + 1
    while row <= len(sheet.rows):
        cells = sheet.rows[row - 1]
        filled = next(filter(is_filled, cells), None)
        first = normalise(filled)
        if first and opening.startswith(first) and _repeats(sheet, header, row, depth):
            repeats.append(row)
            row += depth
            continue
        if filled is not None and not _is_column_numbers(filled, cells):
            rows.append(row)
        row += 1
    return rows, repeats


def is_filled(value: object) -> bool:
    """Does a cell show anything?"""
    return not value.isspace() and value != "" if isinstance(value, str) else value is not None


def is_number(value: object) -> bool:
    """Does a cell hold a number, not a truth?"""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _repeats(sheet: Sheet, header: Header, row: int, depth: int) -> bool:
    return row + depth - 1 <= len(sheet.rows) and header_texts(sheet, row, depth) == header.texts


def _is_column_numbers(first: object, cells: Sequence) -> bool:
    """A row 1, 2, 3, 4=2-3 … under the header, as offices print it."""
    if str(first).strip("() ") != "1":
        return False
    values = list(filter(is_filled, cells))
    if len(values) < 3:
        return False
    numbers = (str(v).partition("=")[0].strip("() ") for v in values)
    return all(number == str(i) for i, number in enumerate(numbers, start=1))


def _joined(text: str) -> str:
    """Words that are spaced out letter by letter, as they are meant.

    >>> _joined(" J U M L A H "), _joined("Jumlah  I"), _joined("T O T A L  J U M L A H")
    ('JUMLAH', 'Jumlah I', 'TOTAL JUMLAH')
    """
    words = _GAP.split(text.strip())
    return " ".join(
        w.replace(" ", "") if _SPACED.fullmatch(w) else " ".join(w.split()) for w in words
    )


class RowKinds:
    """Tells the rows of one table apart by what stands in its declared columns."""

    def __init__(self, sheet: Sheet, header: Header, table: Table) -> None:
        places = header.columns
        self._sheet = sheet
        self._declared = tuple(places.values())
        self.numbers = frozenset(places[c.nama] for c in table.kolom if c.jenis in NUMBERS)
        self._years = frozenset(places[c.nama] for c in table.kolom if c.jenis == "tahun")
        self._counted = self.numbers | self._years
        self._label = places.get(table.label, 0)
        self.key = self._label or places[table.kunci[-1]]
        self._only: dict[int, str | None] = {}

    def is_named(self, row: int) -> bool:
        """Does the row say whose numbers it holds?"""
        return self._is_filled(row, self.key)

    def is_data(self, row: int) -> bool:
        """Does the row hold numbers of this table, be they typed as text or not yet calculated?"""
        for column in self._counted:
            if type(self._sheet.value(row, column)) in (int, float):
                return True
        filled = sum(self._is_filled(row, c) for c in self._declared)
        if not self.numbers or filled < 2 or not self.is_named(row):
            return filled > 1 and not self.numbers
        return any(self._is_numberish(row, c) for c in self.numbers)

    def is_total(self, row: int) -> bool:
        """A sum row: the only words outside its numbers, up to the label, are TOTAL or such."""
        return self._says(row, _TOTAL)

    def is_mean(self, row: int) -> bool:
        """A row of means: the only words outside its numbers, up to the label, say so."""
        return self._says(row, _MEAN) and self.is_data(row)

    def is_share(self, row: int) -> bool:
        """A row of percentages of the sum, under it or between the rows."""
        return self._says(row, _SHARE) and self.is_data(row)

    def is_year(self, row: int) -> bool:
        """A row that is only known by a year, as it stands under a sum to compare with."""
        return not self._years and self._says(row, _OF_YEAR) and self.is_data(row)

    def _says(self, row: int, pattern: re.Pattern[str]) -> bool:
        if row not in self._only:
            self._only[row] = self._only_words(row)
        words = self._only[row]
        return words is not None and bool(pattern.fullmatch(words))

    def _only_words(self, row: int) -> str | None:
        """What stands alone outside the numbers of a row, up to its label; None where more does."""
        values, found = self._sheet.rows[row - 1], None
        for place, value in enumerate(values[: self._label or len(values)], start=1):
            if place not in self.numbers and is_filled(value):
                if found is not None:
                    return None
                found = str(value)
        return None if found is None or not self.numbers else _joined(found)

    def is_note(self, row: int) -> bool:
        """A source, a remark, an asterisk: words under a table, or between its rows."""
        first = next(filter(is_filled, self._sheet.rows[row - 1]), "")
        note = isinstance(first, str) and _NOTE.match(first.lstrip())
        return bool(note) and not self.is_data(row)

    def is_heading(self, row: int) -> bool:
        """Words side by side where this table has numbers: another table begins."""
        words = any(self._is_filled(row, c) for c in self.numbers)
        filled = sum(map(is_filled, self._sheet.rows[row - 1]))
        return words and filled > 1 and not self.is_data(row)

    def _is_filled(self, row: int, column: int) -> bool:
        return is_filled(self._sheet.value(row, column))

    def _is_numberish(self, row: int, column: int) -> bool:
        value = self._sheet.value(row, column)
        if value is None:
            return address(row, column) in self._sheet.uncalculated
        if not isinstance(value, str):
            return True
        text = value.strip()
        return bool(text) and (is_missing_mark(text) or bool(_NUMBERISH.fullmatch(text)))
