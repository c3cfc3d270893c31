"""Every page of the site, read as it was built: captions, scopes, languages, a reader's words."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString

# what the theme still uses of Sphinx is not ours to mend
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)

COLUMNS = "kamus-data"  # its subject: the names of columns
FOR_MACHINES = re.compile(
    r"\b[a-z0-9]+_[a-z0-9_]+\b|\blkj-\d{4}\b|\bperm\w+-\d+-\d{4}\b|\bPolaritas\b|\bData LKj\b"
)
BROKEN = re.compile(r"(?<=\d) (?:%|persen\b|poin\b|orang\b)|\bRp (?=\d)")
ENGLISH = re.compile(r"\b(?:the|which|and|of|was|were|Skip|Toggle|Back to|Search|previous)\b")
UNSEEN = "script, style, noscript, template, pre, code, div.cell_input, details.hide"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    found = {}
    for path in sorted(site.glob("*.html")):
        found[path.stem] = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for tag in found[path.stem].select(UNSEEN):
            tag.extract()
    assert len(found) > 10
    return found


def words(page: BeautifulSoup) -> list[NavigableString]:
    texts = page.body.find_all(string=True)
    return [text for text in texts if type(text) is NavigableString and text.strip()]


def test_every_table_has_a_caption_and_headings_that_say_what_they_head(pages) -> None:
    tables = [(name, t) for name, page in pages.items() for t in page.select("table:has(tr)")]
    assert len(tables) > 100
    assert [name for name, t in tables if not t.find("caption")] == []
    assert [name for name, t in tables if not t.caption.get_text(strip=True)] == []
    heads = [(name, head) for name, table in tables for head in table.find_all("th")]
    assert [(n, str(h)) for n, h in heads if h.get("scope") not in ("col", "row")] == []


def test_columns_are_headed_by_words_that_begin_with_a_capital(pages) -> None:
    heads = [
        (name, head.get_text(strip=True))
        for name, page in pages.items()
        for head in page.select("table.lkj-tabel thead th")
        if name != COLUMNS
    ]
    assert [one for one in heads if re.match(r"[a-z]{2}", one[1]) and one[1][:4] != "deff"] == []


def test_no_name_meant_for_machines_stands_where_a_reader_reads(pages) -> None:
    told = [(name, text) for name, page in pages.items() if name != COLUMNS for text in words(page)]
    assert [(name, text) for name, text in told if FOR_MACHINES.search(text)] == []


def test_no_line_can_end_between_a_number_and_its_unit(pages) -> None:
    told = [(name, text) for name, page in pages.items() for text in words(page)]
    assert [(name, text) for name, text in told if BROKEN.search(text)] == []


def test_english_is_marked_and_nothing_else_is(pages) -> None:
    marked = [tag.get_text() for page in pages.values() for tag in page.select("[lang=en]")]
    assert len(marked) > 8
    assert [text for text in marked if not re.search(r"English|\b(?:the|and)\b", text)] == []
    other = [
        (name, text)
        for name, page in pages.items()
        for text in words(page)
        if text.find_parent(attrs={"lang": "en"}) is None
    ]
    assert [one for one in other if ENGLISH.search(one[1])] == []
    assert all(page.html["lang"] == "id" for page in pages.values())


def test_what_is_said_of_buttons_and_fields_is_indonesian(pages) -> None:
    said = [
        (name, tag[attribute])
        for name, page in pages.items()
        for attribute in ("title", "aria-label", "placeholder")
        for tag in page.find_all(attrs={attribute: True})
    ]
    assert [one for one in said if ENGLISH.search(one[1])] == []


def test_english_stands_at_the_foot_of_the_front_page(pages, site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    front = BeautifulSoup(html, "html.parser").find("article")
    english = front.select("[lang=en]")
    assert english
    last = front.find_all("p")[-1]
    assert english[-1] is last or last in english[-1].find_all("p")
