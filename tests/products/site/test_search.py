"""What the offline search reads of a page."""

import json

from bs4 import BeautifulSoup

from lkjlib.products.site.search import index_script, sections

ARTICLE = """<article><section id="satu"><h1>Buku<a class="headerlink">#</a></h1><p>Atas</p>
<details class="hide">kode</details><img alt="Grafik batang"><table><tr><td>1</td><td>2</td></tr>
</table><section id="dua"><h2>Hasil</h2><p>5,06\xa0% <em>kota</em></p></section>
<section id="temuan-1" class="lkj-kartu"><p><strong>Omzet</strong></p><p>naik</p></section>
<section><h2>Tanpa alamat</h2><p>ikut</p></section></section></article>"""


def found() -> list[tuple[str, str, str, str]]:
    return list(sections("a.html", BeautifulSoup(ARTICLE, "html.parser")))


def test_sections_and_cards_are_found_with_the_title_of_their_page() -> None:
    assert [section[:3] for section in found()] == [
        ("a.html#satu", "Buku", "Buku"),
        ("a.html#dua", "Hasil", "Buku"),
        ("a.html#temuan-1", "Omzet", "Buku"),
    ]


def test_section_holds_its_own_words_and_no_code() -> None:
    assert [section[3] for section in found()] == [
        "Atas Grafik batang 1 2 Tanpa alamat ikut",
        "5,06 % kota",
        "naik",
    ]


def test_page_without_an_article_has_no_sections() -> None:
    assert list(sections("a.html", BeautifulSoup("<p>x</p>", "html.parser"))) == []


def test_index_script_is_a_script_with_the_sections() -> None:
    name, _, rows = index_script(found()).partition(" = ")
    assert name == "const isiSitus"
    assert [tuple(row) for row in json.loads(rows.rstrip(";\n"))] == found()
