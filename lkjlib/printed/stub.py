"""Reads labels: the columns and lines that say what each row of numbers is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from lkjlib.excel.workbook import address
from lkjlib.printed.blocks import Block
from lkjlib.printed.dates import Restored, restore
from lkjlib.printed.grid import Grid, text_of, value_columns
from lkjlib.printed.lines import is_row_number
from lkjlib.printed.text import clean, plain, slug, split_code
from lkjlib.printed.words import PLAIN, TIME, held, is_total, named

SECTIONS = ("kelompok", "subkelompok", "golongan", "bagian")
_GOES_ON = re.compile(r"(?:,|/|&|\b(?:dan|atau|serta|and))$", re.IGNORECASE)
_CONTINUES = re.compile(r"(?:dan|atau|serta|and|yang)\s")
_MOSTLY = 0.8  # of the labels that hold a year or code make it a column of its own


@dataclass
class Columns:
    """Which columns of a block hold labels, and which numbers."""

    labels: list[int]
    values: list[int]
    numbers: list[int]  # columns of row numbers; a total may be written there


@dataclass
class Stub:
    """Labels of the rows of numbers: columns by name, one value each row."""

    rows: list[int]
    labels: dict[str, list[object]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)  # column of the sheet that a name is from
    total: list[bool] = field(default_factory=list)
    restored: list[tuple[str, Restored]] = field(default_factory=list)


def read_columns(grid: Grid, block: Block) -> Columns:
    """Tell labels from numbers."""
    body = [row for row in block.body if row not in block.lines]
    rows = sorted({*block.headings, *body})
    used = grid.used(rows, block.columns)
    values = [c for c in value_columns(grid, rows, block.columns) if c in used]
    filled = grid.used(body, block.columns)
    labels = [c for c in block.columns if c in filled and c not in values]
    blank = [
        c for c in used - filled if values and c > values[0] and not _is_remark(grid, block, c)
    ]
    values = sorted([*values, *blank])
    if not labels and len(values) > 1 and not _holds(grid, block, values[0]):
        labels, values = values[:1], values[1:]
    if not values and labels:  # nothing but years: the last column is what was counted
        labels, values = labels[:-1], labels[-1:]
    numbers = [c for c in labels if _are_row_numbers(grid, block, body, c)]
    kept = [column for column in labels if column not in numbers]
    return Columns(kept or labels, values, numbers if kept else [])


def _holds(grid: Grid, block: Block, column: int) -> bool:
    """Does the heading of a column say what its numbers are of?"""
    words = [text_of(grid.value(row, column)) for row in block.headings]
    return any(name in PLAIN for text in words for name, _ in held(text))


def _is_remark(grid: Grid, block: Block, column: int) -> bool:
    words = [plain(text_of(grid.value(row, column))) for row in block.headings]
    return not any(words) or any(w.startswith(("keterangan", "ket", "catatan")) for w in words)


def add_rows_without_numbers(grid: Grid, block: Block, columns: Columns) -> None:
    """Count lines that fill the columns of labels as rows of numbers do: their numbers miss."""
    body = [row for row in block.body if row not in block.lines]
    stubs = [*columns.labels, *columns.numbers]
    usual = {c for c in stubs if sum(bool(grid.kind(row, c)) for row in body) > _MOSTLY * len(body)}
    if len(usual) < 2:
        return
    kinds = {c: {grid.kind(row, c) for row in body} for c in columns.numbers}

    def fits(row: int) -> bool:
        filled = set(grid.filled(row, block.columns))
        numbered = all(grid.kind(row, c) in kinds[c] for c in columns.numbers if c in usual)
        return usual <= filled <= set(stubs) and numbered

    block.lines = {row for row in block.lines if not fits(row)}
    while block.notes and block.notes[0] == block.body[-1] + 1 and fits(block.notes[0]):
        block.body.append(block.notes.pop(0))


def _are_row_numbers(grid: Grid, block: Block, body: Sequence[int], column: int) -> bool:
    headings = [text_of(grid.value(row, column)) for row in block.headings]
    if any(is_row_number(text) for text in headings if text):
        return True
    values = [grid.value(row, column) for row in body if grid.kind(row, column)]
    counted = list(range(1, len(values) + 1))
    return not any(headings) and len(values) > 1 and values == counted


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
    _add_sections(grid, block, columns, stub)
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
    if dates and 2 * len(dates) < len(values):
        around = [value for value in values if type(value) is str]
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


def _add_sections(grid: Grid, block: Block, columns: Columns, stub: Stub) -> None:
    """Lines without numbers head the rows below: years, sexes, groups."""
    lines = [row for row in block.body if row in block.lines and grid.filled(row, block.columns)]
    if not lines:
        return
    found: list[dict[str, object]] = []
    marks = set(lines)
    now: dict[str, object] = {}
    stack: list[tuple[object, str]] = []
    after_line = False
    for row in block.body:
        if row in marks:
            text = _line_text(grid, row, block.columns)
            given = {name: value for name, value in held(text) if name in PLAIN}
            if given:
                now = {**now, **given}
            else:
                stack = _push(stack, _style(grid, row, block.columns), text, after_line)
            after_line = True
        elif row not in block.lines:
            names = zip(SECTIONS, (text for _, text in stack), strict=False)
            found.append({**now, **dict(names)})
            after_line = False
    for row, labels in enumerate(found):
        stub.total[row] |= any(type(v) is str and is_total(v) for v in labels.values())
    _end_totals(found, stub.total)
    for name in dict.fromkeys(name for labels in found for name in labels):
        stub.labels[name] = [labels.get(name) for labels in found]


def _line_text(grid: Grid, row: int, columns: range) -> str:
    texts = [clean(text) for text in grid.texts(row, columns)]
    first = texts[0].rstrip(".)") if len(texts) > 1 else ""
    return " ".join(texts[1:] if first and len(first) <= 4 else texts)


def _style(grid: Grid, row: int, columns: range) -> object:
    """What tells lines of one rank from those of another: where and how they begin."""
    column = grid.filled(row, columns)[0]
    text = text_of(grid.value(row, column))
    mark = text.strip().split(" ")[0].rstrip(".)")
    kind = "angka" if mark.isdigit() else "huruf" if len(mark) == 1 else ""
    return column, len(text) - len(text.lstrip()), kind or text.isupper()


def _push(stack: list, style: object, text: str, follows: bool) -> list:
    """Sections after a line of another rank: below it where it follows at once, else beside."""
    ranks = [rank for rank, _ in stack]
    if style in ranks:
        stack = stack[: ranks.index(style)]
    elif not follows:
        stack = []
    return [*stack, (style, text)][-len(SECTIONS) :]


def _end_totals(found: list[dict], total: Sequence[bool]) -> None:
    """A single total below all sections belongs to none of them."""
    if sum(total) == 1 and total[-1] and len({f.get(SECTIONS[0]) for f in found}) > 2:
        found[-1] = {name: v for name, v in found[-1].items() if name not in SECTIONS}


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
    """Labels such as "Feb 2024" and "Tahun 2023" become periode and tahun."""
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
