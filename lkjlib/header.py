"""Finds the header of a declared table in a sheet: by its words, over one row or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lkjlib.annexes.schema import NOMOR, Column, Table
from lkjlib.workbook import Sheet

SEARCHED_ROWS = 500  # a header further down is no office's; keeps a huge sheet cheap
_FOOTER = re.compile(r"(sumber|keterangan|catatan)\b", re.IGNORECASE)


def normalise(text: object) -> str:
    """Header words compared without case, line breaks and non-breaking spaces."""
    return re.sub(r"\s+", " ", str(text if text is not None else "")).strip().casefold()


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
    best = None
    for first in range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1):
        if not any(cell.value for cell in sheet.rows[first - 1]):
            continue
        for depth in (2, 1):
            header = _match_header(sheet, table, first, depth)
            if header.columns and (best is None or len(header.missing) < len(best.missing)):
                best = header
        if best and not best.missing:
            return best
    return best


def _match_header(sheet: Sheet, table: Table, first: int, depth: int) -> Header:
    paths = _header_paths(sheet, first, depth)
    columns, missing, doubled = {}, [], {}
    for column in _declared(table):
        wanted = {normalise(h) for h in (column.header, *column.alias)}
        hits = [c for c, path in paths.items() if path in wanted and c not in columns.values()]
        if hits:
            columns[column.nama] = hits[0]
            own = [c for c in hits if _has_words(sheet, first, depth, c)]
            if len(own) > 1:
                doubled[column.nama] = tuple(own)
        else:
            missing.append(column)
    return Header(first, first + depth - 1, columns, tuple(missing), paths, doubled)


def _has_words(sheet: Sheet, first: int, depth: int, column: int) -> bool:
    """Words of its own, not those of a heading merged from the left."""
    return any(_is_filled(sheet.value(row, column)) for row in range(first, first + depth))


def _header_paths(sheet: Sheet, first: int, depth: int) -> dict[int, str]:
    """Sheet column -> header words, the second row after a bar."""
    spans = _merged_text(sheet, first, first + depth - 1)
    paths, above = {}, ""
    width = max(len(cells) for cells in sheet.rows[first - 1 : first + depth - 1])
    for column in range(1, width + 1):
        words = []
        for row in range(first, first + depth):
            words.append(spans.get((row, column)) or normalise(sheet.value(row, column)))
        above = words[0] or above
        if depth == 2 and words[1] and not words[0]:
            words[0] = above
        path = "|".join(dict.fromkeys(w for w in words if w))
        if path:
            paths[column] = path
    return paths


def _merged_text(sheet: Sheet, first: int, last: int) -> dict[tuple[int, int], str]:
    texts = {}
    for area in sheet.merges:
        if first <= area.min_row <= last:
            origin = normalise(sheet.value(area.min_row, area.min_col))
            texts.update(dict.fromkeys(area.cells(), origin))
    return texts


def body_rows(sheet: Sheet, header: Header) -> Iterator[int]:
    """Rows under the header that carry something: no blanks, no column numbers, no repeats."""
    depth = header.last - header.first + 1
    opening = next(iter(header.texts.values()))
    row = header.last + 1
    while row <= len(sheet.rows):
        values = [c.value for c in sheet.rows[row - 1] if _is_filled(c.value)]
        first = normalise(values[0]) if values else ""
        if first and opening.startswith(first) and _repeats(sheet, header, row, depth):
            row += depth
            continue
        if _FOOTER.match(first) and not any(type(v) in (int, float) for v in values):
            return
        if values and not _is_column_numbers(values):
            yield row
        row += 1


def _is_filled(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _repeats(sheet: Sheet, header: Header, row: int, depth: int) -> bool:
    return row + depth - 1 <= len(sheet.rows) and _header_paths(sheet, row, depth) == header.texts


def _is_column_numbers(values: list) -> bool:
    """A row 1, 2, 3 … under the header, as offices print it."""
    numbers = [str(v).strip("() ") for v in values]
    return len(values) > 2 and numbers == [str(i + 1) for i in range(len(values))]
