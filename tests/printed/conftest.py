"""Sheets laid out as offices print them, read back."""

from collections.abc import Sequence

import pytest

from lkjlib.printed.read import read_printed
from lkjlib.printed.table import PrintedTable


@pytest.fixture
def read(make_workbook):
    """Every table of one sheet, given as rows and merged areas."""

    def _read(rows: Sequence[Sequence], gabung: Sequence[str] = ()) -> list[PrintedTable]:
        return read_printed(make_workbook({"Lembar": rows}, gabung=gabung))

    return _read


@pytest.fixture
def read_text(tmp_path):
    """Every table of a file of text."""

    def _read(text: str | bytes, name: str = "tabel.csv") -> list[PrintedTable]:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_printed(path)

    return _read
