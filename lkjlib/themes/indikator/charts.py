"""Charts of all indicators: their capaian on the category bands, their trends side by side."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, GREY, HALO, INK, NAVY, PALE, STEEL, canvas, finish
from lkjlib.charts.origin import of_document, origin, with_place
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, is_missing, sebut_bilangan
from lkjlib.themes.indikator.analysis import ringkasan, scale_of
from lkjlib.themes.indikator.charts_trend import TARGET, is_met, labels_above, trend_chart, years_of
from lkjlib.themes.indikator.comparison import MENENGAH, MENENGAH_JUMLAH, tren_semua
from lkjlib.themes.indikator.units import Satuan, named

_BUKU = "00-ringkasan"
_COLUMNS = 2
_LONG = 42  # letters of a panel's heading on one line
_NAMES = 3  # missed targets that a title names
_ROW = 0.3  # inches that a row of the chart of capaian needs
_PANEL = 2.13  # inches of a row of panels


@draws(
    "nama, capaian, capaian_dihitung, kategori, kategori_dihitung",
    'lkj.bingkai(data, "capaian-semua")',
)
def plot_capaian_semua(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw printed and recomputed capaian of each indicator on the report's category bands.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.analysis.ringkasan`.
    """
    ax = canvas(ax, height=max(3.9, 2 + _ROW * len(frame)))
    both = frame["kategori"].notna() & frame["kategori_dihitung"].notna()
    moved = both & (frame["kategori"] != frame["kategori_dihitung"]).fillna(False).astype(bool)
    low, high = _range(frame)
    scale, bands = scale_of(frame)
    _bands(ax, low, high, bands)
    colours = [ACCENT if flag else NAVY for flag in moved]
    ax.hlines(frame.index, frame["capaian"], frame["capaian_dihitung"], color=colours, linewidth=2)
    ax.scatter(frame["capaian_dihitung"], frame.index, color=colours, s=34, zorder=3)
    ax.plot(frame["capaian"], frame.index, "o", mfc="none", mec=STEEL, mew=1.6, markersize=10)
    for row, colour in zip(frame.itertuples(), colours, strict=True):
        _result_label(ax, row, colour)
    ax.set_yticks(frame.index, frame["nama"])
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(low, high)
    ticks = _ticks(low, high, bands)
    ax.set_xticks(ticks, [format_persen(tick, 0) for tick in ticks])
    ax.spines["bottom"].set_visible(False)
    counted = frame.attrs.get("dari_cacah", False)
    exact = "dari hitungan eksak" if counted else "dihitung ulang"
    what = f"Capaian tercetak (lingkaran) dan {exact} (titik), persen target"
    return finish(
        ax,
        title=_capaian_title(frame, moved),
        subtitle=with_place(f"{what}; pita kategori skala {scale}" if scale else what, frame),
        source=f"{of_document('Bab III A', frame)}; "
        f"{'hitungan eksak dari lampiran' if counted else 'hitungan ulang dari lampiran'}."
        f"{' Sumbu tidak mulai dari nol.' if low > 0 else ''}",
        alt=f"Grafik titik capaian {sebut_bilangan(len(frame))} indikator. "
        + "; ".join(_alt(row) for row in frame.itertuples())
        + ".",
    )


def _alt(row: NamedTuple) -> str:
    words = [
        f"{said} {format_persen(value)} ({word})"
        for said, value, word in (
            ("tercetak", row.capaian, row.kategori),
            ("dihitung", row.capaian_dihitung, row.kategori_dihitung),
        )
        if not is_missing(value)
    ]
    return f"{row.nama}: {', '.join(words) or 'tanpa capaian'}"


def _range(frame: pd.DataFrame) -> tuple[float, float]:
    """Ends of the axis, with room for the labels right of the dots."""
    values = pd.concat([frame["capaian"], frame["capaian_dihitung"]]).dropna()
    low = min(55.0, values.min() - 5) if len(values) else 55.0
    most = values.max() if len(values) else 100.0
    return low, max(125.0, most + max(20, 0.3 * (most - low)))


def _bands(ax: Axes, low: float, high: float, bands: list[tuple[str, float | None]]) -> None:
    """Shade the category bands and name them above the rows."""
    tops = [None, *(bound for _, bound in bands)]
    for place, ((word, bound), top) in enumerate(zip(bands, tops, strict=False)):
        left = low if bound is None else min(high, max(low, float(bound)))
        right = high if top is None else max(low, min(high, float(top)))
        ax.axvspan(left, right, color=PALE if place % 2 else "white", zorder=0)
        name = {"ha": "center", "va": "bottom", "fontsize": 8, "color": GREY}
        if right - left > _NAMED * (high - low):
            ax.text((left + right) / 2, -0.62, word, **name)
    ax.axvline(100, color=STEEL, linewidth=1, linestyle="--", zorder=1)


