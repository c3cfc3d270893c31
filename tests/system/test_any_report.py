"""Another office, place and year: every chart and product says its own, and nothing of the first.

And no year or place stands in the library itself, but in examples and in the names of regulations.
"""

import re
import tokenize
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from invented import LAMA, invent, said
from matplotlib.text import Text
from openpyxl import load_workbook
from places import ROOT

from lkjlib.build.inspection import find_faults
from lkjlib.charts.house import text_of
from lkjlib.charts.quality import text_faults
from lkjlib.data import Data
from lkjlib.loading import load
from lkjlib.products.catalogue import bingkai, charts
from lkjlib.products.figures import write_figures
from lkjlib.products.site.front import front_page
from lkjlib.products.site.site import write_site
from lkjlib.products.sources import dictionary_page
from lkjlib.products.word.word import write_chapter
from lkjlib.products.workbook.computed import write_workbook
from lkjlib.products.workbook.ledger import write_ledger_csv, write_ledger_workbook

pytestmark = pytest.mark.lambat

NAMES = (
    *charts(),
    *(f"tren-{kode}" for kode in ("koperasi", "wirausaha", "omzet", "tpt", "kasus")),
)


@pytest.fixture(scope="module")
def invented(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The invented report, loaded."""
    return load(path=invent(frozen, tmp_path_factory.mktemp("lain")))


@pytest.fixture(scope="module")
def pictures(invented: Data, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of its figures."""
    folder = tmp_path_factory.mktemp("gambar") / "gambar"
    assert write_figures(invented, folder) == {}
    return folder


def test_the_invented_report_has_no_fault_that_the_frozen_one_has_not(invented, frozen):
    assert len(find_faults(invented.folder)) == len(find_faults(frozen))
    assert said(iter([repr(invented.laporan)])) == {}


@pytest.mark.parametrize("word", LAMA)
def test_the_search_would_find_each_old_word(word):
    assert word in said(iter([f"x {word}; y", "z"]))


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_says_the_place_and_year_of_its_own_report(name, invented):
    ax = charts(invented)[name].plot(bingkai(invented, name))
    words = text_of(ax)
    written = [text.get_text() for text in ax.figure.findobj(Text)]
    assert said(iter([*written, *vars(words).values()])) == {}
    assert text_faults(ax.figure) == []
    assert "LKjIP 2031" in words.source + words.subtitle
    if name != "vonis-bagian":
        assert "; Sukamaju, 20" in words.subtitle


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_without_a_report_is_drawn_and_speaks_of_none(name, invented):
    frame = bingkai(invented, name)
    frame.attrs = {key: value for key, value in frame.attrs.items() if key != "laporan"}
    words = text_of(charts(invented)[name].plot(frame))
    assert "LKj" not in words.source and "; ," not in words.subtitle
    if "wilayah" not in frame:
        assert "Sukamaju" not in words.title + words.subtitle


def test_figures(pictures):
    drawn = sorted(path.stem for path in pictures.glob("*.svg"))
    assert drawn == sorted(NAMES)
    for path in pictures.glob("*.svg"):
        assert said(texts_of_xml(path.read_bytes())) == {}, path.name
    for path in pictures.glob("*.html"):
        assert said(texts_of_html(path)) == {}, path.name


def test_word(invented, pictures, tmp_path):
    path = tmp_path / "bab.docx"
    write_chapter(invented, pictures, path)
    texts = list(texts_of_zip(path))
    assert said(iter(texts)) == {}
    assert any("Dinas Usaha Rakyat Kota Sukamaju" in text for text in texts)


def test_workbooks(invented, tmp_path):
    for name, write in (("tabel", write_workbook), ("klaim", write_ledger_workbook)):
        path = tmp_path / f"{name}.xlsx"
        write(invented, path)
        assert said(texts_of_zip(path)) == {}, name
        assert said(iter(cells(path))) == {}, name
    path = tmp_path / "klaim.csv"
    write_ledger_csv(invented, path)
    assert said(iter(path.read_text("utf-8-sig").splitlines())) == {}


# the theme and Sphinx speak of coming versions of each other
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")
def test_front_page_and_exploration(invented, tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    books = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    page = front_page(invented, books)
    assert said(iter(str(page).splitlines())) == {}
    write_site(notebooks, dictionary_page(invented.laporan), tmp_path / "site", page)
    for name in ("index.html", "eksplorasi-tpt.html"):
        assert said(texts_of_html(tmp_path / "site" / name)) == {}, name


def cells(path: Path) -> Iterator[str]:
    """Every value of a workbook, years as numbers among them."""
    for sheet in load_workbook(path).worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield from (str(value) for value in row if value is not None)


def texts_of_zip(path: Path) -> Iterator[str]:
    """Every text of the XML parts of a document: words, names of sheets, alternative texts."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")) and not name.startswith("xl/worksheets/"):
                yield from texts_of_xml(package.read(name))


def texts_of_xml(content: bytes) -> Iterator[str]:
    """Texts, those of a paragraph as one, and the attributes that are words."""
    for element in ElementTree.fromstring(content).iter():
        if element.tag.endswith(("}p", "}si")):
            yield "".join(element.itertext())
        yield element.text or ""
        yield element.tail or ""
        for name in ("title", "descr", "name", "alt", "aria-label", "Target"):
            yield element.get(name, "")


class _Texts(HTMLParser):
    """Texts and spoken attributes of a page; data of its scripts too, pictures in text form not."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spoken = ("alt", "title", "content", "aria-label", "href", "src")
        self.texts += [v for n, v in attrs if n in spoken and v and not v.startswith("data:")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def texts_of_html(path: Path) -> Iterator[str]:
    parser = _Texts()
    parser.feed(path.read_text("utf-8"))
    yield from parser.texts


# --- no year, no place in the library -----------------------------------------------------------

_NAMED = re.compile(
    r"(?<![\w.,])20[1-4]\d(?!\d)|Banjar|Kalimantan|Tanah Laut|Cempaka|Landasan Ulin|"
    r"Liang Anggang|Kuliner|Fashion|KPRI|Sekolah Menengah|Koperasi, UKM"
)
# a law, with its number before or its word between: it has its year wherever the report is from
_REGULATION = re.compile(
    r"(?:UU|PP|PMK|Perda|Permen\w*|PANRB|Presiden|Undang-Undang|Keuangan|dan|juga)\s+"
    r"\d+(?:/| Tahun )(?:19|20)\d\d|permen\w+-\d+-\d{4}|^\s*\d+/20\d\d"
)
QUOTES = "\"'"
SEBAB = {
    "lkjlib/rules/category.py: lkj-2019": "name of a scale in the registry, fixed by the contract",
    "lkjlib/rules/category.py: LKj 2019 Bab III A.1, tabel rentang capaian kinerja": "its source",
    "lkjlib/excel/saving.py: 2020": "fixed date inside workbooks, so that bytes stay the same",
    "lkjlib/excel/sniff.py: 2048": "bytes, no year",
}


def written(path: Path) -> Iterator[tuple[int, str]]:
    """Lines of the comments, texts and numbers of a module; examples and what they print not."""
    inside = (tokenize.STRING, tokenize.COMMENT, tokenize.NUMBER)
    inside += (getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING),)
    with path.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type in inside:
                yield from enumerate(prose(token.string), start=token.start[0])


def prose(text: str) -> Iterator[str]:
    """Lines of a text, blank where they are an example: from ``>>>`` to the next blank line."""
    example = False
    for line in text.splitlines():
        example = bool(line.strip()) and (example or line.lstrip().startswith(">>>"))
        yield "" if example else line


def named(line: str) -> list[str]:
    """Years and places in a line, regulations apart."""
    return _NAMED.findall(_REGULATION.sub("", line))


def test_no_year_and_no_place_stands_in_the_library():
    paths = sorted((ROOT / "lkjlib").rglob("*.py"))
    assert len(paths) > 100
    found, used = [], set()
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        for number, line in written(path):
            if not named(line):
                continue
            excuse = f"{name}: {line.strip().strip(QUOTES)}"
            if excuse in SEBAB:
                used.add(excuse)
            else:
                found.append(f"{name}:{number}: {line.strip()}")
    assert found == []
    assert used == set(SEBAB)


def test_no_year_and_no_place_stands_in_what_the_library_fills_in():
    parts = [p for p in (ROOT / "lkjlib").rglob("*") if p.suffix in (".j2", ".js", ".css", ".html")]
    assert len(parts) > 8
    lines = {f"{p.name}: {line}" for p in parts for line in p.read_text("utf-8").splitlines()}
    assert [line for line in sorted(lines) if named(line.partition(": ")[2])] == []


@pytest.mark.parametrize(
    "line",
    ["# seen in 2019", '"Kota Banjarbaru"', "tahun = 2031", "LKj 2016.", "data/2019/a.xlsx"],
)
def test_a_year_or_a_place_would_be_refused(line):
    assert named(line)


@pytest.mark.parametrize(
    "line", ["UU 20/2008", "Permendagri 54/2010 dan 86/2017", "PMK 214/2017", "13,2019", "2.019"]
)
def test_a_regulation_is_none(line):
    assert not named(line)
