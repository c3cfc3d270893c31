"""Reads the cells of one sheet: where a stored cell becomes a value at its address.

A value is a number, text, date, truth or error, with its number format; merged areas and formulas
without a value are kept beside them. openpyxl drops cells that stand out of order and believes
what a sheet says of its own size; here every cell is at the address it names, or the sheet is
refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601

from lkjlib.excel.contents import Contents, Format, elements, is_true, local_name, text_of
from lkjlib.excel.limits import CUT_DOWN, Refused, limit

MAX_CELLS = 600_000
MAX_AREA = 3_000_000  # cells of all rows up to the last filled one, blanks included
MAX_CHARACTERS = 16_000_000
MAX_COLUMNS = 512
MAX_ROW = 200_000

_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?")
_EXACT = 10**15  # a spreadsheet keeps 15 digits
_ORDER = "sel berurutan, masing-masing dengan alamatnya"

Value = str | int | float | bool | date | datetime | time | timedelta | None


class Cell(NamedTuple):
    """Value and number format of a cell; an error like #REF! is a text."""

    value: Value
    number_format: str


BLANK = Cell(None, "General")
_UNCALCULATED = Cell(None, BLANK.number_format)  # not blank: a formula stands there


@dataclass(frozen=True)
class Area:
    """A merged area, 1-based and inclusive."""

    min_col: int
    min_row: int
    max_col: int
    max_row: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """(row, column) of every cell of the area.

        >>> list(Area(min_col=2, min_row=1, max_col=3, max_row=1).cells())
        [(1, 2), (1, 3)]
        """
        for row in range(self.min_row, self.max_row + 1):
            for column in range(self.min_col, self.max_col + 1):
                yield row, column


@dataclass
class Used:
    """What the sheets of one workbook have used up so far."""

    cells: int = 0
    area: int = 0
    characters: int = 0


@dataclass
class Cells:
    """What one sheet holds: row after row, formulas without a value, and with 0, by address."""

    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    uncalculated: dict[str, str] = field(default_factory=dict)
    zeros: dict[str, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)


def read_cells(part: bytes, contents: Contents, used: Used) -> Cells:
    """The cells of one sheet.

    Raises
    ------
    Refused
        When a cell stands out of order, or the sheet holds too much.

    Examples
    --------
    >>> plain = Contents((), ["KUD"], [Format("0.0", False, False)], datetime(1900, 1, 1), False)
    >>> part = (
    ...     b'<w xmlns="m"><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>54</v></c></row></w>'
    ... )
    >>> [cell.value for cell in read_cells(part, plain, Used()).rows[1]]
    [None, 'KUD', 54]
    """
    reader = _Reader(contents, used)
    for element in elements(part, "row", "col", "mergeCell"):
        name = local_name(element)
        if name == "row":
            reader.read_row(element)
        elif name == "mergeCell":
            reader.found.merges.append(Area(*range_boundaries(element.get("ref"))))
        elif is_true(element, "hidden"):
            reader.found.hidden_columns.append(_columns(element))
    return reader.found


def _give_addresses(row: Element, tag: str, label: str) -> None:
    """Where cells bear no addresses, each stands right of the one before it, blank or not."""
    for place, cell in enumerate((child for child in row if child.tag == tag), start=1):
        if cell.get("r") is not None:
            raise Refused(f"sel {cell.get('r')} di antara sel tanpa alamat", _ORDER)
        cell.set("r", f"{get_column_letter(place)}{label}")


def _columns(element: Element) -> range:
    return range(int(element.get("min")), min(int(element.get("max")), MAX_COLUMNS) + 1)


