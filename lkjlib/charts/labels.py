"""Moves the labels of points to where neither a line nor another label runs through them."""

from itertools import pairwise, product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

_GAP = 6  # points between a mark and its label
_STEPS = 60  # places of a line that are looked at
_SIDES = (  # horizontal and vertical side of the point, with how far away
    ("center", "bottom", 0, 1),
    ("center", "top", 0, -1),
    ("right", "bottom", -0.3, 0.8),
    ("left", "bottom", 0.3, 0.8),
    ("right", "top", -0.3, -0.8),
    ("left", "top", 0.3, -0.8),
    ("right", "center", -1.3, 0),
    ("left", "center", 1.3, 0),
    ("right", "bottom", -1.3, 0.3),
    ("left", "bottom", 1.3, 0.3),
    ("right", "top", -1.3, -0.3),
    ("left", "top", 1.3, -0.3),
    ("right", "center", -2.6, 0),
    ("left", "center", 2.6, 0),
    ("center", "bottom", 0, 2.6),
    ("center", "top", 0, -2.6),
)
_ROUNDS = 3  # a label that moves away makes room for those before it
_APART = (4, 1.5)  # pixels beside and above a label: figures side by side read as one
_OUTSIDE, _ON_LABEL = 400, 100  # what a place costs, in points of a line that it covers


def untangle(ax: Axes, labels: list[Annotation]) -> None:
    """Give each label the side of its point where it hides least; it stays where it is free.

    Parameters
    ----------
    ax : finished axes: what stands around a label is measured in the picture.
    labels : annotations of points of the data, placed in offset points. Other texts stay.
    """
    if not getattr(ax.figure, "lkj_fitted", False):  # the caller's: nothing is settled there
        ax.figure.draw_without_rendering()
    lines = [_places(line) for line in ax.lines if line.get_visible()]
    drawn = np.vstack(lines) if lines else np.empty((0, 2))
    others = [text for text in ax.texts if text not in labels and text.get_text()]
    still = [text.get_window_extent().padded(*_APART) for text in others]
    boxes = [label.get_window_extent() for label in labels]
    room = _room(ax)
    for _ in range(_ROUNDS):
        for place, label in enumerate(labels):
            taken = [*still, *(box.padded(*_APART) for box in boxes[:place] + boxes[place + 1 :])]
            if _cost(boxes[place], drawn, taken, room):
                boxes[place] = _moved(label, boxes[place], drawn, taken, room)


def _room(ax: Axes) -> Bbox:
    """Where labels may stand: the axes, a little beyond them but not over the years below."""
    box, beyond = ax.get_window_extent(), 2 * _GAP * ax.figure.dpi / 72
    return Bbox.from_extents(box.x0 - beyond, box.y0, box.x1 + beyond, box.y1 + beyond)


def _moved(label: Annotation, own: Bbox, drawn: np.ndarray, taken: list[Bbox], room: Bbox) -> Bbox:
    """Set the label to its best side, the one it has before others; returns its new box."""
    point = label.axes.transData.transform(label.xy)
    scale = _GAP * label.figure.dpi / 72
    best, least = None, _cost(own, drawn, taken, room)
    for ha, va, right, up in _SIDES:
        x, y = point + np.array([right, up]) * scale
        x -= {"left": 0, "center": own.width / 2, "right": own.width}[ha]
        y -= {"bottom": 0, "center": own.height / 2, "top": own.height}[va]
        box = Bbox.from_bounds(x, y, own.width, own.height)
        cost = _cost(box, drawn, taken, room)
        if cost < least:
            best, least = (ha, va, right, up, box), cost
    if best is None:
        return own
    ha, va, right, up, box = best
    label.set(ha=ha, va=va)
    label.xyann = (right * _GAP, up * _GAP)
    return box


def _cost(box: Bbox, drawn: np.ndarray, taken: list[Bbox], room: Bbox) -> float:
    """How much of lines and labels a box would cover, and whether it leaves the axes."""
    inside = np.all((drawn > box.min - 1) & (drawn < box.max + 1), axis=1)
    over = sum(box.overlaps(other) for other in taken)
    out = box.x0 < room.x0 or box.x1 > room.x1 or box.y0 < room.y0 or box.y1 > room.y1
    return float(inside.sum()) + _ON_LABEL * over + _OUTSIDE * out


def _places(line: Line2D) -> np.ndarray:
    """Places of the picture that a line or its marks cover."""
    points = line.get_transform().transform(line.get_xydata().astype(float))
    parts = [points]
    if line.get_marker() not in ("None", None, "", " "):
        half = line.get_markersize() * line.axes.figure.dpi / 72 / 2.5
        parts += [points + half * np.array(side) for side in product((-1, 0, 1), repeat=2)]
    if line.get_linestyle() != "None":
        share = np.linspace(0, 1, _STEPS)[:, None]
        parts += [a + (b - a) * share for a, b in pairwise(points)]
    places = np.vstack(parts)
    return places[np.isfinite(places).all(axis=1)]
