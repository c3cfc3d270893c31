"""Gives every block of a report its section, and every table the words above it.

A section is called as the ledger calls it: Ringkasan Eksekutif, Bab III A.3 sasaran 2.1, Lampiran.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lkjlib.draft.document import Blok, Found, Tabel, Teks, grid_of, join_tables
from lkjlib.draft.words import tokens
from lkjlib.ledger.sections import SAMPUL, Sections, section_of

_CHAPTER = re.compile(r"bab\s+([ivx]+)\b\.?\s*(.*)", re.IGNORECASE)
_FRONT = re.compile(
    r"(kata pengantar|daftar (?:isi|tabel|gambar|lampiran)|ringkasan eksekutif|ikhtisar eksekutif"
    r"|lampiran)\b[^.]{0,40}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"([A-Z])\.\s+(\S.{1,110})")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(\S.{1,140})")
_ITEM = re.compile(r"(?:[-–•❖]|\(?(?:\d{1,2}|[A-Za-z])[.)])\s.*|sumber\b.*", re.IGNORECASE)
_ALONE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?")
_SASARAN = re.compile(r"SASARAN(?:\s+STRATEGIS)?\b\W*(.*)")
_CONTENTS = "Daftar"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
_LONGEST_TITLE, _MOST_TITLES = 110, 5
_PARTS = ("bab", "huruf", "nomor", "sasaran")
_ALIKE = 0.8  # share of the words of a name that a heading must hold


@dataclass(frozen=True)
class _Names:
    """Words of the names that the report's sheets print."""

    sasaran: list[set[str]]
    indikator: list[set[str]]


@dataclass(frozen=True)
class _Line:
    """A line of text, its level as a heading, and where it stands in what was found."""

    text: str
    tingkat: int
    items: list[Found]
    number: int


@dataclass
class _Place:
    """Where the reading stands."""

    bab: str = ""
    huruf: str = ""
    nomor: str = ""
    sasaran: str = ""
    heads: dict[int, str] = field(default_factory=dict)

    def enter(self, level: int, text: str, part: str = "", value: str = "") -> bool:
        """Go under a heading; the part of the address that it opens ends the parts below."""
        self.heads = {k: v for k, v in self.heads.items() if k < level} | {level: text}
        if part:
            setattr(self, part, value)
            for below in _PARTS[_PARTS.index(part) + 1 :]:
                setattr(self, below, "")
        return True

    @property
    def alamat(self) -> str:
        if not self.bab:
            return SAMPUL
        sasaran = f" sasaran {self.sasaran}" if self.sasaran else ""
        letter = f" {self.huruf}" if self.huruf else ""
        number = f"{'.' if letter else ' '}{self.nomor}" if self.nomor else ""
        return f"{self.bab}{letter}{number}{sasaran}"


def arrange(
    found: Iterable[Found], sections: Sections, sasaran: Sequence[str], indikator: Sequence[str]
) -> tuple[Blok, ...]:
    """The blocks of a report with their sections.

    Parameters
    ----------
    found : what a reader found, in order.
    sections : those that the ledger of the report knows; an address that none of them holds
        becomes the last one before it that one of them does.
    sasaran, indikator : names as the report's sheets print them.
    """
    items = list(join_tables(found))
    place, known, blocks = _Place(), SAMPUL, []
    names = _Names(
        [set(tokens(name)) for name in sasaran], [set(tokens(name)) for name in indikator]
    )
    pending = ""
    for number, one in enumerate(items):
        head = False
        if isinstance(one, Teks):
            text = _plain(one.isi)
            alone = _ALONE.fullmatch(text)
            if alone and _follows(items, number):
                pending, head = alone[1], True
            else:
                whole = f"{pending}. {text}" if pending else text
                head = _enter(place, _Line(whole, one.tingkat, items, number), names)
                pending = ""
        if section_of(place.alamat, sections):
            known = place.alamat
        scope = tuple(place.heads[level] for level in sorted(place.heads))
        blocks.append(_block(one, known, head, scope, items, number))
    return tuple(blocks)


def _block(
    one: Found, known: str, head: bool, scope: tuple[str, ...], items: list[Found], number: int
) -> Blok:
    if isinstance(one, Tabel):
        grid = grid_of(one, _title(items, number))
        return Blok(known, one.baris[0], grid=grid, lingkup=scope, halaman=one.halaman)
    return Blok(known, one.baris, one.isi.strip(), head, lingkup=scope, halaman=one.halaman)


def _plain(text: str) -> str:
    return " ".join(text.replace("*", " ").replace("#", " ").split())


