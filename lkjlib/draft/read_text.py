"""Reads a report that is plain text: tables have tabs between their cells."""

from collections.abc import Iterator
from pathlib import Path

from lkjlib.draft.document import Found, Tabel, Teks
from lkjlib.errors import LkjError


def read_text(path: Path) -> Iterator[Found]:
    """What a .txt holds, line by line.

    Raises
    ------
    LkjError
        When it is no text in UTF-8.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise LkjError(
            f"'{path.name}' bukan teks UTF-8. Simpan ulang sebagai 'Plain text (UTF-8)'."
        ) from None
    return parse_text(content)


def parse_text(content: str) -> Iterator[Found]:
    """The lines of a text: those with tabs are rows of tables.

    >>> [type(one).__name__ for one in parse_text("Judul\\n\\nNo\\tUraian\\n1\\tKUD\\n\\nIsi.")]
    ['Teks', 'Tabel', 'Teks']
    """
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    for number, line in enumerate(content.split("\n"), start=1):
        line = line.rstrip("\r")
        if "\t" in line:
            rows.append(tuple(line.split("\t")))
            lines.append(number)
            continue
        if rows:
            yield Tabel(tuple(rows), tuple(lines))
            rows, lines = [], []
        if line.strip():
            yield Teks(number, line)
    if rows:
        yield Tabel(tuple(rows), tuple(lines))
