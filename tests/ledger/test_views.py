"""Views of the ledger: every statement has a section, findings stand in order of consequence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjlib.errors import AnnexError
from lkjlib.ledger.claims import KONSEKUENSI, ledger_tables
from lkjlib.ledger.coverage import angka, cakupan_per_bagian
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import BAGIAN, section_of
from lkjlib.ledger.views import ringkasan_klaim, selisih_laporan, tidak_teruji, vonis_per_bagian
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, VONIS


@pytest.fixture(scope="module")
def ledger(data):
    return klaim(data)


@pytest.fixture(scope="module")
def findings(data):
    return temuan_klaim(data)


@pytest.mark.parametrize(
    ("bagian", "section"),
    [
        ("Kata Pengantar", "Pengantar dan Ringkasan"),
        ("Ringkasan Eksekutif", "Pengantar dan Ringkasan"),
        ("Bab I F", "Bab I"),
        ("Bab II A", "Bab II"),
        ("Bab III A.1", "Bab III A.1–2"),
        ("Bab III A.3 sasaran 2.2", "Sasaran 2 UMKM"),
        ("Bab III B", "Bab III B anggaran"),
        ("Bab IV", "Bab IV dan Lampiran"),
        ("Lampiran", "Bab IV dan Lampiran"),
        ("Antarbagian", "Antarbagian"),
    ],
)
def test_section_of_a_place_in_the_report(bagian, section):
    assert section_of(bagian) == section


@pytest.mark.parametrize("view", [temuan_klaim, vonis_per_bagian, cakupan_per_bagian])
@pytest.mark.parametrize(
    ("lembar", "text"), [("Klaim", "Bab 3 B"), ("Temuan", "Naik {tiada}"), ("Angka", "Bab 3 B")]
)
def test_views_of_a_ledger_with_an_unknown_name_raise_its_cell(annexes, data, lembar, text, view):
    annexes.edit("klaim.xlsx", lembar, C6=text)
    with pytest.raises(AnnexError, match=rf"klaim\.xlsx.*{lembar}.*C6"):
        view(replace(data, folder=annexes.folder))


def test_section_of_covers_every_place_of_the_ledger(ledger):
    assert {section_of(bagian) for bagian in ledger["bagian"].unique()} == set(BAGIAN)


def test_section_of_covers_every_place_of_a_number_but_the_cover(data):
    places = set(angka(data)["bagian"].unique()) - {"Sampul"}
    assert {section_of(bagian) for bagian in places} <= set(BAGIAN)


def test_vonis_per_bagian_counts_every_statement_once(data, ledger):
    frame = vonis_per_bagian(data)
    assert frame.columns.tolist() == ["bagian", *VONIS, "jumlah"]
    assert frame["bagian"].tolist() == list(BAGIAN)
    assert frame["jumlah"].sum() == len(ledger)
    assert (frame[list(VONIS)].sum(axis=1) == frame["jumlah"]).all()
    assert frame[list(VONIS)].sum().to_dict() == ledger["vonis"].value_counts().to_dict()


def test_ringkasan_klaim_parts_computed_from_reasoned(data, ledger):
    frame = ringkasan_klaim(data)
    assert frame.columns.tolist() == ["vonis", "hitungan", "nalar", "jumlah"]
    assert frame["vonis"].tolist() == list(VONIS)
    assert (frame["hitungan"] + frame["nalar"] == frame["jumlah"]).all()
    assert frame["nalar"].sum() == (ledger["dasar"] == "nalar").sum()


def test_cakupan_per_bagian_explains_every_number(data):
    frame = cakupan_per_bagian(data)
    assert frame["bagian"].iloc[0] == "Sampul"
    assert frame["jumlah"].sum() == 1442
    assert (frame[["data", "klaim", "acuan"]].sum(axis=1) == frame["jumlah"]).all()
    assert (frame["terjelaskan"] == 100).all()


def test_temuan_klaim_stands_in_the_order_of_consequence(findings):
    order = list(KONSEKUENSI)
    places = [order.index(name) for name in findings["konsekuensi"]]
    assert places == sorted(places)
    assert set(findings["konsekuensi"]) == set(order)
    within = findings.groupby("konsekuensi")["nomor"]
    assert within.apply(lambda numbers: numbers.is_monotonic_increasing).all()


def test_temuan_klaim_gathers_every_failing_statement_once(findings, ledger):
    failing = ledger[~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])]
    assert findings["banyak"].sum() == len(failing)
    assert findings["nomor"].is_unique


def test_temuan_klaim_of_every_title_is_filled_and_argued(data, findings):
    assert not findings["judul"].str.contains(r"[{}]").any()
    assert findings[["judul", "vonis", "baris", "tercetak", "alasan"]].ne("").all(axis=None)
    titles = [row["judul"].nilai for row in ledger_tables(data)["klaim.Temuan"].rows]
    assert len(findings) == len(titles)


def test_temuan_klaim_lines_are_those_of_its_statements(findings, ledger):
    for finding in findings.itertuples():
        members = ledger[(ledger["temuan"] == finding.nomor) & (ledger["vonis"] != COCOK)]
        assert set(map(int, finding.baris.split(", "))) == set(members["baris"])
        assert finding.banyak == len(members)


def test_temuan_klaim_omzet_changes_the_category(findings):
    # sasaran 2.2: 10,23 % printed as 10; capaian 102,29; Baik Sekali instead of Baik
    (omzet,) = findings[findings["judul"].str.contains("Omzet naik")].to_dict("records")
    assert omzet["mengubah_kategori"] is True
    assert omzet["konsekuensi"] == "vonis"
    assert {"10,23", "102,29", "Baik Sekali"} <= set(omzet["dihitung"].split(", "))


def test_temuan_klaim_rounded_capaian_does_not_change_a_category(findings):
    (rounded,) = findings[findings["judul"].str.contains("tidak berubah, kecuali")].to_dict(
        "records"
    )
    assert rounded["mengubah_kategori"] is False
    assert {"78,28", "103,56", "117,07", "104,76"} == set(rounded["dihitung"].split(", "))


def test_tidak_teruji_is_every_untested_statement_with_a_reason(data, ledger):
    frame = tidak_teruji(data)
    assert len(frame) == (ledger["vonis"] == TIDAK_DAPAT_DIUJI).sum()
    assert frame["penjelasan"].ne("").all()


def test_selisih_laporan_of_a_section_has_its_failing_statements_only(data, ledger):
    frame = selisih_laporan(data, "Bab III A.3 sasaran 1")
    columns = ["kode", "baris", "pernyataan", "tercetak", "dihitung", "vonis", "penjelasan"]
    assert frame.columns.tolist() == columns
    assert frame.index.tolist() == list(range(len(frame)))
    assert not {COCOK, TIDAK_DAPAT_DIUJI} & set(frame["vonis"])
    chosen = ledger[ledger["kode"].isin(frame["kode"])]
    assert set(chosen["bagian"]) == {"Bab III A.3 sasaran 1"}
    assert "3,65%" in set(frame["tercetak"])


def test_selisih_laporan_of_several_sections_is_their_union(data):
    both = selisih_laporan(data, "Bab III A.3 sasaran 2", "Bab III B")
    parts = [selisih_laporan(data, name) for name in ("Bab III A.3 sasaran 2", "Bab III B")]
    assert set(both["kode"]) == {kode for part in parts for kode in part["kode"]}
    assert len(both) == sum(map(len, parts))


def test_selisih_laporan_of_every_section_is_all_that_fails(data, ledger):
    frame = selisih_laporan(data)
    assert (frame["vonis"] == TIDAK_COCOK).sum() == (ledger["vonis"] == TIDAK_COCOK).sum()


def test_selisih_laporan_takes_section_names_in_whole_words(data):
    assert set(selisih_laporan(data, "Bab II")["kode"].str[0]) <= {"J"}


def test_selisih_laporan_of_an_unknown_section_is_empty(data):
    assert selisih_laporan(data, "Bab IX").empty
