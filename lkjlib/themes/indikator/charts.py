"""Charts of all indicators: their capaian on the category bands, their trends side by side."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, GREY, HALO, INK, NAVY, PALE, STEEL, canvas, finish
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.rules.category import tabel_skala
from lkjlib.themes.indikator import charts_trend
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, SKALA_LAPORAN, ringkasan
from lkjlib.themes.indikator.charts_trend import TARGET, is_met, shown
from lkjlib.themes.indikator.comparison import tren_semua

_BUKU = "00-ringkasan"
_COLUMNS = 2


@draws(
    "nama, capaian, capaian_dihitung, kategori, kategori_dihitung",
    'lkj.bingkai(data, "capaian-lima")',
)
def plot_capaian_lima(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw printed and recomputed capaian of each indicator on the report's category bands.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.analysis.ringkasan`.
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
    ax.set_yticks(frame.index, frame["nama"])
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
            f"{r.nama}: tercetak {format_persen(r.capaian)} ({r.kategori}), dihitung "
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


def _result_label(ax: Axes, row: NamedTuple, colour: str) -> None:
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
    return f"{row['nama']}: tercetak {row['kategori']}, dihitung {row['kategori_dihitung']}"


@draws(
    "kode, tahun, realisasi, target, jenis_target, naik_lebih_baik",
    'lkj.bingkai(data, "tren-lima")',
)
def plot_tren_semua(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one panel per indicator; the last cell says how to read them.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.tren_semua`.
    """
    ax = canvas(ax, height=6.4)
    ax.set_axis_off()
    kodes = list(dict.fromkeys(frame["kode"]))
    rows = -(-(len(kodes) + 1) // _COLUMNS)
    cells = [_cell(ax, place, rows) for place in range(len(kodes) + 1)]
    for panel, kode in zip(cells, kodes, strict=False):
        _draw_panel(panel, frame[frame["kode"] == kode])
    _draw_key(cells[-1])
    met = [is_met(frame[frame["kode"] == kode]) for kode in kodes]
    missed = [NAMA_PENDEK[k] for k, flag in zip(kodes, met, strict=True) if not flag]
    known = frame.dropna(subset="realisasi")
    return finish(
        ax,
        title=f"{sum(met)} dari {len(met)} target 2019 tercapai"
        + (f"; {', '.join(missed)} tidak" if missed else ""),
        subtitle="Realisasi dan target tiap indikator, persen (skala tiap panel sendiri); "
        f"Banjarbaru, {known['tahun'].min()}–{known['tahun'].max()} dan RPJMD 2021",
        source="LKj 2019 Tabel I, II, dan IV; TPT dari BPS. * target tersirat dari capaian "
        "tercetak. Sumbu tidak mulai dari nol.",
        alt="Lima grafik garis kecil. " + " ".join(_sentence(frame, kode) for kode in kodes),
    )


def _cell(ax: Axes, place: int, rows: int) -> Axes:
    """A panel of the grid inside the given axes."""
    row, column = divmod(place, _COLUMNS)
    width, height = 1 / _COLUMNS, 1 / rows
    box = (column * width + 0.01, 1 - (row + 1) * height + 0.05, width - 0.04, height - 0.11)
    return ax.inset_axes(box)


def _draw_panel(ax: Axes, panel: pd.DataFrame) -> None:
    known, colour = panel.dropna(subset="realisasi"), NAVY if is_met(panel) else ACCENT
    ax.plot(known["tahun"], known["realisasi"], color=colour, marker="o", markersize=4.5)
    for row in panel.dropna(subset="target").itertuples():
        _draw_target(ax, row)
    for row in known.itertuples():
        below = pd.isna(row.target) or row.realisasi <= row.target
        style = {"color": colour, "fontsize": 8, "fontweight": "bold", "path_effects": HALO}
        _note(ax, row.tahun, row.realisasi, shown(row.realisasi), below, **style)
    better = "naik" if panel["naik_lebih_baik"].iloc[0] else "turun"
    name = NAMA_PENDEK[panel["kode"].iloc[0]]
    ax.set_title(f"{name} ({better} = membaik)", loc="left", fontsize=9, color=INK, pad=5)
    values = pd.concat([panel["realisasi"], panel["target"]]).dropna()
    room = (values.max() - values.min()) * 0.28
    ax.set_ylim(values.min() - room, values.max() + room)
    ax.set_xlim(panel["tahun"].min() - 0.6, panel["tahun"].max() + 0.6)
    ax.set_xticks(panel["tahun"], [str(year) for year in panel["tahun"]], fontsize=7.5)
    ax.set_yticks([])


def _draw_target(ax: Axes, row: NamedTuple) -> None:
    if row.jenis_target == "RPJMD":
        ax.plot(row.tahun, row.target, "D", mfc="white", mec=STEEL, mew=1.5, markersize=5)
        above = True
    else:
        ends = [row.tahun - 0.25, row.tahun + 0.25]
        ax.plot(ends, [row.target] * 2, color=TARGET[row.jenis_target], linewidth=2.5)
        above = pd.isna(row.realisasi) or row.target >= row.realisasi
    star = "*" if row.jenis_target == "tersirat" else ""
    style = {"color": STEEL, "fontsize": 7.5, "path_effects": HALO}
    _note(ax, row.tahun, row.target, shown(row.target) + star, not above, **style)


def _note(ax: Axes, x: float, y: float, text: str, below: bool, **style) -> None:
    shift, va = (-5, "top") if below else (5, "bottom")
    place = {"xytext": (0, shift), "textcoords": "offset points"}
    ax.annotate(text, (x, y), ha="center", va=va, **place, **style)


def _draw_key(ax: Axes) -> None:
    """How to read the panels, drawn with the same marks."""
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    entries = (
        (0.82, "o-", NAVY, "realisasi, target tercapai"),
        (0.64, "o-", ACCENT, "realisasi, target tidak tercapai"),
        (0.46, "-", TARGET["tercetak"], "target tercetak"),
        (0.28, "-", TARGET["tersirat"], "target tersirat*"),
    )
    for y, form, colour, text in entries:
        ax.plot([0.02, 0.12], [y, y], form, color=colour, markersize=4, linewidth=2.2)
        ax.text(0.17, y, text, fontsize=8, va="center", color=INK)
    ax.plot(0.07, 0.1, "D", mfc="white", mec=STEEL, mew=1.5, markersize=5)
    ax.text(0.17, 0.1, "target RPJMD 2021", fontsize=8, va="center", color=INK)


def _sentence(frame: pd.DataFrame, kode: str) -> str:
    panel = frame[frame["kode"] == kode]
    known = panel.dropna(subset="realisasi")
    points = ", ".join(f"{row.tahun} {shown(row.realisasi)}" for row in known.itertuples())
    return f"{NAMA_PENDEK[kode]}: {points}; target {shown(known['target'].iloc[-1])} %."


def _results(data: Data) -> pd.DataFrame:
    columns = ["nama", "capaian", "capaian_dihitung", "kategori", "kategori_dihitung"]
    return ringkasan(data)[columns]


CHARTS = (
    Chart(
        "capaian-lima",
        _BUKU,
        _results,
        plot_capaian_lima,
        "Capaian lima indikator, tercetak dan dihitung, persen",
        {"nama": "indikator"},
    ),
    Chart(
        "tren-lima",
        _BUKU,
        tren_semua,
        plot_tren_semua,
        "Realisasi dan target lima indikator, persen",
    ),
    *charts_trend.CHARTS,
)
