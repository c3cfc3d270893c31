"""Works out the sums of total rows that a program saved without their values.

Only what a total row holds: SUM over areas, which passes over text as a spreadsheet does, and
cells joined by plus signs.
"""

import re

from openpyxl.utils import range_boundaries

from lkjlib.excel.workbook import Sheet, address

_CELL = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_AREA = rf"{_CELL}(?::{_CELL})?"
_SUM = re.compile(
    rf"=?\+?(?:SUM\((?P<sum>{_AREA}(?:[,;]{_AREA})*)\)|(?P<plus>{_AREA}(?:\+{_AREA})*))"
)
_MOST_CELLS = 500_000  # more than the tables of an office add up
_DEEPEST = 100

Number = int | float


class Sums:
    """The sums of one sheet, each worked out once, all of them within a bound.

    >>> from lkjlib.excel.cells import Cell
    >>> rows = [(Cell(1, "0"),), (Cell(2, "0"),)]
    >>> Sums(Sheet("a.xlsx", "A", rows, uncalculated={"A3": "SUM(A1:A2)"})).value("A3")
    3
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[str, Number | None] = {}
        self._left = _MOST_CELLS

    def value(self, sel: str, depth: int = 0, *, skip_text: bool = False) -> Number | None:
        """Value of the cell at `sel`; None where it is neither a number nor a plain sum."""
        formula = self._sheet.uncalculated.get(sel)
        if formula is None:
            value = self._sheet.at(sel)
            if value is None or (skip_text and isinstance(value, str)):
                return 0
            return value if isinstance(value, Number) else None
        if sel not in self._known:
            self._known[sel] = None  # a circle ends here
            self._known[sel] = self._sum(formula, depth)
        return self._known[sel]

    def _sum(self, formula: str, depth: int) -> Number | None:
        match = _SUM.fullmatch(formula.replace(" ", "").upper())
        if not match or depth > _DEEPEST:
            return None
        areas = [self._clip(a) for a in re.split(r"[,;+]", match["sum"] or match["plus"])]
        self._left -= sum(len(rows) * len(columns) for rows, columns in areas)
        if self._left < 0:
            return None
        parts = [
            self.value(address(row, column), depth + 1, skip_text=bool(match["sum"]))
            for rows, columns in areas
            for row in rows
            for column in columns
        ]
        return None if None in parts else sum(parts)

    def _clip(self, area: str) -> tuple[range, range]:
        """Rows and columns of an area, as far down as the sheet goes."""
        min_col, min_row, max_col, max_row = range_boundaries(area.replace("$", ""))
        last = min(max_row, len(self._sheet.rows))
        return range(min_row, last + 1), range(min_col, max_col + 1)
