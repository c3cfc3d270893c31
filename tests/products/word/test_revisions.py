"""The proposals as a Word file: every statement that does not hold, none left out, by address."""

import re
import zipfile

import pandas as pd
import pytest
from defusedxml import ElementTree

from lkjlib.errors import LkjError
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address, sections_in
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.products.word import revisions
from lkjlib.products.word.blocks import USULAN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROWS = ["Tercetak", "Menurut data", "Usulan", "Akibat"]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("−", "-")


def text_of(element) -> str:
    return plain("".join(part.text or "" for part in element.iter(f"{W}t")))


def headings(document, level: int) -> list[str]:
    path = f".//{W}p[{W}pPr]"
    styled = ((p, p.find(f"{W}pPr/{W}pStyle")) for p in document.iterfind(path))
    return [
        text_of(p) for p, s in styled if s is not None and s.get(f"{W}val") == f"Heading{level}"
    ]


def read(path):
    with zipfile.ZipFile(path) as file:
        return ElementTree.fromstring(file.read("word/document.xml"))


@pytest.fixture(scope="module")
def path(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("usulan") / "lkj-2019-usulan-perbaikan.docx"
    revisions.write_revisions(data, path)
    return path


@pytest.fixture(scope="module")
def document(path):
    return read(path)


@pytest.fixture(scope="module")
def failing(data):
    ledger = klaim(data)
    return ledger[~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])]


@pytest.fixture(scope="module")
def open_ones(data):
    """Statements that cannot be tested and yet have a proposal."""
    ledger = klaim(data)
    return ledger[(ledger["vonis"] == TIDAK_DAPAT_DIUJI) & (ledger["saran"] != "")]


def cards(document) -> list[dict[str, str]]:
    """The tables of the cards, without that of the sections."""
    tables = list(document.iter(f"{W}tbl"))[1:]
    return [dict([map(text_of, row.iter(f"{W}tc")) for row in t.iter(f"{W}tr")]) for t in tables]


def test_every_statement_that_does_not_hold_has_a_card_under_its_address(
    document, failing, open_ones
):
    titles, rows = headings(document, 3), pd.concat([failing, open_ones])
    places = zip(rows["bagian"], rows["tabel"], rows["tercetak"], strict=True)
    wanted = sorted(plain(address(*place)) for place in places)
    assert sorted(title.partition(". ")[2] for title in titles) == wanted
    assert [int(title.partition(".")[0]) for title in titles] == list(range(1, len(rows) + 1))


def test_every_card_says_what_is_printed_what_data_say_what_to_print_and_the_consequence(
    document, failing, open_ones
):
    told = cards(document)
    assert len(told) == len(failing) + len(open_ones)
    assert sum("vonis tidak dapat diuji" in card["Akibat"].lower() for card in told) == (
        len(open_ones)
    )
    assert all(list(card) == ROWS for card in told)
    assert all(card["Tercetak"] and card["Menurut data"] and card["Usulan"] for card in told)
    assert sum("vonis tidak cocok" in card["Akibat"] for card in told) == (
        failing["vonis"].eq(TIDAK_COCOK).sum()
    )
    style = USULAN.replace(" ", "")
    marked = [
        r
        for r in document.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}rStyle[@{W}val='{style}']") is not None
    ]
    assert plain("".join(map(text_of, marked))) == "".join(card["Usulan"] for card in told)


def test_sections_stand_in_the_order_of_the_report_each_with_its_cards(
    data, document, failing, open_ones
):
    names = headings(document, 2)
    assert names == [name for name in sections_in(data.laporan) if name in names]
    first = next(document.iter(f"{W}tbl"))
    counts = [[text_of(c) for c in row.iter(f"{W}tc")] for row in first.iter(f"{W}tr")][1:]
    *counts, sums = counts
    assert [row[0] for row in counts] == names
    assert sums[0] == "Jumlah" and int(sums[1]) == sum(map(int, sums[2:]))
    assert sum(int(number) for row in counts for number in row[2:-1]) == len(failing)
    assert sum(int(row[-1]) for row in counts) == len(open_ones)
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert anchors and anchors <= marks


def test_no_line_of_a_text_edition_is_named(document):
    assert not re.search(r"\b[Bb]aris \d", text_of(document))


def test_cards_are_kept_on_one_page(document):
    for table in list(document.iter(f"{W}tbl"))[1:]:
        styles = [s.get(f"{W}val") for s in table.iter(f"{W}pStyle")]
        assert set(styles[:-2]) == {"IsiTabelUtuh"}


def test_written_twice_it_has_the_same_bytes(data, path, tmp_path):
    revisions.write_revisions(data, tmp_path / "lagi.docx")
    assert (tmp_path / "lagi.docx").read_bytes() == path.read_bytes()


def test_a_report_in_which_everything_holds_is_told_so(data, tmp_path, monkeypatch):
    ledger = klaim(data)
    holds = ledger[ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])]
    monkeypatch.setattr(revisions, "klaim", lambda _: holds)
    none = revisions.usulan_perbaikan(data)[:0]
    monkeypatch.setattr(revisions, "usulan_perbaikan", lambda _: none)
    revisions.write_revisions(data, tmp_path / "semua.docx")
    document = read(tmp_path / "semua.docx")
    assert "Tidak ada yang perlu diperbaiki." in text_of(document)
    assert headings(document, 1) == ["Usulan perbaikan LKj 2019"]
    assert headings(document, 2) == headings(document, 3) == list(document.iter(f"{W}tbl")) == []


def test_a_report_without_a_ledger_has_none_and_is_told_why(root, tmp_path):
    other = load(path=root / "data" / "jabar-disnakertrans-2016")
    with pytest.raises(LkjError, match="tidak mempunyai buku klaim"):
        revisions.write_revisions(other, tmp_path / "tidak.docx")
    assert not (tmp_path / "tidak.docx").exists()


def test_text_that_looks_like_markup_stays_text_and_a_missing_proposal_is_said(
    data, tmp_path, monkeypatch
):
    hostile = "*a* | [b](c) <d> `e` $f$ @g ^h^ ~i~ {j} # 1. \\k"
    told = pd.Series(hostile, index=revisions.usulan_perbaikan(data).columns)
    row = pd.DataFrame([{**told, "saran": "", "konsekuensi": "", "vonis": TIDAK_COCOK}])
    monkeypatch.setattr(revisions, "usulan_perbaikan", lambda _: row)
    revisions.write_revisions(data, tmp_path / "uji.docx")
    document = read(tmp_path / "uji.docx")
    assert headings(document, 2) == [hostile]
    assert headings(document, 3) == [f"1. {hostile}, {hostile}: “{hostile}”"]
    (card,) = cards(document)
    assert card["Menurut data"] == f"{hostile}. {hostile}"
    assert (card["Usulan"], card["Akibat"]) == ("Belum ada usulan.", "Vonis tidak cocok")
