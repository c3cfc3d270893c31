"""Reading a declared table: wherever it stands, typed values with cells, every fault a fault."""

import re
from datetime import date

import pytest
from declared import TABLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as NewWorkbook
from raw_workbook import BOOK, HEAD, parts, text, workbook, write
from raw_workbook import row as row_of

from lkjlib.annexes.check import check_table
from lkjlib.annexes.read import read_rows
from lkjlib.excel.workbook import open_workbook

KERAGAAN = TABLES["koperasi.Keragaan"]
PROGRAM = TABLES["anggaran.Program Kegiatan"]
KEPALA = ["NO", "IDENTITAS/ KELOMPOK KOPERASI", "AKTIF", "TIDAK AKTIF", "TOTAL KOP"]
ISI = [["I.", "KUD", 1, 1, 2], ["II.", "KPRI", 54, 13, 67], ["III.", "KSU", 31, 8, 39]]
TOTAL = [None, "TOTAL", 86, 22, 108]


@pytest.fixture
def read(make_workbook):
    def build(rows, table=KERAGAAN, **lain):
        return read_rows(open_workbook(make_workbook({table.lembar: rows}, **lain)), table)

    return build


def _values(result):
    return [[row[name].nilai for name in result.rows[0]] for row in result.rows]


def _faults(result):
    return [(f.sel, f.ditemukan) for f in result.faults]


def test_read_rows_gives_typed_values_with_their_cells(read):
    result = read([KEPALA, *ISI, TOTAL])
    assert _values(result) == [["KUD", 1, 1, 2], ["KPRI", 54, 13, 67], ["KSU", 31, 8, 39]]
    entry = result.rows[1]["aktif"]
    assert (entry.sel, entry.asal) == ("C3", "buku.xlsx!Keragaan!C3")
    assert result.faults == []


def test_read_rows_keeps_the_total_apart_with_the_rows_it_sums(read):
    (total,) = read([KEPALA, *ISI, TOTAL]).totals
    assert (total.label, total.rows) == ("total", range(3))
    assert {name: entry.nilai for name, entry in total.entries.items()} == {
        "aktif": 86,
        "tidak_aktif": 22,
        "total": 108,
    }


@pytest.mark.parametrize(
    "label", ["TOTAL", "Total Keseluruhan", "JUMLAH", "Jumlah total", "Grand Total", "total :"]
)
def test_read_rows_knows_a_total_row_by_any_of_its_names(read, label):
    result = read([KEPALA, *ISI, [None, label, *TOTAL[2:]]])
    assert (len(result.rows), len(result.totals), result.faults) == (3, 1, [])


def test_read_rows_of_a_total_label_in_the_number_column_is_a_total(read):
    result = read([KEPALA, *ISI, ["Total Keseluruhan", None, *TOTAL[2:]]], gabung=["A5:B5"])
    assert (len(result.rows), len(result.totals)) == (3, 1)


def test_read_rows_of_a_numbered_name_that_begins_like_a_total_is_data(read):
    result = read([KEPALA, ["I.", "TOTAL JAYA", 86, 22, 108], TOTAL])
    assert [row["kelompok"].nilai for row in result.rows] == ["TOTAL JAYA"]


def test_read_rows_without_the_declared_total_is_a_fault(read):
    result = read([KEPALA, *ISI])
    assert _faults(result) == [("B4", "tidak ada baris TOTAL di bawahnya")]


def test_read_rows_with_data_below_the_total_is_a_fault(read):
    result = read([KEPALA, *ISI[:2], [None, "TOTAL", 55, 14, 69], ISI[2]])
    (fault,) = result.faults
    assert (fault.sel, fault.ditemukan) == ("B5", "1 baris data di bawah baris TOTAL")
    assert "bila bukan, beri judul sendiri" in fault.saran


def test_read_rows_of_a_subtotal_in_the_middle_reads_the_rows_and_keeps_both_sums(read):
    result = read([KEPALA, *ISI[:2], [None, "Sub Total", 55, 14, 69], ISI[2], TOTAL])
    assert result.faults == []
    assert [row["kelompok"].nilai for row in result.rows] == ["KUD", "KPRI", "KSU"]
    assert [(t.label, t.rows) for t in result.totals] == [
        ("subtotal", range(2)),
        ("total", range(3)),
    ]


