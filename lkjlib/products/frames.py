"""Frames as files that other programs read: CSV, .xlsx, Parquet; texts stay texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lkjlib.errors import not_installed
from lkjlib.excel.saving import CREATED, TEXT_STAYS
from lkjlib.numbers.format import is_missing
from lkjlib.products.csv_text import csv_text

if TYPE_CHECKING:
    import pandas as pd

_OPTIONS = {**TEXT_STAYS, "in_memory": True, "default_date_format": "yyyy-mm-dd"}


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as CSV that Excel opens by a click: UTF-8 with its mark, commas, no formulas.

    Examples
    --------
    >>> import pandas as pd
    >>> csv_bytes(pd.DataFrame({"nama": ["=1"], "nilai": [2.5]})).decode("utf-8-sig").split()
    ['nama,nilai', "'=1,2.5"]
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(frame.columns)
    writer.writerows(map(csv_text, row) for row in frame.itertuples(index=False))
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Mapping[str, tuple[Sequence[str], Iterable[Sequence[object]]]]) -> bytes:
    """Plain sheets by name, each its headings and rows: nothing above them, nothing below.

    Examples
    --------
    >>> xlsx_bytes({"Tabel 1": (["nama"], [["=1"]])}).startswith(b"PK")
    True
    """
    import xlsxwriter  # late: the command shows most tables and writes few

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"created": CREATED})
        bold = book.add_format({"bold": True})
        for name, (headings, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, headings, bold)
            for number, row in enumerate(rows, start=1):
                sheet.write_row(number, 0, [None if is_missing(v) else v for v in row])
            sheet.freeze_panes(1, 0)
            sheet.autofit(400)
    return content.getvalue()


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as Parquet.

    Raises
    ------
    LkjError
        When pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise not_installed("pyarrow", "many") from None
    return frame.to_parquet(index=False)
