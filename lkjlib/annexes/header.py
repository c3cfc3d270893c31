"""Finds the header of a declared table in a sheet: by its words, over one row or two."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjlib.annexes.declaration import NOMOR, Column, Table
from lkjlib.excel.workbook import Sheet, normalise

SEARCHED_ROWS = 100  # a header further down is no office's; keeps a huge sheet cheap


@dataclass(frozen=True)
class Header:
    """Where the header stands: last header row, declared column -> sheet column."""

    first: int
    last: int
    columns: dict[str, int]
    missing: tuple[Column, ...]
    texts: dict[int, str]
    doubled: dict[str, tuple[int, ...]] = field(default_factory=dict)


def _declared(table: Table) -> tuple[Column, ...]:
    return (NOMOR, *table.kolom) if table.tingkat else table.kolom


def find_header(sheet: Sheet, table: Table) -> Header | None:
    """The row pair (or row) that holds most of the declared header words."""
    best, words = None, _declared_words(table)
    for first in range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1):
        own = sheet.words(first).values()
        if not own or (words.isdisjoint(own) and words.isdisjoint(sheet.words(first + 1).values())):
            continue
        for depth in (2, 1):
            header = _match_header(sheet, table, first, depth)
            if header.columns and (best is None or len(header.missing) < len(best.missing)):
                best = header
        if best and not best.missing:
            return best
    return best


def _declared_words(table: Table) -> frozenset[str]:
    wordings = (words for c in _declared(table) for words in (c.header, *c.alias))
    return frozenset(normalise(word) for words in wordings for word in words.split("|"))


def _match_header(sheet: Sheet, table: Table, first: int, depth: int) -> Header:
    paths = _header_paths(sheet, first, depth)
    places: dict[str, list[int]] = {}
    for place, path in paths.items():
        places.setdefault(path, []).append(place)
    columns, missing, doubled = {}, [], {}
    for column in _declared(table):
        wanted = dict.fromkeys(normalise(h) for h in (column.header, *column.alias))
        found = sorted(place for path in wanted for place in places.get(path, ()))
        hits = [place for place in found if place not in columns.values()]
        if hits:
            columns[column.nama] = hits[0]
            own = [c for c in hits if _stands_alone(sheet, first, depth, c)]
            if len(own) > 1:
                doubled[column.nama] = tuple(own)
        else:
            missing.append(column)
    return Header(first, first + depth - 1, columns, tuple(missing), paths, doubled)


def _stands_alone(sheet: Sheet, first: int, depth: int, column: int) -> bool:
    """Words of its own, or, under a heading merged from the left, values of its own."""
    if any(column in sheet.words(row) for row in range(first, first + depth)):
        return True
    below = range(first + depth, first + depth + SEARCHED_ROWS)
    return any(sheet.value(row, column) is not None for row in below)


def _header_paths(sheet: Sheet, first: int, depth: int) -> dict[int, str]:
    """Sheet column -> header words, the second row after a bar."""
    rows = [
        {**sheet.words(row), **_merged_text(sheet, row, first)}
        for row in range(first, first + depth)
    ]
    paths, above = {}, ""
    for column in sorted(set().union(*rows)):
        words = [texts.get(column, "") for texts in rows]
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


def body_rows(sheet: Sheet, header: Header) -> tuple[list[int], list[int]]:
    """Rows under the header that carry something, and those where the header is repeated.

    Blank rows and a row of column numbers carry nothing.
    """
    depth = header.last - header.first + 1
    opening = next(iter(header.texts.values()))
    rows, repeats, row = [], [], header.last + 1
    while row <= len(sheet.rows):
        values = [c.value for c in sheet.rows[row - 1] if is_filled(c.value)]
        first = normalise(values[0]) if values else ""
        if first and opening.startswith(first) and _repeats(sheet, header, row, depth):
            repeats.append(row)
            row += depth
            continue
        if values and not _is_column_numbers(values):
            rows.append(row)
        row += 1
    return rows, repeats


def is_filled(value: object) -> bool:
    """Does a cell show anything?"""
    return not value.isspace() and value != "" if isinstance(value, str) else value is not None


def _repeats(sheet: Sheet, header: Header, row: int, depth: int) -> bool:
    return row + depth - 1 <= len(sheet.rows) and _header_paths(sheet, row, depth) == header.texts


def _is_column_numbers(values: list) -> bool:
    """A row 1, 2, 3, 4=2-3 … under the header, as offices print it."""
    if len(values) < 3 or str(values[0]).strip("() ") != "1":
        return False
    numbers = (str(v).partition("=")[0].strip("() ") for v in values)
    return all(number == str(i) for i, number in enumerate(numbers, start=1))
