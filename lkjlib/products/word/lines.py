"""Where a line of the chapter may not break: inside a number, before its unit, after its sign."""

import re

_YEAR = r"(?<!\b(?:19|20)\d\d)"  # a count of four digits has a dot
_NAMED = r"(?<!\bsasaran\u00a0\d)"  # the number of a sasaran has no unit
_BOUND = (  # spaces in which no line may break: between a number and what is beside it
    re.compile(r"(?<=\bsasaran) (?=\d)"),
    re.compile(rf"(?<=\d){_YEAR}{_NAMED} (?=[a-z]|[A-Z]{{2,4}}\b)"),  # 30 orang, 255 KK
    re.compile(r"(?<=\d) (?=%)"),
    re.compile(r"(?<=[<>≤≥±–×/]) (?=\d)"),
    re.compile(r"(?<=\d) (?=[–×/])"),
    re.compile(r"(?<=\bRp) (?=\d)"),
    re.compile(r"(?<=\bpoin) (?=persen)"),
    re.compile(r"(?<=\b(?:Tabel|tahun)) (?=[\dIVX])"),
)
_MINUS = re.compile(r"(?<![^\s(])-(?=\d|Rp)")  # a line may break after "-"


def bind(text: str) -> str:
    """Text in one line whose numbers keep their sign and their unit beside them.

    >>> bind("-2 % pada tahun 2019 dari 30 orang").split(" ")
    ['−2\\xa0%', 'pada', 'tahun\\xa02019', 'dari', '30\\xa0orang']
    >>> bind("sasaran 2 dihitung dari 255 KK").split(" ")
    ['sasaran\\xa02', 'dihitung', 'dari', '255\\xa0KK']
    """
    text = _MINUS.sub("−", re.sub(r"[ \t\r\n]+", " ", text).strip())
    for bound in _BOUND:
        text = bound.sub("\u00a0", text)
    return text
