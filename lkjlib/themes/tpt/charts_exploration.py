"""Chart of an exploration: groups with their interval against a reference, in any measure."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    BLUSH,
    HALO,
    INK,
    MUTED,
    NAVY,
    STEEL,
    beside_axes,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.origin import of_document, origin, with_place
from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.numbers.format import format_angka, format_selisih, sebut_daftar
from lkjlib.themes.tpt.analysis import ringkas
from lkjlib.themes.tpt.exploration import MERAGUKAN, SENDIRI, UKURAN, eksplorasi
from lkjlib.themes.tpt.precision import TIDAK_ANDAL, sebut_asumsi
from lkjlib.themes.tpt.references import KOTA

_UNIT = {"tpt": " %", "penganggur": " orang", "kontribusi": " poin", "kelebihan": " orang"}


@draws("kategori, nilai, acuan, selisih, margin, catatan", "lkj.eksplorasi(data)")
def plot_eksplorasi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw an exploration: value of each group, error of its distance, and the reference.

    Parameters
    ----------
    frame : of `exploration.eksplorasi`, rows may be filtered or sorted.

    Returns
    -------
    Axes
        A dot and a bar a row, hollow where ``tidak andal`` or doubtful; the bar meets the
        reference where the distance lies inside its error. The group that the title names is in
        the accent colour; the reference is a dashed line, or a mark on each row where it
        differs by row.

    Raises
    ------
    LkjError
        When the frame does not come from `lkj.eksplorasi`, or is empty.
    """
    if "ukuran" not in frame.attrs:
        raise LkjError("plot_eksplorasi: berikan bingkai dari lkj.eksplorasi(data).")
    ax = canvas(ax, height=1.75 + 0.4 * len(frame))
    top = next(iter(_told(frame).index), None)
    for y, row in enumerate(frame.itertuples()):
        _draw_row(ax, y, row, frame.attrs["ukuran"], accent=row.Index == top)
    _draw_reference(ax, frame)
    ax.set_yticks(range(len(frame)), [ringkas(frame, name) for name in frame["kategori"]])
    ax.set_ylim(len(frame) - 0.5, -0.6)
    spec = UKURAN[frame.attrs["ukuran"]]
    id_axis(ax.xaxis, _axis_places(frame, spec.desimal))
    if spec.nama != "kelebihan":
        ax.set_xlim(left=0)
    grid(ax, "x")
    return finish(ax, **wording(frame))


def _axis_places(frame: pd.DataFrame, desimal: int) -> int:
    low, high = (frame["nilai"] + sign * frame["margin"] for sign in (-1, 1))
    return 0 if high.max() - low.min() > 4 else desimal


def _usable(frame: pd.DataFrame) -> pd.DataFrame:
    notes = frame["catatan"]
    return frame[[not (_doubt(note) or note == SENDIRI) for note in notes]]


def _doubt(note: str) -> str:
    """Why a row is not compared; empty when it is."""
    if note.startswith(TIDAK_ANDAL):
        return TIDAK_ANDAL
    return "meragukan" if MERAGUKAN in note else ""


def _told(frame: pd.DataFrame) -> pd.DataFrame:
    """Groups that may be compared, those beyond the error first, then the farthest first."""
    usable = _usable(frame)
    order = usable.assign(inside=~_beyond(usable), near=-usable["selisih"].abs())
    return usable.loc[order.sort_values(["inside", "near"], kind="stable").index]


def _beyond(frame: pd.DataFrame) -> pd.Series:
    return frame["catatan"].str.contains("melebihi")


def _draw_row(ax: Axes, y: int, row, ukuran: str, *, accent: bool) -> None:
    doubt = _doubt(row.catatan)
    colour = ACCENT if accent else STEEL if doubt else NAVY
    ends = [row.nilai - row.margin, row.nilai + row.margin]
    ax.plot(ends, [y, y], color=MUTED if not accent else BLUSH, linewidth=4)
    ax.plot(row.nilai, y, "o", color=colour, mfc="white" if doubt else colour, markersize=8)
    places = UKURAN[ukuran].desimal
    if ukuran == "kelebihan":  # the value is the distance
        text = "acuan" if row.catatan == SENDIRI else _gap(row, places)
    else:
        beside = "acuan" if row.catatan == SENDIRI else f"({_gap(row, places)})"
        text = f"{format_angka(row.nilai, places)} {beside}"
    weight = "bold" if accent else "normal"
    beside_axes(ax, y, f"{text} {doubt}".rstrip(), colour, fontweight=weight)


