"""The counts behind a printed percentage (the GRIM test): which n of N print so, if any do."""

from decimal import Decimal

from lkjlib.errors import RumusError
from lkjlib.numbers.parse import as_printed


def pecahan_mungkin(
    tercetak: str | float | Decimal, maks: int, *, minimal: int = 1
) -> list[tuple[int, int]]:
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
    p = as_printed(tercetak, "persen")
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
