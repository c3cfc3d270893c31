"""The trends of all indicators side by side, on one page of a report."""

from collections.abc import Sequence
from textwrap import fill
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, INK, NAVY, STEEL, canvas, finish
from lkjlib.charts.labels import untangle
from lkjlib.charts.origin import of_document, origin, with_place
from lkjlib.numbers.format import sebut_bilangan
from lkjlib.themes.indikator.charts_trend import (
    TARGET,
    computed_otherwise,
    labels_above,
    met_each,
    years_of,
)
from lkjlib.themes.indikator.comparison import DIJUMLAH, MENENGAH, MENENGAH_JUMLAH
from lkjlib.themes.indikator.units import Satuan, named

_NAMES = 3  # missed targets that a title names
_FEW, _SOME = 7, 17  # indicators that two and three columns find room for
_HIGH, _PAGE = 2.13, 8.2  # inches of a row of panels, and of a page of them
_LEAST, _SMALLEST = 1.25, 3.0  # inches below which a panel, or the whole, shows nothing
_LETTERS = 84  # of a heading over the whole width
_CROWDED = 5  # years of a panel: of more, or in narrow ones, only the last target is written
_MOST_LABELLED = 3  # columns: in narrower panels only the first and the last result are written
_LABEL = 18  # points that a label needs above and below the results
_MARK = {True: ("o", NAVY, NAVY), False: ("s", ACCENT, ACCENT), None: ("o", "white", STEEL)}


