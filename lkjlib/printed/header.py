"""Reads headings: which words stand over each column of numbers, and what they hold.

A heading over several columns counts for each, whether it is merged or only written over the
first. Words that all columns share are the table's title, unless they name a year, a sex or the
like; words that name a dimension name the level below.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from lkjlib.excel.workbook import address
from lkjlib.printed.blocks import Block
from lkjlib.printed.dates import Restored, restore
from lkjlib.printed.grid import Grid, text_of
from lkjlib.printed.lines import is_derived, is_measure
from lkjlib.printed.text import clean, plain, slug
from lkjlib.printed.words import (
    PLAIN,
    TIME,
    held,
    is_total,
    is_whole_of,
    named,
    pair_dimension,
    two_years,
    year_within,
)

LEAF, ABOVE = "rincian", ("kelompok", "subkelompok", "golongan", "bagian")  # without own names
_SEPARATORS = (" - ", " – ", " — ", " | ")
_UNIT = re.compile(r"\([^()]{1,30}\)")
_NAME_WORDS = 4  # more of them are a title

Path = list[str | None]


@dataclass
class Head:
    """What stands over one column of numbers: names of levels with their values."""

    column: int
    held: dict[str, object] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    total: bool = False
    derived: bool = False


@dataclass
class Header:
    """The heads of a table's numbers, the words of its labels, what is title, restored labels."""

    heads: list[Head]
    labels: dict[int, str]
    titles: list[str]
    restored: list[tuple[str, Restored]]


def read_header(grid: Grid, block: Block, labels: Sequence[int], values: Sequence[int]) -> Header:
    """What the headings of a block say of its columns."""
    rows = sorted(block.headings)
    restored: list[tuple[str, Restored]] = []
    words = [_words(grid, row, block.columns, restored) for row in rows]
    for level in range(len(rows)):
        _spread(grid, rows, words, level, values)
    paths = _split_flat({column: [level.get(column) for level in words] for column in values})
    titles, heads = _Levels(paths).read()
    return Header(heads, _label_words(words, labels), titles, restored)


def _words(grid: Grid, row: int, columns: range, restored: list) -> dict[int, str]:
    """Words of a row of headings by column, merged ones over each of theirs."""
    cells = {column: grid.value(row, column) for column in grid.filled(row, columns)}
    around = [text_of(value) for value in cells.values() if not isinstance(value, date)]
    found = {}
    for column, value in cells.items():
        if isinstance(value, date):
            back = restore(value, around)
            restored.append((address(row + 1, column + 1), back))
            found[column] = back.text
        else:
            found[column] = clean(text_of(value))
    for area in grid.sheet.merges_from(row + 1):
        if area.min_col - 1 in found:
            for column in range(area.min_col, area.max_col):
                if column in columns:
                    found.setdefault(column, found[area.min_col - 1])
    return found


def _label_words(words: list[dict[int, str]], labels: Sequence[int]) -> dict[int, str]:
    """The heading of each column of labels: the one that names something, else the lowest."""
    found = {}
    for column in labels:
        texts = [level[column] for level in words if column in level]
        found[column] = next(filter(named, texts), texts[-1] if texts else "")
    return found


def _spread(grid: Grid, rows: list[int], words: list, level: int, values: Sequence[int]) -> None:
    """Give a heading to the columns on its right that have none, as far as it reaches."""
    own, below = words[level], words[level + 1 :]
    if not below or _spread_centred(grid, rows[level], own, below, values):
        return
    wide = {
        column
        for area in grid.sheet.merges_from(rows[level] + 1)
        for column in range(area.min_col - 1, area.max_col)
        if area.max_col > area.min_col
    }
    for left, column in pairwise(values):
        if column in own or left not in own or left in wide:
            continue
        apart = any(upper.get(left) != upper.get(column) for upper in words[:level])
        if not apart and any(column in lower for lower in below):
            own[column] = own[left]