def test_read_rows_of_a_wrong_subtotal_is_a_fault_of_its_cell(read):
    result = read([KEPALA, *ISI[:2], [None, "Sub Total", 56, 14, 70], ISI[2], TOTAL])
    assert [f.sel for f in check_table(result)] == ["C4", "E4"]


def test_read_rows_of_a_last_total_that_gives_only_its_part_is_a_fault(read):
    part = [None, "TOTAL", *ISI[2][2:]]
    result = read([KEPALA, *ISI[:2], [None, "Sub Total", 55, 14, 69], ISI[2], part])
    assert [f.ditemukan for f in check_table(result)] == ["31", "8", "39"]


@pytest.mark.parametrize("label", ["J U M L A H", "T O T A L", " Jumlah  I "])
def test_read_rows_of_a_total_spaced_out_is_a_total(read, label):
    result = read([KEPALA, *ISI, [None, label, *TOTAL[2:]]])
    assert (len(result.rows), len(result.totals), result.faults) == (3, 1, [])


def test_read_rows_of_a_blank_left_of_the_total_is_a_total(read):
    result = read([KEPALA, *ISI, [" ", *TOTAL[1:]]])
    assert (len(result.totals), result.faults) == (1, [])


@pytest.mark.parametrize(
    ("label", "ditemukan"),
    [
        ("Persentase", "baris Persentase"),
        ("Persentase (%)", "baris Persentase (%)"),
        ("Tahun 2018", "baris 'Tahun 2018' di bawah baris TOTAL"),
    ],
)
def test_read_rows_of_a_row_of_shares_or_of_another_year_below_the_total_warns(
    read, label, ditemukan
):
    result = read([KEPALA, *ISI, TOTAL, [None, label, 67.8, 32.2, 100]])
    (fault,) = result.faults
    assert (fault.tingkat, fault.sel, fault.ditemukan) == ("peringatan", "B6", ditemukan)
    assert (len(result.rows), len(result.totals)) == (3, 1)


def test_read_rows_of_a_mean_below_the_total_is_checked_as_one(read):
    result = read([KEPALA, *ISI, TOTAL, [None, "Rata-rata", 29, 7, 37]])
    assert result.faults == []
    assert [f.sel for f in check_table(result)] == ["E6"]


def test_read_rows_of_the_table_of_another_year_below_warns_and_names_the_year(read):
    other = [[None], ["TAHUN 2018"], KEPALA, *ISI, TOTAL]
    result = read([["TAHUN 2019"], KEPALA, *ISI, TOTAL, *other])
    (fault,) = result.faults
    assert (fault.tingkat, fault.sel) == ("peringatan", "A8")
    assert fault.ditemukan == "tabel lain (2018) di bawah tabel ini, tidak dibaca"
    assert len(result.rows) == 3


def test_read_rows_passes_over_a_signature_below_the_total(read):
    signature = [[None, None, "Banjarbaru, Februari 2020"], [None, "Kepala Dinas", None]]
    assert read([KEPALA, *ISI, TOTAL, [None], *signature]).faults == []


@pytest.mark.parametrize(
    ("value", "ditemukan"),
    [
        ("lima", "lima (bukan angka tercetak)"),
        ("O", "O (ada huruf O di tempat angka 0 (nol))"),
        (0.5, "0,5 (pecahan pada kolom bulat)"),
        (-1, "-1 (bilangan negatif)"),
        (True, "TRUE (nilai logika, bukan angka)"),
        ("#REF!", "#REF! (galat rumus)"),
        (None, ""),
        ("-", "-"),
        ("=A1*2", "rumus =A1*2 yang belum dihitung"),
    ],
    ids=repr,
)
def test_read_rows_of_an_unusable_cell_is_one_fault_at_that_cell(read, value, ditemukan):
    result = read([KEPALA, ISI[0], ["II.", "KPRI", value, 13, 67], ISI[2], TOTAL])
    (fault,) = result.faults
    assert (fault.berkas, fault.lembar, fault.sel) == ("buku.xlsx", "Keragaan", "C3")
    assert fault.ditemukan == ditemukan
    assert fault.diharapkan == "bilangan bulat pada kolom 'AKTIF / (UNIT)'"
    assert fault.saran.endswith(".")
    assert result.rows[1]["aktif"].nilai is None


