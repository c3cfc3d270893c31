"""Labels that a spreadsheet took for dates: "7-12" typed, 12 July kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lkjlib.printed.words import MONTHS

_BAND = re.compile(r"(\d{1,3})\s*([-–—])\s*(\d{1,3})")


@dataclass(frozen=True)
class Restored:
    """A label made of a date; `sure` where its neighbours leave no other reading."""

    text: str
    band: bool
    sure: bool


def restore(value: date, around: Iterable[str]) -> Restored:
    """The label that a date was, judged by the labels beside it.

    Where they are bands ("13-15"), the day and the month are one; where none is, the date is one.

    Examples
    --------
    >>> restore(date(2001, 7, 12), ["13-15", "16-18"])
    Restored(text='7-12', band=True, sure=True)
    >>> restore(date(2024, 8, 1), ["Februari 2024"]).text
    'Agustus 2024'
    """
    bands = [match for text in around if (match := _BAND.fullmatch(text.strip()))]
    if not bands:
        return Restored(_as_date(value), False, True)
    mark = bands[0][2]
    edges = [(int(band[1]), int(band[3])) for band in bands]
    fitting = [pair for pair in _readings(value) if pair[0] < pair[1] and not _within(pair, edges)]
    joined = [pair for pair in fitting if _touches(pair, edges)]
    best = joined or fitting
    if not best:
        return Restored(_as_date(value), False, False)
    low, high = best[0]
    return Restored(f"{low}{mark}{high}", True, len(set(best)) == 1)


def has_bands(texts: Iterable[str]) -> bool:
    """Is there a band among some labels?

    >>> has_bands(["Satu", "15-19"])
    True
    """
    return any(_BAND.fullmatch(text.strip()) for text in texts)


def _readings(value: date) -> Iterator[tuple[int, int]]:
    """What could have been typed: month-day, day-month, month-year."""
    yield value.month, value.day
    yield value.day, value.month
    yield value.month, value.year % 100


def _within(pair: tuple[int, int], edges: list[tuple[int, int]]) -> bool:
    """Does a band overlap another one?"""
    return any(pair[0] <= high and low <= pair[1] for low, high in edges)


def _touches(pair: tuple[int, int], edges: list[tuple[int, int]]) -> bool:
    return any(pair[1] + 1 == low or high + 1 == pair[0] for low, high in edges)


def _as_date(value: date) -> str:
    """A date as a heading says it: the month alone where it is the first day."""
    if value.day == 1:
        return f"{MONTHS[value.month - 1]} {value.year}"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
