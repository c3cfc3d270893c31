"""The site: executed notebooks as pages that work offline, from a folder or a USB stick."""

import io
import json
import re
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

from lkjlib.errors import LkjError
from lkjlib.products.site.check import faults
from lkjlib.products.site.finish import finish_site
from lkjlib.products.site.front import FrontPage
from lkjlib.products.site.icons import keep_used_icons
from lkjlib.products.site.search import BROUGHT
from lkjlib.products.templates import render

_ASSETS, _TEMPLATES = (Path(__file__).with_name(name) for name in ("assets", "templates"))

# nothing a reader opens, half of the size
_LEFT_OUT = (".buildinfo", "_sources", "*.map", "locales", "vendor", *BROUGHT)
_LINK = re.compile(r"\[([^\]]*)\]\(([\w-]+)\.ipynb(?:#[^)]*)?\)")
_HEADING = re.compile(r"#{2,6} [^\n]+")
_UNSEEN = "remove-input"  # code that stands above already
_GLOSSARY = "glosarium"
_STATIC = ("*.css", "*.js")

_THEME_OPTIONS = {
    "navbar_persistent": [],  # otherwise a second search bar
    "use_download_button": False,
    "footer_content_items": [],
    "show_toc_level": 2,
    "search_bar_text": "Cari…",
}


