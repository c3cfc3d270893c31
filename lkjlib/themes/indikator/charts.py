"""Charts of all indicators: target against result, their trends side by side."""

from textwrap import fill
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    ASH,
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
from lkjlib.charts.origin import of_document, with_place
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, is_missing, sebut_bilangan
from lkjlib.themes.indikator.analysis import MAKIN_RENDAH, ringkasan
from lkjlib.themes.indikator.charts_trend import trend_chart
from lkjlib.themes.indikator.charts_trends import plot_tren_semua, with_missed
from lkjlib.themes.indikator.comparison import tren_semua
from lkjlib.themes.indikator.units import same_text, unit_named, with_figures

_BUKU = "00-ringkasan"
_ROW = 0.46  # inches of a row, which holds two lines
_MOST = 300.0  # percent of the target: a longer bar is cut, and says so
_LETTERS = 32  # of an indicator's name on one line


@draws(
    "nama, target, realisasi, realisasi_dihitung, capaian, capaian_dihitung, kategori, "
    "kategori_dihitung, tercapai",
    'lkj.bingkai(data, "capaian-semua")',
)
def plot_capaian_semua(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each result as a bar in percent of its target, which is a mark at 100.

    Parameters
    ----------
    frame : of `lkjlib.themes.indikator.analysis.ringkasan`.

    Returns
    -------
    Axes
        Bars of the recomputed capaian, hatched in the accent where the target is missed; result
        and target in their unit under the name; capaian and category, printed and recomputed
        where they differ, at the right.
    """
    ax = canvas(ax, height=max(3.2, 1.5 + _ROW * len(frame)))
    rows = range(len(frame))
    cut = frame["capaian_dihitung"].astype("float64").clip(-_MOST, _MOST).fillna(0)
    bars = ax.barh(rows, cut, height=0.42, color=[_colour(row) for row in frame.itertuples()])
    missed = [row.tercapai is not pd.NA and not row.tercapai for row in frame.itertuples()]
    grey_hatch([bar for bar, flag in zip(bars, missed, strict=True) if flag])
    for y, row in enumerate(frame.itertuples()):
        ax.plot([100, 100], [y - 0.36, y + 0.36], color=INK, linewidth=2.4, path_effects=HALO)
        _beside(ax, y, row)
        if abs(_number(row.capaian_dihitung)) > _MOST:
            side = 1 if row.capaian_dihitung > 0 else -1
            ax.plot(side * _MOST, y, ">" if side > 0 else "<", color=_colour(row), markersize=9)
    ax.set_yticks(rows, [_named(frame, row) for row in frame.itertuples()], fontsize=8)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(min(0.0, cut.min() * 1.05), max(120.0, cut.max() * 1.05))
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    ax.axvline(0, color=STEEL, linewidth=0.8)
    ax.spines["bottom"].set_visible(False)
    return finish(ax, **_words(frame))


def _colour(row: NamedTuple) -> str:
    if row.tercapai is pd.NA:
        return MUTED
    return NAVY if row.tercapai else ACCENT


def _number(value: object) -> float:
    return 0.0 if is_missing(value) else float(value)


def _named(frame: pd.DataFrame, row: NamedTuple) -> str:
    """The name, and under it what was reached of what was wanted."""
    unit, most = unit_named(frame, row.nama), row.nama in frame.attrs.get(MAKIN_RENDAH, ())
    result = unit.angka(row.realisasi)
    exact = row.realisasi_dihitung
    if not is_missing(exact) and (
        is_missing(row.realisasi) or not same_text(unit, row.realisasi, exact)
    ):
        result = f"{result} → {unit.hitungan(exact)}"
    wanted = "; target paling banyak" if most else " dari target"
    return f"{fill(row.nama, _LETTERS)}\n{result}{wanted} {unit.sebut(row.target)}"


def _beside(ax: Axes, y: int, row: NamedTuple) -> None:
    """Capaian over its category, right of the axes; both ways where the two differ."""
    known = [v for v in (row.capaian, row.capaian_dihitung) if not is_missing(v)]
    text = " → ".join(dict.fromkeys(format_angka(value, 2) for value in known))
    words = [w for w in (row.kategori, row.kategori_dihitung) if not is_missing(w)]
    kind = " → ".join(dict.fromkeys(words))
    moved = len(set(words)) > 1
    colour = INK if row.tercapai is pd.NA or row.tercapai else ACCENT
    place = {"xycoords": ax.get_yaxis_transform(), "textcoords": "offset points"}
    lines = ((f"{text} %" if known else "tanpa capaian", 1, "bold", colour, 8.5),)
    lines += ((kind, -1, "bold" if moved else "normal", INK if moved else ASH, 8),)
    for said, side, weight, ink, size in lines:
        va = "bottom" if side > 0 else "top"
        style = {"fontweight": weight, "color": ink, "fontsize": size, "va": va}
        ax.annotate(said, (1, y), (8, side * 0.5), annotation_clip=False, **place, **style)


def _words(frame: pd.DataFrame) -> dict[str, str]:
    counted = frame.attrs.get("dari_cacah", False)
    exact = "hitungan eksak dari lampiran" if counted else "hitungan ulang dari lampiran"
    longer = frame["capaian_dihitung"].astype("float64").abs().max() > _MOST
    notes = " Arsir: target tidak tercapai." if frame["tercapai"].eq(False).any() else ""
    notes += f" Batang di atas {format_persen(_MOST, 0)} dipotong." if longer else ""
    alike = frame["capaian"].equals(frame["capaian_dihitung"])
    arrow = "" if alike else "; panah: tercetak → dihitung"
    said = f"Hasil dalam persen target, yang digaris pada 100 %{arrow}"
    return {
        "title": _title(frame),
        "subtitle": with_place(said, frame),
        "source": f"{of_document('Bab III A', frame)}; {exact}.{notes}",
        "alt": f"Grafik batang capaian {sebut_bilangan(len(frame))} indikator, persen target. "
        + "; ".join(_alt(row) for row in frame.itertuples())
        + ".",
    }


def _alt(row: NamedTuple) -> str:
    told = [("tercetak", row.capaian, row.kategori)]
    told += [("dihitung", row.capaian_dihitung, row.kategori_dihitung)]
    if told[0][1:] == told[1][1:]:
        told = [("capaian", row.capaian, row.kategori)]
    words = [
        f"{said} {format_persen(value)}{'' if is_missing(word) else f' ({word})'}"
        for said, value, word in told
        if not is_missing(value)
    ]
    met = "" if row.tercapai is pd.NA else "target tercapai" if row.tercapai else "target meleset"
    return f"{row.nama}: {', '.join([*words, *([met] if met else [])]) or 'tanpa capaian'}"


def _title(frame: pd.DataFrame) -> str:
    """How many indicators meet their target, and which do not, as far as names find room."""
    known = frame[frame["tercapai"].notna()]
    if known.empty:
        return "Belum ada indikator yang dapat dinilai terhadap targetnya"
    met = known["tercapai"].astype(bool)
    missed = known.loc[~met, "nama"].tolist()
    title = f"{met.sum()} dari {len(frame)} indikator mencapai target"
    return with_missed(title, missed, len(frame) - len(known))


def _results(data: Data) -> pd.DataFrame:
    columns = ["kode", "nama", "target", "realisasi", "realisasi_dihitung", "capaian"]
    columns += ["capaian_dihitung", "kategori", "kategori_dihitung", "tercapai"]
    numbers = ("target", "realisasi", "realisasi_dihitung")
    return with_figures(ringkasan(data)[columns], data, numbers).drop(columns="kode")


def charts_of(data: Data) -> tuple[Chart, ...]:
    """Charts of all indicators, and the trend of each one that a report has."""
    return (*CHARTS, *(trend_chart(data, kode) for kode in data.indikator["kode"]))


CHARTS = (
    Chart(
        "capaian-semua",
        _BUKU,
        _results,
        plot_capaian_semua,
        "Target, hasil dan capaian setiap indikator, tercetak dan dihitung",
        {
            "nama": "indikator",
            "realisasi_dihitung": "realisasi dihitung",
            "capaian": "capaian [%]",
            "capaian_dihitung": "capaian dihitung [%]",
            "kategori_dihitung": "kategori dihitung",
        },
    ),
    Chart(
        "tren-semua",
        _BUKU,
        tren_semua,
        plot_tren_semua,
        "Realisasi dan target setiap indikator",
    ),
)
