"""Tables of the budget: sums and ratios that follow from them, words of the report's year."""

import pytest

from lkjlib.themes.anggaran.exhibits import EXHIBITS

BY_CODE = {exhibit.kode: exhibit for exhibit in EXHIBITS}


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kode)
def test_every_table_shows_its_words_and_its_source(data, exhibit):
    isi = exhibit.isi(data, *(("kasus",) if exhibit.kode == "anggaran.untuk_sasaran" else ()))
    assert "{" not in isi.judul + isi.catatan + isi.sumber
    assert isi.sumber.startswith("LKj 2019, Bab II")
    assert len(isi.frame)


def test_absorption_below_the_programmes_is_that_of_their_sums(data):
    total = BY_CODE["anggaran.program"].isi(data).dengan_jumlah().iloc[-1]
    assert total["alokasi"] == 3_923_949_220  # Bab III B, TOTAL
    assert total["serapan"] == pytest.approx(3_751_745_353 / 3_923_949_220 * 100)


def test_printed_absorption_of_a_kegiatan_is_a_number_under_its_urusan(data):
    isi = BY_CODE["anggaran.kegiatan"].isi(data)
    assert isi.frame["tercetak"].iloc[0] == 73.96  # Jasa Komunikasi, Sumber Daya Air dan Listrik
    assert isi.frame["urusan"].isna().sum() == 21
    assert isi.frame["urusan"].nunique() == 2


def test_budget_of_a_sasaran_names_its_indicator_and_what_is_left_out(data):
    isi = BY_CODE["anggaran.untuk_sasaran"].isi(data, "kasus")
    assert "Persentase Perusahaan Yang Berkasus Ketenagakerjaan" in isi.judul
    assert isi.frame["pagu"].isna().sum() == 1
    assert isi.dengan_jumlah()["alokasi"].iloc[-1] == 194_067_650


def test_differences_are_added_up_where_there_are_any(data):
    total = BY_CODE["anggaran.tiga_sumber"].isi(data).dengan_jumlah().iloc[-1]
    assert total["alokasi_kurang_pk"] == 39_160_000 - 13_097_750
    assert total["pagu_kurang_alokasi"] == -240_721_000
