"""Numbers as tables print them: Indonesian or English style, by what their own column shows.

A text such as "1.234" means two numbers; the other cells of its column decide, then those of its
table. What they leave open, and what no style can read, stays missing and is named.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from lkjlib.numbers.parse import MISSING_MARKS

_MISSING = MISSING_MARKS | {"…", "...", "..", "N.A", "N.A.", "NAN", "NULL", "NONE", "#N/A", "T.A.D"}
_NUMERIC = re.compile(
    r"(?P<awal>[-−+]?\s*(?:rp\.?|idr)?\s*[-−]?|\()\s*(?P<angka>[.,]?\d[\d.,\s]*?)"
    r"(?P<ekor>,[-–]{1,2}\.?)?\s*(?P<tutup>\))?\s*%?\s*(?:[*⁰¹²³⁴-⁹]+\)?)?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?<=\d)\s+[^\W\d_]{1,12}\.?$")
_SPACED = re.compile(r"\d{1,3}(?:\s\d{3})+(?![\d])")
_INDONESIAN = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d*)(?:,\d+)?")
_ENGLISH = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?")
_LONGEST = 40
_ENOUGH = 3  # cells of three-digit groups that make thousands of a column without other evidence
_MOSTLY = 0.9  # of the texts that only one style reads settle the others
_INT64 = 2**63 - 1

Number = int | float | None


class Reading(NamedTuple):
    """What a text is as an Indonesian number and as an English one; None where it is none."""

    indonesian: Number
    english: Number

    @property
    def settled(self) -> bool:
        return self.indonesian == self.english

    @property
    def style(self) -> str:
        """The only style that can read it; nothing where both or neither can."""
        if (self.indonesian is None) == (self.english is None):
            return ""
        return "english" if self.indonesian is None else "indonesian"


NEITHER = Reading(None, None)


def is_missing_text(text: str) -> bool:
    """Does a text stand for "not available"?

    >>> is_missing_text(" – "), is_missing_text("n/a"), is_missing_text("0")
    (True, True, False)
    """
    return text.strip().upper() in _MISSING


@lru_cache(maxsize=65536)
def is_numeric(text: str) -> bool:
    """Has a text the look of a number, whatever its style?

    >>> is_numeric("25,224,375,042,00"), is_numeric("Rp 5.000,-"), is_numeric("15-19")
    (True, True, False)
    """
    text = text.strip()
    return len(text) <= _LONGEST and bool(_NUMERIC.fullmatch(text))


@lru_cache(maxsize=65536)
def read_text(text: str) -> Reading:
    """A printed number in both styles; a unit behind it ("12 orang") is left out.

    >>> read_text("1.234")
    Reading(indonesian=1234, english=1.234)
    >>> read_text("12 orang").english, read_text("25,224,375,042,00").english
    (12, None)
    """
    match = _NUMERIC.fullmatch(_UNIT.sub("", text.strip())) if len(text) <= _LONGEST else None
    if match is None or ("(" in match["awal"]) != bool(match["tutup"]):
        return NEITHER
    digits = match["angka"].strip()
    if _SPACED.match(digits):
        digits = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", "", digits)
    negative = any(sign in match["awal"] for sign in "-−(")
    return Reading(
        _number(_INDONESIAN, digits, ".", ",", negative),
        _number(_ENGLISH, digits, ",", ".", negative),
    )


def _number(
    style: re.Pattern[str], digits: str, thousands: str, decimal: str, negative: bool
) -> Number:
    if not style.fullmatch(digits) or not any(digit.isdigit() for digit in digits):
        return None
    text = digits.replace(thousands, "").replace(decimal, ".")
    number = float(text) if "." in text or len(text) > 18 else int(text)
    return -number if negative else number


@dataclass
class Column:
    """The values of one column, None where missing; flagged: place -> (what, why)."""

    numbers: list[Number] = field(default_factory=list)
    flagged: dict[int, tuple[str, str]] = field(default_factory=dict)


def read_columns(columns: Sequence[Sequence[object]], rates: Sequence[bool]) -> list[Column]:
    """The numbers of a table's columns.

    Parameters
    ----------
    columns : cells of each column, as the workbook holds them
    rates : for each column, whether its heading speaks of percent or the like, so that three
        digits behind a mark need not be thousands

    Examples
    --------
    >>> [column] = read_columns([["1.234", "-", "12,5", 7]], [False])
    >>> column.numbers
    [1234, None, 12.5, 7]
    """
    styles = [_style(column) for column in columns]
    shown = [style for style in styles if style]
    table = shown[0] if len(set(shown)) == 1 else ""
    counts = [
        value for column, rate in zip(columns, rates, strict=True) if not rate for value in column
    ]
    grouped = "" if shown else _grouped(counts)
    return [
        _read(column, style or _settle(column, table or ("" if rate else grouped), rate))
        for column, style, rate in zip(columns, styles, rates, strict=True)
    ]


def _texts(column: Sequence[object]) -> Iterable[Reading]:
    return (read_text(v) for v in column if type(v) is str and not is_missing_text(v))


def _style(column: Sequence[object]) -> str:
    """The style that a column shows; "mixed" where its cells show both about equally."""
    found = Counter(reading.style for reading in _texts(column) if reading.style)
    if not found:
        return ""
    style, count = found.most_common(1)[0]
    return style if count >= _MOSTLY * found.total() else "mixed"


def _settle(column: Sequence[object], table: str, rate: bool) -> str:
    """The style of a column whose own texts all can be read twice."""
    own = "" if rate else _grouped(column)
    table = "" if table == "mixed" else table
    return "" if own and table and own != table else own or table


def _grouped(cells: Sequence[object]) -> str:
    """The style in which every number of some has its thousands parted, where enough show it."""
    texts = {v.strip() for v in cells if type(v) is str and not is_missing_text(v)}
    open_ = [text for text in texts if not read_text(text).settled]
    bare = texts.difference(open_)
    marks = {mark for text in open_ for mark in ".," if mark in text}
    if len(open_) < _ENOUGH or len(marks) > 1 or any(len(text) > 3 for text in bare):
        return ""
    return "indonesian" if "." in marks else "english"


def _read(column: Sequence[object], style: str) -> Column:
    found = Column()
    numbers = found.numbers
    for place, value in enumerate(column):
        kind = type(value)
        if kind is int or kind is float:
            numbers.append(value if isfinite(value) and abs(value) <= _INT64 else None)
            if numbers[-1] is None:
                found.flagged[place] = (str(value)[:20], "terlalu besar")
        elif value is None:
            numbers.append(None)
        elif kind is str:
            numbers.append(_read_one(value, style, place, found))
        else:
            numbers.append(None)
            found.flagged[place] = _other(value)
    return found


def _other(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return str(value).upper(), "nilai logika, bukan angka"
    return str(value)[:10], "tanggal, mungkin angka yang diubah lembar kerja"


def _read_one(text: str, style: str, place: int, found: Column) -> Number:
    if is_missing_text(text):
        return None
    reading = read_text(text)
    if reading.settled and reading.english is not None:
        return reading.english
    if reading is NEITHER or (reading.indonesian is None and reading.english is None):
        shown = text.strip() if is_numeric(text) or text.startswith("#") else "teks"
        found.flagged[place] = (shown, "bukan angka yang dapat dibaca")
        return None
    if style in ("", "mixed") and not reading.style:
        either = f"dapat berarti {_show(reading.indonesian)} atau {_show(reading.english)}"
        found.flagged[place] = (text.strip(), either)
        return None
    style = reading.style or style
    return reading.english if style == "english" else reading.indonesian


def _show(number: Number) -> str:
    return str(number).replace(".", ",")
