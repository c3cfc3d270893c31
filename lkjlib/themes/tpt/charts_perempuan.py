"""Charts of women 2018 to 2019: what moved, and the part of it that participation can be."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, INK, MUTED, NAVY, STEEL, canvas, finish, grid, id_axis
from lkjlib.numbers.format import format_angka, format_persen, format_selisih
from lkjlib.themes.tpt.women import bagian_perempuan, perempuan

_BUKU = "03-tpt"
_SUMBER = "BPS Kota Banjarbaru dalam LKj 2019; estimasi survei, galat tidak tercetak."
_LINES = (
    ("penganggur", "penganggur", lambda value: f"{format_angka(value)} orang", ACCENT),
    ("tpak", "TPAK", format_persen, NAVY),
)


@draws("tahun, tpak, penganggur", "lkj.ketenagakerjaan.perempuan(data)")
def plot_perempuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw unemployed women and women's TPAK of two years, each as an index of the first.

    Parameters
    ----------
    frame : of `ketenagakerjaan.partisipasi.perempuan`: tahun, tpak [percent], penganggur [persons].
    """
    ax = canvas(ax, height=3.4)
    first, last = frame.iloc[0], frame.iloc[-1]
    years = [int(first["tahun"]), int(last["tahun"])]
    for column, name, show, colour in _LINES:
        index = [100.0, last[column] / first[column] * 100]
        ax.plot(years, index, color=colour, marker="o", markersize=7)
        lift = 8 if index[1] > 100 else -8  # both lines start at 100
        before, change = show(first[column]), format_selisih(index[1] - 100, 1)
        for text, x, y, offset, end in (
            (before, years[0], 100, (-10, lift), False),
            (f"{name} {show(last[column])}\n({change} %)", years[1], index[1], (10, 0), True),
        ):
            ax.annotate(
                text,
                (x, y),
                xytext=offset,
                textcoords="offset points",
                ha="left" if end else "right",
                va="center",
                color=colour,
                fontweight="bold" if end else "normal",
            )
    ax.set_xticks(years, [str(year) for year in years])
    ax.set_xlim(years[0] - 0.35, years[1] + 0.6)
    ax.set_ylim(80, max(140, last["penganggur"] / first["penganggur"] * 100 + 5))
    id_axis(ax.yaxis)
    grid(ax)
    rise = format_selisih((last["penganggur"] / first["penganggur"] - 1) * 100)
    gap = format_selisih(last["tpak"] - first["tpak"], 2)
    return finish(
        ax,
        title=f"Penganggur perempuan {rise} %, TPAK perempuan {gap} poin",
        subtitle=f"Indeks {years[0]} = 100; perempuan, Banjarbaru, {years[0]}–{years[1]}",
        source=f"{_SUMBER} Dua titik; bukan bukti sebab. Sumbu tidak mulai dari nol.",
        alt=f"Grafik lereng perempuan. Penganggur {format_angka(first['penganggur'])} orang pada "
        f"{years[0]} dan {format_angka(last['penganggur'])} pada {years[1]}; TPAK "
        f"{format_persen(first['tpak'])} lalu {format_persen(last['tpak'])}.",
    )


@draws("uraian, penganggur, jenis", "lkj.ketenagakerjaan.bagian_perempuan(data)")
def plot_bagian_perempuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the change in unemployed women as steps: participation, then population and rate.

    Parameters
    ----------
    frame : of `ketenagakerjaan.partisipasi.bagian_perempuan`: uraian, penganggur [persons], jenis.
    """
    ax = canvas(ax, height=3.4)
    level = 0.0
    for x, row in enumerate(frame.itertuples()):
        state = row.jenis == "keadaan"
        start = 0.0 if state else level
        colour = NAVY if state else ACCENT if row.penganggur < 0 else MUTED
        ax.bar(x, row.penganggur, 0.6, bottom=start, color=colour)
        level = row.penganggur if state else level + row.penganggur
        if x < len(frame) - 1:
            ax.plot([x - 0.3, x + 1.3], [level, level], color=STEEL, linewidth=0.8)
        ax.annotate(
            format_angka(row.penganggur) if state else format_selisih(row.penganggur),
            (x, max(start, level)),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            color=ACCENT if colour == ACCENT else INK,
            fontweight="bold" if state or colour == ACCENT else "normal",
        )
    ax.set_xticks(
        range(len(frame)), [row.replace(" bersama", "\nbersama") for row in frame["uraian"]]
    )
    ax.set_ylim(0, frame["penganggur"].max() * 1.12)
    id_axis(ax.yaxis)
    grid(ax)
    part = frame.loc[frame["uraian"] == "TPAK", "penganggur"].iloc[0]
    verb = "mengurangi, bukan menambah," if part < 0 else "menambah"
    return finish(
        ax,
        title=f"Turunnya TPAK sendiri {verb} penganggur perempuan",
        subtitle="Penganggur perempuan, orang; penganggur = penduduk × TPAK × TPT; Banjarbaru",
        source=f"{_SUMBER} Pembagian logaritmik tanpa sisa. Penduduk 2018 tidak tercetak, "
        "jadi bagiannya tidak dapat dipisahkan dari bagian TPT.",
        alt=f"Diagram batang bertangga, orang: {_steps(frame)}.",
    )


def _steps(frame: pd.DataFrame) -> str:
    writers = {True: format_angka, False: format_selisih}
    return ", ".join(
        f"{r.uraian} {writers[r.jenis == 'keadaan'](r.penganggur)}" for r in frame.itertuples()
    )


CHARTS = (
    Chart("perempuan-2018-2019", _BUKU, perempuan, plot_perempuan),
    Chart("bagian-perempuan", _BUKU, bagian_perempuan, plot_bagian_perempuan),
)