def _spread_centred(grid, row: int, own: dict, below: list, values: Sequence[int]) -> bool:
    """Headings written over the middle of their columns, not over the first; were there any?"""
    mine = [column for column in values if column in own]
    merged = any(a.max_col > a.min_col for a in grid.sheet.merges_from(row + 1))
    if not mine or mine[0] == values[0] or merged or len(values) % len(mine):
        return False
    width = len(values) // len(mine)
    leaves = [below[-1].get(column) for column in values]
    periodic = all(leaf == leaves[place % width] for place, leaf in enumerate(leaves))
    inside = all(values.index(c) // width == place for place, c in enumerate(mine))
    middle = 2 * values.index(mine[0]) + 1 == width if len(mine) == 1 else True
    if None in leaves or not (periodic and inside and middle):
        return False
    texts = [own[column] for column in mine]
    own.update({column: texts[place // width] for place, column in enumerate(values)})
    return True


def _split_flat(paths: dict[int, Path]) -> dict[int, Path]:
    """Levels that one heading writes side by side: "Jam kerja - 0 jam", "tahun | Laki-laki"."""
    leaves = {column: path[-1] or "" for column, path in paths.items() if path}
    years = {c: None if "tahun" in dict(held(t)) else year_within(t) for c, t in leaves.items()}
    dated = [found for found in years.values() if found]
    if len(dated) > 1 and len({plain(rest) for _, rest in dated}) < len(dated):
        return {
            c: [*path[:-1], str(years[c][0]), years[c][1]]
            if years[c]
            else [*path[:-1], None, path[-1]]
            for c, path in paths.items()
        }
    for mark in _SEPARATORS:
        parts = {column: text.rpartition(mark) for column, text in leaves.items() if mark in text}
        parents = {plain(part[0]) for part in parts.values()}
        children = {plain(part[2]) for part in parts.values()}
        rest = {c: _whole_of(text, parents) for c, text in leaves.items() if c not in parts}
        repeated = len(parents) < len(parts) or len(children) < len(parts)
        if len(parts) < 2 or not repeated or not all(rest.values()):
            continue
        return {
            column: [
                *path[:-1],
                *((parts[column][0], parts[column][2]) if column in parts else rest[column]),
            ]
            for column, path in paths.items()
        }
    return paths


def _whole_of(text: str, parents: set[str]) -> Path | None:
    """The parent and the word of a total that is written in front of it."""
    first, _, rest = text.partition(" ")
    if is_total(first) and plain(rest) in parents:
        return [rest, first]
    return [None, text] if is_total(text) else None


class _Levels:
    """Turns the words over each column into named values."""

    def __init__(self, paths: dict[int, Path]) -> None:
        self.heads = {column: Head(column) for column in paths}
        self.depth = max(map(len, paths.values()), default=0)
        self.titles: list[str] = []
        self._take_units(paths)
        self.paths = {column: _lowered(path) for column, path in paths.items()}
        self.names: dict[int, str] = {}  # by column: what the level below holds
        self.own: dict[int, str] = {}  # the same in a heading's own words, where nothing is known
        self.unknown: dict[int, list[str]] = {}  # by column: words that no dimension holds

    def read(self) -> tuple[list[str], list[Head]]:
        for level in range(self.depth):
            texts = {c: path[level] for c, path in self.paths.items() if path[level]}
            if not texts:
                continue
            if len(texts) == len(self.heads) and len(set(map(plain, texts.values()))) == 1:
                self._read_shared(next(iter(texts.values())), level)
            else:
                self._read_level(texts, level)
        for column, texts in self.unknown.items():
            for name, text in zip(ABOVE, texts[:-1], strict=False):
                _add(self.heads[column], name, text)
            _add(self.heads[column], LEAF, texts[-1])
        for column, head in self.heads.items():
            head.words = tuple(text for text in self.paths[column] if text)
        return self.titles, list(self.heads.values())

    def _take_units(self, paths: dict[int, Path]) -> None:
        """Units below the words that they belong to, such as (orang) and (%)."""
        for level in range(1, self.depth):
            texts = {column: path[level] for column, path in paths.items() if path[level]}
            under = all(any(paths[column][:level]) for column in texts)
            if not texts or not under or not all(map(_UNIT.fullmatch, texts.values())):
                continue
            several = len(set(map(plain, texts.values()))) > 1
            self.titles += [] if several else [next(iter(texts.values()))]
            for column, text in texts.items():
                paths[column][level] = None
                if several:
                    self.heads[column].held["satuan"] = text.strip("() ")

    def _read_shared(self, text: str, level: int) -> None:
        """A heading over all columns: a year or a sex, the name of the next level, or a title."""
        found = [(name, value) for name, value in held(text) if name in PLAIN]
        below = level + 1 < self.depth
        if found:
            for head in self.heads.values():
                head.held.update(found)
        elif named(text) and below:
            self.names = dict.fromkeys(self.heads, named(text))
        else:
            self.titles.append(text)
            if below and _may_name(text):
                self.own = dict.fromkeys(self.heads, slug(text))

    def _read_level(self, texts: dict[int, str], level: int) -> None:
        names, self.names = self.names, {}
        own = self._name_below(texts, level)
        kind = _kind_of_level(set(texts.values()))
        apart = not any(_is_apart(text) and kind in dict(held(text)) for text in texts.values())
        others = {plain(t) for t in texts.values() if not is_total(t) and not is_measure(t)}
        for column, text in texts.items():
            head = self.heads[column]
            below = any(self.paths[column][level + 1 :])
            parent = next(filter(None, reversed(self.paths[column][:level])), "")
            head.total |= (is_total(text) and bool(others)) or is_whole_of(text, parent)
            if below and (named(text) or column in own) and not is_total(text):
                self.names |= {column: named(text)} if named(text) else {}
                continue
            found = {n: v for n, v in held(text) if n in PLAIN or n == kind}
            given = names.get(column)
            if _is_between(text, texts.values()):
                head.derived, found = True, {LEAF: text}
            elif given and not set(found) & set(TIME):
                found = {given: text}
            elif not found and kind in TIME and is_derived(text):
                head.derived, found = True, {LEAF: text}
            elif not found and kind and not (apart and _is_apart(text)):
                found = {"periode" if kind in TIME else kind: text}
            elif not found and (column in self.own or (self.own and is_total(text))):
                found = {self.own.get(column, next(iter(self.own.values()), "")): text}
            for name, value in found.items():
                _add(head, name, value)
            if not found:
                self.unknown.setdefault(column, []).append(text)
        self.own = own or self.own

    def _name_below(self, texts: dict[int, str], level: int) -> dict[int, str]:
        """One heading over some columns, with none beside it: its own word names their level."""
        alone = len(set(texts.values())) == 1 and not self.unknown
        if level + 1 >= self.depth or len(texts) < 2 or not alone:
            return {}
        text = next(iter(texts.values()))
        below = {self.paths[column][level + 1] for column in texts}
        known = named(text) or held(text) or is_total(text) or not _may_name(text)
        return {} if known or None in below else dict.fromkeys(texts, slug(text))


def _is_between(text: str, beside: Iterable[str]) -> bool:
    """Is a heading the step from one year to the next, each of which has a column of its own?"""
    years = two_years(text) if "/" not in text else None
    own = {str(dict(held(other)).get("tahun")) for other in beside} if years else set()
    return bool(years) and own.issuperset(years.split("/"))


def _is_apart(text: str) -> bool:
    """Is a heading a measure beside values of a dimension: a ratio beside the sexes?"""
    return is_measure(text) and not is_total(text)


def _may_name(text: str) -> bool:
    """Can a heading's own words name the level below?"""
    return len(text.split()) <= _NAME_WORDS and not is_measure(text)


def _add(head: Head, name: str, value: object) -> None:
    """A value under its name, or under another where the name is taken."""
    while name in head.held and head.held[name] != value:
        name = f"{name}_2" if not name[-1].isdigit() else f"{name[:-1]}{int(name[-1]) + 1}"
    head.held[name] = value


def _kind_of_level(texts: set[str]) -> str | None:
    """The dimension that most words of a level are values of."""
    known = [text for text in texts if not is_total(text)]
    counted = Counter(name for text in known for name in dict(held(text)))
    if counted:
        name, count = max(counted.items(), key=lambda item: (item[1], item[0]))
        if 2 * count >= len(known):
            return name
    return pair_dimension({text for text in texts if not _is_apart(text)})


def _lowered(path: Path) -> Path:
    """A path whose last word stands lowest, years apart: a total merged down is a leaf."""
    if not path or path[-1] is not None:
        return path
    filled = [place for place, text in enumerate(path) if text]
    if not filled or any(name in TIME for name, _ in held(path[filled[-1]] or "")):
        return path
    last = filled[-1]
    return [*path[:last], *[None] * (len(path) - last - 1), path[last]]


def levels_of(heads: Sequence[Head]) -> Iterator[str]:
    """Names of all levels, in the order in which the heads have them."""
    yield from dict.fromkeys(name for head in heads for name in head.held)
