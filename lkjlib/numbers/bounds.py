"""Read the bounds of a class from its printed label ("> 10% s/d 20%", "340 – 419", "<180")."""

import re

from lkjlib.errors import ParseError
from lkjlib.numbers.parse import parse_printed

Bound = int | float | None

_ANGKA = r"(?:rp\.?\s*)?[0-9](?:[0-9.,]*[0-9])?(?:,-{1,2}\.?)?(?:\s*%)?"
_KELAS = re.compile(
    rf"(?:[^<>≤≥]*?(?P<tanda><=|>=|[<>≤≥])|[^<>≤≥0-9]*?)\s*(?P<awal>{_ANGKA})"
    rf"(?:\s*(?:s/d|s\.d\.?|sampai dengan|[-–—])\s*(?P<akhir>{_ANGKA}))?",
    re.IGNORECASE,
)
_SARAN = "Tulis seperti '<= 10%', '> 10% s/d 20%', '340 – 419' atau '> 40%'."


def parse_bounds(teks: str) -> tuple[Bound, Bound]:
    """Read the lower and upper bound of a class label; an open side is None.

    Parameters
    ----------
    teks : label as printed; words, "Rp", ",-" and "%" around the numbers are passed over

    Returns
    -------
    (lower, upper) in the unit of the label [rupiah, percent or score]; whole numbers as int

    Raises
    ------
    ParseError : no bound in the text, unreadable number, lower bound not below the upper

    Source
    ------
    Bab III: classes of rating scores, of omzet and of its growth

    Examples
    --------
    >>> parse_bounds("Omzet Usaha Mikro > Rp. 20.000.000 s/d Rp. 30.000.000,-")
    (20000000, 30000000)
    >>> parse_bounds("<180"), parse_bounds("Kenaikan Omzet Usaha Mikro > 40%")
    ((None, 180), (40, None))
    """
    cocok = _KELAS.fullmatch(teks.strip())
    if cocok is None:
        raise ParseError(teks, "bukan kelas dengan batas", _SARAN)
    awal, tanda = _read_bound(cocok["awal"]), cocok["tanda"]
    if cocok["akhir"] is not None and tanda not in ("<", "<=", "≤"):
        akhir = _read_bound(cocok["akhir"])
        if awal >= akhir:
            raise ParseError(teks, "batas bawah tidak di bawah batas atas", _SARAN)
        return awal, akhir
    if cocok["akhir"] is not None or tanda is None:
        raise ParseError(teks, "batasnya tidak jelas", _SARAN)
    return (awal, None) if tanda in (">", ">=", "≥") else (None, awal)


def _read_bound(teks: str) -> int | float:
    nilai = parse_printed(teks).value
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
