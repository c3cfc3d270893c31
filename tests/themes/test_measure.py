"""Measures of a frame: keys from columns and rows, cells of each, words for what changes."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.data import rows_of
from lkjlib.ledger.measures import known_measures
from lkjlib.numbers.exact import Exact
from lkjlib.themes.measure import (
    Measure,
    direction,
    per_group,
    per_row,
    plain,
    relative,
    slug,
    totals,
    with_relative,
)

FIRST, SECOND = Exact(5, "a.xlsx!P!C7"), Exact(3, "a.xlsx!P!C8")


@pytest.fixture
def frame():
    return pd.DataFrame({"jenis": ["Satu Dua", "Tiga"], "unit": [FIRST, SECOND]})


def test_per_row_names_frame_column_and_row(frame):
    found = {m.ukuran: (m.nilai, m.asal()) for m in per_row("x", frame, ["jenis"], ["unit"])}
    assert found == {"x.unit.satu_dua": (5, "a.xlsx!P!C7"), "x.unit.tiga": (3, "a.xlsx!P!C8")}


def test_per_row_of_chosen_rows_is_that_of_their_frame(frame):
    rows = rows_of(frame)[1:]
    assert [*per_row("x", rows, ["jenis"], ["unit"])] == [
        *per_row("x", frame[1:], ["jenis"], ["unit"])
    ]


def test_plain_frames_hold_the_numbers_of_the_report_again(data):
    numbers = plain(data.eksak)
    assert set(numbers.frames) == set(data.frames)
    for name, frame in data.frames.items():
        same = frame.astype(numbers.frames[name].dtypes).where(frame.notna(), None)
        pd.testing.assert_frame_equal(numbers.frames[name], same, check_column_type=False)


def test_plain_frames_of_chosen_rows_keep_them(data):
    chosen = data.eksak.koperasi.iloc[[3, 5]]
    frames = plain(replace(data.eksak, frames={"koperasi": chosen})).frames
    assert frames["koperasi"]["total"].to_dict() == data.koperasi["total"].iloc[[3, 5]].to_dict()


def test_per_row_of_a_word_rests_on_the_numbers_of_its_row(frame):
    (first, _) = per_row("x", frame.assign(kata="Baik"), ["jenis"], ["kata"])
    assert (first.nilai, first.asal()) == ("Baik", "a.xlsx!P!C7")


def test_per_row_of_a_missing_value_is_none_and_rests_on_nothing(frame):
    frame["unit"] = pd.Series([FIRST, None], dtype=object)
    *_, last = per_row("x", frame, ["jenis"], ["unit"])
    assert (last.nilai, last.asal()) == (None, "")


def test_totals_are_the_sum_and_the_count_with_the_cells_of_both(frame):
    count, total = totals("x", frame, ["unit"])
    assert (count.ukuran, count.nilai, count.asal()) == ("x.jumlah", 2, "a.xlsx!P!C7:C8")
    assert (total.ukuran, total.nilai) == ("x.unit.total", 8)
    sums = {frozenset(total.isi.sel()): "a.xlsx!P!C9"}
    assert total.asal(sums) == "a.xlsx!P!C9"
    assert count.asal(sums) == "a.xlsx!P!C7:C8"  # what was counted is the rows, not their sum


def test_per_group_sums_over_each_member(frame):
    found = {m.ukuran: m.nilai for m in per_group("x", frame, "jenis", ["unit"])}
    assert found == {"x.unit.jenis.satu_dua": 5, "x.unit.jenis.tiga": 3}


def test_a_word_has_the_formula_of_the_number_it_follows_from():
    assert Measure("x", "Baik", "", dari=(FIRST / SECOND,)).asal() == "a.xlsx!P!C7 / C8"


def test_a_word_from_a_blank_rests_on_no_cell():
    assert Measure("x.kategori", None, "", dari=(None,)).asal() == ""
    assert Measure("x.arah", "tetap", "", dari=(FIRST, None)).asal() == "a.xlsx!P!C7"


def test_a_word_lists_the_cells_of_several_numbers_once():
    word = Measure("x", "meningkat", "", dari=(FIRST, FIRST / SECOND, FIRST))
    assert word.asal() == "a.xlsx!P!C7:C8"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [(1, 2, "meningkat"), (2, 1, "menurun"), (1, 1, "tetap"), (None, 1, None), (1, None, None)],
)
def test_direction_of_a_change(before, after, word):
    assert direction(before, after) == word


def test_slug_of_a_name_is_a_part_of_a_key():
    assert slug("Kabupaten Tanah Laut") == "kabupaten_tanah_laut"
    assert slug("PB / Anjuran") == "pb_anjuran"


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("kinerja.realisasi.tpt.2019", "kinerja.realisasi.tpt.ini"),
        ("kinerja.realisasi.tpt.2018", "kinerja.realisasi.tpt.lalu"),
        ("kinerja.realisasi.tpt.2016", "kinerja.realisasi.tpt.lalu3"),
        ("kinerja.target.tpt.2020", "kinerja.target.tpt.depan"),
        ("kinerja.arah.tpt.2017_2019", "kinerja.arah.tpt.lalu2_ini"),
        ("tpak.tpak.perempuan.2018", "tpak.tpak.perempuan.lalu"),
        ("ambang.kasus_sisa.target_2019", "ambang.kasus_sisa.target_2019"),  # a name, not a year
        ("kegiatan.alokasi.01", "kegiatan.alokasi.01"),
    ],
)
def test_years_of_a_key_are_counted_from_the_reports_year(key, wanted):
    assert relative(key, 2019) == wanted


def test_every_measure_keeps_its_own_key():
    known = {"a.2019": 1, "a.ini": 2, "b.2018_2019": 3, "c": 4}
    found = with_relative(known, 2019)
    assert found == {"a.2019": 1, "a.ini": 2, "b.2018_2019": 3, "b.lalu_ini": 3, "c": 4}


def test_the_same_name_means_the_next_year_in_the_next_report():
    assert relative("kinerja.realisasi.tpt.2020", 2020) == "kinerja.realisasi.tpt.ini"
    assert relative("kinerja.realisasi.tpt.2019", 2020) == "kinerja.realisasi.tpt.lalu"


def test_known_measures_are_found_by_relative_names(data):
    known = known_measures(data)
    assert known["kinerja.target.tpt.ini"] is known["kinerja.target.tpt.2019"]
    assert known["kinerja.arah.tpt.lalu_ini"] is known["kinerja.arah.tpt.2018_2019"]
    assert known["kinerja.realisasi.tpt.lalu"] is known["kinerja.realisasi.tpt.2018"]
