"""A table is found by its header words: any row, one or two rows deep, however they are broken."""

from dataclasses import replace

import pytest
from declared import REPORT, TABLES
from places import LAPORAN

from lkjlib.annexes.header import find_header
from lkjlib.annexes.row_kinds import body_rows
from lkjlib.excel.workbook import normalise, open_workbook
from lkjlib.themes.anggaran.tables import tables

KERAGAAN = TABLES["koperasi.Keragaan"]
WAJIB = TABLES["kasus.Wajib Lapor"]
KEPALA = [
    ["NO", "IDENTITAS/ KELOMPOK KOPERASI", "AKTIF", "TIDAK AKTIF", "TOTAL KOP"],
    [None, None, "(UNIT)", "(UNIT)", None],
]
ISI = [["I.", "KUD", 1, 1, 2], ["II.", "KPRI", 54, 13, 67]]


@pytest.fixture
def sheet_of(make_workbook):
    def build(rows, **lain):
        return open_workbook(make_workbook({"Lembar": rows}, **lain)).sheets["Lembar"]

    return build


@pytest.mark.parametrize(
    "teks", ["TIDAK AKTIF", "tidak aktif", "Tidak\nAktif", "Tidak\u00a0Aktif", "  tidak   aktif "]
)
def test_normalise_of_one_wording_is_one_text(teks):
    assert normalise(teks) == "tidak aktif"


def test_normalise_of_nothing_and_of_a_year_is_text():
    assert [normalise(None), normalise(2017)] == ["", "2017"]


@pytest.mark.parametrize("above", [0, 1, 5, 12])
def test_find_header_at_any_row_gives_rows_and_columns(sheet_of, above):
    rows = [["REKAPITULASI DATA"], *[[None]] * above][:above] + KEPALA + ISI
    header = find_header(sheet_of(rows), KERAGAAN)
    assert (header.first, header.last) == (above + 1, above + 2)
    assert header.columns == {"kelompok": 2, "aktif": 3, "tidak_aktif": 4, "total": 5}
    assert header.missing == ()


@pytest.mark.parametrize(
    "words",
    [
        ("identitas/\nkelompok koperasi", "Aktif", "Tidak\nAktif", "Total\u00a0Kop"),
        (" IDENTITAS/  KELOMPOK  KOPERASI ", "aktif", "TIDAK\u00a0AKTIF", "TOTAL\tKOP"),
        ("Kelompok Koperasi", "AKTIF", "TIDAK AKTIF", "Total Koperasi"),
    ],
    ids=["line breaks", "blanks", "other wording"],
)
def test_find_header_of_other_typing_is_the_same_header(sheet_of, words):
    header = find_header(sheet_of([["NO", *words], KEPALA[1], *ISI]), KERAGAAN)
    assert header.columns == {"kelompok": 2, "aktif": 3, "tidak_aktif": 4, "total": 5}


def test_find_header_of_one_row_needs_no_unit_row(sheet_of):
    header = find_header(sheet_of([KEPALA[0], *ISI]), KERAGAAN)
    assert (header.first, header.last, header.missing) == (1, 1, ())


def test_find_header_under_a_merged_heading_gives_every_column_below_it(sheet_of):
    table = TABLES["umkm.UMKM Baru"]
    bidang = ["Kuliner", "Fashion", "Pendidikan", "Otomotif", "Agribisnis", "Jasa", "Lainnya"]
    rows = [
        ["NO", "KECAMATAN", "BIDANG", *[None] * 6, "UMKM"],
        [None, None, *bidang, None],
        [1, "Cempaka", 11, 18, 0, 0, 0, 1, 12, 42],
    ]
    merged = find_header(sheet_of(rows, gabung=["C1:I1", "A1:A2", "B1:B2", "J1:J2"]), table)
    loose = find_header(sheet_of(rows), table)
    assert (
        merged.columns
        == loose.columns
        == {name: i for i, name in enumerate(("kecamatan", *bidang, "total"), 2)}
    )
    assert merged.families == loose.families == {"bidang": tuple(bidang)}


