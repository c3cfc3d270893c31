"""A finished page: captions, scopes, language, Indonesian, numbers that keep their unit."""

import pytest
from bs4 import BeautifulSoup

from lkjlib.products.site.polish import polish


def polished(html: str) -> BeautifulSoup:
    page = BeautifulSoup(f"<body><article>{html}</article></body>", "html.parser")
    polish(page)
    return page


def test_table_without_a_caption_takes_the_heading_it_stands_under() -> None:
    link = '<a class="headerlink" href="#x">#</a>'
    page = polished(f"<h2>Lain</h2><h2>Hasil {link}</h2><table><tr><td>1</td></tr></table>")
    assert page.caption.get_text() == "Hasil"
    assert "lkj-tersembunyi" in page.caption["class"]


def test_table_of_a_card_takes_the_title_of_its_card() -> None:
    card = '<section class="lkj-kartu"><p><strong>3. Satu</strong></p><table><tr><td>1</td></tr>'
    assert polished(f"<h2>Hasil</h2>{card}</table></section>").caption.get_text() == "3. Satu"


def test_table_with_a_caption_keeps_it() -> None:
    page = polished("<h2>A</h2><table><caption>B</caption><tr><td>1</td></tr></table>")
    assert [caption.get_text() for caption in page.find_all("caption")] == ["B"]


def test_table_that_a_script_fills_is_left_to_it() -> None:
    assert polished('<h2>A</h2><table id="x"></table>').caption is None


def test_headings_of_a_table_say_what_they_head_and_keep_what_they_said() -> None:
    head = '<thead><tr><th>a</th><th scope="colgroup">b</th></tr></thead>'
    page = polished(f"<table>{head}<tr><th>c</th><td>1</td></tr></table>")
    assert [th["scope"] for th in page.find_all("th")] == ["col", "colgroup", "row"]


@pytest.mark.parametrize(
    ("html", "english"),
    [
        ("<p><em>English abstract.</em> The terms.</p>", "English abstract. The terms."),
        ("<p><strong>English abstract</strong>, lalu buku kerja.</p>", "English abstract"),
        ("<p>Bahasa <em>English</em> saja.</p>", "English"),
    ],
)
def test_english_is_marked_as_far_as_it_goes(html: str, english: str) -> None:
    assert [tag.get_text() for tag in polished(html).select("[lang=en]")] == [english]


def test_text_without_english_is_not_marked() -> None:
    assert polished("<p>Tidak ada.</p>").select("[lang]") == []


def test_number_keeps_its_unit_but_code_is_left_as_it_is() -> None:
    page = polished("<p>5,06 % dari Rp 30 dan 12 orang lain</p><code>5 % 2</code>")
    assert page.p.get_text() == "5,06\xa0% dari Rp\xa030 dan 12\xa0orang lain"
    assert page.code.get_text() == "5 % 2"


def test_what_the_theme_says_in_english_is_said_in_indonesian() -> None:
    button = '<button title="Color mode"> Dark</button>'
    page = BeautifulSoup(f"<body>{button}<article>Dark</article></body>", "html.parser")
    polish(page)
    assert page.button["title"] == "Warna terang atau gelap"
    assert page.button.get_text() == " Gelap"
    assert page.article.get_text() == "Dark"  # what a report says stays


def test_scripts_of_the_search_that_sphinx_brings_are_gone() -> None:
    scripts = '<script src="_static/searchtools.js?v=1"></script><script src="a.js"></script>'
    page = BeautifulSoup(f"<head>{scripts}</head>", "html.parser")
    polish(page)
    assert [script["src"] for script in page.find_all("script")] == ["a.js"]
