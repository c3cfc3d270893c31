"""Tables of the disputes: what a reader meets, and never a worker's name."""

import pytest

from lkjlib.themes.kasus.exhibits import EXHIBITS

BY_CODE = {exhibit.kode: exhibit for exhibit in EXHIBITS}


def test_list_of_cases_has_every_case_once_and_no_column_of_person_names(data):
    frame = BY_CODE["kasus.daftar"].isi(data).frame
    assert frame.columns.tolist() == ["nomor", "perusahaan", "alamat", "hasil", "pekerja"]
    assert frame["nomor"].tolist() == list(range(1, 11))
    assert frame["pekerja"].dtype == "int64"


def test_margin_has_a_column_for_each_reference(data):
    isi = BY_CODE["kasus.kerapuhan"].isi(data)
    heads = {column.judul: column.nama for column in isi.kolom}
    assert isi.frame[heads["target 2019 (%)"]].unique().tolist() == [2.5]
    assert isi.frame[heads["RPJMD 2021 (%)"]].unique().tolist() == [2.4]


def test_outcomes_add_up_but_companies_that_stand_in_several_do_not(data):
    total = BY_CODE["kasus.hasil"].isi(data).dengan_jumlah().iloc[-1]
    assert total[["kasus", "pekerja"]].tolist() == [10, 28]
    assert total[["bagian_kasus", "bagian_pekerja"]].tolist() == pytest.approx([100, 100])
    assert total.isna()["perusahaan"]


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kode)
def test_every_table_shows_its_year_and_its_source(data, exhibit):
    isi = exhibit.isi(data)
    assert "{" not in isi.judul + isi.catatan + isi.sumber
    assert isi.sumber == "LKj 2019, Bab III"
    assert len(isi.frame)
