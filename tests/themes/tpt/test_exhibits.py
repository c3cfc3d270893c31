"""Tables of unemployment as a reader meets them."""

import pytest

from lkjlib.products.notebook import tabel
from lkjlib.themes.tpt.exhibits import EXHIBITS


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=[exhibit.kode for exhibit in EXHIBITS])
def test_exhibit_has_rows_headings_and_no_open_placeholder(data, exhibit):
    isi = exhibit.isi(data)
    assert not isi.frame.empty
    words = [isi.judul, isi.catatan, isi.sumber, *(column.judul for column in isi.kolom)]
    assert all(words) and not any("{" in text or "_" in text for text in words)


def test_table_of_groups_ends_in_the_rate_of_the_city(data):
    last = tabel(data, "tpt.jenis_kelamin").baris[-1]
    assert last == ("Jumlah", "6.180", "115.983", "122.163", "5,06", "–")


def test_shares_of_the_groups_add_up(data):
    last = tabel(data, "tpt.pendidikan_pangsa").baris[-1]
    assert last[:4] == ("Jumlah", "5,06", "100,00", "100,00")


def test_margins_have_a_column_for_each_design_effect(data):
    shown = tabel(data, "tpt.batas_galat")
    effects = [f"Efek rancangan {effect} (± poin)" for effect in (1, 2, 3)]
    assert shown.kolom == ("n (orang AK)", *effects)
    assert shown.baris[1] == ("1.100", "1,30", "1,83", "2,24")


def test_what_the_report_does_not_print_of_women_is_left_open(data):
    first = tabel(data, "tpt.perempuan").baris[0]
    assert first[:3] == ("2018", "52,02", "1.998") and set(first[3:]) == {"–"}
