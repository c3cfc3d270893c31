"""Workbooks with one fault each, and what a good reader says; and odd ones that are read right."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import datetime
from typing import NamedTuple

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

import lkjlib

pytestmark = pytest.mark.lambat

KOPERASI, UMKM, KERJA = "koperasi.xlsx", "umkm.xlsx", "ketenagakerjaan.xlsx"
KASUS, ANGGARAN, KINERJA = "kasus.xlsx", "anggaran.xlsx", "kinerja.xlsx"
KERAGAAN, BARU, PROGRAM = "Keragaan", "UMKM Baru", "Program Kegiatan"

Change = Callable[[Worksheet], object]


def put(**cells: object) -> Change:
    """Type values into cells."""

    def change(sheet: Worksheet) -> None:
        for sel, value in cells.items():
            sheet[sel] = value

    return change


def shown_as(sel: str, value: object, number_format: str) -> Change:
    """Type a value into a cell of another number format."""

    def change(sheet: Worksheet) -> None:
        sheet[sel] = value
        sheet[sel].number_format = number_format

    return change


def _runs(text: str, *, superscript: str = "", struck: str = "") -> CellRichText:
    """A cell of several looks."""
    before = [TextBlock(InlineFont(strike=True), struck)] if struck else []
    after = [TextBlock(InlineFont(vertAlign="superscript"), superscript)] if superscript else []
    return CellRichText([*before, text, *after])


class Damage(NamedTuple):
    """One damage: where it is made, the cell named, words of the message, words of the remedy."""

    berkas: str
    lembar: str
    change: Change
    sel: str
    says: str
    advises: str
    tingkat: str = "galat"


def count(value: object, says: str, advises: str) -> Damage:
    """A fault in a column of counts."""
    return Damage(KOPERASI, KERAGAAN, put(C8=value), "C8", says, advises)


NUMBERS = {
    "letter O": count("5O", "huruf O di tempat angka 0", "Ganti huruf O"),
    "letter O alone": count("O", "huruf O di tempat angka 0", "Ganti huruf O"),
    "letter l": count("l4", "huruf l atau I di tempat angka 1", "Ganti hurufnya"),
    "words": count("lima puluh empat", "bukan angka tercetak", "Tulis bilangan bulat"),
    "English thousands": count("1,064", "koma adalah tanda desimal", "tulis dengan titik: 1.064"),
    "unit behind": count("1.845 unit", "satuan 'unit' ikut tertulis", "tanpa satuan"),
    "decimals": count("54,5", "ada angka di belakang koma", "Tulis bilangan bulat"),
    "lost separator": count(3.069, "'3,069 (pecahan", "pemisah ribuan terbaca sebagai desimal"),
    "negative": count(-54, "bilangan negatif", "Periksa tandanya"),
    "negative text": count("-54", "negatif", "Periksa tanda minusnya"),
    "truth": count(True, "TRUE (nilai logika", "Ketik angkanya"),
    "date": count(datetime(2019, 5, 4), "2019-05-04 00:00:00 (tanggal)", "Ubah format sel"),
    "duration": Damage(
        KOPERASI, KERAGAAN, shown_as("C8", 54, "[h]:mm"), "C8", "(tanggal)", "Ubah format sel"
    ),
    "reference error": count("#REF!", "#REF! (galat rumus)", "Betulkan rumus"),
    "any error": count("#SPILL!", "#SPILL! (galat rumus)", "Betulkan rumus"),
    "NaN": count("NaN", "bukan angka tercetak", "Tulis bilangan bulat"),
    "Arabic-Indic digits": count("٥٤", "ada angka di luar 0-9 biasa", "Tulis bilangan bulat"),
    "fullwidth digits": count("５４", "ada angka di luar 0-9 biasa", "Tulis bilangan bulat"),
    "underscore": count("5_4", "bukan angka tercetak", "Tulis bilangan bulat"),
    "too many digits": count("9" * 17, "terlalu besar", "Periksa banyaknya angka"),
    "too large": count(1e300, "terlalu besar", "Periksa banyaknya angka"),
    "blank": count(None, "ditemukan isi kosong", "Isi sel itu"),
    "dash": count("-", "ditemukan '-'", "0 bila memang nol"),
    "en dash": count("–", "ditemukan '–'", "0 bila memang nol"),
    "n/a": count("n/a", "ditemukan 'n/a'", "0 bila memang nol"),
    "formula never calculated": count("=D8*4", "rumus =D8*4 yang belum dihitung", "hitung ulang"),
    "shown as percent": Damage(
        KOPERASI, KERAGAAN, shown_as("C8", 54, "0%"), "C8", "menampilkan angka lain", "Ubah format"
    ),
    "shown as thousands": Damage(
        KOPERASI, KERAGAAN, shown_as("C8", 54, "0.000"), "C8", "menampilkan angka lain", "format"
    ),
    "percent in a sum of money": Damage(
        UMKM, "Total Omzet", put(C6="5 %"), "C6", "satuan % tidak sesuai", "Tulis rupiah bulat"
    ),
    "money with cents": Damage(
        UMKM, "Total Omzet", put(C6="Rp 43,5"), "C6", "ada angka di belakang koma", "Tulis rupiah"
    ),
    "ambiguous percent": Damage(
        KERJA, "TPT Wilayah", put(D7="3.010"), "D7", "titiknya dapat berarti ribuan", "Tulis 3,010"
    ),
    "percent missing": Damage(
        KERJA, "TPT Wilayah", put(D7="NA"), "D7", "ditemukan 'NA'", "0 bila memang nol"
    ),
    "negative percentage": Damage(
        KERJA, "TPT Wilayah", put(D7=-3.01), "D7", "-3,01 (bilangan negatif)", "Periksa tandanya"
    ),
    "format with a word for millions": Damage(
        UMKM,
        "Total Omzet",
        shown_as("C6", 43361, '#,##0" juta"'),
        "C6",
        "angka lain",
        "Ubah format",
    ),
    "format with noughts typed into it": Damage(
        UMKM, "Total Omzet", shown_as("C6", 43361, '#,##0".000"'), "C6", "angka lain", "Ubah format"
    ),
    "format that divides by a thousand": Damage(
        KERJA, "TPT Wilayah", shown_as("D7", 3010, "0.00,"), "D7", "angka lain", "Ubah format"
    ),
    "number of a footnote raised behind it": Damage(
        KOPERASI,
        KERAGAAN,
        put(C8=_runs("54", superscript="1")),
        "C8",
        "54¹ (ada angka di luar 0-9 biasa)",
        "Tulis bilangan bulat",
    ),
    "number struck out before another": Damage(
        KOPERASI,
        KERAGAAN,
        put(C8=_runs("54", struck="26")),
        "C8",
        "bukan angka tercetak",
        "Tulis bilangan bulat",
    ),
    "number where a class belongs": Damage(
        KOPERASI, "Pemeringkatan", put(C7=340), "C7", "340 (batasnya tidak jelas)", "340 – 419"
    ),
    "no year": Damage(UMKM, "Total Omzet", put(B6=18), "B6", "18 (bukan tahun)", "empat angka"),
    "class without bounds": Damage(
        KOPERASI, "Pemeringkatan", put(C7="tinggi"), "C7", "bukan kelas dengan batas", "340 – 419"
    ),
}


@pytest.mark.parametrize("damage", NUMBERS.values(), ids=NUMBERS)
def test_check_of_a_wrong_number_names_cell_and_reason(annexes, damage):
    _check(annexes, damage)


def _check(annexes, damage: Damage) -> None:
    annexes.change(damage.berkas, damage.lembar, damage.change)
    (fault,) = annexes.faults()
    assert fault.alamat == "!".join(w for w in (damage.berkas, damage.lembar, damage.sel) if w)
    assert fault.tingkat == damage.tingkat
    assert damage.says in str(fault)
    assert damage.advises in fault.saran
    if damage.tingkat == "peringatan":
        assert lkjlib.load(path=annexes.folder).peringatan == (fault,)
        return
    with pytest.raises(lkjlib.AnnexError) as galat:
        lkjlib.load(path=annexes.folder)
    assert [one.alamat for one in galat.value.faults] == [fault.alamat]


def merge(area: str) -> Change:
    """Merge cells; only the first keeps its value."""
    return lambda sheet: sheet.merge_cells(area)


def _total_in_the_middle(sheet: Worksheet) -> None:
    sheet.insert_rows(12)
    sheet["B12"] = "SUB TOTAL"
    for column in "CDE":
        sheet[f"{column}12"] = f"=SUM({column}7:{column}11)"
        sheet[f"{column}30"] = f"=SUM({column}7:{column}11,{column}13:{column}29)"


def _without_total(sheet: Worksheet) -> None:
    sheet.delete_rows(29)


def _apart(sheet: Worksheet) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def words_between(row: int, blanks: int, **cells: object) -> Change:
    """Words on a row of their own among the data, blank rows above them."""

    def change(sheet: Worksheet) -> None:
        _apart(sheet)
        sheet.insert_rows(row, blanks + 1)
        put(**cells)(sheet)

    return change


def _without_name(sheet: Worksheet) -> None:
    _apart(sheet)
    sheet["B10"] = None


def _ditto(sheet: Worksheet) -> None:
    _apart(sheet)
    sheet["B8"], sheet["B9"] = '"', sheet["B7"].value


def _heading_over_two(sheet: Worksheet) -> None:
    sheet.merge_cells("D5:E5")
    for row in range(6, 11):
        sheet[f"E{row}"] = 1.5


def _group_heading(sheet: Worksheet) -> None:
    words_between(15, 1, B16="B. KOPERASI LAINNYA")(sheet)
    for column in "CDE":
        sheet[f"{column}31"] = f"=SUM({column}7:{column}30)"


def _hide_a_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[8].hidden = True


def _second_table_without_total(sheet: Worksheet) -> None:
    _apart(sheet)
    put(A14="Sumber: BPS", B16="Wilayah", C16="Tahun", D16="TPAK", B17="A", C17=2019, D17=60)(sheet)


def _total_moved_up(sheet: Worksheet) -> None:
    _total_in_the_middle(sheet)
    sheet.delete_rows(30)


def _wrong_subtotal(sheet: Worksheet) -> None:
    _total_in_the_middle(sheet)
    above = sheet.iter_rows(7, 11, 3, 3, values_only=True)
    sheet["C12"] = sum(int(value) for (value,) in above) + 1
    sheet["E12"] = "=C12+D12"


TABLES = {
    "misspelt header": Damage(
        KOPERASI,
        KERAGAAN,
        put(C5="AKTF"),
        "C5",
        "diharapkan kolom 'AKTIF / (UNIT)'",
        "Kolom 'AKTF / (UNIT)': maksudnya 'AKTIF / (UNIT)'?",
    ),
    "missing column": Damage(
        UMKM, "Total Omzet", put(C5=None), "A5", "Total Omzet Usaha Mikro", "Tambahkan kolom"
    ),
    "double column": Damage(
        KERJA,
        "TPT Wilayah",
        put(E5="tpt\n(%)"),
        "E5",
        "kolom 'TPT (%)' ada 2 kali (D5 dan E5)",
        "Hapus atau ganti judul",
    ),
    "no header": Damage(
        KASUS, "Wajib Lapor", put(A5=1, B5=2, C5=3), "", "tidak ada judul kolom", "di atas data"
    ),
    "header without data": Damage(
        UMKM, "Total Omzet", lambda s: s.delete_rows(6, 2), "A7", "belum ada baris berisi", "Isi"
    ),
    "merged data cells": Damage(
        KERJA, "TPT Wilayah", merge("D7:D9"), "D7", "sel gabungan D7:D9", "Pisahkan sel gabungan"
    ),
    "merged across columns": Damage(
        KERJA, "TPT Wilayah", merge("C7:D7"), "D7", "sel gabungan C7:D7", "Pisahkan sel gabungan"
    ),
    "merged across a column that may be blank": Damage(
        ANGGARAN, PROGRAM, merge("F9:G9"), "G9", "sel gabungan F9:G9", "isi setiap kolomnya"
    ),
    "double key": Damage(
        KOPERASI,
        KERAGAAN,
        put(B8="kud"),
        "B8",
        "kud (dua kali)",
        "Hapus atau gabungkan",
    ),
    "number left out": Damage(
        KASUS, "Kasus", lambda s: s.delete_rows(9), "A9", "diharapkan 4 (nomor", "Lengkapi"
    ),
    "total among the data, none below": Damage(
        KOPERASI,
        KERAGAAN,
        _total_moved_up,
        "B13",
        "17 baris data di bawah baris TOTAL",
        "hitung ulang TOTAL-nya",
    ),
    "heading of a group after a gap": Damage(
        KOPERASI, KERAGAAN, _group_heading, "B16", "B. KOPERASI LAINNYA", "masih ada data"
    ),
    "continued, after a gap": Damage(
        KERJA, "TPT Wilayah", words_between(8, 1, B9="Lanjutan"), "B9", "Lanjutan", "Hapus baris"
    ),
    "note among the rows": Damage(
        KERJA,
        "TPT Wilayah",
        words_between(8, 0, B8="Catatan: angka sementara"),
        "B8",
        "Catatan: angka sementara",
        "pindahkan ke bawah tabel",
    ),
    "note among cases, which may hold a name": Damage(
        KASUS,
        "Kasus",
        words_between(11, 0, B11="Catatan: Budi"),
        "B11",
        "tulisan di antara baris data",
        "Hapus baris",
    ),
    "total typed as text after a gap": Damage(
        UMKM,
        "Kenaikan Omzet",
        words_between(10, 0, C9=229, C11="1.845"),
        "C11",
        "ditemukan '1.845', diharapkan 1.846",
        "salah ketik",
    ),
    "second table under one without a total": Damage(
        KERJA,
        "TPT Wilayah",
        _second_table_without_total,
        "A16",
        "tabel lain di bawah tabel ini",
        "lembar lain",
    ),
    "wrong total where none is asked for": Damage(
        ANGGARAN,
        "Perjanjian Kinerja",
        put(C13="JUMLAH", D13=2643046981),
        "D13",
        "diharapkan 2.643.046.980",
        "salah ketik",
    ),
    "numbers on a row of headings": Damage(
        ANGGARAN,
        "Anggaran Sasaran",
        put(A11="A", D11=None, E11=None),
        "C11",
        "diharapkan sel kosong pada baris program",
        "Betulkan nomor barisnya",
    ),
    "name left out": Damage(
        ANGGARAN, "Perjanjian Kinerja", _without_name, "B10", "ditemukan isi kosong", "Isi sel itu"
    ),
    "ditto mark for a name": Damage(
        ANGGARAN, "Perjanjian Kinerja", _ditto, "B8", "tanda ulang, bukan nama", "Tulis namanya"
    ),
    "region spelt otherwise": Damage(
        KERJA, "TPT Wilayah", put(B7="Kab. Banjar"), "B7", "nama wilayah", "'Kabupaten Banjar'?"
    ),
    "heading over two filled columns": Damage(
        KERJA, "TPT Wilayah", _heading_over_two, "E5", "kolom 'TPT (%)' ada 2 kali", "Hapus"
    ),
    "no total": Damage(
        KOPERASI, KERAGAAN, _without_total, "B28", "tidak ada baris TOTAL", "Tambahkan baris"
    ),
    "row sum": Damage(
        KERJA,
        "Angkatan Kerja",
        put(E14=41811, E15=115984),
        "E14",
        "ditemukan '41.811', diharapkan 41.810",
        "salah ketik",
    ),
    "total": Damage(
        UMKM,
        "Kenaikan Omzet",
        put(C9=229, C10=1845),
        "C10",
        "ditemukan '1.845', diharapkan 1.846 (jumlah 5 baris, total)",
        "salah ketik",
    ),
    "subtotal of a programme": Damage(
        ANGGARAN,
        "Belanja",
        put(D7=4_797_797_778),
        "D7",
        "ditemukan '4.797.797.778', diharapkan 4.797.797.779 (jumlah 1 baris",
        "salah ketik",
    ),
    "printed ratio": Damage(
        ANGGARAN,
        PROGRAM,
        put(F9=79.36),
        "F9",
        "diharapkan 73,96 (realisasi / alokasi)",
        "salah",
        "peringatan",
    ),
    "wrong choice": Damage(
        KINERJA, "Indikator", put(I9="negatip"), "I9", "bukan pilihan", "maksudnya 'negatif'?"
    ),
    "outcome that is none": Damage(
        KASUS, "Kasus", put(D7="Damai"), "D7", "disembunyikan", "Pilih: PB, Anjuran, PB & Anjuran."
    ),
    "misspelt outcome": Damage(
        KASUS, "Kasus", put(D7="PB dan Anjuran"), "D7", "disembunyikan", "'PB & Anjuran'?"
    ),
    "renamed group of spending": Damage(
        ANGGARAN,
        "Belanja",
        put(B7="Belanja Tak Langsung"),
        "B7",
        "bukan pilihan",
        "maksudnya 'Belanja Tidak Langsung'?",
    ),
}


@pytest.mark.parametrize("damage", TABLES.values(), ids=TABLES)
def test_check_of_a_damaged_table_names_cell_and_remedy(annexes, damage):
    _check(annexes, damage)


SILENT = {
    "truth for a name": Damage(
        KOPERASI, KERAGAAN, put(B8=True), "B8", "TRUE (nilai logika, bukan teks)", "kata-katanya"
    ),
    "date for a name": Damage(
        KOPERASI,
        KERAGAAN,
        put(B8=datetime(2019, 12, 7)),
        "B8",
        "(tanggal)",
        "format sel menjadi teks",
    ),
    "error for a kegiatan": Damage(
        ANGGARAN, PROGRAM, put(B9="#N/A"), "B9", "#N/A (galat rumus)", "Ketik nama kegiatan"
    ),
    "truth for a kegiatan": Damage(
        ANGGARAN, PROGRAM, put(B9=True), "B9", "TRUE (bukan nama)", "Ketik nama kegiatan"
    ),
    "date for a kegiatan": Damage(
        ANGGARAN,
        PROGRAM,
        put(B9=datetime(2019, 12, 7)),
        "B9",
        "(bukan nama)",
        "Ketik nama kegiatan",
    ),
    "numbers in thousands": Damage(
        UMKM, "Total Omzet", put(A4="(dalam ribuan rupiah)"), "A4", "angka utuh", "satu rupiah"
    ),
    "title of another year": Damage(
        UMKM,
        "Total Omzet",
        put(A3="TAHUN 2016 DAN 2017"),
        "A3",
        "diharapkan tahun 2019",
        "laporan.toml",
    ),
    "row of another year": Damage(
        KASUS, "Wajib Lapor", put(B6=2018), "B6", "diharapkan baris tahun 2019", "laporan.toml"
    ),
    "format that prints another number": Damage(
        KASUS,
        "Wajib Lapor",
        shown_as("C6", 420, '0" ribu"'),
        "C6",
        "menampilkan angka lain",
        "Ubah",
    ),
    "unit behind a count": Damage(
        KERJA, "Pengangguran", put(D9="3.069 orang"), "D9", "satuan 'orang'", "tanpa satuan"
    ),
    "rows hidden by a filter": Damage(
        KOPERASI, KERAGAAN, _hide_a_row, "A8", "tetap dibaca", "Tampilkan", "peringatan"
    ),
    "percentages under the total": Damage(
        KOPERASI,
        KERAGAAN,
        put(B30="Persentase", C30=73.3, D30=26.7, E30=100),
        "B30",
        "baris Persentase",
        "tidak dibaca",
        "peringatan",
    ),
}


@pytest.mark.parametrize("damage", SILENT.values(), ids=SILENT)
def test_check_of_what_once_passed_in_silence_names_cell_and_remedy(annexes, damage):
    _check(annexes, damage)


@pytest.mark.parametrize("sel", ["B12", "B20"])
def test_check_of_a_blank_sasaran_never_moves_its_kegiatan_to_another(annexes, sel):
    annexes.edit(ANGGARAN, "Anggaran Sasaran", **{sel: None})
    galat = [f for f in annexes.faults() if f.tingkat == "galat"]
    assert {f.lembar for f in galat} == {"Anggaran Sasaran"}
    assert any("sasaran" in f.diharapkan for f in galat)
    with pytest.raises(lkjlib.AnnexError):
        lkjlib.load(path=annexes.folder)


@pytest.mark.parametrize("sel", ["F9", "G9", "I9"])
def test_check_of_one_blank_cell_of_an_indicator_goes_on_to_other_findings(annexes, sel):
    annexes.edit(KINERJA, "Indikator", **{sel: None})
    assert "tidak dapat dihitung" not in " ".join(map(str, annexes.faults()))
    annexes.edit(KOPERASI, KERAGAAN, C8="lima")
    assert f"{KOPERASI}!{KERAGAAN}!C8" in annexes.addresses()


@pytest.mark.parametrize(
    "change", [put(D5="TIDAK AKTIF *)"), put(A29=" ")], ids=["footnote mark", "blank by the total"]
)
def test_load_of_marks_that_mean_nothing_gives_the_same_frame(annexes, data, change):
    annexes.change(KOPERASI, KERAGAAN, change)
    assert annexes.faults() == []
    pd.testing.assert_frame_equal(lkjlib.load(path=annexes.folder).koperasi, data.koperasi)


def test_check_of_a_wrong_subtotal_names_it_and_the_sum_that_it_enters(annexes):
    annexes.change(KOPERASI, KERAGAAN, _wrong_subtotal)
    assert [(f.sel, f.diharapkan) for f in annexes.faults()] == [
        ("C12", "99 (jumlah 5 baris, subtotal)"),
        ("E12", "130 (jumlah 5 baris, subtotal)"),
    ]


def test_check_of_a_wrong_row_sum_gives_both_numbers(annexes):
    annexes.edit(KOPERASI, KERAGAAN, E8=68)
    first = annexes.faults()[0]
    assert str(first).startswith(
        "koperasi.xlsx!Keragaan!E8: ditemukan '68', diharapkan 67 (aktif + tidak_aktif)."
    )


def test_check_of_a_misspelt_key_suggests_the_closest(annexes):
    annexes.edit(UMKM, BARU, B9="Cempak")
    advice = [f.saran for f in annexes.faults() if f.sel == "B9"]
    assert "'Cempak': maksudnya 'Cempaka'?" in advice[0]


def test_check_of_a_sheet_under_another_name_reads_it(annexes):
    def rename(sheet):
        sheet.title = "Sheet1"

    annexes.change(KOPERASI, KERAGAAN, rename)
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.ditemukan) == ("peringatan", "Sheet1")
    assert (
        lkjlib.load(path=annexes.folder).asal("koperasi", 1, "aktif") == "koperasi.xlsx!Sheet1!C8"
    )


def test_check_of_two_sheets_that_fit_names_both(annexes):
    def double(sheet):
        sheet.title = "Keragan"
        sheet.parent.copy_worksheet(sheet).title = "Salinan"

    annexes.change(KOPERASI, KERAGAAN, double)
    (fault,) = annexes.faults()
    assert fault.ditemukan == "lembar 'Keragan' dan 'Salinan' sama-sama cocok"
    assert fault.saran.endswith("Lembar 'Keragan': maksudnya 'Keragaan'?")


def test_check_takes_the_declared_sheet_before_a_copy_of_it(annexes):
    def double(sheet):
        sheet.parent.copy_worksheet(sheet).title = "Salinan"

    annexes.change(KOPERASI, KERAGAAN, double)
    assert annexes.faults() == []


def test_check_of_a_missing_sheet_lists_those_there_are(annexes):
    annexes.change(KOPERASI, KERAGAAN, lambda s: s.parent.remove(s))
    (fault,) = annexes.faults()
    assert (fault.lembar, fault.ditemukan) == (KERAGAAN, "lembar Pemeringkatan")


def test_check_without_a_sheet_that_may_be_absent_says_what_cannot_be_counted(annexes):
    annexes.change(KOPERASI, "Pemeringkatan", lambda s: s.parent.remove(s))
    found = {(f.tingkat, f.berkas, f.lembar) for f in annexes.faults()}
    assert found == {
        ("peringatan", "klaim.xlsx", "Klaim"),
        ("peringatan", KINERJA, "Indikator"),
    }


def _hide(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


def _hide_well(sheet: Worksheet) -> None:
    sheet.sheet_state = "veryHidden"


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def _second_table(sheet: Worksheet) -> None:
    sheet["A31"] = None
    sheet["B33"], sheet["C33"] = "Kelompok", "Anggota"
    sheet["B34"], sheet["C34"] = "KUD", 12


@pytest.mark.parametrize(
    ("change", "sel", "says"),
    [
        (_hide, "", "lembar tersembunyi"),
        (_hide_well, "", "lembar tersembunyi"),
        (_hide_a_row, "A8", "baris tersembunyi, tetap dibaca"),
        (_hide_column, "C5", "kolom tersembunyi, tetap dibaca"),
        (_second_table, "A33", "tabel lain di bawah tabel ini"),
    ],
)
def test_check_of_what_is_odd_but_readable_warns_and_load_goes_on(annexes, data, change, sel, says):
    annexes.change(KOPERASI, KERAGAAN, change)
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.lembar, fault.sel) == ("peringatan", KERAGAAN, sel)
    assert says in fault.ditemukan
    pd.testing.assert_frame_equal(lkjlib.load(path=annexes.folder).koperasi, data.koperasi)


def _type_header(*words: str) -> Change:
    return put(**dict(zip(("B5", "C5", "D5", "E5"), words, strict=True)))


def _one_row_header(sheet: Worksheet) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet["C6"] = sheet["D6"] = None


def _reversed(sheet: Worksheet) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    for row in sheet.iter_rows(min_row=5, max_row=29):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value
    for column in "ABC":
        sheet[f"{column}29"] = f"=SUM({column}7:{column}28)"


def _moved(sheet: Worksheet) -> None:
    sheet.move_range("A1:E31", rows=6, cols=3, translate=True)
    for area in list(sheet.merged_cells.ranges):
        area.shift(3, 6)


def _page_break(sheet: Worksheet) -> None:
    sheet.move_range("A17:E31", rows=3, translate=True)
    for area in list(sheet.merged_cells.ranges):
        if area.min_row > 16:
            area.shift(0, 3)
    for column in "ABCDE":
        for row in (5, 6):
            sheet[f"{column}{row + 12}"] = sheet[f"{column}{row}"].value
    for number, column in enumerate("ABCDE", start=1):
        sheet[f"{column}19"] = number
    for column in "CDE":
        sheet[f"{column}32"] = f"=SUM({column}7:{column}16,{column}20:{column}31)"


def _numbered(*numbers: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet.move_range("A7:E31", rows=1, translate=True)
        for area in list(sheet.merged_cells.ranges):
            if area.min_row > 6:
                area.shift(0, 1)
        for column, number in zip("ABCDE", numbers, strict=True):
            sheet[f"{column}7"] = number

    return change


def _blank_rows(sheet: Worksheet) -> None:
    sheet.move_range("A15:E31", rows=2, translate=True)
    for area in list(sheet.merged_cells.ranges):
        if area.min_row > 14:
            area.shift(0, 2)
    for column in "CDE":
        sheet[f"{column}31"] = f"=SUM({column}7:{column}30)"


def _signature(sheet: Worksheet) -> None:
    sheet["D33"], sheet["D34"], sheet["D38"] = "Banjarbaru, Februari 2020", "Kepala Dinas", "NIP. 1"


def _far_formats(sheet: Worksheet) -> None:
    for row in range(32, 900):
        for column in "ABCDEFGH":
            sheet[f"{column}{row}"].border = copy(sheet["A7"].border)


def _continued_on_a_new_page(sheet: Worksheet) -> None:
    _page_break(sheet)
    sheet.insert_rows(17, 2)
    sheet["A18"] = "REKAPITULASI (lanjutan)"
    for column in "CDE":
        sheet[f"{column}34"] = f"=SUM({column}7:{column}16,{column}22:{column}33)"


def _signed_below(sheet: Worksheet) -> None:
    row = sheet.max_row + 2
    put(
        **{
            f"B{row}": "Mengetahui",
            f"D{row}": "Banjarbaru, 5 Februari 2020",
            f"D{row + 1}": "Kepala Dinas",
            f"D{row + 5}": "NIP. 19650101 199003 1 002",
        }
    )(sheet)
    sheet.merge_cells(f"B{row + 1}:B{row + 4}")


def _strange_cells(sheet: Worksheet) -> None:
    sheet["G3"], sheet["H40"] = "dicetak ulang", "lihat lembar lain"


ODD = {
    "lower case": _type_header("identitas/ kelompok koperasi", "aktif", "tidak aktif", "total kop"),
    "line breaks": _type_header(
        "IDENTITAS/\nKELOMPOK KOPERASI", "AKTIF", "TIDAK\nAKTIF", "TOTAL\n KOP"
    ),
    "non-breaking spaces": _type_header(
        "IDENTITAS/\u00a0KELOMPOK KOPERASI ", "\u00a0AKTIF", "TIDAK\u00a0AKTIF", "TOTAL  KOP"
    ),
    "aliases": _type_header("Kelompok Koperasi", "Aktif", "Tidak Aktif", "Total Koperasi"),
    "one row header": _one_row_header,
    "columns reversed": _reversed,
    "zero-width and soft characters": put(C5="AK\u200bTIF", B8="KP\u00adRI\ufeff"),
    "noise of calculating": put(C8=53.99999999999999, D8=13.000000000000002),
    "moved": _moved,
    "header again at a page break": _page_break,
    "title over the header at a page break": _continued_on_a_new_page,
    "column numbers": _numbered(1, 2, 3, 4, 5),
    "column numbers in brackets": _numbered("(1)", "(2)", "(3)", "(4)", "(5)"),
    "column numbers with formula": _numbered(1, 2, 3, 4, "5=3+4"),
    "blank rows": _blank_rows,
    "signature below": _signature,
    "signature in two columns": _signed_below,
    "no footer": put(A31=None),
    "another footer": put(A31="Catatan: angka sementara"),
    "grand total": put(B29="GRAND TOTAL"),
    "jumlah": put(B29="Jumlah Seluruhnya"),
    "formats far below": _far_formats,
    "cells beside the table": _strange_cells,
    "numbers as text": put(
        C8="54", D8=" 13 ", E8="67\u00a0", E9=20.0, C29="132", D29=48, E29="180"
    ),
    "names with breaks": put(B8=" KPRI\n", B9="KOPKAR  BUMN / BUMD"),
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_load_of_an_odd_layout_gives_the_same_frame(annexes, data, change):
    annexes.change(KOPERASI, KERAGAAN, change)
    assert annexes.faults() == []
    pd.testing.assert_frame_equal(lkjlib.load(path=annexes.folder).koperasi, data.koperasi)


@pytest.mark.parametrize(
    ("berkas", "lembar", "change"),
    [
        (KERJA, "Pengangguran", put(D9="3.069", D12="6.180")),
        (KERJA, "TPT Wilayah", words_between(8, 0, D9="3,41", D10="7,69", D11="4,31")),
        (KERJA, "TPT Wilayah", put(B11="*) angka sementara")),
        (KERJA, "TPT Wilayah", _signed_below),
        (ANGGARAN, "Belanja", _signed_below),
        (ANGGARAN, "Anggaran Sasaran", _signed_below),
        (ANGGARAN, "Perjanjian Kinerja", put(C13="JUMLAH", D13=2643046980)),
        (KERJA, "TPT Wilayah", put(D7="3,01 %")),
        (KERJA, "TPT Wilayah", put(D7="3.01%")),
        (KERJA, "TPT Wilayah", put(D7="3,01")),
        (KERJA, "TPT Wilayah", shown_as("D7", 0.0301, "0.00%")),
        (KERJA, "TPT Wilayah", shown_as("D7", 3.01, '0.00"%"')),
        (UMKM, "Total Omzet", put(C7="Rp 47.797.383.121,-")),
        (UMKM, "Total Omzet", put(C7="Rp. 47.797.383.121")),
        (UMKM, "Total Omzet", put(C7="47.797.383.121,00")),
        (UMKM, "Total Omzet", put(B7="2019")),
        (KINERJA, "Capaian", put(H7="23,48")),
        (KINERJA, "Capaian", shown_as("H7", 0.2348, "0.00%")),
        (KINERJA, "Capaian", put(D9="-", E9="–")),
        (KINERJA, "Capaian", put(D9="NA", E9="n/a")),
        (KINERJA, "Capaian", put(D9="  ", E9="—")),
        (ANGGARAN, "Perjanjian Kinerja", put(D6="Rp570.540.000,-")),
    ],
)
def test_load_of_numbers_as_an_office_types_them_gives_the_same_frames(
    annexes, data, berkas, lembar, change
):
    annexes.change(berkas, lembar, change)
    again = lkjlib.load(path=annexes.folder)
    for name, frame in data.frames.items():
        pd.testing.assert_frame_equal(again.frames[name], frame)


@pytest.mark.parametrize(
    ("sheet", "other", "sel", "name", "meant"),
    [
        ("Pengangguran", "Angkatan Kerja", "C7", "Sekolah Dasr", "Sekolah Dasar"),
        ("Angkatan Kerja", "Pengangguran", "C13", "Laki", "Laki-laki"),
    ],
)
def test_check_of_a_class_named_otherwise_on_the_other_sheet_names_both_cells(
    annexes, sheet, other, sel, name, meant
):
    annexes.edit(KERJA, sheet, **{sel: name})
    found = {fault.alamat: fault for fault in annexes.faults()}
    assert set(found) == {f"{KERJA}!{sheet}!{sel}", f"{KERJA}!{other}!{sel}"}
    assert f"maksudnya '{meant}'?" in found[f"{KERJA}!{sheet}!{sel}"].saran
    assert found[f"{KERJA}!{other}!{sel}"].ditemukan == meant


def test_load_of_choices_in_any_case_and_spacing_gives_the_same_frames(annexes, data):
    annexes.edit(KASUS, "Kasus", D7="pb", D14=" PB  &\nANJURAN ")
    annexes.edit(KERJA, "Pengangguran", C7="SEKOLAH  DASAR", C13="laki-laki")
    annexes.edit(ANGGARAN, "Belanja", B7="BELANJA TIDAK LANGSUNG", B9="Belanja\u00a0langsung")
    again = lkjlib.load(path=annexes.folder)
    for name, frame in data.frames.items():
        pd.testing.assert_frame_equal(again.frames[name], frame)


def test_check_of_a_folder_with_ten_faults_lists_ten_cells_in_one_run(annexes):
    faults = [
        NUMBERS["letter O"],
        Damage(UMKM, "Total Omzet", put(C6="1,064"), "C6", "", ""),
        Damage(UMKM, "Kenaikan Omzet", put(C6=True), "C6", "", ""),
        Damage(KERJA, "TPAK", put(D6="#REF!"), "D6", "", ""),
        TABLES["double key"],
        Damage(KERJA, "Angkatan Kerja", put(D9=45.433), "D9", "", ""),
        Damage(KASUS, "Wajib Lapor", put(C6=datetime(2019, 1, 1)), "C6", "", ""),
        TABLES["printed ratio"],
        Damage(ANGGARAN, "Perjanjian Kinerja", put(D6="=D7*2"), "D6", "", ""),
        TABLES["wrong choice"],
    ]
    for damage in faults:
        annexes.change(damage.berkas, damage.lembar, damage.change)
    found = lkjlib.check(annexes.folder)
    wanted = {(f.berkas, f.lembar, f.sel) for f in faults}
    assert set(found[["berkas", "lembar", "sel"]].itertuples(index=False, name=None)) == wanted
    assert len(found) == 10


def test_check_of_a_number_typed_as_text_that_a_sum_leaves_out_names_its_cell(annexes):
    annexes.edit(KOPERASI, KERAGAAN, C8="54", C29=78)
    advice = {f.sel: f.saran for f in annexes.faults()}
    assert (
        advice["C29"] == "Sel C8 berisi teks, jadi tidak ikut dijumlah; ketik ulang sebagai angka."
    )


def test_check_of_a_share_among_percentages_warns(annexes):
    annexes.edit(KERJA, "TPT Wilayah", D8=0.0341)
    annexes.edit(KINERJA, "Pembanding", **{_place(annexes, "Kabupaten Tanah Laut", "tpt"): 0.0341})
    found = {f"{f.lembar}!{f.sel}": f for f in annexes.faults()}
    warning = found["TPT Wilayah!D8"]
    assert (warning.tingkat, warning.ditemukan) == ("peringatan", "0,03 (mungkin pecahan)")
    assert warning.diharapkan == "3,41 %"


def _place(annexes, title: str, kode: str) -> str:
    sheet = load_workbook(annexes.folder / KINERJA)["Pembanding"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    column = next(cell.column_letter for cell in cells if cell.value == title)
    return column + str(next(cell.row for cell in cells if cell.value == kode))


def test_check_of_a_year_that_is_not_compared_lets_it_be(annexes):
    annexes.edit(KERJA, "TPT Wilayah", C7=2018, D7=2.5)
    assert lkjlib.load(path=annexes.folder).peringatan == ()
    # only the ledger, which names that region's rate of the report's year, has to follow
    assert {fault.berkas for fault in annexes.faults()} == {"klaim.xlsx"}


def test_check_of_figures_that_agree_at_the_printed_decimals_is_clean(annexes):
    annexes.change(KERJA, "TPT Wilayah", shown_as("D6", 5.058818136, "0.00"))
    annexes.change(KERJA, "TPT Wilayah", shown_as("D7", 3.0100000000000002, "General"))
    assert annexes.faults() == []


def test_check_of_a_copy_beside_a_workbook_warns(annexes):
    (annexes.folder / "koperasi REVISI.xlsx").write_bytes((annexes.folder / KOPERASI).read_bytes())
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.berkas) == ("peringatan", "koperasi REVISI.xlsx")


def test_check_of_a_workbook_under_a_longer_name_says_so(annexes):
    (annexes.folder / KASUS).rename(annexes.folder / "kasus.xlsx.xlsx")
    advice = [f.saran for f in annexes.faults() if f.berkas == KASUS]
    assert advice[0].startswith("Ada 'kasus.xlsx.xlsx': maksudnya itu?")


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b"])
def test_check_of_a_name_that_no_folder_can_have_says_so(name):
    with pytest.raises(lkjlib.LkjError):
        lkjlib.load(path=name)
    with pytest.raises(lkjlib.LkjError):
        lkjlib.read_table(name, "koperasi.Keragaan")
