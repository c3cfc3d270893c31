"""The site in a real browser: whole, readable, quiet, and it asks nothing of the network."""

import base64
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
import snowballstemmer
from chromium import Page, open_chromium
from places import ROOT

from lkjlib.products.site.exploration_page import NAMA

# what the theme still uses of Sphinx is not ours to mend
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)


NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
PAGES = ["index", NAMA, *NOTEBOOKS, "kamus-data", "glosarium", "search"]
SMALLEST_POINTS, DPI = 7.5, 110  # of the words in a chart, and of its picture in a notebook
ELSEWHERE = "http://127.0.0.1:9/a.png"
MOST_BYTES, MOST_SECONDS = 1_500_000, 10  # 2 s on a machine that does nothing else

# text on whatever lies behind it, as WCAG counts it: every visible text below 4.5
CONTRAST = """(() => {
  const numbers = (c) => {
    const n = c.match(/[\\d.]+/g).map(Number), k = c.startsWith('color(') ? 255 : 1;
    return [n[0] * k, n[1] * k, n[2] * k, n[3] ?? 1];
  };
  const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((s, w, i) => {
    const v = c[i] / 255;
    return s + w * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  }, 0);
  const behind = (e) => {
    const own = numbers(getComputedStyle(e).backgroundColor);
    return own[3] === 1 || !e.parentElement
      ? over(own, [255, 255, 255, 1]) : over(own, behind(e.parentElement));
  };
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, style = getComputedStyle(e);
    if (!walk.currentNode.textContent.trim() || !e.checkVisibility()) continue;
    if (e.closest('script, style, option, :disabled, .headerlink, [class*=kbd]')) continue;
    const back = behind(e), own = numbers(e.closest('svg') ? style.fill : style.color);
    for (let p = e; p; p = p.parentElement) own[3] *= Number(getComputedStyle(p).opacity);
    const [a, b] = [light(over(own, back)), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${walk.currentNode.textContent.trim()}`);
  }
  return found;
})()"""


def address(site: Path, name: str, query: str = "") -> str:
    return (site / f"{name}.html").as_uri() + query


@pytest.mark.parametrize("name", PAGES)
def test_page_loads_whole_quiet_light_and_from_the_folder_only(
    page: Page, site: Path, name: str
) -> None:
    page.resize(1300, 900)
    page.open(address(site, name))
    assert page.complaints() == []
    asked = page.requests()
    assert [a for a in asked if not a.startswith((site.as_uri(), "data:", "blob:"))] == []
    pictures = page.run("[...document.images].map((i) => [i.alt, i.complete && i.naturalWidth])")
    assert [p for p in pictures if len(p[0]) < 10 or not p[1]] == []
    assert page.weight(site) < MOST_BYTES
    assert page.seconds_to_ready() < MOST_SECONDS
    icons = "document.querySelectorAll('.bd-header-article button svg:has(path)').length"
    assert page.run(f"new Promise(requestAnimationFrame).then(() => {icons})") >= 2


@pytest.mark.parametrize("name", PAGES)
def test_page_of_any_width_does_not_scroll_sideways(page: Page, site: Path, name: str) -> None:
    page.open(address(site, name))
    for width in (360, 800, 1300):
        page.resize(width, 900)
        assert page.run("document.documentElement.scrollWidth") <= width


def hits(page: Page, site: Path, query: str) -> list[tuple[str, str, list[str]]]:
    """What the search shows: address, words around, what is marked in them."""
    page.open(address(site, "search", f"?q={query}"))
    items = "[...document.querySelectorAll('#lkj-cari-hasil li')]"
    marks = "[...li.querySelectorAll('mark')].map((m) => m.textContent)"
    link, told = "li.querySelector('a').getAttribute('href')", "li.querySelector('p').textContent"
    found = page.run(f"{items}.map((li) => [{link}, {told}, {marks}])")
    assert page.complaints() == []
    return [(place, words, marked) for place, words, marked in found]


@pytest.mark.parametrize("number", ["5,06", "23,48", "122.163"])
def test_search_finds_a_number_in_sections_and_shows_it(
    page: Page, site: Path, number: str
) -> None:
    found = hits(page, site, number)
    assert len(found) > 2
    for place, words, marked in found:
        assert "#" in place
        assert number in words
        assert set(marked) == {number}


def test_search_finds_a_word_by_its_root(page: Page, site: Path) -> None:
    marked = {mark.lower() for _, _, marks in hits(page, site, "menganggur") for mark in marks}
    assert {"penganggur", "pengangguran"} <= marked


def test_search_for_several_words_finds_sections_with_all_of_them(page: Page, site: Path) -> None:
    both = {place for place, _, _ in hits(page, site, "koperasi 23,48")}
    each = [{place for place, _, _ in hits(page, site, one)} for one in ("koperasi", "23,48")]
    assert both
    assert both <= each[1]
    assert len(both) < len(each[0])


def test_search_that_finds_nothing_says_so(page: Page, site: Path) -> None:
    assert hits(page, site, "zzzz") == []
    assert "Tidak ada bagian" in page.run("document.querySelector('#lkj-cari-banyak').textContent")


