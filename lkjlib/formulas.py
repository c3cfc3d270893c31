"""Works out the sums of total rows that a program saved without their values.

Only what a total row holds: SUM over areas, which passes over text as a spreadsheet does, and
cells joined by plus signs.
"""

from __future__ import annotations

import re

from openpyxl.utils import range_boundaries

from lkjlib.workbook import Sheet, address

_AREA = r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?"
_SUM = re.compile(
    rf"=?\+?(?:SUM\((?P<sum>{_AREA}(?:[,;]{_AREA})*)\)|(?P<plus>{_AREA}(?:\+{_AREA})*))"
)


def calculate(sheet: Sheet, sel: str) -> int | float | None:
    """Value of the sum formula at `sel`; None where it is no plain sum of numbers."""
    return _value(sheet, sel, frozenset())


def _value(
    sheet: Sheet, sel: str, seen: frozenset[str], *, skip_text: bool = False
) -> int | float | None:
    formula = sheet.uncalculated.get(sel)
    if formula is None:
        value = sheet.at(sel)
        if value is None or (skip_text and isinstance(value, str)):
            return 0
        return value if isinstance(value, int | float) else None
    match = _SUM.fullmatch(formula.replace(" ", "").upper())
    if not match or sel in seen:
        return None
    areas = re.split(r"[,;+]", match["sum"] or match["plus"])
    parts = [
        _value(sheet, cell, seen | {sel}, skip_text=bool(match["sum"]))
        for area in areas
        for cell in _addresses(sheet, area)
    ]
    return None if None in parts else sum(parts)


def _addresses(sheet: Sheet, area: str) -> list[str]:
    min_col, min_row, max_col, max_row = range_boundaries(area.replace("$", ""))
    last = min(max_row, len(sheet.rows))
    return [
        address(row, column)
        for row in range(min_row, last + 1)
        for column in range(min_col, max_col + 1)
    ]
