"""Charts of the landing notebook: capaian of all indicators, their trends, their pace."""

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
    NAVY,
    PALE,
    SLATE,
    STEEL,
    canvas,
    finish,
    grey_hatch,
    grid,
    id_axis,
)
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.rules.category import tabel_skala
from lkjlib.themes.indikator import charts_trend
from lkjlib.themes.indikator.analysis import SKALA_LAPORAN, lima
from lkjlib.themes.indikator.charts_tren_kecil import plot_tren_semua
from lkjlib.themes.indikator.comparison import laju, tren_semua


@draws(
    "indikator, capaian, capaian_dihitung, kategori, kategori_dihitung", "lkj.ringkasan.lima(data)"
)
def plot_capaian_lima(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw printed and recomputed capaian of each indicator on the report's category bands.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.analysis.lima` on the scale "lkj-2019".
    """
    ax = canvas(ax, height=3.9)
    moved = frame["kategori"] != frame["kategori_dihitung"]
    low = min(55.0, frame["capaian_dihitung"].min() - 5)
    high = max(125.0, frame["capaian_dihitung"].max() + 20)
    _bands(ax, low, high)
    colours = [ACCENT if flag else NAVY for flag in moved]
    ax.hlines(frame.index, frame["capaian"], frame["capaian_dihitung"], color=colours, linewidth=2)
    ax.scatter(frame["capaian_dihitung"], frame.index, color=colours, s=34, zorder=3)
    ax.plot(frame["capaian"], frame.index, "o", mfc="none", mec=STEEL, mew=1.6, markersize=10)
    for row, colour in zip(frame.itertuples(), colours, strict=True):
        _result_label(ax, row, colour)
    ax.set_yticks(frame.index, frame["indikator"])
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(low, high)
    ax.set_xticks(*_ticks())
    ax.spines["bottom"].set_visible(False)
    return finish(
        ax,
        title=_capaian_title(frame, moved),
        subtitle="Capaian tercetak (lingkaran) dan dari hitungan eksak (titik), persen target; "
        "pita kategori skala lkj-2019; Banjarbaru, 2019",
        source="LKj 2019 Bab III A; hitungan eksak dari lampiran. Sumbu tidak mulai dari nol.",
        alt="Grafik titik capaian lima indikator. "
        + "; ".join(
            f"{r.indikator}: tercetak {format_persen(r.capaian)} ({r.kategori}), dihitung "
            f"{format_persen(r.capaian_dihitung)} ({r.kategori_dihitung})"
            for r in frame.itertuples()
        )
        + ".",
    )


def _bands(ax: Axes, low: float, high: float) -> None:
    """Shade the category bands and name them above the rows."""
    for place, band in enumerate(tabel_skala(SKALA_LAPORAN).itertuples()):
        left = low if pd.isna(band.batas_bawah) else max(low, float(band.batas_bawah))
        right = high if pd.isna(band.batas_atas) else min(high, float(band.batas_atas))
        ax.axvspan(left, right, color=PALE if place % 2 else "white", zorder=0)
        name = {"ha": "center", "va": "bottom", "fontsize": 8, "color": GREY}
        if right - left > 8:
            ax.text((left + right) / 2, -0.62, band.kategori, **name)
    ax.axvline(100, color=STEEL, linewidth=1, linestyle="--", zorder=1)


def _ticks() -> tuple[list[float], list[str]]:
    bounds = sorted(
        {float(b) for b in tabel_skala(SKALA_LAPORAN)["batas_bawah"].dropna()} | {125.0}
    )
    return bounds, [format_persen(b, 0) for b in bounds]


def _result_label(ax: Axes, row, colour: str) -> None:
    printed, exact = format_angka(row.capaian, 2), format_angka(row.capaian_dihitung, 2)
    text = printed if printed == exact else f"{printed} → {exact}"
    right = max(row.capaian, row.capaian_dihitung)
    ax.annotate(
        text,
        (right, row.Index),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        fontweight="bold" if colour == ACCENT else "normal",
        color=colour,
        path_effects=HALO,
    )


def _capaian_title(frame: pd.DataFrame, moved: pd.Series) -> str:
    met = int((frame["capaian_dihitung"] >= 100).sum())
    if not moved.any():
        return f"{met} dari {len(frame)} indikator mencapai target"
    row = frame[moved].iloc[0]
    return f"{row['indikator']}: tercetak {row['kategori']}, dihitung {row['kategori_dihitung']}"


@draws("indikator, sejak, dicapai, diperlukan, cukup", "lkj.ringkasan.laju(data)")
def plot_laju_lima(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the yearly pace achieved and the pace still needed for RPJMD 2021.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.laju`.
    """
    ax = canvas(ax, height=3.9)
    colours = [NAVY if enough else ACCENT for enough in frame["cukup"]]
    done = ax.barh(frame.index - 0.19, frame["dicapai"], height=0.34, color=colours)
    need = ax.barh(frame.index + 0.19, frame["diperlukan"], height=0.34, color=SLATE)
    grey_hatch(ax, need)
    for bars, word in ((done, "dicapai"), (need, "diperlukan")):
        for bar, row in zip(bars, frame.itertuples(), strict=True):
            value = bar.get_width()
            name = f" {word}" if row.Index == 0 else ""
            ax.annotate(
                f"{format_angka(value, 2)}{name}",
                (max(value, 0), bar.get_y() + bar.get_height() / 2),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                color=INK if row.cukup else ACCENT,
                fontsize=8.5,
            )
    ax.set_yticks(frame.index, [f"{r.indikator}\n(sejak {r.sejak})" for r in frame.itertuples()])
    ax.invert_yaxis()
    ax.axvline(0, color=STEEL, linewidth=0.9)
    values = pd.concat([frame["dicapai"], frame["diperlukan"]])
    ax.set_xlim(min(values.min() * 1.6, -0.3), values.max() * 1.12)
    id_axis(ax.xaxis)
    grid(ax, "x")
    ax.spines["bottom"].set_visible(False)
    return finish(
        ax,
        title=_laju_title(frame),
        subtitle="Perubahan per tahun ke arah membaik: dicapai sampai 2019, diperlukan untuk "
        "RPJMD 2021; poin persen, Banjarbaru",
        source="LKj 2019 Tabel II dan IV. Negatif: target RPJMD sudah terlewati. Bukan ramalan.",
        alt="Grafik batang laju per tahun. "
        + "; ".join(
            f"{r.indikator} dicapai {format_angka(r.dicapai, 2)}, diperlukan "
            f"{format_angka(r.diperlukan, 2)} poin"
            for r in frame.itertuples()
        )
        + ".",
    )


def _laju_title(frame: pd.DataFrame) -> str:
    slow = frame[~frame["cukup"]]
    if slow.empty:
        return "Laju semua indikator cukup untuk target RPJMD 2021"
    row = slow.iloc[0]
    return (
        f"{row['indikator']}: laju {format_angka(row['dicapai'], 2)} poin setahun, perlu "
        f"{format_angka(row['diperlukan'], 2)}"
    )


CHARTS = (
    Chart("capaian-lima", "00-ringkasan", lima, plot_capaian_lima),
    Chart("tren-lima", "00-ringkasan", tren_semua, plot_tren_semua),
    Chart("laju-lima", "00-ringkasan", laju, plot_laju_lima),
    *charts_trend.CHARTS,
)