@draws(
    "kode, tahun, realisasi, target, jenis_target, acuan, naik_lebih_baik, dihitung",
    'lkj.bingkai(data, "tren-semua")',
)
def plot_tren_semua(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one panel per indicator, each result marked by whether its target was met.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.comparison.tren_semua`; the last cell of the grid says
        how to read the panels.
    """
    kodes = list(dict.fromkeys(frame["kode"]))
    columns = 2 if len(kodes) <= _FEW else 3 if len(kodes) <= _SOME else 4
    rows = -(-(len(kodes) + 1) // columns)
    ax = canvas(ax, height=max(min(_HIGH * rows, _PAGE), _LEAST * rows, _SMALLEST))
    ax.set_axis_off()
    cells = [_cell(ax, place, rows, columns) for place in range(len(kodes) + 1)]
    labels = [
        _draw_panel(panel, _panel(frame, kode), columns)
        for panel, kode in zip(cells, kodes, strict=False)
    ]
    goals = frame.loc[frame["jenis_target"] == MENENGAH, "acuan"].unique()
    _draw_key(cells[-1], frame, goals)
    cut = any(panel.get_ylim()[0] > 0 for panel in cells[: len(kodes)])
    finish(
        ax,
        title=_title(frame, kodes),
        subtitle=_subtitle(frame, kodes, goals),
        source=f"{of_document('target dan realisasi indikator', frame)}."
        f"{' * target tersirat dari capaian tercetak.' if _implied(frame) else ''}"
        f"{_summed(frame)}{' Sumbu tidak mulai dari nol.' if cut else ''}",
        alt=f"{sebut_bilangan(len(kodes)).capitalize()} grafik garis kecil. "
        + " ".join(_sentence(frame, kode) for kode in kodes),
    )
    for panel, movable in zip(cells, labels, strict=False):
        untangle(panel, movable)
    return ax


def _panel(frame: pd.DataFrame, kode: str) -> pd.DataFrame:
    return frame[(frame["kode"] == kode) & (frame["jenis_target"] != MENENGAH_JUMLAH)]


def _implied(frame: pd.DataFrame) -> bool:
    return bool((frame["jenis_target"] == "tersirat").any())


def _subtitle(frame: pd.DataFrame, kodes: list[str], goals: Sequence[str]) -> str:
    units = {named(frame, kode).satuan.judul for kode in kodes}
    known = frame.dropna(subset="realisasi")
    when = " dan ".join([*([years_of(known)] if len(known) else []), *goals])
    unit = units.pop() if len(units) == 1 else "menurut satuannya"
    what = f"Realisasi dan target tiap indikator, {unit} (skala tiap panel sendiri)"
    return with_place(what, frame, when)


def _summed(frame: pd.DataFrame) -> str:
    """Whose targets are met by the results of all years so far."""
    names = [named(frame, kode).nama for kode in frame.attrs.get(DIJUMLAH, ())]
    said = ", ".join(names)
    return f" {said}: target dibandingkan dengan jumlah hasil sampai tahun itu." if said else ""


def met_now(frame: pd.DataFrame, kode: str) -> bool | None:
    """Was the target of the report's year met? Of the last result where the year is not known."""
    panel = _panel(frame, kode)
    year = origin(frame).tahun
    known = panel[panel["tahun"] == year] if year else panel
    known = known.dropna(subset="realisasi")
    return None if known.empty else met_each(panel)[known.index[-1]]


def _title(frame: pd.DataFrame, kodes: list[str]) -> str:
    """How many targets are met, and which are not, as far as the names find room."""
    met = {kode: met_now(frame, kode) for kode in kodes}
    judged = {kode: flag for kode, flag in met.items() if flag is not None}
    year = f" {origin(frame).tahun}" if origin(frame).tahun else ""
    if not judged:
        return f"Belum ada target{year} yang dapat dinilai"
    missed = [named(frame, kode).nama for kode, flag in judged.items() if not flag]
    title = f"{sum(judged.values())} dari {len(judged)} target{year} tercapai"
    return with_missed(title, missed, len(kodes) - len(judged))


def with_missed(title: str, missed: Sequence[str], unknown: int) -> str:
    """A title on targets met, with those missed as far as names find room, and those unknown.

    >>> with_missed("3 dari 4 target tercapai", ["TPT"], 1)
    '3 dari 4 target tercapai; TPT tidak; 1 tak dapat dinilai'
    """
    if missed and len(missed) <= _NAMES:
        title = f"{title}; {', '.join(missed)} tidak"
    elif missed:
        title = f"{title}, {len(missed)} tidak"
    return f"{title}; {unknown} tak dapat dinilai" if unknown else title


def _cell(ax: Axes, place: int, rows: int, columns: int) -> Axes:
    """A panel of the grid inside the given axes."""
    row, column = divmod(place, columns)
    width, height = 1 / columns, 1 / rows
    below, above = height * 0.15, height * 0.36
    box = (column * width + 0.01, 1 - (row + 1) * height + below, width - 0.04, height - above)
    return ax.inset_axes(box)


def _draw_panel(ax: Axes, panel: pd.DataFrame, columns: int) -> list[Annotation]:
    """Draw an indicator; returns the labels that may move."""
    known, met = panel.dropna(subset="realisasi"), met_each(panel)
    words = named(panel, panel["kode"].iloc[0])
    ax.plot(known["tahun"], known["realisasi"], color=STEEL, linewidth=1.4, zorder=2)
    narrow = columns > 2 or panel["tahun"].nunique() > _CROWDED
    ends = (known["tahun"].min(), known["tahun"].max())
    labels = []
    for row, above in zip(known.itertuples(), labels_above(known), strict=True):
        marker, fill_, edge = _MARK[met[row.Index]]
        ax.plot(row.tahun, row.realisasi, marker, mfc=fill_, mec=edge, markersize=5, zorder=3)
        style = {"color": edge, "fontsize": 8, "fontweight": "bold"}
        if columns > _MOST_LABELLED and row.tahun not in ends:
            continue
        text = words.satuan.angka(row.realisasi)
        labels.append(_note(ax, row.tahun, row.realisasi, text, not above, **style))
    if len(known):
        labels += _draw_counted(ax, known.iloc[-1], words.satuan)
    for row in panel.dropna(subset="target").itertuples():
        said = not narrow or row.tahun == known["tahun"].max()
        labels += _draw_target(ax, row, words.satuan, said=said)
    _head(ax, panel, columns)
    _set_scale(ax, panel, columns)
    return labels


def _head(ax: Axes, panel: pd.DataFrame, columns: int) -> None:
    """Name and unit, and that less is better where it is."""
    words = named(panel, panel["kode"].iloc[0])
    unit = "" if words.satuan.persen else f", {words.satuan.judul}"
    better = "" if panel["naik_lebih_baik"].iloc[0] else " (makin rendah makin baik)"
    heading = fill(f"{words.nama}{unit}{better}", _LETTERS // columns)
    ax.set_title(heading, loc="left", fontsize=9, color=INK, pad=6)


def _set_scale(ax: Axes, panel: pd.DataFrame, columns: int) -> None:
    """Room for the labels; years as they find room."""
    values = pd.concat([panel["realisasi"], panel["target"], pd.Series([0.0])]).dropna()
    values = values.iloc[:-1] if len(values) > 1 else values
    height = ax.get_window_extent().height * 72 / ax.figure.dpi
    room = (values.max() - values.min()) * _LABEL / max(height - 2 * _LABEL, _LABEL) or 1
    years = sorted(set(panel["tahun"]))
    ax.set_ylim(values.min() - room, values.max() + room)
    ax.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    span, most = years[-1] - years[0] + 1, 14 // columns
    step = -(-span // most)
    shown = [year for year in years if (years[-1] - year) % step == 0]
    ax.set_xticks(shown, [str(year) for year in shown], fontsize=7.5)
    ax.set_yticks([])


def _draw_counted(ax: Axes, last: pd.Series, unit: Satuan) -> list[Annotation]:
    """Ring what the counts give where it is not what was printed."""
    exact = computed_otherwise(last["realisasi"], last["dihitung"], unit)
    if exact is None:
        return []
    ax.plot(last["tahun"], exact, "o", mfc="white", mec=NAVY, mew=1.4, markersize=5, zorder=3)
    text = f"{unit.hitungan(exact)} dihitung"
    return [_note(ax, last["tahun"], exact, text, False, color=NAVY, fontsize=7.5)]


def _draw_target(ax: Axes, row: NamedTuple, unit: Satuan, *, said: bool) -> list[Annotation]:
    if row.jenis_target == MENENGAH:
        ax.plot(row.tahun, row.target, "D", mfc="white", mec=STEEL, mew=1.5, markersize=5)
        above = said = True
    else:
        ends = [row.tahun - 0.25, row.tahun + 0.25]
        ax.plot(ends, [row.target] * 2, color=TARGET[row.jenis_target], linewidth=2.5, zorder=1)
        above = pd.isna(row.realisasi) or row.target >= row.realisasi
    star = "*" if row.jenis_target == "tersirat" else ""
    if not said or (not star and row.target == row.realisasi):
        return []  # the result's label says the same figure
    style = {"color": STEEL, "fontsize": 7.5}
    return [_note(ax, row.tahun, row.target, unit.angka(row.target) + star, not above, **style)]


def _note(ax: Axes, x: float, y: float, text: str, below: bool, **style) -> Annotation:
    shift, va = (-5, "top") if below else (5, "bottom")
    place = {"xytext": (0, shift), "textcoords": "offset points"}
    return ax.annotate(text, (x, y), ha="center", va=va, path_effects=HALO, **place, **style)


def _draw_key(ax: Axes, frame: pd.DataFrame, goals: Sequence[str]) -> None:
    """How to read the panels, drawn with the same marks, of those that occur."""
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    every = [_panel(frame, kode) for kode in dict.fromkeys(frame["kode"])]
    states = {
        flag
        for panel in every
        for flag, result in zip(met_each(panel), panel["realisasi"], strict=True)
        if pd.notna(result)
    }
    words = {True: "target tercapai", False: "target tidak tercapai", None: "tanpa target"}
    entries = [(_MARK[flag], f"hasil, {text}") for flag, text in words.items() if flag in states]
    for kind, text in (("tercetak", "target"), ("tersirat", "target tersirat*")):
        if (frame["jenis_target"] == kind).any():
            entries.append((("-", TARGET[kind], TARGET[kind]), text))
    if len(goals):
        entries.append((("D", "white", STEEL), f"target {', '.join(goals)}"))
    for place, ((form, face, edge), text) in enumerate(entries):
        y = 0.95 - 0.9 * place / max(len(entries) - 1, 4)
        ends = [0.03, 0.11] if form == "-" else [0.07]
        ax.plot(ends, [y] * len(ends), form, color=edge, mfc=face, mec=edge, markersize=5)
        ax.text(0.17, y, text, fontsize=8, va="center", color=INK)


def _sentence(frame: pd.DataFrame, kode: str) -> str:
    panel, words = _panel(frame, kode), named(frame, kode)
    known, unit = panel.dropna(subset="realisasi"), words.satuan
    if known.empty:
        return f"{words.nama}: belum ada realisasi."
    points = ", ".join(f"{row.tahun} {unit.angka(row.realisasi)}" for row in known.itertuples())
    last = known.iloc[-1]
    counted = computed_otherwise(last["realisasi"], last["dihitung"], unit)
    if counted is not None:
        points = f"{points} (dihitung {unit.hitungan(counted)})"
    met = {True: "tercapai", False: "tidak tercapai"}.get(met_each(panel)[known.index[-1]])
    if met is None:
        return f"{words.nama}: {points}; tanpa target."
    return f"{words.nama}: {points}; target {unit.sebut(last['target'])} {met}."