def test_read_rows_of_a_missing_name_is_a_fault(read):
    assert _faults(read([KEPALA, ["I.", None, 86, 22, 108], TOTAL])) == [("B2", "")]


def test_read_rows_recomputes_a_total_saved_without_its_value(read):
    sums = [f"=SUM({column}2:{column}4)" for column in "CDE"]
    result = read([KEPALA, *ISI, [None, "TOTAL", *sums]])
    assert [entry.nilai for entry in result.totals[0].entries.values()] == [86, 22, 108]
    assert result.faults == []


def test_read_rows_of_a_total_that_is_no_plain_sum_is_a_fault(read):
    result = read([KEPALA, *ISI, [None, "TOTAL", "=C2*86", 22, 108]])
    assert _faults(result) == [("C5", "rumus =C2*86 yang belum dihitung")]


def test_read_rows_of_a_renamed_column_offers_the_closest_one(read):
    rows = [["NO", KEPALA[1], "AKTIP", *KEPALA[3:]], *ISI, TOTAL]
    (fault,) = read(rows).faults
    assert (fault.sel, fault.ditemukan) == ("C1", "AKTIP")
    assert fault.diharapkan == "kolom 'AKTIF / (UNIT)'"
    assert fault.saran == "Kolom 'AKTIP': maksudnya 'AKTIF / (UNIT)'?"


def test_read_rows_of_a_missing_column_says_to_add_it(read):
    rows = [row[:4] for row in [KEPALA, *ISI, TOTAL]]
    (fault,) = read(rows).faults
    assert fault.sel == "A1"
    assert fault.saran == "Tambahkan kolom 'TOTAL KOP' atau betulkan judulnya."


def test_read_rows_lists_every_missing_column(read):
    rows = [["NO", KEPALA[1], "HIDUP", "MATI", "SEMUA"], *ISI, TOTAL]
    assert [f.diharapkan for f in read(rows).faults] == [
        "kolom 'AKTIF / (UNIT)'",
        "kolom 'TIDAK AKTIF / (UNIT)'",
        "kolom 'TOTAL KOP'",
    ]


def test_read_rows_without_any_header_word_lists_the_header(read):
    (fault,) = read([["catatan"], ["isi"]]).faults
    assert fault.ditemukan == "tidak ada judul kolom"
    assert "AKTIF / (UNIT), TIDAK AKTIF / (UNIT), TOTAL KOP" in fault.diharapkan


def test_read_rows_of_a_header_without_rows_is_a_fault(read):
    result = read([*KEPALA_PROGRAM, ["Sumber: dinas"]], PROGRAM)
    assert _faults(result) == [("A3", "tidak ada baris data")]


def _read_sheets(make_workbook, sheets, table):
    return read_rows(open_workbook(make_workbook(sheets)), table, TABLES.values())


def test_read_rows_finds_the_only_sheet_with_the_header_under_another_name(make_workbook):
    sheets = {"Catatan": [["rapat"]], "Sheet1": [KEPALA, *ISI, TOTAL]}
    result = _read_sheets(make_workbook, sheets, KERAGAAN)
    assert (result.lembar, len(result.rows)) == ("Sheet1", 3)
    (fault,) = result.faults
    assert (fault.tingkat, fault.lembar, fault.ditemukan) == ("peringatan", "Sheet1", "Sheet1")


def test_read_rows_of_no_fitting_sheet_says_which_is_nearest_and_what_it_lacks(make_workbook):
    rows = [["NO", "Kelompok Koperasi", "AKTIF", "MATI", "TOTAL KOP"], *ISI, TOTAL]
    (fault,) = _read_sheets(make_workbook, {"Rapat": [["x"]], "Data": rows}, KERAGAAN).faults
    assert fault.ditemukan == "lembar Rapat, Data"
    assert "dengan judul kolom 'IDENTITAS/ KELOMPOK KOPERASI', 'AKTIF / (UNIT)'" in fault.diharapkan
    assert fault.saran.startswith(
        "Lembar 'Data' paling mendekati, tanpa kolom 'TIDAK AKTIF / (UNIT)'"
    )


