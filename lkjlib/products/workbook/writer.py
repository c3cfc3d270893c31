"""The one writer of workbooks: a table with its words becomes a sheet that can be read and printed.

Nothing written holds a date, a path or a random number: the same tables give the same bytes.
Widths are measured on the texts as shown: XlsxWriter's `autofit` counts every digit of a float
and lets no heading break. Heights are set because LibreOffice leaves the rows of a file as it
finds them, and no program fits a row to its merged cells.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from math import ceil

import xlsxwriter
from xlsxwriter.utility import cell_autofit_width, xl_range

from lkjlib.numbers.format import is_missing
from lkjlib.products.csv_text import FORMULA_STARTS
from lkjlib.products.notebook import PLAIN, is_number
from lkjlib.products.workbook.formulas import formula
from lkjlib.themes.exhibit import Isi, Kolom

A3, A4 = 8, 9  # sizes of paper by their numbers in Excel
NAVY = "#1b3a5c"
_CREATED = datetime(2020, 1, 1)  # a workbook must hold a date; a fixed one keeps its bytes equal
_TEXT_STAYS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LINE, _HIGHEST = 15, 409  # points; Excel knows no higher row
_LEAST_OF_TEXT, _LEAST, _BUTTON, _INDENT = 300, 60, 16, 9  # pixels
_PAGE = {A3: 1450, A4: 980}  # pixels across a sheet of paper between its margins
_ROOM = 1.15  # another font may be wider, and lines break at words
_MOST_CELLS = 0.9  # share of the texts of a column that stand on one line
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
    "angka": {**_EDGE, "align": "right"},
    "tautan": {"font_color": NAVY, "underline": 1},
    "jumlah": {"bold": True, "top": 2, "top_color": NAVY, "bg_color": "#f6f8fa"},
}


@dataclass(frozen=True)
class Lembar:
    """A sheet to be written: a table, and how it is shown.

    `pengantar` are sentences above the table, `kembali` names the sheet that it leads back to.
    `warna` gives a column a fill for each of its values, `tautan` a column a target for each of
    its rows ("" for none): ``internal:'Sheet'!A1`` or ``external:file#'Sheet'!A1``. `tercetak` is
    the last column that is printed.
    """

    nama: str
    isi: Isi
    pengantar: Sequence[str] = ()
    kembali: str = ""
    warna: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    tautan: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kertas: int = A4
    tercetak: str = ""


def workbook_bytes(judul: str, lembar: Sequence[Lembar]) -> bytes:
    """A workbook of tables as .xlsx, a sheet each, that prints one page wide.

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
    with xlsxwriter.Workbook(content, {"in_memory": True, **_TEXT_STAYS}) as book:
        book.set_properties({"title": judul, "created": _CREATED})

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
        self.widths = self._widths()
        source = [f"Sumber: {self.isi.sumber}."] if self.isi.sumber else []
        self.above = [*lembar.pengantar, *source]
        self.head = 1 + len(self.above) + bool(lembar.kembali)
        self.last = self.head + len(self.isi.frame)
        last = lembar.tercetak or self.names[-1]
        self.printed = self.names.index(last) + 1

    def write(self) -> None:
        """Write everything, from the title down to the note."""
        for column, width in enumerate(self.widths):
            self.sheet.set_column_pixels(column, column, width)
        self._note(0, self.isi.judul, "judul", 1.3)
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
        look = self.style(
            "kepala", align=side, indent=int(side == "left"), italic=bool(column.rumus)
        )
        self.sheet.write_string(self.head, place, column.judul, look)

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
                self.sheet.write_formula(row, place, self._formula(place, row), look, value)
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
            self.sheet.write_formula(row, place, text, look, value)

    def _formula(self, place: int, row: int) -> str:
        rumus, first = self.isi.kolom[place].rumus, self.head + 2
        return formula(rumus, self.names, place, row + 1, first, self.last + 1)

    def _note(self, row: int, text: str, look: str = "catatan", size: float = 1.0) -> None:
        """A text over all printed columns; a merged cell needs to be told how high it is."""
        if self.printed > 1:
            self.sheet.merge_range(row, 0, row, self.printed - 1, text, self.style(look))
        else:
            self.sheet.write_string(row, 0, text, self.style(look))
        lines = _lines(text, sum(self.widths[: self.printed]), size)
        self.sheet.set_row(row, min(_HIGHEST, _LINE * size * lines))

    def _set_heights(self) -> None:
        """The header and every row as high as the text in it that takes most lines."""
        heads = [column.judul for column in self.isi.kolom]
        most = max(map(_lines, heads, (width - _BUTTON for width in self.widths)))
        self.sheet.set_row(self.head, _LINE * most + 3)
        for row, values in enumerate(self.isi.frame.itertuples(index=False), self.head + 1):
            texts = [value if isinstance(value, str) else "" for value in values]
            most = max(map(_lines, texts, (width - _INDENT for width in self.widths)))
            self.sheet.set_row(row, min(_HIGHEST, _LINE * most))

    def _widths(self) -> list[int]:
        """Widths in pixels; the longest texts give way until all fits on a page unreduced."""
        page = _PAGE[self.lembar.kertas]
        widths = [min(page, self._width(column)) for column in self.isi.kolom]
        while sum(widths) > page and max(widths) > _LEAST_OF_TEXT:
            widest = widths.index(max(widths))
            widths[widest] = max(_LEAST_OF_TEXT, widths[widest] - 10)
        return widths

    def _width(self, column: Kolom) -> int:
        """What every number, every word, and most of the texts need to stand on one line."""
        values = [*self.isi.frame[column.nama].tolist(), self.sums.get(column.nama)]
        texts = sorted((_shown(column, v) for v in values if not is_missing(v)), key=len) or [""]
        share = 1 if is_number(self.isi.frame[column.nama]) else _MOST_CELLS
        most = texts[ceil(len(texts) * share) - 1]
        word = max((word for text in texts for word in text.split()), key=len, default="")
        head = max(column.judul.split(), key=len)
        needed = max(_pixels(most), _pixels(word), _pixels(head) + _BUTTON)
        return max(_LEAST, needed + _INDENT)

    def _lay_out(self, last: int) -> None:
        """Header in sight, filters, one page wide with the header on every page."""
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.freeze_panes(self.head + 1, 1)
        sheet.autofilter(self.head, 0, self.last, len(self.names) - 1)
        sheet.set_paper(self.lembar.kertas)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.head)
        sheet.set_footer("&L&A&Rhalaman &P dari &N")
        if self.lembar.tercetak:
            sheet.print_area(0, 0, last, self.printed - 1)


def _number_format(column: Kolom, value: object) -> str:
    """How a number is shown; a program puts the marks of its own language."""
    if isinstance(value, int):
        return "0" if column.nama in PLAIN else "#,##0"
    return f"#,##0.{'0' * column.desimal}".removesuffix(".")


def _shown(column: Kolom, value: object) -> str:
    """A value as it is read in its cell."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return f"{value:,.{0 if isinstance(value, int) else column.desimal}f}"
    return str(value)


def _pixels(text: str, size: float = 1.0) -> int:
    """Room that a text takes on one line, in letters `size` times those of a cell."""
    return ceil(cell_autofit_width(text) * size * _ROOM)


def _lines(text: str, room: int, size: float = 1.0) -> int:
    """Lines that a text takes in so many pixels."""
    return max(1, ceil(_pixels(text, size) / room))
