"""Says of each row of a strip what it is: headings, numbers, a line of words, a note."""

from collections.abc import Iterator
from itertools import pairwise

from lkjlib.printed.grid import (
    ERROR,
    NUMBER,
    NUMERIC,
    OTHER,
    TEXT,
    Grid,
    text_of,
    value_columns,
    year_of,
)
from lkjlib.printed.lines import is_footnote, is_note, is_signature, is_title
from lkjlib.printed.words import named

EMPTY, HEADING, ORDINALS, DATA, LINE, NOTE = "empty", "heading", "ordinals", "data", "line", "note"
_TOP = 12  # rows from the top in which columns are numbered


class Rows:
    """Says of each row of a strip what it is."""

    def __init__(self, grid: Grid, rows: range, columns: range) -> None:
        self.grid, self.rows, self.columns = grid, rows, columns
        self.headed: set[int] = set()  # columns that headings of the table at hand cover
        self.last = EMPTY
        self.usual: dict[tuple[bytes, frozenset[int]], int] = {}  # rows like those that were data
        self.seen_data = False

    def tag(self) -> dict[int, str]:
        found = {}
        for rows, numbers in self._stretches():
            for row in rows:
                found[row] = tag = self._tag(row, numbers)
                if tag == HEADING:
                    if self.seen_data:
                        self.headed, self.seen_data = set(), False
                    self.headed.update(self.grid.filled(row, self.columns))
                self.seen_data |= tag == DATA
                self.last = tag
        return found

    def _stretches(self) -> Iterator[tuple[range, frozenset[int]]]:
        """Rows between blank ones, with the columns of numbers there, or of the next numbers."""
        grid, parts, start = self.grid, [], self.rows.start
        for row in self.rows:
            if grid.is_blank(row, self.columns):
                parts.append(range(start, row + 1))
                start = row + 1
        parts.append(range(start, self.rows.stop))
        found = []
        for part in parts:
            top = [row for row in part[:_TOP] if not grid.is_ordinals(row, self.columns)]
            numbers = value_columns(grid, [*top, *part[_TOP:]], self.columns)
            found.append((part, frozenset(numbers)))
        after: frozenset[int] = frozenset()
        for place in reversed(range(len(found))):
            part, numbers = found[place]
            after = numbers or after
            found[place] = (part, after)
        return iter(found)

    def _tag(self, row: int, numbers: frozenset[int]) -> str:
        grid, kinds = self.grid, self.grid.kinds[row]
        known = self.usual.get((kinds, numbers)) if self.seen_data else None
        if known is not None and year_of(grid.value(row, known)) is None:
            return DATA
        filled = grid.filled(row, self.columns)
        if not filled:
            return EMPTY
        inside = [c for c in filled if c in numbers]
        words = sum(kinds[c] in (TEXT, OTHER) for c in inside)
        digits = [c for c in inside if kinds[c] in (NUMBER, NUMERIC, ERROR)]
        years = sum(year_of(grid.value(row, c)) is not None for c in digits)
        labels = [c for c in filled if c not in numbers]
        if not digits and is_title(text_of(grid.value(row, filled[0]))) and len(filled) < 3:
            return LINE
        if years == len(digits) and self._is_note(row, filled, years):
            return NOTE
        if not self.seen_data and self._are_ordinals(row, filled, numbers):
            return ORDINALS
        if len(digits) - years > 0 and len(digits) - years >= words:
            if not words:
                self.usual[kinds, numbers] = digits[0]
            return self._data_or_heading(row, labels, words)
        if words and (not self.seen_data or self._opens(row, numbers, words + years)):
            return HEADING
        if words and not digits:
            return DATA if self.seen_data and labels else LINE
        if years:
            return self._years(row, labels, digits, words)
        return DATA if inside else LINE

    def _are_ordinals(self, row: int, filled: list[int], numbers: frozenset[int]) -> bool:
        """Does a row number the columns, those of labels as well?"""
        return filled[0] not in numbers and self.grid.is_ordinals(row, self.columns)

    def _is_note(self, row: int, filled: list[int], years: int) -> bool:
        text = text_of(self.grid.value(row, filled[0]))
        if is_note(text) and (":" in text or not years):
            return self.seen_data or (len(filled) == 1 and len(text) > 12)
        mark = is_footnote(text) or is_signature(text)
        return self.seen_data and mark and len(filled) == 1

    def _data_or_heading(self, row: int, labels: list[int], words: int) -> str:
        """Numbers may head columns: persons in a household 0, 1, 2, 3+."""
        if self.seen_data or not words:
            return DATA
        names = [named(text_of(self.grid.value(row, c))) for c in labels]
        heads = any(names) if not self.headed else not labels
        return HEADING if heads else DATA

    def _opens(self, row: int, numbers: frozenset[int], words: int) -> bool:
        """Do words below a body open another table?"""
        if self.last in (EMPTY, LINE, HEADING, NOTE) and 2 * words >= len(numbers):
            return True
        if len(numbers) > 1:
            return words >= 2 and 2 * words >= len(numbers)
        first = self.grid.filled(row, self.columns)[0]
        return named(text_of(self.grid.value(row, first))) is not None

    def _years(self, row: int, labels: list[int], digits: list[int], words: int) -> str:
        """A row whose only numbers are years: a heading, or a body that happens to hold such."""
        found = [year_of(self.grid.value(row, c)) for c in digits]
        values = [year for year in found if year is not None]
        rising = all(b - a in (0, 1) for a, b in pairwise(values))
        if not self.seen_data:
            covered = set(labels) <= self.headed and set(digits) <= self.headed and labels
            return DATA if covered and not words else HEADING
        heads = not labels or named(text_of(self.grid.value(row, labels[0])))
        return HEADING if len(values) > 1 and rising and heads else DATA
