"""Names of persons go no further than the reader: no sheet, no frame, no message holds them."""

import io

import pandas as pd
import pytest
from declared import TABLES
from openpyxl import load_workbook

import lkjlib
from lkjlib.annexes.read import read_rows
from lkjlib.cli import main
from lkjlib.errors import any_galat
from lkjlib.excel.workbook import open_workbook
from lkjlib.products.faults.marking import mark_faults

NAMES = ("ORANG SATU", "ORANG DUA")
KEPALA = ["No.", "Nama Perusahaan", "Almt Prsh", "Hasil", "Nama Pekerja", "Jumlah Pekerja"]
ISI = [
    [1, "PT. Contoh", "Banjarbaru", "PB", NAMES[0], 1],
    [2, "CV. Contoh", "Cempaka", "Anjuran", NAMES[1], 19],
]


def _everything(path):
    sheets = open_workbook(path).sheets.values()
    return repr([(sheet.rows, sheet.uncalculated, sheet.merges) for sheet in sheets])


@pytest.mark.parametrize(
    "heading",
    [
        "Nama Pekerja",
        "NAMA  PEKERJA",
        "nama\npekerja",
        "Nama\u00a0Pekerja",
        "Nama Karyawan",
        "Nama Buruh",
        "Nama Pekerja/Buruh",
        "Nama Lengkap Pekerja",
        "Nama-nama Pekerja",
        "Daftar Nama Pekerja",
        "Nama Pekerja (yang berselisih)",
        "Nama Tenaga Kerja",
        "Nama Pelapor",
    ],
)
def test_open_workbook_holds_nothing_under_a_heading_of_names(make_workbook, heading):
    rows = [[h if h != "Nama Pekerja" else heading for h in KEPALA], *ISI]
    path = make_workbook({"Kasus": rows})
    assert not any(name in _everything(path) for name in NAMES)
    table = read_rows(open_workbook(path), TABLES["kasus.Kasus"])
    assert table.faults == []
    assert [row["pekerja"].nilai for row in table.rows] == [1, 19]


def test_open_workbook_holds_no_names_under_a_heading_in_two_rows(make_workbook):
    above = ["No.", None, None, None, "Nama", None]
    below = [None, *KEPALA[1:4], "Pekerja", KEPALA[5]]
    assert not any(n in _everything(make_workbook({"Kasus": [above, below, *ISI]})) for n in NAMES)


def test_open_workbook_holds_no_names_under_a_merged_heading(make_workbook):
    rows = [["No.", "Nama Pekerja", None, "Hasil"], [1, NAMES[0], NAMES[1], "PB"]]
    path = make_workbook({"Kasus": rows}, gabung=["B1:C1"])
    assert not any(name in _everything(path) for name in NAMES)
    assert open_workbook(path).sheets["Kasus"].at("D2") == "PB"


def test_open_workbook_holds_no_names_below_a_repeated_heading(make_workbook):
    path = make_workbook({"Kasus": [KEPALA, ISI[0], KEPALA, ISI[1]]})
    assert not any(name in _everything(path) for name in NAMES)


def test_open_workbook_holds_no_formula_that_makes_a_name(make_workbook):
    rows = [KEPALA, [*ISI[0][:4], f'="{NAMES[0]}"&" dkk"', 1]]
    assert NAMES[0] not in _everything(make_workbook({"Kasus": rows}))


@pytest.mark.parametrize("heading", ["Nama Perusahaan", "Nama Koperasi", "Nama", "Pekerja"])
def test_open_workbook_keeps_what_stands_under_other_headings(make_workbook, heading):
    path = make_workbook({"Kasus": [["No.", heading], [1, "PT. Contoh"]]})
    assert open_workbook(path).sheets["Kasus"].at("B2") == "PT. Contoh"


def test_check_and_load_with_a_column_of_names_show_none(annexes):
    def add_names(sheet):
        sheet.insert_cols(5)
        sheet["E5"] = "Nama Pekerja"
        for number in range(6, 16):
            sheet[f"E{number}"] = NAMES[number % 2]

    annexes.change("kasus.xlsx", "Kasus", add_names)
    assert lkjlib.check(annexes.folder).empty
    data = lkjlib.load(path=annexes.folder)
    shown = "".join(frame.to_csv() for frame in data.frames.values())
    assert not any(name in shown + repr(data.entries) for name in NAMES)


