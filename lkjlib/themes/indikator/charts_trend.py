"""Trend of one indicator: yearly points, their targets, the later target. No fitted line."""

from functools import partial
from itertools import combinations, groupby

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    HALO,
    NAVY,
    PALE,
    SLATE,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.labels import untangle
from lkjlib.charts.origin import of_document, origin, with_place
from lkjlib.data import Data
from lkjlib.rules.targets import memenuhi
from lkjlib.themes.indikator.comparison import DIJUMLAH, MENENGAH, MENENGAH_JUMLAH, tren
from lkjlib.themes.indikator.units import Dikenal, Satuan, nama_pendek, named, same_text, satuan
from lkjlib.themes.theme import BUKU_INDIKATOR

TARGET = {"tercetak": STEEL, "tersirat": SLATE}
_HEIGHTS = ("realisasi", "target", "dihitung")
_MOST_TURNS = 2  # changes of direction that a title tells one by one


@draws(
    "kode, tahun, realisasi, target, jenis_target, acuan, naik_lebih_baik, dihitung",
    'lkj.bingkai(data, "tren-tpt")',
)
def plot_trend(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the trend of one indicator.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.tren`: tahun, realisasi, target, dihitung
        [unit of the indicator], jenis_target, acuan; of a survey also bawah, atas (its 95 %
        interval).

    Returns
    -------
    Axes
        Realisasi as a line with its values, a square in the accent where that year's target was
        missed, targets as short marks (implied ones lighter and starred), the later target as an
        open diamond, what the counts give as a ring where it is not what was printed; the error
        of a survey as a band.
    """
    ax = canvas(ax)
    known = frame.dropna(subset="realisasi")
    words = named(frame, frame["kode"].iloc[0])
    drawn = frame[frame["jenis_target"] != MENENGAH_JUMLAH]
    labels = []
    if len(known):
        _draw_band(ax, known)
        ax.plot(known["tahun"], known["realisasi"], color=NAVY, marker="o", markersize=6, zorder=3)
        labels += _label_points(ax, known, words.satuan, met_each(frame))
        labels += _draw_computed(ax, known.iloc[-1], words.satuan)
    labels += _draw_targets(ax, drawn, words.satuan)
    _set_limits(ax, drawn)
    title, alt = _trend_words(frame, known, words)
    implied = " * target tersirat dari capaian tercetak." if _has(frame, "tersirat") else ""
    finish(
        ax,
        title=title,
        subtitle=with_place(
            f"{words.indikator}, {words.satuan.judul}",
            frame,
            years_of(known) if len(known) else "",
        ),
        source=f"{of_document('target dan realisasi indikator', frame)}"
        f"{f'; data: {words.sumber}' if words.sumber else ''}.{implied}{_marks(frame)}"
        f"{_summed_goal(frame, words.satuan)}{off_nought(ax)}",
        alt=alt,
    )
    untangle(ax, labels)
    return ax


def _draw_band(ax: Axes, known: pd.DataFrame) -> None:
    """What a survey of this size cannot tell apart from its results."""
    if "bawah" in known:
        ax.fill_between(
            known["tahun"], known["bawah"], known["atas"], color=PALE, linewidth=0, zorder=0
        )


def _marks(frame: pd.DataFrame) -> str:
    """What the square and the band stand for, where they are drawn, and what adds up."""
    said = ""
    if (met_each(frame) == False).any():  # noqa: E712 - None is neither met nor missed
        said += " Kotak: target tahun itu tidak tercapai."
    if frame["kode"].iloc[0] in frame.attrs.get(DIJUMLAH, ()):
        said += " Target dibandingkan dengan jumlah hasil sampai tahun itu."
    return said + (f" Pita: {frame.attrs['asumsi']}." if frame.attrs.get("asumsi") else "")


def off_nought(ax: Axes) -> str:
    """That the axis does not show nought, where it does not."""
    low, high = ax.get_ylim()
    return "" if low <= 0 <= high else " Sumbu tidak mulai dari nol."


def _summed_goal(frame: pd.DataFrame, unit: Satuan) -> str:
    """The later target that yearly amounts add up to, which no height of the chart shows."""
    rows = frame[frame["jenis_target"] == MENENGAH_JUMLAH]
    return "".join(
        f" Target {row.acuan}: {unit.sebut(row.target)}, jumlah semua tahun."
        for row in rows.itertuples()
    )


def _has(frame: pd.DataFrame, jenis: str) -> bool:
    return bool((frame["jenis_target"] == jenis).any())


def years_of(frame: pd.DataFrame) -> str:
    """First and last year of a frame, or its only one."""
    first, last = frame["tahun"].min(), frame["tahun"].max()
    return str(first) if first == last else f"{first}–{last}"


def labels_above(known: pd.DataFrame) -> list[bool]:
    """Where labels of results find room: away from the target, or else outside the bend."""
    results, targets = known["realisasi"], known["target"]
    peaks = ~(results < results.shift()) & ~(results < results.shift(-1))
    return (results > targets).where(targets.notna(), peaks).astype(bool).tolist()


def _label_points(ax: Axes, known: pd.DataFrame, unit: Satuan, met: pd.Series) -> list[Annotation]:
    """Mark and label the results; returns the labels that may move."""
    labels = []
    for row, above in zip(known.itertuples(), labels_above(known), strict=True):
        missed = met[row.Index] is False
        if missed:
            ax.plot(row.tahun, row.realisasi, "s", color=ACCENT, markersize=7, zorder=4)
        label = ax.annotate(
            unit.angka(row.realisasi),
            (row.tahun, row.realisasi),
            xytext=(0, 7 if above else -7),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            color=ACCENT if missed else NAVY,
            fontweight="bold",
            path_effects=HALO,
        )
        labels.append(label)
    last = known.iloc[-1]
    above = pd.notna(last["target"]) and last["target"] < last["realisasi"]
    entries = [("realisasi", last["realisasi"], NAVY, above)]
    if pd.notna(last["target"]):
        entries.append((_target_word(last, unit), last["target"], STEEL, not above))
    for text, value, colour, up in entries:
        ax.annotate(
            text,
            (last["tahun"] + 0.18, value),
            xytext=(2, 2 if up else -2),  # short of the mark of next year's target
            textcoords="offset points",
            va="bottom" if up else "top",
            color=colour,
            fontweight="bold" if text == "realisasi" else "normal",
            path_effects=HALO,
        )
    return labels


def _draw_targets(ax: Axes, frame: pd.DataFrame, unit: Satuan) -> list[Annotation]:
    """Draw the targets; returns the labels that may move."""
    labels = []
    goals = frame[frame["jenis_target"] == MENENGAH]
    twice = set(zip(goals["tahun"], goals["target"], strict=True))
    for row in frame.dropna(subset="target").itertuples():
        if row.jenis_target == MENENGAH:
            ax.plot(row.tahun, row.target, "D", mfc="white", mec=STEEL, mew=1.8, markersize=7)
            text = f"{unit.angka(row.target)}\n{row.acuan}"
            labels.append(_target_label(ax, row.tahun, row.target, text, 0))
            continue
        colour = TARGET[row.jenis_target]
        half = 0.16
        ax.plot([row.tahun - half, row.tahun + half], [row.target] * 2, color=colour, linewidth=3)
        star = "*" if row.jenis_target == "tersirat" else ""
        if computed_otherwise(row.realisasi, row.dihitung, unit) is not None:
            continue  # the ring stands where the label would; the word beside it says the figure
        if (row.tahun, row.target) in twice or (not star and row.target == row.realisasi):
            continue  # the later target's own label, or the result's, says the same figure
        below = pd.notna(row.realisasi) and row.target < row.realisasi
        said = unit.angka(row.target) + star
        labels.append(_target_label(ax, row.tahun, row.target, said, -1 if below else 1))
    return labels


def _target_word(last: pd.Series, unit: Satuan) -> str:
    ringed = computed_otherwise(last["realisasi"], last["dihitung"], unit) is not None
    return f"target {unit.angka(last['target'])}" if ringed else "target"


def _draw_computed(ax: Axes, last: pd.Series, unit: Satuan) -> list[Annotation]:
    """Ring what the counts give where it is not what was printed; returns its label."""
    exact = computed_otherwise(last["realisasi"], last["dihitung"], unit)
    if exact is None:
        return []
    ax.plot(last["tahun"], exact, "o", mfc="white", mec=ACCENT, mew=1.8, markersize=7, zorder=4)
    label = ax.annotate(
        f"{unit.hitungan(exact)} dihitung",
        (last["tahun"], exact),
        xytext=(0, 8),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=ACCENT,
        fontweight="bold",
        path_effects=HALO,
    )
    return [label]


def _target_label(ax: Axes, year: int, value: float, text: str, side: int) -> Annotation:
    return ax.annotate(
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
    columns = [frame[name] for name in (*_HEIGHTS, "bawah", "atas") if name in frame]
    values = pd.concat(columns).dropna()
    if values.empty:
        values = pd.Series([0.0])
    span = values.max() - values.min()
    room = span * 0.2 or 1
    ax.set_ylim(values.min() - room, values.max() + room)
    years = sorted(set(frame["tahun"]))
    ax.set_xlim(years[0] - 0.4, years[-1] + 0.4)
    ax.set_xticks(years, [str(year) for year in years])
    id_axis(ax.yaxis, 0 if span > 6 else 1 if span > 0.6 else 2)
    grid(ax)


def met_each(frame: pd.DataFrame) -> pd.Series:
    """Was the target of each row's year met, in the indicator's direction? None where unknown.

    What the counts give decides where it is known; results that add up are summed.
    """
    results = frame["dihitung"].where(frame["dihitung"].notna(), frame["realisasi"])
    if frame["kode"].iloc[0] in frame.attrs.get(DIJUMLAH, ()):
        results = results.cumsum()
    polarity = "positif" if frame["naik_lebih_baik"].iloc[0] else "negatif"
    pairs = zip(results, frame["target"], strict=True)
    return pd.Series([memenuhi(*pair, polarity) for pair in pairs], frame.index, dtype=object)


def is_met(frame: pd.DataFrame) -> bool | None:
    """Does the last result of an indicator meet its target?

    None where there is no result or no target of that year.
    """
    known = frame.dropna(subset="realisasi")
    return None if known.empty else met_each(frame)[known.index[-1]]


def computed_otherwise(realisasi: float, dihitung: float, unit: Satuan) -> float | None:
    """What the counts give, where it is known and would have been printed otherwise."""
    if pd.isna(dihitung) or same_text(unit, realisasi, dihitung):
        return None
    return float(dihitung)


def _trend_words(frame: pd.DataFrame, known: pd.DataFrame, words: Dikenal) -> tuple[str, str]:
    """Title (the finding) and alternative text."""
    unit = words.satuan
    goals = [
        f"{row.tahun}: {unit.sebut(row.target)} ({_kind(row)})"
        for row in frame.dropna(subset="target").itertuples()
    ]
    targets = f" Target {', '.join(goals)}." if goals else ""
    if known.empty:
        return f"{words.nama}: belum ada realisasi", f"Grafik garis {words.nama}.{targets}"
    last = known.iloc[-1]
    exact = computed_otherwise(last["realisasi"], last["dihitung"], unit)
    goal, counted = _goal_words(frame, known, unit), ""
    moves, result = _moves(known), unit.sebut(last["realisasi"])
    to = "pada" if moves.endswith("tetap") else "ke"
    result = f"{moves} {to} {result}" if moves else result
    if exact is not None:
        result = f"tercetak {unit.sebut(last['realisasi'])}, dihitung {unit.sebut_hitungan(exact)}"
        counted = f" Dihitung dari lampiran: {unit.sebut_hitungan(exact)}."
    if origin(frame).tahun not in (0, last["tahun"]):
        result = f"{result} pada {last['tahun']}"
    points = ", ".join(f"{r.tahun}: {unit.sebut(r.realisasi)}" for r in known.itertuples())
    alt = f"Grafik garis {words.nama}. Realisasi {points}.{counted}{targets}"
    title = "; ".join(
        part for part in (f"{words.nama} {result}{_within_error(known)}", goal) if part
    )
    return title, f"{alt} {title}."


def _within_error(known: pd.DataFrame) -> str:
    """Whether a survey of the assumed size can tell the changes of its results at all."""
    if "bawah" not in known or len(known) < 2:
        return ""
    margins = ((known["atas"] - known["realisasi"]) ** 2).tolist()
    points = list(zip(known["realisasi"], margins, strict=True))
    seen = [abs(a - b) > (m + n) ** 0.5 for (a, m), (b, n) in combinations(points, 2)]
    if not any(seen):
        return ", perubahannya di dalam galat survei"
    (before, wide), (now, narrow) = points[-2:]
    last = abs(now - before) > (wide + narrow) ** 0.5
    return f", perubahan terakhir {'melebihi' if last else 'di dalam'} galat survei"


def _kind(row) -> str:
    return row.jenis_target if pd.isna(row.acuan) else f"{row.acuan}, {row.jenis_target}"


def _goal_words(frame: pd.DataFrame, known: pd.DataFrame, unit: Satuan) -> str:
    """Is the target met, and was it looser than the result of the year before?"""
    met, last = is_met(frame), known.iloc[-1]
    if met is None:
        return ""
    target, up = unit.sebut(last["target"]), bool(frame["naik_lebih_baik"].iloc[0])
    before = known.loc[known["tahun"] == last["tahun"] - 1, "realisasi"]
    summed = frame["kode"].iloc[0] in frame.attrs.get(DIJUMLAH, ())
    if (
        met
        and not summed
        and len(before)
        and (before.iloc[0] > last["target"] if up else before.iloc[0] < last["target"])
    ):
        return f"target {target} lebih longgar daripada hasil tahun lalu"
    return f"target {target} {'tercapai' if met else 'tidak tercapai'}"


def _moves(known: pd.DataFrame) -> str:
    """Directions in order, each said once: "turun lalu naik"; of many turns only the last."""
    change = known["realisasi"].diff().dropna()
    words = ["naik" if c > 0 else "turun" if c < 0 else "tetap" for c in change]
    turns = [word for word, _ in groupby(words)]
    if turns[:1] == ["tetap"]:  # a result that has not moved yet has not turned
        turns = turns[1:] or turns
    if len(turns) > _MOST_TURNS:
        return f"berubah-ubah, terakhir {turns[-1]}"
    return " lalu ".join(turns)


def trend_chart(data: Data, kode: str) -> Chart:
    """The trend of one indicator as a chart; the catalogue knows if a theme tells it."""
    unit = satuan(data, kode)
    return Chart(
        f"tren-{kode}",
        BUKU_INDIKATOR,
        partial(tren, kode=kode),
        plot_trend,
        f"{nama_pendek(data)[kode]}: realisasi dan target, {unit.judul}",
        desimal=2 if unit.persen else unit.desimal,
    )
