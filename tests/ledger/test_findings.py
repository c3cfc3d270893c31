"""Findings of the ledger stand in the order of consequence and gather what fails."""

from itertools import permutations
from types import SimpleNamespace

import pandas as pd
import pytest

from lkjlib.ledger import findings as ledger_findings
from lkjlib.ledger.basis import DARI_SINI, DIHITUNG_ULANG
from lkjlib.ledger.claims import KONSEKUENSI, ledger_tables
from lkjlib.ledger.findings import alasan_temuan, alike, jawaban, temuan_klaim, worst
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, VONIS

NO_TITLES = SimpleNamespace(rows=())


@pytest.fixture(scope="module")
def ledger(data):
    return klaim(data)


@pytest.fixture(scope="module")
def findings(data):
    return temuan_klaim(data)


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
    assert findings[["judul", "vonis", "bagian", "tercetak", "alasan"]].ne("").all(axis=None)
    titles = [row["judul"].nilai for row in ledger_tables(data)["klaim.Temuan"].rows]
    assert len(findings) == len(titles)


def test_temuan_klaim_names_the_sections_of_its_statements(findings, ledger):
    for finding in findings.itertuples():
        members = ledger[(ledger["temuan"] == finding.nomor) & (ledger["vonis"] != COCOK)]
        assert set(finding.bagian.split("; ")) == set(members["bagian"].map(address))
        assert finding.banyak == len(members)


def test_temuan_klaim_has_one_verdict_that_of_the_statement_that_holds_least(findings, ledger):
    assert set(findings["vonis"]) <= set(VONIS)
    for finding in findings.itertuples():
        verdicts = set(ledger[ledger["temuan"] == finding.nomor]["vonis"])
        assert finding.vonis in verdicts
        if TIDAK_COCOK in verdicts:
            assert finding.vonis == TIDAK_COCOK


def test_worst_verdict_does_not_depend_on_the_order_and_knows_every_one():
    for one, other in permutations(VONIS, 2):
        assert worst([one, other]) == worst([other, one]) in (one, other)
    assert worst(VONIS) == TIDAK_COCOK and worst([COCOK, PEMBULATAN]) == PEMBULATAN


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


def test_alike_keeps_every_place_of_statements_that_fail_alike(ledger):
    rows = ledger[ledger["kode"].isin(["R007", "K010", "U014"])]
    (told,) = alike(rows[rows["kode"] != "U014"])["alamat"]
    assert told.split("\n") == [
        "Ringkasan Eksekutif, Realisasi capaian sasaran strategis: “78,27”",
        "Bab III A.3, sasaran 1, Tabel I: “78,27%”",
    ]
    assert len(alike(rows)) == 2
    assert alike(rows[:0]).empty


def test_findings_none_of_which_gathers_a_failing_statement(data, annexes):
    """As in a ledger just made: the statements are there, who groups them has yet to come."""

    def ungroup(sheet):
        for row in range(5, sheet.max_row + 1):
            sheet.cell(row, 15).value = None

    annexes.change("klaim.xlsx", "Klaim", ungroup)
    found = load(path=annexes.folder)
    assert list(temuan_klaim(found)) == list(temuan_klaim(data))
    assert list(alasan_temuan(found)) == list(alasan_temuan(data))
    assert temuan_klaim(found).empty and alasan_temuan(found).empty


def told(data, monkeypatch, ledger) -> list[str]:
    """The answer that a ledger of one's own gives, without titles of findings."""
    monkeypatch.setattr(ledger_findings, "temuan_klaim", temuan_klaim.__wrapped__)  # none known
    monkeypatch.setattr(ledger_findings, "klaim", lambda _: ledger)
    monkeypatch.setattr(ledger_findings, "sound_tables", lambda _: {"klaim.Temuan": NO_TITLES})
    return [one.kalimat for one in jawaban(data)]


def test_jawaban_counts_every_statement_once(data, ledger):
    first, causes, where = (one.kalimat for one in jawaban(data))
    counts = ledger["vonis"].value_counts()
    assert first.startswith(f"Dari {counts.sum()} pernyataan laporan, {counts[TIDAK_COCOK]} tidak ")
    held = ledger.loc[ledger["vonis"] == COCOK, "dasar"].value_counts()
    assert f"{counts[COCOK]} cocok. Yang cocok: {held[DIHITUNG_ULANG]} dihitung ulang" in first
    assert f"{held[DARI_SINI]} diketik dari tempat itu sendiri (bukan ujian)" in first
    assert "dari 22 sebab; 6 di antaranya" in causes
    within = ledger[(ledger["tabel"] != "") & (ledger["vonis"] != TIDAK_DAPAT_DIUJI)]
    held = (within["vonis"] == COCOK).sum()
    assert where.startswith(f"Di dalam tabel {held} dari {len(within)} ")


def test_jawaban_turns_with_the_ledger(data, ledger, monkeypatch):
    tables_only = ledger[(ledger["tabel"] != "") & (ledger["vonis"] == COCOK)]
    _, causes, where = told(data, monkeypatch, tables_only)
    assert causes == "Tidak satu pun pernyataan yang diuji gagal."
    assert where == "Yang dapat diuji semuanya di tabel atau semuanya di teks."
    assert alasan_temuan(data).empty
    _, causes, _ = told(data, monkeypatch, ledger)
    assert causes == "Yang gagal belum dikelompokkan menurut sebabnya pada lembar Temuan."


def test_jawaban_says_where_it_holds_more_often_only_where_it_does(data, ledger, monkeypatch):
    assert jawaban(data)[2].boleh == (
        "Angka di tabel laporan lebih sering cocok daripada di teks.",
    )
    prose, tables = ledger[ledger["tabel"] == ""], ledger[ledger["tabel"] != ""]
    worse = pd.concat([prose[prose["vonis"] == COCOK], tables])
    monkeypatch.setattr(ledger_findings, "klaim", lambda _: worse)
    assert jawaban(data)[2].boleh == (
        "Angka di teks laporan lebih sering cocok daripada di tabel.",
    )
    even = pd.concat([prose[prose["vonis"] == COCOK], tables[tables["vonis"] == COCOK]])
    monkeypatch.setattr(ledger_findings, "klaim", lambda _: even)
    assert jawaban(data)[2].boleh == ()