def _gap(row, places: int) -> str:
    """A distance and its error."""
    return f"{format_selisih(row.selisih, places)} ± {format_angka(row.margin, places)}"


def _reference(frame: pd.DataFrame) -> str:
    """Name of the reference: the place itself where that is all groups together."""
    name = frame.attrs["acuan"]
    return origin(frame).wilayah or name if name == KOTA else ringkas(frame, name)


def _draw_reference(ax: Axes, frame: pd.DataFrame) -> None:
    places = UKURAN[frame.attrs["ukuran"]].desimal
    name, values = _reference(frame), frame["acuan"]
    same = values.max() - values.min() < 1e-9
    if same:
        ax.axvline(values.iloc[0], color=INK, linestyle="--", linewidth=1, zorder=1)
    else:
        ax.plot(values, range(len(frame)), "|", color=INK, markersize=15, mew=1.8, zorder=4)
    ax.annotate(
        f"{name} {format_angka(values.iloc[0], places)}" if same else f"| menurut {name}",
        (values.iloc[0], -0.6),
        xytext=(0, 2),
        textcoords="offset points",
        ha="center",
        va="bottom",
        path_effects=HALO,
    )


def wording(frame: pd.DataFrame) -> dict[str, str]:
    """What the chart says of an exploration: title, subtitle, source, alt."""
    chosen, name = frame.attrs, _reference(frame)
    spec = UKURAN[chosen["ukuran"]]
    unit = _UNIT.get(spec.nama, "")
    values = "; ".join(
        f"{r.kategori} {format_angka(r.nilai, spec.desimal)}{unit} "
        f"(selisih {_gap(r, spec.desimal)})"
        for r in frame.itertuples()
    )
    by = f"menurut {chosen['rincian'].replace('_', ' ')}"
    what = f"{spec.judul}, {spec.satuan}, {by}"
    return {
        "title": _title(frame, name),
        "subtitle": f"{with_place(what, frame)}. Batang: galat selisihnya dari acuan, 95 %; yang "
        "menyentuh acuan di dalam galat",
        "source": f"{_whose(frame)}. Galat dihitung dari "
        f"{sebut_asumsi(chosen['n'], chosen['deff'])}; laporan tidak mencetak galat.",
        "alt": f"{spec.judul} {by}, acuan {name}. {values}.",
    }


def _whose(frame: pd.DataFrame) -> str:
    """Where the counts come from; a frame of one's own names no document."""
    known = origin(frame).dokumen
    return of_document("Bab III, tabel angkatan kerja (BPS)", frame) if known else "Data sendiri"


def _title(frame: pd.DataFrame, name: str) -> str:
    """Which group lies farthest from the reference, how far, and whether the survey can tell."""
    told = _told(frame)
    if told.empty:
        return f"Tidak ada kelompok yang cukup andal untuk dibandingkan dengan {name}"
    row, spec = told.iloc[0], UKURAN[frame.attrs["ukuran"]]
    if len(told) > 1 and abs(row["selisih"]) < 1e-9:
        return f"Tidak ada kelompok yang berbeda dari {name}"
    unit = " poin" if spec.nama == "tpt" else _UNIT.get(spec.nama, "")
    far = f"{ringkas(frame, row['kategori'])} {_gap(row, spec.desimal)}{unit} terhadap {name}"
    beyond = [ringkas(frame, other) for other in told.loc[_beyond(told), "kategori"]]
    if beyond:
        others = f", begitu pula {sebut_daftar(beyond[1:])}" if beyond[1:] else ""
        return f"{far}, melebihi galat{others}"
    if len(told) == 1:
        return f"{far}, di dalam galat"
    doubted = any(_doubt(note) for note in frame["catatan"])
    every = "yang dapat dibandingkan" if doubted else "kelompok"
    return f"{far}, di dalam galat, seperti semua {every}"


def _default(data: Data) -> pd.DataFrame:
    return eksplorasi(data)


CHARTS = (
    Chart(
        "eksplorasi-pendidikan",
        "07-eksplorasi-tpt",
        _default,
        plot_eksplorasi,
        "TPT menurut pendidikan terhadap seluruhnya, persen; galat selisihnya, 95 %",
    ),
)
