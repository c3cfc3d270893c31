"""Printed sums that no rule of a table ties: in a column that is not declared, in a row of data.

What they add up is found by trying: the columns left of the one, the rows that share all other
names with the other. Nothing of them is read as a sum; what differs is told with both numbers.
"""

import re
from collections.abc import Iterator, Sequence

from lkjlib.annexes.declaration import SUMMED
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import Header
from lkjlib.annexes.row_kinds import is_number
from lkjlib.annexes.values import HIDDEN
from lkjlib.data import Row
from lkjlib.excel.workbook import Sheet, address
from lkjlib.numbers.compare import NOISE
from lkjlib.numbers.format import is_missing, quote_angka

_SUM = re.compile(r"((sub|grand)[ -]?)?(total|jumlah|jml)\.?( ?\(.*\))?", re.IGNORECASE)
_MOST_PARTS = 20  # columns left of a sum that may be its parts
_NOT_READ = "Kolom itu tidak dibaca; cocokkan dengan laporan, atau hapus bila tidak dipakai."
_AS_DATA = "Dibaca sebagai baris data: hapus baris itu, atau pisahkan dari data."


def names_sum(text: object) -> bool:
    """Is a name nothing but the word for a sum?

    >>> names_sum("Jumlah"), names_sum("Sub Total (orang)"), names_sum("TOTAL JAYA")
    (True, True, False)
    """
    return isinstance(text, str) and bool(_SUM.fullmatch(" ".join(text.split())))


def report_untied(result: TableRows, sheet: Sheet, header: Header) -> None:
    """Warnings at every printed sum of a table that no rule of it ties."""
    for place, text in header.texts.items():
        if place not in header.columns.values() and names_sum(text.rpartition("|")[2]):
            _report_column(result, sheet, header, place)
    _report_rows(result)


def _report_column(result: TableRows, sheet: Sheet, header: Header, place: int) -> None:
    """The column is the sum of the columns left of it that gives it in most of the rows."""
    rows = _rows_of(result)
    printed = [sheet.value(row, place) for row in rows]
    known = [(row, value) for row, value in zip(rows, printed, strict=True) if is_number(value)]
    if not known:
        return
    sums = list(_sums_left(sheet, header, place, [row for row, _ in known]))
    held = [sum(map(_is_near, (v for _, v in known), column)) for column in sums]
    if not held or max(held) < 2 or 2 * max(held) < len(known):
        sel, found = address(header.last, place), "kolom jumlah, tidak dibaca"
        result.find(sel, found, "jumlah kolom di kirinya", _NOT_READ, "peringatan")
        return
    for (row, value), wanted in zip(known, sums[held.index(max(held))], strict=True):
        if not _is_near(value, wanted):
            found, said = quote_angka(value), f"{quote_angka(wanted)} (jumlah kolom di kirinya)"
            result.find(address(row, place), found, said, _NOT_READ, "peringatan")


def _sums_left(
    sheet: Sheet, header: Header, place: int, rows: Sequence[int]
) -> Iterator[list[float]]:
    """Sums of the two, three … nearest columns of numbers on the left, row by row."""
    sums = [0] * len(rows)
    for column in range(place - 1, max(place - 1 - _MOST_PARTS, 0), -1):
        values = [sheet.value(row, column) for row in rows]
        if column not in header.texts or not any(map(is_number, values)):
            return
        sums = [
            total + (value if is_number(value) else 0)
            for total, value in zip(sums, values, strict=True)
        ]
        if column < place - 1:
            yield sums


def _report_rows(result: TableRows) -> None:
    """A row of data that is called a sum: of the rows that share its other names, if of any."""
    keys = result.table.kunci
    summed = [column.nama for column in result.table.kolom if column.jenis in SUMMED]
    for key in keys:
        called = [row for row in result.rows if key in row and names_sum(row[key].nilai)]
        alike: dict[tuple, list[Row]] = {}
        for row in result.rows if called else ():
            if not names_sum(row[key].nilai):
                alike.setdefault(_others(row, keys, key), []).append(row)
        for row in called:
            told = HIDDEN if result.table.may_name_persons else str(row[key].nilai)
            result.find(row[key].sel, told, "baris data", _AS_DATA, "peringatan")
            parts = alike.get(_others(row, keys, key), [])
            for name in summed if len(parts) > 1 else ():
                _report_sum(result, row, name, [part[name].nilai for part in parts])


def _report_sum(result: TableRows, row: Row, name: str, parts: Sequence) -> None:
    printed, wanted = row[name].nilai, sum(part or 0 for part in parts)
    if not is_missing(printed) and not _is_near(printed, wanted):
        said = f"{quote_angka(wanted)} (jumlah {len(parts)} baris)"
        advice = "Salah satu angka itu salah ketik; cocokkan dengan laporan."
        result.find(row[name].sel, quote_angka(printed), said, advice, "peringatan")


def _others(row: Row, keys: Sequence[str], key: str) -> tuple:
    return tuple(row[name].nilai for name in keys if name != key)


def _rows_of(result: TableRows) -> list[int]:
    """Rows of the sheet that hold the data."""
    name = result.table.kolom[-1].nama
    return [int(re.sub(r"\D", "", row[name].sel)) for row in result.rows if row[name].sel]


def _is_near(value: float, other: float) -> bool:
    return abs(value - other) <= NOISE * max(abs(other), 1)
