"""Charts of unemployment by group: contribution and excess; gathers the others of sasaran 3."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, INK, MUTED, NAVY, STEEL, canvas, finish, grid, id_axis
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, format_selisih
from lkjlib.themes.tpt import charts_eksplorasi as eksplorasi
from lkjlib.themes.tpt import charts_marimekko as marimekko
from lkjlib.themes.tpt import charts_perempuan as perempuan
from lkjlib.themes.tpt import charts_presisi as presisi
from lkjlib.themes.tpt import charts_representasi as representasi
from lkjlib.themes.tpt.analysis import DIGABUNG, anatomi, ringkas

_BUKU = "03-tpt"


def _source(frame: pd.DataFrame) -> str:
    joined = " * Dua kelas terendah digabung." if DIGABUNG in set(frame["kategori"]) else ""
    return f"BPS Kota Banjarbaru dalam LKj 2019; estimasi survei, galat tidak tercetak.{joined}"


@draws("kategori, kontribusi", 'lkj.ketenagakerjaan.anatomi(data, "pendidikan")')
def plot_kontribusi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how the groups add up to the city's rate, each bar starting where the last ended.

    Parameters
    ----------
    frame : of `ketenagakerjaan.kelompok.anatomi`: kategori, kontribusi [percentage points].
    """
    ax = canvas(ax, height=1.7 + 0.36 * len(frame))
    top, total = frame["kontribusi"].idxmax(), frame["kontribusi"].sum()
    start = 0.0
    for y, row in enumerate(frame.itertuples()):
        accent = row.Index == top
        ax.barh(y, row.kontribusi, 0.62, left=start, color=ACCENT if accent else MUTED)
        start += row.kontribusi
        ax.plot([start, start], [y - 0.31, y + 1.31], color=STEEL, linewidth=0.8)
        _label_end(ax, row.kontribusi, start, y, ACCENT if accent else INK, bold=accent)
    last = len(frame)
    ax.barh(last, total, 0.62, color=NAVY)
    _label_end(ax, total, total, last, NAVY, bold=True)
    ax.set_yticks(range(last + 1), [*map(ringkas, frame["kategori"]), "TPT kota"])
    ax.set_ylim(last + 0.5, -0.5)
    ax.set_xlim(0, total * 1.08)
    id_axis(ax.xaxis)
    grid(ax, "x")
    biggest = format_angka(frame.loc[top, "kontribusi"], 2)
    parts = ", ".join(
        f"{r.kategori} {format_angka(r.kontribusi, 2)} poin" for r in frame.itertuples()
    )
    return finish(
        ax,
        title=f"{ringkas(frame.loc[top, 'kategori'])} menyumbang {biggest} dari "
        f"{format_angka(total, 2)} poin TPT",
        subtitle="Penganggur kelompok per 100 angkatan kerja kota, poin persen; Banjarbaru 2019",
        source=_source(frame),
        alt=f"Diagram batang bertangga. {parts}; jumlahnya TPT kota {format_persen(total)}.",
    )


def _label_end(ax: Axes, value: float, x: float, y: int, colour: str, *, bold: bool) -> None:
    ax.annotate(
        format_angka(value, 2),
        (x, y),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        color=colour,
        fontweight="bold" if bold else "normal",
    )


@draws("kategori, kelebihan", 'lkj.ketenagakerjaan.anatomi(data, "pendidikan")')
def plot_kelebihan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the persons by which each group is over or under what the city's rate would give.

    Parameters
    ----------
    frame : of `ketenagakerjaan.kelompok.anatomi`: kategori, kelebihan [persons].
    """
    ax = canvas(ax, height=1.7 + 0.36 * len(frame))
    top = frame["kelebihan"].idxmax()
    for y, row in enumerate(frame.itertuples()):
        accent, over = row.Index == top, row.kelebihan > 0
        ax.barh(y, row.kelebihan, 0.62, color=ACCENT if accent else NAVY if over else MUTED)
        ax.annotate(
            format_selisih(row.kelebihan),
            (row.kelebihan, y),
            xytext=(5 if over else -5, 0),
            textcoords="offset points",
            ha="left" if over else "right",
            va="center",
            color=ACCENT if accent else INK,
            fontweight="bold" if accent else "normal",
        )
    ax.axvline(0, color=INK, linewidth=1)
    ax.set_yticks(range(len(frame)), list(map(ringkas, frame["kategori"])))
    ax.set_ylim(len(frame) - 0.5, -0.5)
    room = (frame["kelebihan"].max() - frame["kelebihan"].min()) * 0.14
    ax.set_xlim(frame["kelebihan"].min() - room, frame["kelebihan"].max() + room)
    id_axis(ax.xaxis)
    grid(ax, "x")
    row = frame.loc[top]
    others = "; kelas lain di bawahnya" if (frame["kelebihan"] > 0).sum() == 1 else ""
    parts = ", ".join(f"{r.kategori} {format_selisih(r.kelebihan)}" for r in frame.itertuples())
    return finish(
        ax,
        title=f"{ringkas(row['kategori'])} {format_angka(row['kelebihan'])} orang di atas "
        f"rata-rata kota{others}",
        subtitle="Angka tercetak: penganggur di atas (+) atau di bawah (−) jumlah menurut TPT "
        "kota, orang; Banjarbaru 2019",
        source=_source(frame),
        alt=f"Diagram batang, orang terhadap rata-rata kota: {parts}. Jumlahnya nol.",
    )


def _by_education(data: Data) -> pd.DataFrame:
    return anatomi(data, "pendidikan", gabung=True)


CHARTS = (
    *marimekko.CHARTS,
    Chart("kontribusi-pendidikan", _BUKU, _by_education, plot_kontribusi),
    Chart("kelebihan-pendidikan", _BUKU, _by_education, plot_kelebihan),
    *representasi.CHARTS,
    *presisi.CHARTS,
    *perempuan.CHARTS,
    *eksplorasi.CHARTS,
)