_NAMED = 0.095  # share of the axis that a band needs to be named, and a tick to be apart


def _ticks(low: float, high: float, bands: list[tuple[str, float | None]]) -> list[float]:
    """The target, the bounds of the bands, and some more, as far as they stand apart."""
    bounds = [float(bound) for _, bound in bands if bound is not None]
    ticks: list[float] = []
    for tick in (100.0, *bounds, 125.0, 0.0, 200.0, 300.0):
        apart = all(abs(tick - other) > _NAMED * (high - low) for other in ticks)
        if low <= tick <= high and apart:
            ticks.append(tick)
    return sorted(ticks)


def _result_label(ax: Axes, row: NamedTuple, colour: str) -> None:
    known = [c for c in (row.capaian, row.capaian_dihitung) if not is_missing(c)]
    if not known:
        return
    text = " → ".join(dict.fromkeys(format_angka(value, 2) for value in known))
    right = max(known)
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
    "kode, tahun, realisasi, target, jenis_target, acuan, naik_lebih_baik",
    'lkj.bingkai(data, "tren-semua")',
)
def plot_tren_semua(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one panel per indicator; the last cell says how to read them.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.tren_semua`.
    """
    kodes = list(dict.fromkeys(frame["kode"]))
    rows = -(-(len(kodes) + 1) // _COLUMNS)
    ax = canvas(ax, height=_PANEL * rows)
    ax.set_axis_off()
    cells = [_cell(ax, place, rows) for place in range(len(kodes) + 1)]
    for panel, kode in zip(cells, kodes, strict=False):
        _draw_panel(panel, frame[frame["kode"] == kode])
    goals = frame.loc[frame["jenis_target"] == MENENGAH, "acuan"].unique()
    _draw_key(cells[-1], goals)
    words = {kode: named(frame, kode) for kode in kodes}
    units = {word.satuan.judul for word in words.values()}
    known = frame.dropna(subset="realisasi")
    when = " dan ".join([*([years_of(known)] if len(known) else []), *goals])
    cut = any(panel.get_ylim()[0] > 0 for panel in cells[: len(kodes)])
    starred = (frame["jenis_target"] == "tersirat").any()
    return finish(
        ax,
        title=_trends_title(frame, kodes),
        subtitle=with_place(
            "Realisasi dan target tiap indikator, "
            f"{units.pop() if len(units) == 1 else 'menurut satuannya'} (skala tiap panel sendiri)",
            frame,
            when,
        ),
        source=f"{of_document('target dan realisasi indikator', frame)}."
        f"{' * target tersirat dari capaian tercetak.' if starred else ''}"
        f"{' Sumbu tidak mulai dari nol.' if cut else ''}",
        alt=f"{sebut_bilangan(len(kodes)).capitalize()} grafik garis kecil. "
        + " ".join(_sentence(frame, kode) for kode in kodes),
    )


def _trends_title(frame: pd.DataFrame, kodes: list[str]) -> str:
    """How many targets are met, and which are not, as far as the names find room."""
    met = {kode: is_met(frame[frame["kode"] == kode]) for kode in kodes}
    judged = {kode: flag for kode, flag in met.items() if flag is not None}
    missed = [named(frame, kode).nama for kode, flag in judged.items() if not flag]
    year = origin(frame).tahun
    title = f"{sum(judged.values())} dari {len(judged)} target{f' {year}' if year else ''} tercapai"
    if not missed:
        return title
    if len(missed) > _NAMES:
        return f"{title}, {sebut_bilangan(len(missed))} tidak"
    return f"{title}; {', '.join(missed)} tidak"


def _cell(ax: Axes, place: int, rows: int) -> Axes:
    """A panel of the grid inside the given axes."""
    row, column = divmod(place, _COLUMNS)
    width, height = 1 / _COLUMNS, 1 / rows
    below, above = height * 0.15, height * 0.33
    box = (column * width + 0.01, 1 - (row + 1) * height + below, width - 0.04, height - above)
    return ax.inset_axes(box)


def _draw_panel(ax: Axes, panel: pd.DataFrame) -> None:
    panel = panel[panel["jenis_target"] != MENENGAH_JUMLAH]
    known = panel.dropna(subset="realisasi")
    colour = ACCENT if is_met(panel) is False else NAVY
    words = named(panel, panel["kode"].iloc[0])
    ax.plot(known["tahun"], known["realisasi"], color=colour, marker="o", markersize=4.5)
    many = panel["tahun"].nunique() > _CROWDED
    for row in panel.dropna(subset="target").itertuples():
        _draw_target(ax, row, words.satuan, said=not many or row.tahun == known["tahun"].max())
    for row, above in zip(known.itertuples(), labels_above(known), strict=True):
        style = {"color": colour, "fontsize": 8, "fontweight": "bold", "path_effects": HALO}
        _note(ax, row.tahun, row.realisasi, words.satuan.angka(row.realisasi), not above, **style)
    better = "naik" if panel["naik_lebih_baik"].iloc[0] else "turun"
    unit = "" if words.satuan.persen else f", {words.satuan.judul}"
    heading = f"{words.nama}{unit} ({better} = membaik)"
    if len(heading) > _LONG:
        heading = heading.replace(" (", "\n(")
    ax.set_title(heading, loc="left", fontsize=9, color=INK, pad=5)
    values = pd.concat([panel["realisasi"], panel["target"], pd.Series([0.0])]).dropna()
    values = values.iloc[:-1] if len(values) > 1 else values
    room = (values.max() - values.min()) * 0.28 or 1
    years = sorted(set(panel["tahun"]))
    ax.set_ylim(values.min() - room, values.max() + room)
    ax.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    ax.set_xticks(years, [str(year) for year in years], fontsize=7.5)
    ax.set_yticks([])


_CROWDED = 5  # years of a panel: of more only the target of the last result is written out


def _draw_target(ax: Axes, row: NamedTuple, unit: Satuan, *, said: bool) -> None:
    if row.jenis_target == MENENGAH:
        ax.plot(row.tahun, row.target, "D", mfc="white", mec=STEEL, mew=1.5, markersize=5)
        above = said = True
    else:
        ends = [row.tahun - 0.25, row.tahun + 0.25]
        ax.plot(ends, [row.target] * 2, color=TARGET[row.jenis_target], linewidth=2.5)
        above = pd.isna(row.realisasi) or row.target >= row.realisasi
    if said:
        star = "*" if row.jenis_target == "tersirat" else ""
        style = {"color": STEEL, "fontsize": 7.5, "path_effects": HALO}
        _note(ax, row.tahun, row.target, unit.angka(row.target) + star, not above, **style)


def _note(ax: Axes, x: float, y: float, text: str, below: bool, **style) -> None:
    shift, va = (-5, "top") if below else (5, "bottom")
    place = {"xytext": (0, shift), "textcoords": "offset points"}
    ax.annotate(text, (x, y), ha="center", va=va, **place, **style)


def _draw_key(ax: Axes, goals: Sequence[str]) -> None:
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
    if len(goals):
        ax.plot(0.07, 0.1, "D", mfc="white", mec=STEEL, mew=1.5, markersize=5)
        ax.text(0.17, 0.1, f"target {', '.join(goals)}", fontsize=8, va="center", color=INK)


def _sentence(frame: pd.DataFrame, kode: str) -> str:
    panel, words = frame[frame["kode"] == kode], named(frame, kode)
    known, unit = panel.dropna(subset="realisasi"), words.satuan
    if known.empty:
        return f"{words.nama}: belum ada realisasi."
    points = ", ".join(f"{row.tahun} {unit.angka(row.realisasi)}" for row in known.itertuples())
    return f"{words.nama}: {points}; target {unit.sebut(known['target'].iloc[-1])}."


def _results(data: Data) -> pd.DataFrame:
    columns = ["nama", "capaian", "capaian_dihitung", "kategori", "kategori_dihitung"]
    return ringkasan(data)[columns]


def charts_of(data: Data) -> tuple[Chart, ...]:
    """Charts of all indicators, and the trend of each one that a report has."""
    return (*CHARTS, *(trend_chart(data, kode) for kode in data.indikator["kode"]))


CHARTS = (
    Chart(
        "capaian-semua",
        _BUKU,
        _results,
        plot_capaian_semua,
        "Capaian setiap indikator, tercetak dan dihitung, persen",
        {"nama": "indikator"},
    ),
    Chart(
        "tren-semua",
        _BUKU,
        tren_semua,
        plot_tren_semua,
        "Realisasi dan target setiap indikator",
    ),
)
