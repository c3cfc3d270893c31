"""Works out the sums of total rows that a program saved without their values.

Only what a total row holds: SUM over areas, which passes over text as a spreadsheet does, and
cells joined by plus signs; and what a person types as a sum of numbers, 210+210.
"""

import ast
import operator
import re

from lkjlib.excel.addresses import boundaries
from lkjlib.excel.workbook import Sheet, address

_CELL = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_AREA = rf"{_CELL}(?::{_CELL})?"
_SUM = re.compile(
    rf"=?\+?(?:SUM\((?P<sum>{_AREA}(?:[,;]{_AREA})*)\)|(?P<plus>{_AREA}(?:\+{_AREA})*))"
)
_MOST_CELLS = 500_000  # more than the tables of an office add up
_DEEPEST = 100
_CONSTANTS = re.compile(r"=?[\d.+\-*/()]{1,100}")
_SIGNS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

Number = int | float


def constant(formula: str) -> Number | None:
    """What a formula of numbers alone gives; None of any other.

    >>> constant("210+210"), constant("(3-1)*4/2"), constant("A1+2"), constant("1/0")
    (420, 4.0, None, None)
    """
    if not _CONSTANTS.fullmatch(formula.replace(" ", "")) or "**" in formula or "//" in formula:
        return None
    try:
        return _work_out(ast.parse(formula.strip().lstrip("="), mode="eval").body)
    except (SyntaxError, ArithmeticError):
        return None


def _work_out(node: ast.expr) -> Number:
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _SIGNS[type(node.op)](_work_out(node.left), _work_out(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        value = _work_out(node.operand)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.Constant) and isinstance(node.value, Number):
        return node.value
    raise SyntaxError("no formula of numbers")


class Sums:
    """The sums of one sheet, each worked out once, all of them within a bound.

    >>> rows = [(1,), (2,)]
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

    def given(self, formula: str) -> Number | None:
        """What a formula gives, whatever its cell holds; None where it cannot be worked out."""
        plain = constant(formula)
        return self._sum(formula, 0) if plain is None else plain

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
        min_col, min_row, max_col, max_row = boundaries(area.replace("$", ""))
        last = min(max_row, len(self._sheet.rows))
        return range(min_row, last + 1), range(min_col, max_col + 1)
