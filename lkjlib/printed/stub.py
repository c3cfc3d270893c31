"""Reads labels: the columns and lines that say what each row of numbers is about."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from lkjlib.excel.workbook import address
from lkjlib.printed.blocks import Block
from lkjlib.printed.columns import Columns
from lkjlib.printed.dates import has_bands, restore
from lkjlib.printed.grid import Grid, text_of
from lkjlib.printed.sections import Stub, add_parents, add_sections
from lkjlib.printed.text import clean, plain, slug, split_code
from lkjlib.printed.words import TIME, held, is_total, named

_GOES_ON = re.compile(r"(?:,|/|&|\b(?:dan|atau|serta|and))$", re.IGNORECASE)
_CONTINUES = re.compile(r"(?:dan|atau|serta|and|yang)\s")
_MOSTLY = 0.8  # of the labels that hold a year or code make it a column of its own


def read_stub(grid: Grid, block: Block, columns: Columns, headings: dict[int, str]) -> Stub:
    """The labels of every row of numbers."""
    rows = [row for row in block.body if row not in block.lines]
    stub = Stub(rows)
    texts = {c: _column(grid, rows, c, stub) for c in columns.labels}
    _join_wrapped(grid, block, rows, texts)
    _drop_marks(grid, block, texts)
    _take_strays(grid, rows, columns, texts)
    found = [
        [text for text in (texts[c][i] for c in columns.labels) if text is not None]
        for i in range(len(rows))
    ]
    stub.total = [any(type(t) is str and is_total(t) for t in labels) for labels in found]
    _fill_down(grid, stub, texts, columns.labels)
    add_sections(grid, block, stub)
    taken = set(stub.labels)
    for place, column in enumerate(columns.labels):
        last = place == len(columns.labels) - 1
        heading = headings.get(column, "")
        name = _name(heading, texts[column], stub.total, last)
        if name in taken and heading:
            name = slug(heading)
        while name in taken:
            name = f"{name}_2"
        taken.add(name)
        stub.labels[name] = texts[column]
        stub.places[name] = column
    if columns.labels:
        add_parents(grid, block, stub, columns.labels[-1])
    for name in list(stub.places):
        _split_time(stub, name)
    _mark_place_total(stub)
    for name in list(stub.places):
        _split_codes(stub, name)
    return stub


def _column(grid: Grid, rows: Sequence[int], column: int, stub: Stub) -> list[object]:
    """The labels of one column, cleaned; dates that were bands are bands again."""
    values = [grid.value(row, column) for row in rows]
    dates = [place for place, value in enumerate(values) if isinstance(value, date)]
    around = [value for value in values if type(value) is str]
    if dates and (2 * len(dates) < len(values) or has_bands(around)):
        for place in dates:
            back = restore(values[place], around)
            values[place] = back.text
            stub.restored.append((address(rows[place] + 1, column + 1), back))
    return [_label(value) for value in values]


def _drop_marks(grid: Grid, block: Block, texts: dict) -> None:
    """Marks of footnotes behind labels, where the notes explain them: "Satu 1)"."""
    notes = [text for row in block.notes for text in grid.texts(row, block.columns)]
    marks = {match[1] for text in notes if (match := re.match(r"\s*(\d{1,2}\))", text))}
    for labels in texts.values() if marks else ():
        for place, text in enumerate(labels):
            end = re.search(r"\s*(\d{1,2}\))$", text) if type(text) is str else None
            if end and end[1] in marks and end.start():
                labels[place] = text[: end.start()]


def _join_wrapped(grid: Grid, block: Block, rows: Sequence[int], texts: dict) -> None:
    """A label that goes on in the next row, whose numbers stand in one of the two."""
    places = {row: place for place, row in enumerate(rows)}
    for above, row in list(pairwise(block.body)):
        if (above in block.lines) == (row in block.lines):
            continue
        lines = [grid.filled(r, block.columns) for r in (above, row)]
        column = next(iter(lines[0]), None)
        if column not in texts or next(iter(lines[1]), None) != column:
            continue
        first, second = (clean(text_of(grid.value(r, column))) for r in (above, row))
        if _GOES_ON.search(first) or _CONTINUES.match(second):
            place = places[row if row in places else above]
            texts[column][place] = f"{first} {second}"
            block.lines.discard(above if above in block.lines else row)
            block.body.remove(above if above not in places else row)


def _take_strays(grid: Grid, rows: Sequence[int], columns: Columns, texts: dict) -> None:
    """A label that is written, or merged from, where the row numbers stand."""
    bare = [p for p, labels in enumerate(zip(*texts.values(), strict=True)) if not any(labels)]
    for column in columns.numbers:
        for place in bare:
            value = grid.value(rows[place], column)
            stray = type(value) is str and len(value.strip()) > 4 and not value.strip()[0].isdigit()
            if stray:
                texts[columns.labels[0]][place] = clean(value)


def _label(value: object) -> object:
    if type(value) is str:
        return clean(value) or None
    if value is None or type(value) is int or isinstance(value, datetime | date):
        return value
    if isinstance(value, bool | time | timedelta):
        return str(value)
    return str(value).replace(".", ",")


def _fill_down(grid: Grid, stub: Stub, texts: dict[int, list], labels: Sequence[int]) -> None:
    """An outer label stands once, over or beside its first row: it counts for the rows below."""
    places = {row: place for place, row in enumerate(stub.rows)}
    for area in grid.sheet.merges:
        column, first = area.min_col - 1, places.get(area.min_row - 1)
        if column in texts and first is not None and area.max_row > area.min_row:
            for row in range(area.min_row, area.max_row):
                if row in places and texts[column][places[row]] is None:
                    texts[column][places[row]] = texts[column][first]
    _lower_totals(texts, labels, stub.total)
    for place, column in enumerate(labels[:-1]):
        inner = [texts[c] for c in labels[place + 1 :]]
        if not _stands_once(texts[column], stub.total, outermost=not place):
            continue
        own, above = texts[column], None
        for row, text in enumerate(own):
            if text is not None:
                above = None if stub.total[row] and all(t[row] is None for t in inner) else text
            elif any(labels[row] is not None for labels in inner):
                own[row] = above


def _stands_once(own: list, total: Sequence[bool], *, outermost: bool) -> bool:
    """Is a label written once for its rows? Where it is repeated, a blank is a blank."""
    blank = [row for row, text in enumerate(own) if text is None and not total[row]]
    repeated = any(a is not None and a == b for a, b in pairwise(own))
    mostly = 2 * sum(text is not None for text in own) > len(own)
    return bool(blank) and not repeated and (outermost or not mostly)


def _lower_totals(texts: dict[int, list], labels: Sequence[int], total: Sequence[bool]) -> None:
    """Totals of several groups, each written in the column of the groups: the rows' own column."""
    if len(labels) < 2:
        return
    outer, inner = texts[labels[-2]], texts[labels[-1]]
    places = [p for p, t in enumerate(total) if t and outer[p] is not None and inner[p] is None]
    if len(places) > 1 and len({outer[place] for place in places}) == 1:
        for place in places:
            above = next(filter(None, reversed(outer[:place])), None)
            outer[place], inner[place] = above, outer[place]


