"""What stands around a table and changes what it says: units, hidden rows, lost headings, words.

A unit stated once above a table makes other numbers of all its cells; whoever reads only the cells
never sees it.
"""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import SEARCHED_ROWS, Header
from lkjlib.annexes.values import is_error
from lkjlib.excel.workbook import Sheet, address

_SCALED = ("bulat", "rupiah", "angka")
_BIG = r"(?:ratus|ribu|rb|juta|jt|mil[iy]ar|triliun)"
_UNIT = re.compile(
    r"(?<!\d )\b(?:ribuan|jutaan|mil[iy]aran|triliunan|thousands?|millions?|billions?)\b"
    rf"|\b(?:dalam|satuan|unit|rp|rupiah|idr|x)\b[\s:.(=]*(?:(?:rp|rupiah)\b[\s.]*)?{_BIG}\b"
    rf"|(?<!\d )\b{_BIG}\s+(?:rupiah|rp|orang|jiwa|unit|usaha)\b"
    r"|\b(?:rp|rupiah|idr)\b[\s.(]*0{3}\b"
    r"|(?:\b(?:x|dalam)|×)\s*(?:rp\.?\s*)?1[.,]?000(?:[.,]000)*\b"
    rf"|(?:\b(?:x|dalam)|×)\s*1\s*{_BIG}\b",
    re.IGNORECASE,
)
_MOST_SHOWN = 80  # characters of a title
_WHOLE = "angka utuh, bukan dalam ribuan atau jutaan"
_IN_UNITS = (
    "Tulis setiap angka utuh (dalam satu rupiah atau satu orang), lalu hapus keterangan satuan itu."
)
_IF_IN_UNITS = "Bila angka tabel ini memang dalam satuan itu, tulis angkanya utuh."


def names_unit(text: str) -> bool:
    """Do words say that numbers are in thousands, millions …? An amount of money does not.

    >>> names_unit("(dalam ribuan rupiah)"), names_unit("Omzet (Rp juta)"), names_unit("Rp 000")
    (True, True, True)
    >>> names_unit("(x 1 juta)"), names_unit("(dalam rb)")
    (True, True)
    >>> names_unit("USAHA DI BAWAH 300 JUTA RUPIAH"), names_unit("(dalam persen)")
    (False, False)
    """
    return bool(_UNIT.search(" ".join(text.split())))


def report_around(result: TableRows, sheet: Sheet, header: Header, last: int) -> None:
    """Faults of what stands around a table whose last row is `last`."""
    _report_units(result, sheet, header, last)
    _report_odd_titles(result, sheet, header)
    _report_untitled(result, sheet, header, last)


def _report_units(result: TableRows, sheet: Sheet, header: Header, last: int) -> None:
    """Numbers in thousands are not multiplied by guess: above a table a galat, below it a doubt."""
    if not _scales(result.table):
        return
    above = range(1, header.last + 1)
    below = range(last + 1, min(len(sheet.rows), last + SEARCHED_ROWS) + 1)
    for rows, advice, tingkat in ((above, _IN_UNITS, "galat"), (below, _IF_IN_UNITS, "peringatan")):
        for row, place, text in _words(sheet, rows):
            if names_unit(text):
                found, wanted = " ".join(text.split())[:_MOST_SHOWN], _WHOLE
                result.find(address(row, place), found, wanted, advice, tingkat)


def _scales(table: Table) -> bool:
    return any(column.jenis in _SCALED for column in table.kolom)


def _words(sheet: Sheet, rows: range) -> Iterator[tuple[int, int, str]]:
    for row in rows:
        for place, value in enumerate(sheet.values(row), start=1):
            if isinstance(value, str):
                yield row, place, value


def _report_odd_titles(result: TableRows, sheet: Sheet, header: Header) -> None:
    """An error, a date or a truth where a heading was: its column is not known by anything."""
    for row in range(header.first, header.last + 1):
        for place, value in enumerate(sheet.values(row), start=1):
            odd = is_error(value) or isinstance(value, bool | date | time | timedelta)
            if odd and place not in header.columns.values():
                result.find(
                    address(row, place),
                    str(value).upper() if isinstance(value, bool) else str(value),
                    "judul kolom",
                    "Kolom itu tidak dibaca: tulis judulnya sebagai teks, atau biarkan.",
                    "peringatan",
                )


def _report_untitled(result: TableRows, sheet: Sheet, header: Header, last: int) -> None:
    """A column without a heading over the rows of a table may have lost it."""
    rows = sheet.rows[header.last : min(last, header.last + SEARCHED_ROWS)]
    width = max(map(len, rows), default=0)
    first = min(header.columns.values())
    for place in range(first + 1, width + 1):
        if place in header.texts:
            continue
        filled = sum(len(row) >= place and row[place - 1] is not None for row in rows)
        if filled * 2 >= len(rows) and filled > 0:
            result.find(
                address(header.last, place),
                f"kolom tanpa judul, {filled} baris terisi, tidak dibaca",
                "judul kolom",
                "Tulis judulnya bila isinya perlu dibaca, atau biarkan.",
                "peringatan",
            )


def report_hidden(result: TableRows, sheet: Sheet, header: Header) -> None:
    """A hidden sheet or column counts: who hid it may not know."""
    if sheet.hidden:
        advice = "Lembar itu dibaca; tampilkan atau hapus bila tidak dipakai."
        result.find("", "lembar tersembunyi", "lembar yang tampak", advice, "peringatan")
    for place in sorted(sheet.hidden_columns & set(header.columns.values())):
        result.find(
            address(header.first, place),
            "kolom tersembunyi, tetap dibaca",
            "kolom yang tampak",
            "Tampilkan kolomnya, atau hapus bila tidak dipakai.",
            "peringatan",
        )


def report_hidden_row(result: TableRows, row: int) -> None:
    """A hidden row counts: who hid it may not know."""
    result.find(
        f"A{row}",
        "baris tersembunyi, tetap dibaca",
        "baris yang tampak",
        "Tampilkan barisnya, atau hapus bila tidak dipakai.",
        "peringatan",
    )


def report_other_table(result: TableRows, row: int, tingkat: str, tahun: str = "") -> None:
    """A second table under the declared one is named, not read; `tahun` is the year it names."""
    of_year = f" ({tahun})" if tahun else ""
    result.find(
        f"A{row}",
        f"tabel lain{of_year} di bawah tabel ini, tidak dibaca",
        "satu tabel setiap lembar",
        "Pindahkan tabel itu ke lembar lain bila isinya perlu dibaca.",
        tingkat,
    )


def report_words_between(result: TableRows, sheet: Sheet, row: int) -> None:
    """A remark or a heading among the rows: nobody can tell which rows it is about."""
    place = next(iter(sheet.words(row)))
    words = str(sheet.value(row, place))[:60]
    result.find(
        address(row, place),
        "tulisan di antara baris data" if result.table.may_name_persons else words,
        "baris data, atau baris kosong",
        "Hapus baris itu, atau pindahkan ke bawah tabel; di bawahnya masih ada data.",
    )
