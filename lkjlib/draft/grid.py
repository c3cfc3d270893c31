"""A table as it is printed: which rows head it, and which words stand for a row and a column.

Tables of a report and sheets of its annexes are read alike, so that they can be set side by side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

_NUMBERING = re.compile(r"\(?\d{1,2}\)?\.?")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXLC]{1,6})[.)]?\)?")
_LONE = re.compile(r"(?:[-–—]|NA|N/A)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"(?:[<>≤≥=]+\s*)?(?:rp\.?\s*)?[-−(]?\d[\d.,]*\)?(?:,-)?\s*%?", re.IGNORECASE)
_FORMULA = re.compile(r"[-−]?\d[\d.,]*\s*%?\s*\(.*")
_RANGE = re.compile(r"[\d.,]+\s*%?\s*(?:[-–]|s/?d\.?)\s*[\d.,]+\s*%?", re.IGNORECASE)

_NUMBER_HEADS = ("", "no", "nomor", "no urut")
_UNIT = "satuan"  # heads a column of units, which name no row


def is_number(text: str) -> bool:
    """Is a cell a number, with its unit or the formula behind it?

    >>> [is_number(t) for t in ("23,48%", "Rp. 5.000,-", "10% (5 / 50)", ">419", "Sasaran 1")]
    [True, True, True, True, False]
    """
    text = text.strip()
    return any(p.fullmatch(text) is not None for p in (_NUMBER, _FORMULA, _RANGE))


def is_enumerator(text: str) -> bool:
    """Does a cell only number its row: 1., A., IV.?

    >>> is_enumerator("XII."), is_enumerator("12"), is_enumerator("KUD"), is_enumerator("1845")
    (True, True, False, False)
    """
    return _ENUMERATOR.fullmatch(text.strip()) is not None


def is_numbering(cells: Sequence[str]) -> bool:
    """Is a row the numbering of columns, (1) (2) (3)?

    >>> is_numbering(["1", "2", "", "3"]), is_numbering(["1", "54", "13"])
    (True, False)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or not all(_NUMBERING.fullmatch(cell) for cell in filled):
        return False
    numbers = [int(re.sub(r"\D", "", cell)) for cell in filled]
    return numbers == list(range(1, len(numbers) + 1))


@dataclass(frozen=True)
class Grid:
    """A table: its rows of texts, how many of them head it, the line of each, its title."""

    rows: tuple[tuple[str, ...], ...]
    kepala: int
    baris: tuple[int, ...] = ()
    judul: str = ""
    ulang: frozenset[int] = field(default_factory=frozenset)  # header rows repeated further down

    @cached_property
    def lebar(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int) -> str:
        """Text of a cell, "" where nothing stands."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    @cached_property
    def heads(self) -> list[list[str]]:
        """Words over each column, from the top down; what heads many stands over each of them."""
        over: list[list[str]] = [[] for _ in range(self.lebar)]
        for row in range(self.kepala):
            cells = self.rows[row]
            if is_numbering(cells):
                continue
            last = ""
            for column in range(self.lebar):
                text = self.at(row, column)
                spans = not text and last and self._spans(row, column)
                last = text or (last if spans else "")
                if last:
                    over[column].append(last)
        return over

    def _spans(self, row: int, column: int) -> bool:
        """Does the heading on the left reach over this column? Where a row below has words here."""
        below = range(row + 1, self.kepala)
        return any(self.at(r, column) and not is_numbering(self.rows[r]) for r in below)

    @cached_property
    def labels(self) -> list[tuple[str, ...]]:
        """The words of each row that are no numbers."""
        return [
            tuple(
                cell.strip()
                for cell in row
                if cell.strip()
                and not is_number(cell)
                and not is_enumerator(cell)
                and not _LONE.fullmatch(cell.strip())
            )
            for row in self.rows
        ]

    @cached_property
    def counting(self) -> frozenset[int]:
        """Columns that only number the rows: 1, 2, 3 from the top or anew in each group."""
        return frozenset(column for column in range(self.lebar) if self._counts(column))

    def _counts(self, column: int) -> bool:
        filled = [text for row in self.body() if (text := self.at(row, column))]
        if not filled or not all(is_enumerator(text) or not is_number(text) for text in filled):
            return False
        numbered = filter(is_enumerator, filled)
        numbers = [int(digits) for text in numbered if (digits := re.sub(r"\D", "", text))]
        head = " ".join(self.heads[column]).casefold().strip(" .")
        follows = numbers[:1] == [1] and all(b in (a + 1, 1) for a, b in pairwise(numbers))
        return follows and (column == 0 or head in _NUMBER_HEADS)

    @cached_property
    def names(self) -> list[str]:
        """The label that names each row: the last one before its first number."""
        found = []
        for number, row in enumerate(self.rows):
            labels, name = self.labels[number], ""
            for column, cell in enumerate(row):
                if is_number(cell) and column not in self.counting:
                    break
                unit = _UNIT in (head.casefold().strip(" .:") for head in self.heads[column])
                name = cell.strip() if cell.strip() in labels and not unit else name
            found.append(name or (labels[0] if labels else ""))
        return found

    @cached_property
    def groups(self) -> list[tuple[str, ...]]:
        """The words of the numbered row that each row stands under, none for that row itself."""
        found, last = [], ()
        for number, row in enumerate(self.rows):
            first = row[0].strip() if row else ""
            if number < self.kepala or number in self.ulang:
                found.append(())
                continue
            values = [c for c in row[1:] if is_number(c)]
            opens = bool(first) and bool(self.labels[number])
            if opens and (not values or is_enumerator(first)):
                last = self.labels[number]
                found.append(())
            else:
                found.append(last)
        return found

    def body(self) -> list[int]:
        """Rows that are no heading."""
        return [r for r in range(self.kepala, len(self.rows)) if r not in self.ulang]


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows head a table; 0 where it begins with a row of data.

    >>> header_rows([("No", "Nama", "Tahun", ""), ("", "", "2018", "2019"), ("1", "KUD", "1", "2")])
    2
    """
    count = 0
    for number, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        first = cells[0] if cells else ""
        if is_numbering(cells) and number:
            count = number + 1
            continue
        numbers = [c for c in cells if is_number(c) and not _YEAR.fullmatch(c)]
        if numbers or not any(cells):
            break
        if number and (first and not first.startswith("(")):
            break
        if number == 0 and is_enumerator(first):
            break
        count = number + 1
    return count
