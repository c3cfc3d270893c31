"""Where tables stand: titles, notes, several of them stacked or side by side."""

KEPALA = ["Kecamatan", 2021, 2022]
ISI = [["Satu", 120, 140], ["Dua", 80, 95]]


def test_titles_are_joined_and_notes_kept_and_neither_is_a_row(read):
    rows = [["Tabel 1. Jumlah Usaha"], ["menurut Kecamatan"], [], KEPALA, *ISI,
            ["Sumber: Dinas"], ["*) Angka sementara"]]  # fmt: skip
    [table] = read(rows, ["A1:C1"])
    assert table.judul == "Tabel 1. Jumlah Usaha · menurut Kecamatan"
    assert table.catatan == ("Sumber: Dinas", "*) Angka sementara")
    assert table.frame["nilai"].tolist() == [120, 140, 80, 95]
    assert table.area == "A4:C6"


def test_notes_end_where_a_signature_begins(read):
    signed = [["Sumber: Dinas"], [], [None, "Kepala Dinas,"], [None, "Nama Orang"], ["NIP. 1970"]]
    [table] = read([KEPALA, *ISI, *signed])
    assert table.catatan == ("Sumber: Dinas",)
    assert "Nama Orang" not in repr(table)


def test_used_range_beyond_the_last_filled_cell_adds_nothing(read):
    [table] = read([KEPALA, *ISI, *[[None, None, None, ""]] * 50])
    assert len(table.frame) == 4


def test_tables_above_each_other_are_read_each_with_its_title(read):
    other = [["Tabel 2. Koperasi"], ["Kelurahan", "Aktif", "Tidak Aktif"], ["Tiga", 5, 6]]
    first, second = read([["Tabel 1. Usaha"], KEPALA, *ISI, ["Sumber: A"], [], *other])
    assert (first.judul, second.judul) == ("Tabel 1. Usaha", "Tabel 2. Koperasi")
    assert first.catatan == ("Sumber: A",)
    assert second.frame[["kelurahan", "status", "nilai"]].values.tolist() == [
        ["Tiga", "Aktif", 5],
        ["Tiga", "Tidak Aktif", 6],
    ]


def test_tables_above_each_other_without_blank_rows_are_told_apart(read):
    other = [["Tabel 2. Koperasi"], ["Kelurahan", "Aktif", "Tidak Aktif"], ["Tiga", 5, 6]]
    first, second = read([KEPALA, *ISI, *other])
    assert (len(first.frame), len(second.frame)) == (4, 2)
    assert second.judul == "Tabel 2. Koperasi"


def test_tables_side_by_side_are_read_each(read):
    rows = [["Usaha", None, None, None, "Koperasi"]]
    rows += [[*KEPALA, None, "Kelurahan", "Aktif", "Tidak Aktif"]]
    rows += [[*ISI[0], None, "Tiga", 5, 6], [*ISI[1], None, "Empat", 7, 8]]
    left, right = read(rows)
    assert left.frame["asal"].tolist() == ["B3", "C3", "B4", "C4"]
    assert right.frame["asal"].tolist() == ["F3", "G3", "F4", "G4"]
    assert right.frame["kelurahan"].unique().tolist() == ["Tiga", "Empat"]


def test_long_list_set_in_two_columns_is_read_to_its_end(read):
    rows = [["No", "Kecamatan", "Usaha", "No", "Kecamatan", "Usaha"]]
    rows += [[1, "Satu", 10, 3, "Tiga", 30], [2, "Dua", 20, 4, "Empat", 40]]
    tables = read(rows)
    assert [v for table in tables for v in table.frame["nilai"]] == [10, 20, 30, 40]


def test_blank_column_between_numbers_parts_no_table(read):
    [table] = read([["Kecamatan", 2021, None, 2022], ["Satu", 120, None, 140], ["Dua", 8, None, 9]])
    assert table.frame["tahun"].tolist() == [2021, 2022, 2021, 2022]


def test_heading_repeated_on_the_next_page_is_no_row(read):
    [table] = read([KEPALA, ISI[0], [], ["Lanjutan Tabel 1"], KEPALA, ISI[1]])
    assert table.frame["kecamatan"].tolist() == ["Satu", "Satu", "Dua", "Dua"]


def test_blank_rows_inside_a_body_end_no_table(read):
    [table] = read([KEPALA, ISI[0], [], ISI[1]])
    assert len(table.frame) == 4


def test_row_of_column_numbers_is_dropped_however_it_is_written(read):
    for numbers in (["(1)", "(2)", "(3)"], [1, 2, 3], [-1, -2, -3], ["a", "b", "c"]):
        [table] = read([KEPALA, numbers, *ISI])
        assert table.frame["nilai"].tolist() == [120, 140, 80, 95], numbers
        assert table.frame["tahun"].tolist() == [2021, 2022, 2021, 2022], numbers


def test_sheet_without_numbers_gives_no_table(make_workbook):
    import pytest

    import lkjlib as lkj

    path = make_workbook({"Isi": [["Daftar"], ["a", "b"]], "Lembar": [KEPALA, *ISI]})
    assert [table.lembar for table in lkj.read_printed(path)] == ["Lembar"]
    with pytest.raises(lkj.LkjError, match="'Isi': tidak ada tabel angka"):
        lkj.read_printed(path, "Isi")


def test_numbers_below_the_notes_are_no_rows_and_are_named(read):
    [table] = read([KEPALA, *ISI, [], ["Catatan:"], ["Responden", 1200]])
    assert len(table.frame) == 4
    assert [fault.sel for fault in table.peringatan] == ["A6"]


def test_lone_number_in_a_preface_is_no_table(read):
    [table] = read([["Nomor", 123], [], ["Tabel 1. Usaha"], KEPALA, *ISI])
    assert table.area == "A4:C6"


def test_numbers_may_head_columns(read):
    rows = [["Kecamatan", "Jumlah ART"], [None, 1, 2, "3+"], ["Satu", 10, 20, 30]]
    [table] = read([*rows, ["Dua", 11, 21, 31]], ["A1:A2", "B1:D1"])
    assert table.frame["rincian"].tolist() == ["1", "2", "3+"] * 2


def test_table_without_headings_is_read_and_named(read):
    [table] = read([["Laki-laki", 10], ["Perempuan", 25], ["Jumlah", 35]])
    assert table.frame["jenis_kelamin"].tolist() == ["Laki-laki", "Perempuan", "Jumlah"]
    assert [fault.diharapkan for fault in table.peringatan] == ["judul kolom"]


def test_year_beside_a_source_is_no_number(read):
    [table] = read([KEPALA, *ISI, ["Sumber: BPS", None, 2023]])
    assert len(table.frame) == 4
    assert table.catatan == ("Sumber: BPS 2023",)