def write_site(
    notebooks: Path,
    dictionary: str,
    folder: Path,
    page: FrontPage,
    earlier: Path | None = None,
) -> list[str]:
    """Write the site of a report.

    Parameters
    ----------
    notebooks : Path
        Folder with the executed notebooks; they are not executed again.
    dictionary : str
        Markdown of the data dictionary, a page of its own.
    folder : Path
        Where the site goes; must not exist. Its start page is ``index.html``.
    page : FrontPage
        What the front page says, and the pages that are no notebooks.
    earlier : Path, optional
        A whole site that this very library wrote: what it has of the same is taken from there.

    Returns
    -------
    list of str
        What Sphinx warned about; empty when all is well.

    Raises
    ------
    LkjError
        When a page would load something from the network, or a picture has no alt text.
    """
    with tempfile.TemporaryDirectory() as temporary:
        source, html = Path(temporary, "sumber"), Path(temporary, "html")
        _lay_out(notebooks, dictionary, source, page)
        report = page.laporan
        title = f"{report.judul} · {report.dinas} {report.wilayah_pendek}"
        warnings = _run_sphinx(source, html, title)
        finish_site(html, earlier)
        found = faults(html)
        if found:
            raise LkjError("Situs tidak memenuhi syarat:\n" + "\n".join(found))
        keep_used_icons(html)
        shutil.copytree(html, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return warnings


def _lay_out(notebooks: Path, dictionary: str, source: Path, page: FrontPage) -> None:
    """Write what Sphinx reads: prepared notebooks, further pages, front page, style, scripts."""
    static = source / "_static"
    static.mkdir(parents=True)
    for path in (path for pattern in _STATIC for path in _ASSETS.glob(pattern)):
        shutil.copyfile(path, static / path.name)
    entries, names = [], []
    paths = sorted(notebooks.glob("*.ipynb"))
    here = {path.stem for path in paths}
    for path in paths:
        content = json.loads(path.read_bytes())
        entries.append(_entry(path.stem, "".join(content["cells"][0]["source"])))
        names.append(path.stem)
        prepared = json.dumps(_prepare(content, here), ensure_ascii=False)
        (source / path.name).write_text(prepared, encoding="utf-8")
    for name, text in page.halaman.items():
        entries.insert(0, _entry(name, text))
        names.append(name)
        (source / f"{name}.md").write_text(text, encoding="utf-8")
    index = render("site/index.md.j2", isi=page, daftar=entries, halaman=names)
    (source / "index.md").write_text(index, encoding="utf-8")
    (source / "kamus-data.md").write_text(dictionary, encoding="utf-8")
    glossary = render(f"site/{_GLOSSARY}.md.j2", laporan=page.laporan)
    (source / f"{_GLOSSARY}.md").write_text(glossary, encoding="utf-8")


def _prepare(content: dict, here: Collection[str]) -> dict:
    """Hide the code behind a toggle, give pictures their alt text, unlink notebooks not here.

    A heading that a cell shows becomes one of the page, and each picture stands in a cell of its
    own: alt text belongs to a cell.
    """

    def linked(match: re.Match[str]) -> str:
        return match[0] if match[2] in here else match[1]

    content["cells"] = [part for cell in content["cells"] for part in _parts(cell)]
    for cell in content["cells"]:
        if cell["cell_type"] != "code":
            cell["source"] = _LINK.sub(linked, "".join(cell["source"]))
            continue
        metadata = cell["metadata"]
        tags = metadata.get("tags", [])
        metadata["tags"] = tags if _UNSEEN in tags else sorted({*tags, "hide-input"})
        alts = [_alt(output) for output in cell["outputs"] if _shows_picture(output)]
        if alts:
            metadata["mystnb"] = {"image": {"alt": alts[0]}}
    return content


def _parts(cell: dict) -> list[dict]:
    """The cells that a cell becomes on the page: one for each picture, and for each heading.

    What says nothing, as a sentence that this report has not, leaves no empty box.
    """
    if cell["cell_type"] != "code":
        return [cell]
    first = {**cell, "outputs": []}
    parts = [first]
    for output in filter(_says_something, cell["outputs"]):
        heading = _heading(output)
        kind = {"id": f"{cell.get('id', 'sel')}-{len(parts)}"}
        if heading:
            parts.append({**kind, "cell_type": "markdown", "metadata": {}, "source": heading})
            continue
        last = parts[-1]
        full = _shows_picture(output) and any(map(_shows_picture, last.get("outputs", ())))
        if full or last["cell_type"] != "code":
            metadata = {"tags": [_UNSEEN]}
            parts.append({**first, **kind, "metadata": metadata, "outputs": []})
        parts[-1]["outputs"].append(output)
    return parts


def _says_something(output: dict) -> bool:
    """Is there anything to show? What a report says nothing of is an empty text."""
    shown = output.get("data", {"text": output.get("text", "x")})
    return any("".join(text).strip() for text in shown.values())


def _heading(output: dict) -> str:
    """The heading that an output is; empty where it is something else."""
    text = "".join(output.get("data", {}).get("text/markdown", ""))
    return text if _HEADING.fullmatch(text.strip()) else ""


def _shows_picture(output: dict) -> bool:
    return "image/png" in output.get("data", {})


def _alt(output: dict) -> str:
    """Our charts carry their alt text as text/plain."""
    return " ".join("".join(output["data"].get("text/plain", "")).split())


def _entry(name: str, text: str) -> str:
    """One line of the front page: the page's title, and the question it answers."""
    title, _, rest = text.partition("# ")[2].partition("\n")
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", rest) if p.strip()]
    question = re.sub(r"^\*\*Pertanyaan\.?\*\*\s*", "", paragraphs[0]) if paragraphs else ""
    return f"- [{title.strip()}]({name}): {question}".removesuffix(": ")


def _run_sphinx(source: Path, html: Path, title: str) -> list[str]:
    from sphinx.application import Sphinx  # late: a second for what only the site needs
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    settings = {
        "project": title,
        "language": "id",
        "extensions": ["myst_nb"],
        "exclude_patterns": [],
        "nb_execution_mode": "off",
        "nb_code_prompt_show": "Tampilkan kode",
        "nb_code_prompt_hide": "Sembunyikan kode",
        "html_theme": "sphinx_book_theme",
        "html_theme_options": _THEME_OPTIONS,
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
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        Sphinx(
            source,
            None,
            html,
            html.with_name("doctrees"),
            "html",
            settings,
            status=None,
            warning=warnings,
        ).build()
    lines = re.sub(r"\x1b\[[\d;]*m", "", warnings.getvalue()).splitlines()
    return [line.replace(f"{source}/", "") for line in lines if line]
