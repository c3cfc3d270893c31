"""The words of printed tables, in one place: what names a dimension, what is one of its values.

Standard terms of BPS and of offices, Indonesian with their English twins; no place, no year.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from lkjlib.printed.text import clean, plain, tokens_of

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
TIME = ("tahun", "periode")
YEARS = range(1945, 2101)

_ALSO_MONTHS = {
    **{month[:3].casefold(): month for month in MONTHS},
    **{month.casefold(): month for month in MONTHS},
    **{"agu": "Agustus", "agt": "Agustus", "ags": "Agustus", "aug": "Agustus", "sept": "September"},
    **{
        "nop": "November",
        "nopember": "November",
        "may": "Mei",
        "oct": "Oktober",
        "dec": "Desember",
    },
    **{"pebruari": "Februari", "peb": "Februari"},
}


class Dimension(NamedTuple):
    """Words that name a dimension (one of `core`, the others of `beside`), and its values'."""

    core: str
    beside: str = ""
    values: str = ""  # words that each value is made of
    shape: str = ""  # or a pattern that a value has

    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(self.core.split()), frozenset(f"{self.core} {self.beside}".split())


DIMENSIONS = {
    "tahun": Dimension("tahun year thn", "anggaran data"),
    "bulan": Dimension("bulan month"),
    "periode": Dimension("periode period", "data"),
    "jenis_kelamin": Dimension(
        "kelamin sex gender jk",
        "jenis",
        "laki lelaki pria male males men perempuan wanita female females women",
    ),
    "pendidikan": Dimension(
        "pendidikan education educational ijazah",
        "tertinggi yang ditamatkan tingkat jenjang terakhir attainment level highest completed "
        "dimiliki",
        shape=r".*\b(sd|smp|sma|smk|smu|mts|sltp|slta|diploma|universitas|university|sarjana|"
        r"akademi|perguruan tinggi|sekolah|school|(?:belum|tidak|tdk)\W+(?:pernah\W+)?tamat|"
        r"pascasarjana|d\W?[1-4i]{1,3}|s[123])\b.*",
    ),
    "kelompok_umur": Dimension(
        "umur usia age",
        "golongan kelompok group gol kel tahun years",
        shape=r"\d{1,2}\s*[-–—]\s*\d{1,2}(\s*(tahun|thn|th))?|\d{1,2}\s*(tahun|thn|th)?\s*\+|"
        r"(≥|>=|>|<|≤|<=)\s*\d{1,2}(\s*(tahun|thn|th))?|"
        r"\d{1,2}\s*(tahun|thn|th)?\s*(ke\s?atas|(dan|atau) lebih)(\s*/.*)?",
    ),
    "daerah": Dimension(
        "daerah urban rural",
        "tempat tinggal klasifikasi area tipe type residence dan",
        "perkotaan perdesaan pedesaan urban rural",
    ),
    "provinsi": Dimension("provinsi province propinsi"),
    "wilayah": Dimension(
        "kabupaten kota kab regency municipality wilayah region city",
        "provinsi province administrasi district",
    ),
    "kecamatan": Dimension("kecamatan district subdistrict distrik kec", "sub"),
    "kelurahan": Dimension("kelurahan desa village", "kel"),
    "jam_kerja": Dimension(
        "jam hours",
        "kerja jumlah work working seminggu",
        shape=r"\W*\d{1,3}\s*(?:[-–—]\s*\d{1,3}|\+)?\s*(?:jam|hours?)\b.{0,20}",
    ),
    "skala": Dimension(
        "skala", "usaha", "mikro kecil menengah besar micro small medium large usaha ultra"
    ),
    "status": Dimension("status", "", "aktif tidak non active inactive"),
}
PLAIN = frozenset([*TIME, "bulan", *(name for name, d in DIMENSIONS.items() if d.values)])
_CORE = {"skala": {"usaha", "ultra"}, "status": {"tidak", "non"}}  # words that are not enough alone
_JOINING = frozenset(
    ["dan", "and", "atau", "or", "menurut", "by", "of", "the", "nama", "name", "yang"]
)
_PAIRS = {  # so short that only together they mean something
    "jenis_kelamin": (("l", "p"), ("lk", "pr")),
    "daerah": (("kota", "desa"),),
}
_TOTAL = frozenset(
    ["jumlah", "total", "jml", "subtotal", "keseluruhan", "indonesia", "nasional", "national"]
)
_MEAN = frozenset(["rata", "rerata", "average", "mean"])
_BESIDE_TOTAL = (
    _TOTAL | _MEAN | frozenset(["sub", "grand", "umum", "semua", "seluruh", "seluruhnya", "all"])
)

