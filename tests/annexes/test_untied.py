"""Printed sums that no rule of a table ties are verified; what differs is told with its cell."""

import pytest
from declared import TABLES

from lkjlib.annexes.check import check_table
from lkjlib.annexes.read import read_rows
from lkjlib.excel.workbook import open_workbook

SASARAN = TABLES["anggaran.Anggaran Sasaran"]
PERJANJIAN = TABLES["anggaran.Perjanjian Kinerja"]
ANGKATAN = TABLES["ketenagakerjaan.Angkatan Kerja"]
TPAK = TABLES["ketenagakerjaan.TPAK"]
BERTINGKAT = [
    ["No.", "Program / Kegiatan", "Pagu Anggaran (Rp.)", "Realisasi Anggaran (Rp.)",
     "Sisa Anggaran (Rp.)"],
    [None, "Sasaran 1: Koperasi"],
    ["A.", "Program Koperasi"],
    ["1.", "Pembinaan", 700, 600, 100],
    ["2.", "Pelatihan", 300, 300, 0],
    [None, "Sasaran 2: Usaha"],
    ["A.", "Program Usaha"],
    ["1.", "Promosi", 50, 40, 10],
]  # fmt: skip
PROGRAM = [
    ["No", "Sasaran Strategis", "Program/Kegiatan", "Anggaran (Rp)"],
    [1, "Koperasi", "Program A", 700],
    [2, "Usaha", "Program B", 300],
    [None, None, "Program C", 50],
]
PENDUDUK = [
    ["No", "Jenis Kelamin", "Tahun", "TPAK (%)", "Pengangguran (orang)"],
    [1, "Laki-laki", 2019, 80, 30],
    [2, "Perempuan", 2019, 50, 20],
]


@pytest.fixture
def told(make_workbook):
    """Cell, found and expected of all faults of a table, in and beyond reading."""

    def of(table, rows):
        result = read_rows(open_workbook(make_workbook({table.lembar: rows})), table)
        faults = [*result.faults, *check_table(result)]
        return [(fault.tingkat, fault.sel, fault.ditemukan, fault.diharapkan) for fault in faults]

    return of


@pytest.mark.parametrize("sums", [[1000, 900, 100], [None, 900, None]])
def test_a_heading_that_prints_the_sum_of_its_rows_is_read(told, sums):
    rows = [*BERTINGKAT[:2], [*BERTINGKAT[2], *sums], *BERTINGKAT[3:]]
    assert told(SASARAN, rows) == []


def test_a_heading_with_a_number_that_is_no_sum_names_the_sum_beside_it(told):
    rows = [*BERTINGKAT[:2], [*BERTINGKAT[2], 1001], *BERTINGKAT[3:]]
    assert told(SASARAN, rows) == [
        ("galat", "C3", "1.001",
         "sel kosong pada baris program, atau 1.000 (jumlah 2 baris di bawahnya)")
    ]  # fmt: skip


def test_sums_of_groups_within_groups_are_each_those_of_their_own(told):
    sub, whole = [None, "Sub Jumlah", 50, 40, 10], [None, "Jumlah Sasaran 2", 50, 40, 10]
    assert told(SASARAN, [*BERTINGKAT, sub, whole]) == []
    more = [["B.", "Program Kedua"], ["1.", "Pasar", 7, 7, 0], [None, "Sub Jumlah", 7, 7, 0]]
    assert told(SASARAN, [*BERTINGKAT, sub, *more, [None, "Jumlah", 57, 47, 10]]) == []


def test_a_wrong_sum_of_a_group_is_told_beside_the_sum_of_that_group(told):
    assert told(SASARAN, [*BERTINGKAT, [None, "Jumlah", 51, 40, 11]]) == [
        ("galat", "C9", "51", "50 (jumlah 1 baris, subtotal)"),
        ("galat", "E9", "11", "10 (jumlah 1 baris, subtotal)"),
    ]


@pytest.mark.parametrize(
    ("printed", "found"),
    [(350, []), (351, [("galat", "D5", "351", "350 (jumlah 2 baris, subtotal)")]), (1050, [])],
)
def test_a_sum_of_the_rows_under_one_name_is_that_of_the_name(told, printed, found):
    assert told(PERJANJIAN, [*PROGRAM, [None, None, "Jumlah", printed]]) == found


@pytest.mark.parametrize(
    ("printed", "more"),
    [
        (50, []),
        (51, [("peringatan", "E4", "51", "50 (jumlah 2 baris)")]),
    ],
)
def test_a_row_of_data_that_is_called_a_sum_is_told_and_verified(told, printed, more):
    rows = [*PENDUDUK, [3, "Jumlah", 2019, 66, printed]]
    called = ("peringatan", "B4", "Jumlah", "baris data")
    assert told(TPAK, rows) == [called, *more]


def _with_column(head, *values):
    rows = [
        ["No", "Rincian", "Kategori", "Angkatan Kerja (orang)", "Bekerja (orang)", "Lain"],
        [1, "Pendidikan", "SD", 100, 90, 10],
        [2, "Pendidikan", "SMP", 50, 40, 10],
        [3, "Pendidikan", "SMA", 60, 55, 5],
        [None, "Total", None, 210, 185, 25],
    ]
    return [[*row, value] for row, value in zip(rows, (head, *values, None), strict=True)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((100, 50, 60), []),
        ((100, 51, 60), [("peringatan", "G3", "51", "50 (jumlah kolom di kirinya)")]),
        (
            (1, 2, 3),
            [("peringatan", "G1", "kolom jumlah, tidak dibaca", "jumlah kolom di kirinya")],
        ),
    ],
)
def test_a_column_of_sums_that_is_not_declared_is_verified(told, values, found):
    assert told(ANGKATAN, _with_column("Jumlah", *values)) == found


def test_a_column_that_only_begins_like_a_sum_is_none(told):
    assert told(ANGKATAN, _with_column("Jumlah Desa", 1, 2, 3)) == []