def test_read_rows_of_two_possible_sheets_does_not_choose(make_workbook):
    rows = [KEPALA, *ISI, TOTAL]
    result = _read_sheets(make_workbook, {"Keragan": rows, "Salinan": rows}, KERAGAAN)
    (fault,) = result.faults
    assert (fault.lembar, fault.sel) == ("Keragaan", "")
    assert fault.ditemukan == "lembar 'Keragan' dan 'Salinan' sama-sama cocok"
    assert fault.saran.endswith("Lembar 'Keragan': maksudnya 'Keragaan'?")


def test_read_rows_never_takes_the_sheet_of_another_table_with_the_same_header(make_workbook):
    rows = [["No.", "Kategori Omzet Usaha Mikro", "Jumlah Usaha Mikro"], [1, "<= 10%", 5]]
    result = _read_sheets(make_workbook, {"Kenaikan Omzet": rows}, TABLES["umkm.Omzet"])
    assert result.rows == []
    (fault,) = result.faults
    assert fault.diharapkan == (
        "lembar 'Omzet' dengan judul kolom 'Kategori Omzet Usaha Mikro', 'Jumlah Usaha Mikro'"
    )


@pytest.mark.parametrize("nama", ["Keragaan ", "KERAGAAN", "keragaan"])
def test_read_rows_takes_the_sheet_name_whatever_its_case(make_workbook, nama):
    sheets = {nama: [KEPALA, *ISI, TOTAL], "Lain": [KEPALA, *ISI, TOTAL]}
    assert _read_sheets(make_workbook, sheets, KERAGAAN).lembar == nama


ANGKATAN = TABLES["ketenagakerjaan.Angkatan Kerja"]


def test_read_rows_of_a_merged_category_fills_it_down_from_its_cell(read):
    rows = [
        ["No", "Rincian", "Kategori", "Angkatan Kerja (orang)"],
        [1, "Pendidikan", "SD", 100],
        [2, None, "SMP", 200],
        [None, "Total", None, 300],
    ]
    result = read(rows, ANGKATAN, gabung=["B2:B3"])
    assert result.faults == []
    assert [row["rincian"].nilai for row in result.rows] == ["Pendidikan"] * 2
    assert [row["rincian"].sel for row in result.rows] == ["B2", "B2"]
    assert result.totals[0].rows == range(2)


def test_read_rows_of_a_merged_number_is_refused(read):
    result = read([KEPALA, *ISI[:2], TOTAL], gabung=["C2:C3"])
    assert _faults(result)[0] == ("C2", "sel gabungan C2:C3")


def test_read_rows_of_a_name_without_its_own_row_is_no_category(read):
    result = read([KEPALA, *ISI[:2], TOTAL], gabung=["B2:B3"])
    assert ("B2", "sel gabungan B2:B3") in _faults(result)


def test_read_rows_of_a_merged_name_fills_it_down(make_workbook):
    table = TABLES["anggaran.Perjanjian Kinerja"]
    rows = [["No", "Sasaran Strategis", "Program/Kegiatan", "Anggaran (Rp)"]]
    rows += [[1, "Sasaran A", "Program X", 10], [None, None, "Program Y", 20]]
    path = make_workbook({table.lembar: rows}, gabung=["B2:B3", "A2:A3"])
    result = read_rows(open_workbook(path), table)
    assert [row["sasaran"].nilai for row in result.rows] == ["Sasaran A", "Sasaran A"]
    assert result.rows[1]["sasaran"].sel == "B2"


KEPALA_PROGRAM = [
    ["No", "Program / Kegiatan", "Anggaran", None, None, "Presentasi (%)", None],
    [None, None, "Alokasi", "Realisasi", "Saldo", "Anggaran", "Fisik"],
]
LEVELS = [
    ["1.", "Program Satu", 30, 20, 10, 66.67, 100],
    [None, "Kegiatan A", 10, 10, 0, 100, 100],
    [None, "Kegiatan B", 20, 10, 10, 50, None],
    ["A.", "Urusan Koperasi"],
    [2, "Program Dua", 5, 5, 0, 100, 100],
    [None, "Kegiatan\nC", 5, 5, 0, 100, 100],
    [None, "TOTAL", 35, 25, 10, 71.43, 100],
]


