"""Cards of the findings: what they say, in order, and nothing unescaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from lkjlib.errors import LkjError
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address, sections_in
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.products.cards import (
    PALING_BANYAK,
    Kartu,
    KartuKlaim,
    KartuTemuan,
    kartu_klaim,
    kartu_temuan,
    kartu_tidak_teruji,
    kutipan,
)

CLAIM = KartuKlaim(("Bab IV: “332 <b>”",), "A & B", "458", "tidak cocok", "C > D", "458 UMKM")
BARE = KartuKlaim(("Bab I A: “333”", "Bab IV: “3”"), "hal", "", "tidak cocok", "Sebab.", "x")
CARD = KartuTemuan("3. Prosa < tabel & 'rumus'", "Angka salah.", (CLAIM, BARE))


@pytest.fixture(scope="module")
def every(data):
    return kartu_temuan(data)


class Text(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def test_kartu_html_escapes_what_it_quotes():
    page = Text(Kartu((CARD,))._repr_html_())
    assert "b" not in page.tags
    assert {"Bab IV: “332 <b>”", "A & B", ". C > D"} <= set(page.words)
    assert "3. Prosa < tabel & 'rumus'" in page.words


def test_kartu_says_what_is_printed_what_the_data_say_and_what_to_print():
    html, text = Kartu((CARD,))._repr_html_(), repr(Kartu((CARD,)))
    assert html.count("<dl") == html.count("</dl>") == 2
    for label in ("Tercetak", "Menurut data: tidak cocok", "Usulan"):
        assert html.count(f"<dt>{label}</dt>") == 2
    assert html.count("<li>") == 3
    assert text.split("\n") == [
        "3. Prosa < tabel & 'rumus'",
        "Angka salah.",
        "Bab IV: “332 <b>”",
        "  tercetak: A & B",
        "  menurut data, tidak cocok: 458. C > D",
        "  usulan: 458 UMKM",
        "Bab I A: “333”; Bab IV: “3”",
        "  tercetak: hal",
        "  menurut data, tidak cocok: Sebab.",
        "  usulan: x",
    ]


def test_kartu_of_nothing_is_empty():
    assert (repr(Kartu(())), Kartu(())._repr_html_()) == ("", "")


def test_kartu_temuan_has_every_finding_with_its_verdict(data, every):
    findings = temuan_klaim(data)
    for row, card in zip(findings.itertuples(), every.isi, strict=True):
        assert card.judul == f"{row.nomor}. {row.judul}"
        assert f" Vonis: {row.vonis}. {row.banyak} pernyataan: " in card.kepala
    assert every._repr_html_().count("<section") == len(findings)


def test_kartu_temuan_by_consequence_loses_none_and_mixes_none(data, every):
    parts = {name: kartu_temuan(data, name).isi for name in KONSEKUENSI}
    assert sum(parts.values(), ()) == every.isi
    for name, cards in parts.items():
        assert all(card.kepala.startswith(KONSEKUENSI[name].capitalize()) for card in cards)


@pytest.mark.parametrize("of", [kartu_temuan, kartu_klaim])
def test_cards_show_every_statement_that_does_not_hold_where_it_stands(data, of):
    ledger = klaim(data)
    failing = ledger[~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])]
    places = zip(failing["bagian"], failing["tabel"], failing["tercetak"], strict=True)
    shown = {place for card in of(data).isi for one in card.klaim for place in one.alamat}
    assert shown == {address(*place) for place in places}


def test_cards_name_no_line_of_a_text_edition(every, data):
    for cards in (every, kartu_klaim(data)):
        assert not re.search(r"\b[Bb]aris \d", repr(cards) + cards._repr_html_())


def test_kartu_tidak_teruji_has_every_open_statement_with_what_would_decide_it(data):
    ledger = klaim(data)
    open_ones = ledger[ledger["vonis"] == TIDAK_DAPAT_DIUJI]
    cards = kartu_tidak_teruji(data)
    shown = [one for card in cards.isi for one in card.klaim]
    places = zip(open_ones["bagian"], open_ones["tabel"], open_ones["tercetak"], strict=True)
    assert sorted(one.alamat[0] for one in shown) == sorted(address(*place) for place in places)
    assert all(one.alasan and one.saran for one in shown)
    html = cards._repr_html_()
    assert html.count("<dt>Mengapa tidak dapat diuji</dt>") == len(open_ones)
    assert repr(cards).count("\n  data penentu: ") == len(open_ones)


def test_kartu_klaim_stands_in_the_order_of_the_report_and_counts_every_statement(data):
    cards = kartu_klaim(data).isi
    order = [name for name in sections_in(data.laporan) if name in {c.judul for c in cards}]
    assert [card.judul for card in cards] == order
    ledger = klaim(data)
    failing = (~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])).sum()
    assert sum(int(card.kepala.partition(" ")[0]) for card in cards) == failing
    (one,) = kartu_klaim(data, "Bab III A.1").isi
    assert one.kepala == "3 pernyataan: 3 tidak cocok."


def test_kartu_temuan_omzet_says_that_the_category_changes(every):
    first = repr(every).split("\n\n")[0]
    assert "mengubah kategori capaian" in first
    assert "10,23" in first and "Baik Sekali" in first


def test_cards_of_an_unknown_consequence_are_refused(data):
    with pytest.raises(LkjError, match=r"konsekuensi 'angk' tidak dikenal.*'angka'"):
        kartu_temuan(data, "angk")
    with pytest.raises(LkjError, match="Pilihan: vonis, angka, antartabel, inferensi, bentuk"):
        kartu_temuan(data, "")


def _verdicts(quoted):
    return [line.rpartition("(")[2].rstrip(")") for line in repr(quoted).split("\n>\n")]


def test_kutipan_quotes_what_is_printed_with_its_place_and_verdict(data):
    assert repr(kutipan(data, "332", "UMKM", bagian="Bab III A.3 sasaran 2.1")) == (
        '> **Bab III A.3 sasaran 2.1**: jumlah UMKM baru 2019: "332" (tidak cocok)'
    )


def test_kutipan_of_a_frame_is_of_statements_that_its_measures_judge(data):
    ledger = klaim(data)
    of_frame = ledger[ledger["ukuran"].str.startswith("hasil.")]
    quoted = repr(kutipan(data, "hasil", "kasus yang", bagian="Bab III A.3 sasaran 4"))
    assert len(of_frame) and all(text in quoted for text in of_frame["tercetak"])


def test_kutipan_takes_every_word_wherever_its_capitals(data):
    assert repr(kutipan(data, "JUMLAH umkm", "baru 2019")) == repr(kutipan(data, "332", "UMKM"))
    assert repr(kutipan(data, "332", "koperasi")) == ""


def test_kutipan_is_short_and_puts_first_what_does_not_hold(data):
    ledger = klaim(data).query("bagian.str.startswith('Bab III A.3 sasaran 1')")
    open_ones = (ledger["vonis"] == "tidak cocok").sum()
    assert open_ones > 0 and len(ledger) > PALING_BANYAK
    shown = _verdicts(kutipan(data, bagian="Bab III A.3 sasaran 1"))
    assert len(shown) == PALING_BANYAK and COCOK not in shown
    mixed = _verdicts(kutipan(data, "capaian", "koperasi", bagian="Bab III A.3 sasaran 1"))
    assert sorted(mixed, key=lambda verdict: verdict == COCOK) == mixed


def test_kutipan_of_a_report_without_a_ledger_is_empty(root):
    other = load(path=root / "data" / "jabar-disnakertrans-2016")
    assert repr(kutipan(other, "pengangguran")) == ""
    assert kutipan(other, "pengangguran")._repr_markdown_() == ""


@pytest.mark.parametrize("of", [kartu_temuan, kartu_klaim, kartu_tidak_teruji])
def test_cards_of_a_report_without_a_ledger_say_so(root, of):
    other = load(path=root / "data" / "jabar-disnakertrans-2016")
    with pytest.raises(LkjError, match="tidak mempunyai buku klaim"):
        of(other)


def test_kartu_folds_all_but_what_changes_a_verdict(data):
    open_ones, folded = (kartu_temuan(data, name)._repr_html_() for name in ("vonis", "bentuk"))
    assert "<details" not in open_ones
    assert folded.count("<details") == folded.count("</details>") == folded.count("<section") > 0
