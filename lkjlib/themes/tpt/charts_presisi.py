"""Charts of survey precision: the city among its neighbours, and what a sample lets one see."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    BLUSH,
    INK,
    MUTED,
    NAVY,
    STEEL,
    TINT,
    beside_axes,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, format_selisih
from lkjlib.themes.tpt.precision import banding_wilayah, jarak_teruji, kurva, sebut_asumsi

_BUKU = "03-tpt"


@draws(
    "wilayah, tpt, bawah, atas, selisih, melebihi, kota",
    "lkj.ketenagakerjaan.banding_wilayah(data)",
)
def plot_wilayah(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the rates of the regions as dots with their assumed 95 % intervals.

    Parameters
    ----------
    frame : of `ketenagakerjaan.wilayah.banding_wilayah`; the city's interval shades the picture.
    """
    ax = canvas(ax, height=3.3)
    own = frame[frame["kota"]].iloc[0]
    ax.axvspan(own["bawah"], own["atas"], color=TINT, zorder=0)
    for y, row in enumerate(frame.itertuples()):
        colour = ACCENT if row.kota else NAVY
        if pd.notna(row.bawah):
            soft = BLUSH if row.kota else MUTED
            ax.plot([row.bawah, row.atas], [y, y], color=soft, linewidth=4)
        ax.plot(row.tpt, y, "o", color=colour, markersize=8)
        gap = "" if row.kota else f" ({format_selisih(-row.selisih, 2)})"
        weight = "bold" if row.kota else "normal"
        beside_axes(ax, y, f"{format_angka(row.tpt, 2)}{gap}", colour, fontweight=weight)
    ax.set_yticks(range(len(frame)), [_break(name) for name in frame["wilayah"]])
    ax.set_ylim(-0.6, len(frame) - 0.5)
    ax.set_xlim(0, frame["atas"].max() * 1.03)
    ticks = range(0, int(frame["atas"].max()) + 1, 2)
    ax.set_xticks(ticks, [f"{tick} %" for tick in ticks])
    grid(ax, "x")
    ax.text(
        (own["bawah"] + own["atas"]) / 2,
        len(frame) - 0.48,
        "rentang Banjarbaru",
        ha="center",
        va="bottom",
        color=ACCENT,
        fontsize=8,
    )
    return finish(ax, **_region_words(frame, own))


def _break(name: str) -> str:
    return name.replace("Provinsi ", "Provinsi\n")


def _region_words(frame: pd.DataFrame, own: pd.Series) -> dict[str, str]:
    others = frame[~frame["kota"]]
    beyond = int(others["melebihi"].sum())
    seen = (
        "semua selisihnya" if beyond == 0 else f"{len(others) - beyond} dari {len(others)} selisih"
    )
    values = ", ".join(f"{r.wilayah} {format_persen(r.tpt)}" for r in frame.itertuples())
    return {
        "title": f"TPT Banjarbaru {format_persen(own['tpt'])}; {seen} dengan wilayah lain di dalam "
        "galat survei",
        "subtitle": "TPT 2019, persen angkatan kerja; batang: rentang 95 %; dalam kurung: selisih "
        "dari Banjarbaru, poin",
        "source": "LKj 2019, Tabel III (BPS). Rentang dihitung dari "
        f"{sebut_asumsi()}, sama untuk tiap kabupaten/kota; provinsi tanpa rentang "
        "karena sampelnya lain.",
        "alt": f"Diagram titik TPT 2019: {values}. Rentang Banjarbaru "
        f"{format_angka(own['bawah'], 1)} sampai {format_persen(own['atas'], 1)}.",
    }


