"""A measure: a named, exact value computed from the frames alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lkjlib.numbers.format import is_missing, to_decimal
from lkjlib.themes.measure import Measure

Measures = Iterator[Measure]


def exact(number: object) -> Fraction | None:
    """A printed number as the exact fraction that it shows; None where it is missing."""
    return None if is_missing(number) else Fraction(to_decimal(number))


def percent(part: int, whole: int) -> Fraction:
    """Exact percentage of two counts."""
    return Fraction(int(part) * 100, int(whole))


def direction(before: object, after: object) -> str | None:
    """Word for a change: meningkat, menurun, tetap."""
    if before is None or after is None:
        return None
    return "meningkat" if after > before else "menurun" if after < before else "tetap"


def slug(name: str) -> str:
    """A name as part of a key.

    >>> slug("Banjarbaru Selatan"), slug("Laki-laki")
    ('banjarbaru_selatan', 'laki_laki')
    """
    return name.lower().replace(" ", "_").replace("-", "_")
