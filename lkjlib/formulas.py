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


_MOST_CELLS = 100_000  # more than any table of an office adds up
_MOST_FORMULAS = 200


def calculate(sheet: Sheet, sel: str) -> int | float | None:
    """Value of the sum formula at `sel`; None where it is no plain sum or a huge one."""
    return _value(sheet, sel, {})


def _value(
    sheet: Sheet, sel: str, known: dict[str, int | float | None], *, skip_text: bool = False
) -> int | float | None:
    formula = sheet.uncalculated.get(sel)
    if formula is None:
        value = sheet.at(sel)
        if value is None or (skip_text and isinstance(value, str)):
            return 0
        return value if isinstance(value, int | float) else None
    if sel not in known:
        known[sel] = None  # a circle ends here
        known[sel] = _sum(sheet, formula, known)
    return known[sel]


def _sum(sheet: Sheet, formula: str, known: dict[str, int | float | None]) -> int | float | None:
    match = _SUM.fullmatch(formula.replace(" ", "").upper())
    if not match or len(known) > _MOST_FORMULAS:
        return None
    areas = [_clip(sheet, a) for a in re.split(r"[,;+]", match["sum"] or match["plus"])]
    if sum(len(rows) * len(columns) for rows, columns in areas) > _MOST_CELLS:
        return None
    parts = [
        _value(sheet, address(row, column), known, skip_text=bool(match["sum"]))
        for rows, columns in areas
        for row in rows
        for column in columns
    ]
    return None if None in parts else sum(parts)


def _clip(sheet: Sheet, area: str) -> tuple[range, range]:
    """Rows and columns of an area, as far down as the sheet goes."""
    min_col, min_row, max_col, max_row = range_boundaries(area.replace("$", ""))
    return range(min_row, min(max_row, len(sheet.rows)) + 1), range(min_col, max_col + 1)
