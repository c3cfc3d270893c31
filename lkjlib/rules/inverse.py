"""Work back from printed numbers: the target behind a capaian, the counts behind a percentage.

A printed number stands for everything that rounds to it, so every answer is a set.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from itertools import product
from typing import Any

from lkjlib.errors import RumusError
from lkjlib.numbers.format import bulatkan, is_missing, to_decimal
from lkjlib.numbers.parse import Printed, parse_printed
from lkjlib.rules.registry import RUMUS_SATU_TARGET, require_rumus

_KE_BAWAH = Context(prec=28, rounding=ROUND_FLOOR)
_KE_ATAS = Context(prec=28, rounding=ROUND_CEILING)


@dataclass(frozen=True)
class TargetTersirat:
    """The targets that fit a printed realisasi and capaian: an interval and its roundest value.

    `terbulat` has the fewest decimals of all values in the interval and, among those, lies
    nearest to its middle.
    """

    bawah: Decimal
    atas: Decimal
    terbulat: Decimal
    rumus: str


def target_tersirat(realisasi: Any, capaian: Any, rumus: str = "positif") -> TargetTersirat | None:
    """Find the target implied by a printed realisasi and a printed capaian.

    Each input stands for its value ± half a unit of its last printed digit, both ends counted in.

    Parameters
    ----------
    realisasi, capaian : printed text ("5,51", "111,13%") or number [unit of the indicator,
        percent]. A float shows no trailing zeros (5.2 stands for 5,15–5,25): give "5,20".
    rumus : "positif", "negatif" or "negatif-rasio"

    Returns
    -------
    TargetTersirat (T = R/c, R/(2 − c) or R·c), or None where realisasi or capaian is missing

    Raises
    ------
    RumusError : no inverse, or T unbounded (c = 0 or 200 %); ParseError : unreadable text

    Examples
    --------
    >>> tersirat = target_tersirat("5,51", "111,13%", "negatif")
    >>> tersirat.terbulat, round(tersirat.bawah, 3), round(tersirat.atas, 3)
    (Decimal('6.2'), Decimal('6.194'), Decimal('6.206'))
    """
    if require_rumus(rumus).nama not in RUMUS_SATU_TARGET:
        choice = ", ".join(RUMUS_SATU_TARGET)
        raise RumusError(f"rumus '{rumus}' tidak dapat dibalik; pilihan: {choice}")
    r, c = _as_printed(realisasi), _as_printed(capaian, "persen")
    if r is None or c is None:
        return None
    ujung_c = [ujung.scaleb(-2) for ujung in _ends(c)]
    if rumus == "negatif-rasio":
        sudut = [a * b for a, b in product(_ends(r), ujung_c)]
        return _implied(min(sudut), max(sudut), rumus)
    pembagi = ujung_c if rumus == "positif" else [2 - ujung for ujung in ujung_c]
    if min(pembagi) <= 0 <= max(pembagi):
        raise RumusError(f"capaian {capaian} tidak membatasi target menurut rumus '{rumus}'")
    pasangan = list(product(_ends(r), pembagi))
    bawah = min(_KE_BAWAH.divide(a, b) for a, b in pasangan)  # rounded outwards
    return _implied(bawah, max(_KE_ATAS.divide(a, b) for a, b in pasangan), rumus)


def pecahan_mungkin(tercetak: Any, maks: int, *, minimal: int = 1) -> list[tuple[int, int]]:
    """List the counts n/N that print as the given percentage (rounded half up).

    Parameters
    ----------
    tercetak : printed percentage, "22,32" or a number [percent]
    maks, minimal : bounds for the denominator N; n runs from 0 to N

    Returns
    -------
    list of (n, N), by rising N; empty where no counts print so (GRIM test failed)

    Raises
    ------
    RumusError : missing percentage, bounds that leave no N; ParseError : unreadable text

    Examples
    --------
    >>> pecahan_mungkin("22,32", maks=150)
    [(25, 112)]
    """
    p = _as_printed(tercetak, "persen")
    if p is None or not 1 <= minimal <= maks:
        raise RumusError("perlu persentase tercetak dan 1 ≤ minimal ≤ maks")
    # v − ½ ≤ 100·s·n/N < v + ½ with v the printed digits and s = 10^decimals, in whole numbers
    skala = 200 * 10**p.decimals
    digit = int(p.value.scaleb(p.decimals))
    return [
        (n, semua)
        for semua in range(minimal, maks + 1)
        for n in range(
            max(0, -((1 - 2 * digit) * semua // skala)),
            min(semua, -(-(2 * digit + 1) * semua // skala) - 1) + 1,
        )
    ]


def _as_printed(nilai: Any, jenis: str | None = None) -> Printed | None:
    """A printed text or a number with the decimals that it shows; a float 9.0 shows none."""
    if isinstance(nilai, str):
        return parse_printed(nilai, jenis)
    if is_missing(nilai):
        return None
    angka = to_decimal(nilai)
    if not isinstance(nilai, Decimal):
        angka = angka.normalize()
    desimal = max(0, -angka.as_tuple().exponent)
    return Printed(bulatkan(angka, desimal), desimal)


def _ends(tercetak: Printed) -> tuple[Decimal, Decimal]:
    setengah = Decimal("0.5").scaleb(-tercetak.decimals)
    return tercetak.value - setengah, tercetak.value + setengah


def _implied(bawah: Decimal, atas: Decimal, rumus: str) -> TargetTersirat:
    return TargetTersirat(bawah, atas, _roundest(bawah, atas), rumus)


def _roundest(bawah: Decimal, atas: Decimal) -> Decimal:
    tengah, desimal = (bawah + atas) / 2, 0
    # what lies nearest to the middle lies in the interval if anything of so few decimals does
    while not bawah <= (calon := bulatkan(tengah, desimal)) <= atas:
        desimal += 1
    return calon