class _Reader:
    """One pass over the rows of a sheet."""

    def __init__(self, contents: Contents, used: Used) -> None:
        self.contents, self.used = contents, used
        self.found = Cells()
        self.columns: dict[str, int] = {}
        self.last = 0  # number of the row before

    def read_row(self, element: Element) -> None:
        rows, label = self.found.rows, element.get("r", str(self.last + 1))
        number = int(label) if label.isascii() and label.isdigit() else 0
        if number <= len(rows) or str(number) != label:
            raise Refused(f"baris '{label}' ganda atau tidak berurutan", _ORDER)
        self.last = number
        cells: list[Cell] = []
        cell_tag = f"{element.tag[:-3]}c"
        if len(element) and element[0].get("r") is None:
            _give_addresses(element, cell_tag, label)
        for child in element:
            if len(child) and child.tag == cell_tag:  # a cell that is only formatted is passed over
                column = self._column(child.get("r", ""), label)
                if column <= len(cells):
                    raise Refused(f"sel {child.get('r')} ganda atau tidak berurutan", _ORDER)
                if column > len(cells) + 1:
                    cells += [BLANK] * (column - len(cells) - 1)
                cells.append(self._cell(child))
        if any(cell is not BLANK for cell in cells):
            limit(number, MAX_ROW, "baris")
            rows += [()] * (number - len(rows) - 1)
            rows.append(tuple(cells))
            if is_true(element, "hidden"):
                self.found.hidden_rows.add(number)
        self._count(len(cells))

    def _count(self, width: int) -> None:
        used = self.used
        used.area += width
        limit(used.cells, MAX_CELLS, "sel terisi")
        limit(used.area, MAX_AREA, "sel sampai ujung setiap baris")
        limit(used.characters, MAX_CHARACTERS, "huruf")

    def _column(self, sel: str, row: str) -> int:
        letters = sel[: -len(row)]
        if not letters or not sel.endswith(row):
            raise Refused(f"sel '{sel}' di baris {row}", _ORDER)
        column = self.columns.get(letters)
        if column is None:
            if not letters.isupper():
                raise Refused(f"sel '{sel}'", _ORDER)
            column = self.columns[letters] = column_index_from_string(letters)
            if column > MAX_COLUMNS:
                raise Refused(
                    f"kolom terisi sampai {get_column_letter(column)}",
                    f"paling banyak {MAX_COLUMNS} kolom",
                    CUT_DOWN,
                )
        return column

    def _cell(self, element: Element) -> Cell:
        text = formula = inline = None
        has_value = False
        for child in element:
            name = child.tag
            if name.endswith("}v"):
                text, has_value = child.text, True
            elif name.endswith("}f"):
                formula = child.text or ""
            elif name.endswith("}is"):
                inline = child
        if formula is not None and self._awaits(text, element.get("t"), has_value):
            self.found.uncalculated[element.get("r")] = formula
            return _UNCALCULATED
        if formula and text == "0":
            self.found.zeros[element.get("r")] = formula
        cell = _read_cell(self.contents, element, text, inline)
        if cell is not BLANK:
            self.used.cells += 1
            if isinstance(cell.value, str):
                self.used.characters += len(cell.value)
        return cell

    def _awaits(self, text: str | None, kind: str | None, has_value: bool) -> bool:
        """Was a formula never calculated? Programs that cannot calculate leave nothing, or 0."""
        if self.contents.stale and text == "0":
            return True
        return not text and not (has_value and kind == "str")


def _read_cell(
    contents: Contents, element: Element, text: str | None, inline: Element | None
) -> Cell:
    """Value and format of a cell that stores a text, or a string of its own.

    Raises
    ------
    Refused
        When a cell is of no kind there is, or refers to a text that is not there.
    """
    style = contents.formats[int(element.get("s", 0))]
    kind = element.get("t", "n")
    if kind == "inlineStr":
        value = None if inline is None else text_of(inline)
    else:
        value = None if text is None else _value(contents, kind, text, style)
    return BLANK if value is None else Cell(value, style.kode)


def _value(contents: Contents, kind: str, text: str, style: Format) -> Value:
    if kind == "n":
        number = read_number(text)
        return _date(number, contents, style) if style.is_date else number
    if kind == "s":
        place = int(text)
        if place < 0:
            raise Refused("nomor teks negatif", "buku kerja yang utuh")
        return contents.texts[place]
    if kind in ("str", "e"):
        return text
    if kind == "b":
        return text.strip() in ("1", "true")
    if kind == "d":
        return from_ISO8601(text)
    raise Refused(f"jenis sel '{kind}'", "jenis sel yang dikenal")


def _date(number: Value, contents: Contents, style: Format) -> Value:
    if isinstance(number, str):
        return number
    try:
        return from_excel(number, contents.epoch, timedelta=style.is_duration)
    except (OverflowError, ValueError):
        return "#VALUE!"  # what a spreadsheet shows for a date that cannot be


def read_number(text: str) -> int | float | str:
    """The number that a cell stores; what is none stays text, for the column to refuse.

    Python reads more as numbers than a spreadsheet does: other digits, "NaN", "1_000".

    Examples
    --------
    >>> read_number("54"), read_number("5.06"), read_number("1E3"), read_number("NaN")
    (54, 5.06, 1000, 'NaN')
    """
    if text.isascii() and text.isdigit() and len(text) <= 40:
        return int(text)
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return text
    number = float(text)
    # some programs store a whole number, a year say, as a fraction: 7.0
    return int(number) if number.is_integer() and abs(number) < _EXACT else number
