"""Writes the Word chapter: markdown out of the frames, one run of pandoc, styles of the office."""

import csv
import os
import subprocess
import zipfile
from pathlib import Path

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.products.figures import INDEX
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render

REFERENCE = Path(__file__).with_name("reference.docx")  # page and styles: edited there, in Word
_EPOCH = "1577836800"  # a .docx must hold a date; a fixed one keeps its bytes equal
_READER = "markdown-smart"  # quotes and dashes stay as the data give them
_WHOLE = b"<w:trPr><w:cantSplit/></w:trPr>"
_FILTER = Path(__file__).with_name("styles.lua")


def write_chapter(data: Data, pictures: Path, path: Path) -> dict[str, str]:
    """Write Bab III as a .docx: native tables, captions, lists of them, pictures with alt text.

    Parameters
    ----------
    data : the report's data.
    pictures : folder that `lkjlib.products.figures.write_figures` wrote.
    path : the file to write.

    Returns
    -------
    dict
        Passages that the report's annexes do not give, by name, and why; the chapter says it too.

    Raises
    ------
    LkjError
        When pandoc is missing, a picture is missing, or pandoc refuses the text.
    """
    with (pictures / INDEX).open(encoding="utf-8-sig", newline="") as file:
        alt = {row["berkas"]: row["teks_alternatif"] for row in csv.DictReader(file)}
    left_out: dict[str, str] = {}
    convert(render(front(data), body(data, alt, left_out), alt), pictures, path)
    return left_out


def convert(text: str, pictures: Path, path: Path) -> None:
    """Turn markdown into a .docx with the styles of reference.docx; the same bytes every time.

    Parameters
    ----------
    text : markdown as `markdown.render` writes it.
    pictures : folder of the pictures that the text names.
    path : the .docx to write.

    Raises
    ------
    LkjError
        When pandoc is not installed, or finds fault with the text.
    """
    command = [
        *(_pandoc(), "--from", _READER, "--to", "docx", "--output", str(path.resolve())),
        *("--columns", "40", "--fail-if-warnings"),
        *("--reference-doc", str(REFERENCE), "--lua-filter", str(_FILTER)),
    ]
    run = subprocess.run(
        command,
        input=text.encode(),
        cwd=pictures,  # names of pictures are relative: no path of this machine is written
        env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH},
        capture_output=True,
        check=False,
    )
    if run.returncode:
        raise LkjError(f"Bab Word tidak dapat dibuat: {run.stderr.decode().strip()}")
    _keep_rows_whole(path)


def _keep_rows_whole(path: Path) -> None:
    """Let no row of a table break over two pages: pandoc has no word for that."""
    with zipfile.ZipFile(path) as source:
        parts = [(entry, source.read(entry)) for entry in source.infolist()]
    with zipfile.ZipFile(path, "w") as target:
        for entry, content in parts:
            if entry.filename == "word/document.xml":
                content = content.replace(b"<w:tr><w:trPr>", b"<w:tr><w:trPr><w:cantSplit/>")
                content = content.replace(b"<w:tr><w:tc>", b"<w:tr>" + _WHOLE + b"<w:tc>")
            target.writestr(entry, content)


def _pandoc() -> str:
    """The pandoc that pypandoc-binary brings."""
    try:
        import pypandoc  # late: only this part of a build needs it

        return pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        raise LkjError(
            "Bab Word memerlukan pandoc: pasang dengan 'pip install pypandoc-binary', lalu ulangi."
        ) from None
