"""Addresses of cells, read and written.

openpyxl has the same; whoever asks it for that much waits until it has loaded everything else.
"""

import re
from functools import lru_cache

_MOST = 18_278  # ZZZ
_CORNER = r"\$?([A-Za-z]{1,3})\$?([0-9]+)"
_LETTERS = re.compile("[A-Za-z]{1,3}")
_AREA = re.compile(rf"{_CORNER}(?::{_CORNER})?")


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Letters of a 1-based column.

    Raises
    ------
    ValueError
        When there is no such column.

    Examples
    --------
    >>> column_letters(1), column_letters(26), column_letters(27), column_letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    if not 0 < column <= _MOST:
        raise ValueError(f"there is no column {column}")
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """1-based column of letters.

    Raises
    ------
    ValueError
        When they are no letters of a column.

    Examples
    --------
    >>> column_number("A"), column_number("AA"), column_number("aaa")
    (1, 27, 703)
    """
    if not _LETTERS.fullmatch(letters):
        raise ValueError(f"'{letters}' is no column")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def boundaries(area: str) -> tuple[int, int, int, int]:
    """First column, first row, last column and last row of an area, or of a single cell.

    Raises
    ------
    ValueError
        When it is none.

    Examples
    --------
    >>> boundaries("B2:D$10"), boundaries("$C8")
    ((2, 2, 4, 10), (3, 8, 3, 8))
    """
    match = _AREA.fullmatch(area)
    if not match:
        raise ValueError(f"'{area}' is no area of cells")
    left, top, right, bottom = match.groups()
    return column_number(left), int(top), column_number(right or left), int(bottom or top)
