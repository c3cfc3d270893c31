"""Sentences that a person has to judge: a category, a direction, a rank, a cause, a target met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjlib.draft.document import Blok, Naskah
from lkjlib.report import Skala
from lkjlib.rules.category import SKALA

KATEGORI, ARAH, PERINGKAT, SEBAB, TERCAPAI = "kategori", "arah", "peringkat", "sebab", "tercapai"
DIRECTIONS = {
    1: ("meningkat", "naik", "peningkatan", "kenaikan", "membaik", "bertambah"),
    -1: ("menurun", "turun", "penurunan", "memburuk", "berkurang"),
    0: ("tetap", "stabil"),
}
_WORDS = {
    TERCAPAI: r"(?:tidak|belum)\s+(?:dapat\s+|bisa\s+|telah\s+)?"
    r"(?:tercapai|(?:mencapai|memenuhi)(?:\s+target)?)"
    r"|(?:dapat\s+|telah\s+|sudah\s+)?tercapai|melebihi\s+target|melampaui\s+target"
    r"|(?:bisa|telah|sudah|dapat)\s+(?:mencapai|memenuhi|melebihi)\s+target|di\s?bawah\s+target",
    ARAH: "|".join(word for words in DIRECTIONS.values() for word in words if word != "tetap"),
    PERINGKAT: r"ter(?:besar|tinggi|banyak|rendah|kecil|sedikit|baik)|paling\s+\w+"
    r"|(?:di|men)dominasi|disusul|urutan\s+\w+|peringkat\s+(?:pertama|kedua|ketiga|\d+)",
    SEBAB: r"dikarenakan|disebabkan|menyebabkan|(?<!oleh )karena(?! itu)|berkat|mengakibatkan"
    r"|akibat(?:\s+dari)?",
}
# a direction is stated of something: it is seen, or has a number; else it is a wish or a name
_STATED = re.compile(
    r"\d|\b(?:terlihat|mengalami|terdapat|semakin|cenderung|menjadi|terjadi|menggambarkan)\b"
)
_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _WORDS.items()}
_CATEGORY = r"(?:kategori|predikat|kriteria)\s+(?:capaian\s+|kinerja\s+)*[\"“(]?\s*({names})\b"
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_HEADS = ("kategori", "kriteria", "predikat")
_END = re.compile(r"(?<=[a-z)”\"%0-9])[.;]\s+(?=[A-Z“\"])")
_PRINTED = 160  # characters of a sentence as it is quoted


@dataclass(frozen=True)
class Pernyataan:
    """A statement to judge: its sentence, its deciding word, what kind it is, where it stands."""

    blok: Blok
    baris: int
    kalimat: str
    kata: str
    macam: str
    awal: int
    sel: tuple[int, int] | None = None

    @property
    def bagian(self) -> str:
        """Section of the report."""
        return self.blok.bagian


def statements_in(naskah: Naskah, skala: Skala) -> list[Pernyataan]:
    """Every statement of a report that words decide, line by line.

    Parameters
    ----------
    naskah : the report.
    skala : its own scale; words of the scales of regulations count as well.
    """
    names = dict.fromkeys(b.kategori for s in (skala, *SKALA.values()) for b in s.pita)
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    category = re.compile(_CATEGORY.format(names=words), re.IGNORECASE)
    label = re.compile(rf"({words})\b.*", re.IGNORECASE)
    found: list[Pernyataan] = []
    for blok in naskah.blok:
        if blok.grid is not None:
            found += _in_table(blok, label)
        elif not blok.judul:
            found += _in_prose(blok, {KATEGORI: category} | _PATTERNS)
    return found


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins.

    >>> [one for _, one in sentences("TPT 5,06 persen. Pencari kerja naik.")]
    ['TPT 5,06 persen', 'Pencari kerja naik.']
    """
    start = 0
    for match in _END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _in_prose(blok: Blok, patterns: dict[str, re.Pattern[str]]) -> Iterator[Pernyataan]:
    for start, sentence in sentences(blok.teks):
        for kind, pattern in patterns.items():
            bare = _QUOTED.sub(lambda m: "_" * len(m[0]), sentence)  # a name states nothing
            place = 1 if kind == KATEGORI else 0
            said: set[str] = set()
            for match in pattern.finditer(bare):
                word = " ".join(match[place].split())
                if word.casefold() in said or (kind == ARAH and not _states(bare, match)):
                    continue
                said.add(word.casefold())
                at = start + match.start(place)
                yield Pernyataan(blok, blok.baris, sentence.strip(), word, kind, at)


def _states(sentence: str, match: re.Match[str]) -> bool:
    """Is a direction stated, and not part of a name written with a capital?"""
    named = match.start() > 0 and match[0][0].isupper()
    return not named and bool(_STATED.search(sentence))


def _in_table(blok: Blok, label: re.Pattern[str]) -> Iterator[Pernyataan]:
    """Category words in a column that is headed so."""
    grid = blok.grid
    columns = [
        column
        for column in range(grid.lebar)
        if any(word in " ".join(grid.heads[column]).casefold() for word in _HEADS)
    ]
    for row in grid.body():
        for column in columns:
            match = label.fullmatch(grid.at(row, column))
            if match and grid.names[row] and grid.names[row] != grid.at(row, column):
                said = f"{grid.names[row]}: {grid.at(row, column)}"
                yield Pernyataan(blok, grid.baris[row], said, match[1], KATEGORI, 0, (row, column))


def quoted(sentence: str) -> str:
    """A sentence short enough for a cell, on one line."""
    flat = " ".join(sentence.split())
    return flat if len(flat) <= _PRINTED else f"{flat[: _PRINTED - 2].rstrip()} …"
