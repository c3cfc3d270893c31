"""The one writer of workbooks: what a cell holds, its colours and links, what is printed."""

import io
import zipfile

import pandas as pd
import pytest
from openpyxl import load_workbook
from printed_sheet import page, pixels

from lkjlib.products.workbook.writer import Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi, Kolom

FRAME = pd.DataFrame(
    {
        "nama": ["=1+1", "+62", "@kota", "http://x", "00123"],
        "tahun": [2018, 2019, 2020, 2021, 2022],
        "nilai": [1.5, float("nan"), 3.0, None, 5.25],
        "ya": [True, False, True, False, True],
    }
)
COLUMNS = (
    Kolom("nama", "Nama"),
    Kolom("tahun", "Tahun"),
    Kolom("nilai", "Nilai (unit)", 1, jumlah=True),
    Kolom("ya", "Ya"),
)


def written(*lembar):
    return load_workbook(io.BytesIO(workbook_bytes("Buku", lembar)))


@pytest.fixture(scope="module")
def sheet():
    isi = Isi("Judul", FRAME, COLUMNS, "Sekadar uji.\nBaris kedua.", "uji", "Jumlah")
    return written(Lembar("Coba", isi, ("Pengantar.",), kembali="Daftar"))["Coba"]


def test_words_stand_above_the_table_and_notes_below(sheet):
    above = [sheet.cell(row, 1).value for row in range(1, 6)]
    assert above == ["Judul", "Pengantar.", "Sumber: uji.", "← Daftar", "Nama"]
    assert [sheet.cell(row, 1).value for row in (13, 14)] == ["Sekadar uji.", "Baris kedua."]
    assert [cell.value for cell in sheet[5]] == [column.judul for column in COLUMNS]


def test_text_that_looks_like_a_formula_stays_text(sheet):
    rows = [[cell.value for cell in row] for row in sheet["A6:D10"]]
    assert rows == [
        ["=1+1", 2018, 1.5, "ya"],
        ["+62", 2019, None, "tidak"],
        ["@kota", 2020, 3, "ya"],
        ["http://x", 2021, None, "tidak"],
        ["00123", 2022, 5.25, "ya"],
    ]
    assert {cell.data_type for (cell,) in sheet["A6:A10"]} == {"s"}
    assert [cell.quotePrefix for (cell,) in sheet["A6:A10"]] == [True, True, True, False, False]


def test_numbers_have_the_decimals_that_their_column_declares(sheet):
    assert (sheet["B6"].number_format, sheet["C6"].number_format) == ("0", "#,##0.0")
    whole = Isi("", pd.DataFrame({"n": [1.5], "m": [2]}), (Kolom("n", "N", 0), Kolom("m", "M")))
    row = written(Lembar("A", whole))["A"][3]
    assert [cell.number_format for cell in row] == ["#,##0", "#,##0"]


def test_sums_stand_below_as_formulas(sheet):
    assert [cell.value for cell in sheet[11]] == ["Jumlah", None, "=SUM(C6:C10)", None]


def test_row_of_sums_shows_the_ratios_that_follow_from_them():
    frame = pd.DataFrame({"a": ["x", "y"], "b": [1, 2], "c": [2, 4], "d": [50.0, 50.0]})
    columns = (
        Kolom("a", "A"),
        *(Kolom(nama, nama, jumlah=True) for nama in "bc"),
        Kolom("d", "D (%)", rumus="b / c * 100"),
    )
    isi = Isi("", frame, columns, baris_jumlah="Seluruhnya")
    last = [cell.value for cell in written(Lembar("A", isi))["A"][5]]
    assert last == ["Seluruhnya", "=SUM(B3:B4)", "=SUM(C3:C4)", "=B5/C5*100"]


def test_a_value_has_its_colour_and_a_row_its_link():
    links = ["internal:'Lain'!B2", "", "external:../a.xlsx#'B'!C3", "", ""]
    colours = {"ya": {True: "#E3EFE6"}, "tahun": {2019: "#F8DCCF"}}
    isi, other = Isi("", FRAME, COLUMNS), Isi("", FRAME[["ya"]], COLUMNS[3:])
    sheet = written(Lembar("A", isi, warna=colours, tautan={"nama": links}), Lembar("Lain", other))[
        "A"
    ]
    fills = {cell.coordinate: cell.fill.fgColor.rgb for row in sheet["A3:D7"] for cell in row}
    coloured = {sel: rgb for sel, rgb in fills.items() if rgb != "00000000"}
    assert coloured == {"B4": "FFF8DCCF", **{f"D{row}": "FFE3EFE6" for row in (3, 5, 7)}}
    targets = {
        cell.value: cell.hyperlink.location or cell.hyperlink.target
        for (cell,) in sheet["A3:A7"]
        if cell.hyperlink
    }
    assert targets["=1+1"] == "'Lain'!B2"
    assert list(targets) == ["=1+1", "@kota"]


