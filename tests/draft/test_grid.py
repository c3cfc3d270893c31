"""Which rows head a table, and which words stand for a row."""

import pytest

from lkjlib.draft.grid import Grid, header_rows

BUDGET = (
    ("No", "Program / Kegiatan", "Anggaran", "", "Fisik"),
    ("", "", "Alokasi", "Realisasi", ""),
    ("1", "2", "3", "4", "5"),
    ("1.", "Program Kantor", "300", "200", "100"),
    ("", "Listrik", "100", "50", "100"),
    ("", "Air", "200", "150", "100"),
)


def test_heading_ends_at_the_first_row_of_data():
    assert header_rows(BUDGET) == 3
    assert header_rows(BUDGET[3:]) == 0


def test_heading_over_several_columns_stands_over_each_of_them():
    heads = Grid(BUDGET, 3).heads
    assert heads[2] == ["Anggaran", "Alokasi"]
    assert heads[3] == ["Anggaran", "Realisasi"]
    assert heads[4] == ["Fisik"]


def test_row_is_named_by_its_label_and_stands_under_its_group():
    grid = Grid(BUDGET, 3)
    assert grid.names[3:] == ["Program Kantor", "Listrik", "Air"]
    assert grid.groups[3:] == [(), ("Program Kantor",), ("Program Kantor",)]


def test_unit_beside_a_name_names_no_row():
    rows = (("No", "Indikator", "Satuan", "Target"), ("1.", "Angka Melek Huruf", "persen", "99"))
    assert Grid(rows, 1).names[1] == "Angka Melek Huruf"


@pytest.mark.parametrize("first", ["A.", "1", "IV."])
def test_numbered_first_row_is_no_heading(first):
    assert header_rows([(first, "KUD", "")]) == 0