def test_search_finds_the_root_that_snowball_finds(page: Page, site: Path) -> None:
    page.open(address(site, "search"))
    text = page.run("isiSitus.map((section) => section[3]).join(' ').toLowerCase()")
    words = sorted(set(re.findall(r"[a-z]+", text)))
    assert len(words) > 1500
    roots = page.run(f"{json.dumps(words)}.map(kataDasar)")
    wanted = snowballstemmer.stemmer("indonesian").stemWords(words)
    assert [one for one in zip(words, roots, wanted, strict=True) if one[1] != one[2]] == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_words_of_charts_are_large_enough_on_a_phone(page: Page, site: Path, name: str) -> None:
    page.resize(390, 900)
    page.open(address(site, name))
    scales = page.run(
        "[...document.querySelectorAll('.lkj-gambar img')].map((i) => i.width / i.naturalWidth)"
    )
    assert scales
    assert min(scales) * SMALLEST_POINTS * DPI / 72 >= 9
    hint = "getComputedStyle(document.querySelector('.lkj-gambar'), '::before').content"
    assert "Geser" in page.run(hint)


# what announces something: alone at the foot of a page it is cut off from it
HEADS = """[...document.querySelectorAll(
  'main :is(h1, h2, h3, thead, caption, summary), section.lkj-kartu > p'
)].map((e) => [e.tagName, e.innerText.split(/\\s+/).filter(Boolean)])"""


@pytest.mark.parametrize("name", [*NOTEBOOKS, "kamus-data", "glosarium"])
def test_no_page_on_paper_ends_with_a_heading(page: Page, site: Path, name: str) -> None:
    page.open(address(site, name))
    heads = page.run(HEADS)
    assert heads
    paper = base64.b64decode(page.send("Page.printToPDF", preferCSSPageSize=True)["data"])
    with pdfplumber.open(io.BytesIO(paper)) as sheets:
        last = [sheet.extract_text().splitlines()[-1].split() for sheet in sheets.pages[:-1]]
    assert [words for words in last if any(ends(words, *head) for head in heads)] == []


def ends(line: list[str], tag: str, head: list[str]) -> bool:
    """Is a line the last one of a heading? One of a table's holds parts of several."""
    return set(line) <= set(head) if tag == "THEAD" else line == head[-len(line) :]


def test_one_switch_shows_and_hides_the_code_of_a_page(page: Page, site: Path) -> None:
    code = "[...document.querySelectorAll('div.cell_input pre')]"
    shown = f"{code}.filter((e) => e.checkVisibility())"
    switch = "document.querySelector('.lkj-tombol-kode')"
    page.open(address(site, NOTEBOOKS[0]))
    cells = page.run(f"{code}.length")
    assert (page.run(f"{shown}.length"), page.run(f"{switch}.textContent")) == (0, "Tampilkan kode")
    page.run(f"{switch}.click()")
    assert page.run(f"{shown}.length") == cells > 5
    assert page.run(f"{switch}.getAttribute('aria-pressed')") == "true"
    page.run(f"{switch}.click()")
    assert page.run(f"{shown}.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_text_is_readable(page: Page, site: Path, name: str, scheme: str) -> None:
    page.resize(1300, 900)
    page.scheme(scheme)
    page.open(address(site, name))
    assert page.run("document.documentElement.dataset.theme") == scheme
    assert page.run(CONTRAST) == []


@dataclass(frozen=True)
class Visit:
    """What a browser of its own asked for: of the network, and as its page tells it."""

    asked: list[str]
    found: int
    requests: list[str]
    complaints: list[str]


@pytest.fixture(scope="module")
def visit(chromium: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Every page of the site and its search, then a page that does ask the network."""
    folder = tmp_path_factory.mktemp("kunjungan")
    asking = folder / "bertanya.html"
    asking.write_text(f'<img src="{ELSEWHERE}">')
    with open_chromium(chromium, folder) as browser:
        page = browser.page()
        for name in PAGES:
            page.open(address(site, name))
        page.open(address(site, "search", "?q=pengangguran"))
        page.run("new Promise((done) => setTimeout(done, 500))")
        found = page.run("document.querySelectorAll('#lkj-cari-hasil li').length")
        page.open(asking.as_uri())
        requests, complaints = page.requests(), page.complaints()
    return Visit(asked_by_pages(folder), found, requests, complaints)


def test_browser_asks_nothing_of_the_network_on_any_page_of_the_site(visit: Visit) -> None:
    assert [asked for asked in visit.asked if asked != ELSEWHERE] == []
    assert visit.found > 3


def test_browser_that_asks_the_network_is_caught(visit: Visit) -> None:
    assert ELSEWHERE in visit.requests
    assert visit.complaints
    assert visit.asked == [ELSEWHERE]


def asked_by_pages(folder: Path) -> list[str]:
    """Addresses that pages asked of the network; what the browser asks for itself is not theirs."""
    log = json.loads((folder / "jaringan.json").read_text(encoding="utf-8"))
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    jobs = [
        event["params"] for event in log["events"] if event["type"] == start and "params" in event
    ]
    return [j["url"] for j in jobs if "file://" in j.get("network_isolation_key", "")]
