"""Tables of the ledger: every column has a heading, every title the report's own year."""

import re

import pytest

from lkjlib.ledger.basis import DINALAR
from lkjlib.ledger.exhibits import ALASAN, DAFTAR, EXHIBITS, VONIS
from lkjlib.ledger.judge import klaim
from lkjlib.products.catalogue import exhibits


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kode)
def test_exhibit_of_the_ledger_shows_its_frame_with_finished_words(data, exhibit):
    shown = exhibit.isi(data)
    assert shown.frame.columns.tolist() == [column.nama for column in shown.kolom]
    assert shown.judul[0].isupper() and not re.search(r"[{}_]|\.$", shown.judul)
    assert not [column.judul for column in shown.kolom if re.search(r"[{}_]", column.judul)]


def test_exhibits_of_the_ledger_are_in_the_catalogue_under_their_codes():
    assert {exhibit.kode for exhibit in EXHIBITS} <= set(exhibits())
    assert all(exhibit.kode.startswith("klaim.") for exhibit in EXHIBITS)


def test_exhibit_of_verdicts_ends_with_their_sums(data):
    last = VONIS.isi(data).dengan_jumlah().iloc[-1]
    ledger = klaim(data)
    assert last["vonis"] == "Jumlah"
    assert last["jumlah"] == len(ledger)
    assert last[DINALAR] == (ledger["dasar"] == DINALAR).sum()


def test_exhibit_of_the_ledger_has_every_statement_and_every_reason(data):
    ledger = klaim(data)
    assert DAFTAR.isi(data).frame["kode"].tolist() == ledger["kode"].tolist()
    assert set(ALASAN.isi(data).frame["nomor"]) == set(ledger["temuan"].dropna())
