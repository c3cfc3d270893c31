"""How large a sheet of a workbook is printed: from its columns, its paper and its margins."""

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

A4_ACROSS = 11.69  # inches
DIGIT = 7  # pixels of a digit in the letters of a cell, of 11 points
LETTERS = 11  # points


def pixels(sheet: Worksheet, first: int, last: int) -> int:
    """Width of columns, from the first to the last."""
    widths = {n: d.width for d in sheet.column_dimensions.values() for n in range(d.min, d.max + 1)}
    standard = 64 / DIGIT
    return sum(round(widths.get(column, standard) * DIGIT) for column in range(first, last + 1))


def page(sheet: Worksheet) -> float:
    """Pixels across a page between its margins."""
    margins = sheet.page_margins
    return (A4_ACROSS - margins.left - margins.right) * 96


def printed_points(sheet: Worksheet) -> float:
    """Size of the letters of a cell on paper, where the sheet is fitted across one page."""
    area = sheet.print_area or f"A1:{sheet.cell(1, sheet.max_column).coordinate}"
    _, _, last, _ = range_boundaries(area.split("!")[-1].replace("$", ""))
    return LETTERS * min(1, page(sheet) / pixels(sheet, 1, last))
