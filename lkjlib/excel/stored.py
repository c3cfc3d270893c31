"""What a cell stores, as a value: a number, text, date, truth or error."""

import re
from datetime import date, datetime, time, timedelta

from lkjlib.excel.contents import Contents
from lkjlib.excel.formats import Format
from lkjlib.excel.limits import Refused

_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?")
_EXACT = 10**15  # a spreadsheet keeps 15 digits

Value = str | int | float | bool | date | datetime | time | timedelta | None


def read_stored(contents: Contents, kind: str, text: str, style: Format) -> Value:
    """The value that a cell of a kind stores as a text.

    Raises
    ------
    Refused
        When a cell is of no kind there is, or refers to a text that is not there.

    Examples
    --------
    >>> plain = Format.of("0")
    >>> book = Contents((), ["KUD"], [plain], datetime(1900, 1, 1), False)
    >>> read_stored(book, "s", "0", plain), read_stored(book, "n", "54", plain)
    ('KUD', 54)
    """
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
        from openpyxl.utils.datetime import from_ISO8601  # late: all of openpyxl comes with it

        return from_ISO8601(text)
    raise Refused(f"jenis sel '{kind}'", "jenis sel yang dikenal")


def _date(number: Value, contents: Contents, style: Format) -> Value:
    from openpyxl.utils.datetime import from_excel  # late: all of openpyxl comes with it

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
