"""Judges a printed number against the exact one: rounding-aware, half up, in decimals."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from lkjlib.numbers.format import bulatkan, is_missing, to_decimal

COCOK, PEMBULATAN, TIDAK_COCOK = "cocok", "beda pembulatan", "tidak cocok"
TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG = "tidak dapat diuji", "tidak didukung data"
ROUNDED_INPUT = "Dihitung dari angka yang sudah dibulatkan."
VONIS = (COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DIDUKUNG, TIDAK_DAPAT_DIUJI)


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

    Notes
    -----
    A printed number is compared at its own decimals, rounded half up: more cannot be read off it.

    Examples
    --------
    >>> vonis(23.48, 2, Fraction(3100, 132)), vonis(78.27, 2, 78.2828, [78.2667])
    ('cocok', 'beda pembulatan')
    >>> vonis(332, 0, 458)
    'tidak cocok'
    """
    return explain(tercetak, desimal, dihitung, dari_bulatan)[0]


def explain(
    tercetak: object, desimal: int, dihitung: object, dari_bulatan: Iterable[object] = ()
) -> tuple[str, str]:
    """Verdict on a printed number, as `vonis`, with the reason of a rounding difference.

    Examples
    --------
    >>> explain(78.27, 2, 78.2828, [78.2667])
    ('beda pembulatan', 'Dihitung dari angka yang sudah dibulatkan.')
    """
    if is_missing(tercetak) or is_missing(dihitung):
        return TIDAK_DAPAT_DIUJI, ""
    printed, exact = to_decimal(tercetak), as_decimal(dihitung)
    rounded = bulatkan(exact, desimal)
    if rounded == printed:
        return COCOK, ""
    unit = Decimal(1).scaleb(-desimal)
    if any(bulatkan(as_decimal(v), desimal) == printed for v in dari_bulatan):
        return PEMBULATAN, ROUNDED_INPUT
    if exact == exact.to_integral_value():
        return TIDAK_COCOK, ""
    if exact.quantize(unit, rounding=ROUND_DOWN) == printed:
        return PEMBULATAN, "Dipotong, tidak dibulatkan."
    if abs(rounded - printed) <= unit:
        return PEMBULATAN, "Berbeda satu satuan pada angka terakhir."
    return TIDAK_COCOK, ""


def as_decimal(value: object) -> Decimal:
    """Exact decimal of a number; of a fraction, its first 28 digits.

    Examples
    --------
    >>> as_decimal(0.1), as_decimal(Fraction(1, 8))
    (Decimal('0.1'), Decimal('0.125'))
    """
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return to_decimal(value)