def test_read_rows_of_levels_gives_every_kegiatan_its_headings(read):
    result = read([*KEPALA_PROGRAM, *LEVELS], PROGRAM)
    paths = [[row[k].nilai if k in row else None for k in ("urusan", "program", "kegiatan")]
             for row in result.rows]  # fmt: skip
    assert paths == [
        [None, "Program Satu", "Kegiatan A"],
        [None, "Program Satu", "Kegiatan B"],
        ["Urusan Koperasi", "Program Dua", "Kegiatan C"],
    ]
    assert result.faults == []
    assert [(t.label, t.rows) for t in result.totals] == [
        ("Program Satu", range(2)),
        ("total", range(3)),
        ("Program Dua", range(2, 3)),
    ]


@pytest.mark.parametrize(
    ("nilai", "ditemukan"),
    [("#N/A", "#N/A (galat rumus)"), (True, "TRUE (bukan nama)")],
)
@pytest.mark.parametrize("baris", [3, 4])
def test_read_rows_of_an_error_or_a_truth_for_a_name_refuses_it(read, nilai, ditemukan, baris):
    rows = [list(row) for row in LEVELS]
    rows[baris - 3][1] = nilai
    assert _faults(read([*KEPALA_PROGRAM, *rows], PROGRAM)) == [(f"B{baris}", ditemukan)]


def test_read_rows_of_a_date_for_a_name_refuses_it(read):
    rows = [LEVELS[0], [None, date(2019, 5, 7), *LEVELS[1][2:]], *LEVELS[2:]]
    ((sel, found),) = _faults(read([*KEPALA_PROGRAM, *rows], PROGRAM))
    assert sel == "B4"
    assert "bukan nama" in found


SASARAN = TABLES["anggaran.Anggaran Sasaran"]
KEPALA_SASARAN = ["No.", "Program / Kegiatan", "Pagu Anggaran (Rp.)", "Realisasi Anggaran (Rp.)",
                  "Sisa Anggaran (Rp.)"]  # fmt: skip
PER_SASARAN = [
    [None, "Sasaran 1: Koperasi"],
    ["A.", "Program Satu"],
    ["1.", "Kegiatan A", 10, 10, 0],
    ["2.", "Kegiatan B", 20, 10, 10],
    [None, "Sasaran 2: Usaha"],
    ["A.", "Program Dua"],
    ["1.", "Kegiatan C", 5, 5, 0],
]


def test_read_rows_of_headings_that_all_stand_is_without_faults(read):
    assert read([KEPALA_SASARAN, *PER_SASARAN], SASARAN).faults == []


def test_read_rows_of_a_blank_heading_refuses_the_number_that_begins_again(read):
    rows = [*PER_SASARAN[:4], [None], *PER_SASARAN[5:]]
    (fault,) = read([KEPALA_SASARAN, *rows], SASARAN).faults
    assert (fault.tingkat, fault.sel, fault.ditemukan) == ("galat", "A7", "A. sesudah A. (A3)")
    assert fault.diharapkan == "judul sasaran di atasnya"


def test_read_rows_of_a_heading_that_stands_twice_warns(read):
    rows = [*PER_SASARAN[:4], [None, "Sasaran 1: Koperasi"], *PER_SASARAN[5:]]
    (fault,) = read([KEPALA_SASARAN, *rows], SASARAN).faults
    assert (fault.tingkat, fault.sel) == ("peringatan", "B6")
    assert fault.ditemukan == "Koperasi (dua kali)"


def test_read_rows_of_a_programme_without_its_number_is_one_fault(read):
    rows = [[None, *LEVELS[0][1:]], *LEVELS[1:]]
    result = read([*KEPALA_PROGRAM, *rows], PROGRAM)
    (fault,) = result.faults
    assert (fault.sel, fault.ditemukan) == ("B3", "Program Satu")
    assert fault.diharapkan == "baris program"


def test_read_rows_of_a_row_that_is_no_level_is_a_fault(read):
    rows = [*LEVELS[:3], ["?", "Lain-lain", 1, 1, 0, 100, 100], *LEVELS[3:]]
    (fault,) = read([*KEPALA_PROGRAM, *rows], PROGRAM).faults
    assert (fault.sel, fault.ditemukan) == ("B6", "? Lain-lain")
    assert fault.diharapkan == "baris urusan, program, kegiatan"


