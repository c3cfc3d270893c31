"""Tables on omzet: sums of the classes, words without typed years."""

import re

import pytest

from lkjlib.themes.omzet.exhibits import EXHIBITS
from lkjlib.themes.omzet.lorenz import pita_lorenz

KODE = {exhibit.kode: exhibit for exhibit in EXHIBITS}


@pytest.mark.parametrize("kode", KODE)
def test_exhibit_says_its_year_only_where_the_report_gives_it(data, kode):
    exhibit = KODE[kode]
    assert not re.search(r"20\d\d", exhibit.judul + exhibit.catatan + exhibit.sumber)
    assert exhibit.isi(data).sumber.startswith("LKj 2019")


@pytest.mark.parametrize("kode", ["omzet.kelas", "omzet.kenaikan"])
def test_classes_add_up_to_all_firms(data, kode):
    last = KODE[kode].isi(data).dengan_jumlah().iloc[-1]
    assert last["usaha"] == 1845
    assert last["bagian"] == pytest.approx(100)


def test_lorenz_shows_the_ends_of_the_classes_with_both_lower_bounds(data):
    shown = KODE["omzet.lorenz"].isi(data).frame
    assert len(shown) == 7  # none, and the end of each of six classes
    wide = pita_lorenz(data).query("batas_kelas")["omzet_min"].tolist()
    assert shown["omzet_min_terbuka"].tolist() == wide
    assert (shown["omzet_min_terbuka"] <= shown["omzet_min"] + 1e-9).all()
