"""Charts of the cooperatives: activity by kind, ratings, coverage, what moved the indicator."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    HALO,
    INK,
    MUTED,
    NAVY,
    STEEL,
    canvas,
    finish,
    grey_hatch,
    grid,
    id_axis,
)
from lkjlib.numbers.format import format_angka, format_persen, format_selisih
from lkjlib.themes.koperasi.api import efek, keragaan, peringkat, rentang
from lkjlib.themes.koperasi.charts_peringkat import SUMBER, plot_cakupan, plot_peringkat

_BUKU = "01-koperasi"


@draws(
    "kelompok, jenis, aktif, tidak_aktif, total, aktif_persen, bagian_unit, bagian_tidak_aktif",
    "lkj.koperasi.keragaan(data)",
)
def plot_keragaan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw active and inactive cooperatives by kind as stacked bars.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.keragaan`; its last row (small kinds pooled) is accented.
    """
    ax = canvas(ax, height=3.3)
    rows = range(len(frame))
    ax.barh(rows, frame["aktif"], color=NAVY, height=0.62)
    idle = ax.barh(rows, frame["tidak_aktif"], left=frame["aktif"], color=MUTED, height=0.62)
    idle[-1].set_facecolor(ACCENT)
    for y, row in enumerate(frame.itertuples()):
        last = y == len(frame) - 1
        middle = row.aktif + row.tidak_aktif / 2
        ax.text(row.aktif / 2, y, row.aktif, ha="center", va="center", color="white")
        ax.text(
            middle, y, row.tidak_aktif, ha="center", va="center", color="white" if last else INK
        )
        ax.text(
            row.total + 1,
            y,
            f"{format_persen(row.aktif_persen, 0)} aktif",
            va="center",
            color=ACCENT if last else INK,
            fontweight="bold" if last else "normal",
        )
    top = frame.iloc[0]
    middle = top["aktif"] + top["tidak_aktif"] / 2
    for x, name, colour in ((top["aktif"] / 2, "aktif", NAVY), (middle, "tidak aktif", STEEL)):
        ax.text(x, -0.42, name, ha="center", va="bottom", color=colour)
    ax.set_yticks(rows, [_two_lines(r.kelompok, r.total) for r in frame.itertuples()])
    ax.set_ylim(len(frame) - 0.5, -0.85)
    ax.set_xlim(0, frame["total"].max() * 1.2)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    return finish(ax, **_words_kinds(frame))


def _two_lines(kind: str, total: int) -> str:
    return f"{kind.replace(' dengan ', ' ')}\n{format_angka(total)} unit"


def _words_kinds(frame: pd.DataFrame) -> dict[str, str]:
    last = frame.iloc[-1]
    share, idle = (format_persen(last[c], 0) for c in ("bagian_unit", "bagian_tidak_aktif"))
    name = "Jenis kecil" if last["jenis"] > 1 else last["kelompok"]
    bars = "; ".join(
        f"{r.kelompok} {r.aktif} aktif dan {r.tidak_aktif} tidak aktif" for r in frame.itertuples()
    )
    return {
        "title": f"{name}: {share} koperasi, {idle} dari yang tidak aktif",
        "subtitle": "Koperasi aktif dan tidak aktif menurut jenis, unit; Banjarbaru, "
        "31 Desember 2019",
        "source": SUMBER,
        "alt": f"Grafik batang bertumpuk: {bars}. {name} memuat {share} koperasi dan {idle} "
        "koperasi yang tidak aktif.",
    }


