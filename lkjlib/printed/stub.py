"""Reads labels: the columns and lines that say what each row of numbers is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from lkjlib.excel.workbook import address
from lkjlib.printed.blocks import Block
from lkjlib.printed.dates import Restored, restore
from lkjlib.printed.grid import Grid, text_of, value_columns
from lkjlib.printed.lines import is_row_number
from lkjlib.printed.text import clean, plain, slug, split_code
from lkjlib.printed.words import PLAIN, TIME, held, is_total, named

SECTIONS = ("kelompok", "subkelompok", "golongan", "bagian")
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
    used = {c for row in rows for c in grid.filled(row, block.columns)}
    values = [c for c in value_columns(grid, rows, block.columns) if c in used]
    filled = {c for row in body for c in grid.filled(row, block.columns)}
    labels = [c for c in block.columns if c in filled and c not in values]
    blank = [
        c for c in used - filled if values and c > values[0] and not _is_remark(grid, block, c)
    ]
    values = sorted([*values, *blank])
    if not labels and len(values) > 1:
        labels, values = values[:1], values[1:]
    if not values and labels:  # nothing but years: the last column is what was counted
        labels, values = labels[:-1], labels[-1:]
    numbers = [c for c in labels if _are_row_numbers(grid, block, body, c)]
    kept = [column for column in labels if column not in numbers]
    return Columns(kept or labels, values, numbers if kept else [])


def _is_remark(grid: Grid, block: Block, column: int) -> bool:
    words = [plain(text_of(grid.value(row, column))) for row in block.headings]
    return not any(words) or any(w.startswith(("keterangan", "ket", "catatan")) for w in words)


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
    _take_strays(grid, rows, columns, texts)
    found = [
        [text for text in (texts[c][i] for c in columns.labels) if text is not None]
        for i in range(len(rows))
    ]
    stub.total = [any(type(t) is str and is_total(t) for t in labels) for labels in found]
    _fill_down(texts, columns.labels, stub.total)
    _add_sections(grid, block, columns, stub)
    taken = set(stub.labels)
    for place, column in enumerate(columns.labels):
        last = place == len(columns.labels) - 1
        name = _name(headings.get(column, ""), texts[column], stub.total, last, len(rows))
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


def _take_strays(grid: Grid, rows: Sequence[int], columns: Columns, texts: dict) -> None:
    """A label that is written, or merged from, where the row numbers stand."""
    for column in columns.numbers:
        for place, row in enumerate(rows):
            value = grid.value(row, column)
            stray = type(value) is str and len(value.strip()) > 4 and not value.strip()[0].isdigit()
            if stray and all(texts[c][place] is None for c in columns.labels):
                texts[columns.labels[0]][place] = clean(value)


def _label(value: object) -> object:
    if type(value) is str:
        return clean(value) or None
    if value is None or type(value) is int or isinstance(value, datetime | date):
        return value
    if isinstance(value, bool | time | timedelta):
        return str(value)
    return str(value).replace(".", ",")


def _fill_down(texts: dict[int, list], labels: Sequence[int], total: Sequence[bool]) -> None:
    """An outer label stands once, over or beside its first row: it counts for the rows below."""
    _lower_totals(texts, labels, total)
    for place, column in enumerate(labels[:-1]):
        inner = [texts[c] for c in labels[place + 1 :]]
        own, above = texts[column], None
        filled = sum(text is not None for text in own)
        if 2 * filled > len(own) and filled < len(own) and place:
            continue  # mostly filled and not outermost: a blank is a blank
        for row, text in enumerate(own):
            if text is not None:
                above = None if total[row] and all(t[row] is None for t in inner) else text
            elif any(labels[row] is not None for labels in inner):
                own[row] = above


def _lower_totals(texts: dict[int, list], labels: Sequence[int], total: Sequence[bool]) -> None:
    """Totals of several groups, each written in the column of the groups: the rows' own column."""
    if len(labels) < 2:
        return
    outer, inner = texts[labels[-2]], texts[labels[-1]]
    places = [p for p, t in enumerate(total) if t and outer[p] is not None and inner[p] is None]
    if len(places) > 1 and len({outer[place] for place in places}) == 1:
        for place in places:
            outer[place], inner[place] = None, outer[place]


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


def _name(heading: str, values: list, total: list[bool], last: bool, count: int) -> str:
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
    values = stub.labels[name]
    if name not in (*TIME, "bulan", "uraian", "triwulan", "waktu", "tanggal"):
        return
    texts = [(text_of(v), t) for v, t in zip(values, stub.total, strict=True) if v is not None]
    timed = [text for text, t in texts if not t and any(n in TIME for n, _ in held(text))]
    if not timed or len(timed) < _MOSTLY * sum(not t for _, t in texts):
        return
    found = [dict(held(text_of(value))) for value in values]
    names = dict.fromkeys(n for labels in found for n in labels if n in TIME)
    rest = [None if any(n in TIME for n in f) else v for f, v in zip(found, values, strict=True)]
    if list(names) == ["periode"]:
        return
    place = stub.places.pop(name)
    after = {n: stub.labels[n] for n in stub.labels if n != name}
    stub.labels = {}
    for time_name in names:
        column = [labels.get(time_name) for labels in found]
        if time_name in after and all(v is None for v in column):
            continue
        stub.labels[time_name if time_name not in after else f"{time_name}_2"] = column
        stub.places[time_name] = place
    if any(value is not None for value in rest):
        stub.labels["uraian_2" if "uraian" in after else "uraian"] = rest
    stub.labels |= after


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
