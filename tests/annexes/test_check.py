"""What must hold inside one table: one broken workbook for each rule, the real ones hold."""

import pytest
from declared import TABLES

from lkjlib.annexes.check import check_table, fault_at
from lkjlib.annexes.read import read_rows
from lkjlib.data import Entry
from lkjlib.excel.workbook import open_workbook
from lkjlib.loading import read_folder
from lkjlib.report_file import read_report


@pytest.fixture
def faults(annexes):
    """Faults of one table of the edited copy: (cell, found, expected)."""

    def of(nama):
        table = TABLES[nama]
        result = read_rows(open_workbook(annexes.folder / table.berkas), table)
        return [(f.sel, f.ditemukan, f.diharapkan) for f in check_table(result)]

    return of


def test_check_table_of_every_real_table_finds_nothing(frozen):
    tables, _ = read_folder(read_report(frozen))
    assert {name: check_table(table) for name, table in tables.items() if check_table(table)} == {}


def test_check_table_of_a_wrong_row_sum_names_row_and_total(annexes, faults):
    annexes.edit("koperasi.xlsx", "Keragaan", E8=68)
    assert faults("koperasi.Keragaan") == [
        ("E8", "68", "67 (aktif + tidak_aktif)"),
        ("E29", "181", "180 (aktif + tidak_aktif)"),
    ]


def test_check_table_of_a_wrong_count_breaks_its_row_and_no_other(annexes, faults):
    annexes.edit("umkm.xlsx", "UMKM Baru", C7=78, C12=227)
    assert [sel for sel, *_ in faults("umkm.UMKM Baru")] == ["J7", "J12"]


def test_check_table_of_a_wrong_total_gives_the_right_one(annexes, faults):
    annexes.edit("koperasi.xlsx", "Keragaan", C29=133)
    assert faults("koperasi.Keragaan") == [
        ("E29", "180", "181 (aktif + tidak_aktif)"),
        ("C29", "133", "132 (jumlah 22 baris, total)"),
    ]


def test_check_table_of_a_sum_that_leaves_out_a_row_finds_it(annexes, faults):
    annexes.edit("umkm.xlsx", "Omzet", C11="=SUM(C5:C9)")
    assert faults("umkm.Omzet") == [("C11", "1.843", "1.845 (jumlah 6 baris, total)")]


def test_check_table_of_one_group_of_two_checks_each_total(annexes, faults):
    annexes.edit("ketenagakerjaan.xlsx", "Pengangguran", D15=6181)
    assert faults("ketenagakerjaan.Pengangguran") == [
        ("D15", "6.181", "6.180 (jumlah 2 baris, total)")
    ]


def test_check_table_of_a_wrong_programme_subtotal_names_the_programme(annexes, faults):
    annexes.edit("anggaran.xlsx", "Program Kegiatan", D53=271_068_251, D65=3_751_745_353)
    assert faults("anggaran.Program Kegiatan") == [
        ("E53", "51.230", "51.229 (alokasi − realisasi)"),
        (
            "D53",
            "271.068.251",
            "271.068.250 (jumlah 2 baris, Program Peningkatan Kesempatan Kerja)",
        ),
    ]


def test_check_table_of_a_wrong_saldo_names_both_terms(annexes, faults):
    annexes.edit("anggaran.xlsx", "Program Kegiatan", E9=32_568_848)
    assert [fault[0] for fault in faults("anggaran.Program Kegiatan")] == ["E9", "E8", "E65"]
    assert faults("anggaran.Program Kegiatan")[0] == (
        *("E9", "32.568.848", "32.568.847 (alokasi − realisasi)"),
    )


def test_check_table_of_a_wrong_serapan_gives_the_ratio(annexes, faults):
    annexes.edit("anggaran.xlsx", "Program Kegiatan", F9=79.36)
    assert faults("anggaran.Program Kegiatan") == [("F9", "79,36", "73,96 (realisasi / alokasi)")]


@pytest.mark.parametrize(("serapan", "bersih"), [(73.95, True), (73.97, True), (73.98, False)])
def test_check_table_of_a_ratio_allows_one_unit_of_the_last_digit(annexes, faults, serapan, bersih):
    annexes.edit("anggaran.xlsx", "Program Kegiatan", F9=serapan)
    assert (faults("anggaran.Program Kegiatan") == []) is bersih


def test_check_table_of_a_wrong_group_of_spending_is_found(annexes, faults):
    annexes.edit("anggaran.xlsx", "Belanja", C9=3_923_949_221)
    assert faults("anggaran.Belanja") == [
        ("C9", "3.923.949.221", "3.923.949.220 (jumlah 3 baris, Belanja Langsung)")
    ]


def test_check_table_of_a_wrong_remainder_in_a_sasaran_table_is_found(annexes, faults):
    annexes.edit("anggaran.xlsx", "Anggaran Sasaran", E8=500_001)
    assert faults("anggaran.Anggaran Sasaran") == [("E8", "500.001", "500.000 (pagu − realisasi)")]


def test_check_table_of_a_duplicate_key_points_at_the_first(annexes, faults):
    annexes.edit("koperasi.xlsx", "Keragaan", B8="kud")
    assert faults("koperasi.Keragaan") == [
        ("B8", "kud (dua kali)", "satu baris saja; yang pertama di B7")
    ]


def test_check_table_of_a_duplicate_year_is_found(annexes, faults):
    annexes.edit("umkm.xlsx", "Total Omzet", B7=2018)
    assert faults("umkm.Total Omzet") == [
        ("B7", "2018 (dua kali)", "satu baris saja; yang pertama di B6")
    ]


def test_check_table_of_a_gap_in_the_numbers_names_the_first(annexes, faults):
    annexes.change("kasus.xlsx", "Kasus", lambda sheet: sheet.delete_rows(9))
    assert faults("kasus.Kasus") == [("A9", "5", "4 (nomor berurutan)")]


def test_check_table_of_one_kegiatan_under_two_programmes_is_no_duplicate(annexes, faults):
    def repeat(sheet):
        sheet["B34"] = sheet["B9"].value

    annexes.change("anggaran.xlsx", "Program Kegiatan", repeat)
    assert faults("anggaran.Program Kegiatan") == []


def test_check_table_of_an_unreadable_cell_does_not_blame_the_totals(annexes, faults):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima puluh empat")
    assert faults("koperasi.Keragaan") == []


def test_fault_at_carries_file_sheet_and_cell_of_the_entry():
    fault = fault_at(Entry(5, "C8", 0, "a.xlsx!Lembar!"), "5", "6")
    assert (fault.berkas, fault.lembar, fault.sel) == ("a.xlsx", "Lembar!", "C8")
    assert fault.saran == "Salah satu angka itu salah ketik; cocokkan dengan laporan."
