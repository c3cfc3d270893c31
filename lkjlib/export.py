"""Writes what people take away: figures with their index, the workbook of computed tables.

Nothing written holds a date, a path or a random number: the same data give the same bytes.
"""

from __future__ import annotations

import csv
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from lkjlib.csv_text import csv_text
from lkjlib.dataset import Data
from lkjlib.formatting import is_missing
from lkjlib.present import PLAIN, label_of
from lkjlib.sheets import SHEETS, SheetSpec

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CREATED = datetime(2020, 1, 1)  # a workbook must hold a date; a fixed one keeps its bytes equal
_INDEX = ("berkas", "buku", "judul", "keterangan", "sumber", "teks_alternatif")


def write_figures(data: Data, folder: Path) -> None:
    """Write every chart of the catalogue as PNG (300 dpi) and SVG, and an index of them.

    Parameters
    ----------
    data : the year's data.
    folder : created here; ``indeks.csv`` and ``indeks.html`` give caption, source, alt text.
    """
    from matplotlib import pyplot as plt

    from lkjlib.charts.catalogue import CHARTS, draw
    from lkjlib.charts.house import text_of, use_style

    folder.mkdir(parents=True)
    rows = []
    with plt.rc_context():
        use_style()  # holds while saving: it also fixes the identifiers inside an SVG
        for name, chart in CHARTS.items():
            ax = draw(name, data)
            _save(ax.figure, folder / name)
            plt.close(ax.figure)
            words = text_of(ax)
            rows.append((name, chart.buku, words.title, words.subtitle, words.source, words.alt))
    _write_index(rows, folder)


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(
        path.with_suffix(".png"),
        dpi=300,
        metadata={"Software": None},
        pil_kwargs={"compress_level": 1},
    )
    figure.savefig(path.with_suffix(".svg"), metadata={"Date": None, "Creator": None})


def _write_index(rows: list[tuple[str, ...]], folder: Path) -> None:
    with (folder / "indeks.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_INDEX)
        writer.writerows([csv_text(text) for text in row] for row in rows)
    figures = "\n".join(
        f'<figure><img src="{escape(name)}.png" alt="{escape(alt)}" width="630">'
        f"<figcaption><b>{escape(title)}</b><br>{escape(subtitle)}<br>"
        f"<small>Sumber: {escape(source)} Berkas: {escape(name)}.png, .svg; "
        f"buku catatan {escape(book)}.</small></figcaption></figure>"
        for name, book, title, subtitle, source, alt in rows
    )
    (folder / "indeks.html").write_text(
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        "<title>Indeks gambar</title><style>body{font-family:sans-serif;max-width:45rem;"
        "margin:2rem auto;padding:0 1rem}figure{margin:0 0 2.5rem}img{max-width:100%;height:auto}"
        f"</style></head><body><h1>Indeks gambar</h1>\n{figures}\n</body></html>\n",
        encoding="utf-8",
        newline="\n",
    )


def write_workbook(data: Data, path: Path) -> None:
    """Write the computed tables as one workbook, a sheet each, with an index and notes.

    Numbers stay numbers; text stays text whatever it begins with. Every sheet prints on A4.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"Tabel hitungan LKj {data.tahun}", "created": CREATED})
    formats = _formats(book)
    index = book.add_worksheet("Daftar")
    for spec in SHEETS:
        _write_sheet(book, formats, spec, spec.bingkai(data))
    _write_list(index, formats, data)
    book.close()


def _formats(book) -> dict:
    cell = {"border": 1, "border_color": "#c9d1d9", "valign": "top"}
    return {
        "judul": book.add_format({"bold": True, "font_size": 13, "font_color": "#1b3a5c"}),
        "catatan": book.add_format({"italic": True, "font_color": "#555555", "text_wrap": True}),
        "kepala": book.add_format(
            {**cell, "bold": True, "bg_color": "#eef1f4", "text_wrap": True, "valign": "vcenter"}
        ),
        "teks": book.add_format({**cell, "text_wrap": True, "indent": 1}),
        "bulat": book.add_format({**cell, "num_format": "#,##0"}),
        "tahun": book.add_format({**cell, "num_format": "0"}),
        "pecahan": book.add_format({**cell, "num_format": "#,##0.00"}),
        "tautan": book.add_format({"font_color": "#1b3a5c", "underline": 1}),
    }


def _write_sheet(book, formats: dict, spec: SheetSpec, frame: pd.DataFrame) -> None:
    sheet = book.add_worksheet(spec.nama)
    sheet.write_string(0, 0, spec.judul, formats["judul"])
    sheet.write_string(1, 0, f"Satuan: {spec.satuan}. Sumber: {spec.sumber}.")
    header = 3
    for column, name in enumerate(frame.columns):
        values = frame[name].tolist()
        sheet.write_string(header, column, label_of(str(name)), formats["kepala"])
        for row, value in enumerate(values, start=header + 1):
            _write_cell(sheet, row, column, value, str(name), formats)
        sheet.set_column(column, column, _width(str(name), values))
    last = header + len(frame)
    sheet.freeze_panes(header + 1, 1)
    if len(frame.columns):
        sheet.autofilter(header, 0, last, len(frame.columns) - 1)
    page_setup(sheet, header)
    if spec.catatan:
        sheet.write_string(last + 2, 0, f"Catatan: {spec.catatan}")


def _write_cell(sheet, row: int, column: int, value: object, name: str, formats: dict) -> None:
    if is_missing(value):
        sheet.write_blank(row, column, None, formats["teks"])
    elif isinstance(value, bool):
        sheet.write_string(row, column, "ya" if value else "tidak", formats["teks"])
    elif isinstance(value, int):
        sheet.write_number(row, column, value, formats["tahun" if name in PLAIN else "bulat"])
    elif isinstance(value, float):
        sheet.write_number(row, column, value, formats["pecahan"])
    else:
        sheet.write_string(row, column, str(value), formats["teks"])


def _width(name: str, values: list) -> float:
    longest = max((len(f"{v:,.2f}" if isinstance(v, float) else str(v)) for v in values), default=0)
    return min(48.0, max(longest * 1.05, len(label_of(name)) * 0.8, 9.0) + 2)


def _write_list(sheet, formats: dict, data: Data) -> None:
    sheet.write_string(0, 0, f"Tabel hitungan LKj {data.tahun}", formats["judul"])
    notes = (
        "Angka tercetak dan angka hitungan berdampingan; yang tercetak tidak pernah diganti.",
        "Persen ditulis sebagai angka persen (23,48 berarti 23,48 %); selisih dua persen adalah "
        "poin persen. Sel kosong: laporan tidak mencetaknya atau tidak dapat dihitung.",
        "Pembulatan setengah ke atas hanya pada tampilan; sel menyimpan nilai penuh.",
    )
    for row, note in enumerate(notes, start=1):
        sheet.write_string(row, 0, note)
    first = len(notes) + 2
    for column, head in enumerate(("Lembar", "Isi", "Satuan", "Sumber")):
        sheet.write_string(first, column, head, formats["kepala"])
    for row, spec in enumerate(SHEETS, start=first + 1):
        sheet.write_url(row, 0, f"internal:'{spec.nama}'!A1", formats["tautan"], spec.nama)
        for column, text in enumerate((spec.judul, spec.satuan, spec.sumber), start=1):
            sheet.write_string(row, column, text, formats["teks"])
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 3, 34)
    page_setup(sheet, first)


def page_setup(sheet, header_row: int) -> None:
    """A4 landscape, one page wide, the header on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header_row)
    sheet.set_footer("&L&A&Rhalaman &P dari &N")