def test_find_header_with_a_renamed_column_says_which_is_missing(sheet_of):
    rows = [["NO", "IDENTITAS/ KELOMPOK KOPERASI", "AKTIP", "TIDAK AKTIF", "TOTAL KOP"], *ISI]
    header = find_header(sheet_of(rows), KERAGAAN)
    assert [column.nama for column in header.missing] == ["aktif"]
    assert header.texts[3] == "aktip"


def test_find_header_without_any_of_the_words_is_none(sheet_of):
    assert find_header(sheet_of([["Catatan rapat"], ["Senin", 3]]), KERAGAAN) is None


def _body(sheet, table):
    return body_rows(sheet, find_header(sheet, table))[0]


def test_body_rows_passes_over_blanks(sheet_of):
    rows = [*KEPALA, ISI[0], [None], ["  "], ISI[1], [None], ["Sumber: dinas"]]
    assert _body(sheet_of(rows), KERAGAAN) == [3, 6, 8]


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4, 5], ["(1)", "(2)", "(3)", "(4)", "(5)"]])
def test_body_rows_passes_over_a_row_of_column_numbers(sheet_of, numbers):
    assert _body(sheet_of([*KEPALA, numbers, *ISI]), KERAGAAN) == [4, 5]


def test_body_rows_passes_over_a_header_repeated_at_a_page_break(sheet_of):
    sheet = sheet_of([*KEPALA, ISI[0], *KEPALA, [1, 2, 3, 4, 5], ISI[1]])
    assert body_rows(sheet, find_header(sheet, KERAGAAN)) == ([3, 7], [4])


def test_body_rows_of_two_short_columns_keeps_one_and_two(sheet_of):
    rows = [["Tahun", "Jumlah Perusahaan Wajib Lapor"], [1, 2]]
    assert _body(sheet_of(rows), WAJIB) == [2]


def test_a_header_of_another_year_wins_over_a_row_that_lacks_other_columns():
    """Two header rows whose years differ, above words that alone would lack No and Uraian."""
    book = open_workbook(LAPORAN / "data" / "2019" / "anggaran.xlsx")
    (table,) = (t for t in tables(replace(REPORT, tahun=2020)) if t.lembar == "Belanja")
    header = find_header(book.sheets["Belanja"], table)
    assert (header.first, header.last) == (5, 6)
    assert [column.judul for column in header.missing] == [
        *("Tahun 2020 / Anggaran", "Tahun 2020 / Realisasi", "Tahun 2020 / %")
    ]


@pytest.mark.parametrize("tanda", [" *)", "*", " 1)", "¹⁾", " **)"])
def test_find_header_of_a_footnote_mark_behind_words_is_the_same_header(sheet_of, tanda):
    rows = [["NO", "Kelompok Koperasi", "AKTIF", f"TIDAK AKTIF{tanda}", "TOTAL KOP"], *ISI]
    header = find_header(sheet_of(rows), KERAGAAN)
    assert (header.columns["tidak_aktif"], header.missing) == (4, ())


def test_find_header_of_a_mark_that_makes_two_columns_alike_names_both(sheet_of):
    rows = [["NO", "Kelompok Koperasi", "AKTIF 1)", "AKTIF 2)", "TIDAK AKTIF", "TOTAL KOP"]]
    assert find_header(sheet_of([*rows, ["I.", "KUD", 1, 2, 1, 2]]), KERAGAAN).doubled


def test_find_header_of_words_under_another_heading_knows_them_and_says_so(sheet_of):
    rows = [
        ["NO", "Kelompok Koperasi", "Keadaan", None, "TOTAL KOP"],
        [None, None, "AKTIF", "TIDAK AKTIF", None],
        *ISI,
    ]
    header = find_header(sheet_of(rows, gabung=["C1:D1"]), KERAGAAN)
    assert header.missing == ()
    assert header.assumed == {"aktif": 3, "tidak_aktif": 4}


def test_find_header_of_words_under_another_year_does_not_know_them(sheet_of):
    (belanja,) = (t for t in tables(REPORT) if t.lembar == "Belanja")
    rows = [["No", "Uraian", "Tahun 2018", None, None], [None, None, "Anggaran", "Realisasi", "%"]]
    header = find_header(sheet_of([*rows, ["1.", "Belanja Langsung", 1, 1, 100]]), belanja)
    assert header is None or header.missing or header.first == 2
