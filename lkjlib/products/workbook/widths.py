"""How wide the columns of a printed sheet are, and how many lines their texts then take."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil

import numpy as np
from xlsxwriter.utility import cell_autofit_width

PAGE = 1045  # pixels across A4 between its margins
SMALLEST = 80  # percent of its size at which a sheet is printed: letters of 8,8 points
WIDEST = PAGE * 100 // SMALLEST  # pixels across A4 at that size
_STEP = 20  # pixels by which a text gives way
_ROOM = 1.15  # another font may be wider
_BREAKS = 1.06  # lines that end at a word leave some of their room
INDENT = 9  # pixels beside a text in its cell


def drawn_in(
    wished: Sequence[int], lengths: Mapping[int, np.ndarray], floors: Mapping[int, int], page: int
) -> list[int]:
    """Widths that fit on a page, step by step where the rows grow least; as near as floors let.

    Parameters
    ----------
    wished : widths of all columns [pixels].
    lengths : of the texts of those that may give way, a row each [pixels].
    floors : the least width of each of these [pixels].
    page : what all may take together [pixels].

    Examples
    --------
    >>> drawn_in([500, 900], {0: np.array([80.0]), 1: np.array([2000.0])}, {0: 100, 1: 100}, 800)
    [100, 700]
    """
    widths = list(wished)
    lines = {place: _many_lines(length, widths[place]) for place, length in lengths.items()}
    while sum(widths) > page:
        costs = {}
        for place, floor in floors.items():
            if widths[place] <= floor:
                continue
            narrower = max(floor, widths[place] - _STEP)
            others = [taken for other, taken in lines.items() if other != place]
            rest = np.maximum.reduce([np.ones_like(lengths[place]), *others])
            taken = _many_lines(lengths[place], narrower)
            growth = (np.maximum(rest, taken) - np.maximum(rest, lines[place])).sum()
            costs[place] = (growth, (taken - lines[place]).sum(), narrower, taken)
        if not costs:
            break
        place = min(costs, key=lambda one: costs[one][:2])
        widths[place], lines[place] = costs[place][2:]
    return widths


def _many_lines(lengths: np.ndarray, width: int) -> np.ndarray:
    full = lengths / (width - INDENT)
    return np.where(full <= 1, 1, np.ceil(full * _BREAKS))


def pages_across(widths: Sequence[int]) -> list[int]:
    """The column after the last of each page across, at the smallest size where one is not enough.

    >>> pages_across([400, 400, 400]), pages_across([400, 400, 400, 400, 300])
    ([3], [3, 5])
    """
    pages, used = [], 0
    for place, width in enumerate(widths):
        if used and used + width > WIDEST:
            pages.append(place)
            used = widths[0]
        used += width
    return [*pages, len(widths)]


@cache
def pixels(text: str, size: float = 1.0) -> int:
    """Room that a text takes on one line, in letters `size` times those of a cell."""
    return ceil(cell_autofit_width(text) * size * _ROOM)


def lines_of(text: str, room: int, size: float = 1.0) -> int:
    """Lines that a text takes in so many pixels."""
    taken = (pixels(line, size) / room for line in text.split("\n"))
    return sum(1 if full <= 1 else ceil(full * _BREAKS) for full in taken)
