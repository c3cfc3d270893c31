"""Tables of the indicators as declared once: every product shows these."""

import pytest

from lkjlib.products.catalogue import find_exhibit
from lkjlib.products.notebook import tabel
from lkjlib.themes.indikator.exhibits import EXHIBITS

OF_ONE = ("kartu", "tabel_i", "tabel_ii", "tabel_iii", "tabel_iv")


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kode)
def test_every_table_is_filled_and_headed_in_words(data, exhibit):
    argumen = ["tpt"] if exhibit.kode.removeprefix("indikator.") in OF_ONE else []
    isi = exhibit.isi(data, *argumen)
    assert len(isi.frame)
    assert "{" not in isi.judul + isi.catatan + isi.sumber
    assert all(kolom.judul[0].isupper() and "_" not in kolom.judul for kolom in isi.kolom)
    assert bool(exhibit.lembar) <= bool(isi.sumber)


def test_ringkasan_shows_readers_no_column_that_only_a_formula_needs(data):
    shown = tabel(data, "indikator.ringkasan")
    assert shown.kolom == (
        *("Indikator", "Target", "Realisasi tercetak", "Realisasi dihitung"),
        *("Capaian tercetak", "Capaian dihitung", "Kategori tercetak", "Kategori dihitung"),
    )
    names = [kolom.nama for kolom in find_exhibit("indikator.ringkasan").isi(data).kolom]
    assert {"rumus", "capaian_dari_tercetak"} <= set(names)


def test_ambisi_dan_laju_shows_the_named_indicators_or_all(data):
    assert len(tabel(data, "indikator.ambisi_dan_laju").baris) == 5
    rows = tabel(data, "indikator.ambisi_dan_laju", "tpt", "omzet").baris
    assert [row[0] for row in rows] == ["Peningkatan omzet", "TPT"]


def test_title_names_the_indicator(data):
    title = tabel(data, "indikator.tabel_i", "kasus").judul
    assert title.startswith("Tabel I.")
    assert title.endswith("Persentase Perusahaan Yang Berkasus Ketenagakerjaan")
