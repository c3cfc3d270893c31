"""Finds what a reader of a chart would stumble over: text cut off or over text, alike or pale."""

from __future__ import annotations

from itertools import combinations

from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Text

_TOLERANCE = 1.0  # points: letters may touch, not overlap
_LEAST_CONTRAST = 4.5
_SAME_GREY = 0.05  # of the way from black to white: less is one grey on paper


def text_faults(figure: Figure) -> list[str]:
    """Texts that leave the picture and pairs of texts that overlap; empty = readable."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    hidden = _undrawn_ticks(figure)
    boxes = [
        (text, text.get_window_extent(renderer))
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text not in hidden
    ]
    slack = _TOLERANCE * figure.dpi / 72
    edge = figure.bbox.padded(slack)
    faults = [
        f"terpotong: {text.get_text()!r}"
        for text, box in boxes
        if box.x0 < edge.x0 or box.y0 < edge.y0 or box.x1 > edge.x1 or box.y1 > edge.y1
    ]
    for (one, a), (other, b) in combinations(boxes, 2):
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        high = min(a.y1, b.y1) - max(a.y0, b.y0)
        if wide > slack and high > slack:
            faults.append(f"bertumpuk: {one.get_text()!r} dan {other.get_text()!r}")
    return faults


def _undrawn_ticks(figure: Figure) -> set[Text]:
    """Tick labels outside the axis limits: they exist but are not drawn."""
    hidden: set[Text] = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            slack = (high - low) * 1e-9
            drawn = {
                label
                for tick in axis.get_major_ticks()
                if low - slack <= tick.get_loc() <= high + slack
                for label in (tick.label1, tick.label2)
            }
            hidden |= set(axis.findobj(Text)) - drawn - {axis.label, axis.get_offset_text()}
    return hidden


def grey_faults(figure: Figure) -> list[str]:
    """Pairs of touching fills of two colours that print as one grey; empty = readable in grey.

    A hatch on one of them, or a white edge, keeps them apart.
    """
    figure.draw_without_rendering()
    fills = [
        (patch, patch.get_window_extent(figure.canvas.get_renderer()))
        for axes in figure.axes
        for patch in axes.patches
        if patch.get_visible() and patch.get_fill() and patch.get_facecolor()[3] > 0
    ]
    return [
        f"sama kelabunya: {_shown(one)} dan {_shown(other)}"
        for (one, a), (other, b) in combinations(fills, 2)
        if _touch(a, b, figure.dpi / 72) and _alike(one, other)
    ]


def contrast_faults(figure: Figure) -> list[str]:
    """Texts too pale for white paper, less than 4,5 : 1; white ones stand on a fill."""
    return [
        f"terlalu pucat ({ratio:.2f} : 1): {text.get_text()!r}"
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip()
        if to_rgba(text.get_color())[:3] != (1.0, 1.0, 1.0)
        if (ratio := _contrast(to_rgba(text.get_color()))) < _LEAST_CONTRAST
    ]


def _contrast(colour: tuple[float, float, float, float]) -> float:
    """Contrast of a colour with white paper, as WCAG measures it."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    red, green, blue = linear
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _touch(a, b, slack: float) -> bool:
    wide = min(a.x1, b.x1) - max(a.x0, b.x0)
    high = min(a.y1, b.y1) - max(a.y0, b.y0)
    return min(wide, high) > -slack and max(wide, high) > slack


def _alike(one: Patch, other: Patch) -> bool:
    colours = one.get_facecolor(), other.get_facecolor()
    if colours[0] == colours[1] or one.get_hatch() != other.get_hatch():
        return False
    return abs(_grey(colours[0]) - _grey(colours[1])) < _SAME_GREY


def _grey(colour: tuple[float, float, float, float]) -> float:
    """Lightness of a colour on white paper, 0 black to 1 white."""
    red, green, blue, alpha = to_rgba(colour)
    return 1 - alpha * (1 - (0.299 * red + 0.587 * green + 0.114 * blue))


def _shown(patch: Patch) -> str:
    return f"#{''.join(f'{round(255 * c):02x}' for c in patch.get_facecolor()[:3])}"
