"""Finds where tables stand on a sheet: their titles, headings, bodies and notes.

A sheet is cut where blank columns part tables that stand side by side; each strip is read row by
row. Headings after a body open the next table; what stands between belongs to the one above when
it begins like a note, else to the one below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lkjlib.printed.grid import NUMBER, NUMERIC, TEXT, Grid, is_time, text_of, value_columns
from lkjlib.printed.lines import is_continued, is_note, is_title
from lkjlib.printed.rows import DATA, EMPTY, HEADING, LINE, NOTE, ORDINALS, Rows
from lkjlib.printed.text import plain
from lkjlib.printed.words import named

_SHORT = 40  # letters of a lone word over the labels that heads them, and is no title


@dataclass
class Block:
    """A table's rows by what they are; `body` holds rows of numbers and lines between them."""

    columns: range
    titles: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)  # of the body, those without numbers
    notes: list[int] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)  # rows of numbers below the notes


def find_blocks(grid: Grid) -> Iterator[Block]:
    """The tables of a sheet, from the top, then from the left."""
    for rows, columns in _strips(grid):
        yield from _read_strip(grid, rows, columns)


def _chunks(grid: Grid) -> Iterator[range]:
    """Stretches of rows between blank ones."""
    start = None
    for row, kinds in enumerate([*grid.kinds, b""]):
        if any(kinds):
            start = row if start is None else start
        elif start is not None:
            yield range(start, row)
            start = None


def _strips(grid: Grid) -> Iterator[tuple[range, range]]:
    """Rows and columns that hold one table, or several above each other."""
    whole, groups = range(grid.width), []
    waiting: range | None = None  # lines that no table follows yet
    for chunk in _chunks(grid):
        numeric = any(NUMBER in grid.kinds[r] or NUMERIC in grid.kinds[r] for r in chunk)
        if not numeric:
            if groups and is_note(_first_text(grid, chunk[0], whole)):
                groups[-1][0] = range(groups[-1][0].start, chunk.stop)
            elif waiting is None:
                waiting = chunk
            continue
        cuts = _cuts(grid, chunk)
        start = chunk.start if waiting is None else waiting.start
        waiting = None
        if groups and groups[-1][1] == cuts and not cuts:
            groups[-1][0] = range(groups[-1][0].start, chunk.stop)
        else:
            groups.append([range(start, chunk.stop), cuts])
    if waiting is not None and groups:
        groups[-1][0] = range(groups[-1][0].start, len(grid.kinds))
    for rows, cuts in groups:
        edges = [0, *cuts, grid.width]
        for left, right in pairwise(edges):
            if not all(grid.is_blank(row, range(left, right)) for row in rows):
                yield rows, range(left, right)


def _first_text(grid: Grid, row: int, columns: range) -> str:
    return next(iter(grid.texts(row, columns)), "")


def _cuts(grid: Grid, rows: range) -> tuple[int, ...]:
    """Columns at which a table of its own begins, right of another one."""
    whole = range(grid.width)
    full = [row for row in rows if len(grid.kinds[row].replace(b"\0", b"")) > 1]
    empty = set(whole) - grid.used(full, whole)
    starts = [c for c in whole if c not in empty and (c == 0 or c - 1 in empty)]
    cuts: list[int] = []
    for start in starts[1:] or ():
        stop = next((c for c in range(start, grid.width) if c in empty), grid.width)
        before = range(cuts[-1] if cuts else 0, start)
        if _stands_alone(grid, rows, range(start, stop)) and value_columns(grid, rows, before):
            cuts.append(start)
    return tuple(cuts or _repeated(grid, full))


def _stands_alone(grid: Grid, rows: range, columns: range) -> bool:
    """Has a strip labels of its own, and numbers beside them?"""
    numbers = value_columns(grid, rows, columns)
    if not numbers or numbers[0] == columns.start:
        return False
    labelled = [row for row in rows if any(grid.kind(row, c) in (NUMBER, NUMERIC) for c in numbers)]
    return all(
        any(grid.kind(row, c) for c in range(columns.start, numbers[0])) for row in labelled[:20]
    )


def _repeated(grid: Grid, rows: Sequence[int]) -> tuple[int, ...]:
    """Where one heading row says the same words again: a long table set in two columns."""
    for row in rows[:6]:
        filled = grid.filled(row, range(grid.width))
        words = [plain(text_of(grid.value(row, column))) for column in filled]
        half = len(words) // 2
        labels = half > 1 and grid.kind(row, filled[0]) == TEXT and not is_time(words[0])
        same = words[:half] == words[half:] and len(set(words[:half])) == half
        if labels and same and filled[half] - filled[0] == filled[half - 1] - filled[0] + 1:
            cut = filled[half]
            body = range(row, len(grid.kinds))
            if _stands_alone(grid, body, range(cut, grid.width)):
                return (cut,)
    return ()


