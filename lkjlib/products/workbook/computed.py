"""Writes the workbook of computed tables: an index with links, then a sheet for each table.

Nothing written holds a date, a path or a random number: the same data give the same bytes.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lkjlib.data import Data
from lkjlib.products.workbook.sheet_writer import (
    cell_formats,
    page_setup,
    row_height,
    write_note,
    write_sheet,
)
from lkjlib.products.workbook.sheets import SheetSpec, specs

CREATED = datetime(2020, 1, 1)  # a workbook must hold a date; a fixed one keeps its bytes equal
INDEX = "Daftar"
_WIDTHS = (22, 58, 36, 44)
_NOTES = (
    "Angka tercetak dan angka hitungan berdampingan; yang tercetak tidak pernah diganti.",
    "Persen ditulis sebagai angka persen (23,48 berarti 23,48 %); selisih dua persen adalah "
    "poin persen. Sel kosong: laporan tidak mencetaknya atau tidak dapat dihitung.",
    "Pembulatan setengah ke atas hanya pada tampilan; sel menyimpan nilai penuh.",
    "Jumlah dan angka yang dapat diikuti dari sel lain adalah rumus; judul kolomnya dicetak "
    "miring. Tautan pada sel A3 setiap lembar kembali ke daftar ini.",
)


def write_workbook(data: Data, path: Path) -> None:
    """Write the computed tables as one workbook, a sheet each, with an index and notes.

    Numbers stay numbers; text stays text whatever it begins with. Sums and ratios that a reader
    would follow are formulas with their values. Every sheet prints on A4.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"Tabel hitungan LKj {data.tahun}", "created": CREATED})
    formats = cell_formats(book)
    index = book.add_worksheet(INDEX)
    sheets = specs(data)
    for spec in sheets:
        write_sheet(book.add_worksheet(spec.nama), formats, spec, spec.bingkai(data), INDEX)
    _write_index(index, formats, data, sheets)
    book.close()


def _write_index(sheet, formats: dict, data: Data, sheets: list[SheetSpec]) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    title = f"Tabel hitungan LKj {data.tahun}"
    write_note(sheet, 0, title, list(_WIDTHS), formats["judul"], size=1.45)
    for row, note in enumerate(_NOTES, start=1):
        write_note(sheet, row, note, list(_WIDTHS), formats["catatan"])
    first = len(_NOTES) + 2
    for column, head in enumerate(("Lembar", "Isi", "Satuan", "Sumber")):
        sheet.write_string(first, column, head, formats["kepala"])
    for row, spec in enumerate(sheets, start=first + 1):
        sheet.set_row(row, row_height((spec.nama, spec.judul, spec.satuan, spec.sumber), _WIDTHS))
        sheet.write_url(row, 0, f"internal:'{spec.nama}'!A1", formats["tautan"], spec.nama)
        for column, text in enumerate((spec.judul, spec.satuan, spec.sumber), start=1):
            sheet.write_string(row, column, text, formats["teks"])
    sheet.freeze_panes(first + 1, 1)
    page_setup(sheet, first)
