"""Targets: the one that a printed capaian implies, and how hard, how near, how fragile one is.

A printed number stands for everything that rounds to it, so an implied target is an interval.
The rest is arithmetic on printed numbers, in decimals so that 5,20 − 6,10 is −0,90; no forecast.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from itertools import product
from math import ceil, floor
from operator import index

from lkjlib.errors import RumusError, explain_unknown
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import bulatkan, is_missing, to_decimal
from lkjlib.numbers.parse import Printed, as_printed
from lkjlib.rules.capaian import RUMUS_SATU_TARGET, Angka, require_rumus

POLARITAS = ("positif", "negatif")

_NAN = float("nan")
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


@dataclass(frozen=True)
class Laju:
    """Pace: change per year so far and change per year still needed, both signed.

    `sisa` is target − realisasi; all in the unit of the indicator (percentage points), exact
    where the inputs are.
    """

    dicapai_per_tahun: float | Exact
    diperlukan_per_tahun: float | Exact
    sisa: float | Exact
    tahun_berjalan: int
    tahun_tersisa: int


def target_tersirat(
    realisasi: str | Angka, capaian: str | Angka, rumus: str = "positif"
) -> TargetTersirat | None:
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
    r, c = as_printed(realisasi), as_printed(capaian, "persen")
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


def memenuhi(nilai: Angka, batas: Angka, polaritas: str) -> bool | None:
    """Tell whether a value is at least as good as a bound; None where one is missing.

    Floats are compared after rounding to nine decimals, so that 30.000000000000004 meets 30.

    Examples
    --------
    >>> memenuhi(5.06, 6.10, "negatif"), memenuhi(23.48, 30, "positif")
    (True, False)
    """
    _require_polaritas(polaritas)
    if is_missing(nilai) or is_missing(batas):
        return None
    if not isinstance(nilai, Exact | Decimal):
        nilai = bulatkan(nilai, 9)
    lebih = exactly(nilai) - exactly(batas)
    return bool(lebih >= 0) if polaritas == "positif" else bool(lebih <= 0)


def ambisi(target: Angka, realisasi_lalu: Angka, polaritas: str) -> float | Exact:
    """Tell by how many points a target asks for more than last year's result.

    Returns
    -------
    points in the direction of improvement [percentage points]: positive is tougher, negative
    is easier than what was already reached; NaN where an input is missing

    Examples
    --------
    >>> ambisi(6.10, 5.20, "negatif"), ambisi(30, 19.84, "positif")
    (-0.9, 10.16)
    """
    _require_polaritas(polaritas)
    if polaritas == "positif":
        return difference(target, realisasi_lalu)
    return difference(realisasi_lalu, target)


def laju(
    realisasi_awal: Angka,
    tahun_awal: int,
    realisasi: Angka,
    tahun: int,
    target: Angka,
    tahun_target: int,
) -> Laju:
    """Set the yearly change achieved against the yearly change needed to reach a later target.

    Signs are those of the indicator itself (a falling rate is negative); years must rise.

    Raises
    ------
    RumusError : years not in rising order

    Examples
    --------
    >>> laju(22.32, 2017, 23.48, 2019, 35, 2021)  # doctest: +NORMALIZE_WHITESPACE
    Laju(dicapai_per_tahun=0.58, diperlukan_per_tahun=5.76, sisa=11.52, tahun_berjalan=2,
         tahun_tersisa=2)
    """
    if not tahun_awal < tahun < tahun_target:
        raise RumusError(f"tahun harus berurutan naik, bukan {tahun_awal}, {tahun}, {tahun_target}")
    berjalan, tersisa = int(tahun - tahun_awal), int(tahun_target - tahun)
    return Laju(
        difference(realisasi, realisasi_awal, berjalan),
        difference(target, realisasi, tersisa),
        difference(target, realisasi),
        berjalan,
        tersisa,
    )


def kerapuhan_hitung(
    pembilang: int | Exact,
    penyebut: int | Exact,
    target_persen: float | Decimal | Exact,
    polaritas: str,
) -> int | Exact:
    """Count the units of the numerator between the result and the flip of met / not met.

    The denominator stays as it is; the exact ratio is compared, not the printed one.

    Parameters
    ----------
    pembilang, penyebut : whole counts, e.g. cases and companies; exact ones keep their cells
    target_persen : target [percent], a minimum for "positif", a maximum for "negatif"

    Returns
    -------
    Below 0: target missed, that many units short. 0 or more: target met, with that many units
    to spare; one unit further and it is missed.

    Raises
    ------
    RumusError : counts that are not whole or negative, denominator 0, unknown polarity

    Examples
    --------
    >>> kerapuhan_hitung(31, 132, 30, "positif")  # 40/132 = 30,30 %
    -9
    >>> kerapuhan_hitung(10, 420, 2.5, "negatif")  # 11/420 = 2,62 %
    0
    """
    _require_polaritas(polaritas)
    n, semua = _require_count("pembilang", pembilang), _require_count("penyebut", penyebut)
    if semua == 0:
        raise RumusError("penyebut = 0")
    if not isinstance(target_persen, Exact):
        target_persen = Fraction(to_decimal(target_persen))
    ambang = target_persen * semua / 100
    return n - ceil(ambang) if polaritas == "positif" else floor(ambang) - n


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


def difference(kiri: Angka, kanan: Angka, pembagi: int = 1) -> float | Exact:
    """Left less right, over `pembagi`: exact where a side is, NaN where one is missing.

    >>> difference(78.27, 95.61)
    -17.34
    """
    if is_missing(kiri) or is_missing(kanan):
        return _NAN
    if isinstance(kiri, Exact) or isinstance(kanan, Exact):
        return (exactly(kiri) - exactly(kanan)) / pembagi
    return float((to_decimal(kiri) - to_decimal(kanan)) / pembagi)


def _require_polaritas(polaritas: str) -> None:
    if polaritas not in POLARITAS:
        raise RumusError(explain_unknown("polaritas", polaritas, POLARITAS))


def _require_count(nama: str, nilai: object) -> int | Exact:
    if isinstance(nilai, Exact) and nilai >= 0 and nilai.nilai.denominator == 1:
        return nilai
    try:
        hasil = index(nilai)
    except TypeError:
        hasil = -1
    if hasil < 0 or isinstance(nilai, bool):
        raise RumusError(f"{nama} harus bilangan bulat tidak negatif, bukan {nilai!r}")
    return hasil
