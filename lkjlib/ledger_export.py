"""The ledger for the auditor: a workbook to filter and a CSV, every verdict with its cell."""

from __future__ import annotations

import csv
from math import ceil
from pathlib import Path

import pandas as pd

from lkjlib.claims import klaim
from lkjlib.csv_text import csv_text
from lkjlib.dataset import Data
from lkjlib.export import CREATED, page_setup
from lkjlib.formatting import is_missing
from lkjlib.measures.asal import asal_ukuran
from lkjlib.reconciliation import ringkasan_klaim, temuan_klaim, tidak_teruji
from lkjlib.verdicts import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG

_FILL = {
    COCOK: "#E3EFE6",
    PEMBULATAN: "#EEF1F4",
    TIDAK_COCOK: "#F8DCCF",
    TIDAK_DIDUKUNG: "#F6E7C8",
    TIDAK_DAPAT_DIUJI: "#FFFFFF",
}
_WIDTHS = {
    "kode": 7,
    "baris": 7,
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
    "ukuran": 34,
    "sel_lampiran": 34,
    "catatan": 44,
}


def ledger_table(data: Data) -> pd.DataFrame:
    """The ledger with the annex cell each computed verdict starts from."""
    ledger = klaim(data)
    ledger["sel_lampiran"] = [asal_ukuran(data, key) for key in ledger["ukuran"]]
    return ledger[list(_WIDTHS)]


def write_ledger_csv(data: Data, path: Path) -> None:
    """Write the ledger as CSV (UTF-8 with mark, comma); text stays text in a spreadsheet."""
    table = ledger_table(data)
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
    base = {"border": 1, "border_color": "#c9d1d9", "valign": "top", "text_wrap": True}
    head = book.add_format({**base, "bold": True, "bg_color": "#1b3a5c", "font_color": "white"})
    fills = {v: book.add_format({**base, "bg_color": colour}) for v, colour in _FILL.items()}
    fills["angka"] = book.add_format({**base, "num_format": "#,##0.00"})
    plain = book.add_format(base)
    link = book.add_format({**base, "font_color": "#1b3a5c", "underline": 1})
    summary = book.add_worksheet("Ringkasan")
    _write_frame(summary, ringkasan_klaim(data), head, plain, fills, [20, 12, 12, 12])
    _write_claims(book, data, head, plain, fills, link)
    findings = temuan_klaim(data).drop(columns="mengubah_kategori")
    widths = [8, 14, 60, 24, 10, 30, 34, 24, 60, 60]
    _write_frame(book.add_worksheet("Temuan"), findings, head, plain, fills, widths)
    open_ones = tidak_teruji(data)
    widths = [8, 8, 22, 46, 24, 56, 50]
    _write_frame(book.add_worksheet("Tidak dapat diuji"), open_ones, head, plain, fills, widths)
    book.close()


def _lines(value: object, width: float) -> int:
    """Lines that a text takes in a column; heights are set so that no program cuts it."""
    return max(1, ceil(len(str(value)) * 1.15 / width))


def _write_claims(book, data: Data, head, plain, fills: dict, link) -> None:
    table = ledger_table(data)
    sheet = book.add_worksheet("Klaim")
    _write_frame(sheet, table, head, plain, fills, list(_WIDTHS.values()))
    column = table.columns.get_loc("sel_lampiran")
    for row, cell in enumerate(table["sel_lampiran"], start=1):
        if cell:
            berkas, lembar, sel = cell.split("!")
            target = f"external:../data/{data.tahun}/{berkas}#'{lembar}'!{sel}"
            sheet.write_url(row, column, target, link, cell)


def _write_frame(sheet, frame: pd.DataFrame, head, plain, fills: dict, widths: list) -> None:
    for column, (name, width) in enumerate(zip(frame.columns, widths, strict=True)):
        sheet.write_string(0, column, name.replace("_", " "), head)
        sheet.set_column(column, column, width)
    for row, values in enumerate(frame.itertuples(index=False), start=1):
        sheet.set_row(row, 15 * max(_lines(v, w) for v, w in zip(values, widths, strict=True)))
        for column, (name, value) in enumerate(zip(frame.columns, values, strict=True)):
            cell = fills.get(value, plain) if name == "vonis" else plain
            if is_missing(value) or value == "":
                sheet.write_blank(row, column, None, cell)
            elif isinstance(value, int | float):
                sheet.write_number(
                    row, column, value, fills["angka"] if name == "selisih" else cell
                )
            else:
                sheet.write_string(row, column, str(value), cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    page_setup(sheet, header_row=0)
