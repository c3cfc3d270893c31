"""Annex workbooks laid out as an office lays them out: titles, headers, rows, TOTAL, source.

The same declarations give the same bytes.
"""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from math import ceil

import xlsxwriter

from lkjlib.annexes.declaration import NOMOR, SUMMED, Column, Level, Table
from lkjlib.annexes.row_kinds import NUMBERS
from lkjlib.build.new.carry import PERISTIWA
from lkjlib.build.unfilled import PENGGANTI
from lkjlib.excel.saving import CREATED, TEXT_STAYS
from lkjlib.excel.workbook import address
from lkjlib.report import Report

BARIS = 5  # of a table whose rows nobody knows yet
_LONG = 15  # of a table with headings among its rows
_MEMBERS = 3  # of a family of columns
_LINE, _LETTER = 15, 1.15  # points of a line; another font may be wider
_FORMATS = {"bulat": "#,##0", "rupiah": "#,##0", "persen": "0.00", "tahun": "0"}
_WIDTHS = {"teks": 34, "kelas": 34, "rupiah": 18}
_ANY_NAME = "(.+)"
_NUMBERED = {"": "tanpa nomor", r"\d+\.?": "bernomor 1., 2., …", r"[A-Z]\.?": "berhuruf A., B., …"}


@dataclass(frozen=True)
class Jumlah:
    """A row of sums over the `banyak` rows above it."""

    banyak: int


@dataclass(frozen=True)
class Rancangan:
    """A sheet to be laid out: what stands above it, its columns, its rows, what stands below.

    A row is what it holds by column; columns that it lacks are left to be filled in.
    """

    table: Table
    judul: Sequence[str]
    kolom: Sequence[Column]
    baris: Sequence[Mapping[str, object] | Jumlah]
    catatan: Sequence[str] = ()

    @property
    def depth(self) -> int:
        """Rows of its header."""
        return 2 if any("|" in column.header for column in self.kolom) else 1

    @property
    def first(self) -> int:
        """The first row under its header, from 1."""
        return len(self.judul) + 1 + self.depth + 1

    def blanks(self) -> list[str]:
        """Cells that have to be filled in; a table without rows names its first line."""
        rows = [(place, row) for place, row in enumerate(self.baris, self.first)]
        data = [(place, row) for place, row in rows if isinstance(row, Mapping)]
        if not any(row for _, row in data):
            last = address(self.first + max(len(self.baris), 1) - 1, len(self.kolom))
            return [f"A{self.first}:{last}"]
        return [
            address(place, at)
            for place, row in data
            for at, column in enumerate(self.kolom, start=1)
            if column.nama not in row and not column.boleh_kosong
        ]


def plan(table: Table, report: Report, rows: Sequence[Mapping[str, object]] = ()) -> Rancangan:
    """How a declared table is laid out in a report that has no figures yet.

    Parameters
    ----------
    table : as the report declares it.
    report : whose name and year stand above it.
    rows : what its rows are known to hold; as many blank ones as a person would want without.
    """
    columns = [c for column in table.kolom for c in _members(column) if _is_shown(c)]
    numbered = table.kunci != PERISTIWA
    known = _known_rows(table, report, rows)
    body: list[Mapping[str, object] | Jumlah] = []
    for group in known:
        blank = table.tingkat or not numbered
        body += [row if blank else {"no": n, **row} for n, row in enumerate(group, start=1)]
        body += [Jumlah(len(group))] if table.jumlah != "tidak ada" else []
    return Rancangan(
        table,
        (table.lembar.upper(), f"{report.dinas} {report.wilayah}".upper(), f"TAHUN {report.tahun}"),
        ([NOMOR] if numbered else []) + columns,
        body,
        tuple(_notes(table, report, columns)),
    )


def _members(column: Column) -> list[Column]:
    """A column, or as many under the heading of a family, named by whoever fills it in."""
    if not column.keluarga:
        return [column]
    names = [f"{PENGGANTI} {number}" for number in range(1, _MEMBERS + 1)]
    head = column.header
    return [Column(n, f"{head}|{n}", column.jenis, column.keterangan) for n in names]


def _is_shown(column: Column) -> bool:
    """Columns that may be absent are named in a note, words that describe a row apart."""
    words = column.jenis == "teks" and not column.penomor and "|" not in column.header
    return not column.boleh_tiada or (words and column.boleh_kosong)


def _known_rows(
    table: Table, report: Report, rows: Sequence[Mapping[str, object]]
) -> list[list[Mapping[str, object]]]:
    """The rows of a table in the groups that it sums up."""
    group = next((c for c in table.kolom if c.nama == table.jumlah), None)
    if group:
        return [[{group.nama: name}] * BARIS for name in group.pilihan]
    if rows:
        return [list(rows)]
    if table.kunci == ("tahun",):
        return [[{"tahun": year} for year in (report.tahun - 1, report.tahun)]]
    return [[{}] * (_LONG if table.tingkat else BARIS)]


def _notes(table: Table, report: Report, columns: Sequence[Column]) -> Iterator[str]:
    yield f"Sumber: {report.judul}, {table.sumber}"
    if table.tingkat:
        kinds = "; ".join(map(_kind_of_row, table.tingkat))
        yield f"Catatan: pada kolom No, {kinds}. Baris yang tidak dipakai boleh kosong."
        if table.jumlah == "akhir":
            above, below = table.tingkat[-2].nama, table.tingkat[-1].nama
            yield f"Catatan: biarkan angka baris {above} kosong; TOTAL menjumlahkan baris {below}."
    else:
        yield "Catatan: hapus baris yang tidak dipakai, tambahkan bila kurang."
    if any(column.nama.startswith(PENGGANTI) for column in columns):
        yield f"Catatan: ganti judul '{PENGGANTI} 1' dan seterusnya dengan namanya."
    shown = {column.nama for column in columns}
    others = [c.judul for c in table.kolom if c.nama not in shown and not c.keluarga]
    if others:
        yield f"Catatan: kolom lain yang dikenal, bila laporan mencetaknya: {'; '.join(others)}."
    if not table.wajib:
        yield "Catatan: hapus lembar ini bila laporan tidak memuat tabelnya."


