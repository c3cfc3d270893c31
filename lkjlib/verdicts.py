"""Judges a printed number against the exact one: rounding-aware, half up, in decimals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from lkjlib.formatting import bulatkan, is_missing, to_decimal

COCOK, PEMBULATAN, TIDAK_COCOK = "cocok", "beda pembulatan", "tidak cocok"
TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG = "tidak dapat diuji", "tidak didukung data"


def vonis(
    tercetak: object, desimal: int, dihitung: object, dari_bulatan: Iterable[object] = ()
) -> str:
    """Verdict on a printed number.

    Parameters
    ----------
    tercetak : printed number.
    desimal : decimals it is printed with.
    dihitung : exact value (int, float, Decimal or Fraction); missing = cannot be tested.
    dari_bulatan : values that follow from already rounded inputs; one that prints as
        `tercetak` explains the difference.

    Returns
    -------
    str
        ``cocok`` equal after rounding; ``beda pembulatan`` within one unit of the last printed
        digit, truncated, or explained by a rounded input; else ``tidak cocok``;
        ``tidak dapat diuji`` where either is missing.

    Source
    ------
    DOMAIN rule: comparison at the printed decimals, half up.

    Examples
    --------
    >>> vonis(23.48, 2, Fraction(3100, 132)), vonis(78.27, 2, 78.2828, [78.2667])
    ('cocok', 'beda pembulatan')
    >>> vonis(332, 0, 458)
    'tidak cocok'
    """
    if is_missing(tercetak) or is_missing(dihitung):
        return TIDAK_DAPAT_DIUJI
    printed, exact = to_decimal(tercetak), as_decimal(dihitung)
    if bulatkan(exact, desimal) == printed:
        return COCOK
    unit = Decimal(1).scaleb(-desimal)
    truncated = exact.quantize(unit, rounding=ROUND_DOWN) == printed
    inputs = any(bulatkan(as_decimal(v), desimal) == printed for v in dari_bulatan)
    near = abs(bulatkan(exact, desimal) - printed) <= unit and exact != exact.to_integral_value()
    return PEMBULATAN if truncated or inputs or near else TIDAK_COCOK


def as_decimal(value: object) -> Decimal:
    """Exact decimal of a number; a fraction to fifty digits."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return to_decimal(value)