@draws(
    "sejak, tahun, pembilang_awal, penyebut_awal, pembilang, penyebut, persen_awal, "
    "persen, efek_pembilang, efek_penyebut, perubahan",
    "lkj.koperasi.efek(data)",
)
def plot_efek(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the yearly percentages and, between them, the effects of numerator and denominator.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.efek`, one row per pair of years.
    """
    ax = canvas(ax, height=3.7)
    steps = list(frame.itertuples())
    first = steps[0]
    ticks = [f"{first.sejak}\n{first.pembilang_awal}/{first.penyebut_awal}"]
    _year(ax, 0, first.persen_awal)
    for number, row in enumerate(steps):
        x, middle = 3 * number, row.persen_awal + row.efek_pembilang
        _effect(ax, x + 1, row.persen_awal, row.efek_pembilang, STEEL)
        _effect(ax, x + 2, middle, row.efek_penyebut, ACCENT)
        _year(ax, x + 3, row.persen)
        ticks += [
            f"lulus\n{row.pembilang_awal} → {row.pembilang}",
            f"aktif\n{row.penyebut_awal} → {row.penyebut}",
            f"{row.tahun}\n{row.pembilang}/{row.penyebut}",
        ]
    levels = [*frame["persen_awal"], *frame["persen"], *(frame["persen"] - frame["efek_penyebut"])]
    ax.set_ylim(min(levels) - 1.2, max(levels) + 1.2)
    ax.set_xlim(-0.5, len(ticks) - 0.5)
    ax.set_xticks(range(len(ticks)), ticks)
    id_axis(ax.yaxis)
    grid(ax)
    return finish(ax, **_words_effects(steps))


def _year(ax: Axes, x: int, percent: float) -> None:
    ax.plot(x, percent, "o", color=NAVY, markersize=8, zorder=3)
    _above(ax, x, percent, format_angka(percent, 2), NAVY, 8)


def _effect(ax: Axes, x: int, level: float, size: float, colour: str) -> None:
    bar = ax.bar(x, size, bottom=level, width=0.6, color=colour, zorder=2)
    if colour == ACCENT:
        grey_hatch(ax, bar)
    for left, right, y in ((x - 0.7, x - 0.3, level), (x - 0.3, x + 0.7, level + size)):
        ax.plot([left, right], [y, y], color=MUTED, linewidth=1, zorder=1)
    _above(ax, x, max(level, level + size), format_selisih(size, 2), colour, 4)


def _above(ax: Axes, x: int, y: float, text: str, colour: str, gap: int) -> None:
    ax.annotate(
        text,
        (x, y),
        xytext=(0, gap),
        textcoords="offset points",
        ha="center",
        color=colour,
        fontweight="bold",
        path_effects=HALO,
    )


def _words_effects(steps: list) -> dict[str, str]:
    first, last = steps[0], steps[-1]
    moved = "; ".join(
        f"{r.tahun}: {format_angka(r.perubahan, 2)} poin, dari pembilang "
        f"{format_angka(r.efek_pembilang, 2)} dan dari penyebut {format_angka(r.efek_penyebut, 2)}"
        for r in steps
    )
    only = [r for r in steps if r.pembilang == r.pembilang_awal and r.perubahan < 0]
    title = "; ".join(f"{r.tahun}: lulus {r.pembilang_awal} menjadi {r.pembilang}" for r in steps)
    if only:
        title = f"Turun pada {only[0].tahun} karena penyebut saja: yang lulus tetap "
        title += f"{only[0].pembilang}"
    return {
        "title": title,
        "subtitle": "Koperasi berkualitas, persen koperasi aktif; batang: sumbangan perubahan, "
        f"poin persen; Banjarbaru, {first.sejak}–{last.tahun}",
        "source": f"{SUMBER} Pecahan sebelum {last.tahun} ditemukan kembali dari persentase "
        "tercetak. Sumbu tidak mulai dari nol.",
        "alt": f"Grafik air terjun persentase koperasi berkualitas. {moved}. {title}.",
    }


CHARTS = (
    Chart("keragaan-koperasi", _BUKU, keragaan, plot_keragaan),
    Chart("peringkat-koperasi", _BUKU, peringkat, plot_peringkat),
    Chart("cakupan-koperasi", _BUKU, rentang, plot_cakupan),
    Chart("efek-koperasi", _BUKU, efek, plot_efek),
)
