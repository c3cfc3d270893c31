"""The one writer of workbooks: a table with its words becomes a sheet that can be read and printed.

Nothing written holds a date, a path or a random number: the same tables give the same bytes.
Widths are measured on the texts as shown: XlsxWriter's `autofit` counts every digit of a float
and lets no heading break. Heights are set because LibreOffice leaves the rows of a file as it
finds them, and no program fits a row to its merged cells.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import ceil

import numpy as np
import xlsxwriter
from xlsxwriter.utility import xl_range

from lkjlib.excel.saving import CREATED, TEXT_STAYS
from lkjlib.numbers.format import is_missing
from lkjlib.products.csv_text import FORMULA_STARTS
from lkjlib.products.notebook import PLAIN, is_number
from lkjlib.products.workbook.formulas import formula
from lkjlib.products.workbook.widths import (
    INDENT,
    PAGE,
    SMALLEST,
    WIDEST,
    drawn_in,
    lines_of,
    pages_across,
    pixels,
)
from lkjlib.themes.exhibit import Isi, Kolom

_A4 = 9  # number of this size of paper in Excel
NAVY = "#1b3a5c"
_LINE, _HIGHEST = 15, 409  # points; Excel knows no higher row
_LEAST, _BUTTON = 60, 16  # pixels
_MARGIN = 0.4  # inches, left and right
_TOP, _FOOT = 0.45, 0.55  # inches, above and below; the foot holds the number of the page
_GIVE_WAY = ((PAGE, 240), (WIDEST, 0))  # a width wished for, and the least of a text for it
_DOWN = 523  # points down A4 between its margins, at full size
_READ = 0.75  # of its size, at which a sheet of one page is still read: letters of 8,3 points
_TITLE = 640  # pixels that titles and notes may take where a table is narrower
_TALL = 1.3  # size of the title in that of a cell
_STANDARD = 64  # pixels of a column that nothing is said of
_ONE_LINE = 300  # pixels: texts up to this width break nowhere
_MOST_CELLS = 0.9  # share of the longer texts of a column that stand on one line
_EDGE = {"border": 1, "border_color": "#c9d1d9", "valign": "top"}
_STYLES = {
    "judul": {"bold": True, "font_size": 13, "font_color": NAVY, "text_wrap": True},
    "catatan": {"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"},
    "kembali": {"font_color": NAVY, "underline": 1, "valign": "top"},
    "kepala": {
        **{**_EDGE, "valign": "vcenter", "text_wrap": True},
        **{"bold": True, "font_color": NAVY, "bg_color": "#eef1f4"},
    },
    "teks": {**_EDGE, "align": "left", "text_wrap": True, "indent": 1},
    "angka": {**_EDGE, "align": "right", "indent": 1},
    "tautan": {"font_color": NAVY, "underline": 1},
    "jumlah": {"bold": True, "top": 2, "top_color": NAVY, "bg_color": "#f6f8fa"},
}


@dataclass(frozen=True)
class Lembar:
    """A sheet to be written: a table, and how it is shown.

    `pengantar` are sentences above the table, `kembali` names the sheet that it leads back to.
    `warna` gives a column a fill for each of its values, `tautan` a column a target for each of
    its rows ("" for none): ``internal:'Sheet'!A1`` or ``external:file#'Sheet'!A1``. `tercetak` is
    the last column that is printed; those behind it stand on the screen alone.
    """

    nama: str
    isi: Isi
    pengantar: Sequence[str] = ()
    kembali: str = ""
    warna: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    tautan: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tercetak: str = ""


def workbook_bytes(judul: str, lembar: Sequence[Lembar]) -> bytes:
    """A workbook of tables as .xlsx, a sheet each, that prints on A4 in letters one can read.

    A sheet is made to fit across one page. Where its columns need more than that at the smallest
    size that is read with ease, it is printed over several pages across, each with its first
    column.

    Numbers stay numbers; text stays text whatever it begins with. Sums and what a column declares
    to follow from others are formulas that hold their value.

    Parameters
    ----------
    judul : title of the workbook in its properties.
    lembar : the sheets, in order; names of at most 31 characters.

    Examples
    --------
    >>> import pandas as pd
    >>> isi = Isi("Judul", pd.DataFrame({"n": [1, 2]}), (Kolom("n", "Banyaknya"),))
    >>> workbook_bytes("Buku", [Lembar("Satu", isi)]).startswith(b"PK")
    True
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **TEXT_STAYS}) as book:
        book.set_properties({"title": judul, "created": CREATED})

        @cache
        def style(*names: str, **more: object):
            parts = (*(_STYLES[name] for name in names), more)
            return book.add_format({key: value for part in parts for key, value in part.items()})

        for one in lembar:
            _Sheet(book.add_worksheet(one.nama), style, one).write()
    return content.getvalue()