_MAY_BE_TOTAL = re.compile(
    rf"{'|'.join(_TOTAL | _MEAN)}|laki|perkotaan|\bl\s*\+\s*p\b|j\s+u\s+m|t\s+o\s+t", re.IGNORECASE
)

_COUNTED = re.compile(r"^\s*\w{1,4}[.)]\s+")  # "C. Jumlah"
_SUMMED = re.compile(r"\(\s*\w{1,4}(?:\s*\+\s*\w{1,4})+\s*\)")  # "Jumlah (A+B)"
_SUBTOTAL = re.compile(r"(?:(?:sub|grand)\W*)?(?:jumlah|total|jml)\b\W*(.+)")

_YEAR = r"(?P<tahun>(?:19|20)\d\d)"
_MARKS = r"[\s*⁰¹²³⁴-⁹]*(?:\(?[*rex\d]{1,2}\)|[rex])?"  # a year with a mark: "*", "r)", "x"
_NAMED_YEAR = re.compile(rf"(?:tahun|thn\.?|th\.?|t\.?\s?a\.?|year)?\s*{_YEAR}{_MARKS}")
_TWO_YEARS = re.compile(
    rf"(?:(?:tahun|thn\.?|th\.?|t\.?\s?a\.?)\s*)?(?:(?:ajaran|pelajaran|akademik|anggaran)\s*)?"
    rf"{_YEAR}\s*[/–—-]\s*(?P<berikut>(?:(?:19|20)\d)?\d\d?){_MARKS}"
)
_PERIOD = (
    rf"(?P<bulan>{'|'.join(sorted(_ALSO_MONTHS, key=len, reverse=True))})\.?"
    r"(?:\s*/\s*(?:january|february|march|june|july|august|october|december))?"
    r"|(?P<lain>(?:triwulan|tri\s?wulan|tw|trw|kuartal|quarter|q|semester|smt|caturwulan)\.?[\s-]*"
    r"(?:i{1,3}|iv|[1-4])|tahunan|annual|per\s+\d{1,2}\s+[a-z]+)"
)
_PERIOD_ALONE = re.compile(_PERIOD)
_PERIOD_YEAR = re.compile(rf"(?:{_PERIOD})[\s./,'-]*(?:tahun\s*)?{_YEAR}{_MARKS}")
_YEAR_PERIOD = re.compile(rf"(?:tahun\s*)?{_YEAR}[\s./,(-]*(?:{_PERIOD})\)?{_MARKS}")
_YEAR_WITHIN = re.compile(
    r"(?:\b(?:tahun|thn|th)\.?\s*)?(?<![\d/.,-])(?:19|20)\d\d(?![\d/.,-])", re.I
)


@lru_cache(maxsize=4096)
def named(text: str) -> str | None:
    """The dimension that a heading names.

    >>> named("Golongan Umur/Age Group"), named("38 Provinsi"), named("Provinsi/Kabupaten/Kota")
    ('kelompok_umur', 'provinsi', 'wilayah')
    >>> named("Jumlah Penduduk menurut Umur"), named("Kelompok Umur - UB")
    (None, 'kelompok_umur')
    """
    if _time(plain(text), text):
        return None
    words = {token for token in tokens_of(text.partition(" - ")[0]) if len(token) > 1} - _JOINING
    for name, dimension in DIMENSIONS.items():
        core, every = dimension.words()
        if words & core and words <= every:
            return name
    return None


@lru_cache(maxsize=16384)
def held(text: str) -> tuple[tuple[str, object], ...]:
    """What a label holds: values of dimensions that it is one of.

    >>> held("Feb 2024"), held("TAHUN 2021"), held("2021/2022")
    ((('periode', 'Februari'), ('tahun', 2024)), (('tahun', 2021),), (('tahun', '2021/2022'),))
    >>> held("Perempuan"), held("Pacitan")
    ((('jenis_kelamin', 'Perempuan'),), ())
    """
    words = plain(text)
    if len(words) > 120:
        return ()
    return _time(words, clean(text)) or _value(words, clean(text))


