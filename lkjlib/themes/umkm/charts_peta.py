"""Heatmap of new firms per 100 coached firms, by kecamatan and bidang, with its totals."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, EDGE, GREY, HALO, INK, NAVY, PALE, SILVER, canvas, finish
from lkjlib.numbers.format import format_angka
from lkjlib.themes.umkm.peta import SEMUA
from lkjlib.themes.umkm.rasio import DIBANDINGKAN

_GAP, _APART, _NAMED = 0.04, 0.16, 2
_DARKEST = 0.92  # share of navy at the highest ratio


@draws("kecamatan, bidang, baru, binaan, rasio, status, bagian", "lkj.umkm.peta(data)")
def plot_peta(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the ratio of new to coached firms in every kecamatan and bidang.

    Parameters
    ----------
    frame : of `lkjlib.themes.umkm.peta`; its order of rows and columns is drawn.

    Returns
    -------
    Axes
        One square per row of the frame; those with few coached firms grey and without a ratio,
        those with more new than coached firms hatched, the two highest framed.
    """
    ax = canvas(ax, height=4.3)
    rows, columns = list(frame["kecamatan"].unique()), list(frame["bidang"].unique())
    compared = frame["status"] == DIBANDINGKAN
    inner = frame[compared & (frame["kecamatan"] != SEMUA) & (frame["bidang"] != SEMUA)]
    top = inner.nlargest(_NAMED, "rasio")
    for row in frame.itertuples():
        place = _place(columns, row.bidang), _place(rows, row.kecamatan)
        _draw_cell(ax, row, place, inner["rasio"].max(), row.Index in top.index)
    _label_edges(ax, rows, columns)
    title, alt = _words(frame, top, inner)
    return finish(
        ax,
        title=title,
        subtitle="UMKM baru per 100 UMKM binaan menurut kecamatan dan bidang, Banjarbaru 2019; "
        "baris kecil: baru/binaan",
        source="LKj 2019 Bab III, bagian 2.1. Abu-abu: binaan kurang dari 20, tidak "
        "diperbandingkan. Arsir: UMKM baru melebihi binaan. Rasio dua kelompok usaha, bukan "
        "persentase dari binaan.",
        alt=alt,
    )


def _place(names: list[str], name: str) -> float:
    """Position of a row or column; totals stand apart."""
    return names.index(name) + (_APART if name == SEMUA else 0)


def _draw_cell(ax: Axes, row, place: tuple[float, float], most: float, named: bool) -> None:
    x, y = place
    shown = row.status == DIBANDINGKAN
    shade = min(row.rasio / most, 1) * _DARKEST if shown else 0
    face = [1 - shade * (1 - c) for c in to_rgb(NAVY)] if shown else PALE
    cell = Rectangle((x + _GAP / 2, y + _GAP / 2), 1 - _GAP, 1 - _GAP, facecolor=face, lw=0)
    if shown:
        cell.set(edgecolor=ACCENT if named else EDGE, linewidth=2.4 if named else 0.6)
    if not row.bagian:
        cell.set(hatch="////", edgecolor=SILVER)
    ax.add_patch(cell)
    counts = f"{format_angka(row.baru)}/{format_angka(row.binaan)}"
    dark = shade > 0.64  # where white becomes the more legible
    small = {"ha": "center", "va": "center", "fontsize": 6.5}
    if shown:
        ax.text(
            x + 0.5,
            y + 0.38,
            format_angka(row.rasio),
            ha="center",
            va="center",
            fontsize=11,
            fontweight="bold",
            color="white" if dark else INK,
        )
        ax.text(x + 0.5, y + 0.76, counts, color="white" if dark else INK, **small)
        return
    strange = {"color": INK, "fontweight": "bold", "path_effects": HALO}
    ax.text(x + 0.5, y + 0.5, counts, **small | ({"color": GREY} if row.bagian else strange))


def _label_edges(ax: Axes, rows: list[str], columns: list[str]) -> None:
    wide, high = len(columns) + _APART, len(rows) + _APART
    ax.set_xlim(0, wide)
    ax.set_ylim(high, 0)
    ax.set_xticks(
        [_place(columns, n) + 0.5 for n in columns],
        [n.replace("Bidang ", "") for n in columns],
        fontsize=7.5,
    )
    ax.set_yticks(
        [_place(rows, n) + 0.5 for n in rows], [n.replace(" ", "\n") for n in rows], fontsize=8.5
    )
    ax.xaxis.tick_top()
    for spine in ax.spines.values():
        spine.set_visible(False)


def _words(frame: pd.DataFrame, top: pd.DataFrame, inner: pd.DataFrame) -> tuple[str, str]:
    named = [f"{r.bidang.lower()} {r.kecamatan} {format_angka(r.rasio)}" for r in top.itertuples()]
    city = frame.query("kecamatan == @SEMUA and bidang == @SEMUA")["rasio"].iloc[0]
    strange = frame.query("not bagian and kecamatan != @SEMUA and bidang != @SEMUA")
    cells = ", ".join(f"{r.bidang} {r.kecamatan}" for r in strange.itertuples())
    alt = (
        f"Peta warna {frame['kecamatan'].nunique() - 1} kecamatan kali "
        f"{frame['bidang'].nunique() - 1} bidang. Rasio kota {format_angka(city, 1)} UMKM baru "
        f"per 100 binaan; dari {len(inner)} sel yang diperbandingkan tertinggi "
        f"{' dan '.join(named)}."
    )
    if cells:
        alt += f" UMKM baru melebihi binaan di {cells}."
    return f"UMKM baru: {', '.join(named)}", alt
