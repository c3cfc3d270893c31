"""Writes one table as a sheet: title, unit, source, cells, sums as formulas, note, print set-up."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from math import ceil

import pandas as pd

from lkjlib.numbers.format import is_missing
from lkjlib.products.notebook import PLAIN, label_of
from lkjlib.products.workbook.sheets.spec import SEMUA, SheetSpec, formula, letter_of

A3, A4 = 8, 9  # sizes of paper by their numbers in Excel
_HEADER = 3  # row of the column headings, from 0
_LINE = 15  # points
_WIDEST = 42.0  # letters
_LETTER, _INDENT = 1.1, 2.5  # a letter and the empty room of a cell, in widths of a digit
_EDGE = {"border": 1, "border_color": "#c9d1d9", "valign": "top"}
_SUM = {"bold": True, "top": 2, "top_color": "#1b3a5c", "bg_color": "#f6f8fa"}
_KINDS = {
    "teks": {"align": "left", "text_wrap": True, "indent": 1},
    "bulat": {"num_format": "#,##0"},
    "tahun": {"num_format": "0"},
    "pecahan": {"num_format": "#,##0.00"},
}


def cell_formats(book) -> dict:
    """Cell formats of one workbook by name; "jumlah" before a kind is that of the row of sums."""
    head = {**_EDGE, "bold": True, "bg_color": "#eef1f4", "text_wrap": True, "valign": "vcenter"}
    kinds = {
        "judul": {"bold": True, "font_size": 13, "font_color": "#1b3a5c", "text_wrap": True},
        "catatan": {"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"},
        "tautan": {"font_color": "#1b3a5c", "underline": 1, "valign": "top"},
        "kepala": {**head, "align": "left", "indent": 1},
        "kepala angka": {**head, "align": "right"},
        "kepala rumus": {**head, "align": "right", "italic": True},
        **{name: {**_EDGE, **kind} for name, kind in _KINDS.items()},
        **{f"jumlah {name}": {**_EDGE, **kind, **_SUM} for name, kind in _KINDS.items()},
    }
    return {name: book.add_format(kind) for name, kind in kinds.items()}


def write_sheet(sheet, formats: dict, spec: SheetSpec, frame: pd.DataFrame, index: str) -> None:
    """Write a frame with its words on an empty sheet.

    Parameters
    ----------
    sheet : worksheet of XlsxWriter.
    formats : of its workbook.
    spec : what the sheet declares.
    frame : the table.
    index : name of the sheet that lists all others.
    """
    names = [str(name) for name in frame.columns]
    widths = [_width(name, frame[name].tolist()) for name in names]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    write_note(sheet, 0, spec.judul, widths, formats["judul"], size=1.45)
    unit = f"Satuan: {spec.satuan}. " if spec.satuan else ""
    source = f"{unit}Sumber: {spec.sumber}."
    write_note(sheet, 1, source, widths, formats["catatan"])
    sheet.write_url(2, 0, f"internal:'{index}'!A1", formats["tautan"], f"← {index}")
    _write_head(sheet, formats, spec, frame, widths)
    cells = zip(*(frame[name].tolist() for name in frame.columns), strict=True)
    for place, row in enumerate(cells):
        _write_row(sheet, formats, spec, names, _HEADER + 1 + place, row, len(frame))
        sheet.set_row(_HEADER + 1 + place, row_height(row, widths))
    last = _HEADER + len(frame)
    if spec.jumlah:
        _write_sums(sheet, formats, spec, frame)
    if spec.catatan:
        note = f"Catatan: {spec.catatan}"
        write_note(sheet, last + (3 if spec.jumlah else 2), note, widths, formats["catatan"])
    sheet.freeze_panes(_HEADER + 1, 1)
    sheet.autofilter(_HEADER, 0, last, len(names) - 1)
    page_setup(sheet, _HEADER)


def _write_head(sheet, formats: dict, spec: SheetSpec, frame: pd.DataFrame, widths: list) -> None:
    labels = [spec.label.get(str(name), label_of(str(name))) for name in frame.columns]
    for column, (name, label) in enumerate(zip(frame.columns, labels, strict=True)):
        kind = "kepala angka" if _is_number(frame[name]) else "kepala"
        style = formats["kepala rumus" if name in spec.rumus else kind]
        sheet.write_string(_HEADER, column, label, style)
    # the filter's button covers three letters
    sheet.set_row(_HEADER, row_height([f"{label}   " for label in labels], widths) + 3)


def _write_row(
    sheet, formats: dict, spec: SheetSpec, names: list, row: int, values, count: int
) -> None:
    first = _HEADER + 2
    for column, (name, value) in enumerate(zip(names, values, strict=True)):
        if name in spec.rumus and not is_missing(value):
            span = (row + 1, first, first + count - 1)
            text = formula(spec.rumus[name], names, column, *span)
            sheet.write_formula(row, column, text, formats[_kind(value, name)], value)
        else:
            _write_cell(sheet, row, column, value, name, formats)


def _write_cell(sheet, row: int, column: int, value: object, name: str, formats: dict) -> None:
    if is_missing(value) or value == "":
        sheet.write_blank(row, column, None, formats["teks"])
    elif isinstance(value, bool):
        sheet.write_string(row, column, "ya" if value else "tidak", formats["teks"])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, formats[_kind(value, name)])
    else:
        sheet.write_string(row, column, str(value), formats["teks"])


def _kind(value: float, name: str) -> str:
    if isinstance(value, int):
        return "tahun" if name in PLAIN else "bulat"
    return "pecahan"


def _write_sums(sheet, formats: dict, spec: SheetSpec, frame: pd.DataFrame) -> None:
    """The row below: sums of columns, and ratios that follow from those sums."""
    names = [str(name) for name in frame.columns]
    summed = [n for n in names if _is_number(frame[n])] if spec.jumlah == SEMUA else spec.jumlah
    totals = frame[list(summed)].sum().to_frame().T
    row, first = _HEADER + 1 + len(frame), _HEADER + 2
    for column, name in enumerate(names):
        whole = pd.api.types.is_integer_dtype(frame[name])
        style = formats["jumlah bulat" if whole else "jumlah pecahan"]
        if name in summed:
            letter = letter_of(column)
            text, value = f"=SUM({letter}{first}:{letter}{row})", totals[name].iloc[0]
        elif _follows(spec.rumus.get(name), names, summed):
            text = formula(spec.rumus[name], names, column, row + 1, first, row)
            value = totals.eval(spec.rumus[name]).iloc[0]
        else:
            sheet.write(row, column, None if column else "Jumlah", formats["jumlah teks"])
            continue
        sheet.write_formula(row, column, text, style, int(value) if whole else float(value))


def _follows(rumus: str | None, names: list[str], summed: Collection[str]) -> bool:
    """Is a column's formula one of sums alone, so that it also holds in their row?"""
    if rumus is None or re.search(r"jumlah\(|kumulatif\(|kiri", rumus):
        return False
    return all(word in summed for word in re.findall(r"\w+", rumus) if word in names)


