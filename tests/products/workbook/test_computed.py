"""The workbook of computed tables: words, numbers, formulas one can follow, print set-up."""

import csv
import io
import re
import zipfile
from math import ceil

import pandas as pd
import pytest
from openpyxl import load_workbook
from places import LAPORAN, ROOT
from printed_sheet import printed_points
from xlsxwriter.utility import cell_autofit_width

from lkjlib.loading import load
from lkjlib.products.workbook.computed import sheets_of, write_workbook
from lkjlib.products.workbook.writer import Lembar, workbook_bytes

SHEETS = sheets_of(load(path=LAPORAN / "data" / "2019"))
OTHERS = sheets_of(load(path=ROOT / "data" / "jabar-disnakertrans-2016"))
every_table = pytest.mark.parametrize(
    "isi",
    [*SHEETS.values(), *OTHERS.values()],
    ids=[*SHEETS, *(f"{nama}, laporan lain" for nama in OTHERS)],
)
every_sheet = pytest.mark.parametrize(("nama", "isi"), SHEETS.items(), ids=SHEETS)
# every sheet of LibreOffice's CSV, numbers unrounded
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@pytest.fixture(scope="module")
def book_path(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("tabel") / "lkj-2019.xlsx"
    write_workbook(data, path)
    return path


@pytest.fixture(scope="module")
def book(book_path):
    return load_workbook(book_path)


def test_write_workbook_gives_a_list_and_every_sheet(book):
    assert book.sheetnames == ["Daftar", *SHEETS]


@every_sheet
def test_sheet_says_what_it_is_and_holds_its_frame(book, nama, isi):
    sheet = book[nama]
    assert len(nama) <= 31
    assert not re.search(r"[\[\]:*?/\\]", nama)
    assert sheet["A1"].value == isi.judul
    assert sheet["A2"].value == f"Sumber: {isi.sumber}."
    heads = [cell.value for cell in sheet[4][: len(isi.kolom)]]
    units = [f" ({column.satuan})" if column.satuan else "" for column in isi.kolom]
    assert heads == [c.judul + unit for c, unit in zip(isi.kolom, units, strict=True)]
    values = [sheet.cell(row, 1).value for row in range(5, 5 + len(isi.frame))]
    assert values == [v if pd.notna(v) else None for v in isi.frame.iloc[:, 0].tolist()]


@pytest.fixture(scope="module")
def values(book_path):
    return load_workbook(book_path, data_only=True)


@every_sheet
def test_sheet_holds_numbers_as_numbers_formulas_with_their_value(book, values, nama, isi):
    for place, column in enumerate(isi.kolom, 1):
        for row, value in enumerate(isi.frame[column.nama].tolist(), 5):
            cell, shown = (b[nama].cell(row, place) for b in (book, values))
            if value is None or value is pd.NA or value != value or value == "":
                assert cell.value is None
                continue
            assert (cell.data_type == "f") == bool(column.rumus)
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert shown.value == pytest.approx(value, rel=1e-12, abs=1e-12)


@every_sheet
def test_sheet_sums_its_columns_below(book, values, nama, isi):
    row = 5 + len(isi.frame)
    if not isi.baris_jumlah:
        assert book[nama].cell(row, 1).value is None
        return
    assert values[nama].cell(row, 1).value == isi.baris_jumlah
    for place, column in enumerate(isi.kolom, 1):
        if column.jumlah:
            cell = book[nama].cell(row, place)
            letter = cell.column_letter
            total = isi.frame[column.nama].sum()
            assert cell.value == f"=SUM({letter}5:{letter}{row - 1})"
            assert values[nama].cell(row, place).value == pytest.approx(total)


@every_sheet
def test_sheet_declares_formulas_of_its_own_columns(nama, isi):
    functions = {"jumlah", "kumulatif", "kiri", "SUM", "IF"}
    for column in isi.kolom:
        words = set(re.findall(r"[^\W\d]\w*", re.sub(r'"[^"]*"', "", column.rumus)))
        assert words - functions <= set(isi.frame.columns)


def test_printed_and_computed_category_stand_beside_each_other():
    for sheets in (SHEETS, OTHERS):
        names = [column.nama for column in sheets["Ringkasan"].kolom]
        assert names[-2:] == ["kategori", "kategori_dihitung"]
        assert names.index("capaian") < names.index("capaian_dihitung")


def test_ratio_of_sums_stands_in_the_row_of_sums(data, book, values):
    row = 5 + data.anggaran["program"].nunique()
    cell = next(c for c in book["Anggaran program"][row] if c.value == f"=D{row}/C{row}*100")
    expected = data.anggaran["realisasi"].sum() / data.anggaran["alokasi"].sum() * 100
    assert values["Anggaran program"][cell.coordinate].value == pytest.approx(expected)


def test_formulas_are_what_libreoffice_computes_anew(book_path, office, tmp_path):
    """Every stored value of a formula is taken out, so that LibreOffice has to compute it."""
    bare = tmp_path / "tanpa-nilai.xlsx"
    with zipfile.ZipFile(book_path) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            target.writestr(name, content)
    written = {path.name: path for path in office.convert(CSV, tmp_path / "hasil", bare)}
    for nama, isi in SHEETS.items():
        with written[f"tanpa-nilai-{nama}.csv"].open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0][0] == isi.judul
        for place, column in enumerate(isi.kolom):
            series = isi.frame[column.nama]
            for shown, value in zip(rows[4:], series.tolist(), strict=False):
                if column.rumus and not pd.isna(value):
                    assert float(shown[place]) == pytest.approx(value, rel=1e-9, abs=1e-9)
            if column.nama in isi.sums():
                total = float(rows[4 + len(series)][place])
                assert total == pytest.approx(isi.sums()[column.nama], rel=1e-9, abs=1e-9)