def test_columns_after_the_last_printed_one_stay_on_the_screen():
    sheet = written(Lembar("A", Isi("J", FRAME, COLUMNS), tercetak="nilai"))["A"]
    assert sheet.print_area == "'A'!$A$1:$C$7"
    assert sheet.print_title_rows == "$2:$2"
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]


def test_texts_give_way_only_where_columns_do_not_fit_on_a_page():
    frame = pd.DataFrame({f"k{n}": [f"{n} " + "kata " * 20] for n in range(4)})
    columns = tuple(Kolom(nama, nama) for nama in frame)
    narrow, wide = (
        written(Lembar("A", Isi("", frame[list(frame)[:n]], columns[:n])))["A"] for n in (4, 1)
    )
    assert narrow.column_dimensions["A"].width < wide.column_dimensions["A"].width
    assert (narrow.row_dimensions[3].height, wide.row_dimensions[3].height) == (45, None)


def test_a_table_wider_than_a_page_prints_over_several_with_its_first_column():
    frame = pd.DataFrame({f"k{n}": [10**15] for n in range(11)})
    columns = tuple(Kolom(nama, f"Kolom {nama}") for nama in frame)
    sheet = written(Lembar("A", Isi("Judul", frame, columns)))["A"]
    breaks = [brk.id for brk in sheet.col_breaks.brk]
    assert len(breaks) == 1
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$A", "$2:$2")
    assert [str(area) for area in sheet.merged_cells.ranges] == [
        f"A1:{'ABCDEFGHIJK'[breaks[0] - 1]}1"
    ]
    first = pixels(sheet, 1, breaks[0])
    second = pixels(sheet, 1, 1) + pixels(sheet, breaks[0] + 1, 11)
    assert max(first, second) <= page(sheet) * 100 / int(sheet.page_setup.scale)
    assert int(sheet.page_setup.scale) == 80


def test_texts_that_take_fewest_lines_give_way_first():
    frame = pd.DataFrame({"pendek": ["dua kata " * 7], "panjang": ["kata " * 200], "n": [1]})
    columns = tuple(Kolom(nama, nama.capitalize()) for nama in frame)
    sheet = written(Lembar("A", Isi("", frame, columns)))["A"]
    assert sheet.column_dimensions["A"].width < sheet.column_dimensions["B"].width / 2


def test_a_text_gives_way_where_the_rows_grow_least():
    frame = pd.DataFrame({"vonis": ["tidak didukung data"] * 3, "alasan": ["kata " * 90] * 3})
    frame = frame.assign(saran=["kata " * 90] * 3, bagian=["Bab III A.3 sasaran 1"] * 3)
    sheet = written(Lembar("A", Isi("", frame, tuple(Kolom(n, n) for n in frame))))["A"]
    vonis, alasan, bagian = (pixels(sheet, place, place) for place in (1, 2, 4))
    assert pixels(sheet, 3, 3) == alasan > 2 * max(vonis, bagian)


def test_a_sheet_prints_on_one_page_where_its_letters_are_still_read():
    few, more, many = (pd.DataFrame({"n": [f"baris {n}" for n in range(k)]}) for k in (20, 36, 60))
    sheets = [Lembar(str(len(f)), Isi("J", f, (Kolom("n", "N"),))) for f in (few, more, many)]
    book = written(*sheets)
    assert [sheet.page_setup.fitToHeight for sheet in book] == [0, None, 0]  # None: 1


def test_the_unit_of_a_column_stands_behind_its_heading():
    isi = Isi("", pd.DataFrame({"n": [1]}), (Kolom("n", "Banyaknya", satuan="orang"),))
    assert written(Lembar("A", isi))["A"]["A2"].value == "Banyaknya (orang)"


def test_a_whole_result_of_a_formula_is_stored_without_a_decimal_point():
    frame = pd.DataFrame({"a": ["x"], "b": [2], "c": [50.0]})
    columns = (Kolom("a", "A"), Kolom("b", "B"), Kolom("c", "C", rumus="b / 4 * 100"))
    content = workbook_bytes("Buku", [Lembar("A", Isi("", frame, columns))])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>B3/4*100</f><v>50</v>" in book.read("xl/worksheets/sheet1.xml")


def test_a_narrow_table_leaves_its_title_room():
    isi = Isi("Judul yang panjang " * 3, FRAME[["tahun"]], COLUMNS[1:2])
    (area,) = written(Lembar("A", isi))["A"].merged_cells.ranges
    assert area.max_col > 5


def test_a_table_without_rows_has_no_sum_of_itself():
    isi = Isi("Judul", FRAME.iloc[:0], COLUMNS, baris_jumlah="Jumlah")
    sheet = written(Lembar("A", isi))["A"]
    assert sheet.max_row == 2
    assert [cell.value for cell in sheet[2]] == [column.judul for column in COLUMNS]


def test_no_row_is_higher_than_excel_knows():
    frame = pd.DataFrame({"a": ["kata " * 2000], "b": ["kata " * 2000]})
    isi = Isi("", frame, (Kolom("a", "A"), Kolom("b", "B")))
    assert written(Lembar("A", isi))["A"].row_dimensions[3].height == 408.75  # whole pixels
