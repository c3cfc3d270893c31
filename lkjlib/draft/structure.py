"""Where a report contradicts itself: found by rule, with both numbers and their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjlib.draft.document import Blok
from lkjlib.draft.grid import Grid
from lkjlib.errors import ParseError
from lkjlib.ledger.claims import NUMBER
from lkjlib.numbers.format import format_angka
from lkjlib.numbers.parse import Printed, parse_printed

_TOTAL = re.compile(
    r"(?:sub\s*-?\s*|grand\s+)?(?:total|jumlah)(?:\s+(?:keseluruhan|seluruhnya|umum|[IVX]+))?\W*",
    re.IGNORECASE,
)
_OTHER_TARGET = re.compile(r"rpjm|renstra|nasional|akhir|jangka menengah", re.IGNORECASE)
_MEAN = re.compile(r"\brata\s*-?\s*rata\b", re.IGNORECASE)
_LEADING = re.compile(rf"[^\w(−-]*(?:rp\.?\s*)?([-−]?)\s*({NUMBER.pattern})", re.IGNORECASE)
_FORMULA = re.compile(
    rf"\(\s*({NUMBER.pattern})\s*(?:[-–−]\s*({NUMBER.pattern})\s*)?[/:]\s*({NUMBER.pattern})"
)
_BOUND = re.compile(r"[<>≤≥]|\bs/?d\b|–|\d\s*-\s*\d")


@dataclass(frozen=True)
class Janggal:
    """A contradiction: the rule, where it stands, what is printed, what it is set against."""

    aturan: str
    bagian: str
    baris: int
    tercetak: str
    pembanding: str
    penjelasan: str

    def __str__(self) -> str:
        return (
            f"baris {self.baris}, {self.bagian}: {self.penjelasan} "
            f"(tercetak {self.tercetak}, pembanding {self.pembanding})"
        )


def number_of(text: str) -> Printed | None:
    """The number that a cell begins with, with its sign; None where it has none or is a class.

    >>> number_of("23.48% (31 / 132)").value, number_of("−7,20").value, number_of("> 100")
    (Decimal('23.48'), Decimal('-7.20'), None)
    """
    match = _LEADING.match(text)
    if match is None or _BOUND.search(text):
        return None
    try:
        found = parse_printed(match[2])
    except ParseError:
        return None
    return Printed(-found.value, found.decimals) if match[1] else found


def formula_in(text: str) -> Decimal | None:
    """What the formula in brackets gives: (31 / 132 x 100), (b - a / a); None without one.

    >>> formula_in("23.48% (31 / 132 x100)").quantize(Decimal("0.01"))
    Decimal('23.48')
    """
    match = _FORMULA.search(text)
    if match is None:
        return None
    try:
        top, less, under = (parse_printed(part) if part else None for part in match.groups())
    except ParseError:
        return None
    if not under.value:
        return None
    return (top.value - (less.value if less else 0)) * 100 / under.value


def columns_of(grid: Grid) -> dict[int, dict[int, Printed]]:
    """Columns of numbers: by column, the number of each row of the body that has one."""
    found: dict[int, dict[int, Printed]] = {}
    for column in range(grid.lebar):
        if column in grid.counting:
            continue
        numbers = {
            row: number
            for row in grid.body()
            if (number := number_of(grid.at(row, column))) is not None
        }
        filled = [row for row in grid.body() if grid.at(row, column)]
        if numbers and 2 * len(numbers) > len(filled):
            found[column] = numbers
    return found


def is_total(grid: Grid, row: int) -> bool:
    """Is a row the sum of others?"""
    return _TOTAL.fullmatch(_label(grid, row)) is not None


def is_mean(grid: Grid, row: int) -> bool:
    """Is a row the mean of others?"""
    return bool(_MEAN.match(_label(grid, row)))


def _label(grid: Grid, row: int) -> str:
    return grid.labels[row][0] if grid.labels[row] else ""


def head(grid: Grid, column: int) -> str:
    """What heads a column, in one line and small letters."""
    return " ".join(grid.heads[column]).casefold()


def column_headed(grid: Grid, *words: str) -> int | None:
    """The last column whose heading holds one of some words."""
    found = [c for c in range(grid.lebar) if any(word in head(grid, c) for word in words)]
    return found[-1] if found else None


def results_in(grid: Grid) -> tuple[int, int, int] | None:
    """Columns of target, realisasi and capaian of a table that has one of each, in this order.

    A capaian may be headed by a lone %; a target of another document is none of the year.
    """
    last = [(grid.heads[c] or [""])[-1].casefold().strip() for c in range(grid.lebar)]
    capaian = [c for c, text in enumerate(last) if "capaian" in text]
    capaian = capaian or [c for c, text in enumerate(last) if text == "%"]
    if not capaian:
        return None
    before = range(capaian[-1])
    realisasi = [c for c in before if "realisasi" in last[c]]
    target = [c for c in before if "target" in last[c] and not is_other_target(head(grid, c))]
    return (target[-1], realisasi[-1], capaian[-1]) if target and realisasi else None


def is_other_target(text: str) -> bool:
    """Is a target meant that is not the year's own: of a plan, of the nation?"""
    return _OTHER_TARGET.search(text) is not None


def shown(value: Decimal, places: int) -> str:
    """A number as the report would print it."""
    return format_angka(value, places)


def rows_of(blok: Blok, row: int) -> int:
    """Line of the report in which a row of a table stands."""
    return blok.grid.baris[row]


def prints_as(value: Decimal, printed: Printed) -> bool:
    """Does a value print so, rounded half up or cut off?"""
    unit = Decimal(1).scaleb(-printed.decimals)
    return abs(value - printed.value) < unit and (
        abs(value - printed.value) <= unit / 2 or abs(printed.value) <= abs(value)
    )


def sum_of(values: Sequence[Printed]) -> Decimal:
    """Their sum."""
    return sum((one.value for one in values), Decimal(0))
