"""Tells the columns of labels from those of numbers, and rows whose numbers miss from lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkjlib.printed.blocks import Block
from lkjlib.printed.grid import Grid, text_of, value_columns
from lkjlib.printed.lines import is_row_number
from lkjlib.printed.text import plain
from lkjlib.printed.words import PLAIN, held

_USUAL = 0.8  # of the rows fill a column: a line that fills it too is a row


@dataclass
class Columns:
    """Which columns of a block hold labels, and which numbers."""

    labels: list[int]
    values: list[int]
    numbers: list[int]  # columns of row numbers; a total may be written there


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
    usual = {c for c in stubs if sum(bool(grid.kind(row, c)) for row in body) > _USUAL * len(body)}
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
