"""Read numbers as Indonesian reports print them: comma decimal, dots between thousands.

A text that can mean two numbers is settled by the kind that the annex declares, and refused
where that does not settle it; nothing is guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from lkjlib.errors import ParseError, RumusError, explain_unknown
from lkjlib.numbers.format import bulatkan, is_missing, to_decimal

JENIS = {
    "bulat": "bilangan bulat, misalnya 3.069",
    "rupiah": "rupiah bulat, misalnya Rp 4.893.879.330",
    "persen": "persentase, misalnya 23,48 %",
    "desimal": "bilangan, misalnya 2,6",
}
MISSING_MARKS = frozenset({"", "-", "–", "—", "NA", "N/A"})

_SATUAN = {"bulat": ("",), "rupiah": ("", "Rp"), "persen": ("", "%"), "desimal": ("",)}
_BENTUK = re.compile(
    r"(?P<awal>[-−]?\s*(?:rp\.?)?|rp\.?\s*[-−])\s*"
    r"(?P<angka>[0-9](?:[0-9.,]*[0-9])?)(?P<ekor>,[-–]{1,2}\.?)?\s*(?P<persen>%?)",
    re.IGNORECASE,
)
_BERKELOMPOK = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_INGGRIS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_MIRIP_ANGKA = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_PANJANG_MAKS = 60  # longer than any sum of money; keeps int() and Decimal() cheap


@dataclass(frozen=True)
class Printed:
    """A number as printed: its value, its decimals, and the unit ("", "%" or "Rp")."""

    value: Decimal
    decimals: int
    unit: str = ""


def is_missing_mark(teks: str | None) -> bool:
    """Tell whether a printed text stands for "not available": blank, a dash, NA, n/a.

    Examples
    --------
    >>> is_missing_mark(" - "), is_missing_mark("n/a"), is_missing_mark("0")
    (True, True, False)
    """
    return teks is None or teks.strip().upper() in MISSING_MARKS


def parse_number(
    teks: str | None, jenis: str, *, boleh_negatif: bool = False
) -> int | Decimal | None:
    """Read a printed number of a declared kind.

    Parameters
    ----------
    teks : the text as printed; a missing mark gives None
    jenis : "bulat" (a count), "rupiah", "persen" or "desimal"
    boleh_negatif : accept a minus sign

    Returns
    -------
    int for "bulat" and "rupiah" [rupiah], Decimal for "persen" [percent] and "desimal"

    Raises
    ------
    ParseError : unreadable or ambiguous text; RumusError : unknown kind

    Examples
    --------
    >>> parse_number("3.069", "bulat"), parse_number("Rp. 43.361.776.341,-.", "rupiah")
    (3069, 43361776341)
    >>> parse_number("23.48%", "persen"), parse_number("5,748", "persen")
    (Decimal('23.48'), Decimal('5.748'))
    """
    _require_jenis(jenis)
    tercetak = parse_printed(teks, jenis)
    if tercetak is None:
        return None
    if tercetak.value.is_signed() and not boleh_negatif:
        raise _refusal(teks, "negatif", "Periksa tanda minusnya.")
    return int(tercetak.value) if jenis in ("bulat", "rupiah") else tercetak.value


def parse_printed(teks: str | None, jenis: str | None = None) -> Printed | None:
    """Read a printed number with its decimals and unit; a missing mark gives None.

    Without a declared kind the unit decides (% or Rp); a bare "3.069" follows the Indonesian
    convention, 3069.

    Raises
    ------
    ParseError : not a text, not a number, or a unit that the declared kind does not have
    RumusError : unknown kind

    Examples
    --------
    >>> parse_printed("24,82 %")
    Printed(value=Decimal('24.82'), decimals=2, unit='%')
    """
    if jenis is not None:
        _require_jenis(jenis)
    if teks is not None and not isinstance(teks, str):
        raise _refusal(str(teks), "bukan teks")
    if is_missing_mark(teks):
        return None
    teks = teks.strip()
    cocok = _BENTUK.fullmatch(teks) if len(teks) <= _PANJANG_MAKS else None
    if cocok is None:
        raise _refusal(teks, *_explain_unreadable(teks, jenis))
    satuan = _read_unit(teks, cocok, jenis)
    jenis = jenis or {"%": "persen", "Rp": "rupiah"}.get(satuan)
    utuh, pecahan = _split_digits(teks, cocok["angka"], jenis)
    tanda = "-" if {"-", "−"} & set(cocok["awal"]) else ""
    nilai = Decimal(f"{tanda}{utuh}.{pecahan}" if pecahan else f"{tanda}{utuh}")
    return Printed(abs(nilai) if nilai == 0 else nilai, len(pecahan), satuan)


def as_printed(nilai: str | float | Decimal | None, jenis: str | None = None) -> Printed | None:
    """A printed text or a number with the decimals that it shows; missing gives None.

    Raises
    ------
    ParseError : unreadable text; RumusError : unknown kind, no finite number

    Examples
    --------
    >>> as_printed("5,20")
    Printed(value=Decimal('5.20'), decimals=2, unit='')
    >>> as_printed(5.20)  # a float shows no trailing zeros
    Printed(value=Decimal('5.2'), decimals=1, unit='')
    """
    if isinstance(nilai, str):
        return parse_printed(nilai, jenis)
    if is_missing(nilai):
        return None
    angka = to_decimal(nilai)
    if not isinstance(nilai, Decimal):
        angka = angka.normalize()
    desimal = max(0, -angka.as_tuple().exponent)
    return Printed(bulatkan(angka, desimal), desimal)


def _require_jenis(jenis: str) -> None:
    if jenis not in JENIS:
        raise RumusError(explain_unknown("jenis angka", jenis, JENIS))


def _read_unit(teks: str, cocok: re.Match[str], jenis: str | None) -> str:
    rupiah = "p" in cocok["awal"].lower() or cocok["ekor"]
    satuan = ("Rp" if rupiah else "") + cocok["persen"]
    if satuan in (_SATUAN[jenis] if jenis else ("", "%", "Rp")):
        return satuan
    raise _refusal(
        teks, f"satuan {satuan} tidak sesuai", f"Tulis {JENIS.get(jenis, 'satu satuan')}."
    )


def _split_digits(teks: str, angka: str, jenis: str | None) -> tuple[str, str]:
    """Split the digits into whole part and decimals, without thousands dots."""
    utuh, koma, pecahan = angka.partition(",")
    if _INGGRIS.fullmatch(angka) and (jenis in ("bulat", "rupiah") or not pecahan.isdigit()):
        titik = angka.partition(".")[0].replace(",", ".")
        saran = f"Bila maksudnya ribuan, tulis dengan titik: {titik}."
        raise _refusal(teks, "koma adalah tanda desimal, bukan pemisah ribuan", saran)
    if _BERKELOMPOK.fullmatch(utuh):
        if jenis in ("persen", "desimal") and not koma and utuh.count(".") == 1:
            ribuan, desimal = utuh.replace(".", ""), utuh.replace(".", ",")
            alasan = f"titiknya dapat berarti ribuan, {ribuan}, atau desimal, {desimal}"
            raise _refusal(teks, alasan, f"Tulis {desimal} atau {utuh},0 sesuai maksudnya.")
        utuh = utuh.replace(".", "")
    elif utuh.count(".") == 1 and not koma and jenis not in ("bulat", "rupiah"):
        utuh, _, pecahan = utuh.partition(".")  # "23.48": not a group of three, so a decimal
    if not utuh.isdigit() or (koma and not pecahan.isdigit()):
        saran = "Titik memisahkan tiap tiga angka, koma hanya satu: 1.234.567,89."
        raise _refusal(teks, "titik dan komanya tidak membentuk angka", saran)
    if len(utuh) > 1 and utuh.startswith("0"):
        raise _refusal(teks, "ada angka 0 di depan", "Hapus angka 0 di depan.")
    if pecahan and (jenis == "bulat" or (jenis == "rupiah" and pecahan != "00")):
        raise _refusal(teks, "ada angka di belakang koma", f"Tulis {JENIS[jenis]}.")
    return utuh, pecahan


def _explain_unreadable(teks: str, jenis: str | None) -> tuple[str, str]:
    """Reason and advice for a text that has not the shape of a printed number."""
    saran = f"Tulis {JENIS.get(jenis, 'angkanya saja')}."
    if len(teks) > _PANJANG_MAKS:
        return "terlalu panjang untuk sebuah angka", saran
    if any(huruf.isnumeric() and not huruf.isascii() for huruf in teks):
        return "ada angka di luar 0-9 biasa", saran
    if _BENTUK.fullmatch(teks.translate(_MIRIP_ANGKA)):
        if "o" in teks.lower():
            return "ada huruf O di tempat angka 0 (nol)", "Ganti huruf O dengan angka 0."
        return "ada huruf l atau I di tempat angka 1", "Ganti hurufnya dengan angka 1."
    ekor = re.fullmatch(r"[-−]?[0-9][0-9.,]*\s*([^\W\d_][\w./]*)", teks)
    if ekor:
        return f"satuan '{ekor[1]}' ikut tertulis", "Tulis angkanya saja, tanpa satuan."
    if re.search(r"[0-9].*[(/=]|[(/=].*[0-9]", teks):
        return "ada rumus atau kurung di dalam teks", saran
    return "bukan angka tercetak", saran


def _refusal(teks: str, alasan: str, saran: str = "") -> ParseError:
    ringkas = teks if len(teks) <= _PANJANG_MAKS else f"{teks[:_PANJANG_MAKS]}…"
    return ParseError(ringkas, alasan, saran)
