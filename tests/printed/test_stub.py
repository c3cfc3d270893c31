"""Labels beside the numbers: several columns, sections, stacked years, codes, totals."""


def _labels(table, *columns):
    rows = table.frame[list(columns)].values.tolist()
    return [[None if value != value else value for value in row] for row in rows]


def test_line_without_numbers_becomes_a_column_and_indents_are_stripped(read):
    rows = [["Karakteristik", "Feb 2025"], ["TPT", 3.74], ["Menurut Jenis Kelamin", None]]
    rows += [["      – Laki-laki", 4.19], ["      – Perempuan", 3.12]]
    rows += [["Menurut Daerah", None], ["      – Perkotaan", 4.65]]
    [table] = read(rows)
    assert _labels(table, "kelompok", "karakteristik") == [
        [None, "TPT"],
        ["Menurut Jenis Kelamin", "Laki-laki"],
        ["Menurut Jenis Kelamin", "Perempuan"],
        ["Menurut Daerah", "Perkotaan"],
    ]


def test_sections_within_sections_keep_their_rank(read):
    rows = [["Uraian", "Jumlah"], ["A. BARANG", None], ["Satu", None], ["x", 1], ["Dua", None]]
    rows += [["y", 2], ["B. JASA", None], ["Tiga", None], ["z", 3]]
    [table] = read(rows)
    assert _labels(table, "kelompok", "subkelompok", "uraian") == [
        ["A. BARANG", "Satu", "x"],
        ["A. BARANG", "Dua", "y"],
        ["B. JASA", "Tiga", "z"],
    ]


def test_years_that_head_blocks_become_tahun(read):
    rows = [["Kelompok Umur", "Laki-laki", "Perempuan"], [2021], ["15–19", 1, 2]]
    rows += [["Jumlah", 1, 2], ["Tahun 2022"], ["15–19", 3, 4], ["Jumlah", 3, 4]]
    [table] = read(rows, ["A2:C2", "A5:C5"])
    assert table.frame["tahun"].tolist() == [2021] * 4 + [2022] * 4
    assert table.frame["tahun"].dtype == "int64"
    assert table.frame["total"].tolist() == [False, False, True, True] * 2


def test_years_with_the_headings_repeated_are_one_table(read):
    head = ["Kelompok Umur", "Laki-laki", "Perempuan"]
    [table] = read([["2021"], head, ["15–19", 1, 2], ["2022"], head, ["15–19", 3, 4]])
    assert table.frame["nilai"].tolist() == [1, 2, 3, 4]
    assert table.frame["tahun"].tolist()[-1] == 2022


def test_outer_label_counts_for_the_rows_below_it(read):
    rows = [["Kecamatan", "Kelurahan", "KK"], ["Satu", "a", 1], [None, "b", 2], ["Dua", "c", 3]]
    [table] = read([*rows, ["JUMLAH", None, 6]], ["A2:A3", "A5:B5"])
    assert _labels(table, "kecamatan", "kelurahan", "total") == [
        ["Satu", "a", False],
        ["Satu", "b", False],
        ["Dua", "c", False],
        ["JUMLAH", None, True],
    ]


def test_totals_of_groups_belong_to_their_group(read):
    rows = [["Rincian", "Kategori", "Orang"], ["Jenis Kelamin", "Laki-laki", 5]]
    rows += [["Jenis Kelamin", "Perempuan", 3], ["Total", None, 8], ["Daerah", "Kota", 6]]
    [table] = read([*rows, ["Daerah", "Desa", 2], ["Total", None, 8]])
    assert _labels(table, "rincian", "kategori")[2::3] == [
        ["Jenis Kelamin", "Total"],
        ["Daerah", "Total"],
    ]
    assert table.peringatan == ()


def test_total_that_names_its_group_belongs_to_it(read):
    rows = [["Kecamatan", "Kelurahan", "KK"], ["Satu", "a", 1], [None, "b", 2]]
    rows += [["Jumlah Satu", None, 3], ["Dua", "c", 4], [None, "d", 5], ["Jumlah Dua", None, 10]]
    [table] = read([*rows, ["TOTAL", None, 13]])
    assert _labels(table, "kecamatan", "kelurahan", "total")[2::3] == [
        ["Satu", "Jumlah Satu", True],
        ["Dua", "Jumlah Dua", True],
    ]
    assert [fault.sel for fault in table.peringatan] == ["C7"]


