"""What the finished site must keep: no request leaves the page, every picture has alt text."""

import re
from html.parser import HTMLParser
from pathlib import Path

_LOADS = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "link": "href",
    "object": "data",
}
_REMOTE = re.compile(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)
_REMOTE_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])(?:https?:)?//", re.IGNORECASE)
_LEAST_ALT = 10


def faults(folder: Path) -> list[str]:
    """List what is wrong with the pages and style sheets of a site.

    Parameters
    ----------
    folder : Path
        The built site.

    Returns
    -------
    list of str
        One line for each fault, in Indonesian, with the page; empty when all is well.
    """
    found = []
    for path in sorted(folder.rglob("*.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        found += [f"{path.relative_to(folder).as_posix()}: {fault}" for fault in page.faults]
    for path in sorted(folder.rglob("*.css")):
        if _REMOTE_CSS.search(path.read_text(encoding="utf-8")):
            found.append(f"{path.relative_to(folder).as_posix()}: memuat berkas dari jaringan")
    return found


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        address = values.get(_LOADS.get(tag, ""), "")
        if _REMOTE.match(address):
            self.faults.append(f"memuat {address} dari jaringan")
        if tag == "img":
            self._check_alt(values)

    def _check_alt(self, values: dict[str, str]) -> None:
        alt = values.get("alt", "").strip()
        if len(alt) < _LEAST_ALT or alt == values.get("src") or re.match(r"\S+\.(png|svg)$", alt):
            self.faults.append(f"gambar {values.get('src', '')} tanpa teks alternatif")
