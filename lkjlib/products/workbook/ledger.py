"""The ledger for the auditor: a workbook to filter and a CSV, every verdict with its cell."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from math import ceil
from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.findings import alasan_temuan
from lkjlib.ledger.views import klaim_terlacak, ringkasan_klaim, tidak_teruji
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import is_missing
from lkjlib.products.csv_text import csv_text
from lkjlib.products.workbook.computed import CREATED
from lkjlib.products.workbook.sheet_writer import A3, A4, page_setup, write_note

_FILL = {
    COCOK: "#E3EFE6",
    PEMBULATAN: "#EEF1F4",
    TIDAK_COCOK: "#F8DCCF",
    TIDAK_DIDUKUNG: "#F6E7C8",
    TIDAK_DAPAT_DIUJI: "#FFFFFF",
}
LAST_PRINTED = "saran"  # what follows is for sorting and tracing, on the screen
NUMBERS = ("selisih", "tercetak_angka", "dihitung_angka")
_CLAIM_WIDTHS = {
    "kode": 7,
    "baris": 8,
    "bagian": 20,
    "tabel": 16,
    "pernyataan": 44,
    "tercetak": 22,
    "dihitung": 18,
    "vonis": 17,
    "selisih": 12,
    "penjelasan": 52,
    "saran": 52,
    "dasar": 10,
    "tercetak_angka": 20,
    "dihitung_angka": 20,
    "ukuran": 34,
    "sel_lampiran": 34,
    "catatan": 44,
}
_SUMMARY_WIDTHS = [30, 16, 16, 16]
_FINDING_WIDTHS = [9, 14, 46, 18, 28, 20, 56, 56]
_OPEN_WIDTHS = [8, 8, 22, 46, 24, 56, 50]
_MEANINGS = (
    "hitungan: program membandingkan yang tercetak dengan ukuran dari lampiran; bila lampiran "
    "tidak memuat ukurannya, vonisnya tidak dapat diuji.",
    "nalar: vonis ditetapkan dengan membaca, karena pernyataannya (nama, sebab, rujukan) tidak "
    "dapat dihitung; alasannya ada pada lembar Klaim, kolom penjelasan dan catatan.",
    "Lembar Klaim mencetak kolom kode sampai saran. Kolom angka (tercetak angka, dihitung angka) "
    "untuk mengurutkan; kosong bila pernyataannya bukan angka.",
)


def write_ledger_csv(data: Data, path: Path) -> None:
    """Write the ledger as CSV (UTF-8 with mark, comma); text stays text in a spreadsheet."""
    table = klaim_terlacak(data)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        for row in table.itertuples(index=False):
            writer.writerow([csv_text(value) for value in row])


def write_ledger_workbook(data: Data, path: Path) -> None:
    """Write the ledger as a workbook: filters, frozen header, a colour per verdict, links."""
    import xlsxwriter

    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"Klaim LKj {data.tahun}, dinilai", "created": CREATED})
    formats = _formats(book)
    _write_summary(book.add_worksheet("Ringkasan"), data, formats)
    _write_claims(book.add_worksheet("Klaim"), data, formats)
    for name, frame, widths in (
        ("Temuan", alasan_temuan(data), _FINDING_WIDTHS),
        ("Tidak dapat diuji", tidak_teruji(data), _OPEN_WIDTHS),
    ):
        sheet = book.add_worksheet(name)
        _write_frame(sheet, frame, formats, widths)
        page_setup(sheet, 0, A3)
    book.close()


def _formats(book) -> dict:
    base = {"border": 1, "border_color": "#c9d1d9", "valign": "top", "text_wrap": True}
    note = {"text_wrap": True, "valign": "top", "font_color": "#555555"}
    kinds = {
        "judul": {"bold": True, "font_size": 13, "font_color": "#1b3a5c", "text_wrap": True},
        "keterangan": note,
        "kepala": {**base, "bold": True, "bg_color": "#1b3a5c", "font_color": "white"},
        "biasa": base,
        "angka": {**base, "num_format": "#,##0.00"},
        "tautan": {**base, "font_color": "#1b3a5c", "underline": 1},
        **{verdict: {**base, "bg_color": colour} for verdict, colour in _FILL.items()},
    }
    return {name: book.add_format(kind) for name, kind in kinds.items()}


def _write_summary(sheet, data: Data, formats: dict) -> None:
    """How many statements have which verdict, where they come from, and what the words mean."""
    frame = ringkasan_klaim(data)
    title = f"Buku klaim: pernyataan Laporan Kinerja {data.tahun} dan vonisnya"
    source = (
        f"Satuan: pernyataan. Sumber: LKj {data.tahun}, dinilai terhadap lampiran di "
        f"data/{data.tahun}; pernyataannya di data/{data.tahun}/klaim.xlsx."
    )
    write_note(sheet, 0, title, _SUMMARY_WIDTHS, formats["judul"], size=1.45)
    write_note(sheet, 1, source, _SUMMARY_WIDTHS, formats["keterangan"])
    _write_frame(sheet, frame, formats, _SUMMARY_WIDTHS, first=3)
    for row, text in enumerate(_MEANINGS, start=len(frame) + 5):
        write_note(sheet, row, text, _SUMMARY_WIDTHS, formats["keterangan"])
    page_setup(sheet, 3, A4)


def _write_claims(sheet, data: Data, formats: dict) -> None:
    table = klaim_terlacak(data)
    _write_frame(sheet, table, formats, [_CLAIM_WIDTHS[name] for name in table.columns])
    column = table.columns.get_loc("sel_lampiran")
    for row, cell in enumerate(table["sel_lampiran"], start=1):
        if cell:
            berkas, lembar, sel = cell.split("!")
            target = f"external:../data/{data.tahun}/{berkas}#'{lembar}'!{sel}"
            sheet.write_url(row, column, target, formats["tautan"], cell)
    page_setup(sheet, 0, A3)
    sheet.print_area(0, 0, len(table), table.columns.get_loc(LAST_PRINTED))


def _write_frame(
    sheet, frame: pd.DataFrame, formats: dict, widths: Sequence[float], first: int = 0
) -> None:
    names = [str(name) for name in frame.columns]
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.write_string(first, column, name.replace("_", " "), formats["kepala"])
        sheet.set_column(column, column, width)
    for row, values in enumerate(frame.itertuples(index=False), start=first + 1):
        sheet.set_row(row, 15 * max(_lines(v, w) for v, w in zip(values, widths, strict=True)))
        for column, (name, value) in enumerate(zip(names, values, strict=True)):
            _write_cell(sheet, row, column, value, formats[_kind(name, value)])
    sheet.freeze_panes(first + 1, 1)
    sheet.autofilter(first, 0, first + len(frame), len(names) - 1)


def _kind(name: str, value: object) -> str:
    if name == "vonis":
        return str(value)
    return "angka" if name in NUMBERS else "biasa"


def _write_cell(sheet, row: int, column: int, value: object, style) -> None:
    if is_missing(value) or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, str(value), style)


def _lines(value: object, width: float) -> int:
    """Lines that a text takes in a column; heights are set so that no program cuts it."""
    return max(1, ceil(len(str(value)) * 1.15 / width))
