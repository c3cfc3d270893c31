"""Cards of the findings: what they say, in order, and nothing unescaped."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from lkjlib.errors import LkjError
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK
from lkjlib.products.cards import PALING_BANYAK, Kartu, kartu_temuan, kutipan

CARD = {
    "nomor": 3,
    "konsekuensi": "angka",
    "judul": "Prosa < tabel & 'rumus'",
    "vonis": "tidak cocok",
    "banyak": 2,
    "baris": "656, 652",
    "mengubah_kategori": False,
    "anggota": [
        {
            "baris": "656",
            "tercetak": "332 <b>",
            "dihitung": "458",
            "alasan": "A & B",
            "saran": "",
        },
        {"baris": "652", "tercetak": "333", "dihitung": "458", "alasan": "", "saran": ""},
    ],
}


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
    assert {"332 <b>", "A & B"} <= set(page.words)
    assert "3. Prosa < tabel & 'rumus'" in page.words


def test_kartu_leaves_out_an_empty_line():
    html, text = Kartu((CARD,))._repr_html_(), repr(Kartu((CARD,)))
    assert "Kalimat yang lebih baik" not in html + text
    assert html.count("<tr>") == 3  # heading and two statements


@pytest.mark.parametrize(("changes", "said"), [(True, True), (False, False)])
def test_kartu_says_when_the_category_would_change(changes, said):
    card = Kartu(({**CARD, "mengubah_kategori": changes},))
    assert ("mengubah kategori capaian" in repr(card)) is said
    assert ("mengubah kategori capaian" in card._repr_html_()) is said


def test_kartu_text_has_number_title_verdict_lines_and_values():
    lines = repr(Kartu((CARD,))).split("\n")
    assert lines[0] == "3. Prosa < tabel & 'rumus'"
    assert lines[1].endswith("Vonis: tidak cocok. 2 pernyataan, baris 656, 652.")
    assert lines[2:] == [
        "baris 656; tercetak 332 <b>; dihitung 458; mengapa A & B",
        "baris 652; tercetak 333; dihitung 458",
    ]


def test_kartu_of_nothing_is_empty():
    assert (repr(Kartu(())), Kartu(())._repr_html_()) == ("", "")


def test_kartu_temuan_has_every_finding_with_its_verdict(data, every):
    numbers = temuan_klaim(data)["nomor"].tolist()
    assert [card["nomor"] for card in every.isi] == numbers
    for finding, text in zip(every.isi, repr(every).split("\n\n"), strict=True):
        assert f"Vonis: {finding['vonis']}." in text
        assert finding["judul"] in text
    assert every._repr_html_().count("<section") == len(numbers)


def test_kartu_temuan_by_consequence_loses_none_and_mixes_none(data, every):
    parts = {name: kartu_temuan(data, name).isi for name in KONSEKUENSI}
    assert sum(parts.values(), ()) == every.isi
    for name, cards in parts.items():
        assert {card["konsekuensi"] for card in cards} == {name}


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
    quoted = repr(kutipan(data, "hasil", bagian="Bab III A.3 sasaran 4"))
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


def test_cards_of_a_report_without_a_ledger_say_so(root):
    other = load(path=root / "data" / "jabar-disnakertrans-2016")
    with pytest.raises(LkjError, match="tidak mempunyai buku klaim"):
        kartu_temuan(other)


def test_kartu_folds_all_but_what_changes_a_verdict_and_loses_no_statement(data):
    open_ones, folded = (kartu_temuan(data, name)._repr_html_() for name in ("vonis", "bentuk"))
    assert "<details" not in open_ones
    assert folded.count("<details") == folded.count("</details>") == folded.count("<section") > 0
    members = [one for card in kartu_temuan(data, "bentuk").isi for one in card["anggota"]]
    assert folded.count("<tr>") == len(members) + folded.count("<section")
