"""Works out the sums of total rows that a program saved without their values.

Only what a total row holds: SUM over areas, and cells joined by plus signs.
"""

from __future__ import annotations

import re

from openpyxl.utils import range_boundaries

from lkjlib.workbook import Sheet

_AREA = r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?"
_SUM = re.compile(
    rf"=?\+?(?:SUM\((?P<sum>{_AREA}(?:[,;]{_AREA})*)\)|(?P<plus>{_AREA}(?:\+{_AREA})*))"
)


def calculate(sheet: Sheet, address: str) -> int | float | None:
    """Value of the sum formula at `address`; None where it is no plain sum of numbers."""
    return _value(sheet, address, frozenset())


def _value(sheet: Sheet, address: str, seen: frozenset[str]) -> int | float | None:
    formula = sheet.uncalculated.get(address)
    if formula is None:
        column, row, _, _ = range_boundaries(address)
        cell = sheet.cell(row, column)
        value = cell.value if cell is not None else None
        return value if isinstance(value, int | float) else 0 if value is None else None
    match = _SUM.fullmatch(formula.replace(" ", "").upper())
    if not match or address in seen:
        return None
    areas = re.split(r"[,;+]", match["sum"] or match["plus"])
    parts = [_value(sheet, a, seen | {address}) for area in areas for a in _addresses(sheet, area)]
    return None if None in parts else sum(parts)


def _addresses(sheet: Sheet, area: str) -> list[str]:
    min_col, min_row, max_col, max_row = range_boundaries(area.replace("$", ""))
    cells = [
        sheet.cell(row, column)
        for row in range(min_row, min(max_row, len(sheet.rows)) + 1)
        for column in range(min_col, max_col + 1)
    ]
    return [cell.coordinate for cell in cells if cell is not None and hasattr(cell, "coordinate")]
