"""What may mislead is named with its cell, and nothing is changed."""

from datetime import datetime

import pytest

TAHUN = ["Uraian", 2019, 2020, 2021, 2022]


def _faults(table):
    return [(fault.sel, fault.ditemukan) for fault in table.peringatan]


def test_band_that_became_a_date_is_read_back_and_named(read):
    rows = [["Provinsi", datetime(2001, 7, 12), "13-15", "16-18"], ["Satu", 99.4, 97.7, 81.5]]
    [table] = read(rows)
    assert table.frame["kelompok_umur"].tolist() == ["7-12", "13-15", "16-18"]
    [fault] = table.peringatan
    assert (fault.sel, fault.ditemukan) == ("B1", "tanggal")
    assert "'7-12'" in fault.diharapkan


def test_band_among_labels_that_became_a_date_is_read_back_and_named(read):
    rows = [["Umur", "Orang"], ["0-4", 30], [datetime(2024, 9, 5), 25], ["10-14", 20]]
    [table] = read(rows)
    assert table.frame["kelompok_umur"].tolist() == ["0-4", "5-9", "10-14"]
    assert _faults(table) == [("A3", "tanggal")]


def test_dates_among_dates_are_no_trap(read):
    rows = [["Tanggal", "Orang"], [datetime(2024, 9, 5), 3], [datetime(2024, 9, 6), 5]]
    [table] = read(rows)
    assert str(table.frame["tanggal"].dtype).startswith("datetime64")
    assert table.peringatan == ()


def test_label_that_stands_twice_is_named_and_both_rows_kept(read):
    [table] = read([["Wilayah", 2023, 2024], ["Satu", None, 1], ["Dua", 2, 3], ["Satu", 4, 5]])
    assert table.frame.loc[table.frame["wilayah"] == "Satu", "asal"].tolist() == [
        "B2", "C2", "B4", "C4",
    ]  # fmt: skip
    assert _faults(table) == [("A4", "Satu")]
    assert "A2" in table.peringatan[0].diharapkan


def test_names_that_stand_twice_are_not_repeated(read):
    [table] = read([["Nama Pemilik", "Omzet"], ["Orang Satu", 1], ["Orang Satu", 2]])
    assert "Orang Satu" not in " ".join(map(str, table.peringatan))
    assert [fault.sel for fault in table.peringatan] == ["A3"]


@pytest.mark.parametrize(("printed", "named"), [(131, True), (130, False)])
def test_total_that_its_rows_do_not_give_is_named(read, printed, named):
    rows = [["Kecamatan", "UMKM"], ["Satu", 50], ["Dua", 80], ["Jumlah", printed]]
    [table] = read(rows)
    assert _faults(table) == ([("B4", str(printed))] if named else [])
    assert table.frame["nilai"].tolist()[-1] == printed


def test_total_that_its_columns_do_not_give_is_named(read):
    rows = [["Kecamatan", "Laki-laki", "Perempuan", "Jumlah"], ["Satu", 5, 6, 11]]
    [table] = read([*rows, ["Dua", 7, 8, 16], ["Tiga", 1, 2, 3]])
    [fault] = table.peringatan
    assert (fault.sel, fault.ditemukan) == ("D3", "16")
    assert "15" in fault.diharapkan


def test_total_of_rates_and_a_mean_are_no_sums(read):
    rows = [["Wilayah", "TPT"], ["Satu", 5.1], ["Dua", 4.2], ["Tiga", 6.3], ["Jumlah", 5.3]]
    assert read(rows)[0].peringatan == ()
    rows = [["Umur", "Upah"], ["15-24", 1000], ["25-34", 2000], ["Rata-rata", 1600]]
    assert read(rows)[0].peringatan == ()


def test_sums_off_by_rounding_alone_are_no_trap(read):
    rows = [["Umur", 2023, 2024], ["15-24", 33.3, 20.2], ["25-34", 33.3, 29.9]]
    rows += [["35-44", 33.3, 49.9], ["Jumlah", 100.0, 100.0]]
    assert read(rows)[0].peringatan == ()


