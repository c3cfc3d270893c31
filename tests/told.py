"""What products say, as plain text: pages, Word chapters, workbooks, notebooks."""

import html
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

_UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|span|strong|sub|sup|w:t|w:r|w:rPr)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def plain(markup: str) -> str:
    """The text of HTML or XML; pictures give their alt text."""
    markup = re.sub(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>', r" \1 ", _UNSEEN.sub(" ", markup))
    return one_line(html.unescape(_TAG.sub(" ", _INLINE.sub("", markup))))


def one_line(text: str) -> str:
    """Text without breaks and doubled blanks."""
    return " ".join(text.split())


def word_text(path: Path) -> str:
    """All that a .docx says."""
    with zipfile.ZipFile(path) as parts:
        names = [n for n in parts.namelist() if re.fullmatch(r"word/[^/]+\.xml", n)]
        return " ".join(plain(parts.read(name).decode()) for name in names)


def workbook_text(path: Path) -> str:
    """Every cell of a workbook, with a blank between two."""
    cells = (
        cell
        for sheet in load_workbook(path)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )
    return one_line(" ".join(str(cell) for cell in cells if cell is not None))


def products(folder: Path) -> Mapping[str, str]:
    """What every product of a built report says, by its path in the folder."""
    readers = {
        ".html": lambda path: plain(path.read_text("utf-8")),
        ".csv": lambda path: one_line(path.read_text("utf-8")),
        ".docx": word_text,
        ".xlsx": workbook_text,
    }
    return {
        path.relative_to(folder).as_posix(): readers[path.suffix](path)
        for path in sorted(folder.rglob("*"))
        if path.suffix in readers and path.name != "search.html"
    }