@every_sheet
def test_sheet_prints_on_a4_across_one_page_with_its_header(book, nama, isi):
    sheet = book[nama]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToWidth is None  # 1; so is the height where it is None
    assert sheet.page_setup.fitToHeight in (0, None)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "B5"
    assert printed_points(sheet) >= 8


def test_sheets_of_another_report_print_in_letters_of_eight_points_or_more():
    sheets = [Lembar(nama, isi) for nama, isi in OTHERS.items()]
    book = load_workbook(io.BytesIO(workbook_bytes("Buku", sheets)))
    assert book.sheetnames == [*OTHERS]
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert printed_points(sheet) >= 8


@every_table
def test_heading_of_a_sheet_is_in_words_and_names_its_unit(isi):
    units_in_rows = any(column.nama.startswith("satuan") for column in isi.kolom)
    for column in isi.kolom:
        head = column.judul + column.satuan
        assert "_" not in head
        assert head[0].isupper() or head[0].isdigit() or head.split(maxsplit=1)[0] in ("n,", "n")
        if isi.frame[column.nama].dtype.kind == "f" and not units_in_rows:
            assert column.satuan or re.search(r"\(.+\)|[Pp]ersen|\bper\b", column.judul), head


@every_table
def test_persons_are_shown_as_whole_numbers(isi):
    for column in isi.kolom:
        if "(orang)" in f"{column.judul} ({column.satuan})":
            assert column.desimal == 0 or isi.frame[column.nama].dtype.kind in "iu"


@every_table
def test_no_cell_of_a_sheet_shows_a_code_of_the_annexes(isi):
    assert not {"kode", "rumus"} & {column.nama for column in isi.kolom}


@every_sheet
def test_sheet_leads_back_to_the_list(book, nama, isi):
    assert book[nama]["A3"].hyperlink.location == "'Daftar'!A1"


@every_sheet
def test_text_is_indented_wrapped_and_has_the_height_it_needs(book, nama, isi):
    sheet = book[nama]
    widths = {n: d.width for d in sheet.column_dimensions.values() for n in range(d.min, d.max + 1)}
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type != "f" and cell.border.left.style:
                assert (cell.alignment.horizontal, cell.alignment.wrap_text) == ("left", True)
                assert cell.alignment.indent == 1
                wide = widths[cell.column] * 7 + 5  # pixels of a column of so many figures
                lines = ceil(cell_autofit_width(cell.value) / wide)
                assert (sheet.row_dimensions[cell.row].height or 15) >= 15 * lines


def test_list_links_to_every_sheet(book):
    links = {
        cell.value: cell.hyperlink.location
        for (cell,) in book["Daftar"].iter_rows(max_col=1)
        if cell.hyperlink
    }
    assert links == {nama: f"'{nama}'!A1" for nama in SHEETS}


def test_write_workbook_twice_gives_the_same_bytes(data, book_path, tmp_path):
    write_workbook(data, tmp_path / "lagi.xlsx")
    assert (tmp_path / "lagi.xlsx").read_bytes() == book_path.read_bytes()


def test_write_workbook_names_no_author_and_no_place(book_path, root):
    with zipfile.ZipFile(book_path) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist()).decode(
            "utf-8", "replace"
        )
    assert "2020-01-01T00:00:00Z" in text
    assert str(root) not in text


def test_printed_absorption_of_a_kegiatan_is_a_number(book):
    rows = list(book["Serapan kegiatan"].iter_rows(min_row=4, values_only=True))
    column = rows[0].index("Serapan tercetak (%)")
    assert rows[1][column] == 73.96
    assert all(isinstance(row[column], int | float) for row in rows[1:46])
