"""Tables that a page break has cut."""

from lkjlib.draft.document import Tabel, Teks, grid_of, join_tables

HEAD = ("No", "Kegiatan", "Alokasi", "Realisasi")
ONE = Tabel((HEAD, ("1.", "Rapat dan", "10", "9")), (1, 2))


def test_table_with_the_same_heading_goes_on_and_its_split_name_is_mended():
    rest = Tabel((HEAD, ("", "Konsultasi", "", ""), ("2.", "Listrik", "5", "5")), (4, 5, 6))
    (table,) = join_tables([ONE, rest])
    grid = grid_of(table, "")
    assert grid.names[1] == "Rapat dan Konsultasi"
    assert [grid.at(row, 1) for row in grid.body() if grid.at(row, 1)] == [
        "Rapat dan Konsultasi",
        "Listrik",
    ]
    assert grid.baris == (1, 2, 4, 5, 6)


def test_rows_without_a_heading_belong_to_the_table_before():
    rest = Tabel((("2.", "Listrik", "5", "5"),), (4,))
    assert len(list(join_tables([ONE, rest]))) == 1


def test_text_between_two_tables_keeps_them_apart():
    rest = Tabel((HEAD, ("2.", "Listrik", "5", "5")), (5, 6))
    assert len(list(join_tables([ONE, Teks(4, "Tabel berikut:"), rest]))) == 3
