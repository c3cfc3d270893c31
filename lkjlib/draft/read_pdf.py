"""Reads a report that is a PDF with a text layer: lines become paragraphs, ruled tables tables."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from lkjlib.draft.document import Found, Tabel, Teks
from lkjlib.errors import LkjError, not_installed

if TYPE_CHECKING:
    from pdfplumber.page import Page

_EDGE = 0.09  # share of a page above and below which a lone number is that of the page
_PAGE_NUMBER = re.compile(r"\W*(?:halaman|hal\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})\W*", re.IGNORECASE)
_REPEATED = 3  # pages that show a line at the same place: it heads or foots them
_GAP, _SHORT = 1.45, 0.85  # a paragraph ends where lines lie further apart, or a line is shorter
_LONG = 60  # characters of a line of a sentence, not of a title
_STARTS = re.compile(r"(?:[-–•❖]|\(?(?:\d{1,2}|[A-Za-z])[.)]|\d+(?:\.\d+)+)\s")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[\d.,]+%?")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?")
_HEADS = re.compile(r"(?:bab\s+[ivx]+|tabel\s+[\divx]+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    top: float
    bottom: float
    right: float
    text: str


def read_pdf(path: Path) -> Iterator[Found]:
    """What a .pdf holds; its lines are counted over all pages.

    Raises
    ------
    LkjError
        When pdfplumber is not installed, the file is no whole PDF, or it holds no text.
    """
    try:
        import pdfplumber
    except ImportError:
        raise not_installed("pdfplumber", "draf") from None
    try:
        with pdfplumber.open(path) as document:
            pages = [_read_page(page) for page in document.pages]
    except Exception as error:  # a damaged PDF raises whatever its damage happens to trigger
        kind = type(error).__name__
        raise LkjError(f"'{path.name}' bukan PDF yang utuh ({kind}).") from None
    if not any(lines or tables for _, lines, tables in pages):
        raise LkjError(
            f"'{path.name}' tidak memuat teks, hanya gambar pindaian. Pakai naskah Word-nya."
        )
    return _found(pages)


_Page = tuple[float, list[_Line], list[tuple[float, tuple[tuple[str, ...], ...]]]]


def _read_page(page: "Page") -> _Page:
    """Height of a page, its lines outside tables, its tables with their tops."""
    tables, boxes = [], []
    for table in page.find_tables():
        rows = tuple(tuple(cell or "" for cell in row) for row in table.extract())
        width = max(map(len, rows), default=0)
        if width > 1 and (len(rows) > 1 or width > 2):  # a heading may stand alone on its page
            tables.append((table.bbox[1], rows))
            boxes.append(table.bbox)
    rest = page.filter(lambda thing: not any(_inside(thing, box) for box in boxes))
    lines = [
        _Line(one["top"], one["bottom"], one["x1"], " ".join(one["text"].split()))
        for one in rest.extract_text_lines(return_chars=False, strip=True)
    ]
    height = float(page.height)
    page.close()  # what was parsed is not needed again
    return height, [line for line in lines if line.text], tables


def _inside(thing: dict, box: tuple[float, float, float, float]) -> bool:
    middle = (thing["top"] + thing["bottom"]) / 2
    return box[0] <= (thing["x0"] + thing["x1"]) / 2 <= box[2] and box[1] <= middle <= box[3]


def _found(pages: Sequence[_Page]) -> Iterator[Found]:
    often = Counter((round(line.top / 5), line.text) for _, lines, _ in pages for line in lines)
    words = Counter(_WORD.findall(" ".join(_all_texts(pages)).casefold()))
    count, last = 0, None  # the text that ends a page, which may go on over the next one
    for number, (height, lines, tables) in enumerate(pages, start=1):
        kept = [
            line
            for line in lines
            if often[round(line.top / 5), line.text] < _REPEATED and not _is_number(line, height)
        ]
        items = sorted([*_paragraphs(kept, tables), *tables], key=lambda one: one[0])
        for place, (_, item) in enumerate(items):
            if last is not None and place == 0 and _runs_on(last.isi, item):
                last = replace(last, isi=f"{last.isi} {item}")
                continue
            if last is not None:
                yield last
                last = None
            if isinstance(item, str):
                count += 1
                last = Teks(count, item, halaman=number)
            else:
                item = tuple(tuple(whole(cell, words) for cell in row) for row in item)
                yield Tabel(item, tuple(range(count + 1, count + 1 + len(item))), number)
                count += len(item)
    if last is not None:
        yield last


def _runs_on(text: str, item: object) -> bool:
    """Does a sentence that ends a page go on in the first text of the next one?"""
    whole_line = len(text) > _LONG and not text.endswith((".", ":", ";", "!", "?"))
    return whole_line and isinstance(item, str) and not (_STARTS.match(item) or _HEADS.match(item))


def _all_texts(pages: Sequence[_Page]) -> Iterator[str]:
    for _, lines, tables in pages:
        yield from (line.text for line in lines)
        yield from (cell for _, rows in tables for row in rows for cell in row)


def whole(cell: str, words: Mapping[str, int]) -> str:
    r"""The lines of a cell as one: a word or number that a narrow column broke is whole again.

    Parameters
    ----------
    cell : its text, line by line.
    words : how often each word stands in the report; a broken one stands elsewhere unbroken.

    Examples
    --------
    >>> whole("Ting\nkat 523.667.60\n0", {"tingkat": 3})
    'Tingkat 523.667.600'
    >>> whole("4.893.879.330\n4.797.797.779", {})
    '4.893.879.330 4.797.797.779'
    """
    lines = [line.split() for line in cell.splitlines() if line.strip()]
    text = lines[0] if lines else []
    for line in lines[1:]:
        last, first = text[-1], line[0]
        both = f"{last}{first}"
        parts = _PART.fullmatch(last) and _PART.fullmatch(first) and not _NUMBER.fullmatch(last)
        rarer = min(words.get(part.casefold(), 0) for part in (last, first))
        if words.get(both.casefold(), 0) > rarer or (parts and _NUMBER.fullmatch(both)):
            text = [*text[:-1], both, *line[1:]]
        else:
            text = [*text, *line]
    return " ".join(text)


def _is_number(line: _Line, height: float) -> bool:
    """Is a line the number of its page?"""
    edge = line.bottom < height * _EDGE or line.top > height * (1 - _EDGE)
    return edge and _PAGE_NUMBER.fullmatch(line.text) is not None


def _paragraphs(lines: Sequence[_Line], tables: Sequence[tuple]) -> Iterator[tuple[float, str]]:
    """Lines that belong together, each with the top of its first."""
    if not lines:
        return
    gaps = [b.top - a.top for a, b in pairwise(lines) if b.top > a.top]
    usual = median(gaps) if gaps else 0.0
    edge = max(line.right for line in lines)
    tops = [top for top, _ in tables]
    start, texts = lines[0].top, [lines[0].text]
    for last, line in pairwise(lines):
        apart = line.top - last.top > _GAP * usual
        between = any(last.top < top < line.top for top in tops)
        if apart or between or _ends(last, line, edge):
            yield start, " ".join(texts)
            start, texts = line.top, []
        texts.append(line.text)
    yield start, " ".join(texts)


def _ends(last: _Line, line: _Line, edge: float) -> bool:
    """Does a paragraph end with a line, seen from the next one?"""
    short = last.right < _SHORT * edge
    return short or bool(_STARTS.match(line.text) or _HEADS.match(line.text))
