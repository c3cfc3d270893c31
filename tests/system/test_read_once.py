"""What is read once for all tests is never taken for what a test has changed."""

from lkjlib.ledger.measures import measures
from lkjlib.loading import load


def values(known):
    return {name: (measure.nilai, measure.asal()) for name, measure in known.items()}


def test_measures_of_an_unchanged_copy_are_those_of_the_frozen_annexes(annexes, reader):
    copied = load(path=annexes.folder)
    assert reader.measures(copied) == reader.measured
    reader.measures(copied).clear()
    assert reader.measures(copied) == reader.measured != {}


def test_measures_of_a_changed_cell_are_computed_anew(annexes, reader):
    annexes.edit("kasus.xlsx", "Wajib Lapor", C6=400)
    changed = load(path=annexes.folder)
    assert values(reader.measures(changed)) == values(measures(changed)) != values(reader.measured)


def test_measures_on_another_scale_are_computed_anew(annexes, reader):
    path = annexes.folder / "laporan.toml"
    text = path.read_text("utf-8").replace('"lkj-2019"', '"permenpanrb-8-2021"')
    path.write_text(text, "utf-8")
    changed = load(path=annexes.folder)
    assert values(reader.measures(changed)) == values(measures(changed)) != values(reader.measured)


def test_measures_of_the_same_values_in_other_cells_name_those_cells(annexes, reader):
    annexes.change("kasus.xlsx", "Wajib Lapor", lambda sheet: sheet.insert_rows(1))
    moved = reader.measures(load(path=annexes.folder))["kasus.persen.satu_kasus_lagi"]
    assert "Wajib Lapor!C7" in moved.asal()
    assert "Wajib Lapor!C6" in reader.measured[moved.ukuran].asal()