def _read_strip(grid: Grid, rows: range, columns: range) -> Iterator[Block]:
    kinds = Rows(grid, rows, columns).tag()
    tagged = [(row, kinds[row]) for row in rows]
    before: Block | None = None
    pending: list[int] = []  # lines that belong to the table above or to the one below
    place = 0
    while place < len(tagged):
        row, tag = tagged[place]
        if tag == HEADING or (tag == DATA and before is None):
            run, place = _heading_run(tagged, place)
            if _rows_ahead(tagged, place) < (1 if run else 2):  # words, or a lone number
                pending += run or [row]
                place += not run
                continue
            block = Block(columns, headings=run)
            _share_out(grid, tagged, pending, before, block)
            if before is not None and _goes_on(grid, before, block):
                before.body += block.titles
                before.lines.update(block.titles)
            else:
                if before is not None:
                    yield before
                before = block
            pending = []
            continue
        if tag == DATA and before.notes:
            before.notes.append(row)
            before.skipped.append(row)
        elif tag == DATA:
            before.body += [*pending, row]
            before.lines.update(pending)
            pending = []
        elif tag in (LINE, EMPTY):
            pending.append(row)
        elif tag == NOTE:
            place, pending = _take_notes(grid, tagged, place, pending, before)
            continue
        place += 1
    if before is not None:
        before.notes += [row for row in pending if grid.filled(row, columns)]
        yield before


def _take_notes(grid, tagged, place, pending, before) -> tuple[int, list[int]]:
    """Notes and what stands below them up to a blank row; lines over them are notes as well."""
    start = place
    while place < len(tagged) and tagged[place][1] in (NOTE, LINE):
        place += 1
    rows = [*pending, *(row for row, _ in tagged[start:place])]
    if before is None:
        return place, rows
    before.notes += [row for row in rows if grid.filled(row, before.columns)]
    return place, []


def _rows_ahead(tagged: list[tuple[int, str]], place: int) -> int:
    """Rows of numbers from a place on, down to the next headings."""
    tags = [tag for _, tag in tagged[place:]]
    return tags[: tags.index(HEADING) if HEADING in tags else None].count(DATA)


def _heading_run(tagged: list[tuple[int, str]], place: int) -> tuple[list[int], int]:
    """Rows of headings from a place on, and the place behind them."""
    run: list[int] = []
    held: list[int] = []
    end = place
    for ahead in range(place, len(tagged)):
        row, tag = tagged[ahead]
        if tag == HEADING:
            run += [*held, row]
            held, end = [], ahead + 1
        elif tag == LINE:
            held.append(row)
        elif tag == ORDINALS:
            held, end = [], ahead + 1
        elif tag != EMPTY:
            break
    return run, end


def _share_out(grid: Grid, tagged, pending: list[int], before: Block | None, block: Block) -> None:
    """Lines between two tables: the last stretch is the title of the one below."""
    if before is not None and any(not grid.filled(row, block.columns) for row in pending):
        last = max(row for row in pending if not grid.filled(row, block.columns))
        before.notes += [r for r in pending if r < last and grid.filled(r, block.columns)]
        pending = [row for row in pending if row > last]
    titles = [row for row in pending if grid.filled(row, block.columns)]
    if titles and block.headings and _heads_labels(grid, titles[-1], block):
        block.headings.insert(0, titles.pop())
    block.titles = titles


def _heads_labels(grid: Grid, row: int, block: Block) -> bool:
    """Is a lone word above the headings the heading of the labels, merged down or written high?"""
    filled = grid.filled(row, block.columns)
    first = min(min(grid.filled(r, block.columns), default=0) for r in block.headings)
    if len(filled) != 1 or block.headings[0] - row > 1:
        return False
    areas = [a for a in grid.sheet.merges_from(row + 1) if a.min_col - 1 == filled[0]]
    if areas:
        return areas[0].max_row - 1 >= block.headings[0]
    text = text_of(grid.value(row, filled[0]))
    if first <= filled[0] or is_title(text):
        return False
    return named(text) is not None or len(text) <= _SHORT


def _goes_on(grid: Grid, before: Block, block: Block) -> bool:
    """Are the headings those of the table above again, on its next page or for its next year?"""
    words = [
        [[plain(text) for text in grid.texts(row, block.columns)] for row in some.headings]
        for some in (before, block)
    ]
    if words[0] != words[1] or not words[0]:
        return False
    texts = [text for row in block.titles for text in grid.texts(row, block.columns)]
    if all(map(is_continued, texts)):
        block.titles = []
        return True
    if len(texts) != 1 or not is_time(texts[0]):
        return False
    above = before.titles[-1:]
    if above and not before.lines and is_time(" ".join(grid.texts(above[0], block.columns))):
        before.titles.remove(above[0])  # the first block's year stands above the headings
        before.body.insert(0, above[0])
        before.lines.add(above[0])
    return True
