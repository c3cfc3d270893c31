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
from lkjlib.numbers.format import format_angka, format_selisih
from lkjlib.themes.tpt.analysis import ringkas
from lkjlib.themes.tpt.exploration import MERAGUKAN, SENDIRI, UKURAN, eksplorasi
from lkjlib.themes.tpt.precision import TIDAK_ANDAL, sebut_asumsi

_UNIT = {"tpt": " %", "penganggur": " orang", "kontribusi": " poin", "kelebihan": " orang"}
_LABEL = {"pendidikan": "pendidikan", "jenis_kelamin": "jenis kelamin"}


@draws("kategori, nilai, acuan, selisih, bawah, atas, catatan", "lkj.eksplorasi(data)")
def plot_eksplorasi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw an exploration: value and 95 % interval of each group, and the reference.

    Parameters
    ----------
    frame : of `exploration.eksplorasi`, rows may be filtered or sorted.

    Returns
    -------
    Axes
        A dot and its interval a row, hollow where ``tidak andal`` or doubtful; the group
        farthest from the reference (of those that may be compared) in the accent colour; the
        reference as a dashed line, or as a mark on each row where it differs by row.

    Raises
    ------
    LkjError
        When the frame does not come from `lkj.eksplorasi`, or is empty.
    """
    if "ukuran" not in frame.attrs:
        raise LkjError("plot_eksplorasi: berikan bingkai dari lkj.eksplorasi(data).")
    ax = canvas(ax, height=1.75 + 0.4 * len(frame))
    top = _farthest(frame)
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
    return 0 if frame["atas"].max() - frame["bawah"].min() > 4 else desimal


def _usable(frame: pd.DataFrame) -> pd.DataFrame:
    notes = frame["catatan"]
    return frame[[not (_doubt(note) or note == SENDIRI) for note in notes]]


def _doubt(note: str) -> str:
    """Why a row is not compared; empty when it is."""
    if note.startswith(TIDAK_ANDAL):
        return TIDAK_ANDAL
    return "meragukan" if MERAGUKAN in note else ""


def _farthest(frame: pd.DataFrame) -> int | None:
    usable = _usable(frame)
    return None if usable.empty else usable["selisih"].abs().idxmax()


def _draw_row(ax: Axes, y: int, row, ukuran: str, *, accent: bool) -> None:
    doubt = _doubt(row.catatan)
    colour = ACCENT if accent else STEEL if doubt else NAVY
    ax.plot([row.bawah, row.atas], [y, y], color=MUTED if not accent else BLUSH, linewidth=4)
    ax.plot(row.nilai, y, "o", color=colour, mfc="white" if doubt else colour, markersize=8)
    places = UKURAN[ukuran].desimal
    own = row.catatan == SENDIRI
    text = format_angka(row.nilai, places)
    if ukuran != "kelebihan":
        text += " acuan" if own else f" ({format_selisih(row.selisih, places)})"
    weight = "bold" if accent else "normal"
    beside_axes(ax, y, f"{text} {doubt}".rstrip(), colour, fontweight=weight)


def _draw_reference(ax: Axes, frame: pd.DataFrame) -> None:
    places = UKURAN[frame.attrs["ukuran"]].desimal
    name, values = ringkas(frame, frame.attrs["acuan"]), frame["acuan"]
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
    chosen, top = frame.attrs, _farthest(frame)
    spec, name = UKURAN[chosen["ukuran"]], ringkas(frame, chosen["acuan"])
    unit = _UNIT.get(spec.nama, "")
    values = "; ".join(
        f"{r.kategori} {format_angka(r.nilai, spec.desimal)}{unit} "
        f"(rentang {format_angka(r.bawah, spec.desimal)} sampai "
        f"{format_angka(r.atas, spec.desimal)})"
        for r in frame.itertuples()
    )
    what = f"{spec.judul}, {spec.satuan}, menurut {_LABEL.get(chosen['rincian'])}"
    return {
        "title": _title(frame, top, name),
        "subtitle": f"{with_place(what, frame)}. Batang: rentang 95 %; dalam kurung: selisih dari "
        "acuan",
        "source": f"{_whose(frame)}. Rentang dihitung dari "
        f"{sebut_asumsi(chosen['n'], chosen['deff'])}; laporan tidak mencetak galat.",
        "alt": f"{spec.judul} menurut {_LABEL.get(chosen['rincian'])}, acuan {name}. {values}.",
    }


def _whose(frame: pd.DataFrame) -> str:
    """Where the counts come from; a frame of one's own names no document."""
    known = origin(frame).dokumen
    return of_document("Bab III, tabel angkatan kerja (BPS)", frame) if known else "Data sendiri"


def _title(frame: pd.DataFrame, top: int | None, name: str) -> str:
    """Which group lies farthest from the reference, and whether the survey can tell."""
    if top is None:
        return f"Tidak ada kelompok yang cukup andal untuk dibandingkan dengan {name}"
    row, spec = frame.loc[top], UKURAN[frame.attrs["ukuran"]]
    gap, several = format_selisih(row["selisih"], spec.desimal), len(_usable(frame)) > 1
    if several and abs(row["selisih"]) < 1e-9:
        return f"Tidak ada kelompok yang berbeda dari {name}"
    gap += " poin" if spec.nama == "tpt" else _UNIT.get(spec.nama, "")
    inside = "di dalam" if "di dalam" in row["catatan"] else "di luar"
    far = "paling jauh dari" if several else "terhadap"
    return f"{ringkas(frame, row['kategori'])} {far} {name}: {gap}, {inside} galat"


def _default(data: Data) -> pd.DataFrame:
    return eksplorasi(data)


CHARTS = (
    Chart(
        "eksplorasi-pendidikan",
        "07-eksplorasi-tpt",
        _default,
        plot_eksplorasi,
        "TPT menurut pendidikan terhadap kota, persen; rentang 95 %",
    ),
)
