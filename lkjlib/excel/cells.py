"""Reads the cells of one sheet: where a stored cell becomes a value at its address.

A value is a number, text, date, truth or error, with its number format; merged areas and formulas
without a value are kept beside them. openpyxl drops cells that stand out of order and believes
what a sheet says of its own size; here every cell is at the address it names, or the sheet is
refused.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import TreeBuilder
from xml.parsers.expat import ParserCreate, XMLParserType

from lkjlib.excel.addresses import boundaries, column_letters, column_number
from lkjlib.excel.contents import Contents, as_meant, text_of
from lkjlib.excel.formats import GENERAL
from lkjlib.excel.limits import CUT_DOWN, Refused, limit
from lkjlib.excel.plain import PlainRow, split_rows
from lkjlib.excel.stored import Value, read_stored

MAX_CELLS = 600_000
MAX_AREA = 3_000_000  # cells of all rows up to the last filled one, blanks included
MAX_CHARACTERS = 16_000_000
MAX_COLUMNS = 512
MAX_ROW = 200_000

_ORDER = "sel berurutan, masing-masing dengan alamatnya"


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
    """What one sheet holds: row after row, formulas without a value, and with 0, by address.

    `formats` are the number formats beside the values, row by row; "General" where there is none.
    An error like #REF! is a text.
    """

    rows: list[tuple[Value, ...]] = field(default_factory=list)
    formats: list[tuple[str, ...]] = field(default_factory=list)
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
    >>> from datetime import datetime
    >>> from lkjlib.excel.formats import Format
    >>> plain = Contents((), ["KUD"], [Format.of("0.0")], datetime(1900, 1, 1), False)
    >>> part = (
    ...     b'<w xmlns="m"><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>54</v></c></row></w>'
    ... )
    >>> found = read_cells(part, plain, Used())
    >>> found.rows[1], found.formats[1]
    ((None, 'KUD', 54), ('General', '0.0', '0.0'))
    """
    reader = _Reader(contents, used)
    for piece in split_rows(part):
        reader.read(piece)
    reader.parser.Parse(b"", True)
    return reader.found


def _columns(attributes: Mapping[str, str]) -> range:
    return range(int(attributes["min"]), min(int(attributes["max"]), MAX_COLUMNS) + 1)


_OUTSIDE, _IN_ROW, _IN_CELL, _IN_VALUE, _IN_FORMULA = range(5)
_TRUE = ("1", "true")


