"""Where Sphinx turns what the site says into pages; it may keep there what it knows of them.

What is kept is Sphinx's own: the sources as it read them, what it made of them, the pages as it
wrote them. With it a changed notebook costs one page, and the site is the same to the byte.
"""

import io
import re
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_TEMPLATES = Path(__file__).with_name("templates")
_WHOLE = "utuh"  # file beside what Sphinx made; not there while it makes it
_THEME_OPTIONS = {
    "navbar_persistent": [],  # otherwise a second search bar
    "use_download_button": False,
    "footer_content_items": [],
    "show_toc_level": 2,
    "search_bar_text": "Cari…",
}


class Workshop(NamedTuple):
    """A folder that Sphinx may keep, and the fingerprint of the library that uses it."""

    folder: Path
    pembuat: str


def run_sphinx(
    sources: Mapping[str, str], title: str, html: Path, workshop: Workshop | None = None
) -> list[str]:
    """Let Sphinx write the pages of a site.

    Parameters
    ----------
    sources : mapping
        What Sphinx reads, path -> text: notebooks, further pages, what lies in ``_static``.
    title : str
        Of the site.
    html : Path
        Where the pages go; must not exist.
    workshop : Workshop, optional
        Where Sphinx works, and finds what it made before. What is there is used only where nothing
        but notebooks has changed: the other pages name each other, and what all pages share.

    Returns
    -------
    list of str
        What Sphinx warned about; empty when all is well.
    """
    settings = _settings(title)
    with tempfile.TemporaryDirectory() as temporary:
        folder = _open(workshop, sources, settings) if workshop else Path(temporary)
        warnings = _build(folder, sources, settings)
        shutil.copytree(folder / "html", html)
        if not warnings:  # for it would not warn again of what it does not read again
            (folder / _WHOLE).touch()
    return warnings


def _open(workshop: Workshop, sources: Mapping[str, str], settings: dict) -> Path:
    """The folder of what pages share, with what was made of the same; else it is empty.

    What was only begun is not used. Sphinx remembers files by their paths: others stand elsewhere.
    """
    shared = {name: text for name, text in sources.items() if not name.endswith(".ipynb")}
    made_by = repr((workshop.pembuat, settings, shared))
    folder = workshop.folder / sha256(made_by.encode()).hexdigest()[:16]
    whole = (folder / _WHOLE).exists()
    for other in workshop.folder.glob("*"):
        if other != folder or not whole:
            shutil.rmtree(other)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _WHOLE).unlink(missing_ok=True)
    return folder


def _build(folder: Path, sources: Mapping[str, str], settings: dict) -> list[str]:
    from sphinx.application import Sphinx  # late: a second for what only the site needs
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source, html = folder / "sumber", folder / "html"
    _write_changed(sources, source)
    shutil.rmtree(html / "_static", ignore_errors=True)  # whose files pages name as it comes to be
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source,
            None,
            html,
            folder / "doctrees",
            "html",
            settings,
            status=None,
            warning=warnings,
        )
        app.connect("doctree-read", _leave_unsearched)
        app.build()
    shown = {name for _, name in app.env.images.values()}
    for path in (html / "_images").glob("*"):
        if path.name not in shown:
            path.unlink()
    lines = re.sub(r"\x1b\[[\d;]*m", "", warnings.getvalue()).splitlines()
    return [line.replace(f"{source}/", "") for line in lines if line]


def _write_changed(sources: Mapping[str, str], folder: Path) -> None:
    """Write the sources; one that stands there already keeps its date, by which Sphinx goes."""
    for name, text in sources.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _leave_unsearched(app, doctree) -> None:
    """Sphinx's own search is not used (see `lkjlib.products.site.search`): it reads no words."""
    app.env.metadata[app.env.docname]["nosearch"] = ""


def _settings(title: str) -> dict:
    return {
        "project": title,
        "language": "id",
        "extensions": ["myst_nb"],
        "exclude_patterns": [],
        "nb_execution_mode": "off",
        "nb_code_prompt_show": "Tampilkan kode",
        "nb_code_prompt_hide": "Sembunyikan kode",
        "html_theme": "sphinx_book_theme",
        "html_theme_options": dict(_THEME_OPTIONS),  # the theme adds to it
        "html_context": {"default_mode": "auto"},  # else the theme warns on every first visit
        "html_title": title,
        "templates_path": [str(_TEMPLATES)],
        "html_static_path": ["_static"],
        "html_css_files": ["lkj.css"],
        "html_js_files": ["kode.js"],
        "html_copy_source": False,
        "html_use_index": False,
        "html_show_sphinx": False,
        "html_show_copyright": False,
        "html_last_updated_fmt": None,
    }
