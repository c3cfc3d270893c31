"""The band in which the Lorenz curve of omzet lies."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    GREY,
    HALO,
    MUTED,
    NAVY,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.numbers.format import format_angka, format_persen, format_ringkas_rupiah
from lkjlib.themes.omzet.api import AMBANG_MIKRO


@draws("bagian_usaha, omzet_min, omzet_maks, batas_kelas", 'lkj.tabel_gambar(data, "omzet-lorenz")')
def plot_lorenz(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the band in which the Lorenz curve of omzet lies.

    Parameters
    ----------
    frame : of `lkjlib.themes.omzet.pita_lorenz`.
    """
    ax = canvas(ax, height=4.6)
    share, low, high = frame["bagian_usaha"], frame["omzet_min"], frame["omzet_maks"]
    ax.fill_between(share, low, high, color=MUTED, linewidth=0)
    for bound in (low, high):
        ax.plot(share, bound, color=NAVY, linewidth=1.4)
    ax.plot([0, 100], [0, 100], color=GREY, linewidth=1, linestyle="--")
    ax.text(60, 62, "semua sama", color=GREY, fontsize=8, ha="right", va="bottom")
    ends = frame[frame["batas_kelas"]].iloc[1:-1]
    for place, row in enumerate(ends.itertuples()):
        _draw_range(ax, row, ACCENT if place == 0 else STEEL, place)
    for axis in (ax.xaxis, ax.yaxis):
        id_axis(axis, suffix=" %")
    ax.set(xlim=(0, 104), ylim=(0, 104))
    ax.set_xlabel("bagian usaha, dari omzet terkecil")
    ax.set_ylabel("bagian omzet")
    ax.tick_params(axis="x", pad=6)
    grid(ax, "both")
    first = ends.iloc[0]
    listing = "; ".join(
        f"{format_persen(r.bagian_usaha, 1)} usaha terkecil memegang {_range(r)} omzet"
        for r in ends.itertuples()
    )
    return finish(
        ax,
        title=f"{format_persen(first['bagian_usaha'], 1)} usaha terkecil memegang paling banyak "
        f"{format_persen(first['omzet_maks'], 1)} omzet",
        subtitle="Pita tempat kurva Lorenz omzet usaha mikro binaan berada, Banjarbaru 2019; "
        "garis tegak: batas kelas",
        source="LKj 2019 Bab III, bagian 2.2, tabel kelas dan jumlah omzet. Andaian: kelas "
        "terendah dari nol, kelas teratas sampai batas usaha mikro "
        f"{format_ringkas_rupiah(AMBANG_MIKRO, 0)}.",
        alt=f"Pita kurva Lorenz omzet. {listing}.",
    )


def _range(row) -> str:
    return f"{format_angka(row.omzet_min, 1)}–{format_persen(row.omzet_maks, 1)}"


def _draw_range(ax: Axes, row, colour: str, place: int) -> None:
    """The bounds at a class end; the first three are named, the others lie too close."""
    ax.plot([row.bagian_usaha] * 2, [row.omzet_min, row.omzet_maks], color=colour, zorder=3)
    if place > 2:
        return
    ax.annotate(
        f"{format_persen(row.bagian_usaha, 1)} usaha:\n{_range(row)}",
        (row.bagian_usaha, row.omzet_min if place else row.omzet_maks),
        xytext=(6, -3) if place else (-4, 14),
        textcoords="offset points",
        ha="left" if place else "right",
        va="top" if place else "bottom",
        color=colour,
        fontsize=8,
        path_effects=HALO,
    )