def write_note(
    sheet, row: int, text: str, widths: list[float], style, *, size: float = 1.0
) -> None:
    """Write a text over all columns, in a row high enough for its lines.

    Parameters
    ----------
    size : how much larger than cell text its letters are.
    """
    if len(widths) > 1:
        sheet.merge_range(row, 0, row, len(widths) - 1, text, style)
    else:
        sheet.write_string(row, 0, text, style)
    lines = ceil(len(text) * size / max(1.0, sum(widths)))
    sheet.set_row(row, _LINE * size * max(1, lines))


def row_height(values: Sequence, widths: Sequence[float]) -> float:
    """Height in points of a row in which no text is cut; set, so that no program has to guess."""
    texts = (value if isinstance(value, str) else "" for value in values)
    pairs = zip(texts, widths, strict=True)
    lines = (ceil(len(text) / (width - _INDENT)) for text, width in pairs)
    return _LINE * max(1, *lines)


def _width(name: str, values: list) -> float:
    """Width of a column in letters: its longest value, its longest heading word and the filter."""
    shown = (f"{v:,.2f}" if isinstance(v, float) else f"{v:,}" if _whole(v) else v for v in values)
    longest = max((len(str(v)) for v in shown if not is_missing(v)), default=0)
    words = max(len(word) for word in label_of(name).split())
    return min(_WIDEST, max(longest * _LETTER, words * 1.15 + 2.5, 7.0) + _INDENT)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def page_setup(sheet, header_row: int, paper: int = A4) -> None:
    """Landscape, one page wide, the header on every page."""
    sheet.set_paper(paper)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header_row)
    sheet.set_footer("&L&A&Rhalaman &P dari &N")
