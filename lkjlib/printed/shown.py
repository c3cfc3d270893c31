"""What a table shows otherwise than it stores: labels as dates, shares as percents, thousands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from lkjlib.errors import Fault
from lkjlib.excel.addresses import column_letters
from lkjlib.excel.workbook import Sheet, address
from lkjlib.printed.dates import Restored
from lkjlib.printed.header import Head, Header
from lkjlib.printed.lines import scale_of
from lkjlib.printed.sections import Stub
from lkjlib.printed.values import Column

SHOWN = 30  # cells named in one message
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # shown as it stands
_PERCENT, _SCALING = re.compile("%"), re.compile(r"[0#?],+(?![0#?])")
_MONTH_ENDS = 28  # from this day on a date may close a month: "per 31 Desember"
_MAYBE_BANDS = (
    "Mungkin rentang seperti 7-12 yang diubah lembar kerja menjadi tanggal: ketik ulang sebagai "
    "teks, atau biarkan bila memang tanggal."
)
_OF_TIME = re.compile(
    r"\b(tanggal|tgl|waktu|hari|bulan|minggu|pekan|periode|masa|date|day|month|week|time)\b", re.I
)


@dataclass(frozen=True)
class Read:
    """A table as far as it is read: what its traps are looked for in."""

    sheet: Sheet
    header: Header
    stub: Stub
    numbers: Sequence[Column]
    title: str

    @property
    def heads(self) -> list[Head]:
        return self.header.heads

    def cell(self, row: int, column: int) -> str:
        """Address of the number in a row of labels and a column of heads."""
        return address(self.stub.rows[row] + 1, self.heads[column].column + 1)

    def fault(self, sel: str, found: str, wanted: str, advice: str) -> Fault:
        return Fault("peringatan", self.sheet.berkas, self.sheet.nama, sel, found, wanted, advice)


def listed(cells: Sequence[str], count: int) -> str:
    """The first cells of so many.

    >>> listed(["B2", "B3"], 2)
    'B2, B3'
    """
    more = f", … ({count} sel)" if count > SHOWN else ""
    return ", ".join(cells[:SHOWN]) + more


def dates_for_labels(read: Read) -> Iterator[Fault]:
    """Labels that were dates, read back or not, and columns in which all are dates."""
    for sel, back in (*read.header.restored, *read.stub.restored):
        if back.band:
            advice = f"Dibaca '{back.text}'; ketik ulang sebagai teks di lembarnya."
            sure = "" if back.sure else ", mungkin yang lain"
            yield read.fault(sel, "tanggal", f"label seperti '{back.text}'{sure}", advice)
        elif not back.sure:
            advice = "Ketik ulang labelnya sebagai teks."
            yield read.fault(sel, "tanggal", "label seperti tetangganya", advice)
    days = [sel for sel, back in read.header.restored if _is_day(back)]
    if days:
        found, wanted = f"tanggal di {listed(days, len(days))}", "judul kolom"
        yield read.fault(days[0], found, wanted, _MAYBE_BANDS)
    for name, column in read.stub.places.items():
        heading, values = read.header.labels.get(column, ""), read.stub.labels[name]
        dates = [value for value in values if isinstance(value, date)]
        if len(dates) < len(values) or _are_times(heading, dates):
            continue
        cells = [address(row + 1, column + 1) for row in read.stub.rows]
        found = f"tanggal di {listed(cells, len(cells))}"
        wanted = f"label pada kolom '{heading}'" if heading else "label baris"
        yield read.fault(cells[0], found, wanted, _MAYBE_BANDS)


def _is_day(back: Restored) -> bool:
    """Is a heading a date within a month, rather than a month or the end of one?"""
    day = back.text.partition(" ")[0]
    return not back.band and back.sure and day.isdigit() and int(day) < _MONTH_ENDS


def _are_times(heading: str, dates: Sequence[date]) -> bool:
    """Do labels say when, by their heading or, without one, as a series of even steps?"""
    if heading:
        return bool(_OF_TIME.search(heading))
    steps = {after - before for before, after in pairwise(dates)}
    months = all(day.day == 1 for day in dates)
    return months or (len(steps) <= 1 and steps != {timedelta(0)})


def shown_otherwise(read: Read) -> Iterator[Fault]:
    """Shares that show as percents, numbers in thousands, rows that are hidden."""
    for shows, what, advice in (
        (_PERCENT, "persen", "Nilainya pecahan seperti tersimpan (0,05 tampil 5%); kalikan 100."),
        (_SCALING, "ribuan atau jutaan", "Nilainya utuh seperti tersimpan, bukan seperti tampil."),
    ):
        cells = list(_formatted(read, shows))
        if cells:
            columns = ", ".join(column_letters(c + 1) for c in sorted({c for c, _ in cells}))
            found = f"format {what} di kolom {columns} ({len(cells)} sel)"
            yield read.fault(cells[0][1], found, "angka seperti tampil", advice)
    words = [word for head in read.heads if not head.derived for word in head.words]
    if scale := scale_of(f"{read.title} {' '.join(words)}"):
        advice = "Nilainya seperti tercetak; kalikan sendiri bila perlu."
        wanted = "satuan yang disebut judulnya"
        yield read.fault(_cell_of_scale(read, scale), f"satuan {scale}", wanted, advice)
    hidden = [str(row + 1) for row in read.stub.rows if row + 1 in read.sheet.hidden_rows]
    if hidden:
        found = f"baris tersembunyi {listed(hidden, len(hidden))}"
        yield read.fault(f"A{hidden[0]}", found, "baris yang terlihat", "Baris itu ikut dibaca.")


def _formatted(read: Read, shows: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Column and address of the numbers whose format shows something."""
    for head in read.heads:
        for row in read.stub.rows:
            value, number_format = read.sheet.content(row + 1, head.column + 1)
            if type(value) in (int, float) and shows.search(_LITERAL.sub("", number_format)):
                yield head.column, address(row + 1, head.column + 1)


def _cell_of_scale(read: Read, scale: str) -> str:
    """The cell above the numbers that names their scale, the nearest one."""
    for row in range(read.stub.rows[0] + 1, 0, -1):
        for place, value in enumerate(read.sheet.values(row), start=1):
            if isinstance(value, str) and scale_of(value) == scale:
                return address(row, place)
    return ""