@draws("deff, n, margin, asumsi, acuan", 'lkj.tabel_gambar(data, "presisi-tpt")')
def plot_presisi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the margin of the city's rate over sample size, one curve per design effect.

    Parameters
    ----------
    frame : deff, n, margin, asumsi of `presisi.kurva`, and rows of distances: acuan,
        margin (= size of the distance, percentage points) with n missing.
    """
    ax = canvas(ax, height=3.9)
    curves, marks = frame[frame["n"].notna()], frame[frame["n"].isna()]
    here = curves[curves["asumsi"]].iloc[0]
    for deff, part in curves.groupby("deff"):
        chosen = deff == here["deff"]
        ax.plot(part["n"], part["margin"], color=NAVY if chosen else MUTED, zorder=3)
        ax.annotate(
            f"deff {format_angka(deff)}",
            (part["n"].iloc[0], part["margin"].iloc[0]),
            xytext=(-6, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            color=NAVY if chosen else STEEL,
            fontweight="bold" if chosen else "normal",
        )
    ax.set_xscale("log")
    ax.set_xlim(curves["n"].min() * 0.6, curves["n"].max())
    ax.set_ylim(0, curves["margin"].max() * 1.06)
    ticks = [n for n in (100, 300, 1000, 3000, 10000) if ax.get_xlim()[0] <= n <= ax.get_xlim()[1]]
    ax.set_xticks(ticks, [format_angka(n) for n in ticks])
    ax.minorticks_off()
    id_axis(ax.yaxis)
    ax.set_xlabel("n, orang angkatan kerja dalam sampel (skala log)")
    _mark_here(ax, here)
    _label_distances(ax, marks)
    return finish(ax, **_precision_words(here, marks))


def _mark_here(ax: Axes, here: pd.Series) -> None:
    ax.plot(here["n"], here["margin"], "o", color=ACCENT, markersize=9, zorder=5)
    ax.annotate(
        f"asumsi di sini: n = {format_angka(here['n'])},\n±{format_angka(here['margin'], 2)} poin",
        (here["n"], here["margin"]),
        xytext=(32, 42),
        textcoords="offset points",
        color=ACCENT,
        fontweight="bold",
        arrowprops={"arrowstyle": "-", "color": ACCENT, "shrinkB": 6},
    )


def _label_distances(ax: Axes, marks: pd.DataFrame) -> None:
    """Dashed line at each distance, named to the right and kept a line of text apart."""
    ordered = marks.sort_values("margin", ascending=False)
    step = ax.get_ylim()[1] / 14
    middle = ordered["margin"].median()
    place = float("inf")
    for row in ordered.itertuples():
        ax.axhline(row.margin, color=STEEL, linestyle="--", linewidth=1, zorder=1)
        wanted = row.margin + (step * 0.7 if row.margin > middle else 0)
        place = min(wanted, place - step)
        name = row.acuan.split()[0] if row.acuan.startswith("Prov") else row.acuan
        beside_axes(ax, place, f"{name}: {format_angka(row.margin, 2)}", INK)


def _precision_words(here: pd.Series, marks: pd.DataFrame) -> dict[str, str]:
    largest = marks.loc[marks["margin"].idxmax()]
    below = bool((marks["margin"] < here["margin"]).all())
    gaps = ", ".join(f"{r.acuan} {format_angka(r.margin, 2)}" for r in marks.itertuples())
    margin = f"±{format_angka(here['margin'], 2)}"
    claim = "semua jarak ke acuan" if below else f"jarak ke {largest['acuan']}"
    verb = "melebihi" if below else "di bawah"
    return {
        "title": f"Galat {margin} poin {verb} {claim}",
        "subtitle": "Batas galat 95 % TPT kota menurut besar sampel dan efek rancangan (deff), "
        "poin persen; garis putus: jarak TPT ke acuan",
        "source": f"hitungan dari TPT 2019 (BPS dalam LKj 2019), {sebut_asumsi()}: asumsi "
        "pembaca, tidak tercetak di laporan.",
        "alt": f"Kurva batas galat menurun menurut besar sampel; pada {sebut_asumsi()} sebesar "
        f"{margin} poin. Jarak TPT kota ke acuan: {gaps} poin.",
    }


def _curve(data: Data) -> pd.DataFrame:
    distances = jarak_teruji(data)
    distances = distances[distances["jenis"] != "wilayah"]
    marks = pd.DataFrame({"acuan": distances["acuan"], "margin": distances["selisih"].abs()})
    return pd.concat([kurva(data), marks], ignore_index=True)


CHARTS = (
    Chart("wilayah-tpt", _BUKU, banding_wilayah, plot_wilayah),
    Chart("presisi-tpt", _BUKU, _curve, plot_presisi),
)
