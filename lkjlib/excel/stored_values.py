"""Turns what a cell stores into a value of its kind: number, text, date, truth, error."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.utils.datetime import from_excel, from_ISO8601

from lkjlib.excel.contents import Contents, Format, text_of
from lkjlib.excel.limits import Refused

_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?")

_EXACT = 10**15  # a spreadsheet keeps 15 digits

Value = str | int | float | bool | date | datetime | time | timedelta | None


class Cell(NamedTuple):
    """Value and number format of a cell; an error like #REF! is a text."""

    value: Value
    number_format: str


BLANK = Cell(None, "General")


def read_cell(
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
    # some programs store 2019 as 2019.0
    return int(number) if number.is_integer() and abs(number) < _EXACT else number
