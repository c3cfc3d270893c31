"""Judges a printed number against the exact one: rounding-aware, half up, in decimals."""

from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from lkjlib.numbers.format import bulatkan, is_missing, to_decimal

COCOK, PEMBULATAN, TIDAK_COCOK = "cocok", "beda pembulatan", "tidak cocok"
TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG = "tidak dapat diuji", "tidak didukung data"
ROUNDED_INPUT = "Dihitung dari angka yang sudah dibulatkan."
CUT_OFF = "Dipotong, tidak dibulatkan."
CROSSED = "Pembulatannya mengubah kategori, tercapai tidaknya target, atau urutan."
NOISE = 1e-9
"""Share of a number that calculating with floats leaves beside it."""
Kelas = Callable[[Fraction], object]
VONIS = (COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DIDUKUNG, TIDAK_DAPAT_DIUJI)


def vonis(
    tercetak: object,
    desimal: int,
    dihitung: object,
    dari_bulatan: Iterable[object] = (),
    kelas: Kelas | None = None,
) -> str:
    """Verdict on a printed number.

    Parameters
    ----------
    tercetak : printed number.
    desimal : decimals it is printed with.
    dihitung : exact value (int, float, Decimal or Fraction); missing = cannot be tested.
    dari_bulatan : values that follow from printed inputs, each of them a right rounding of its
        exact value; one that prints as `tercetak` explains the difference.
    kelas : what a reader concludes from the number: its category, whether a target is met, its
        place in a list.

    Returns
    -------
    str
        ``cocok`` equal after rounding; ``beda pembulatan`` where the printed number can be
        reached, cut off or from rounded inputs, and a reader concludes the same from it; else
        ``tidak cocok``; ``tidak dapat diuji`` where either is missing.

    Notes
    -----
    A printed number is compared at its own decimals, rounded half up: more cannot be read off it.
    To be one unit of the last digit away is no reason: 3,65 for 23,48 − 19,84 is a slip.

    Examples
    --------
    >>> vonis(23.48, 2, Fraction(3100, 132)), vonis(78.27, 2, 78.2828, [78.2667])
    ('cocok', 'beda pembulatan')
    >>> vonis(332, 0, 458), vonis(100, 0, 102.29, [100], kelas=lambda persen: persen > 100)
    ('tidak cocok', 'tidak cocok')
    """
    return explain(tercetak, desimal, dihitung, dari_bulatan, kelas)[0]


def explain(
    tercetak: object,
    desimal: int,
    dihitung: object,
    dari_bulatan: Iterable[object] = (),
    kelas: Kelas | None = None,
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
    if bulatkan(exact, desimal) == printed:
        return COCOK, ""
    reason = _reached(printed, desimal, exact, dari_bulatan)
    if not reason:
        return TIDAK_COCOK, ""
    if kelas and kelas(Fraction(printed)) != kelas(Fraction(exact)):
        return TIDAK_COCOK, CROSSED
    return PEMBULATAN, reason


def _reached(printed: Decimal, desimal: int, exact: Decimal, dari_bulatan: Iterable[object]) -> str:
    """How a printed number comes of the exact one, or of rounded inputs; empty where it cannot."""
    if any(bulatkan(as_decimal(value), desimal) == printed for value in dari_bulatan):
        return ROUNDED_INPUT
    unit = Decimal(1).scaleb(-desimal)
    cut_off = exact != exact.to_integral_value() and exact.quantize(unit, ROUND_DOWN) == printed
    return CUT_OFF if cut_off else ""


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
