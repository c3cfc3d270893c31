"""What the offline search looks through: the words of every section of the site."""

import json
from collections.abc import Collection, Iterable, Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

SCRIPT = "_static/cari-isi.js"
BROUGHT = ("searchindex.js", "searchtools.js", "language_data.js", "*-stemmer.js")
"""Files of the search that Sphinx brings: to show a snippet it asks for pages over the network."""

_UNREAD = "script, style, noscript, form, details.hide, a.headerlink"
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6", "strong")
_INLINE = ("a", "abbr", "code", "em", "i", "b", "small", "span", "strong", "sub", "sup")

_BEFORE, _AFTER = "const isiSitus = ", ";\n"

Section = tuple[str, str, str, str]


def sections(name: str, page: BeautifulSoup) -> Iterator[Section]:
    """The sections of a page, cards among them: address, title, title of the page, words.

    Words of a section within a section are its own; code is not among them, and of a picture
    its alternative text.

    Examples
    --------
    >>> html = '<section id="a"><h1>Kasus</h1><p><b>10</b> dari 420</p></section>'
    >>> list(sections("b.html", BeautifulSoup(f"<article>{html}</article>", "html.parser")))
    [('b.html#a', 'Kasus', 'Kasus', '10 dari 420')]
    """
    article = page.find("article")
    if article is None:
        return
    unread = {id(tag) for tag in article.select(_UNREAD)}
    top = article.find("h1")
    for section in article.find_all("section", id=True):
        title = section.find(_TITLES)
        if title is not None:
            titles = (_words(tag, unread) for tag in (title, top or title))
            yield f"{name}#{section['id']}", *titles, _words(section, unread | {id(title)})


def index_script(found: Iterable[Section]) -> str:
    """The sections of all pages as a script, which a page may load from a folder."""
    rows = json.dumps(list(found), ensure_ascii=False, separators=(",", ":"))
    return f"{_BEFORE}{rows}{_AFTER}"


def read_index(script: str) -> list[Section]:
    """The sections that such a script holds.

    Examples
    --------
    >>> read_index(index_script([("b.html#a", "Kasus", "Kasus", "10 dari 420")]))
    [('b.html#a', 'Kasus', 'Kasus', '10 dari 420')]
    """
    return [tuple(row) for row in json.loads(script.removeprefix(_BEFORE).removesuffix(_AFTER))]


def _words(tag: Tag, unread: Collection[int]) -> str:
    return " ".join("".join(_pieces(tag, unread)).split())


def _pieces(tag: Tag, unread: Collection[int]) -> Iterator[str]:
    for child in tag.children:
        if type(child) is NavigableString:
            yield child
        elif not isinstance(child, Tag) or id(child) in unread:
            continue
        elif child.name == "img":
            yield f" {child.get('alt', '')} "
        elif child.name != "section" or not child.get("id"):
            yield from _pieces(child, unread)
            yield "" if child.name in _INLINE else " "
