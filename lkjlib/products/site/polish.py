"""The manners of a finished page: what the notebooks and Sphinx leave undone.

Every table has a caption and says what its headings head, English is marked as English, what
the theme says in English is said in Indonesian, and no line ends between a number and its unit.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from lkjlib.numbers.format import tak_terputus
from lkjlib.products.site.search import BROUGHT

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_VERBATIM = ("script", "style", "pre", "code", "textarea")
_ENGLISH = re.compile(r"English\b")
_WORDS = {
    "Skip to main content": "Langsung ke isi",
    "Back to top": "Kembali ke atas",
    "Search...": "Cari…",
    "Link to this heading": "Tautan ke judul ini",
    "Toggle hidden content": "Tampilkan atau sembunyikan kode",
    "Toggle primary sidebar": "Buka atau tutup daftar halaman",
    "Toggle secondary sidebar": "Buka atau tutup isi halaman",
    "Color mode": "Warna terang atau gelap",
    "System Settings": "Menurut perangkat",
    "Light": "Terang",
    "Dark": "Gelap",
    "Fullscreen mode": "Layar penuh",
    "Print to PDF": "Cetak ke PDF",
    "previous page": "halaman sebelumnya",
    "next page": "halaman berikutnya",
    "sebelum": "sebelumnya",
    "berikut": "berikutnya",
    "Version warning": "Peringatan versi",
    "Main": "Halaman",
    "Page": "Isi halaman",
}
_SAID_IN = ("title", "aria-label", "placeholder")


def polish(page: BeautifulSoup) -> None:
    """Give a page its manners.

    Examples
    --------
    >>> html = "<h2>Hasil</h2><table><tr><th>a</th><td>5 %</td></tr></table>"
    >>> page = BeautifulSoup(html, "html.parser")
    >>> polish(page)
    >>> page.th["scope"], page.caption.text
    ('row', 'Hasil')
    """
    _drop_brought_search(page)
    _say_in_indonesian(page)
    for table in page.find_all("table"):
        if table.find("tr"):  # else a script fills it, with manners of its own
            _scope(table)
            _caption(page, table)
    for text in page.find_all(string=_ENGLISH):
        _mark_english(text)
    for picture in page.select(".cell_output img"):
        picture.wrap(page.new_tag("div", attrs={"class": "lkj-gambar"}))
    _bind_units(page)


def _drop_brought_search(page: BeautifulSoup) -> None:
    names = tuple(name for name in BROUGHT if "*" not in name)
    for script in page.find_all("script", src=True):
        if script["src"].partition("?")[0].endswith(names):
            script.decompose()


def _say_in_indonesian(page: BeautifulSoup) -> None:
    for attribute in _SAID_IN:
        for tag in page.find_all(attrs={attribute: True}):
            tag[attribute] = _WORDS.get(tag[attribute], tag[attribute])
    for text in page.find_all(string=lambda words: words and words.strip() in _WORDS):
        if text.find_parent("article") is None:
            text.replace_with(text.replace(text.strip(), _WORDS[text.strip()]))


def _scope(table: Tag) -> None:
    for head in table.find_all("th"):
        if not head.get("scope"):
            head["scope"] = "col" if head.find_parent("thead") else "row"


def _caption(page: BeautifulSoup, table: Tag) -> None:
    """A table without a caption takes the heading that it stands under, for those who listen."""
    if table.find("caption"):
        return
    card = table.find_parent(class_="lkj-kartu")
    title = (card and card.find([*_HEADINGS, "strong"])) or table.find_previous(_HEADINGS)
    if title is None:
        return
    caption = page.new_tag("caption", attrs={"class": "lkj-tersembunyi"})
    caption.string = " ".join("".join(_own_texts(title)).split())
    table.insert(0, caption)


def _own_texts(title: Tag) -> list[str]:
    return [text for text in title.find_all(string=True) if not text.find_parent("a", "headerlink")]


def _mark_english(text: NavigableString) -> None:
    """The whole paragraph where the words open it with a full stop, else the words alone."""
    label = text.parent
    if label is None or label.name not in ("em", "strong"):
        return
    paragraph = label.find_parent(("p", "li", "td"))
    opens = paragraph is not None and paragraph.get_text().lstrip().startswith(str(text))
    (paragraph if opens and text.rstrip()[-1] in ".:" else label)["lang"] = "en"


def _bind_units(page: BeautifulSoup) -> None:
    for text in page.find_all(string=re.compile(r"\d")):
        if type(text) is NavigableString and text.find_parent(_VERBATIM) is None:
            bound = tak_terputus(text)
            if bound != text:
                text.replace_with(bound)
