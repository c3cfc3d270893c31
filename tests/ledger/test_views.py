"""Views of the ledger: every statement is counted once, none that fails is left out."""

from dataclasses import replace

import pytest

from lkjlib.errors import AnnexError
from lkjlib.ledger.basis import DASAR, DINALAR
from lkjlib.ledger.coverage import cakupan_per_bagian
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import sections_in
from lkjlib.ledger.views import ringkasan_klaim, selisih_laporan, tidak_teruji, vonis_per_bagian
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, VONIS


@pytest.fixture(scope="module")
def ledger(data):
    return klaim(data)


@pytest.mark.parametrize("view", [temuan_klaim, vonis_per_bagian, cakupan_per_bagian])
@pytest.mark.parametrize(
    ("lembar", "text"), [("Klaim", "Bab 3 B"), ("Temuan", "Naik {tiada}"), ("Angka", "Bab 3 B")]
)
def test_views_of_a_ledger_with_an_unknown_name_raise_its_cell(annexes, data, lembar, text, view):
    annexes.edit("klaim.xlsx", lembar, C6=text)
    with pytest.raises(AnnexError, match=rf"klaim\.xlsx.*{lembar}.*C6"):
        view(replace(data, laporan=replace(data.laporan, folder=annexes.folder)))


def test_vonis_per_bagian_counts_every_statement_once(data, ledger):
    frame = vonis_per_bagian(data)
    assert frame.columns.tolist() == ["bagian", *VONIS, "jumlah"]
    assert frame["bagian"].tolist() == list(sections_in(data.laporan))
    assert frame["jumlah"].sum() == len(ledger)
    assert (frame[list(VONIS)].sum(axis=1) == frame["jumlah"]).all()
    assert frame[list(VONIS)].sum().to_dict() == ledger["vonis"].value_counts().to_dict()


def test_ringkasan_klaim_parts_computed_from_reasoned(data, ledger):
    frame = ringkasan_klaim(data)
    assert frame.columns.tolist() == ["vonis", *DASAR, "jumlah"]
    assert frame["vonis"].tolist() == list(VONIS)
    assert (frame[list(DASAR)].sum(axis=1) == frame["jumlah"]).all()
    assert frame[DINALAR].sum() == (ledger["dasar"] == DINALAR).sum()


def test_tidak_teruji_is_every_untested_statement_with_a_reason(data, ledger):
    frame = tidak_teruji(data)
    assert len(frame) == (ledger["vonis"] == TIDAK_DAPAT_DIUJI).sum()
    assert frame["penjelasan"].ne("").all()


def test_selisih_laporan_of_a_section_has_its_failing_statements_only(data, ledger):
    frame = selisih_laporan(data, "Bab III A.3 sasaran 1")
    assert {"kode", "bagian", "tabel", "tercetak", "saran"} <= set(frame)
    assert "baris" not in frame
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


def test_selisih_laporan_stands_in_the_order_of_the_report(data, ledger):
    frame = selisih_laporan(data)
    sections = list(sections_in(data.laporan))
    places = [sections.index(name) for name in frame["seksi"]]
    assert places == sorted(places)
    lines = ledger.set_index("kode")["baris"].loc[frame["kode"]]
    assert all(rows.is_monotonic_increasing for _, rows in lines.groupby(places))


def test_selisih_laporan_takes_section_names_in_whole_words(data):
    assert set(selisih_laporan(data, "Bab II")["kode"].str[0]) <= {"J"}


def test_selisih_laporan_of_an_unknown_section_is_empty(data):
    assert selisih_laporan(data, "Bab IX").empty
