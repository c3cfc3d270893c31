"""The header of a declared table: on which rows it stands, which column holds what.

It is known by its words, never by its position, and may be one row deep or two.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lkjlib.annexes.declaration import NOMOR, Column, Table
from lkjlib.excel.workbook import Sheet, normalise

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARK = re.compile(r"(?<=\S)\s*(?:\*+\)?|[⁽¹²³⁰-⁹]+[)⁾]?|(?<=\s)\(?\d\)|(?<=\s)[a-z]\))$")
_MARK_ENDS = ")*⁾¹²³⁰⁴⁵⁶⁷⁸⁹"
_NOTHING = (0, 0, 0)  # that a header lacks
SEARCHED_ROWS = 100  # a header further down is no office's; keeps a huge sheet cheap


@dataclass(frozen=True)
class Header:
    """Where a header stands.

    `first` and `last` are its rows, `columns` says in which column of the sheet a declared one
    stands, `missing` are those that stand nowhere, `doubled` those that stand in several,
    `assumed` those known by the lower of their two words alone;
    `texts` are the words over each column of the sheet, `families` the members of each family of
    columns as printed.
    """

    first: int
    last: int
    columns: dict[str, int]
    missing: tuple[Column, ...]
    texts: dict[int, str]
    doubled: dict[str, tuple[int, ...]] = field(default_factory=dict)
    families: dict[str, tuple[str, ...]] = field(default_factory=dict)
    assumed: dict[str, int] = field(default_factory=dict)


def find_header(sheet: Sheet, table: Table) -> Header | None:
    """The row pair (or row) that holds most of the declared header words; None without any.

    Words that only speak of another year count as held: they say where the header stands.

    Examples
    --------
    >>> from lkjlib.report import find_folder
    >>> from lkjlib.excel.workbook import open_workbook
    >>> from lkjlib.themes.kasus.tables import WAJIB_LAPOR
    >>> book = open_workbook(find_folder(2019) / "kasus.xlsx")
    >>> header = find_header(book.sheets["Wajib Lapor"], WAJIB_LAPOR)
    >>> header.first, header.last, header.columns
    (5, 5, {'tahun': 2, 'perusahaan': 3})
    """
    best, lacking, words = None, None, _declared_words(table)
    for first in range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1):
        own = [unmarked(word) for word in sheet.words(first).values()]
        if not own or (words.isdisjoint(own) and words.isdisjoint(sheet.words(first + 1).values())):
            continue
        for depth in (2, 1):
            header = _match_header(sheet, table, first, depth)
            lacks = _lacks(header) if header.columns else None
            if lacks and (lacking is None or lacks < lacking):
                best, lacking = header, lacks
            if lacking == _NOTHING:
                return best
    return best


def _lacks(header: Header) -> tuple[int, int, int]:
    """How many declared columns a header lacks: but for their year, at all, but for a guess."""
    free = free_texts(header) if header.missing else {}
    lost = [column for column in header.missing if not of_another_year(column, free)]
    return len(lost), len(header.missing), len(header.assumed)


def _declared_words(table: Table) -> frozenset[str]:
    wordings = (words for column in declared_columns(table) for words in column.wordings)
    return frozenset(word.strip() for words in wordings for word in words.split("|"))


def _match_header(sheet: Sheet, table: Table, first: int, depth: int) -> Header:
    paths = header_texts(sheet, first, depth)
    places: dict[str, list[int]] = {}
    for place, path in paths.items():
        places.setdefault(path, []).append(place)
    columns, missing, doubled, families = {}, [], {}, {}
    for column in declared_columns(table):
        if column.keluarga:
            continue
        found = sorted(place for path in column.wordings for place in places.get(path, ()))
        hits = [place for place in found if place not in columns.values()]
        if hits:
            columns[column.nama] = hits[0]
            own = [c for c in hits if _stands_alone(sheet, first, depth, c)]
            if len(own) > 1:
                doubled[column.nama] = tuple(own)
        elif not column.boleh_tiada:
            missing.append(column)
    if any(column.penomor and column.nama in columns for column in table.kolom):
        missing = [column for column in missing if column is not NOMOR]
    assumed = _by_leaf(table, missing, paths, columns) if depth > 1 and columns else {}
    columns |= assumed
    missing = [column for column in missing if column.nama not in assumed]
    last = first + depth - 1
    for column in (c for c in table.kolom if c.keluarga):
        members = _members(sheet, column, last, paths, set(columns.values()))
        families[column.nama] = tuple(members)
        columns |= members
        missing += [] if members else [column]
    return Header(first, last, columns, tuple(missing), paths, doubled, families, assumed)


def _by_leaf(
    table: Table, missing: Sequence[Column], paths: Mapping[int, str], taken: Mapping[str, int]
) -> dict[str, int]:
    """Missing columns that stand under another heading, where their own words fit only them.

    A heading that speaks of a year is another heading only for a column that speaks of none.
    """
    found: dict[str, int] = {}
    for column in missing if len(missing) <= len(taken) else ():
        others = (_leaves(other) for other in table.kolom if other is not column)
        leaves = _leaves(column).difference(*others)
        hits = [
            place
            for place, path in paths.items()
            if place not in taken.values() and "|" in path and path.rpartition("|")[2] in leaves
        ]
        if len(hits) == 1 and not YEAR.search(paths[hits[0]]):
            found[column.nama] = hits[0]
    return found


def _leaves(column: Column) -> set[str]:
    """The lower words of a column's wordings."""
    return {words.rpartition("|")[2] for words in column.wordings}


