"""House style of the charts: canvas, headings, palette, and a layout that cuts no text.

A chart says its finding in the title, what, unit, place and period in the subtitle, and where
the figures are from below. Text is measured, never guessed, so no length can leave the picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lkjlib.errors import LkjError
from lkjlib.numbers.format import format_angka

NAVY, ACCENT, MUTED, STEEL = "#1b3a5c", "#c8501e", "#b7c4d0", "#5b6b7c"
GREEN, OCHRE, PALE, INK, GREY = "#5f8f7b", "#b0812a", "#eef1f4", "#222222", "#6e6e6e"
SLATE, BLUSH, TINT, EDGE, SILVER = "#9aa9b8", "#e6b09a", "#f7e3da", "#d5dbe1", "#b9b9b9"
SOOT, ASH = "#444444", "#555555"

WIDTH = 6.3
JUTA, MILIAR = 10**6, 10**9  # money is drawn in millions or billions of rupiah
HALO = (withStroke(linewidth=2.5, foreground="white"),)  # keeps a label readable on a line
_STYLE = Path(__file__).with_name("lkj.mplstyle")
_MARGIN = 0.12
_MOST_FITS = 4
_CLOSE = 0.005  # inches: a move nobody sees


@dataclass(frozen=True)
class ChartText:
    """What a chart says in words; `alt` is its alternative text."""

    title: str
    subtitle: str
    source: str
    alt: str


def canvas(ax: Axes | None = None, *, height: float = 3.9) -> Axes:
    """Axes to draw on: the caller's own, or those of a new figure in the house style [inches].

    `drawing.draws` sets the style, so that a chart looks the same whatever was drawn before.
    """
    if ax is not None:
        return ax
    figure, ax = plt.subplots(figsize=(WIDTH, height))
    figure.lkj_fitted = False
    return ax


def use_style() -> None:
    """Set the house style for every chart drawn from here on."""
    mpl.rcParams.update(mpl.rc_params_from_file(_STYLE, use_default_template=False))


def finish(ax: Axes, *, title: str, subtitle: str, source: str, alt: str) -> Axes:
    """Write the headings around a drawn chart and fit everything into the picture.

    On axes that the caller gave, only a title is set: the figure is theirs.
    """
    ax.lkj_text = ChartText(title, subtitle, source, alt)
    figure = ax.figure
    if getattr(figure, "lkj_fitted", None) is not False:
        ax.set_title(f"{title}\n{subtitle}", loc="left")
        return ax
    width, height = figure.get_size_inches()
    top = height - _MARGIN
    for text, size, weight, colour in (
        (title, 12, "bold", INK),
        (subtitle, 9, "normal", ASH),
    ):
        top -= _write(figure, text, top, size, weight, colour, "top") + 0.05
    bottom = _MARGIN
    bottom += _write(figure, f"Sumber: {source}", bottom, 7.5, "normal", GREY, "bottom") + 0.08
    _fit(ax, (_MARGIN, bottom, width - _MARGIN, top - 0.1))
    figure.lkj_fitted = True
    return ax


def text_of(ax: Axes) -> ChartText:
    """Words of a finished chart."""
    try:
        return ax.lkj_text
    except AttributeError:
        raise LkjError(
            "Gambar ini tidak dibuat oleh lkjlib: judul dan sumbernya tak ada."
        ) from None


_UNBROKEN = re.compile(r"(?:Rp |\(?n = )?\S+(?: %\S*)?")  # a number stays with its sign and unit


def _write(figure: Figure, text: str, y: float, size: float, weight: str, colour: str, va: str):
    """Write wrapped text at height y [inches]; returns its height [inches]."""
    width, height = figure.get_size_inches()
    artist = figure.text(
        _MARGIN / width,
        y / height,
        "",
        fontsize=size,
        fontweight=weight,
        color=colour,
        va=va,
        ha="left",
        linespacing=1.2,
    )
    renderer, font = figure.canvas.get_renderer(), artist.get_fontproperties()

    def measured(words: str) -> float:
        return renderer.get_text_width_height_descent(words, font, ismath=False)[0] / figure.dpi

    artist.set_text("\n".join(_wrapped(_UNBROKEN.findall(text), measured, width - 2 * _MARGIN)))
    return artist.get_window_extent(renderer).height / figure.dpi


def _wrapped(words: list[str], measured: Callable[[str], float], room: float) -> list[str]:
    """Lines of words that fit the room; each word is measured once, widths are added up."""
    gap = measured("n n") - measured("nn")
    lines, left = [], -1.0
    for word in words:
        need = measured(word)
        if lines and need + gap <= left:
            lines[-1] += f" {word}"
            left -= need + gap
        else:
            lines.append(word)
            left = room * 0.99 - need
    return lines


def _fit(ax: Axes, box: tuple[float, float, float, float]) -> None:
    """Place the axes so that they and all their labels fill the box [inches]."""
    figure = ax.figure
    width, height = figure.get_size_inches()
    left, bottom, right, top = box
    spare = (0.0, 0.0, 0.0, 0.0)
    for _ in range(_MOST_FITS):
        ax.set_position(
            [
                (left + spare[0]) / width,
                (bottom + spare[1]) / height,
                (right - left - spare[0] - spare[2]) / width,
                (top - bottom - spare[1] - spare[3]) / height,
            ]
        )
        before, spare = spare, _overhang(ax)
        if max(abs(a - b) for a, b in zip(before, spare, strict=True)) < _CLOSE:
            return


def _overhang(ax: Axes) -> tuple[float, float, float, float]:
    """How far labels stand out of the axes: left, bottom, right, top [inches]."""
    figure = ax.figure
    inner = ax.get_window_extent()
    outer = ax.get_tightbbox(figure.canvas.get_renderer())
    out = (inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1)
    return tuple(max(0.0, distance / figure.dpi) for distance in out)


def id_axis(axis, desimal: int = 0, *, most: int = 5, suffix: str = "") -> None:
    """Indonesian numbers and few ticks on an axis (``ax.yaxis``).

    Without decimals a tick stands at a whole number: a label never says 3 at 2.5.
    """
    steps = [1, 2, 2.5, 5, 10]
    axis.set_major_locator(MaxNLocator(nbins=most, steps=steps, integer=desimal == 0))
    axis.set_major_formatter(
        FuncFormatter(lambda x, _: format_angka(round(x, 9), desimal) + suffix)
    )


def grid(ax: Axes, which: str = "y") -> None:
    """Quiet grid lines along one axis."""
    ax.grid(visible=True, axis=which)
    ax.set_axisbelow(True)


def beside_axes(ax: Axes, y: float, text: str, colour: str, **style: str) -> None:
    """Label right of the axes at the height y of the data."""
    ax.annotate(
        text,
        (1, y),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        color=colour,
        **{"va": "center"} | style,
    )


def grey_hatch(bars: Iterable[Patch]) -> None:
    """Hatch bars that must stay apart from others when printed in grey."""
    for bar in bars:
        bar.set_hatch("////")
        bar.set_edgecolor("white")
