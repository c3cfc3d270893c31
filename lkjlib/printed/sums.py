"""Finds totals that no word marks: a row or column that is the sum of others, cell for cell."""

from collections.abc import Iterator, Sequence

import numpy as np

from lkjlib.numbers.compare import NOISE
from lkjlib.printed.header import ABOVE, LEAF, Head
from lkjlib.printed.lines import is_rate
from lkjlib.printed.sections import Stub
from lkjlib.printed.text import plain
from lkjlib.printed.values import Column
from lkjlib.printed.words import summed

_MANY = 100  # a lone number below it may be a sum by chance
_NEAR = 0.1  # of its sum: a printed one is no further off
_FEWEST = 3  # parts of a row, or rows of a column, below which equality may be chance


def matrix_of(numbers: Sequence[Column]) -> np.ndarray:
    """The numbers as float64, rows by heads; nan where missing."""
    return np.column_stack([np.array(column.numbers, dtype="float64") for column in numbers])


def mark_sums(stub: Stub, heads: Sequence[Head], numbers: Sequence[Column]) -> None:
    """Mark as totals the rows and columns that are sums of all others beside them."""
    if not heads or not stub.rows:
        return
    matrix = matrix_of(numbers)
    for parent, children in children_of(stub).items():
        off = np.abs(matrix[parent] - matrix[children].sum(axis=0))
        same = off <= NOISE * np.abs(matrix[parent])
        if 2 * same.sum() > len(same) and (len(children) > 1 or same.all()):
            stub.total[parent] = True
    counts = matrix[:, [not any(map(is_rate, head.words)) for head in heads]]
    _mark_subtotals(stub, counts)
    _mark_rows(stub, counts)
    rows = [row for row, total in enumerate(stub.total) if not total]
    if len(rows) < _FEWEST:
        return
    for place, head in enumerate(heads):
        if head.total or head.derived:
            continue
        for parts in _beside(heads, place):
            if _is_sum(matrix[rows, place], matrix[np.ix_(rows, parts)].sum(axis=1)):
                head.total = True


def children_of(stub: Stub) -> dict[int, list[int]]:
    """Places of the rows right under each row that heads others."""
    found: dict[int, list[int]] = {}
    for place, parent in enumerate(stub.parents):
        if parent is not None:
            found.setdefault(parent, []).append(place)
    return found


def _mark_subtotals(stub: Stub, matrix: np.ndarray) -> None:
    """Rows such as "Jumlah A" that name the group above them, or are its sum."""
    start, closing = 0, _closing(stub)
    for row in range(len(stub.rows)):
        if not stub.total[row]:
            name = next((n for n in reversed(stub.places) if stub.labels[n][row] is not None), "")
            what = summed(str(stub.labels[name][row])) if name else ""
            if not what:
                continue
            parts = _parts_above(stub, row, name)
            near = [part for part in parts if part >= start]
            named = bool(near) and _names_group(what, _groups(stub, near[-1]))
            ends = bool(near) and row in closing
            if not named and not any(
                len(some) > 1 and test(matrix[row], matrix[some].sum(axis=0))
                for some in (near, parts)
                for test in ((_is_sum, _may_be_sum) if ends else (_is_sum,))
            ):
                continue
            stub.total[row] = True
            if near:
                _lower(stub, row, name, near[-1])
        start = row + 1


def _parts_above(stub: Stub, row: int, name: str) -> list[int]:
    """Rows of numbers above a row that have the labels which it has left of its own."""
    names = list(stub.labels)
    outer = [stub.labels[n] for n in names[: names.index(name)]]
    above = (r for r in range(row) if not stub.total[r])
    return [r for r in above if all(labels[r] == labels[row] for labels in outer)]


def _groups(stub: Stub, row: int) -> set[str]:
    """What the groups of a row are called: their words, and the letter or number before them."""
    texts = [plain(str(v[row])) for v in stub.labels.values() if v[row] is not None]
    marks = {text.partition(mark)[0] for text in texts for mark in ".)" if mark in text}
    bare = {text.partition(mark)[2].strip() for text in texts for mark in ".)" if mark in text}
    return {*texts, *bare, *(mark for mark in marks if len(mark) <= 4)}


def _names_group(what: str, groups: set[str]) -> bool:
    """Does a label name a group: "Jumlah A" under "Wilayah A"?"""
    return what in groups or any(group.endswith(f" {what}") for group in groups)


def _closing(stub: Stub) -> set[int]:
    """Rows that are the last of their group, and the only ones in it that are called sums."""
    *outer, inner = stub.labels.values() if len(stub.labels) > 1 else ([],)
    groups: dict[tuple, list[int]] = {}
    for row, text in enumerate(inner):
        group = groups.setdefault(tuple(labels[row] for labels in outer), [0, 0])
        group[0] += bool(summed(str(text)))
        group[1] = row
    return {row for called, row in groups.values() if called == 1 and summed(str(inner[row]))}


def _lower(stub: Stub, row: int, name: str, above: int) -> None:
    """A total that is written among the groups is a row of the group above it."""
    names = list(stub.places)
    inner = names[names.index(name) + 1 :]
    if inner:
        stub.labels[inner[-1]][row] = stub.labels[name][row]
        stub.labels[name][row] = stub.labels[name][above]


def _mark_rows(stub: Stub, matrix: np.ndarray) -> None:
    """The first or last row as the sum of all others: a province among its regencies."""
    rows = [row for row, total in enumerate(stub.total) if not total]
    if any(stub.total) or len(rows) <= _FEWEST:
        return
    whole = matrix.sum(axis=0)
    for row in (rows[0], rows[-1]):
        likely = len(whole) > 1 or matrix[row].sum() >= _MANY
        if likely and _is_sum(matrix[row], whole - matrix[row]):
            stub.total[row] = True
            return


def _is_sum(printed: np.ndarray, sums: np.ndarray) -> bool:
    """Are all of some numbers sums, none missing, and not all zero?"""
    close = np.abs(printed - sums) <= NOISE * np.maximum(np.abs(sums), 1)
    return bool(close.all() and np.any(printed != 0))


def _may_be_sum(printed: np.ndarray, sums: np.ndarray) -> bool:
    """Are all of some numbers near sums, so that one that is none is a slip?"""
    known = ~np.isnan(printed) & ~np.isnan(sums)
    close = np.abs(printed - sums) <= _NEAR * np.abs(sums)
    return bool(known.any() and close[known].all() and np.any(printed[known] != 0))


def _beside(heads: Sequence[Head], place: int) -> Iterator[list[int]]:
    """Columns that may be the parts of another: alike in all levels but one, two or more."""
    found: dict[tuple, list[int]] = {}
    for other, head in enumerate(heads):
        if other == place or head.total or head.derived or not head.held:
            continue
        for name in set(head.held) - {LEAF, *ABOVE}:  # measures may add up and are no parts
            rest = tuple((n, str(v)) for n, v in head.held.items() if n != name)
            if all(str(heads[place].held.get(n)) == v for n, v in rest):
                found.setdefault((name, rest), []).append(other)
    return (parts for parts in found.values() if len(parts) > 1)
