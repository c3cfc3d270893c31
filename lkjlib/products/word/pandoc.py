"""Turns markdown into a .docx: one run of pandoc, styles of the office, the same bytes always."""

import os
import subprocess
import zipfile
from pathlib import Path

from lkjlib.errors import LkjError

REFERENCE = Path(__file__).with_name("reference.docx")  # page and styles: edited there, in Word
_EPOCH = "1577836800"  # a .docx must hold a date; a fixed one keeps its bytes equal
_READER = "markdown-smart"  # quotes and dashes stay as the data give them
_WHOLE = b"<w:trPr><w:cantSplit/></w:trPr>"
_FILTER = Path(__file__).with_name("styles.lua")


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
