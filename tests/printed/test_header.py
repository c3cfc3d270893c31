"""Headings of one to five rows, merged or only written over the first column of theirs."""

import pytest

SEX = ["Laki-laki", "Perempuan"]


def _told(table, *columns):
    return table.frame[[*columns, "nilai"]].values.tolist()


def test_merged_years_over_sexes_count_for_each_column(read):
    rows = [["Kecamatan", 2021, None, 2022, None], [None, *SEX, *SEX], ["Satu", 1, 2, 3, 4]]
    for gabung in ((), ("A1:A2", "B1:C1", "D1:E1")):
        [table] = read(rows, gabung)
        assert _told(table, "tahun", "jenis_kelamin") == [
            [2021, "Laki-laki", 1],
            [2021, "Perempuan", 2],
            [2022, "Laki-laki", 3],
            [2022, "Perempuan", 4],
        ], gabung


def test_year_row_may_stand_under_the_sexes(read):
    rows = [["Wilayah", "Laki-laki", None, "Perempuan", None], [None, 2021, 2022, 2021, 2022]]
    [table] = read([*rows, ["Satu", 1, 2, 3, 4]])
    assert table.frame["tahun"].tolist() == [2021, 2022, 2021, 2022]
    assert table.frame["jenis_kelamin"].tolist() == [SEX[0], SEX[0], SEX[1], SEX[1]]


def test_years_written_over_the_middle_of_their_columns_are_spread(read):
    rows = [["Wilayah", None, 2021, None, None, 2022, None]]
    rows += [[None, *SEX, "Jumlah", *SEX, "Jumlah"], ["Satu", 1, 2, 3, 4, 5, 9]]
    [table] = read(rows)
    assert table.frame["tahun"].tolist() == [2021] * 3 + [2022] * 3


@pytest.mark.parametrize(
    ("text", "year", "period"),
    [
        ("Tahun 2023", 2023, None),
        ("2023*", 2023, None),
        ("Feb 2024", 2024, "Februari"),
        ("Agustus 2024", 2024, "Agustus"),
        ("2024 (Agustus)", 2024, "Agustus"),
        ("Triwulan II 2023", 2023, "Triwulan II"),
        ("Semester 1 2023", 2023, "Semester 1"),
    ],
)
def test_headings_of_time_give_year_and_period(read, text, year, period):
    [table] = read([["Wilayah", text, "Tahun 1999"], ["Satu", 1, 2], ["Dua", 3, 4]])
    first = table.frame.iloc[0]
    assert first["tahun"] == year
    assert period is None or first["periode"] == period


def test_months_are_called_months(read):
    [table] = read([["Wilayah", "Januari", "Februari", "Maret"], ["Satu", 1, 2, 3]])
    assert table.frame["bulan"].tolist() == ["Januari", "Februari", "Maret"]


def test_title_inside_the_headings_is_no_level(read):
    rows = [["38 Provinsi"], [None, "Tingkat Pengangguran Terbuka Menurut Provinsi (Persen)"]]
    rows += [[None, 2024], [None, "Februari", "Agustus"], ["SATU", 5.5, "-"], ["DUA", 5.1, 5.6]]
    [table] = read(rows, ["A1:A4", "B2:C2", "B3:C3"])
    assert table.judul == "Tingkat Pengangguran Terbuka Menurut Provinsi (Persen)"
    assert list(table.frame) == ["provinsi", "tahun", "periode", "total", "nilai", "asal"]
    assert table.frame["provinsi"].tolist() == ["SATU", "SATU", "DUA", "DUA"]


def test_heading_that_names_a_dimension_names_the_level_below(read):
    rows = [["Kabupaten/Kota\nRegency", "Golongan Umur/Age Group", None, "Jumlah\nTotal"]]
    rows += [[None, "15–24", "25–34", None], [-1, -2, -3, -4], ["Satu", 3, 4, 7]]
    [table] = read(rows)
    assert _told(table, "kelompok_umur", "total") == [
        ["15–24", False, 3],
        ["25–34", False, 4],
        ["Jumlah Total", True, 7],
    ]


def test_own_word_of_a_heading_names_an_unknown_level(read):
    rows = [["Kecamatan", "Bidang", None, None], [None, "Kuliner", "Kriya", "Jasa"]]
    [table] = read([*rows, ["Satu", 1, 2, 3], ["Dua", 4, 5, 6]], ["B1:D1"])
    assert table.frame["bidang"].tolist() == ["Kuliner", "Kriya", "Jasa"] * 2


def test_levels_written_into_one_heading_are_parted(read):
    rows = [["Kelompok Umur", "Jam Kerja - 0 jam", "Jam Kerja - 1-14 jam", "Jumlah Jam Kerja"]]
    [table] = read([*rows, ["15–19", 1, 2, 3], ["20–24", 4, 5, 9]])
    assert table.frame["jam_kerja"].tolist() == ["0 jam", "1-14 jam", "Jumlah"] * 2
    assert table.frame["total"].tolist() == [False, False, True] * 2


