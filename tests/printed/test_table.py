"""The frame: long with its types, or wide as it was; and what the repr says of it."""

import pandas as pd

RECORDS = [["Tahun", "Triwulan", "Kode Belanja", "Uraian", "Anggaran", "Realisasi"]]
RECORDS += [[2023, "I", 5111, "Gaji", 600, 90], [2023, "I", 5112, "Lembur", 200, 40]]
RECORDS += [[2024, "I", 5111, "Gaji", 700, "25,224,375,042,00"], [2024, "I", 5112, "Lembur", 1, 2]]


def test_frame_that_is_tidy_already_keeps_its_columns(read):
    [table] = read(RECORDS)
    names = ["tahun", "triwulan", "kode_belanja", "uraian", "anggaran", "realisasi", "asal"]
    assert list(table.frame) == names
    assert table.frame["asal"].tolist() == ["A2", "A3", "A4", "A5"]
    assert table.frame["realisasi"].isna().tolist() == [False, False, True, False]
    assert [fault.sel for fault in table.peringatan] == ["F4"]


def test_types_are_never_objects(read):
    for rows in (RECORDS, [["Wilayah", 2022], ["Satu", None], ["Dua", "-"], ["Tiga", 2]]):
        [table] = read(rows)
        assert "object" not in map(str, table.frame.dtypes)


def test_counts_are_whole_with_gaps_and_shares_are_fractions(read):
    [table] = read([["Wilayah", 2022, 2023], ["Satu", 1, 2], ["Dua", 3, "-"]])
    assert table.frame["nilai"].dtype == "Int64"
    [table] = read([["Wilayah", 2022, 2023], ["Satu", 1, 2], ["Dua", 3, 4]])
    assert table.frame["nilai"].dtype == "int64"
    [table] = read([["Wilayah", 2022, 2023], ["Satu", "1,5", 2], ["Dua", 3, 4]])
    assert table.frame["nilai"].dtype == "float64"
    assert table.frame["tahun"].dtype == "int64"


def test_years_as_text_give_the_types_of_years_as_numbers(read):
    [number] = read([["Provinsi", 2024, 2025], ["SATU", 5.5, 5.6], ["DUA", 4.5, 4.6]])
    [text] = read([["Provinsi", "2024", "2025"], ["SATU", "5.5", "5.6"], ["DUA", "4.5", "4.6"]])
    pd.testing.assert_frame_equal(number.frame, text.frame)


def test_repr_shows_what_was_understood(read):
    rows = [["Tabel 1. Usaha"], [], ["Kecamatan", 2021, 2022], ["Satu", 1, "x"], ["Satu", 3, 4]]
    [table] = read([*rows, ["Sumber: Dinas"]])
    assert repr(table).splitlines()[:8] == [
        "buku.xlsx!Lembar!A3:C5: Tabel 1. Usaha",
        "  kecamatan: Satu",
        "  tahun: 2021, 2022",
        "  total: 0 baris",
        "  nilai: 3 Int64, 1 kosong",
        "  asal: 4 str",
        "  catatan: Sumber: Dinas",
        "  (peringatan) buku.xlsx!Lembar!C4: ditemukan 'teks', diharapkan angka bergaya Indonesia "
        "(1.234,5) atau Inggris (1,234.5); bukan angka yang dapat dibaca. Saran: Nilainya "
        "dibiarkan kosong; betulkan sel itu bila angkanya perlu.",
    ]