NAMES = st.lists(
    st.text("abcdefghij KUD", min_size=1, max_size=12)
    .map(lambda name: " ".join(name.split()))  # a text is read with single blanks
    .filter(bool),
    min_size=1,
    max_size=6,
    unique=True,
)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data(), NAMES, st.permutations(range(5)), st.integers(0, 7), st.booleans())
def test_read_rows_of_any_column_order_row_shift_and_page_break_is_the_same(
    tmp_path, draw, names, order, shift, breaks
):
    count = st.integers(0, 999)
    counts = [(draw.draw(count), draw.draw(count)) for _ in names]
    rows = [[f"{i}.", n, a, t, a + t] for i, (n, (a, t)) in enumerate(zip(names, counts), 1)]  # noqa: B905
    sums = [sum(row[i] for row in rows) for i in (2, 3, 4)]
    sheet_rows = [KEPALA, *rows, [None, "TOTAL", *sums]]
    if breaks:
        sheet_rows.insert(1 + len(rows) // 2, KEPALA)
    book = NewWorkbook()
    book.active.title = "Keragaan"
    for row in [["REKAPITULASI"], *[[None]] * 7][:shift] + sheet_rows:
        book.active.append([row[i] for i in order] if len(row) == 5 else row)
    book.save(tmp_path / "acak.xlsx")
    result = read_rows(open_workbook(tmp_path / "acak.xlsx"), KERAGAAN)
    assert result.faults == []
    assert _values(result) == [row[1:] for row in rows]
    assert [e.nilai for e in result.totals[0].entries.values()] == sums


def test_read_rows_of_a_second_number_column_names_both_cells(read):
    titles = ["No", "Program / Kegiatan", "Alokasi", "Realisasi", "Saldo", "No."]
    result = read([[*titles, "Presentasi (%)", None], [None] * 6 + ["Anggaran", "Fisik"]], PROGRAM)
    assert ("F1", "kolom 'No' ada 2 kali (A1 dan F1)") in _faults(result)


def _wajib_lapor(path, formula, value):
    head = row_of(1, text("A1", "Tahun"), text("B1", "Jumlah Perusahaan Wajib Lapor"))
    cells = f'<c r="A2"><v>2019</v></c><c r="B2"><f>{formula}</f><v>{value}</v></c>'
    more = {BOOK: workbook(["Wajib Lapor"])}
    book = open_workbook(write(path / "kasus.xlsx", parts(head + row_of(2, cells), more=more)))
    return read_rows(book, TABLES["kasus.Wajib Lapor"])


def test_read_rows_of_a_formula_that_was_saved_as_zero_refuses_it(tmp_path):
    (fault,) = _wajib_lapor(tmp_path, "210+210", 0).faults
    assert (fault.sel, fault.ditemukan, fault.diharapkan) == ("B2", "0, rumus =210+210", "420")
    assert "hitung ulang" in fault.saran


def test_read_rows_of_a_formula_that_does_give_zero_reads_it(tmp_path):
    result = _wajib_lapor(tmp_path, "210-210", 0)
    assert result.faults == []
    assert _values(result) == [[2019, 0]]


def test_read_rows_of_a_workbook_without_addresses_gives_the_same_rows(tmp_path):
    data = row_of(2, text("A2", "I."), text("B2", "KUD"), *_counts(2, 1, 1, 2))
    total = row_of(3, '<c r="A3"/>', text("B3", "TOTAL"), *_counts(3, 1, 1, 2))
    whole = HEAD + data + total
    bare = re.sub(r' r="[A-Z]*\d+"', "", whole)
    found = [read_rows(open_workbook(_saved(tmp_path, rows)), KERAGAAN) for rows in (whole, bare)]
    assert [_values(one) for one in found] == [[["KUD", 1, 1, 2]]] * 2
    assert [one.faults for one in found] == [[], []]


def _counts(number, *values):
    return [
        f'<c r="{letter}{number}"><v>{value}</v></c>'
        for letter, value in zip("CDE", values, strict=True)
    ]


def _saved(folder, rows):
    return write(folder / "koperasi.xlsx", parts(rows))