@pytest.mark.parametrize(
    "typed", [NAMES[0], f'="{NAMES[0]}"', f"{NAMES[0]} dan 18 lainnya", f"2 {NAMES[1]}"]
)
def test_a_name_typed_where_a_count_belongs_is_never_repeated(annexes, typed):
    annexes.edit("kasus.xlsx", "Kasus", E8=typed)
    found = lkjlib.check(annexes.folder)
    assert found[["lembar", "sel"]].to_numpy().tolist() == [["Kasus", "E8"]]
    assert found["ditemukan"].tolist() == ["isi disembunyikan (mungkin nama orang)"]
    with pytest.raises(lkjlib.AnnexError) as galat:
        lkjlib.load(path=annexes.folder)
    shown = f"{galat.value}{galat.value.frame().to_csv()}{found.to_csv()}"
    assert not any(name in shown for name in NAMES)


def test_the_report_s_own_column_of_names_instead_of_counts_is_a_missing_column(annexes):
    def rename(sheet):
        sheet["E5"] = "Nama Pekerja"
        for number in range(6, 16):
            sheet[f"E{number}"] = NAMES[0]

    annexes.change("kasus.xlsx", "Kasus", rename)
    found = lkjlib.check(annexes.folder)
    assert found["diharapkan"].tolist() == ["kolom 'Jumlah Pekerja'"]
    assert found["sel"].tolist() == ["E5"]
    assert not pd.Series(found.to_numpy().ravel()).str.contains("ORANG").any()


def _name_everybody(column):
    def change(sheet):
        for row in range(6, 16):
            sheet[f"{column}{row}"] = NAMES[row % 2]

    return change


def _shift_titles(by):
    def change(sheet):
        titles = [sheet.cell(5, place).value for place in range(1, 6)]
        _name_everybody("E" if by < 0 else "A")(sheet)
        for place in range(1, 8):
            sheet.cell(5, place).value = None
        for place, title in enumerate(titles, start=1 + by):
            if place:
                sheet.cell(5, place).value = title

    return change


def _lose_a_title(column):
    def change(sheet):
        for other in "BCDE":
            _name_everybody(other)(sheet)
        sheet[f"{column}5"] = None

    return change


def _make_names_by_formula(sheet):
    for row in range(6, 16):
        sheet[f"D{row}"] = f'="{NAMES[row % 2]}"'


MISPLACED = {
    **{f"in column {c}": _name_everybody(c) for c in "ABCDE"},
    **{f"without title {c}": _lose_a_title(c) for c in "ABCDE"},
    "titles to the right": _shift_titles(1),
    "titles to the left": _shift_titles(-1),
    "by formula": _make_names_by_formula,
    "with a unit": lambda sheet: _type(sheet, D7=f"12 {NAMES[1]}", A7=f"2 {NAMES[0]}"),
}


def _type(sheet, **cells):
    for sel, value in cells.items():
        sheet[sel] = value


@pytest.mark.parametrize("change", MISPLACED.values(), ids=MISPLACED)
def test_names_typed_beside_a_column_of_counts_are_in_no_message(annexes, change, capsys):
    annexes.change("kasus.xlsx", "Kasus", change)
    faults = annexes.faults()
    book = annexes.folder / "kasus.xlsx"
    code = main(["check", str(book), "--format", "csv"])
    said = f"{capsys.readouterr()}{list(map(str, faults))}"
    assert code == int(any_galat(faults))
    assert not [word for word in ("orang satu", "orang dua") if word in said.casefold()]
    marked = load_workbook(io.BytesIO(mark_faults(book, faults)))
    cells = [cell for sheet in marked for row in sheet.iter_rows() for cell in row if cell.comment]
    notes = " ".join(cell.comment.text for cell in cells)
    listed = " ".join(str(cell.value) for row in marked.worksheets[0].iter_rows() for cell in row)
    assert "orang satu" not in f"{notes}{listed}".casefold()
    assert "orang dua" not in f"{notes}{listed}".casefold()


def test_numbers_and_dates_beside_names_are_quoted(annexes):
    annexes.edit("kasus.xlsx", "Kasus", E7=-3)
    (fault,) = annexes.faults()
    assert fault.ditemukan == "-3 (bilangan negatif)"
