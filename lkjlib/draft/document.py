"""A printed report as blocks in their order: headings, paragraphs, tables, each with its place.

Readers of text, Word and PDF give the same blocks; what is made of them knows no file format.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lkjlib.draft.grid import Grid, header_rows, is_enumerator, is_number, is_numbering


@dataclass(frozen=True)
class Teks:
    """A line or paragraph as a reader finds it; `tingkat` is the level of a heading, if known."""

    baris: int
    isi: str
    tingkat: int = 0
    halaman: int = 0


@dataclass(frozen=True)
class Tabel:
    """A table as a reader finds it: rows of texts, and the line of each."""

    rows: tuple[tuple[str, ...], ...]
    baris: tuple[int, ...]
    halaman: int = 0


Found = Teks | Tabel


@dataclass(frozen=True)
class Blok:
    """A piece of the report in its section: a heading or paragraph (`teks`), or a table (`grid`).

    `lingkup` are the headings that it stands under, the nearest last.
    """

    bagian: str
    baris: int
    teks: str = ""
    judul: bool = False
    grid: Grid | None = None
    lingkup: tuple[str, ...] = ()
    halaman: int = 0


@dataclass(frozen=True)
class Naskah:
    """A report as it is printed."""

    nama: str
    blok: tuple[Blok, ...] = field(default_factory=tuple)

    def tables(self) -> list[Blok]:
        """Its tables, in order."""
        return [blok for blok in self.blok if blok.grid is not None]


def join_tables(found: Iterable[Found]) -> Iterator[Found]:
    """Tables that a page break has cut are one again, with the rows of a repeated heading.

    Parameters
    ----------
    found : what a reader found, in order; blank lines left out.
    """
    last: Tabel | None = None
    for one in found:
        if isinstance(one, Tabel) and last is not None and _goes_on(last, one):
            rows, lines = _joined(last.rows, one)
            last = Tabel(rows, last.baris + lines, last.halaman)
            continue
        if last is not None:
            yield last
            last = None
        if isinstance(one, Tabel):
            last = one
        else:
            yield one
    if last is not None:
        yield last


def _goes_on(last: Tabel, one: Tabel) -> bool:
    """Does a table go on in the next one: the same heading, or as many columns and none?"""
    head = header_rows(last.rows)
    if head and one.rows[:head] == last.rows[:head]:
        return True
    widths = [max(map(len, t.rows)) for t in (last, one)]
    first = one.rows[0][0].strip()
    numbers = any(is_number(cell) for cell in one.rows[0][1:])
    return widths[0] == widths[1] > 2 and (not first or (numbers and is_enumerator(first)))


def _joined(
    rows: tuple[tuple[str, ...], ...], one: Tabel
) -> tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """The rows of both; a row that a page break cut in two is one again."""
    first = one.rows[0]
    cut = not first[0].strip() and len(first) == len(rows[-1])
    if not cut or any(is_number(cell) for cell in first) or is_numbering(rows[-1]):
        return rows + one.rows, one.baris
    whole = tuple(f"{a} {b}".strip() for a, b in zip(rows[-1], first, strict=True))
    return (*rows[:-1], whole, *one.rows[1:]), one.baris[1:]


def grid_of(table: Tabel, judul: str) -> Grid:
    """A table with its heading found, a name that a page break split made whole again."""
    head = header_rows(table.rows)
    first = table.rows[:head]
    again: set[int] = set()
    row = head
    rows = list(table.rows)
    while head and row < len(rows):
        if tuple(rows[row : row + head]) == first:
            again.update(range(row, row + head))
            row += head
            if row < len(rows):
                _mend(rows, row, min(again & set(range(row - head, row))))
        else:
            row += 1
    return Grid(tuple(rows), head, table.baris, judul, frozenset(again))


def _mend(rows: list[tuple[str, ...]], row: int, above: int) -> None:
    """Give the words of a row that holds nothing else to the row before the repeated heading."""
    filled = [c for c, cell in enumerate(rows[row]) if cell.strip()]
    if len(filled) != 1 or not filled[0]:
        return
    column = filled[0]
    before = list(rows[above - 1])
    if column < len(before) and before[column].strip():
        before[column] = f"{before[column].strip()} {rows[row][column].strip()}"
        rows[above - 1] = tuple(before)
        rows[row] = tuple("" for _ in rows[row])
