"""Exact numbers that know the cells they rest on, through every sum, difference and ratio.

An analysis that computes with them instead of floats gives the same figures without rounding,
and says of each where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, isnan
from numbers import Rational


class Exact:
    """A rational number with the expression over cells that gives it.

    Parameters
    ----------
    nilai : the number.
    asal : address of the cell that holds it, ``koperasi.xlsx!Keragaan!C8``; empty for a constant.

    Examples
    --------
    >>> idle, force = Exact(6180, "a.xlsx!P!D15"), Exact(122163, "a.xlsx!AK!D15")
    >>> rate = idle / force * 100
    >>> round(float(rate), 2), rate.asal()
    (5.06, 'a.xlsx!P!D15 / AK!D15')
    """

    __slots__ = ("_stored", "nilai")

    def __init__(self, nilai: Rational | Decimal, asal: str = "") -> None:
        self.nilai = Fraction(nilai)
        self._stored: tuple = ("sum", ((1, asal),)) if asal else ()

    @classmethod
    def _made(cls, nilai: Fraction, terms: tuple) -> Exact:
        made = object.__new__(cls)  # the value is a fraction already
        made.nilai, made._stored = nilai, terms
        return made

    @property
    def _terms(self) -> tuple:
        """The expression; sums are gathered when somebody asks for it, not at every addition."""
        if self._stored and self._stored[0] == "later":
            self._stored = _gathered(self._stored)
        return self._stored

    def asal(self, totals: Mapping[frozenset[str], str] | None = None) -> str:
        """The cells as a formula over addresses; a file or sheet is named where it changes.

        Parameters
        ----------
        totals : cells that a sheet adds up -> the cell that holds their sum, which is then named.
        """
        return _shorten(_render(self._terms, totals or {}))

    def sel(self) -> tuple[str, ...]:
        """Addresses of all cells it rests on, each once, in the order they came in."""
        return tuple(dict.fromkeys(_cells(self._terms)))

    def satu_sel(self) -> str | None:
        """The cell that holds it as it is; None where it was computed, or is a constant.

        >>> one = Exact(6180, "a.xlsx!P!D15")
        >>> one.satu_sel(), (one + Exact(2, "a.xlsx!P!D16")).satu_sel()
        ('a.xlsx!P!D15', None)
        """
        terms = self._terms
        plain = terms and terms[0] == "sum" and len(terms[1]) == 1 and terms[1][0][0] == 1
        return terms[1][0][1] if plain and isinstance(terms[1][0][1], str) else None

    def bernilai(self, nilai: Rational | Decimal) -> Exact:
        """Another number that rests on the same cells: what choosing or looking up made of it.

        >>> Exact(10, "a.xlsx!P!D5").bernilai(9).asal()
        'a.xlsx!P!D5'
        """
        return Exact._made(Fraction(nilai), self._terms)

    def __add__(self, other: object) -> Exact:
        return self._sum(other, 1, 1)

    def __radd__(self, other: object) -> Exact:
        return self._sum(other, 1, 1)

    def __sub__(self, other: object) -> Exact:
        return self._sum(other, 1, -1)

    def __rsub__(self, other: object) -> Exact:
        return self._sum(other, -1, 1)

    def __mul__(self, other: object) -> Exact:
        return self._product(other, "×")

    def __rmul__(self, other: object) -> Exact:
        return self._product(other, "×")

    def __truediv__(self, other: object) -> Exact:
        return self._product(other, "/")

    def __rtruediv__(self, other: object) -> Exact:
        return Exact(_fraction(other))._product(self, "/")

    def __neg__(self) -> Exact:
        return Exact._made(-self.nilai, _scaled(self._terms, -1))

    def __abs__(self) -> Exact:
        return -self if self.nilai < 0 else self

    def __ceil__(self) -> Exact:
        return self.bernilai(ceil(self.nilai))

    def __floor__(self) -> Exact:
        return self.bernilai(floor(self.nilai))

    def _sum(self, other: object, own: int, its: int) -> Exact:
        if not _is_number(other):
            return NotImplemented
        left, right = self.nilai, _fraction(other)
        value = left + right if own == its else left - right if own > its else right - left
        its_terms = other._stored if isinstance(other, Exact) else ()
        if not its_terms and own == 1:
            return Exact._made(value, self._stored)
        return Exact._made(value, ("later", self._stored, own, its_terms, its))

    def _product(self, other: object, sign: str) -> Exact:
        if not _is_number(other):
            return NotImplemented
        value = _fraction(other)
        result = self.nilai / value if sign == "/" else self.nilai * value
        if not _terms(other):
            return Exact._made(result, self._terms)
        if not self._terms and sign == "×":
            return Exact._made(result, _terms(other))
        return Exact._made(result, (sign, self._terms, _terms(other)))

    def __float__(self) -> float:
        return float(self.nilai)

    def __int__(self) -> int:
        return int(self.nilai)

    def __bool__(self) -> bool:
        return bool(self.nilai)

    def __hash__(self) -> int:
        return hash(self.nilai)

    def __eq__(self, other: object) -> bool:
        return _is_number(other) and self.nilai == _fraction(other)

    def __lt__(self, other: object) -> bool:
        return self.nilai < _fraction(other)

    def __le__(self, other: object) -> bool:
        return self.nilai <= _fraction(other)

    def __gt__(self, other: object) -> bool:
        return self.nilai > _fraction(other)

    def __ge__(self, other: object) -> bool:
        return self.nilai >= _fraction(other)

    def __repr__(self) -> str:
        return f"Exact({self.nilai}, {self.asal()!r})"

    def __str__(self) -> str:
        whole = self.nilai.denominator == 1
        return str(self.nilai.numerator if whole else float(self.nilai))


def exactly(number: object) -> Exact | Fraction:
    """An exact number as it is, a plain one as the fraction that its shortest text shows.

    >>> exactly(0.1), exactly(7)
    (Fraction(1, 10), Fraction(7, 1))
    """
    if isinstance(number, Exact):
        return number
    return Fraction(int(number)) if hasattr(number, "__index__") else Fraction(str(number))


def cells_of(numbers: Iterable[Exact]) -> str:
    """Addresses of all cells that some numbers rest on, in ranges.

    >>> cells_of([Exact(1, "a.xlsx!P!C7"), Exact(2, "a.xlsx!P!C8"), Exact(3, "a.xlsx!Q!D2")])
    'a.xlsx!P!C7:C8; Q!D2'
    """
    cells = [cell for number in numbers for cell in number.sel()]
    tokens = [token for address in _ranges(cells, {}) for token in ("; ", address)]
    return _shorten(tokens[1:])


def banyak(numbers: Iterable[int | Exact]) -> int | Exact:
    """How many numbers stand in a column without gaps; of exact ones a count that knows its cells.

    >>> banyak([Exact(7, "a.xlsx!K!A6"), Exact(9, "a.xlsx!K!A7")]).asal()
    'a.xlsx!K!A6:A7'
    """
    return sum(number * 0 + 1 for number in numbers)


def as_fraction(number: object) -> Fraction | None:
    """The value of an exact number, or of a plain one; None where it is missing."""
    if number is None or (isinstance(number, float) and isnan(number)):
        return None
    value = _fraction(number)
    return Fraction(value) if isinstance(value, int) else value


def _is_number(value: object) -> bool:
    """NaN is none: pandas then leaves the missing one missing."""
    if isinstance(value, Exact) or type(value) is int:  # by far the most, and quickly told
        return True
    return not isnan(value) if isinstance(value, float) else isinstance(value, Rational)


def _fraction(value: object) -> Fraction | int:
    if isinstance(value, Exact):
        return value.nilai
    if type(value) is int:
        return value
    return Fraction(int(value)) if hasattr(value, "__index__") else Fraction(value)


def _terms(value: object) -> tuple:
    return value._terms if isinstance(value, Exact) else ()


def _gathered(stored: tuple) -> tuple:
    """The sum that waiting additions come to: each cell once, those that cancel out left away."""
    factors: dict[str | tuple, int] = {}
    waiting = [(stored, 1)]
    while waiting:
        terms, sign = waiting.pop()
        if terms and terms[0] == "later":
            _, left, own, right, its = terms
            waiting += [(right, sign * its), (left, sign * own)]  # left comes off first
            continue
        for factor, term in _as_sum(terms):
            factors[term] = factors.get(term, 0) + sign * factor
    parts = tuple((factor, term) for term, factor in factors.items() if factor)
    return ("sum", parts) if parts else ()


def _as_sum(terms: tuple) -> tuple:
    if not terms:
        return ()
    return terms[1] if terms[0] == "sum" else ((1, terms),)


def _scaled(terms: tuple, sign: int) -> tuple:
    return ("sum", tuple((sign * factor, term) for factor, term in _as_sum(terms)))


def _cells(terms: tuple) -> Iterator[str]:
    if not terms:
        return
    if terms[0] != "sum":
        yield from _cells(terms[1])
        yield from _cells(terms[2])
        return
    for _, term in terms[1]:
        if isinstance(term, str):
            yield term
        else:
            yield from _cells(term)


def _render(terms: tuple, totals: Mapping[frozenset[str], str]) -> list[str]:
    """The expression as tokens: signs, brackets, and addresses, which hold a "!"."""
    if not terms:
        return []
    if terms[0] != "sum":
        left, right = (_bracketed(part, totals) for part in terms[1:])
        return [*left, f" {terms[0]} ", *right]
    tokens: list[str] = []
    for sign, joint in ((1, " + "), (-1, " − ")):
        inner = [term for factor, term in terms[1] if factor * sign > 0]
        cells = [term for term in inner if isinstance(term, str)]
        parts = [[address] for address in _ranges(cells, totals)]
        parts += [_bracketed(term, totals) for term in inner if not isinstance(term, str)]
        for part in parts:
            tokens += [joint] if tokens else [joint.strip()] if sign < 0 else []
            tokens += part
    return tokens


def _bracketed(terms: tuple, totals: Mapping[frozenset[str], str]) -> list[str]:
    tokens = _render(terms, totals)
    return ["(", *tokens, ")"] if len(tokens) > 1 else tokens


def _ranges(cells: Iterable[str], totals: Mapping[frozenset[str], str]) -> list[str]:
    """Cells in as few addresses as say the same: a sum's own cell, or ranges down a column."""
    cells = list(dict.fromkeys(cells))
    total = totals.get(frozenset(cells))
    if total:
        return [total]
    columns = list(dict.fromkeys(map(_column, cells)))
    ranges: list[list[str]] = []
    for cell in sorted(cells, key=lambda cell: (columns.index(_column(cell)), _row(cell))):
        if ranges and _below(ranges[-1][-1]) == cell:
            ranges[-1].append(cell)
        else:
            ranges.append([cell])
    return [r[0] if len(r) == 1 else f"{r[0]}:{r[-1].rpartition('!')[2]}" for r in ranges]


def _column(cell: str) -> str:
    """File, sheet and column of an address."""
    return cell.rstrip("0123456789")


def _row(cell: str) -> int:
    return int(cell[len(_column(cell)) :])


def _below(cell: str) -> str:
    """Address of the next cell down."""
    return f"{_column(cell)}{_row(cell) + 1}"


def _shorten(tokens: Iterable[str]) -> str:
    """The tokens as text; a file and a sheet are named only where they change."""
    text, book, sheet = "", "", ""
    for token in tokens:
        if "!" in token:
            new_book, new_sheet, cell = token.split("!")
            named = cell if new_sheet == sheet else f"{new_sheet}!{cell}"
            token = named if new_book == book else f"{new_book}!{new_sheet}!{cell}"
            book, sheet = new_book, new_sheet
        text += token
    return text
