"""Write numbers the way Indonesian reports print them, rounded half up as a spreadsheet does.

A float is taken for the shortest decimal that it shows (0.285 is 0,285), never for its binary
neighbour, so the printed digit is the one a reader expects.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from numbers import Real

from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact

TANDA_KOSONG = "–"

_BERTUKAR = str.maketrans(",.-", ".,−")  # the minus sign of print: a line never breaks after it
_KONTEKS = Context(prec=400, rounding=ROUND_HALF_UP)  # wide enough for every float
_BILANGAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SATUAN = (
    "%|‰|(?:persen|poin|orang|rupiah|ribu|juta|miliar|triliun|usaha|unit|koperasi|kasus|"
    "perusahaan|pekerja|pernyataan|kali|baris|tahun|[A-Z]{2,5})\\b"
)
_TAK_TERPUTUS = re.compile(rf"(?<=\d) (?={_SATUAN})|(?<=\bRp) (?=\d)|(?<=[<>≤≥±≈−]) (?=\d)")
_SEBUTAN = ((10**6, "juta"), (10**9, "miliar"), (10**12, "triliun"))


def is_missing(nilai: object) -> bool:
    """Tell whether a value is missing: None, NaN (float or Decimal), pandas NA or NaT.

    Examples
    --------
    >>> is_missing(None), is_missing(float("nan")), is_missing(0), is_missing("")
    (True, True, False, False)
    """
    if nilai is None or type(nilai).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(nilai, Real | Decimal) and bool(nilai != nilai)


def to_decimal(nilai: float | Decimal | Exact) -> Decimal:
    """Turn a finite number into the Decimal that its shortest text shows, an exact one as it is.

    An exact number without a finite decimal gives its first 28 digits.

    Raises
    ------
    RumusError : text, booleans, infinities, missing values

    Examples
    --------
    >>> to_decimal(0.1)
    Decimal('0.1')
    """
    if isinstance(nilai, Exact):
        return Decimal(nilai.nilai.numerator) / Decimal(nilai.nilai.denominator)
    if isinstance(nilai, Real | Decimal) and not isinstance(nilai, bool):
        try:
            hasil = Decimal(str(nilai))
        except InvalidOperation:
            hasil = Decimal("NaN")
        if hasil.is_finite():
            return hasil
    raise RumusError(f"{nilai!r} bukan bilangan terhingga")


def bulatkan(nilai: float | Decimal | Exact, desimal: int = 0) -> Decimal:
    """Round half up (away from zero) to a number of decimals.

    Examples
    --------
    >>> bulatkan(2.675, 2), bulatkan(-0.5)
    (Decimal('2.68'), Decimal('-1'))
    """
    hasil = to_decimal(nilai).quantize(Decimal(1).scaleb(-desimal), context=_KONTEKS)
    return abs(hasil) if hasil == 0 else hasil  # no "-0"


def format_angka(nilai: object, desimal: int = 0) -> str:
    """Write a number with dots between thousands and a decimal comma; missing is "–".

    Examples
    --------
    >>> format_angka(47797383121), format_angka(2.6, 2), format_angka(-405), format_angka(None)
    ('47.797.383.121', '2,60', '−405', '–')
    """
    if is_missing(nilai):
        return TANDA_KOSONG
    return f"{bulatkan(nilai, desimal):,f}".translate(_BERTUKAR)


def quote_angka(nilai: object, desimal: int = 0) -> str:
    """Write a number as it is found in a sheet, with the minus sign of a keyboard.

    Examples
    --------
    >>> quote_angka(-3.01, 2), quote_angka(4796)
    ('-3,01', '4.796')
    """
    return format_angka(nilai, desimal).replace("−", "-")


def format_selisih(nilai: object, desimal: int = 0) -> str:
    """Write a difference with its sign; none at nought, missing is "–".

    Examples
    --------
    >>> format_selisih(770.6), format_selisih(-1.009, 2), format_selisih(0.004, 2)
    ('+771', '−1,01', '0,00')
    """
    teks = format_angka(nilai, desimal)
    return f"+{teks}" if not is_missing(nilai) and bulatkan(nilai, desimal) > 0 else teks


def format_persen(nilai: object, desimal: int = 2) -> str:
    """Write a percentage (23.48 means 23,48 %); missing is "–".

    Examples
    --------
    >>> format_persen(23.48)
    '23,48 %'
    """
    return TANDA_KOSONG if is_missing(nilai) else f"{format_angka(nilai, desimal)} %"


def desimal_perlu(nilai: float) -> int:
    """Fewest decimals, at most two, that show a number as it is.

    Examples
    --------
    >>> desimal_perlu(30.0), desimal_perlu(2.5), desimal_perlu(23.97)
    (0, 1, 2)
    """
    return next((n for n in (0, 1) if bulatkan(nilai, n) == to_decimal(nilai)), 2)


def sebut_bilangan(nilai: int) -> str:
    """Write a count below ten in words, a larger one in digits.

    Examples
    --------
    >>> sebut_bilangan(2), sebut_bilangan(45)
    ('dua', '45')
    """
    return _BILANGAN[nilai] if 0 <= nilai < len(_BILANGAN) else format_angka(nilai)


def tak_terputus(teks: str) -> str:
    """Text in which no line can end between a number and its unit, or its sign.

    Examples
    --------
    >>> tak_terputus("5,06 % dari Rp 30, ± 2 poin") == "5,06\\xa0% dari Rp\\xa030, ±\\xa02\\xa0poin"
    True
    """
    return _TAK_TERPUTUS.sub("\N{NO-BREAK SPACE}", teks)


def sebut_daftar(parts: Sequence[str]) -> str:
    """Parts as one enumeration; without any, that there is none.

    Examples
    --------
    >>> sebut_daftar(["TPT", "kasus"]), sebut_daftar([])
    ('TPT dan kasus', 'tidak ada')
    """
    if len(parts) < 2:
        return "".join(parts) or "tidak ada"
    return f"{', '.join(parts[:-1])} dan {parts[-1]}"


def format_rupiah(nilai: object) -> str:
    """Write a sum of money in whole rupiah; missing is "–".

    Examples
    --------
    >>> format_rupiah(47797383121)
    'Rp 47.797.383.121'
    """
    return _with_rp(format_angka(nilai))


def format_ringkas_rupiah(nilai: object, desimal: int = 2) -> str:
    """Write a sum of money in juta, miliar or triliun; under a million in full.

    Examples
    --------
    >>> format_ringkas_rupiah(3923949220), format_ringkas_rupiah(999_999_999)
    ('Rp 3,92 miliar', 'Rp 1,00 miliar')
    """
    if is_missing(nilai):
        return TANDA_KOSONG
    rupiah = to_decimal(nilai)
    if abs(rupiah) < 10**6:
        return format_rupiah(rupiah)
    calon = [
        (bulatkan(_KONTEKS.divide(rupiah, Decimal(besar)), desimal), sebutan)
        for besar, sebutan in _SEBUTAN
    ]
    # judged after rounding: 1.000,00 juta is 1,00 miliar
    ringkas, sebutan = next((c for c in calon if abs(c[0]) < 1000), calon[-1])
    return _with_rp(f"{format_angka(ringkas, desimal)} {sebutan}")


def _with_rp(angka: str) -> str:
    if angka == TANDA_KOSONG:
        return angka
    return f"{angka[0]}Rp {angka[1:]}" if angka[0] in "−+" else f"Rp {angka}"