def test_zero_between_numbers_of_other_years_is_named_and_kept(read):
    [table] = read([TAHUN, ["Koperasi", 70, 0, 80, 82], ["Kasus", 1, 0, 2, 1]])
    [fault] = table.peringatan
    assert (fault.sel, fault.ditemukan) == ("C2", "0 di C2")
    assert table.frame["nilai"].tolist()[1] == 0


def test_share_formats_and_scales_are_named(make_workbook):
    from lkjlib.printed.read import read_printed

    rows = [["Realisasi (dalam ribuan rupiah)"], [], ["Program", "Pagu", "%"]]
    rows += [["Satu", 100, 0.5], ["Dua", 200, 0.25]]
    [table] = read_printed(make_workbook({"A": rows}, format_angka={"C4": "0.00%", "C5": "0%"}))
    assert _faults(table) == [
        ("C4", "format persen di kolom C (2 sel)"),
        ("A1", "satuan ribuan rupiah"),
    ]


def test_scale_of_one_column_is_named_at_its_heading(read):
    [table] = read([["Program", "Pagu (juta rupiah)", "Paket"], ["Satu", 100, 5], ["Dua", 200, 2]])
    assert _faults(table) == [("B1", "satuan juta rupiah")]


def test_formula_that_was_never_calculated_is_named(make_workbook):
    from lkjlib.printed.read import read_printed

    rows = [["Kecamatan", "UMKM"], ["Satu", 10], ["Dua", "=5+6"]]
    [table] = read_printed(make_workbook({"A": rows}))
    assert _faults(table) == [("B3", "rumus")]
    assert table.frame["nilai"].isna().tolist() == [False, True]


def test_hidden_rows_are_read_and_named(tmp_path):
    from openpyxl import Workbook

    from lkjlib.printed.read import read_printed

    book = Workbook()
    for row in [["Kecamatan", "UMKM"], ["Satu", 10], ["Dua", 25]]:
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.save(tmp_path / "buku.xlsx")
    [table] = read_printed(tmp_path / "buku.xlsx")
    assert _faults(table) == [("A2", "baris tersembunyi 2")]
    assert table.frame["nilai"].tolist() == [10, 25]


def test_first_bands_that_became_dates_are_read_back_however_many_they_are(read):
    rows = [["Umur", "L", "P"], [datetime(2025, 9, 5), 1, 2], [datetime(2025, 10, 14), 3, 4]]
    [table] = read([*rows, ["15-19", 5, 6], ["20-24", 7, 8]])
    assert table.frame["kelompok_umur"].unique().tolist() == ["5-9", "10-14", "15-19", "20-24"]
    assert _faults(table) == [("A2", "tanggal"), ("A3", "tanggal")]


BANDS = [datetime(2025, 7, 12), datetime(2025, 5, 6), datetime(2025, 1, 4)]


@pytest.mark.parametrize("heading", ["Kelompok Umur", "Luas Usaha", None])
def test_labels_that_all_became_dates_are_named_with_their_cells(read, heading):
    rows = [[date, place, place + 5] for place, date in enumerate(BANDS)]
    [table] = read([[heading, "L", "P"], *rows])
    assert _faults(table)[-1] == ("A2", "tanggal di A2, A3, A4")
    assert "object" not in set(table.frame.dtypes.astype(str))


def test_headings_that_all_became_dates_are_named_with_their_cells(read):
    [table] = read([["Kecamatan", *BANDS], ["Satu", 10, 20, 30], ["Dua", 11, 21, 31]])
    assert _faults(table) == [("B1", "tanggal di B1, C1, D1")]


