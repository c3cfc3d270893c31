"""CSV files whose texts no spreadsheet takes for formulas."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from lkjlib.numbers.format import is_missing

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(value: object) -> object:
    """A value that no spreadsheet takes for a formula.

    Examples
    --------
    >>> csv_text("=1+1"), csv_text("2,6"), csv_text(-0.5)
    ("'=1+1", '2,6', -0.5)
    """
    if is_missing(value):
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def write_csv(path: Path, kolom: Iterable[str], baris: Iterable[Sequence[object]]) -> None:
    """Write a table as CSV that Excel opens by a click: UTF-8 with its mark, commas.

    Raises
    ------
    OSError
        When the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_csv(Path(folder) / "a.csv", ["nama"], [["+62"]])
    ...     (Path(folder) / "a.csv").read_text("utf-8-sig").split()
    ['nama', "'+62"]
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(kolom)
        writer.writerows([csv_text(value) for value in row] for row in baris)