def _time(words: str, text: str) -> tuple[tuple[str, object], ...]:
    if match := _NAMED_YEAR.fullmatch(words):
        return (("tahun", int(match["tahun"])),)
    if years := two_years(words):
        return (("tahun", years),)
    if match := _PERIOD_ALONE.fullmatch(words):
        return (("periode", _ALSO_MONTHS.get(words.rstrip("."), text)),)
    match = _PERIOD_YEAR.fullmatch(words) or _YEAR_PERIOD.fullmatch(words)
    if not match:
        return ()
    period = _ALSO_MONTHS.get(match["bulan"] or "")
    if period is None:
        start, end = match.span("lain")
        period = text[start:end] if len(text) == len(words) else match["lain"].title()
    return ("periode", period), ("tahun", int(match["tahun"]))


def two_years(text: str) -> str | None:
    """A year that begins in one and ends in the next, as school years do, however written.

    >>> two_years("tahun ajaran 2021/2022"), two_years("2021-22"), two_years("2019-2024")
    ('2021/2022', '2021/2022', None)
    """
    match = _TWO_YEARS.fullmatch(plain(text))
    if match is None:
        return None
    first, digits = int(match["tahun"]), match["berikut"]
    following = len(digits) in (2, 4) and f"{first + 1}".endswith(digits)
    return f"{first}/{first + 1}" if following else None


def year_within(text: str) -> tuple[int, str] | None:
    """A year that stands among other words, and the words without it.

    >>> year_within("Jumlah 2024 (juta)"), year_within("2024"), year_within("2019-2020")
    ((2024, 'Jumlah (juta)'), None, None)
    """
    found = _YEAR_WITHIN.findall(text)
    rest = " ".join(_YEAR_WITHIN.sub(" ", text).split())
    if len(found) != 1 or not re.search(r"[^\W\d_]|%", rest):
        return None
    return int(found[0][-4:]), rest


def _value(words: str, text: str) -> tuple[tuple[str, object], ...]:
    tokens = set(tokens_of(words)) - _JOINING
    for name, dimension in DIMENSIONS.items():
        made = frozenset(dimension.values.split())
        if tokens and tokens <= made and tokens - _CORE.get(name, set()):
            return ((name, text),)
    for name in ("jam_kerja", "kelompok_umur", "pendidikan"):
        if re.fullmatch(DIMENSIONS[name].shape, words):
            return ((name, text),)
    return ()


def pair_dimension(texts: set[str]) -> str | None:
    """The dimension of labels so short that they mean something only together.

    >>> pair_dimension({"L", "P", "Jumlah"})
    'jenis_kelamin'
    """
    words = {plain(text) for text in texts if not is_total(text)}
    for name, pairs in _PAIRS.items():
        if any(words == set(pair) for pair in pairs):
            return name
    return None


@lru_cache(maxsize=16384)
def is_total(text: str) -> bool:
    """Does a label stand for the whole of its group?

    >>> is_total("Jumlah/Total"), is_total("L+P"), is_total("Jumlah Koperasi Aktif")
    (True, True, False)
    >>> is_total("C. Jumlah (A+B)")
    True
    """
    if not _MAY_BE_TOTAL.search(text):
        return False
    tokens = set(tokens_of(_SUMMED.sub(" ", _COUNTED.sub("", text)))) - _JOINING
    if tokens and tokens <= _BESIDE_TOTAL and bool(tokens & (_TOTAL | _MEAN)):
        return True
    if {"laki", "perempuan"} <= tokens or ({"perkotaan"} < tokens and len(tokens) == 2):
        return True
    return tokens == {"l", "p"} and "+" in text


def summed(text: str) -> str:
    """What a label that begins as totals do says that it sums; nothing where it does not.

    >>> summed("Sub Total A"), summed("Jumlah Kecamatan Satu"), summed("Satu"), summed("Jumlah")
    ('a', 'kecamatan satu', '', '')
    """
    match = _SUBTOTAL.fullmatch(plain(text)) if _MAY_BE_TOTAL.search(text) else None
    return match[1].strip(" ()") if match else ""


def is_whole_of(text: str, parent: str) -> bool:
    """Is a heading the total of what stands over it?

    >>> is_whole_of("Jumlah Angkatan Kerja", "Angkatan Kerja")
    True
    """
    tokens = tokens_of(text)
    rest = set(tokens) - _BESIDE_TOTAL
    return bool(rest) and tokens[0] in _TOTAL and rest <= set(tokens_of(parent))


def is_mean(text: str) -> bool:
    """Is a total a mean, which no sum gives?"""
    return bool(set(tokens_of(text)) & _MEAN)
