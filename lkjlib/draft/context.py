"""The words around a printed number, by where they stand, and the years they are about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lkjlib.draft.document import Blok
from lkjlib.draft.grid import Grid
from lkjlib.draft.printed import Angka
from lkjlib.draft.words import tokens, words_of, years_in
from lkjlib.ledger.claims import NUMBER

_SENTENCE = re.compile(r"(?<=[a-z)”\"%a-z0-9])[.;]\s+(?=[A-Z“\"])")
_CLAUSE = re.compile(
    r"[,;(:]|\b(?:dan|sedangkan|sehingga|masih|di|pada|atau|yang|adalah|sudah)\b"
    r"|(?<!dibandingkan )\bdengan\b|\d"
)
_IN_WORDS = re.compile(r"\s*\([a-z ]+\)")  # 4 (empat)
_YEAR_AFTER = re.compile(
    r"\s*%?(?:\s*(?!dan\b|sedangkan\b)\w+)?\s+(?:di|pada|untuk)\s+tahun\s+((?:19|20)\d\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR, _FAR, _LEAST = 2.0, 10.0, 0.12  # words after which a weight is halved, and its floor
_EARLIER, _BEHIND, _AFTER = 0.3, 0.7, 4  # weights past another number, and after the number
_SHOWN_BEFORE, _SHOWN_BEHIND = 100, 60  # characters of a sentence that are shown around a number
_SCOPE, _GROUP = 0.35, 0.3
_QUOTED = re.compile(r"[“\"]([^”\"]{5,120})[”\"]")


@dataclass(frozen=True)
class Konteks:
    """Words of the row, of the column, of what stands above, and years; `tegas` where the number's
    own row, column or clause names the year."""

    baris: Mapping[str, float]
    kolom: Mapping[str, float]
    judul: Mapping[str, float]
    tahun: frozenset[int] = frozenset()
    tegas: bool = False
    kata: str = ""


def context_of(number: Angka, year: int) -> Konteks:
    """The context of a number; `year` is the report's, meant where no other is named."""
    if number.sel is None:
        return _in_prose(number, year)
    return _in_table(number, year)


def _scope(blok: Blok) -> dict[str, float]:
    return {word: _SCOPE for word in words_of(blok.lingkup[-2:])}


def _in_table(number: Angka, year: int) -> Konteks:
    grid, (row, column) = number.blok.grid, number.sel
    own = number.teks.strip()
    labels = [text for text in grid.labels[row] if text != own]
    heads = grid.heads[column]
    rows = {word: _GROUP for word in words_of([*grid.groups[row], *labels])}
    rows |= words_of([grid.names[row]])
    title = words_of([grid.judul])
    years, sure = _years([heads, labels], [grid.judul], year)
    rows = _scope(number.blok) | rows if not labels else rows
    before, after = own[: number.awal], own[number.awal + len(number.tercetak) :]
    columns = dict(words_of(heads))
    if heads and heads[-1].strip() == "%" and "target" in _all_heads(grid):
        columns |= words_of(["capaian"])  # what a report prints beside target and realisasi
    if re.search(r"\(\s*[-\d.,\s+x/]*$", before) or after.lstrip().startswith("/"):
        columns = _fraction(before, after, columns)
    elif any(c.isalpha() for c in before + after):
        rows |= words_of([own])
    words = " · ".join(dict.fromkeys([*labels, *heads]))
    return Konteks(rows, columns, _scope(number.blok) | title, years, sure, words)


def _all_heads(grid: Grid) -> set[str]:
    return {word for heads in grid.heads for word in words_of(heads)}


def _fraction(before: str, after: str, columns: dict[str, float]) -> dict[str, float]:
    """Words of a number inside the formula of a cell, (31 / 132 x 100)."""
    if after.lstrip().startswith("/"):
        return words_of(["pembilang"])
    if before.rstrip().endswith("/"):
        return words_of(["penyebut"])
    return columns


def _years(near: list[list[str]], far: list[str], year: int) -> tuple[frozenset[int], bool]:
    for texts in near:
        found = [y for text in texts for y in years_in(text)]
        if found:
            return frozenset(found), True
    found = [y for text in far for y in years_in(text)]
    return frozenset(found or [year]), False


def _in_prose(number: Angka, year: int) -> Konteks:
    text = number.blok.teks
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, number.awal)), default=0)
    rest = text[number.awal + len(number.tercetak) :]
    stop = _SENTENCE.search(rest)
    before, after = text[start : number.awal], rest[: stop.start() if stop else None]
    near, far = _before(before)
    clause = _CLAUSE.split(_IN_WORDS.sub("", after, count=1), maxsplit=1)[0]
    for distance, word in enumerate(tokens(clause)[:_AFTER]):
        near[word] = max(near.get(word, 0.0), _BEHIND * 2 ** (-distance / _NEAR))
        far[word] = max(far.get(word, 0.0), _BEHIND)
    for quoted in _QUOTED.findall(text[: number.awal]):
        far |= {word: max(far.get(word, 0), 0.8) for word in words_of([quoted])}
    scope = _scope(number.blok)
    years, sure = _years_of_clause(before, after, text[:start])
    words = _around(before, f"{number.tercetak}{after[:_SHOWN_BEHIND]}")
    return Konteks(scope | far, near, scope, frozenset(years or [year]), sure, words)


def _around(before: str, behind: str) -> str:
    """The words around a number as they are shown, from whole words on."""
    text = " ".join(before.split())
    short = text if len(text) <= _SHOWN_BEFORE else f"… {text[-_SHOWN_BEFORE:].partition(' ')[2]}"
    return f"{short} {' '.join(behind.split())}".strip()


def _before(text: str) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the words before a number: for what it measures, and for whom.

    What stands before an earlier number belongs to that one first.
    """
    near: dict[str, float] = {}
    far: dict[str, float] = {}
    numbers = [m for m in NUMBER.finditer(text) if not _YEAR.fullmatch(m[0])]
    edge = numbers[-1].end() if numbers else 0
    distance = 0
    for part, share in ((text[edge:], 1.0), (text[:edge], _EARLIER)):
        for word in tokens(part)[::-1]:
            near[word] = max(near.get(word, 0.0), share * 2 ** (-distance / _NEAR))
            far[word] = max(far.get(word, 0.0), _LEAST, 2 ** (-distance / _FAR))
            distance += 1
    return near, far


def _years_of_clause(before: str, after: str, earlier: str) -> tuple[list[int], bool]:
    """The year that a number in a sentence is about, and whether its sentence says so."""
    behind = _YEAR_AFTER.match(after)
    years = [int(behind[1])] if behind else years_in(before)
    if years:
        return years[-1:], True
    ahead = years_in(after[:40])
    return (ahead[:1], True) if ahead else (years_in(earlier)[-1:], False)