class _Reader:
    """One pass over a sheet, told what opens and what closes; no tree of it is ever built."""

    def __init__(self, contents: Contents, used: Used) -> None:
        self.contents, self.used = contents, used
        self.found = Cells()
        self.styles = {str(place): style for place, style in enumerate(contents.formats)}
        self.columns: dict[str, int] = {}
        self.shapes: dict[tuple[str, ...], tuple[str, ...]] = {}  # rows look alike: kept once
        self.last = 0  # number of the row before
        self.level = _OUTSIDE
        self.passed_over = 0  # elements open that are no part of a cell
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        if hasattr(self.parser, "SetReparseDeferralEnabled"):  # newer ones may put off a piece
            self.parser.SetReparseDeferralEnabled(False)
        self._listen()

    def read(self, piece: bytes | PlainRow) -> None:
        """Read on; a row within an element that is passed over is a matter of the parser."""
        if isinstance(piece, bytes):
            self.parser.Parse(piece, False)
        elif self.level != _OUTSIDE:
            self.parser.Parse(piece.part, False)
        else:
            self._open_row(piece.label, piece.is_hidden)
            for letters, label, style, kind, text, inline in piece.cells:
                if text or inline:
                    if label != piece.label:
                        raise Refused(f"sel '{letters}{label}' di baris {piece.label}", _ORDER)
                    number_format = self.styles[style or "0"]
                    if text:
                        value = read_stored(self.contents, kind or "n", text, number_format)
                    else:
                        value = as_meant(inline)
                    self._add(letters, value, number_format.kode)
            self._close_row()

    def _listen(self) -> None:
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._add_text

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        level = self.level
        if self.passed_over:
            self.passed_over += 1
        elif level == _IN_CELL:
            self.is_filled = True
            self._open_in_cell(tag)
        elif level == _IN_ROW and tag == self.cell_tag:
            self.level = _IN_CELL
            self._open_cell(attributes)
        elif level == _OUTSIDE:
            self._open_outside(tag, attributes)
        elif level == _IN_ROW:
            self.passed_over = 1
        else:
            raise Refused("unsur di dalam nilai sel", "nilai sel biasa")

    def _close(self, tag: str) -> None:
        level = self.level
        if self.passed_over:
            self.passed_over -= 1
        elif level > _IN_CELL:
            self.level = _IN_CELL
        elif level == _IN_CELL:
            self.level = _IN_ROW
            if self.is_filled:  # a cell that is only formatted is passed over
                self._close_cell()
        elif level == _IN_ROW:
            self.level = _OUTSIDE
            self._close_row()

    def _add_text(self, text: str) -> None:
        if self.level == _IN_VALUE:
            self.text += text
        elif self.level == _IN_FORMULA:
            self.formula += text

    def _open_outside(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "row":
            self.level = _IN_ROW
            name = tag[:-3]
            self.cell_tag, self.value_tag, self.formula_tag = f"{name}c", f"{name}v", f"{name}f"
            self.inline_tag = f"{name}is"
            label = attributes.get("r", str(self.last + 1))
            self._open_row(label, attributes.get("hidden") in _TRUE)
        elif name == "mergeCell":
            self.found.merges.append(Area(*boundaries(attributes["ref"])))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self.found.hidden_columns.append(_columns(attributes))

    def _open_row(self, label: str, is_hidden: bool) -> None:
        number = int(label) if label.isascii() and label.isdigit() else 0
        if number <= len(self.found.rows) or str(number) != label:
            raise Refused(f"baris '{label}' ganda atau tidak berurutan", _ORDER)
        self.last, self.label, self.is_hidden = number, label, is_hidden
        self.cells: list[Value] = []
        self.formats: list[str] = []
        self.places = 0  # cells so far, blank ones too
        self.awaits_any = False  # a formula that was never calculated is no blank

    def _close_row(self) -> None:
        found, number = self.found, self.last
        filled = len(self.cells) - self.cells.count(None)
        if filled or self.awaits_any:
            limit(number, MAX_ROW, "baris")
            gap = [()] * (number - len(found.rows) - 1)
            found.rows += gap
            found.rows.append(tuple(self.cells))
            shape = tuple(self.formats)
            found.formats += gap
            found.formats.append(self.shapes.setdefault(shape, shape))
            if self.is_hidden:
                found.hidden_rows.add(number)
        self.used.cells += filled
        self.used.characters += sum([len(text) for text in self.cells if type(text) is str])
        self.used.area += len(self.cells)
        limit(self.used.cells, MAX_CELLS, "sel terisi")
        limit(self.used.area, MAX_AREA, "sel sampai ujung setiap baris")
        limit(self.used.characters, MAX_CHARACTERS, "huruf")

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self.attributes = attributes
        self.text = self.formula = self.inline = None
        self.is_filled = False
        self.places += 1
        if self.places == 1:
            self.is_addressed = "r" in attributes
        elif "r" in attributes and not self.is_addressed:
            raise Refused(f"sel {attributes['r']} di antara sel tanpa alamat", _ORDER)

    def _open_in_cell(self, tag: str) -> None:
        if tag == self.value_tag:
            self.level, self.text = _IN_VALUE, ""
        elif tag == self.formula_tag:
            self.level, self.formula = _IN_FORMULA, ""
        elif tag == self.inline_tag:
            _Inline(self.parser, tag, self._take_inline)
        else:
            self.passed_over = 1

    def _take_inline(self, text: str) -> None:
        self.inline = text
        self._listen()

    def _close_cell(self) -> None:
        letters = self._letters()
        self._add(letters, *self._read(f"{letters}{self.label}"))

    def _letters(self) -> str:
        """Where cells bear no addresses, each stands right of the one before it, blank or not."""
        if not self.is_addressed:
            return column_letters(self.places)
        sel = self.attributes.get("r", "")
        letters = sel.removesuffix(self.label)
        if letters == sel or not letters.isalpha():
            raise Refused(f"sel '{sel}' di baris {self.label}", _ORDER)
        return letters

    def _add(self, letters: str, value: Value, number_format: str) -> None:
        column, before = self.columns.get(letters) or self._column(letters), len(self.cells)
        if column != before + 1:
            if column <= before:
                raise Refused(f"sel {letters}{self.label} ganda atau tidak berurutan", _ORDER)
            self.cells += [None] * (column - before - 1)
            self.formats += [GENERAL] * (column - before - 1)
        self.cells.append(value)
        self.formats.append(number_format)

    def _column(self, letters: str) -> int:
        if not letters.isupper():
            raise Refused(f"sel '{letters}{self.label}'", _ORDER)
        column = self.columns[letters] = column_number(letters)
        if column > MAX_COLUMNS:
            raise Refused(
                f"kolom terisi sampai {column_letters(column)}",
                f"paling banyak {MAX_COLUMNS} kolom",
                CUT_DOWN,
            )
        return column

    def _read(self, sel: str) -> tuple[Value, str]:
        """Value and number format of the cell that closes; none of one without a value."""
        kind, text = self.attributes.get("t", "n"), self.text
        if self.formula is not None and self._awaits(text, kind):
            self.found.uncalculated[sel] = self.formula
            self.awaits_any = True
            return None, GENERAL
        if self.formula and text == "0":
            self.found.zeros[sel] = self.formula
        style = self.styles[self.attributes.get("s", "0")]
        if kind == "inlineStr":
            value = self.inline
        else:
            value = read_stored(self.contents, kind, text, style) if text else None
        return (None, GENERAL) if value is None else (value, style.kode)

    def _awaits(self, text: str | None, kind: str) -> bool:
        """Was a formula never calculated? Programs that cannot calculate leave nothing, or 0."""
        if self.contents.stale and text == "0":
            return True
        return not text and (text is None or kind != "str")


class _Inline:
    """The tree of one inline string, for what looks in it change its text, until it closes."""

    def __init__(self, parser: XMLParserType, tag: str, take: Callable[[str], None]) -> None:
        self.tree, self.depth, self.take = TreeBuilder(), 0, take
        self.open(tag, {})
        parser.StartElementHandler, parser.EndElementHandler = self.open, self.close
        parser.CharacterDataHandler = self.tree.data

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.tree.start(tag, attributes)

    def close(self, tag: str) -> None:
        self.depth -= 1
        self.tree.end(tag)
        if not self.depth:
            self.take(text_of(self.tree.close()))
