"""Reads a report that is a Word document: paragraphs with their styles, and tables, in order."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.draft.document import Found, Tabel, Teks
from lkjlib.errors import LkjError, not_installed

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_BULLET = "• "  # stands for the number or mark that Word makes by itself
_HEADING = "heading "
_MOST_BYTES = 500 * 2**20  # unpacked; a report with pictures has a tenth of it


def read_word(path: Path) -> Iterator[Found]:
    """What a .docx holds; its lines are counted paragraph by paragraph and row by row.

    Raises
    ------
    LkjError
        When python-docx is not installed, or the file is no whole Word document.
    """
    try:
        from docx import Document
        from docx.table import Table
    except ImportError:
        raise not_installed("python-docx", "draf") from None
    _require_size(path)
    try:
        parts = list(Document(str(path)).iter_inner_content())
    except Exception as error:  # XML raises whatever its damage happens to trigger
        kind = type(error).__name__
        raise LkjError(f"'{path.name}' bukan dokumen Word yang utuh ({kind}).") from None
    line = 0
    for part in parts:
        if isinstance(part, Table):
            rows = _rows(part)
            if rows:
                yield Tabel(tuple(rows), tuple(range(line + 1, line + 1 + len(rows))))
            line += len(rows)
            continue
        text = " ".join(part.text.split())
        line += 1
        if text:
            level = _level(part)
            marked = _BULLET if not level and _is_listed(part) else ""
            yield Teks(line, f"{marked}{text}", level)


def _require_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        kind = type(error).__name__
        raise LkjError(f"'{path.name}' bukan dokumen Word yang utuh ({kind}).") from None
    if size > _MOST_BYTES:
        raise LkjError(f"'{path.name}' terlalu besar setelah dibuka: {size // 2**20} MB.")


def _rows(table: "Table") -> list[tuple[str, ...]]:
    """The texts of a table; of merged cells only the first one has a text."""
    rows, above = [], []
    for row in table.rows:
        cells = [cell._tc for cell in row.cells]
        texts = [" ".join(cell.text.split()) for cell in row.cells]
        fresh = [
            not (place and cells[place - 1] is cell)
            and not (place < len(above) and above[place] is cell)
            for place, cell in enumerate(cells)
        ]
        rows.append(tuple(t if new else "" for t, new in zip(texts, fresh, strict=True)))
        above = cells
    return rows


def _level(paragraph: "Paragraph") -> int:
    """Level of a heading, by its style or the one that its style is based on; 0 for text."""
    style = paragraph.style
    while style is not None:
        name = (style.name or "").casefold()
        if name.startswith(_HEADING) and name.removeprefix(_HEADING).isdigit():
            return int(name.removeprefix(_HEADING))
        style = style.base_style
    return 0


def _is_listed(paragraph: "Paragraph") -> bool:
    """Does Word number or mark the paragraph by itself?"""
    parts, style = [paragraph._p], paragraph.style
    while style is not None:
        parts.append(style.element)
        style = style.base_style
    return any(part.pPr is not None and part.pPr.numPr is not None for part in parts)
