"""Reads one cell as the kind its column declares; what does not fit is refused with a reason."""

import operator
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from lkjlib.annexes.declaration import SUMMED, Column
from lkjlib.errors import ParseError, closest
from lkjlib.numbers.bounds import parse_bounds
from lkjlib.numbers.compare import NOISE
from lkjlib.numbers.format import quote_angka
from lkjlib.numbers.parse import is_missing_mark, parse_number, parse_printed

_EXPECTED = {
    "teks": "teks",
    "kelas": "kelas dengan batas, misalnya '> 10% s/d 20%'",
    "bulat": "bilangan bulat",
    "rupiah": "jumlah rupiah bulat",
    "persen": "angka persen",
    "angka": "angka",
    "tahun": "tahun empat angka",
}
_FRACTIONS = ("persen", "angka")
_YEARS = range(1945, 2101)
HIDDEN = "isi disembunyikan (mungkin nama orang)"
_ERRORS = re.compile(r"#(?:N/A|NAME\?|DIV/0!|[A-Z_]+!|GETTING_DATA)")
_TYPE_AS_TEXT = "Ketik sebagai teks seperti tercetak, awali dengan tanda petik (misalnya '10,00)."
_TYPE_WORDS = "Ubah format sel menjadi teks, lalu ketik ulang kata-katanya."
LARGEST = 10**15  # rupiah or anything else; a spreadsheet keeps 15 digits
_MOST_DECIMALS = 30  # as many as a spreadsheet shows
_GENERAL_DECIMALS = 9  # as many as it shows where no format says
_SCALES = re.compile(r"\d|\b(ratus|ribu|rb|juta|jt|mil[iy]ar|triliun|m|k)\b", re.IGNORECASE)
_DITTO = frozenset({'"', "''", "“", "”", "idem", "ditto", "s.d.a", "sda", "-", "–", "—"})
_SHOWN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]')
_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;|[^;"\\\[]+|.', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COMPARED = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
# of number formats
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # shown as it stands, it scales nothing
_QUOTED = re.compile(r'"[^"]*"|\\.')
_PADDING = re.compile(r"[_*].")
_DIGIT, _PLACE, _DECIMALS = (re.compile(p) for p in (r"[0#]", r"[0#?]", r"[0#]\.([0#]+)"))
_THOUSANDS = re.compile(r"[0#?],+(?![0#?])")  # left out
_OTHERWISE = re.compile(r"[0#?]\s*/\s*[0#?\d]|[0#?]E[+-]")  # a fraction, a power of ten
_NUMBER = re.compile(r"[0#?@]|general|standard", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*[^()\d#?][^()]*\)")
_NEGATIVE = re.compile(r"[-−(]")


def expected(column: Column) -> str:
    """What a cell of the column should hold, for a message.

    Examples
    --------
    >>> expected(Column("tahun", "Tahun", "tahun", "tahun"))
    "tahun empat angka pada kolom 'Tahun'"
    """
    kind = "teks seperti tercetak" if column.persis else _EXPECTED[column.jenis]
    return f"{kind} pada kolom '{column.judul}'"


def printed_decimals(number_format: str, value: object) -> int:
    """Decimals that the cell shows: those of its number format, else of the value itself.

    >>> printed_decimals("0.00", 5.2), printed_decimals("General", 2.5), printed_decimals("0", 30)
    (2, 1, 0)
    >>> printed_decimals("General", "23,48%")
    2
    """
    if isinstance(value, str):
        return _text_decimals(value)
    decimals = _format_decimals(number_format)
    if decimals is None and isinstance(value, float) and not value.is_integer():
        decimals = min(max(0, -Decimal(repr(value)).as_tuple().exponent), _GENERAL_DECIMALS)
    return min(decimals or 0, _MOST_DECIMALS)


def plain_decimals(column: Column, number_format: str) -> int | None:
    """Decimals in which a format shows every positive whole number of a column as it is.

    None where `read_value` has to look at the number, too.

    Examples
    --------
    >>> unit = Column("unit", "Unit", "bulat", "koperasi")
    >>> plain_decimals(unit, "#,##0"), plain_decimals(unit, "0.00"), plain_decimals(unit, "0%")
    (0, 2, None)
    """
    if column.jenis not in SUMMED or column.persis or _CONDITION.search(number_format):
        return None
    return (
        None
        if _shows_another(number_format, column.jenis, 1)
        else printed_decimals(number_format, 1)
    )


@lru_cache(maxsize=256)
def _format_decimals(number_format: str) -> int | None:
    """Decimals of a number format; None where it leaves them to the value."""
    pattern = _LITERAL.sub("", number_format.split(";")[0])
    if not _DIGIT.search(pattern):
        return None
    decimals = _DECIMALS.search(pattern)
    return len(decimals.group(1)) if decimals else 0


def _text_decimals(text: str) -> int:
    try:
        printed = parse_printed(text, "persen")
    except ParseError:  # no percentage: a name, a class, a sum of money
        return 0
    return printed.decimals if printed else 0


def read_value(column: Column, value: object, number_format: str = "General") -> object:
    """Value of a cell as its column's kind.

    Parameters
    ----------
    column : declared column.
    value : what the workbook holds: str, int, float, bool, date or None.
    number_format : the cell's number format; a percent format scales the value by 100.

    Returns
    -------
    str, int, float or None
        None where the cell is missing.

    Raises
    ------
    ParseError
        When the cell does not hold what the column declares.

    Examples
    --------
    >>> tpt = Column("tpt", "TPT (%)", "persen", "tingkat pengangguran terbuka", "persen")
    >>> read_value(tpt, "23,48%"), read_value(tpt, 0.0506, "0.00%"), read_value(tpt, "-")
    (23.48, 5.06, None)
    """
    if isinstance(value, str):
        return _read_text(column, value)
    if value is None:
        return None
    words = column.jenis in ("teks", "kelas")
    if isinstance(value, bool):
        what, advice = ("teks", _TYPE_WORDS) if words else ("angka", "Ketik angkanya.")
        raise ParseError(str(value).upper(), f"nilai logika, bukan {what}", advice)
    if isinstance(value, (date, datetime, time, timedelta)):
        advice = "Ubah format sel menjadi angka, lalu ketik ulang."
        raise ParseError(str(value), "tanggal", _TYPE_WORDS if words else advice)
    if column.persis:
        raise ParseError(_as_shown(value, number_format), "angka, bukan teks", _TYPE_AS_TEXT)
    if words:
        return _read_text(column, str(value))
    return _read_number(column, value, number_format)


def is_error(value: object) -> bool:
    """Is a value an error of a formula?

    >>> is_error("#N/A"), is_error("#1"), is_error(None)
    (True, False, False)
    """
    return isinstance(value, str) and value.startswith("#") and bool(_ERRORS.fullmatch(value))


def _as_shown(value: float, number_format: str) -> str:
    return f"{value:.{printed_decimals(number_format, value)}f}".replace(".", ",")


def _read_text(column: Column, value: str) -> object:
    text = " ".join(value.split())
    if is_error(text):
        raise ParseError(text, "galat rumus", "Betulkan rumus di sel itu.")
    if column.turun and text.casefold().rstrip(".") in _DITTO:
        raise ParseError(text, "tanda ulang, bukan nama", "Tulis namanya di baris itu.")
    if column.pola and text and not re.fullmatch(column.pola, text):
        raise ParseError(text, "bukan kode", "Huruf kecil, angka dan garis bawah saja.")
    if column.jenis == "teks":
        return choose(column.pilihan, text) if text and column.pilihan else text or None
    if is_missing_mark(text):
        return None
    if column.jenis == "kelas":
        parse_bounds(text)
        return text
    if column.jenis == "tahun":
        return _year(int(text) if text.isascii() and text.isdigit() else text)
    number = parse_number(text, "persen" if column.jenis == "angka" else column.jenis)
    _refuse_size(number)
    return float(number) if column.jenis in _FRACTIONS else number


def choose(pilihan: tuple[str, ...], text: str) -> str:
    """The declared word that the text stands for, whatever its case.

    Raises
    ------
    ParseError
        When it is none of them; the closest is suggested.

    Examples
    --------
    >>> choose(("positif", "negatif"), "Positif")
    'positif'
    """
    words = {word.casefold(): word for word in pilihan}
    if text.casefold() in words:
        return words[text.casefold()]
    near = closest(text, pilihan)
    guess = f" Mungkin maksudnya '{near}'?" if near else ""
    raise ParseError(text, "bukan pilihan yang dikenal", f"Pilih: {', '.join(pilihan)}.{guess}")


def _year(value: object) -> int:
    if value not in _YEARS:
        raise ParseError(str(value), "bukan tahun", "Tulis tahun dengan empat angka.")
    return int(value)


def _read_number(column: Column, value: float, number_format: str) -> float | int:
    if not isfinite(value):
        raise ParseError(str(value), "bukan bilangan terhingga", "Ketik ulang angkanya.")
    _refuse_size(value)
    if value < 0 and column.jenis != "angka":
        shown = quote_angka(value, printed_decimals("General", value))
        raise ParseError(shown, "bilangan negatif", "Periksa tandanya.")
    if _shows_another(number_format, column.jenis, value):
        raise ParseError(
            quote_angka(value, printed_decimals("General", value)),
            f"format sel '{number_format[:20]}' menampilkan angka lain",
            f"Ubah format sel menjadi {_EXPECTED[column.jenis]} biasa, lalu periksa angkanya.",
        )
    if column.jenis == "tahun":
        return _year(value)
    if column.jenis in _FRACTIONS:
        return float(Decimal(repr(value)) * 100 if _is_share(number_format) else value)
    whole = round(value)
    if abs(value - whole) > NOISE * abs(whole):
        raise ParseError(
            repr(value).replace(".", ","),
            "pecahan pada kolom bulat",
            "Mungkin pemisah ribuan terbaca sebagai desimal; ketik ulang angkanya.",
        )
    return whole


def _refuse_size(number: float | Decimal | None) -> None:
    if number is not None and abs(number) > LARGEST:
        raise ParseError(str(number)[:20], "terlalu besar", "Periksa banyaknya angka.")


def _is_share(number_format: str) -> bool:
    """Does the format show a hundred times the value?"""
    return "%" in _LITERAL.sub("", number_format)


def _shows_another(number_format: str, jenis: str, value: float) -> bool:
    """Does the format make a number look like another: 3 like 3.000, 300%, 3 juta, -3 or 0?"""
    if number_format == "General":
        return False
    sign = (value > 0) - (value < 0)
    return _misleads(number_format, jenis, value if _CONDITION.search(number_format) else sign)


def _section(number_format: str, value: float) -> str:
    """The part of a format that shows a value; one for all puts a minus of its own before it."""
    parts = _sections(number_format)
    for part in parts[:2]:
        condition = _CONDITION.search(part)
        if condition and _COMPARED[condition[1]](value, float(condition[2])):
            return part
    if any(_CONDITION.search(part) for part in parts[:2]):
        return parts[min(len(parts), 3) - 1]
    if value < 0:
        return parts[1] if len(parts) > 1 else f"-{parts[0]}"
    return parts[2] if value == 0 and len(parts) > 2 else parts[0]


def _sections(number_format: str) -> tuple[str, ...]:
    """The parts of a format: for positive numbers, negative ones, zero, text."""
    parts = [""]
    for token in _TOKEN.findall(number_format):
        if token == ";":
            parts.append("")
        else:
            parts[-1] += token
    return tuple(parts)


@lru_cache(maxsize=256)
def _misleads(number_format: str, jenis: str, value: float) -> bool:
    section, sign = _section(number_format, value), (value > 0) - (value < 0)
    spaced = _PADDING.sub("", section)
    literals = "".join(_QUOTED.findall(spaced)).replace('"', " ").replace("\\", "")
    pattern = _LITERAL.sub("", spaced)
    if _SCALES.search(literals) or "‰" in spaced or _THOUSANDS.search(pattern):
        return True
    if _OTHERWISE.search(pattern):
        return True
    if sign and not _NUMBER.search(pattern):
        return True  # words or nothing where a number is
    shown = _REMARK.sub("", _SHOWN.sub(r"\1\2", spaced))
    if sign > 0 and _NEGATIVE.search(_PLACE.split(shown, maxsplit=1)[0]):
        return True
    if sign < 0 and not _NEGATIVE.search(_SHOWN.sub(r"\1\2", spaced)):
        return True
    return jenis not in _FRACTIONS and (_is_share(section) or _format_decimals(section) == 3)
