"""Takes the names of persons out of a sheet as it is read; they go no further."""

import re

from openpyxl.utils import get_column_letter

from lkjlib.excel.cells import BLANK, Cell, Cells

_WHO = r"(?:pekerja|karyawan|karyawati|buruh|pegawai|tenaga\s+kerja|pelapor|pemohon|pengadu)"
_NAMES = re.compile(rf"\s*(?:daftar\s+)?nama\b(?:[\s/-]+\w+)?[\s/-]+{_WHO}\b.{{0,60}}", re.I | re.S)
_NAME, _PERSON = re.compile(r"\s*nama\s*", re.I), re.compile(rf"\s*{_WHO}\s*", re.I)
_WIDEST = 3  # a title over the whole table heads no column of names


def hide_names(found: Cells) -> None:
    """Blank what stands under every heading of persons' names, formulas included.

    >>> rows = [(Cell("Nama Pekerja", "@"), Cell("Usia", "@")), (Cell("…", "@"), Cell(19, "0"))]
    >>> hide_names(found := Cells(rows))
    >>> [cell.value for cell in found.rows[1]]
    [None, 19]
    """
    hidden: set[int] = set()
    spans = {(area.min_row, area.min_col): area.max_col for area in found.merges}
    for above, cells in enumerate(found.rows):
        if hidden:
            cells = found.rows[above] = _without(cells, hidden)
            for formulas in (found.uncalculated, found.zeros):
                for column in hidden if formulas else ():
                    formulas.pop(f"{get_column_letter(column)}{above + 1}", None)
        for place, cell in enumerate(cells):
            if isinstance(cell.value, str) and _heads_names(found.rows, above, place, cell.value):
                last = spans.get((above + 1, place + 1), 0)
                wide = last < place + 1 + _WIDEST
                hidden.update(range(place + 1, max(place + 1, last if wide else 0) + 1))


def _without(cells: tuple[Cell, ...], hidden: set[int]) -> tuple[Cell, ...]:
    return tuple(BLANK if place in hidden else cell for place, cell in enumerate(cells, start=1))


def _heads_names(rows: list[tuple[Cell, ...]], above: int, place: int, text: str) -> bool:
    """A heading like "Nama Pekerja", in one cell or in two, one over the other."""
    if _NAMES.fullmatch(text):
        return True
    if above == 0 or not _PERSON.fullmatch(text):
        return False
    left = reversed(rows[above - 1][: place + 1])
    over = next((cell.value for cell in left if cell.value is not None), None)
    return isinstance(over, str) and bool(_NAME.fullmatch(over))
