"""Lines and indents between the labels: what heads several rows, and which row belongs to which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjlib.printed.blocks import Block
from lkjlib.printed.dates import Restored
from lkjlib.printed.grid import Grid, text_of
from lkjlib.printed.text import clean
from lkjlib.printed.words import PLAIN, held, is_total

PARENT = "induk"
_BULLETS = ("-", "–", "—", "•", "·")
SECTIONS = ("kelompok", "subkelompok", "golongan", "bagian")


@dataclass
class Stub:
    """Labels of the rows of numbers: columns by name, one value each row."""

    rows: list[int]
    labels: dict[str, list[object]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)  # column of the sheet that a name is from
    total: list[bool] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)  # place of the row that heads each
    restored: list[tuple[str, Restored]] = field(default_factory=list)


def add_sections(grid: Grid, block: Block, stub: Stub) -> None:
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


def add_parents(grid: Grid, block: Block, stub: Stub, column: int) -> None:
    """Rows that others are indented under, or whose code begins theirs: their label is `induk`."""
    parents = _by_indent(grid, block, stub, column)
    if not any(parent is not None for parent in parents):
        parents = _by_code(stub)
    if any(parent is not None for parent in parents):
        name = next(name for name, place in stub.places.items() if place == column)
        own = stub.labels[name]
        heads = [None if parent is None else own[parent] for parent in parents]
        stub.parents, stub.labels = parents, {PARENT: heads, **stub.labels}


def _by_indent(grid: Grid, block: Block, stub: Stub, column: int) -> list[int | None]:
    """For each row the nearest one above that is indented less, within its section."""
    found: list[int | None] = []
    above: list[tuple[int, int]] = []
    for row in block.body:
        if row in block.lines:
            above = above if not grid.filled(row, block.columns) else []
            continue
        place, value = len(found), grid.value(row, column)
        if type(value) is not str or stub.total[place]:
            found.append(None)
            continue
        text = value.lstrip(" \t\u00a0")
        indent = len(value) - len(text) + 2 * text.startswith(_BULLETS)
        while above and above[-1][0] >= indent:
            above.pop()
        found.append(above[-1][1] if above else None)
        above.append((indent, place))
    return found


def _by_code(stub: Stub) -> list[int | None]:
    """For each row the one whose code is the beginning of its own: 1.02 of 1.02.01."""
    codes = next((v for n, v in stub.labels.items() if n.startswith("kode")), [])
    places = {code.rstrip("."): i for i, code in enumerate(codes) if type(code) is str}
    found: list[int | None] = []
    for code in codes:
        stem = code.rstrip(".") if type(code) is str else ""
        while "." in stem and (stem := stem.rpartition(".")[0]) not in places:
            pass
        found.append(places.get(stem) if stem and code.rstrip(".") != stem else None)
    return found
