"""Sheets that are still to be filled in: one fault each, while a lone blank stays what it is."""

import json

import pytest

from lkjlib.build.inspection import check, find_faults
from lkjlib.build.unfilled import ranges
from lkjlib.cli import main
from lkjlib.errors import Fault
from lkjlib.products.faults.listing import faults_table


def blank(annexes, berkas, lembar, cells):
    def clear(sheet):
        for row in sheet[cells] if ":" in cells else [[sheet[cells]]]:
            for cell in row:
                cell.value = None

    annexes.change(berkas, lembar, clear)


def test_a_blank_in_a_filled_sheet_is_the_precise_fault_that_it_was(annexes):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C8")
    (fault,) = annexes.faults()
    assert (fault.sel, fault.ditemukan, fault.saran) == ("C8", "", "Isi sel itu.")


def test_some_blanks_in_a_filled_sheet_stay_apart(annexes):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C8:C12")
    faults = annexes.faults()
    assert [fault.sel for fault in faults] == ["C8", "C9", "C10", "C11", "C12"]
    assert not any(fault.ditemukan for fault in faults)


def test_a_sheet_without_figures_is_one_fault_that_counts_and_names_its_cells(annexes):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C7:E28")
    (fault,) = annexes.faults()
    assert fault.alamat == "koperasi.xlsx!Keragaan!C7"
    assert fault.tingkat == "galat"
    assert fault.ditemukan == "belum diisi: 66 sel (C7:E28)"
    assert "0 hanya bila memang nol" in fault.saran


def test_other_faults_of_the_sheet_stay(annexes):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C7:E28")
    annexes.edit("koperasi.xlsx", "Keragaan", C9="dua belas")
    faults = annexes.faults()
    assert [fault.ditemukan[:11] for fault in faults] == ["belum diisi", "dua belas ("]
    assert "65 sel" in faults[0].ditemukan


def test_a_sheet_without_rows_says_so(annexes):
    blank(annexes, "kasus.xlsx", "Kasus", "A6:E15")
    (fault,) = annexes.faults()
    assert fault.alamat.startswith("kasus.xlsx!Kasus!A")
    assert fault.ditemukan == "belum diisi: belum ada baris berisi"


def test_a_report_without_any_result_is_not_filled_in(annexes):
    blank(annexes, "kinerja.xlsx", "Capaian", "H7:I11")
    assert "kinerja.xlsx!Capaian!H7" in annexes.addresses()
    assert any("5 sel (H7:H11)" in fault.ditemukan for fault in annexes.faults())


def test_one_indicator_without_a_result_is_no_fault_of_being_blank(annexes):
    blank(annexes, "kinerja.xlsx", "Capaian", "H9:I9")
    assert not any("belum diisi" in fault.ditemukan for fault in annexes.faults())


def test_targets_that_are_not_filled_in_are_said_once(annexes):
    blank(annexes, "kinerja.xlsx", "Perjanjian Kinerja", "E5:E9")
    (fault,) = annexes.faults()
    assert fault.ditemukan == "belum diisi: 5 sel (E5:E9)"
    assert "Hapus lembarnya" in fault.saran  # targets may stand on Capaian


def test_an_indicator_without_a_target_is_still_named(annexes):
    blank(annexes, "kinerja.xlsx", "Perjanjian Kinerja", "E6")
    assert "kinerja.xlsx!Perjanjian Kinerja!E6" in annexes.addresses()


def test_more_blanks_than_are_listed_are_one_fault_too(annexes):
    def many(sheet):
        sheet.insert_rows(8, 700)
        for row in range(8, 708):
            sheet.cell(row, 2, f"Jenis {row}")

    annexes.change("koperasi.xlsx", "Keragaan", many)
    found = [fault.ditemukan for fault in annexes.faults() if fault.lembar == "Keragaan"]
    assert found[0].startswith("belum diisi: lebih dari ")
    assert not any("lebih dari 500 temuan" in text for text in found)


def test_every_form_of_the_check_says_the_same(annexes, capsys):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C7:E28")
    text = "belum diisi: 66 sel (C7:E28)"
    assert main(["check", str(annexes.folder), "--format", "json"]) == 1
    assert [row["ditemukan"] for row in json.loads(capsys.readouterr().out)] == [text]
    assert main(["check", str(annexes.folder), "--format", "csv"]) == 1
    assert text in capsys.readouterr().out
    assert check(annexes.folder)["ditemukan"].tolist() == [text]
    assert main(["check", str(annexes.folder)]) == 1
    assert "  koperasi.xlsx!Keragaan  66 sel (C7:E28)\n" in capsys.readouterr().out


def test_a_copy_is_marked_where_the_sheet_begins_to_be_blank(annexes, tmp_path, capsys):
    blank(annexes, "koperasi.xlsx", "Keragaan", "C7:E28")
    assert main(["check", str(annexes.folder), "--out", str(tmp_path / "temuan")]) == 1
    assert (tmp_path / "temuan" / "koperasi-temuan.xlsx").exists()
    capsys.readouterr()


def test_the_table_lists_sheets_by_what_to_do_about_them():
    faults = [
        Fault("galat", "a.xlsx", "A", "C5", "belum diisi: 2 sel (C5:C6)", "isi", "Isi."),
        Fault("galat", "a.xlsx", "A", "C9", "x", "angka", "Ketik angkanya."),
        Fault("galat", "b.xlsx", "Lembar", "A6", "belum diisi: belum ada baris", "isi", "Hapus."),
    ]
    table, *waiting = faults_table(faults, 80).split("\n\n")
    assert "a.xlsx!A!C9" in table and "belum" not in table
    assert waiting == [
        "Belum diisi. Isi.\n  a.xlsx!A       2 sel (C5:C6)",
        "Belum diisi. Hapus.\n  b.xlsx!Lembar  belum ada baris",
    ]


def test_clean_annexes_have_nothing_to_fill_in(frozen):
    assert find_faults(frozen) == []


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (["C7"], "C7"),
        (["C8", "C7", "C7"], "C7:C8"),
        (["C7", "D7", "F7"], "C7:D7, F7"),
        (["C7", "C8", "D7"], "C7:C8, D7"),
        (["Z1", "AA1", "AB1"], "Z1:AB1"),
        (["A1", "A3", "A5", "A7", "A9"], "A1, A3, A5, A7, …"),
        ([], ""),
    ],
)
def test_cells_as_ranges(cells, wanted):
    assert ranges(cells) == wanted


def test_all_ranges_where_all_are_wanted():
    assert ranges([f"A{row}" for row in range(1, 12, 2)], None) == "A1, A3, A5, A7, A9, A11"