def _members(
    sheet: Sheet, family: Column, last: int, paths: Mapping[int, str], taken: set[int]
) -> dict[str, int]:
    """Columns under the heading of a family, by the words that the sheet prints over each."""
    start = f"{normalise(family.header)}|"
    places = [place for place, path in paths.items() if path.startswith(start)]
    return {
        " ".join(str(sheet.value(last, place)).split()): place
        for place in places
        if place not in taken and sheet.value(last, place) is not None
    }


def _stands_alone(sheet: Sheet, first: int, depth: int, column: int) -> bool:
    """Words of its own, or, under a heading merged from the left, values of its own."""
    if any(column in sheet.words(row) for row in range(first, first + depth)):
        return True
    below = range(first + depth, first + depth + SEARCHED_ROWS)
    return any(sheet.value(row, column) is not None for row in below)


def unmarked(words: str) -> str:
    """Header words without the mark of a footnote behind them.

    >>> unmarked("tidak aktif *)"), unmarked("aktif¹⁾"), unmarked("bekerja 1)"), unmarked("(unit)")
    ('tidak aktif', 'aktif', 'bekerja', '(unit)')
    """
    return _MARK.sub("", words) if words and words[-1] in _MARK_ENDS else words


def header_texts(sheet: Sheet, first: int, depth: int) -> dict[int, str]:
    """Sheet column -> header words, the second row after a bar."""
    rows = [
        {**sheet.words(row), **_merged_text(sheet, row, first)}
        for row in range(first, first + depth)
    ]
    paths, above = {}, ""
    for column in sorted(set().union(*rows)):
        words = [unmarked(texts.get(column, "")) for texts in rows]
        above = words[0] or above
        if depth == 2 and words[1] and not words[0]:
            words[0] = above
        path = "|".join(dict.fromkeys(w for w in words if w))
        if path:
            paths[column] = path
    return paths


def _merged_text(sheet: Sheet, row: int, first: int) -> dict[int, str]:
    """Column -> text of the merged area that covers it in a row, areas from `first` on."""
    texts = {}
    for area in (area for start in range(first, row + 1) for area in sheet.merges_from(start)):
        if row <= area.max_row:
            origin = sheet.words(area.min_row).get(area.min_col)
            if origin:
                texts.update(dict.fromkeys(range(area.min_col, area.max_col + 1), origin))
    return texts


def of_another_year(column: Column, free: Mapping[str, int]) -> tuple[str, str, str] | None:
    """A header that would be the column's if it spoke of another year: text, its year, ours."""
    for words in (column.header, *column.alias):
        wanted = normalise(words.replace("|", " / "))
        meant = YEAR.search(wanted)
        for text in free if meant else ():
            said = YEAR.search(text)
            if said and YEAR.sub("…", text) == YEAR.sub("…", wanted):
                return text, said.group(), meant.group()
    return None


def free_texts(header: Header) -> dict[str, int]:
    """Words over columns without a meaning -> their place."""
    texts = {place: text.replace("|", " / ") for place, text in header.texts.items()}
    return {t: place for place, t in texts.items() if place not in header.columns.values()}


def declared_columns(table: Table) -> tuple[Column, ...]:
    return (NOMOR, *table.kolom) if table.tingkat else table.kolom
