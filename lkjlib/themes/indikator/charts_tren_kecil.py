"""Small multiples of the five trends: three points each, targets as marks, no fitted line."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, INK, NAVY, STEEL, canvas, finish
from lkjlib.themes.indikator.analysis import NAMA_PENDEK
from lkjlib.themes.indikator.charts_trend import TARGET
from lkjlib.themes.indikator.trend_words import is_met, shown

COLUMNS = 2


@draws(
    "kode, tahun, realisasi, target, jenis_target, naik_lebih_baik",
    "lkj.ringkasan.tren_semua(data)",
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
    rows = -(-(len(kodes) + 1) // COLUMNS)
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
    row, column = divmod(place, COLUMNS)
    width, height = 1 / COLUMNS, 1 / rows
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


def _draw_target(ax: Axes, row) -> None:
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
