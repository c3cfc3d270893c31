"""The target's edge: how many new firms fewer or coached firms more, and it is missed."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, MUTED, NAVY, PALE, STEEL, canvas, finish, id_axis
from lkjlib.numbers.format import format_angka, format_persen


@draws("uraian, baru, binaan, rasio, target, terpenuhi", "lkj.umkm.kepekaan(data)")
def plot_jarak_target(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the counts of the ratio as a point beside the line on which the target is just met.

    Parameters
    ----------
    frame : of `lkjlib.themes.umkm.kepekaan`; its rows "hasil" and "… untuk target".
    """
    ax = canvas(ax, height=3.8)
    rows = frame.set_index("uraian")
    now = rows.loc["hasil"]
    fewer = rows.loc["baru paling sedikit untuk target"]
    more = rows.loc["binaan paling banyak untuk target"]
    down, right = abs(now["baru"] - fewer["baru"]), abs(more["binaan"] - now["binaan"])
    _draw_target(ax, now, max(right, 4 * down, 20))
    for end in (fewer, more):
        ax.plot([now["binaan"], end["binaan"]], [now["baru"], end["baru"]], color=ACCENT)
    ax.plot(now["binaan"], now["baru"], "o", color=NAVY, markersize=9, zorder=4)
    spare = bool(now["terpenuhi"])
    _name_distances(ax, now, (fewer, down), (more, right), spare)
    title = (
        f"Jarak ke target: {format_angka(down)} UMKM baru atau {format_angka(right)} UMKM binaan"
        if spare
        else f"Target luput: kurang {format_angka(down)} UMKM baru"
    )
    target = format_persen(now["target"])
    return finish(
        ax,
        title=title,
        subtitle="Banyaknya UMKM baru dan UMKM binaan, Banjarbaru 2019; di daerah berarsir rasio "
        f"di bawah target {target}",
        source="LKj 2019 Bab III, bagian 2.1, Tabel I. Kedua sumbu tidak mulai dari nol.",
        alt=f"Titik {format_angka(now['baru'])} UMKM baru dan {format_angka(now['binaan'])} UMKM "
        f"binaan, rasio {format_persen(now['rasio'])}, terhadap garis target {target}. Paling "
        f"sedikit {format_angka(fewer['baru'])} UMKM baru, atau paling banyak "
        f"{format_angka(more['binaan'])} UMKM binaan, masih memenuhi target.",
    )


def _draw_target(ax: Axes, now: pd.Series, reach: float) -> None:
    """Target line with the side on which it is missed hatched."""
    slope = now["target"] / 100
    x = [now["binaan"] - reach, now["binaan"] + 2 * reach]
    y = [value * slope for value in x]
    ax.fill_between(x, y, y[0], facecolor=PALE, edgecolor=MUTED, hatch="////", linewidth=0)
    ax.plot(x, y, color=STEEL)
    ax.text(
        x[1],
        y[1],
        f"target {format_persen(now['target'])} ",
        ha="right",
        va="bottom",
        color=STEEL,
        fontweight="bold",
    )
    place = (x[0] + 2.2 * reach, y[0] + (y[1] - y[0]) * 0.2)
    ax.text(*place, "target luput", ha="center", color=STEEL, path_effects=HALO)
    ax.set_xlim(*x)
    ax.set_ylim(y[0], max(y[1], now["baru"]) + 0.25 * (y[1] - y[0]))
    ax.set_xlabel("UMKM binaan")
    ax.set_ylabel("UMKM baru")
    id_axis(ax.xaxis)
    id_axis(ax.yaxis)


def _name_distances(ax: Axes, now: pd.Series, fewer, more, spare: bool) -> None:
    """Write the ratio at the point and both distances beside their lines."""
    (fewest, down), (most, right) = fewer, more
    less, plus = ("−", "+") if spare else ("+", "−")
    ratio = f"{format_angka(now['baru'])} / {format_angka(now['binaan'])}"
    middle_y = (now["baru"] + fewest["baru"]) / 2
    middle_x = (now["binaan"] + most["binaan"]) / 2
    for text, point, shift, ha, va, colour in (
        (f"{ratio} = {format_persen(now['rasio'])}", (now["binaan"], now["baru"]), (8, 12),
         "right", "bottom", NAVY),
        (f"baru {less}{format_angka(down)}", (now["binaan"], middle_y), (-7, 0),
         "right", "center", ACCENT),
        (f"binaan {plus}{format_angka(right)}", (middle_x, now["baru"]), (0, 5),
         "center", "bottom", ACCENT),
    ):  # fmt: skip
        style = {"color": colour, "fontweight": "bold", "path_effects": HALO}
        ax.annotate(text, point, shift, textcoords="offset points", ha=ha, va=va, **style)
