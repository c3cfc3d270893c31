"""The workbook of computed tables: words, numbers, formulas one can follow, print set-up."""

import csv
import re
import zipfile

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from places import LAPORAN

from lkjlib.loading import load
from lkjlib.products.workbook import computed
from lkjlib.products.workbook.computed import write_workbook
from lkjlib.products.workbook.sheets import SheetSpec, specs
from lkjlib.products.workbook.sheets.spec import SEMUA

SHEETS = specs(load(path=LAPORAN / "data" / "2019"))
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
    assert book.sheetnames == ["Daftar", *(spec.nama for spec in SHEETS)]


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_says_what_it_is_and_holds_its_frame(data, book, spec):
    sheet, frame = book[spec.nama], spec.bingkai(data)
    assert len(spec.nama) <= 31
    assert not re.search(r"[\[\]:*?/\\]", spec.nama)
    assert sheet["A1"].value == spec.judul
    assert sheet["A2"].value.endswith(f"Sumber: {spec.sumber}.")
    assert spec.satuan in sheet["A2"].value
    assert sheet.max_column == len(frame.columns)
    values = [sheet.cell(row, 1).value for row in range(5, 5 + len(frame))]
    assert values == [v if pd.notna(v) else None for v in frame.iloc[:, 0].tolist()]


@pytest.fixture(scope="module")
def values(book_path):
    return load_workbook(book_path, data_only=True)


def numbers(frame):
    return [name for name in frame.columns if pd.api.types.is_numeric_dtype(frame[name])]


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_holds_numbers_as_numbers_formulas_with_their_value(data, book, values, spec):
    frame = spec.bingkai(data)
    for column, name in enumerate(frame.columns, 1):
        for row, value in enumerate(frame[name].tolist(), 5):
            cell, shown = (b[spec.nama].cell(row, column) for b in (book, values))
            if value is None or value is pd.NA or value != value or value == "":
                assert cell.value is None
                continue
            assert (cell.data_type == "f") == (name in spec.rumus)
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert shown.value == pytest.approx(value, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("spec", [s for s in SHEETS if s.jumlah], ids=lambda spec: spec.nama)
def test_sheet_sums_its_columns_below(data, book, values, spec):
    frame = spec.bingkai(data)
    summed = numbers(frame) if spec.jumlah == SEMUA else spec.jumlah
    row = 5 + len(frame)
    assert values[spec.nama].cell(row, 1).value == "Jumlah"
    for name in summed:
        column = list(frame.columns).index(name) + 1
        letter = get_column_letter(column)
        assert book[spec.nama].cell(row, column).value == f"=SUM({letter}5:{letter}{row - 1})"
        assert values[spec.nama].cell(row, column).value == pytest.approx(frame[name].sum())


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_declares_sums_and_formulas_of_its_own_columns(data, spec):
    frame = spec.bingkai(data)
    named = set(spec.rumus) | (set() if spec.jumlah == SEMUA else set(spec.jumlah))
    assert named <= set(frame.columns)
    assert len(frame.columns) <= 26


def test_ratio_of_sums_stands_in_the_row_of_sums(data, book, values):
    row = 5 + data.anggaran["program"].nunique()
    cell = next(c for c in book["Anggaran program"][row] if c.value == f"=E{row}/D{row}*100")
    expected = data.anggaran["realisasi"].sum() / data.anggaran["alokasi"].sum() * 100
    assert values["Anggaran program"][cell.coordinate].value == pytest.approx(expected)


def test_formulas_are_what_libreoffice_computes_anew(data, book_path, office, tmp_path):
    """Every stored value of a formula is taken out, so that LibreOffice has to compute it."""
    bare = tmp_path / "tanpa-nilai.xlsx"
    with zipfile.ZipFile(book_path) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            target.writestr(name, content)
    written = {path.name: path for path in office.convert(CSV, tmp_path / "hasil", bare)}
    for spec in SHEETS:
        with written[f"tanpa-nilai-{spec.nama}.csv"].open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        frame = spec.bingkai(data)
        assert rows[0][0] == spec.judul
        for column, name in enumerate(frame.columns):
            for shown, value in zip(rows[4:], frame[name].tolist(), strict=False):
                if name in spec.rumus and not pd.isna(value):
                    assert float(shown[column]) == pytest.approx(value, rel=1e-9, abs=1e-9)
        for name in () if spec.jumlah == SEMUA else spec.jumlah:
            place = list(frame.columns).index(name)
            total = float(rows[4 + len(frame)][place])
            assert total == pytest.approx(frame[name].sum(), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_prints_on_a4_across_one_page_with_its_header(book, spec):
    sheet = book[spec.nama]
    assert sheet.page_setup.paperSize == 9
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "B5"


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_leads_back_to_the_list(book, spec):
    assert book[spec.nama]["A3"].hyperlink.location == "'Daftar'!A1"


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_text_is_indented_wrapped_and_has_the_height_it_needs(book, spec):
    sheet = book[spec.nama]
    widths = {n: d.width for d in sheet.column_dimensions.values() for n in range(d.min, d.max + 1)}
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type != "f" and cell.border.left.style:
                assert (cell.alignment.horizontal, cell.alignment.wrap_text) == ("left", True)
                assert cell.alignment.indent == 1
                lines = -(-len(cell.value) // int(widths[cell.column]))
                assert (sheet.row_dimensions[cell.row].height or 15) >= 15 * lines


def test_list_links_to_every_sheet(book):
    links = {
        cell.value: cell.hyperlink.location
        for (cell,) in book["Daftar"].iter_rows(max_col=1)
        if cell.hyperlink
    }
    assert links == {spec.nama: f"'{spec.nama}'!A1" for spec in SHEETS}


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


def test_write_workbook_of_text_that_looks_like_a_formula_stays_text(data, tmp_path, monkeypatch):
    frame = pd.DataFrame(
        {
            "nama": ["=1+1", "+62", "@kota", "http://x", "00123"],
            "tahun": [2018, 2019, 2020, 2021, 2022],
            "nilai": [1.5, float("nan"), 3.0, None, 5.25],
            "ya": [True, False, True, False, True],
        }
    )
    spec = SheetSpec("Coba", "Judul", "unit", "uji", lambda _: frame, "sekadar uji.", ("nilai",))
    monkeypatch.setattr(computed, "specs", lambda data: [spec])
    write_workbook(data, tmp_path / "coba.xlsx")
    sheet = load_workbook(tmp_path / "coba.xlsx")["Coba"]
    rows = [[cell.value for cell in row] for row in sheet["A5:D9"]]
    assert rows == [
        ["=1+1", 2018, 1.5, "ya"],
        ["+62", 2019, None, "tidak"],
        ["@kota", 2020, 3, "ya"],
        ["http://x", 2021, None, "tidak"],
        ["00123", 2022, 5.25, "ya"],
    ]
    assert sheet["A5"].data_type == "s"
    assert sheet["B5"].number_format == "0"
    assert [cell.value for cell in sheet[10]] == ["Jumlah", None, "=SUM(C5:C9)", None]
    assert sheet["A12"].value == "Catatan: sekadar uji."


def test_printed_absorption_of_a_kegiatan_is_a_number(book):
    rows = list(book["Serapan kegiatan"].iter_rows(min_row=4, values_only=True))
    column = rows[0].index("tercetak")
    assert rows[1][column] == 73.96
    assert all(isinstance(row[column], int | float) for row in rows[1:46])
