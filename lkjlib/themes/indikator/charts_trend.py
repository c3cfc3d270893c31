"""Trend of one indicator: yearly points, their targets, the RPJMD target. No fitted line."""

from functools import partial
from itertools import groupby

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, NAVY, SLATE, STEEL, canvas, finish, grid, id_axis
from lkjlib.numbers.format import bulatkan, format_angka
from lkjlib.themes.indikator.analysis import NAMA_PENDEK
from lkjlib.themes.indikator.comparison import tren

TARGET = {"tercetak": STEEL, "tersirat": SLATE}
_SUBTITLE = {
    "koperasi": "Berkualitas dan cukup berkualitas, persen koperasi aktif",
    "wirausaha": "Wirausaha baru (IUMK terbit) per 100 UMKM binaan, persen",
    "omzet": "Kenaikan omzet usaha mikro binaan terhadap tahun lalu, persen",
    "tpt": "Tingkat Pengangguran Terbuka, persen angkatan kerja",
    "kasus": "Kasus ketenagakerjaan per 100 perusahaan wajib lapor, persen",
}


@draws(
    "kode, tahun, realisasi, target, jenis_target, naik_lebih_baik, dihitung",
    'lkj.bingkai(data, "tren-tpt")',
)
def plot_trend(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the trend of one indicator.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.tren`: tahun, realisasi, target, dihitung
        [percent], jenis_target.

    Returns
    -------
    Axes
        Realisasi as a line with its values, targets as short marks (implied ones lighter and
        starred), the RPJMD target as an open diamond, what the counts give as a ring where it
        is not what was printed.
    """
    ax = canvas(ax)
    known = frame.dropna(subset="realisasi")
    ax.plot(known["tahun"], known["realisasi"], color=NAVY, marker="o", markersize=6, zorder=3)
    _label_points(ax, frame, known)
    _draw_targets(ax, frame)
    _draw_computed(ax, known.iloc[-1])
    _set_limits(ax, frame)
    kode = frame["kode"].iloc[0]
    title, alt = _trend_words(frame, known)
    implied = " * target tersirat dari capaian tercetak." if _has(frame, "tersirat") else ""
    return finish(
        ax,
        title=title,
        subtitle=f"{_SUBTITLE[kode]}; Banjarbaru, {_years(known)}",
        source=f"LKj 2019, Tabel I, II dan IV{', dari BPS' if kode == 'tpt' else ''}.{implied} "
        "Sumbu tidak mulai dari nol.",
        alt=alt,
    )


def _has(frame: pd.DataFrame, jenis: str) -> bool:
    return bool((frame["jenis_target"] == jenis).any())


def _years(known: pd.DataFrame) -> str:
    return f"{known['tahun'].iloc[0]}–{known['tahun'].iloc[-1]}"


def _label_points(ax: Axes, frame: pd.DataFrame, known: pd.DataFrame) -> None:
    for row in known.itertuples():
        above = pd.notna(row.target) and row.target < row.realisasi
        ax.annotate(
            shown(row.realisasi),
            (row.tahun, row.realisasi),
            xytext=(0, 7 if above else -7),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            color=NAVY,
            fontweight="bold",
            path_effects=HALO,
        )
    last = known.iloc[-1]
    above = last["target"] < last["realisasi"]
    for text, value, colour, up in (
        ("realisasi", last["realisasi"], NAVY, above),
        (_target_word(last), last["target"], STEEL, not above),
    ):
        ax.annotate(
            text,
            (last["tahun"] + 0.2, value),
            xytext=(5, 2 if up else -2),
            textcoords="offset points",
            va="bottom" if up else "top",
            color=colour,
            fontweight="bold" if text == "realisasi" else "normal",
            path_effects=HALO,
        )


def _draw_targets(ax: Axes, frame: pd.DataFrame) -> None:
    for row in frame.dropna(subset="target").itertuples():
        if row.jenis_target == "RPJMD":
            ax.plot(row.tahun, row.target, "D", mfc="white", mec=STEEL, mew=1.8, markersize=7)
            _target_label(ax, row.tahun, row.target, f"{shown(row.target)}\nRPJMD {row.tahun}", 0)
            continue
        colour = TARGET[row.jenis_target]
        half = 0.16
        ax.plot([row.tahun - half, row.tahun + half], [row.target] * 2, color=colour, linewidth=3)
        star = "*" if row.jenis_target == "tersirat" else ""
        if computed_otherwise(row.realisasi, row.dihitung) is not None:
            continue  # the ring stands where the label would; the word beside it says the figure
        below = pd.notna(row.realisasi) and row.target < row.realisasi
        _target_label(ax, row.tahun, row.target, shown(row.target) + star, -1 if below else 1)


def _target_word(last: pd.Series) -> str:
    ringed = computed_otherwise(last["realisasi"], last["dihitung"]) is not None
    return f"target {shown(last['target'])}" if ringed else "target"


def _draw_computed(ax: Axes, last: pd.Series) -> None:
    exact = computed_otherwise(last["realisasi"], last["dihitung"])
    if exact is None:
        return
    ax.plot(last["tahun"], exact, "o", mfc="white", mec=ACCENT, mew=1.8, markersize=7, zorder=4)
    ax.annotate(
        f"{format_angka(exact, 2)} dihitung",
        (last["tahun"], exact),
        xytext=(0, 8),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=ACCENT,
        fontweight="bold",
        path_effects=HALO,
    )


def _target_label(ax: Axes, year: int, value: float, text: str, side: int) -> None:
    ax.annotate(
        text,
        (year, value),
        xytext=(0, 5 * side) if side else (10, 0),
        textcoords="offset points",
        ha="center" if side else "left",
        va={1: "bottom", -1: "top", 0: "center"}[side],
        color=STEEL,
        path_effects=HALO,
    )


def _set_limits(ax: Axes, frame: pd.DataFrame) -> None:
    values = pd.concat([frame["realisasi"], frame["target"], frame["dihitung"]]).dropna()
    room = (values.max() - values.min()) * 0.2 or 1
    ax.set_ylim(values.min() - room, values.max() + room)
    ax.set_xlim(frame["tahun"].min() - 0.4, frame["tahun"].max() + 0.4)
    ax.set_xticks(frame["tahun"], [str(year) for year in frame["tahun"]])
    whole = values.max() - values.min() > 6
    id_axis(ax.yaxis, 0 if whole else 1)
    grid(ax)


def shown(value: float) -> str:
    """Two decimals unless the figure is whole."""
    return format_angka(value, 0 if float(value).is_integer() else 2)


def is_met(frame: pd.DataFrame) -> bool:
    """Does the last result of an indicator meet its target, in its direction?"""
    last = frame.dropna(subset="realisasi").iloc[-1]
    if frame["naik_lebih_baik"].iloc[0]:
        return bool(last["realisasi"] >= last["target"])
    return bool(last["realisasi"] <= last["target"])


def computed_otherwise(realisasi: float, dihitung: float) -> float | None:
    """What the counts give, where it is known and would have been printed otherwise."""
    if pd.isna(dihitung) or shown(realisasi) == shown(float(bulatkan(dihitung, 2))):
        return None
    return float(dihitung)


def _trend_words(frame: pd.DataFrame, known: pd.DataFrame) -> tuple[str, str]:
    """Title (the finding) and alternative text."""
    name = NAMA_PENDEK[frame["kode"].iloc[0]]
    last = known.iloc[-1]
    exact = computed_otherwise(last["realisasi"], last["dihitung"])
    up = bool(frame["naik_lebih_baik"].iloc[0])
    met = is_met(frame)
    result = "tercapai" if met else "tidak tercapai"
    goal = f"target {shown(last['target'])} {result}"
    before = known["realisasi"].iloc[-2]
    if met and (before > last["target"] if up else before < last["target"]):
        goal = f"target {shown(last['target'])} lebih longgar daripada hasil tahun lalu"
    result = f"{_moves(known)} ke {shown(last['realisasi'])} %"
    if exact is not None:
        result = f"tercetak {shown(last['realisasi'])} %, dihitung {format_angka(exact, 2)} %"
    title = f"{name} {result}; {goal}"
    points = ", ".join(f"{r.tahun}: {shown(r.realisasi)} %" for r in known.itertuples())
    targets = ", ".join(
        f"{r.tahun}: {shown(r.target)} % ({r.jenis_target})"
        for r in frame.dropna(subset="target").itertuples()
    )
    counted = "" if exact is None else f" Dihitung dari lampiran: {format_angka(exact, 2)} %."
    alt = f"Grafik garis {name}. Realisasi {points}.{counted} Target {targets}."
    return title, f"{alt} {goal.capitalize()}."


def _moves(known: pd.DataFrame) -> str:
    """Directions in order, each said once: "turun lalu naik"."""
    change = known["realisasi"].diff().dropna()
    words = ["naik" if c > 0 else "turun" if c < 0 else "tetap" for c in change]
    return " lalu ".join(word for word, _ in groupby(words))


CHARTS = tuple(
    Chart(
        f"tren-{kode}",
        buku,
        partial(tren, kode=kode),
        plot_trend,
        f"{NAMA_PENDEK[kode]}: realisasi dan target, persen",
    )
    for kode, buku in (
        ("koperasi", "01-koperasi"),
        ("wirausaha", "02-umkm"),
        ("omzet", "02-umkm"),
        ("tpt", "03-tpt"),
        ("kasus", "04-kasus"),
    )
)
