"""Tables of an HTML page, as which many sites save what they call .xls: cells, title, notes."""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup

from lkjlib.excel.cells import MAX_CELLS, MAX_COLUMNS, Area
from lkjlib.excel.limits import limit
from lkjlib.printed.lines import is_footnote, is_note

_LINES = 6  # of a page beside a table that may be its title or its notes
_INLINE = frozenset(["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"])
_UNSEEN = frozenset(["script", "style", "title", "head", "noscript", "[document]"])
_HEADING = re.compile(r"h[1-6]")


def read_tables(page: str) -> list[tuple[list[tuple[str | None, ...]], list[Area]]]:
    """Every innermost table of a page: rows of cells, its title above and notes below, merges.

    >>> [(rows, _)] = read_tables("<p>Usaha</p><table><tr><td>Satu<td>5</table>")
    >>> rows
    [('Usaha',), ('Satu', '5')]
    """
    soup = BeautifulSoup(page, "html.parser")
    found = []
    for table in soup.find_all("table"):
        rows, merges = _cells_of(table)
        if not rows or table.find("table"):
            continue
        above, below = _as_rows(_title_above(table)), _as_rows(_notes_below(table))
        moved = [
            Area(a.min_col, a.min_row + len(above), a.max_col, a.max_row + len(above))
            for a in merges
        ]
        found.append(([*above, *rows, *below], moved))
    return found


def _as_rows(lines: Iterable[str]) -> list[tuple[str | None, ...]]:
    return [(line,) for line in lines]


def _title_above(table) -> list[str]:
    """Lines over a table: from the nearest heading of the page, or below the last table's notes."""
    lines: list[str] = []
    for block, text in _lines(table.previous_elements):
        if is_note(text) or is_footnote(text):
            break
        lines.insert(0, text)
        if _HEADING.fullmatch(block.name):
            break
    return lines


def _notes_below(table) -> list[str]:
    return [text for _, text in _lines(table.next_elements) if is_note(text) or is_footnote(text)]


def _lines(elements: Iterable) -> list[tuple]:
    """Blocks of a page with their words, from a table to the next, in either direction."""
    blocks: dict[int, object] = {}
    for element in elements:
        if element.name == "table" or len(blocks) == _LINES:
            break
        if element.name is None and element.strip():
            block = element.find_parent(lambda tag: tag.name not in _INLINE)
            if block is not None and block.name not in _UNSEEN and not block.find_parent("table"):
                blocks.setdefault(id(block), block)
    texts = ((block, " ".join(block.get_text(" ").split())) for block in blocks.values())
    return [(block, text) for block, text in texts if not block.find("table")]


def _cells_of(table) -> tuple[list[tuple[str | None, ...]], list[Area]]:
    """Cells of an HTML table, those that span several at their first place."""
    taken: set[tuple[int, int]] = set()
    merges: list[Area] = []
    caption = table.find("caption")
    title = {0: caption.get_text(" ", strip=True)} if caption else {}
    rows: list[dict[int, str | None]] = [title] if caption else []
    column = 0
    for element in table.find_all(["tr", "td", "th"]):  # in their order: ends may be left out
        if element.name == "tr" or not rows:
            rows.append({})
            column = 0
            continue
        row = len(rows) - 1
        while (row, column) in taken:
            column += 1
        down, right = _span(element, "rowspan"), _span(element, "colspan")
        text = _own_text(element)
        rows[row][column] = text or None
        if down > 1 or right > 1:
            merges.append(Area(column + 1, row + 1, column + right, row + down))
            limit(len(taken) + down * right, MAX_CELLS, "sel gabungan")
            taken.update((row + d, column + r) for d in range(down) for r in range(right))
        column += right
    return [
        tuple(cells.get(c) for c in range(max(cells, default=-1) + 1)) for cells in rows
    ], merges


def _own_text(cell) -> str:
    """The words of a cell, up to one that begins before it ends."""
    words: list[str] = []
    for element in cell.descendants:
        if element.name in ("tr", "td", "th"):
            break
        if element.name is None:
            words += element.split()
    return " ".join(words)


def _span(cell, name: str) -> int:
    text = str(cell.get(name, "1"))
    return min(int(text), MAX_COLUMNS) if text.isdigit() and int(text) > 0 else 1
