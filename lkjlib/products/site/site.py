"""The site: executed notebooks as pages that work offline, from a folder or a USB stick."""

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
from lkjlib.products.site.workshop import Workshop, run_sphinx
from lkjlib.products.templates import render

_ASSETS = Path(__file__).with_name("assets")

# nothing a reader opens, half of the size
_LEFT_OUT = (".buildinfo", "_sources", "*.map", "locales", "vendor", *BROUGHT)
_LINK = re.compile(r"\[([^\]]*)\]\(([\w-]+)\.ipynb(?:#[^)]*)?\)")
_HEADING = re.compile(r"#{2,6} [^\n]+")
_UNSEEN = "remove-input"  # code that stands above already
_GLOSSARY = "glosarium"
_STATIC = ("*.css", "*.js")


def write_site(
    notebooks: Path,
    dictionary: str,
    folder: Path,
    page: FrontPage,
    earlier: Path | None = None,
    workshop: Workshop | None = None,
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
    workshop : Workshop, optional
        Where Sphinx finds what it made before, and leaves what it makes; see `run_sphinx`.

    Returns
    -------
    list of str
        What Sphinx warned about; empty when all is well.

    Raises
    ------
    LkjError
        When a page would load something from the network, or a picture has no alt text.
    """
    report = page.laporan
    title = f"{report.judul} · {report.dinas} {report.wilayah_pendek}"
    with tempfile.TemporaryDirectory() as temporary:
        html = Path(temporary, "html")
        warnings = run_sphinx(_lay_out(notebooks, dictionary, page), title, html, workshop)
        finish_site(html, earlier)
        found = faults(html)
        if found:
            raise LkjError("Situs tidak memenuhi syarat:\n" + "\n".join(found))
        keep_used_icons(html)
        shutil.copytree(html, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return warnings


def _lay_out(notebooks: Path, dictionary: str, page: FrontPage) -> dict[str, str]:
    """What Sphinx reads: prepared notebooks, further pages, front page, style, scripts."""
    sources = {
        f"_static/{path.name}": path.read_text(encoding="utf-8")
        for pattern in _STATIC
        for path in sorted(_ASSETS.glob(pattern))
    }
    entries, names = [], []
    paths = sorted(notebooks.glob("*.ipynb"))
    here = {path.stem for path in paths}
    for path in paths:
        content = json.loads(path.read_bytes())
        entries.append(_entry(path.stem, "".join(content["cells"][0]["source"])))
        names.append(path.stem)
        sources[path.name] = json.dumps(_prepare(content, here), ensure_ascii=False)
    for name, text in page.halaman.items():
        entries.insert(0, _entry(name, text))
        names.append(name)
        sources[f"{name}.md"] = text
    sources["index.md"] = render("site/index.md.j2", isi=page, daftar=entries, halaman=names)
    sources["kamus-data.md"] = dictionary
    sources[f"{_GLOSSARY}.md"] = render(f"site/{_GLOSSARY}.md.j2", laporan=page.laporan)
    return sources


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