class _Sheet:
    """One sheet while it is written: rows from 0, as XlsxWriter counts them."""

    def __init__(self, sheet, style: Callable, lembar: Lembar) -> None:
        self.sheet, self.style, self.lembar, self.isi = sheet, style, lembar, lembar.isi
        self.names = [column.nama for column in self.isi.kolom]
        self.sums = self.isi.sums() if len(self.isi.frame) else {}  # a sum of nothing sums itself
        last = lembar.tercetak or self.names[-1]
        self.printed = self.names.index(last) + 1
        self.widths = self._widths()
        source = [f"Sumber: {self.isi.sumber}."] if self.isi.sumber else []
        self.above = [*lembar.pengantar, *source]
        self.head = 1 + len(self.above) + bool(lembar.kembali)
        self.last = self.head + len(self.isi.frame)
        self.pages = pages_across(self.widths[: self.printed])
        self.title = self._title()
        self.heights: dict[int, float] = {}

    def write(self) -> None:
        """Write everything, from the title down to the note."""
        for column, width in enumerate(self.widths):
            self.sheet.set_column_pixels(column, column, width)
        self._note(0, self.isi.judul, "judul", _TALL)
        for row, text in enumerate(self.above, start=1):
            self._note(row, text)
        if self.lembar.kembali:
            target, words = f"internal:'{self.lembar.kembali}'!A1", f"← {self.lembar.kembali}"
            self.sheet.write_url(self.head - 1, 0, target, self.style("kembali"), words)
        for place, column in enumerate(self.isi.kolom):
            self._head(place, column)
            self._column(place, column)
        self._set_heights()
        if self.sums:
            self._sums()
        below = self.last + (3 if self.sums else 2)
        notes = self.isi.catatan.splitlines()
        for row, text in enumerate(notes, start=below):
            self._note(row, text)
        self._lay_out(below + len(notes) - 1 if notes else self.last + bool(self.sums))

    def _head(self, place: int, column: Kolom) -> None:
        side = "right" if is_number(self.isi.frame[column.nama]) else "left"
        look = self.style("kepala", align=side, indent=1, italic=bool(column.rumus))
        self.sheet.write_string(self.head, place, _heading(column), look)

    def _column(self, place: int, column: Kolom) -> None:
        fills, targets = (part.get(column.nama) for part in (self.lembar.warna, self.lembar.tautan))
        for offset, value in enumerate(self.isi.frame[column.nama].tolist()):
            row = self.head + 1 + offset
            more = {"bg_color": fills[value]} if fills and value in fills else {}
            if targets and targets[offset]:
                look = self.style("teks", "tautan", **more)
                self.sheet.write_url(row, place, targets[offset], look, value)
            elif column.rumus and not is_missing(value):
                look = self.style("angka", num_format=_number_format(column, value), **more)
                self.sheet.write_formula(row, place, self._formula(place, row), look, _whole(value))
            else:
                self._cell(row, place, column, value, more)

    def _cell(self, row: int, place: int, column: Kolom, value: object, more: dict) -> None:
        if is_missing(value) or value == "":
            self.sheet.write_blank(row, place, None, self.style("teks", **more))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            look = self.style("angka", num_format=_number_format(column, value), **more)
            self.sheet.write_number(row, place, value, look)
        else:
            text = _shown(column, value)
            quoted = {"quote_prefix": True} if text.startswith(FORMULA_STARTS) else {}
            self.sheet.write_string(row, place, text, self.style("teks", **more, **quoted))

    def _sums(self) -> None:
        row, first = self.last + 1, self.head + 1
        for place, column in enumerate(self.isi.kolom):
            value = self.sums.get(column.nama)
            if value is None or place == 0:
                text = None if place else self.isi.baris_jumlah
                self.sheet.write(row, place, text, self.style("teks", "jumlah"))
                continue
            look = self.style("angka", "jumlah", num_format=_number_format(column, value))
            text = self._formula(place, row)
            if column.jumlah:
                text = f"=SUM({xl_range(first, place, self.last, place)})"
            self.sheet.write_formula(row, place, text, look, _whole(value))

    def _formula(self, place: int, row: int) -> str:
        rumus, first = self.isi.kolom[place].rumus, self.head + 2
        return formula(rumus, self.names, place, row + 1, first, self.last + 1)

    def _note(self, row: int, text: str, look: str = "catatan", size: float = 1.0) -> None:
        """A text over the columns of the first page; a merged cell is told how high it is."""
        columns, room = self.title
        if columns > 1:
            self.sheet.merge_range(row, 0, row, columns - 1, text, self.style(look))
        else:
            self.sheet.write_string(row, 0, text, self.style(look))
        self._set_height(row, _LINE * size * lines_of(text, room, size))

    def _set_heights(self) -> None:
        """The header and every row as high as the text in it that takes most lines."""
        heads = [_heading(column) for column in self.isi.kolom]
        most = max(map(lines_of, heads, (width - _BUTTON for width in self.widths)))
        self._set_height(self.head, _LINE * most + 3)
        for row, values in enumerate(self.isi.frame.itertuples(index=False), self.head + 1):
            texts = [value if isinstance(value, str) else "" for value in values]
            most = max(map(lines_of, texts, (width - INDENT for width in self.widths)))
            self._set_height(row, _LINE * most)

    def _set_height(self, row: int, points: float) -> None:
        self.heights[row] = min(_HIGHEST, points)
        self.sheet.set_row(row, self.heights[row])

    def _pages_down(self) -> int:
        """One page where a few rows would take one of their own; else 0, as many as asked."""
        size = min(1.0, PAGE / sum(self.widths[: self.printed]))
        points = sum(self.heights.values())
        return int(points * size > _DOWN >= points * _READ)

    def _title(self) -> tuple[int, int]:
        """Columns that titles and notes run over, and the pixels they have there."""
        columns = self.pages[0]
        room = sum(self.widths[:columns])
        texts = (self.isi.judul, *self.above, *self.isi.catatan.splitlines())
        wanted = min(_TITLE, max(pixels(text, _TALL) for text in texts))
        more = ceil((wanted - room) / _STANDARD)
        if columns < len(self.names) or more <= 0:
            return columns, room
        return columns + more, room + more * _STANDARD

    def _widths(self) -> list[int]:
        """Widths in pixels; texts give way until all fits on a page, where it costs least lines."""
        printed = range(self.printed)
        limits = (PAGE if place in printed else _TITLE for place in range(len(self.names)))
        wished = [min(pair) for pair in zip(limits, map(self._width, self.isi.kolom), strict=True)]
        lengths = {place: self._lengths(place) for place in printed if self._is_text(place)}
        floors = {place: self._floor(self.isi.kolom[place]) for place in lengths}
        for page, least in _GIVE_WAY:
            widths = drawn_in(
                wished[: self.printed],
                lengths,
                {place: max(least, floor) for place, floor in floors.items()},
                page,
            )
            if sum(widths) <= page:
                break
        return [*widths, *wished[self.printed :]]

    def _is_text(self, place: int) -> bool:
        return not is_number(self.isi.frame[self.names[place]])

    def _lengths(self, place: int) -> np.ndarray:
        """Pixels that each text of a column takes on one line."""
        texts = self.isi.frame[self.names[place]].tolist()
        return np.array([pixels(text) if isinstance(text, str) else 0 for text in texts], float)

    def _floor(self, column: Kolom) -> int:
        """What the longest word of a column needs: it does not break over lines."""
        texts = (value for value in self.isi.frame[column.nama] if isinstance(value, str))
        words = {word for text in texts for word in text.split()}
        longest = max(map(pixels, words), default=0)
        head = max(map(pixels, _heading(column).split())) + _BUTTON
        return max(_LEAST, max(longest, head) + INDENT)

    def _width(self, column: Kolom) -> int:
        """What every number, every word, and most of the texts need to stand on one line."""
        values = [*self.isi.frame[column.nama].tolist(), self.sums.get(column.nama)]
        texts = {_shown(column, value) for value in values if not is_missing(value)}
        lengths = sorted(map(pixels, texts)) or [0]
        most = lengths[-1]
        if most > _ONE_LINE and not is_number(self.isi.frame[column.nama]):
            most = max(_ONE_LINE, lengths[ceil(len(lengths) * _MOST_CELLS) - 1])
        word = max(map(pixels, {word for text in texts for word in text.split()}), default=0)
        head = max(map(pixels, _heading(column).split()))
        needed = max(most, word, head + _BUTTON)
        return max(_LEAST, needed + INDENT)

    def _lay_out(self, last: int) -> None:
        """Header in sight, filters, A4 across with the header on every page."""
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.freeze_panes(self.head + 1, 1)
        sheet.autofilter(self.head, 0, self.last, len(self.names) - 1)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_TOP, bottom=_FOOT)
        sheet.repeat_rows(self.head)
        if len(self.pages) == 1:
            sheet.fit_to_pages(1, self._pages_down())
        else:
            sheet.set_print_scale(SMALLEST)
            sheet.set_v_pagebreaks(self.pages[:-1])
            sheet.repeat_columns(0)
        sheet.set_footer("&L&A&Rhalaman &P dari &N")
        if self.lembar.tercetak:
            sheet.print_area(0, 0, last, self.printed - 1)


def _heading(column: Kolom) -> str:
    return f"{column.judul} ({column.satuan})" if column.satuan else column.judul


def _number_format(column: Kolom, value: object) -> str:
    """How a number is shown; a program puts the marks of its own language."""
    if isinstance(value, int):
        return "0" if column.nama in PLAIN else "#,##0"
    return f"#,##0.{'0' * column.desimal}".removesuffix(".")


def _whole(value: object) -> object:
    """A whole number without a decimal point: XlsxWriter writes what a formula gives as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _shown(column: Kolom, value: object) -> str:
    """A value as it is read in its cell."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return f"{value:,.{0 if isinstance(value, int) else column.desimal}f}"
    return str(value)