def test_totals_of_sections_are_marked_by_their_letter(read):
    rows = [["Rincian", 2021], ["A. Satu"], ["x", 1], ["y", 3], ["Jumlah A", 4], ["B. Dua"]]
    rows += [["x", 5], ["y", 7], ["Jumlah B", 12], ["C. Jumlah (A+B)"], ["x", 6], ["y", 10]]
    [table] = read(rows)
    assert table.frame["total"].tolist() == [False, False, True] * 2 + [True, True]


def test_count_of_another_thing_is_no_total_though_it_is_called_jumlah(read):
    rows = [["Uraian", 2021, 2022], ["Koperasi Aktif", 10, 12], ["Koperasi Tidak Aktif", 20, 25]]
    [table] = read([*rows, ["Jumlah Koperasi", 30, 37], ["Jumlah Anggota", 300, 370]])
    assert table.frame["total"].tolist() == [False] * 4 + [True, True, False, False]


def test_row_numbers_are_dropped_and_a_total_written_there_is_a_label(read):
    rows = [["No.", "Kecamatan", "UMKM"], [1, "Satu", 10], [2, "Dua", 20]]
    [table] = read([*rows, ["Total Keseluruhan", None, 30]], ["A4:B4"])
    assert list(table.frame) == ["kecamatan", "total", "nilai", "asal"]
    assert table.frame["kecamatan"].tolist() == ["Satu", "Dua", "Total Keseluruhan"]
    assert table.frame["total"].tolist() == [False, False, True]


def test_code_before_a_name_is_given_besides(read):
    rows = [["Kabupaten/Kota", 2024], ["01. Satu", 1], ["02. Dua", 2], ["71. Tiga", 3]]
    [table] = read([*rows, ["Provinsi Contoh", 7]])
    assert table.frame["kode_wilayah"].tolist()[:3] == ["01", "02", "71"]
    assert table.frame["nama_wilayah"].tolist() == ["Satu", "Dua", "Tiga", "Provinsi Contoh"]
    assert table.frame["total"].tolist() == [False, False, False, True]


def test_last_row_that_all_others_add_up_to_is_a_total_without_a_word_for_it(read):
    rows = [["Kecamatan", 2023, 2024], ["Satu", 10, 11], ["Dua", 20, 21], ["Tiga", 5, 5]]
    [table] = read([*rows, ["Contoh", 35, 37]])
    assert table.frame["total"].tolist() == [False] * 6 + [True] * 2


def test_whole_without_a_word_for_it_is_found_beside_a_column_that_does_not_add_up(read):
    rows = [["Kecamatan", "L", "P", "Rasio"], ["Satu", 10, 20, 50.0], ["Dua", 5, 5, 100.0]]
    [table] = read([*rows, ["Tiga", 8, 4, 200.0], ["Contoh", 23, 29, 79.3]])
    assert table.frame.loc[table.frame["total"], "kecamatan"].unique().tolist() == ["Contoh"]


def test_lone_small_number_that_is_a_sum_by_chance_is_no_total(read):
    [table] = read([["Kecamatan", "Pasar"], ["Satu", 1], ["Dua", 2], ["Tiga", 3], ["Empat", 6]])
    assert not table.frame["total"].any()


def test_labels_of_time_become_year_and_period(read):
    [table] = read([["Periode", "TPT"], ["Feb 2023", 5.1], ["Agustus 2023", 5.2], ["Feb 2024", 5]])
    assert _labels(table, "tahun", "periode") == [
        [2023, "Februari"],
        [2023, "Agustus"],
        [2024, "Februari"],
    ]


def test_labels_without_heading_are_named_by_what_they_hold(read):
    [table] = read(
        [["Judul tabel"], [], [None, 2023, 2024], ["Laki-laki", 1, 2], ["Perempuan", 3, 4]]
    )
    assert table.frame.columns[0] == "jenis_kelamin"


def test_letters_set_apart_are_a_total(read):
    [table] = read([["Kecamatan", "UMKM"], ["Satu", 10], ["Dua", 20], ["J U M L A H", 30]])
    assert table.frame["total"].tolist() == [False, False, True]


