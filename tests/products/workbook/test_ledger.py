"""The ledger's workbook: readable on paper, sortable on the screen, no text cut."""

import re

import pandas as pd
import pytest
from openpyxl import load_workbook
from printed_sheet import printed_points

from lkjlib.ledger.basis import DASAR
from lkjlib.ledger.findings import alasan_temuan
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address
from lkjlib.ledger.views import klaim_terlacak
from lkjlib.numbers.compare import COCOK
from lkjlib.products.workbook.ledger import ON_PAPER, write_ledger_workbook

HIGHEST = 409  # points; Excel cuts a row there


@pytest.fixture(scope="module")
def path(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("klaim") / "klaim-2019.xlsx"
    write_ledger_workbook(data, path)
    return path


@pytest.fixture(scope="module")
def book(path):
    return load_workbook(path)


@pytest.fixture(scope="module")
def table(data):
    return klaim_terlacak(data).set_index("kode")


def test_no_row_is_higher_than_excel_shows(book):
    heights = [row.height or 0 for sheet in book for row in sheet.row_dimensions.values()]
    assert max(heights) < HIGHEST


def test_every_failing_statement_of_a_finding_has_its_reason(data):
    ledger, rows = klaim(data), alasan_temuan(data)
    failing = ledger[ledger["temuan"].notna() & (ledger["vonis"] != COCOK)]
    places = zip(failing["bagian"], failing["tabel"], failing["tercetak"], strict=True)
    shown = {place for text in rows["alamat"] for place in text.split("\n")}
    assert shown == {address(*place) for place in places}
    assert set(rows["alasan"]) == set(failing["penjelasan"])
    assert rows["nomor"].nunique() == failing["temuan"].nunique()


def test_summary_says_what_it_is_and_what_its_words_mean(book):
    texts = [row[0].value or "" for row in book["Ringkasan"].iter_rows()]
    assert texts[0] == "Buku klaim: pernyataan Laporan Kinerja 2019 dan vonisnya"
    assert "Sumber: LKj 2019" in texts[1]
    assert [text.split(":")[0] for text in texts if ":" in text][2 : 2 + len(DASAR)] == [*DASAR]


def test_claims_print_what_a_reader_needs_with_their_header(book):
    sheet = book["Klaim"]
    heads = [cell.value for cell in sheet[4]]
    assert heads[: len(ON_PAPER)] == [name.capitalize() for name in ON_PAPER]
    last = sheet.cell(4, len(ON_PAPER)).column_letter
    assert sheet.print_area == f"'Klaim'!$A$1:${last}${sheet.max_row}"
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$4:$4", 0)


def test_every_sheet_prints_on_a4_in_letters_of_eight_points_or_more(book):
    for sheet in book:
        setup = sheet.page_setup
        assert (int(setup.paperSize), setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert printed_points(sheet) >= 8


def test_sheets_stand_in_the_order_of_reading(book):
    assert book.sheetnames == ["Ringkasan", "Temuan", "Klaim", "Tidak dapat diuji"]


def test_no_heading_is_a_name_of_the_code(book):
    heads = [cell.value for sheet in list(book)[1:] for cell in sheet[4] if cell.value]
    assert not [head for head in heads if "_" in head or head[0].islower()]
    assert "Ukuran" not in heads


@pytest.mark.parametrize(
    ("tercetak", "angka"),
    [("23,48%", 23.48), ("47.797.383.121", 47_797_383_121), ("4 (empat)", 4), ("9 %", 9)],
)
def test_a_statement_that_is_a_number_can_be_sorted(table, tercetak, angka):
    assert set(table.loc[table["tercetak"] == tercetak, "tercetak_angka"]) == {angka}


@pytest.mark.parametrize("tercetak", ["Inpres Nomor 7 Tahun 1999", "Mei 2019", "Baik", "2."])
def test_a_statement_that_mentions_a_number_is_none(table, tercetak):
    rows = table[(table["tercetak"] == tercetak) & table["selisih"].isna()]
    assert rows["tercetak_angka"].isna().all()


def test_numbers_of_the_ledger_are_numbers_in_the_workbook(book, table):
    rows = list(book["Klaim"].iter_rows(min_row=4, values_only=True))
    for name in ("tercetak_angka", "dihitung_angka"):
        column = rows[0].index(name.replace("_", " ").capitalize())
        wanted = [None if pd.isna(value) else value for value in table[name]]
        assert [row[column] for row in rows[1:]] == wanted


def test_cells_behind_a_verdict_are_a_link_to_the_first_of_them(book, table):
    sheet = book["Klaim"]
    column = [cell.value for cell in sheet[4]].index("Sel lampiran")
    cells = [row[column] for row in sheet.iter_rows(min_row=5)][: len(table)]
    assert [cell.value or "" for cell in cells] == table["sel_lampiran"].tolist()
    links = {cell.value: cell.hyperlink for cell in cells if cell.value}
    assert len(links) > 200
    for formula, link in links.items():
        berkas, lembar, sel = re.match(r"[(−]*([^!]+)!([^!]+)!([A-Z]+[0-9]+)", formula).groups()
        assert link.target.replace("\\", "/") == f"../../data/2019/{berkas}"
        assert link.location.startswith(f"'{lembar}'!{sel}")


def test_ledger_workbook_written_twice_has_the_same_bytes(data, path, tmp_path):
    write_ledger_workbook(data, tmp_path / "lagi.xlsx")
    assert (tmp_path / "lagi.xlsx").read_bytes() == path.read_bytes()
