"""Finish the pages that Sphinx wrote; one that it wrote so before is taken from the site before.

What Sphinx writes is the draft of a page. The finished page, and what the search knows of it,
follow from its name and its draft alone, whatever else has changed on the site.
"""

import json
from hashlib import sha256
from pathlib import Path

from bs4 import BeautifulSoup

from lkjlib.products.site.pictures import lighten_pictures, show_light
from lkjlib.products.site.polish import polish
from lkjlib.products.site.search import SCRIPT, Section, index_script, read_index, sections

DRAFTS = ".naskah.json"
"""File of a finished site: the fingerprint of the draft of each page."""

Page = tuple[str, list[Section]]  # finished, and its sections


def finish_site(html: Path, earlier: Path | None = None) -> None:
    """Finish what Sphinx wrote: its pages, its pictures, and what the search looks through.

    Parameters
    ----------
    html : Path
        The site as Sphinx wrote it; changed in place.
    earlier : Path, optional
        A whole site that this very library finished. Without it the result is the same.
    """
    known = _known(earlier) if earlier else {}
    drafts: dict[str, str] = {}
    found: list[Section] = []
    for path in sorted(html.glob("*.html")):
        draft = path.read_bytes()
        drafts[path.name] = sha256(draft).hexdigest()
        same = known.get((path.name, drafts[path.name]))
        page, its_sections = same or _finished(path.name, draft.decode())
        path.write_text(page, encoding="utf-8", newline="\n")
        found += its_sections
    lighten_pictures(html / "_images", earlier and earlier / "_images")
    (html / SCRIPT).write_text(index_script(found), encoding="utf-8", newline="\n")
    (html / DRAFTS).write_text(json.dumps(drafts, indent=1) + "\n", encoding="utf-8", newline="\n")


def _finished(name: str, draft: str) -> Page:
    page = BeautifulSoup(draft, "html.parser")
    polish(page)
    show_light(page)
    return str(page), list(sections(name, page))


def _known(earlier: Path) -> dict[tuple[str, str], Page]:
    """The pages of a finished site by name and draft."""
    drafts = json.loads((earlier / DRAFTS).read_text(encoding="utf-8"))
    known = {name: ((earlier / name).read_text(encoding="utf-8"), []) for name in drafts}
    for section in read_index((earlier / SCRIPT).read_text(encoding="utf-8")):
        known[section[0].partition("#")[0]][1].append(section)
    return {(name, drafts[name]): page for name, page in known.items()}