@pytest.mark.parametrize(
    ("heading", "dates"),
    [
        ("Tanggal", BANDS),
        ("Bulan", [datetime(2025, month, 1) for month in (1, 2, 3)]),
        (None, [datetime(2025, 7, day) for day in (12, 13, 14)]),
    ],
)
def test_labels_that_say_when_are_no_trap(read, heading, dates):
    rows = [[date, place + 10, place + 5] for place, date in enumerate(dates)]
    [table] = read([[heading, "L", "P"], *rows])
    assert _faults(table) == []


def test_headings_that_close_a_month_are_no_trap(read):
    ends = [datetime(2024, 12, 31), datetime(2025, 6, 30)]
    [table] = read([["Kecamatan", *ends], ["Satu", 10, 20], ["Dua", 11, 21]])
    assert _faults(table) == []


def test_cells_that_broke_are_missing_and_named_and_head_nothing(read):
    rows = [["Kecamatan", 2022, 2023], ["Satu", 1, "#REF!"], ["Dua", True, 4]]
    [table] = read([*rows, ["Tiga", datetime(2024, 7, 12), 6], ["Empat", "sekitar 12", 7]])
    assert table.frame["kecamatan"].unique().tolist() == ["Satu", "Dua", "Tiga", "Empat"]
    assert table.frame["nilai"].count() == 4
    assert [sel for sel, _ in _faults(table)] == ["B3", "B4", "B5", "C2"]


def test_sum_of_a_group_that_is_none_is_no_data_and_named(read):
    rows = [["Kecamatan", "Mikro", "Kecil"], ["Wilayah A"], ["Satu", 10, 1], ["Dua", 20, 2]]
    rows += [["Jumlah A", 31, 3], ["Wilayah B"], ["Tiga", 5, 5], ["Empat", 6, 6]]
    [table] = read([*rows, ["Jumlah B", 11, 11], ["Total", 41, 14]])
    assert _faults(table) == [("B5", "31")]
    assert table.frame["total"].sum() == 6
    assert table.frame.loc[~table.frame["total"], "nilai"].sum() == 55


def test_column_called_a_sum_is_verified_where_its_neighbours_give_it(read):
    head = ["Kecamatan", "Koperasi", "BUMDes", "Jumlah Lembaga"]
    rows = [["Satu", 40, 30, 70], ["Dua", 50, 30, 90], ["Tiga", 50, 20, 70]]
    [table] = read([head, *rows])
    assert _faults(table) == [("D3", "90")]
    [table] = read([head, ["Satu", 40, 30, 7], ["Dua", 50, 30, 8], ["Tiga", 50, 20, 9]])
    assert _faults(table) == []


def test_labels_that_broke_are_named_and_no_row_becomes_a_heading(read):
    rows = [["Wilayah", 2020, 2021], ["Satu", 15, 16], ["#REF!", 14, 17], [True, 16, 15]]
    [table] = read(rows)
    assert _faults(table) == [("A3", "#REF!"), ("A4", "TRUE")]
    assert table.frame["nilai"].tolist() == [15, 16, 14, 17, 16, 15]


def test_format_that_shows_millions_is_named(make_workbook):
    from lkjlib.printed.read import read_printed

    rows = [["Wilayah", "Nilai"], ["Satu", 1_500_000], ["Dua", 2_500_000]]
    shown = {"B2": '#,##0.0,,"jt"', "B3": "#,##0"}
    [table] = read_printed(make_workbook({"A": rows}, format_angka=shown))
    assert _faults(table) == [("B2", "format ribuan atau jutaan di kolom B (1 sel)")]


@pytest.mark.parametrize(
    ("value", "found"),
    [(0.0506, [("C3", "0,0506 (mungkin pecahan)")]), (0.9, []), (5.06, [])],
)
def test_one_share_among_percents_is_named(read, value, found):
    head = ["Wilayah", "TPT 2020 (%)", "TPT 2021 (%)"]
    [table] = read([head, ["Satu", 5.1, 5.2], ["Dua", 4.1, value], ["Tiga", 6.1, 5.9]])
    assert _faults(table) == found
