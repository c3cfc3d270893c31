"""Takes the names of persons out of a sheet as it is read; they go no further."""

import re

from lkjlib.excel.addresses import column_letters
from lkjlib.excel.cells import Cells
from lkjlib.excel.stored import Value

_WHO = r"(?:pekerja|karyawan|karyawati|buruh|pegawai|tenaga\s+kerja|pelapor|pemohon|pengadu)"
_NAMES = re.compile(rf"\s*(?:daftar\s+)?nama\b(?:[\s/-]+\w+)?[\s/-]+{_WHO}\b.{{0,60}}", re.I | re.S)
_NAME, _PERSON = re.compile(r"\s*nama\s*", re.I), re.compile(rf"\s*{_WHO}\s*", re.I)
_WIDEST = 3  # a title over the whole table heads no column of names


def hide_names(found: Cells) -> None:
    """Blank what stands under every heading of persons' names, formulas included.

    >>> hide_names(found := Cells([("Nama Pekerja", "Usia"), ("…", 19)]))
    >>> found.rows[1]
    (None, 19)
    """
    hidden: set[int] = set()
    spans = {(area.min_row, area.min_col): area.max_col for area in found.merges}
    says_name = False
    for above, values in enumerate(found.rows):
        said_above, says_name = says_name, _says_name(values)
        if hidden:
            values = found.rows[above] = _without(values, hidden)
            for formulas in (found.uncalculated, found.zeros):
                for column in hidden if formulas else ():
                    formulas.pop(f"{column_letters(column)}{above + 1}", None)
        for place, value in enumerate(values if says_name or said_above else ()):
            if isinstance(value, str) and _heads_names(found.rows, above, place, value):
                last = spans.get((above + 1, place + 1), 0)
                wide = last < place + 1 + _WIDEST
                hidden.update(range(place + 1, max(place + 1, last if wide else 0) + 1))


def _without(values: tuple[Value, ...], hidden: set[int]) -> tuple[Value, ...]:
    return tuple(None if place in hidden else value for place, value in enumerate(values, start=1))


def _says_name(values: tuple[Value, ...]) -> bool:
    """Does a row say "nama" anywhere? Without it here or above, nothing in it heads names."""
    return "nama" in " ".join([value for value in values if type(value) is str]).casefold()


def _heads_names(rows: list[tuple[Value, ...]], above: int, place: int, text: str) -> bool:
    """A heading like "Nama Pekerja", in one cell or in two, one over the other."""
    if _NAMES.fullmatch(text):
        return True
    if above == 0 or not _PERSON.fullmatch(text):
        return False
    left = reversed(rows[above - 1][: place + 1])
    over = next((value for value in left if value is not None), None)
    return isinstance(over, str) and bool(_NAME.fullmatch(over))
