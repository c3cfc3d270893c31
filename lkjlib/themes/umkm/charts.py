"""Charts of sasaran 2: shares by bidang, mix-adjusted kecamatan; the list of all of them."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    GREY,
    HALO,
    INK,
    MUTED,
    NAVY,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.numbers.format import format_angka
from lkjlib.themes.umkm.api import bauran, kepekaan, pangsa_bidang, peta
from lkjlib.themes.umkm.charts_jarak import plot_jarak_target
from lkjlib.themes.umkm.charts_peta import plot_peta

_HALF = 50
_SOURCE = "LKj 2019 Bab III, bagian 2.1, rekapitulasi UMKM baru dan UMKM binaan."


@draws("bidang, baru, binaan, bagian_baru, bagian_binaan", "lkj.umkm.pangsa_bidang(data)")
def plot_pangsa_bidang(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each bidang's share of new beside its share of coached firms.

    Parameters
    ----------
    frame : of `lkjlib.themes.umkm.pangsa_bidang`.
    """
    ax = canvas(ax, height=3.7)
    first = frame.iloc[0]
    for y, row in enumerate(frame.itertuples()):
        colour = ACCENT if y == 0 else NAVY
        ax.plot([row.bagian_binaan, row.bagian_baru], [y, y], color=MUTED, linewidth=2.5, zorder=1)
        ax.plot(row.bagian_binaan, y, "o", mfc="white", mec=STEEL, mew=1.6, markersize=7)
        ax.plot(row.bagian_baru, y, "o", color=colour, markersize=8)
        for column, share in (("baru", row.bagian_baru), ("binaan", row.bagian_binaan)):
            _beside(ax, y, column, format_angka(share, 1), colour if column == "baru" else STEEL)
    _beside(ax, -0.85, "baru", "baru", NAVY)
    _beside(ax, -0.85, "binaan", "binaan", STEEL)
    ax.axvline(_HALF, color=GREY, linewidth=1, linestyle="--", zorder=0)
    ax.text(_HALF - 0.6, len(frame) - 1, "separuh", ha="right", va="center", fontsize=8, color=GREY)
    ax.set_yticks(range(len(frame)), frame["bidang"])
    ax.set_ylim(len(frame) - 0.4, -1.1)
    ax.set_xlim(0, max(_HALF, frame[["bagian_baru", "bagian_binaan"]].max().max()) + 2)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    most = "mayoritas" if first["bagian_baru"] > _HALF else "terbesar, tetapi bukan mayoritas"
    pairs = "; ".join(
        f"{r.bidang} {format_angka(r.bagian_baru, 1)} dan {format_angka(r.bagian_binaan, 1)}"
        for r in frame.itertuples()
    )
    return finish(
        ax,
        title=f"{first['bidang']} {format_angka(first['bagian_baru'], 1)} % UMKM baru: {most}",
        subtitle=f"Bagian tiap bidang dalam {format_angka(frame['baru'].sum())} UMKM baru (titik "
        f"penuh) dan {format_angka(frame['binaan'].sum())} UMKM binaan (lingkaran), persen; "
        "Banjarbaru, 2019",
        source=_SOURCE,
        alt=f"Grafik titik bagian bidang, persen UMKM baru dan persen UMKM binaan: {pairs}.",
    )


def _beside(ax: Axes, y: float, column: str, text: str, colour: str) -> None:
    """A number in a column right of the axes."""
    ax.annotate(
        text,
        (1, y),
        xytext=(38 if column == "baru" else 78, 0),
        xycoords=ax.get_yaxis_transform(),
        textcoords="offset points",
        ha="right",
        va="center",
        color=colour,
        fontweight="bold" if column == "baru" else "normal",
        annotation_clip=False,
    )


@draws("kecamatan, baru, terharap, indeks", "lkj.umkm.bauran(data)")
def plot_bauran(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw new firms by kecamatan against what its sector mix would give.

    Parameters
    ----------
    frame : of `lkjlib.themes.umkm.bauran`.
    """
    ax = canvas(ax, height=3.5)
    top = frame.iloc[0]
    colours = [ACCENT, *[MUTED] * (len(frame) - 1)]
    ax.barh(frame.index, frame["baru"], height=0.62, color=colours, zorder=2)
    for y, row in enumerate(frame.itertuples()):
        _label_bauran(ax, y, row)
    ax.set_yticks(frame.index, frame["kecamatan"])
    ax.set_ylim(len(frame) - 0.45, -0.95)
    ax.set_xlim(0, frame[["baru", "terharap"]].max().max() * 1.2)
    id_axis(ax.xaxis)
    grid(ax, "x")
    places = "; ".join(
        f"{r.kecamatan} {r.baru} terhadap {format_angka(r.terharap, 1)}" for r in frame.itertuples()
    )
    return finish(
        ax,
        title=f"{top['kecamatan']} {format_angka(top['indeks'], 2)} kali yang sepadan bauran "
        "bidangnya",
        subtitle="UMKM baru (batang) dan yang diharapkan dari rasio kota tiap bidang (garis), "
        "banyaknya usaha; Banjarbaru, 2019",
        source=f"{_SOURCE} Diharapkan: UMKM binaan tiap bidang × rasio kota bidang itu.",
        alt=f"Grafik batang UMKM baru terhadap yang diharapkan menurut bauran bidang: {places}.",
    )


def _label_bauran(ax: Axes, y: int, row) -> None:
    """Count in the bar, expected count as a mark (named in the first row), their ratio beside."""
    first = y == 0
    ax.plot([row.terharap] * 2, [y - 0.42, y + 0.42], color=INK, linewidth=2.2, zorder=3)
    ax.text(3, y, format_angka(row.baru), va="center", color="white" if first else INK)
    ax.annotate(
        f"{format_angka(row.indeks, 2)} kali",
        (max(row.baru, row.terharap), y),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        fontweight="bold",
        color=ACCENT if first else STEEL,
    )
    if first:
        named = f"{format_angka(row.terharap, 1)} bila sepadan bauran bidang"
        style = {"va": "bottom", "ha": "center", "fontsize": 8, "path_effects": HALO}
        ax.text(row.terharap, y - 0.48, named, **style)


CHARTS = (
    Chart("umkm-peta", "02-umkm", peta, plot_peta),
    Chart("umkm-jarak-target", "02-umkm", kepekaan, plot_jarak_target),
    Chart("umkm-bidang", "02-umkm", pangsa_bidang, plot_pangsa_bidang),
    Chart("umkm-bauran", "02-umkm", bauran, plot_bauran),
)