def test_row_without_a_label_is_kept_and_named(read):
    [table] = read([["Kecamatan", "UMKM"], ["Satu", 10], ["Dua", 25], [None, 31]])
    assert table.frame["nilai"].tolist() == [10, 25, 31]
    assert [fault.sel for fault in table.peringatan] == ["A4"]


def test_attribute_column_right_of_the_numbers_is_a_label(read):
    rows = [["Kecamatan", "Mikro", "Kecil", "Bidang"], ["Satu", "167", "117", "Kriya"]]
    [table] = read([*rows, ["Dua", "191", "83", "Kriya"]])
    assert _labels(table, "kecamatan", "bidang", "skala", "nilai")[0] == [
        "Satu", "Kriya", "Mikro", 167,
    ]  # fmt: skip


def test_row_that_others_are_indented_under_is_their_parent_and_total(read):
    rows = [["Kecamatan/Kelurahan", "KK"], ["Kecamatan Satu", 30], ["   Kelurahan a", 10]]
    rows += [["   Kelurahan b", 20], ["Kecamatan Dua", 5], ["   Kelurahan c", 4], ["Jumlah", 35]]
    [table] = read(rows)
    assert _labels(table, "induk", "total") == [
        [None, True],
        ["Kecamatan Satu", False],
        ["Kecamatan Satu", False],
        [None, False],
        ["Kecamatan Dua", False],
        [None, True],
    ]


def test_same_label_under_two_parents_stands_not_twice(read):
    rows = [["Indikator", 2023], ["TPAK", 67.1], ["  – Laki-laki", 80.1], ["  – Perempuan", 54.2]]
    [table] = read([*rows, ["TPT", 5.1], ["  – Laki-laki", 5.2], ["  – Perempuan", 4.9]])
    assert table.peringatan == ()
    assert table.frame["induk"].dropna().unique().tolist() == ["TPAK", "TPT"]


def test_code_that_begins_another_is_its_parent(read):
    rows = [["Kode", "Program/Kegiatan", "Anggaran"], ["1.02", "Program Satu", 100]]
    rows += [["1.02.01", "Kegiatan a", 60], ["1.02.02", "Kegiatan b", 40], [None, "JUMLAH", 100]]
    [table] = read(rows)
    assert _labels(table, "induk", "kode", "total") == [
        [None, "1.02", True],
        ["Program Satu", "1.02.01", False],
        ["Program Satu", "1.02.02", False],
        [None, None, True],
    ]


def test_label_that_goes_on_in_the_next_row_is_one(read):
    rows = [["Lapangan Usaha", 2023], ["Pertanian, Kehutanan,"], ["dan Perikanan", 10]]
    [table] = read([*rows, ["Perdagangan", 5], ["dan Reparasi", None], ["Jasa", 7]])
    assert table.frame["lapangan_usaha"].tolist() == [
        "Pertanian, Kehutanan, dan Perikanan",
        "Perdagangan dan Reparasi",
        "Jasa",
    ]


def test_row_whose_numbers_miss_is_a_row_where_it_is_labelled_as_others(read):
    rows = [["No", "Uraian", "Satuan", 2022, 2023], [1, "Usaha", "unit", 5, 6]]
    [table] = read([*rows, [2, "Koperasi", "unit"], [3, "Pasar", "unit", 7, 8]])
    assert table.frame["uraian"].tolist() == [
        x for x in ("Usaha", "Koperasi", "Pasar") for _ in "ab"
    ]
    assert table.frame["nilai"].isna().tolist() == [False, False, True, True, False, False]


def test_marks_of_footnotes_are_dropped_from_labels_and_years(read):
    rows = [["Provinsi", 2022, "2023*)"], ["Satu 1)", 5, 6], ["Dua²", 7, 8]]
    [table] = read([*rows, ["1) Termasuk yang baru"], ["*) Sementara"]])
    assert table.frame["provinsi"].tolist() == ["Satu", "Satu", "Dua", "Dua"]
    assert table.frame["tahun"].tolist() == [2022, 2023, 2022, 2023]
    assert table.catatan == ("1) Termasuk yang baru", "*) Sementara")
