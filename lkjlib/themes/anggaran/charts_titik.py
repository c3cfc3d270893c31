"""Point charts of the budget: three sources of one programme, absorption against capaian."""

from __future__ import annotations

from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    GREY,
    HALO,
    INK,
    JUTA,
    MUTED,
    NAVY,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.numbers.format import format_angka, format_persen, format_ringkas_rupiah, format_selisih
from lkjlib.themes.anggaran.api import nama_program

_MARKS = {  # name, marker, fill, edge, size, place within the row
    "anggaran_pk": ("Perjanjian Kinerja", "D", "white", STEEL, 5.5, -0.25),
    "alokasi": ("tabel realisasi", "o", NAVY, NAVY, 6, 0.0),
    "pagu_sasaran": ("tabel sasaran", "s", ACCENT, ACCENT, 5.5, 0.25),
}


@draws(
    "program, anggaran_pk, alokasi, pagu_sasaran, alokasi_kurang_pk, pagu_kurang_alokasi, sama",
    'lkj.tabel_gambar(data, "tiga-sumber")',
)
def plot_tiga_sumber(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each programme's budget in the PK, the realisation and the per-sasaran tables.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.tiga_sumber`, the rows of programmes in the PK.
    """
    ax = canvas(ax, height=4.9)
    frame = frame.reset_index(drop=True)
    money = frame[list(_MARKS)].astype("float64") / JUTA
    for y, values in money.iterrows():
        ax.plot(values, [y + mark[-1] for mark in _MARKS.values()], color=MUTED, linewidth=1.5)
    for column, (_, marker, face, edge, size, place) in _MARKS.items():
        style = {"mfc": face, "mec": edge, "mew": 1.8, "markersize": size}
        ax.plot(money[column], money.index + place, marker, **style)
    ax.set_yticks(frame.index, [fill(nama_program(n), 34) for n in frame["program"]], fontsize=8)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(0, money.max().max() * 1.06)
    id_axis(ax.xaxis)
    grid(ax, "x")
    _name_marks(ax, money.dropna())
    _differences(ax, frame)
    different = int((~frame["sama"].astype(bool)).sum())
    moved, short = frame["alokasi_kurang_pk"], frame["pagu_kurang_alokasi"]
    return finish(
        ax,
        title=f"{different} dari {len(frame)} program tidak sama di tiga sumber",
        subtitle="Anggaran program menurut tiga tempat dalam laporan dan selisihnya, juta rupiah; "
        "Banjarbaru, 2019",
        source="LKj 2019 Bab II, Bab III A.3, dan Bab III B. Tanpa kotak: program tidak tercantum "
        "di tabel sasaran.",
        alt=f"Grafik titik {len(frame)} program. Berbeda antara PK dan realisasi: "
        f"{_listing(frame, moved)}. Kurang di tabel sasaran: {_listing(frame, short)}.",
    )


def _name_marks(ax: Axes, known: pd.DataFrame) -> None:
    """Name the three marks beside the programme where they lie closest together."""
    row = (known.max(axis=1) - known.min(axis=1)).idxmin()
    for column, (name, *_, edge, _size, place) in _MARKS.items():
        point = (known.loc[row, column], row + place)
        style = {"fontsize": 7.5, "color": edge, "path_effects": HALO}
        ax.annotate(name, point, xytext=(8, 0), textcoords="offset points", va="center", **style)


def _differences(ax: Axes, frame: pd.DataFrame) -> None:
    """Two columns of numbers right of the axes."""
    for points, column, heading in (
        (42, "alokasi_kurang_pk", "realisasi\n− PK"),
        (95, "pagu_kurang_alokasi", "sasaran −\nrealisasi"),
    ):
        style = {"textcoords": "offset points", "ha": "right", "annotation_clip": False}
        place = ax.get_yaxis_transform()
        top = (1, -0.6)
        ax.annotate(heading, top, (points, 0), place, va="bottom", fontsize=8, color=GREY, **style)
        for y, value in frame[column].items():
            text = format_selisih(value / JUTA, 1) if value else "0"
            look = {"color": ACCENT, "fontweight": "bold"} if value else {"color": GREY}
            ax.annotate(text, (1, y), (points, 0), place, va="center", **look, **style)


def _listing(frame: pd.DataFrame, values: pd.Series) -> str:
    parts = [
        f"{nama_program(name)} {format_ringkas_rupiah(int(value), 1)}"
        for name, value in zip(frame["program"], values, strict=True)
        if value
    ]
    return "; ".join(parts) or "tidak ada"


@draws("sasaran, indikator, serapan, capaian_dihitung", "lkj.anggaran.serapan_capaian(data)")
def plot_serapan_capaian(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the absorption of a sasaran against the capaian of its indicators; no line through.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.serapan_capaian`.
    """
    ax = canvas(ax, height=3.9)
    low, worst = frame["serapan"].idxmin(), frame["capaian_dihitung"].idxmin()
    for _, group in frame.groupby("sasaran", sort=False):
        ax.plot(group["serapan"], group["capaian_dihitung"], color=MUTED, linewidth=1.5)
    colours = [ACCENT if row in (low, worst) else NAVY for row in frame.index]
    ax.scatter(frame["serapan"], frame["capaian_dihitung"], color=colours, s=52, zorder=3)
    for row, left, shift in _label_places(frame):
        ax.annotate(
            f"{row.indikator}{' ' if left else chr(10)}({format_angka(row.serapan, 1)} → "
            f"{format_angka(row.capaian_dihitung, 1)})",
            (row.serapan, row.capaian_dihitung),
            xytext=(-8 if left else 8, shift),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            fontsize=8.5,
            path_effects=HALO,
            color=ACCENT if row.Index in (low, worst) else INK,
        )
    for line in (ax.axhline, ax.axvline):
        line(100, color=STEEL, linewidth=0.9, linestyle="--", zorder=1)
    _percent_axes(ax, frame)
    a, b = frame.loc[low], frame.loc[worst]
    return finish(
        ax,
        title=f"Serapan {format_persen(a['serapan'], 0)}, capaian "
        f"{format_persen(a['capaian_dihitung'], 0)}; serapan {format_persen(b['serapan'], 0)}, "
        f"capaian {format_persen(b['capaian_dihitung'], 0)}",
        subtitle="Serapan anggaran sasaran → capaian (hitungan eksak), persen; Banjarbaru, 2019",
        source="LKj 2019 Bab III A dan B. Dua indikator dengan satu anggaran dihubungkan garis. "
        "Empat sasaran: tidak untuk korelasi. Sumbu tidak mulai dari nol.",
        alt="Grafik titik serapan dan capaian. "
        + "; ".join(
            f"{r.indikator}: serapan {format_persen(r.serapan)}, capaian "
            f"{format_persen(r.capaian_dihitung)}"
            for r in frame.itertuples()
        )
        + ".",
    )


def _label_places(frame: pd.DataFrame):
    """Each point with the side of its label (left?) and a lift [points] over a close neighbour."""
    middle = (frame["serapan"].min() + frame["serapan"].max()) / 2
    before = float("-inf")
    for row in frame.sort_values("capaian_dihitung").itertuples():
        left = row.serapan > middle
        yield row, left, 10 if left and row.capaian_dihitung - before < 4 else 0
        before = row.capaian_dihitung if left else before


def _percent_axes(ax: Axes, frame: pd.DataFrame) -> None:
    ax.set_xlim(min(frame["serapan"].min() - 3, 76), 101.5)
    values = frame["capaian_dihitung"]
    ax.set_ylim(min(values.min() - 8, 70), max(values.max() + 8, 110))
    id_axis(ax.xaxis, suffix=" %")
    id_axis(ax.yaxis, suffix=" %")
    grid(ax, "both")
    ax.set_xlabel("serapan anggaran sasaran")
    ax.set_ylabel("capaian indikator")
