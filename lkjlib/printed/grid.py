"""A sheet as kinds of cells: what each row and column is made of, before anything is understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from lkjlib.excel.addresses import boundaries
from lkjlib.excel.workbook import Sheet
from lkjlib.printed.lines import is_code, is_row_number
from lkjlib.printed.values import is_missing_text, is_numeric
from lkjlib.printed.words import YEARS, held, named

BLANK, TEXT, NUMBER, NUMERIC, MISSING, OTHER, ERROR = range(7)  # NUMERIC: a text like a number

_ERROR = re.compile(r"#(?:N/A|NAME\?|DIV/0!|[A-Z_]+!|GETTING_DATA)")
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*(?:[*⁰¹²³⁴-⁹]+\)?|\(?[*rex\d]{1,2}\)|[rex])?\s*")
_ORDINAL = re.compile(r"\(?\s*[-−]?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?", re.IGNORECASE)
_HEADED = 12  # rows from the top in which a column's heading is looked for


@lru_cache(maxsize=65536)
def _kind_of_text(text: str) -> int:
    if not text.strip():
        return BLANK
    if is_missing_text(text):
        return MISSING
    if text.startswith("#") and _ERROR.fullmatch(text):
        return ERROR
    return NUMERIC if is_numeric(text) else TEXT


def kind_of(value: object) -> int:
    """What a cell is.

    >>> [kind_of(value) for value in (None, "Aceh", 5.56, "5,56", "-", True, "#REF!")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    kind = type(value)
    if kind is int or kind is float:
        return NUMBER
    if value is None:
        return BLANK
    return _kind_of_text(value) if kind is str else OTHER


def year_of(value: object) -> int | None:
    """The year that a number or a text of digits is, footnote marks aside.

    >>> year_of(2023), year_of("2023*)"), year_of("5.06"), year_of(1200)
    (2023, 2023, None, None)
    """
    if type(value) is int:
        return value if value in YEARS else None
    match = _YEAR.fullmatch(value) if type(value) is str and len(value) <= 12 else None
    return int(match[1]) if match and int(match[1]) in YEARS else None


def text_of(value: object) -> str:
    """A cell as words; nothing where it is blank."""
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Grid:
    """Cells and their kinds; rows and columns count from 0, as everywhere in this room."""

    sheet: Sheet

    @cached_property
    def kinds(self) -> list[bytes]:
        found = [bytes(map(kind_of, row)) for row in self.sheet.rows]
        for sel in self.sheet.uncalculated:  # a number that was never worked out is no blank
            column, row, _, _ = boundaries(sel)
            kinds = bytearray(found[row - 1])
            kinds[column - 1] = NUMERIC
            found[row - 1] = bytes(kinds)
        return found

    @cached_property
    def width(self) -> int:
        return max(map(len, self.kinds), default=0)

    def value(self, row: int, column: int) -> object:
        values = self.sheet.rows[row]
        return values[column] if column < len(values) else None

    def kind(self, row: int, column: int) -> int:
        kinds = self.kinds[row]
        return kinds[column] if column < len(kinds) else BLANK

    def filled(self, row: int, columns: range) -> list[int]:
        """Columns of the filled cells of a row."""
        kinds = self.kinds[row]
        return [c for c in range(columns.start, min(columns.stop, len(kinds))) if kinds[c]]

    def is_blank(self, row: int, columns: range) -> bool:
        return not self.kinds[row][columns.start : columns.stop].strip(b"\0")

    def used(self, rows: Sequence[int], columns: range) -> set[int]:
        """Columns that are filled in some of the rows."""
        return {column for column, kinds in self.by_column(rows, columns) if any(kinds)}

    def texts(self, row: int, columns: range) -> list[str]:
        return [text_of(self.value(row, column)) for column in self.filled(row, columns)]

    def by_column(self, rows: Sequence[int], columns: range) -> Iterator[tuple[int, bytes]]:
        """Kinds of each column's cells, downwards."""
        cut = [self.kinds[row][columns.start : columns.stop] for row in rows]
        found = list(zip_longest(*cut, fillvalue=BLANK))
        for place in range(len(columns)):
            yield (
                columns.start + place,
                bytes(found[place]) if place < len(found) else bytes(len(cut)),
            )

    def is_ordinals(self, row: int, columns: range) -> bool:
        """Is a row one of column numbers: (1) (2) (3), 1 2 3, -1 -2 -3, a b c?"""
        filled = self.filled(row, columns)
        before = None
        for column in filled:
            place = _ordinal(self.value(row, column))
            steps = (0, 1, 2) if before is None else (before + 1, before + 2)
            if place not in steps:
                return False
            before = place
        return len(filled) > 1


def _ordinal(value: object) -> int | None:
    """Place that a column number or letter stands for."""
    if type(value) is int:
        return abs(value) if abs(value) < 100 else None
    match = _ORDINAL.fullmatch(value.strip()) if type(value) is str else None
    if match is None:
        return None
    mark = match[1].lower()
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1


def value_columns(grid: Grid, rows: Sequence[int], columns: range) -> list[int]:
    """Columns of rows that hold numbers to be read, rather than labels, codes or years."""
    found = []
    for column, kinds in grid.by_column(rows, columns):
        numbers = kinds.count(NUMBER) + kinds.count(NUMERIC)
        counted = numbers + kinds.count(MISSING) + kinds.count(ERROR)
        if not counted or 4 * counted < kinds.count(TEXT):
            continue
        if not numbers and kinds.count(ERROR) and counted <= kinds.count(TEXT):
            continue  # labels, some of which broke
        places = (kinds.find(kind) for kind in (NUMBER, NUMERIC, MISSING, ERROR))
        below = kinds[min(place for place in places if place >= 0) :]
        if counted < max(below.count(TEXT), below.count(OTHER)):
            continue
        if not _labels(grid, rows, column, kinds, not found):
            found.append(column)
    return found


def _labels(grid: Grid, rows: Sequence[int], column: int, kinds: bytes, leftmost: bool) -> bool:
    """Is a column of numbers one of labels: row numbers, codes, years, months?"""
    headings = [
        str(grid.value(rows[place], column))
        for place, kind in enumerate(kinds[:_HEADED])
        if kind == TEXT
    ]
    if any(map(is_row_number, headings)):
        return True
    numbers = (
        grid.value(rows[place], column) for place, k in enumerate(kinds) if k in (NUMBER, NUMERIC)
    )
    if any(map(is_code, headings)):
        return not any(type(value) is float for value in numbers)
    timed = any(named(text) in ("tahun", "periode") for text in headings)
    if not (timed or (leftmost and not headings)) or kinds.count(MISSING) == len(kinds):
        return False
    return all(year_of(value) is not None for value in numbers)


def is_time(text: str) -> bool:
    """Is a text a year or a period?"""
    return any(name in ("tahun", "periode") for name, _ in held(text))
