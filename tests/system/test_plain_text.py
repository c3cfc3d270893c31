"""Text that looks like a formula, HTML or mathematics is text wherever it is written."""

from __future__ import annotations

import csv
from html import unescape

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import lkjlib
from lkjlib.products import figures
from lkjlib.products.cards import kartu_temuan
from lkjlib.products.faults.listing import faults_csv
from lkjlib.products.site.front import findings_html
from lkjlib.products.word.markdown import escape as escape_markdown
from lkjlib.products.workbook.computed import write_workbook
from lkjlib.products.workbook.ledger import write_ledger_csv, write_ledger_workbook

FORMULAS = (
    '=HYPERLINK("http://contoh.invalid","klik")',
    "+62 511 4772000",
    "-1+2",
    "@SUM(A1:A9)",
    "=1+1",
)
HTML = '<script>alert("1")</script> & <b>tebal</b>'
MATH = r"$\frac{1}{$ naik $5_000^"


def _type_text(sheet: Worksheet, sel: str, text: str) -> None:
    sheet[sel] = text
    sheet[sel].data_type = "s"  # typed with an apostrophe before it: a text, no formula


@pytest.fixture(scope="module")
def hostile(copy_annexes, tmp_path_factory) -> lkjlib.Data:
    """The annexes and the ledger with such texts where any text may stand."""

    def in_keragaan(sheet):
        for row, text in enumerate((*FORMULAS, HTML, MATH), start=8):
            _type_text(sheet, f"B{row}", text)

    def in_klaim(sheet):
        head = next(row for row in sheet.iter_rows() if row[0].value == "Kode")
        columns = {cell.value: cell.column_letter for cell in head}
        for offset, text in enumerate((*FORMULAS, HTML, MATH), start=1):
            for name in ("Pernyataan", "Catatan"):
                _type_text(sheet, f"{columns[name]}{head[0].row + offset}", text)

    def in_temuan(sheet):
        head = next(row for row in sheet.iter_rows() if row[0].value == "Nomor")
        for offset, text in enumerate((HTML, *FORMULAS[:2]), start=1):
            _type_text(sheet, f"{head[2].column_letter}{head[0].row + offset}", text)

    annexes = copy_annexes(tmp_path_factory.mktemp("teks"))
    annexes.change("koperasi.xlsx", "Keragaan", in_keragaan)
    annexes.change("klaim.xlsx", "Klaim", in_klaim)
    annexes.change("klaim.xlsx", "Temuan", in_temuan)
    return lkjlib.load(path=annexes.folder)


def _texts(path) -> list[tuple[str, str]]:
    """Every text of a workbook with its kind: s for a text, f for a formula."""
    return [
        (cell.value, cell.data_type)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]


def test_load_keeps_such_texts_as_they_are(hostile):
    assert hostile.koperasi["kelompok"].tolist()[1:8] == [*FORMULAS, HTML, MATH]


@pytest.mark.parametrize("write", [write_workbook, write_ledger_workbook])
def test_a_workbook_that_is_built_holds_them_as_texts(hostile, tmp_path, write):
    write(hostile, tmp_path / "hasil.xlsx")
    kinds = dict(_texts(tmp_path / "hasil.xlsx"))
    assert {kinds[text] for text in (*FORMULAS, HTML, MATH)} == {"s"}


def test_the_ledger_as_csv_marks_what_a_spreadsheet_would_calculate(hostile, tmp_path):
    write_ledger_csv(hostile, tmp_path / "klaim.csv")
    with (tmp_path / "klaim.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert {f"'{text}" for text in FORMULAS} <= set(cells)
    assert HTML in cells


def test_faults_as_csv_mark_it_too(annexes):
    annexes.change("koperasi.xlsx", "Keragaan", lambda s: _type_text(s, "C8", "@SUM(A1)"))
    assert ",'@SUM(A1) (" in faults_csv(annexes.faults())


def test_the_index_of_figures_marks_and_escapes(tmp_path):
    row = ("tren", "00", FORMULAS[0], "+ keterangan", HTML, MATH)
    figures.write_index([row], tmp_path)
    with (tmp_path / figures.INDEX).open(encoding="utf-8-sig", newline="") as file:
        _, cells = csv.reader(file)
    assert cells[2:6] == [f"'{FORMULAS[0]}", "'+ keterangan", HTML, MATH]
    page = (tmp_path / "indeks.html").read_text("utf-8")
    assert HTML in unescape(page)
    assert "<script" not in page


def test_html_of_tables_cards_and_front_page_is_escaped(hostile):
    shown = (
        lkjlib.tabel(hostile.koperasi, HTML, catatan=HTML, label={"aktif": HTML})._repr_html_(),
        kartu_temuan(hostile)._repr_html_(),
        findings_html(hostile, None),
    )
    for html in shown:
        assert HTML in unescape(html)
        assert "<script" not in html
        assert "<b>tebal" not in html


def test_a_word_chapter_takes_no_text_for_markup():
    for text in (HTML, MATH, "![x](http://contoh.invalid)", "::: {custom-style=x}", "`=raw`"):
        escaped = escape_markdown(text)
        assert not any(f" {mark}" in f" {escaped}" for mark in ("<", "$", "!", "[", ":", "`"))


def test_a_chart_draws_dollar_signs_as_they_stand():
    from matplotlib import pyplot as plt

    from lkjlib.charts.house import canvas, finish, use_style

    with plt.rc_context():
        use_style()
        ax = canvas()
        ax.barh([MATH, "$a$ dan $b$"], [1, 2])
        ax.text(1, 0, MATH)
        finish(ax, title=MATH, subtitle=MATH, source=HTML, alt=MATH)
        ax.figure.canvas.draw()  # mathematics that is not closed could not be drawn
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels == [MATH, "$a$ dan $b$"]
    drawn = [*ax.get_yticklabels(), *ax.texts, *ax.figure.texts]
    assert not any(text.get_parse_math() for text in drawn)
    plt.close(ax.figure)


def test_a_chart_of_hostile_names_can_be_saved(hostile):
    frame = pd.DataFrame(hostile.koperasi)
    assert MATH in frame["kelompok"].tolist()
    for name in ("keragaan-koperasi", "tren-koperasi"):
        assert lkjlib.gambar(hostile, name).png.startswith(b"\x89PNG")