def test_year_written_into_each_heading_is_parted(read):
    rows = [["Uraian", "Jumlah 2024", "Persentase 2024", "Jumlah 2025", "Persentase 2025"]]
    [table] = read([*rows, ["Satu", 10, 50.5, 20, 49.5]])
    assert table.frame["tahun"].tolist() == [2024, 2024, 2025, 2025]
    assert table.frame["rincian"].tolist() == ["Jumlah", "Persentase"] * 2


def test_units_below_headings_are_no_level(read):
    rows = [["Kelompok", "Aktif", "Tidak Aktif", "Total"], [None, "(unit)", "(unit)", None]]
    [table] = read([*rows, ["KUD", 1, 1, 2], ["KPRI", 54, 13, 67]])
    assert table.frame["status"].tolist() == ["Aktif", "Tidak Aktif", "Total"] * 2
    assert table.judul == "(unit)"


def test_change_between_years_is_kept_apart_and_is_no_year(read):
    rows = [["Uraian", "Feb 2024", "Feb 2025", "Perubahan (persen poin)"]]
    [table] = read([*rows, ["Laki-laki", 4.19, 4.05, -0.14], ["Perempuan", 3.12, 3.03, -0.09]])
    assert table.frame["tahun"].tolist() == [2024, 2025, 2024, 2025]
    assert table.turunan["nilai"].tolist() == [-0.14, -0.09]
    assert table.turunan["rincian"].unique().tolist() == ["Perubahan (persen poin)"]


def test_heading_that_stands_twice_is_named_and_both_columns_kept(read):
    [table] = read([["Wilayah", "Laki-laki", "Laki-laki"], ["Satu", 1, 2], ["Dua", 3, 4]])
    assert len(table.frame) == 4
    [fault] = table.peringatan
    assert (fault.sel, fault.ditemukan) == ("C1", "Laki-laki")
    assert "judul kolom yang berbeda dari B1" in fault.diharapkan


def test_five_levels_of_headings_are_read(read):
    rows = [["Wilayah", "Angkatan Kerja"], [None, 2024], [None, "Agustus"]]
    rows += [[None, "Perkotaan", None, "Perdesaan", None], [None, *SEX, *SEX]]
    gabung = ["A1:A5", "B1:E1", "B2:E2", "B3:E3", "B4:C4", "D4:E4"]
    [table] = read([*rows, ["Satu", 1, 2, 3, 4], ["Dua", 5, 6, 7, 8]], gabung)
    assert table.frame.iloc[2].to_dict() == {
        "wilayah": "Satu", "tahun": 2024, "periode": "Agustus", "daerah": "Perdesaan",
        "jenis_kelamin": "Laki-laki", "total": False, "nilai": 3, "asal": "D6",
    }  # fmt: skip


def test_ratio_beside_the_sexes_is_no_sex(read):
    rows = [["Kecamatan", "L", "P", "Jumlah", "Rasio"], ["Satu", 10, 20, 30, 50.0]]
    [table] = read([*rows, ["Dua", 6, 5, 11, 120.0]])
    sexes = table.frame["jenis_kelamin"].tolist()[:4]
    assert sexes[:3] == ["L", "P", "Jumlah"]
    assert table.frame["rincian"].dropna().unique().tolist() == ["Rasio"]


@pytest.mark.parametrize("text", ["2022 1)", "20221)", "2022*", "2022r", "2022 x)", "2022¹"])
def test_years_with_marks_of_footnotes_are_years(read, text):
    [table] = read([["Kecamatan", text, "2023"], ["Satu", 10, 20], ["Dua", 11, 22]])
    assert table.frame["tahun"].tolist() == [2022, 2023] * 2


@pytest.mark.parametrize(
    "heads",
    [
        ("2020/2021", "2021/2022"),
        ("2020-2021", "2021–2022"),
        ("Tahun Ajaran 2020/2021", "TA 2021/22"),
        ("2020/21*)", "2021/22*)"),
    ],
)
def test_year_that_ends_in_the_next_one_is_a_year_in_words(read, heads):
    [table] = read([["Kecamatan", *heads], ["Satu", 10, 20], ["Dua", 11, 21]])
    assert table.frame["tahun"].tolist() == ["2020/2021", "2021/2022"] * 2
    assert table.frame["tahun"].dtype == "str"


def test_years_of_both_kinds_are_all_words(read):
    [table] = read([["Tahun", "Murid", "Guru"], [2020, 10, 20], ["2021/2022", 11, 21]])
    assert table.frame["tahun"].tolist() == ["2020", "2020", "2021/2022", "2021/2022"]
    [table] = read([["Kecamatan", 2020, "2021/2022"], ["Satu", 10, 20], ["Dua", 11, 21]])
    assert table.frame["tahun"].tolist() == ["2020", "2021/2022"] * 2


def test_years_further_apart_and_steps_between_columns_are_no_years(read):
    [table] = read([["Program", "2019-2024", "2024-2029"], ["Satu", 10, 20], ["Dua", 11, 21]])
    assert "tahun" not in table.frame
    [table] = read([["Program", 2021, 2022, "2021-2022"], ["Satu", 10, 20, 100], ["Dua", 1, 2, 99]])
    assert table.frame["tahun"].tolist() == [2021, 2022] * 2
    assert table.turunan["nilai"].tolist() == [100, 99]
