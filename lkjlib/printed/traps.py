"""What may mislead in a table that can be read: each with its cell, nothing changed.

Labels that stand twice, totals that their rows or columns do not give, zeros that may stand for
missing, dates that were labels, numbers that nothing decides.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lkjlib.errors import Fault
from lkjlib.excel.workbook import address
from lkjlib.numbers.compare import NOISE
from lkjlib.numbers.format import format_angka
from lkjlib.printed.grid import ERROR, kind_of
from lkjlib.printed.header import Head
from lkjlib.printed.lines import is_rate
from lkjlib.printed.sections import Stub
from lkjlib.printed.shown import SHOWN, Read, dates_for_labels, listed, shown_otherwise
from lkjlib.printed.sums import children_of, matrix_of
from lkjlib.printed.words import TIME, is_mean, is_total, summed

_KEPT = "Nilainya dibiarkan kosong; betulkan sel itu bila angkanya perlu."
_MOST_COMPARED = 2_000_000  # totals times rows: beyond, a list of records, no printed table
_MOST_PARTS = 20  # columns left of a sum that may be its parts
_NEAR = 0.1  # of its sum: a share or mean is further off
_LIKELY = (0.6, 1.67)  # of its sum: a total that nothing else confirms
_MANY = 10  # a count beside which a zero is odd


def find_traps(read: Read) -> Iterator[Fault]:
    """Every trap of a table, unread cells first."""
    yield from _unread(read)
    yield from dates_for_labels(read)
    yield from _twice(read)
    yield from _unlabelled(read)
    yield from _broken_labels(read)
    matrix = matrix_of(read.numbers)
    yield from _row_totals(read, matrix)
    yield from _column_totals(read, matrix)
    yield from _columns_called_sums(read, matrix)
    yield from _zeros(read, matrix)
    yield from _lone_shares(read, matrix)
    yield from shown_otherwise(read)


def _unread(read: Read) -> Iterator[Fault]:
    wanted = "angka bergaya Indonesia (1.234,5) atau Inggris (1,234.5)"
    for place, column in enumerate(read.numbers):
        for row, (found, why) in column.flagged.items():
            yield read.fault(read.cell(row, place), found, f"{wanted}; {why}", _KEPT)
    if read.sheet.uncalculated:
        for row in range(len(read.stub.rows)):
            for place in range(len(read.heads)):
                if read.cell(row, place) in read.sheet.uncalculated:
                    advice = f"Buka di Excel dan simpan supaya rumusnya terhitung. {_KEPT}"
                    yield read.fault(read.cell(row, place), "rumus", "rumus terhitung", advice)


def _twice(read: Read) -> Iterator[Fault]:
    """Rows with the same labels, and columns with the same heads."""
    stub = read.stub
    column = max(stub.places.values(), default=0)
    first: dict[tuple, int] = {}
    quoted = not any(name.startswith("nama") for name in stub.places)  # it may be a person's
    for row, labels in enumerate(zip(*stub.labels.values(), strict=True)):
        if labels in first:
            here, there = (address(stub.rows[r] + 1, column + 1) for r in (row, first[labels]))
            said = " | ".join(str(text) for text in labels if text is not None) if quoted else ""
            wanted = f"label yang berbeda dari {there}"
            yield read.fault(here, said or "label ganda", wanted, "Kedua baris tetap disimpan.")
        first.setdefault(labels, row)
    heads: dict[tuple, str] = {}
    for head in read.heads:
        key = tuple(sorted((name, str(value)) for name, value in head.held.items()))
        here = address(max(stub.rows[0], 1), head.column + 1)
        if key in heads:
            wanted = f"judul kolom yang berbeda dari {heads[key]}"
            yield read.fault(here, " | ".join(head.words), wanted, "Kedua kolom tetap disimpan.")
        heads.setdefault(key, here)


def _unlabelled(read: Read) -> Iterator[Fault]:
    if not read.stub.places:
        return
    for row, labels in enumerate(zip(*read.stub.labels.values(), strict=True)):
        if all(label is None for label in labels):
            place = min(read.stub.places.values(), default=0)
            sel = address(read.stub.rows[row] + 1, place + 1)
            yield read.fault(sel, "", "label baris", "Barisnya tetap disimpan, tanpa label.")


def _broken_labels(read: Read) -> Iterator[Fault]:
    """Errors and truths where a name was."""
    for column in dict.fromkeys(read.stub.places.values()):
        for row in read.stub.rows:
            value = read.sheet.value(row + 1, column + 1)
            if isinstance(value, bool) or (isinstance(value, str) and kind_of(value) == ERROR):
                found = str(value).upper() if isinstance(value, bool) else value
                advice = "Ketik namanya sebagai teks; barisnya tetap disimpan."
                yield read.fault(address(row + 1, column + 1), found, "label baris", advice)


def _row_totals(read: Read, matrix: np.ndarray) -> Iterator[Fault]:
    totals = [row for row, total in enumerate(read.stub.total) if total]
    if len(totals) * len(read.stub.rows) > _MOST_COMPARED:
        return
    for row, children in children_of(read.stub).items():
        check = _Sums(matrix[row], matrix[children].sum(axis=0), len(children))
        if read.stub.total[row] and len(children) > 1:
            for column in check.wrong(read.heads):
                yield _no_sum(read, row, column, check.sums[column], "baris di bawahnya")
    heads = set(children_of(read.stub))
    for row in totals:
        if row in heads:
            continue
        words = {n: v[row] for n, v in read.stub.labels.items() if type(v[row]) is str}
        whole = [name for name, text in words.items() if is_total(text) or summed(text)]
        if any(is_mean(words[n]) for n in whole) or (len(words) > 1 and not whole):
            continue
        checks = [
            _Sums(matrix[row], matrix[rows].sum(axis=0), len(rows))
            for rows in _groups(read.stub, row, totals, whole)
        ]
        best = max(checks, key=lambda check: check.held, default=None)
        if best is not None:
            for column in best.wrong(read.heads):
                yield _no_sum(read, row, column, best.sums[column], "barisnya")


def _groups(
    stub: Stub, row: int, totals: Sequence[int], whole: Sequence[str]
) -> Iterator[list[int]]:
    """Rows that a total may stand for: those with its other labels, else above, below or all."""
    others = [r for r in range(len(stub.rows)) if not stub.total[r]]
    alike = []
    for name in whole:
        rest = [labels for other, labels in stub.labels.items() if other != name]
        if all(labels[row] is not None for labels in rest):
            alike.append([r for r in others if all(v[r] == v[row] for v in rest)])
    if len(stub.places) < 2 or not any(alike):
        above = max((t for t in totals if t < row), default=-1)
        below = min((t for t in totals if t > row), default=len(stub.rows))
        alike += [[r for r in others if above < r < row], [r for r in others if row < r < below]]
        alike += [others, [t for t in totals if t != row]]
    seen = []
    for group in alike:
        if len(group) > 1 and group not in seen:
            seen.append(group)
            yield group


class _Sums:
    """Printed totals of a row or column beside the sums that their parts give."""

    def __init__(self, printed: np.ndarray, sums: np.ndarray, parts: int) -> None:
        self.printed, self.sums = printed, sums
        self.off = np.abs(printed - sums)
        self.whole = (printed == np.round(printed)) & (sums == np.round(sums))
        decimals = np.array([_decimals(value) for value in printed])
        self.rounding = 0.5 * (parts + 1) * 10.0**-decimals
        self.known = ~np.isnan(self.off) & ((printed != 0) | (sums != 0))
        self.exact = self.known & (self.off <= NOISE * np.maximum(np.abs(sums), 1))
        self.near = self.known & (self.off <= self.rounding * 1.0001)

    @property
    def held(self) -> tuple[int, int]:
        return int(self.near.sum()), int(self.exact.sum())

    def wrong(self, heads: Sequence[Head] | None = None) -> Iterator[int]:
        """Places whose total is no sum, where others are, or where it is near one."""
        near, exact = self.held
        rounded = near - exact > max(1, exact)  # sums of numbers that were rounded one by one
        for place in np.flatnonzero(self.known & ~self.exact):
            total, sum_ = self.printed[place], self.sums[place]
            ratio = total / sum_ if sum_ else np.inf
            if heads is not None and heads[place].derived:
                continue
            if self.near[place] and (rounded or not self.whole[place]):
                continue
            rate = heads is not None and any(map(is_rate, heads[place].words))
            if not self.whole[place] or rate:
                likely = abs(ratio - 1) < _NEAR and near > 0
            elif 2 * near >= int(self.known.sum()):
                likely = True
            else:
                likely = near == 0 and _LIKELY[0] < ratio < _LIKELY[1]
            if likely:
                yield int(place)


def _decimals(value: float) -> int:
    if np.isnan(value) or value == round(value):
        return 0
    return min(len(repr(float(value)).partition(".")[2]), 9)


def _no_sum(read: Read, row: int, column: int, sum_: float, of: str) -> Fault:
    printed = read.numbers[column].numbers[row]
    decimals = max(_decimals(printed), min(_decimals(round(sum_, 6)), 4))
    found = format_angka(printed, decimals)
    wanted = f"jumlah {of}, {format_angka(round(float(sum_), 6), decimals)}"
    return read.fault(read.cell(row, column), found, wanted, "Nilai tercetaknya yang disimpan.")


def _column_totals(read: Read, matrix: np.ndarray) -> Iterator[Fault]:
    for place, head in enumerate(read.heads):
        names = {n for n, v in head.held.items() if type(v) is str and is_total(v)}
        if not head.total or any(is_mean(str(head.held[name])) for name in names):
            continue
        parts = [
            other
            for other, part in enumerate(read.heads)
            if not (part.total or part.derived) and _beside(part.held, head.held, names)
        ]
        if len(parts) > 1:
            sums = _Sums(matrix[:, place], matrix[:, parts].sum(axis=1), len(parts))
            if any(map(is_rate, (read.title, *head.words))) and not sums.held[0]:
                continue
            for row in sums.wrong():
                yield _no_sum(read, row, place, sums.sums[row], "kolomnya")


def _columns_called_sums(read: Read, matrix: np.ndarray) -> Iterator[Fault]:
    """A column that begins as sums do, beside columns that give it in most of the rows."""
    for place, head in enumerate(read.heads):
        leaf = head.words[-1] if head.words else ""
        if head.total or head.derived or place < 2 or not summed(leaf):
            continue
        printed, sums = matrix[:, place], matrix[:, place - 1]
        for start in range(place - 2, max(place - _MOST_PARTS, -1), -1):
            sums = sums + matrix[:, start]
            same = (np.abs(printed - sums) <= NOISE * np.abs(sums)) & (sums != 0)
            if same.sum() > 1 and 2 * same.sum() >= (~np.isnan(printed)).sum():
                for row in _Sums(printed, sums, place - start).wrong():
                    yield _no_sum(read, row, place, sums[row], "kolom di kirinya")
                break


def _beside(part: dict, whole: dict, names: set[str]) -> bool:
    return set(part) == set(whole) and all(
        part[name] == value for name, value in whole.items() if name not in names
    )


def _zeros(read: Read, matrix: np.ndarray) -> Iterator[Fault]:
    """Zeros in a series of years whose neighbours are far from it, or of a column without any."""
    zero = matrix == 0
    if not zero.any():
        return
    odd = np.zeros_like(zero)
    for places in _series(read.heads):
        part = matrix[:, places]
        high = np.nan_to_num(part) >= _MANY if _are_whole(part) else np.nan_to_num(part) > 0
        beside = np.zeros_like(high)
        beside[:, 1:] |= high[:, :-1]
        beside[:, :-1] |= high[:, 1:]
        odd[:, places] |= zero[:, places] & beside
    plain_rows = [row for row, total in enumerate(read.stub.total) if not total]
    for column in range(matrix.shape[1]):
        cells = matrix[plain_rows, column]
        others = cells[(cells != 0) & ~np.isnan(cells)]
        count = int((cells == 0).sum())
        if count and len(others) >= 5 and 20 * count <= len(cells) and others.min() >= _MANY:
            odd[plain_rows, column] |= cells == 0
        if count == len(cells) > 2 and matrix.shape[1] > 1:
            odd[plain_rows, column] = True
    cells = [read.cell(row, column) for row, column in np.argwhere(odd)[: SHOWN + 1].tolist()]
    if cells:
        found = f"0 di {listed(cells, int(odd.sum()))}"
        advice = "Periksa apakah 0 itu berarti tidak ada data; nilainya disimpan sebagai 0."
        yield read.fault(cells[0], found, "nilai seperti tetangganya, atau sel kosong", advice)


def _lone_shares(read: Read, matrix: np.ndarray) -> Iterator[Fault]:
    """One share among percents: 0,0506 where the others are about 5."""
    for place, head in enumerate(read.heads):
        if not any(map(is_rate, (read.title, *head.words))):
            continue
        values = matrix[:, place]
        small, others = np.flatnonzero((values > 0) & (values <= 1)), values[values > 1]
        if len(small) != 1 or len(others) < 2:
            continue
        percent = values[small[0]] * 100
        if others.min() / 2 <= percent <= others.max() * 2:
            found = f"{format_angka(values[small[0]], 4)} (mungkin pecahan)"
            wanted = f"persen seperti sel lain di kolomnya, {format_angka(percent, 2)}"
            yield read.fault(read.cell(int(small[0]), place), found, wanted, "Nilainya disimpan.")


def _are_whole(part: np.ndarray) -> bool:
    filled = part[~np.isnan(part)]
    return bool((filled == np.round(filled)).all())


def _series(heads: Sequence[Head]) -> Iterator[list[int]]:
    """Columns that differ in time only, three or more."""
    found: dict[tuple, list[int]] = {}
    for place, head in enumerate(heads):
        if "tahun" in head.held and not head.derived:
            rest = tuple((n, str(v)) for n, v in head.held.items() if n not in TIME)
            found.setdefault(rest, []).append(place)
    return (places for places in found.values() if len(places) > 2)