def _enter(place: _Place, line: _Line, names: _Names) -> bool:
    """Move to the section that a line opens, if it opens one."""
    text = line.text
    chapter, front = _CHAPTER.fullmatch(text), _FRONT.fullmatch(text)
    if chapter and len(text) < _LONGEST_TITLE:
        return place.enter(1, text, "bab", f"Bab {chapter[1].upper()}")
    if front and (text.isupper() or line.tingkat == 1):
        name = front[1].capitalize()
        titled = name.split()[0] in ("Kata", "Ringkasan", "Ikhtisar", _CONTENTS)
        return place.enter(1, text, "bab", front[1].title() if titled else name)
    if line.tingkat == 1:
        last = _ROMAN.index(place.bab[4:]) if place.bab[4:] in _ROMAN else -1
        if last + 1 < len(_ROMAN):  # Word may number its chapters by itself
            return place.enter(1, text, "bab", f"Bab {_ROMAN[last + 1]}")
    if text.endswith((".", ";", ",")) or not place.bab.startswith("Bab"):
        return False
    return _enter_part(place, line, names)


def _enter_part(place: _Place, line: _Line, names: _Names) -> bool:
    lettered, numbered = _LETTER.fullmatch(line.text), _NUMBER.fullmatch(line.text)
    title = numbered[2] if numbered else line.text
    named = _sasaran(title, line.tingkat, names.sasaran)
    if named and (numbered or named != "?"):
        return place.enter(4, title, "sasaran", numbered[1] if numbered else named)
    if numbered and place.sasaran and numbered[1].startswith(f"{place.sasaran.split('.')[0]}."):
        return place.enter(5, title, "sasaran", numbered[1])
    if lettered and _next_letter(place.huruf, lettered[1]):
        return place.enter(2, lettered[2], "huruf", lettered[1])
    plain_number = numbered and numbered[1].isdigit() and not place.sasaran
    if plain_number and _next_number(place.nomor, numbered[1]):
        if _listed(line.items, line.number, int(numbered[1])):
            return False
        return place.enter(3, title, "nomor", numbered[1])
    if line.tingkat == 2 and not (lettered or numbered or place.sasaran):
        letter = chr(ord(place.huruf) + 1) if place.huruf else "A"
        return place.enter(2, title, "huruf", letter)
    if line.tingkat or (not _ITEM.fullmatch(line.text) and _is_named(title, names.indikator)):
        return place.enter(5 + bool(line.tingkat), title)
    return False


def _sasaran(title: str, tingkat: int, names: list[set[str]]) -> str:
    """Number of the sasaran that a heading names, "?" where it names one that nobody knows."""
    words = set(tokens(title))
    short = len(title) < _LONGEST_TITLE
    for number, name in enumerate(names, start=1):
        alike = name and len(name & words) >= _ALIKE * len(name)
        if short and alike and _headlike(title, tingkat):
            return str(number)
    return "?" if _SASARAN.match(title) and short else ""


def _headlike(title: str, tingkat: int) -> bool:
    return bool(tingkat or _SASARAN.match(title) or title.lower().startswith("sasaran "))


def _is_named(title: str, names: list[set[str]]) -> bool:
    """Is a line the name of an indicator, with no more than a word or two around it?"""
    words = set(tokens(title))
    return any(name and name <= words and len(words) <= len(name) + 2 for name in names)


def _next_letter(last: str, letter: str) -> bool:
    return letter == (chr(ord(last) + 1) if last else "A")


def _next_number(last: str, number: str) -> bool:
    return int(number) == (int(last) + 1 if last else 1)


def _listed(items: list[Found], number: int, this: int) -> bool:
    """Does the next line carry the next number, or the one before the last: an item of a list?"""
    for beside, wanted in ((number - 1, this - 1), (number + 1, this + 1)):
        other = items[beside] if 0 <= beside < len(items) else None
        match = _NUMBER.fullmatch(_plain(other.isi)) if isinstance(other, Teks) else None
        if match and match[1] == str(wanted):
            return True
    return False


def _follows(items: list[Found], number: int) -> bool:
    """Is there a line after this one?"""
    return number + 1 < len(items) and isinstance(items[number + 1], Teks)


def _title(items: list[Found], number: int) -> str:
    """The short lines right above a table; else the sentence that leads to it."""
    lines: list[str] = []
    for one in reversed(items[max(0, number - _MOST_TITLES) : number]):
        text = _plain(one.isi) if isinstance(one, Teks) else ""
        if not text or _CHAPTER.fullmatch(text) or _FRONT.fullmatch(text):
            break
        item = _ITEM.fullmatch(text)
        if item or len(text) > _LONGEST_TITLE or text.endswith((".", ";")):
            return " ".join(lines) or ("" if item else re.split(r"(?<=[.!?]) ", text)[-1])
        lines.insert(0, text)
        if text.lower().startswith("tabel ") or text.endswith(":"):
            break
    return " ".join(lines)
