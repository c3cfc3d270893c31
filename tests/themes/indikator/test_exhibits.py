"""Tables of the indicators as declared once: every product shows these."""

import re

import pytest
from small import INDIKATOR, altered, write_report

from lkjlib.loading import load
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
    assert {"rumus_kata", "capaian_dari_tercetak"} <= set(names)


def test_ambisi_dan_laju_shows_the_named_indicators_or_all(data):
    assert len(tabel(data, "indikator.ambisi_dan_laju").baris) == 5
    rows = tabel(data, "indikator.ambisi_dan_laju", "tpt", "omzet").baris
    assert [row[0] for row in rows] == ["Peningkatan omzet", "TPT"]


def test_title_names_the_indicator(data):
    title = tabel(data, "indikator.tabel_i", "kasus").judul
    assert title.startswith("Tabel I.")
    assert title.endswith("Persentase Perusahaan Yang Berkasus Ketenagakerjaan")


@pytest.fixture(scope="module")
def contoh(tmp_path_factory):
    """An invented office: three units, no counts, years ahead, no references."""
    return load(write_report(tmp_path_factory.mktemp("contoh")))


def _shown(data, exhibit):
    return [tabel(data, exhibit.kode, *kode) for kode in _argumen(data, exhibit)]


def _argumen(data, exhibit):
    of_one = exhibit.kode.removeprefix("indikator.") in OF_ONE
    return [(kode,) for kode in data.indikator["kode"]] if of_one else [()]


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kode)
def test_every_table_of_another_office_names_no_other_place_or_year(contoh, exhibit):
    for shown in _shown(contoh, exhibit):
        text = re.sub(r"[Pp]erm\S+[ -]\d+\S+( \(juga \S+\))?", "", repr(shown))
        assert not re.search(r"Banjarbaru|20[12]\d|RPJM|LKj|lkj-", text)


def test_units_stand_beside_figures_without_needless_decimals(contoh):
    shown = tabel(contoh, "indikator.ringkasan")
    assert shown.kolom[:3] == ("Indikator", "Target", "Realisasi tercetak")
    assert shown.baris[0][:3] == ("Jumlah LPK (LPK)", "30", "21")
    assert shown.baris[2][1:3] == ("19,14", "−7,20")
    assert tabel(contoh, "indikator.tabel_i", "lpk").baris == (
        ("Target", "30", "–"),
        ("Realisasi", "21", "21"),
        ("Capaian", "70,00", "70,00"),
    )
    assert "Perubahan (LPK)" in tabel(contoh, "indikator.tabel_ii", "lpk").kolom
    assert "Perubahan (poin persen)" in tabel(contoh, "indikator.tabel_ii", "kasus").kolom


def test_without_counts_no_column_is_recomputed_and_a_note_says_why(contoh):
    shown = tabel(contoh, "indikator.ringkasan")
    assert "Realisasi dihitung" not in shown.kolom
    assert shown.catatan.startswith("Tanpa cacah di lampiran: Jumlah LPK, Penyelesaian kasus dan")
    assert "Dihitung dari lampiran" not in tabel(contoh, "indikator.tabel_i", "lpk").kolom
    assert tabel(contoh, "indikator.kerapuhan").baris == ()
    assert "Realisasi dihitung" not in [
        row[0] for row in tabel(contoh, "indikator.kartu", "lpk").baris
    ]


def test_some_counts_leave_the_others_blank(tmp_path):
    cards = altered(INDIKATOR, G3="cacah")
    counts = [["Kode", "Tahun", "Pembilang", "Penyebut"], ["kasus", 2031, 712, 785]]
    data = load(write_report(tmp_path, Indikator=cards, Cacah=counts))
    shown = tabel(data, "indikator.ringkasan")
    place = shown.kolom.index("Realisasi dihitung")
    assert [row[place] for row in shown.baris] == ["–", "90,70", "–"]
    assert tabel(data, "indikator.kerapuhan").baris[0][:4] == (
        *("Penyelesaian kasus", "satuan pembilang"),
        *("712", "785"),
    )