def _kind_of_row(level: Level) -> str:
    """How a row of a level is told from others: ``program bernomor 1., 2., …``."""
    kind = f"{level.nama} {_NUMBERED.get(level.no, 'bernomor')}"
    if level.label == _ANY_NAME:
        return kind
    written = level.label.replace(r"\d+", "1").replace(r"\s*", "").replace(_ANY_NAME, "…")
    return f"{kind}, ditulis '{written}'"


def book_bytes(judul: str, plans: Sequence[Rancangan]) -> bytes:
    """A workbook of laid out sheets as .xlsx.

    Examples
    --------
    >>> from lkjlib.report import find_folder
    >>> from lkjlib.report_file import read_report
    >>> from lkjlib.themes.kasus.tables import WAJIB_LAPOR
    >>> sheet = plan(WAJIB_LAPOR, read_report(find_folder(2019)))
    >>> sheet.blanks()
    ['C6', 'C7']
    >>> book_bytes("kasus", [sheet]) == book_bytes("kasus", [sheet])
    True
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **TEXT_STAYS}) as book:
        book.set_properties({"title": judul, "created": CREATED})

        @cache
        def style(**props: object):
            return book.add_format({"valign": "top", **props})

        for one in plans:
            _Layout(book.add_worksheet(one.table.lembar), one, style).write()
    return content.getvalue()


@dataclass
class _Layout:
    """One sheet while it is written; rows and columns from 0, as XlsxWriter counts them."""

    sheet: object
    plan: Rancangan
    style: Callable
    edge: dict = field(default_factory=lambda: {"border": 1})

    def write(self) -> None:
        last = len(self.plan.kolom) - 1
        widths = [_width(column) for column in self.plan.kolom]
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        for row, text in enumerate(self.plan.judul):
            self._across(row, 0, last, text, self.style(bold=True, align="center"))
        self._write_header(len(self.plan.judul) + 1)
        for place, row in enumerate(self.plan.baris, start=self.plan.first - 1):
            if isinstance(row, Jumlah):
                self._write_sums(place, row)
            else:
                self._write_row(place, row)
        below = self.plan.first + len(self.plan.baris)
        for row, text in enumerate(self.plan.catatan, start=below):
            self._across(row, 0, last, text, self.style(italic=True, text_wrap=True))
            self.sheet.set_row(row, _LINE * ceil(len(text) * _LETTER / sum(widths)))
        self._set_page()

    def _across(self, row: int, first: int, last: int, text: str, style) -> None:
        if last > first:
            self.sheet.merge_range(row, first, row, last, text, style)
        else:
            self.sheet.write(row, first, text, style)

    def _write_header(self, row: int) -> None:
        style = self.style(
            bold=True, align="center", text_wrap=True, bg_color="#D9E2F3", **self.edge
        )
        heads = [column.header.partition("|") for column in self.plan.kolom]
        place = 0
        for (top, parted), same in groupby(heads, key=lambda head: (head[0], bool(head[1]))):
            count = len(list(same))
            if parted:
                self._across(row, place, place + count - 1, _number(top), style)
                for at in range(place, place + count):
                    self.sheet.write(row + 1, at, _number(heads[at][2]), style)
            elif self.plan.depth == 2:
                self.sheet.merge_range(row, place, row + 1, place, top, style)
            else:
                self.sheet.write_string(row, place, top, style)
            place += count

    def _write_row(self, place: int, row: Mapping[str, object]) -> None:
        for at, column in enumerate(self.plan.kolom):
            self.sheet.write(place, at, row.get(column.nama), self._cell_style(column))

    def _cell_style(self, column: Column):
        if column.jenis in _FORMATS:
            return self.style(num_format=_FORMATS[column.jenis], **self.edge)
        text = {"num_format": "@"} if column.persis else {}
        wrap = column.jenis not in NUMBERS
        return self.style(text_wrap=wrap, **text, **self.edge)

    def _write_sums(self, place: int, row: Jumlah) -> None:
        for at, column in enumerate(self.plan.kolom):
            kind = _FORMATS.get(column.jenis, "General")
            style = self.style(bold=True, num_format=kind, **self.edge)
            if column.nama == self.plan.table.label:
                self.sheet.write_string(place, at, "TOTAL", style)
            elif column.jenis in SUMMED:
                cells = f"{address(place - row.banyak + 1, at + 1)}:{address(place, at + 1)}"
                self.sheet.write_formula(place, at, f"=SUM({cells})", style, 0)
            else:
                self.sheet.write_blank(place, at, None, style)

    def _set_page(self) -> None:
        head = self.plan.first - 1
        self.sheet.freeze_panes(head, 0)
        self.sheet.repeat_rows(head - self.plan.depth, head - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&Rhalaman &P dari &N")


def _width(column: Column) -> float:
    """Width of a column in letters: what will stand in it, and no part of its heading broken."""
    if column is NOMOR:
        return 6
    head = max(len(part) for part in column.header.split("|")) + 2
    short = column.pola or column.pilihan or column.boleh_tiada
    usual = 14 if column.jenis == "teks" and short else _WIDTHS.get(column.jenis, 12)
    return max(usual, min(head, 26))


def _number(text: str) -> str | int:
    """A header that is a year stands there as a number, as offices type it."""
    return int(text) if text.isdigit() else text