def _name(heading: str, values: list, total: list[bool], last: bool) -> str:
    """A column's name: what its heading names, else what its labels are, else its own word."""
    if heading and named(heading):
        return named(heading)
    if heading:
        return slug(heading)
    texts = {text_of(v) for v, t in zip(values, total, strict=True) if v is not None and not t}
    for name in dict.fromkeys(name for text in texts for name, _ in held(text)):
        if sum(name in dict(held(text)) for text in texts) >= _MOSTLY * len(texts):
            return name
    return "uraian" if last else "kelompok_baris"


def _split_time(stub: Stub, name: str) -> None:
    """Labels such as "Feb" or "Tahun" with a year become periode and tahun."""
    if name not in (*TIME, "bulan", "uraian", "waktu"):
        return
    values = stub.labels[name]
    found = [dict(held(text_of(value))) for value in values]
    timed = [any(n in TIME for n in labels) for labels in found]
    known = [t for t, v, total in zip(timed, values, stub.total, strict=True) if v and not total]
    names = list(dict.fromkeys(n for labels in found for n in labels if n in TIME))
    if not known or sum(known) < _MOSTLY * len(known) or names == ["periode"]:
        return
    columns = {n: [labels.get(n) for labels in found] for n in names}
    rest = [None if time else value for time, value in zip(timed, values, strict=True)]
    if any(value is not None for value in rest):
        columns["uraian"] = rest
    others = set(stub.labels) - {name}
    columns = {f"{n}_2" if n in others else n: column for n, column in columns.items()}
    place = stub.places.pop(name)
    stub.places |= dict.fromkeys(columns, place)
    stub.labels = {
        n: column
        for old, values in stub.labels.items()
        for n, column in (columns.items() if old == name else [(old, values)])
    }


def _split_codes(stub: Stub, name: str) -> None:
    """Labels such as "01. Pacitan" give their code and name besides."""
    values = stub.labels.get(name, ())
    parts = [split_code(v) if type(v) is str else None for v in values]
    filled = sum(v is not None for v in values)
    if not any(parts) or sum(map(bool, parts)) < _MOSTLY * (filled - sum(stub.total)):
        return
    codes = {code for code, _ in filter(None, parts)}
    if len(codes) < sum(map(bool, parts)) / 2:
        return
    stub.labels[f"kode_{name}"] = [part[0] if part else None for part in parts]
    stub.labels[f"nama_{name}"] = [
        part[1] if part else value for part, value in zip(parts, values, strict=True)
    ]


def _mark_place_total(stub: Stub) -> None:
    """The province among its regencies is their whole."""
    for labels in (stub.labels.get("wilayah", ()), stub.labels.get("kecamatan", ())):
        whole = [
            place
            for place, text in enumerate(labels)
            if type(text) is str and plain(text).startswith(("provinsi ", "prov. ", "propinsi "))
        ]
        if len(whole) == 1 and whole[0] in (0, len(labels) - 1) and len(labels) > 2:
            stub.total[whole[0]] = True
