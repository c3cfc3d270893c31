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
_ALIKE = 0.8  # share of the words of a name that a heading must hold


@dataclass
class _Place:
    """Where the reading stands."""

    bab: str = ""
    huruf: str = ""
    nomor: str = ""
    sasaran: str = ""
    heads: dict[int, str] = field(default_factory=dict)

    def enter(self, level: int, text: str) -> None:
        self.heads = {k: v for k, v in self.heads.items() if k < level} | {level: text}

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
    names = [set(tokens(name)) for name in sasaran], [set(tokens(name)) for name in indikator]
    pending = ""
    for number, one in enumerate(items):
        head = False
        if isinstance(one, Teks):
            text = _plain(one.isi)
            alone = _ALONE.fullmatch(text)
            if alone and _follows(items, number):
                pending, head = alone[1], True
            else:
                head = _enter(
                    place, f"{pending}. {text}" if pending else text, one, items, number, names
                )
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


def _enter(
    place: _Place,
    text: str,
    one: Teks,
    items: list[Found],
    number: int,
    names: tuple[list[set[str]], list[set[str]]],
) -> bool:
    """Move to the section that a line opens, if it opens one."""
    chapter, front = _CHAPTER.fullmatch(text), _FRONT.fullmatch(text)
    if chapter and len(text) < _LONGEST_TITLE:
        place.bab, place.huruf, place.nomor, place.sasaran = f"Bab {chapter[1].upper()}", "", "", ""
        place.enter(1, text)
        return True
    if front and (text.isupper() or one.tingkat == 1):
        place.bab, place.huruf, place.nomor, place.sasaran = front[1].capitalize(), "", "", ""
        if place.bab.split()[0] in ("Kata", "Ringkasan", "Ikhtisar", _CONTENTS):
            place.bab = front[1].title()
        place.enter(1, text)
        return True
    if one.tingkat == 1:
        last = _ROMAN.index(place.bab[4:]) if place.bab[4:] in _ROMAN else -1
        if last + 1 < len(_ROMAN):  # Word may number its chapters by itself
            place.bab, place.huruf, place.nomor = f"Bab {_ROMAN[last + 1]}", "", ""
            place.sasaran = ""
            place.enter(1, text)
            return True
    if text.endswith((".", ";", ",")) or not place.bab.startswith("Bab"):
        return False
    return _enter_part(place, text, one, items, number, names)


def _enter_part(
    place: _Place,
    text: str,
    one: Teks,
    items: list[Found],
    number: int,
    names: tuple[list[set[str]], list[set[str]]],
) -> bool:
    lettered, numbered = _LETTER.fullmatch(text), _NUMBER.fullmatch(text)
    title = numbered[2] if numbered else text
    named = _sasaran(title, one, names[0])
    if named and (numbered or named != "?"):
        place.sasaran = numbered[1] if numbered else named
        place.enter(4, title)
        return True
    if numbered and place.sasaran and numbered[1].startswith(f"{place.sasaran.split('.')[0]}."):
        place.sasaran = numbered[1]
        place.enter(5, title)
        return True
    if lettered and _next_letter(place.huruf, lettered[1]):
        place.huruf, place.nomor, place.sasaran = lettered[1], "", ""
        place.enter(2, lettered[2])
        return True
    plain_number = numbered and numbered[1].isdigit() and not place.sasaran
    if plain_number and _next_number(place.nomor, numbered[1]):
        if not _listed(items, number, int(numbered[1])):
            place.nomor, place.sasaran = numbered[1], ""
            place.enter(3, title)
            return True
        return False
    if one.tingkat == 2 and not (lettered or numbered or place.sasaran):
        place.huruf = chr(ord(place.huruf) + 1) if place.huruf else "A"
        place.nomor = ""
        place.enter(2, title)
        return True
    if one.tingkat or (not _ITEM.fullmatch(text) and _is_named(title, names[1])):
        place.enter(5 + bool(one.tingkat), title)
        return True
    return False


def _sasaran(title: str, one: Teks, names: list[set[str]]) -> str:
    """Number of the sasaran that a heading names, "?" where it names one that nobody knows."""
    words = set(tokens(title))
    short = len(title) < _LONGEST_TITLE
    for number, name in enumerate(names, start=1):
        if short and name and len(name & words) >= _ALIKE * len(name) and _headlike(title, one):
            return str(number)
    return "?" if _SASARAN.match(title) and short else ""


def _headlike(title: str, one: Teks) -> bool:
    return bool(one.tingkat or _SASARAN.match(title) or title.lower().startswith("sasaran "))


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
