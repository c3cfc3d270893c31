"""Tables of new and coached firms: the printed rows, their sums, words without typed years."""

import re

import pytest

from lkjlib.themes.umkm.analysis import TOTAL, rasio_menurut, tabel_bidang
from lkjlib.themes.umkm.exhibits import EXHIBITS

KODE = {exhibit.kode: exhibit for exhibit in EXHIBITS}


@pytest.mark.parametrize("kode", KODE)
def test_exhibit_says_its_year_only_where_the_report_gives_it(data, kode):
    exhibit = KODE[kode]
    assert not re.search(r"20\d\d", exhibit.judul + exhibit.catatan + exhibit.sumber)
    assert exhibit.isi(data).sumber.startswith("LKj 2019")


@pytest.mark.parametrize("ukuran", ["baru", "binaan"])
def test_sums_of_the_printed_tables_are_the_printed_total(data, ukuran):
    shown = KODE[f"umkm.{ukuran}"].isi(data).dengan_jumlah()
    assert shown.to_numpy().tolist() == tabel_bidang(data, ukuran).to_numpy().tolist()


@pytest.mark.parametrize("menurut", ["kecamatan", "bidang"])
def test_sums_of_the_ratios_are_the_city(data, menurut):
    last = KODE[f"umkm.{menurut}"].isi(data).dengan_jumlah().iloc[-1]
    city = rasio_menurut(data, menurut).iloc[-1]
    assert last[menurut] == TOTAL
    for name in ("baru", "binaan", "rasio", "bagian_baru", "bagian_binaan"):
        assert last[name] == pytest.approx(city[name])
