"""Texts of cells as they are compared and kept; no meaning yet."""

import re
from functools import lru_cache

from lkjlib.excel.workbook import normalise

_TAG = re.compile(r"<[^<>]*>")
_RAISED = re.compile(r"\s*(?:[⁰¹²³⁴-⁹]+\)?|\*+\)?)\s*$")
_BULLET = re.compile(r"^(?:[-–—•·▪►»*]\s*(?=[^\W\d])|[-–—•·]\s+)+")
_CODED = re.compile(r"(\d{1,10}(?:\.\d{1,3})*)[.\s)-]\s*([^\W\d].*)", re.S)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text for comparing: one line, small letters, "J U M L A H" as a word.

    >>> plain("J U M L A H"), plain("Laki-laki\\n Male")
    ('jumlah', 'laki-laki male')
    """
    words = normalise(text)
    return words.replace(" ", "") if re.fullmatch(r"(?:\w ){3,}\w", words) else words


def clean(text: str) -> str:
    """A label as it is kept: without indent, bullet, markup and footnote mark.

    >>> clean("      – Laki-laki"), clean("Papua*)"), clean("15–24"), clean("<b>Kota</b><br />")
    ('Laki-laki', 'Papua', '15–24', 'Kota')
    """
    words = " ".join((_TAG.sub(" ", text) if "<" in text else text).split())
    if words and not words[0].isalnum():
        words = _BULLET.sub("", words)
    raised = words and not (words[-1].isascii() and words[-1].isalnum())
    return (_RAISED.sub("", words) if raised else words) or words


def tokens_of(text: str) -> list[str]:
    """The words of a text, without digits and marks.

    >>> tokens_of("Laki-laki 15+")
    ['laki', 'laki']
    """
    return re.findall(r"[^\W\d_]+", plain(text))


def split_code(text: str) -> tuple[str, str] | None:
    """Code and name of a label such as "01. Pacitan".

    >>> split_code("01. Pacitan"), split_code("15-19"), split_code("60 keatas")
    (('01', 'Pacitan'), None, None)
    """
    match = _CODED.fullmatch(text)
    coded = match and (len(match[1]) > 3 or text[len(match[1])] in ".)")
    return (match[1], match[2]) if coded else None


def slug(text: str) -> str:
    """A column's name out of a heading's own words.

    >>> slug("% Realisasi Anggaran"), slug("Jenis  Belanja\\nKind"), slug("***")
    ('persen_realisasi_anggaran', 'jenis_belanja', 'kolom')
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    words = re.findall(r"\w+", clean(first).casefold().replace("%", " persen "))
    return "_".join(words)[:60].strip("_") or "kolom"
