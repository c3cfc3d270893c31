"""Chart of the disputes: companies, cases and workers side by side."""

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, INK, MUTED, NAVY, canvas, finish
from lkjlib.charts.origin import of_document, with_place
from lkjlib.themes.kasus.analysis import per_perusahaan

_SUMBER = "Bab III, tabel kasus ketenagakerjaan"
_LEAST = 0.03  # share of the longest bar that a figure needs inside its piece


@draws("perusahaan, kasus, pekerja", "lkj.bingkai(data, 'satuan-kasus')")
def plot_satuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw companies, cases and workers as three bars, the two heaviest companies apart.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.analysis.per_perusahaan`: perusahaan, kasus, pekerja; most
        cases first.
    """
    ax = canvas(ax, height=2.9)
    often, crowded = frame.iloc[0], frame.loc[frame["pekerja"].idxmax()]
    groups = [(often, ACCENT)] + ([(crowded, NAVY)] if often.name != crowded.name else [])
    counts = {"perusahaan": frame["perusahaan"].nunique()}
    counts |= {name: int(frame[name].sum()) for name in ("kasus", "pekerja")}
    most = max(counts.values())
    for y, (unit, total) in enumerate(counts.items()):
        left = 0
        for row, colour in groups:
            size = 1 if unit == "perusahaan" else int(row[unit])
            ax.barh(y, size, left=left, color=colour, edgecolor="white", height=0.6)
            _piece(ax, left, y, size, str(size), most, "white")
            left += size
        ax.barh(y, total - left, left=left, color=MUTED, edgecolor="white", height=0.6)
        rest = f"{total - left} lainnya" if unit == "pekerja" else str(total - left)
        _piece(ax, left, y, total - left, rest, most, INK)
        ax.text(total + most * 0.012, y, f"{total} {unit}", va="center", fontweight="bold")
    _name_companies(ax, groups, len(counts) - 1)
    ax.set(xticks=[], yticks=[])
    ax.spines["bottom"].set_visible(False)
    ax.set_ylim(len(counts) - 0.1, -0.5)
    ax.set_xlim(0, most * 1.2)
    listed = ", ".join(f"{n} {unit}" for unit, n in counts.items())
    return finish(
        ax,
        title="; ".join(
            f"{row['pekerja']} pekerja tercatat {row['kasus']} kasus" for row, _ in groups
        ),
        subtitle=with_place("Perusahaan yang berkasus, kasusnya dan pekerjanya, jumlah", frame),
        source=f"{of_document(_SUMBER, frame)}. Satu nama pada satu baris dihitung satu pekerja.",
        alt=f"Grafik batang bertumpuk: {listed}. "
        + "; ".join(
            f"{row['perusahaan']} {row['kasus']} kasus dan {row['pekerja']} pekerja"
            for row, _ in groups
        )
        + ".",
    )


def _piece(ax: Axes, left: int, y: int, size: int, text: str, most: int, colour: str) -> None:
    """A figure inside its piece of a bar, where the piece is long enough to hold it."""
    if size > most * _LEAST:
        ax.text(left + size / 2, y, text, ha="center", va="center", color=colour)


def _name_companies(ax: Axes, groups: list, y: int) -> None:
    """Names under the last bar: the first at its start, the other under its middle."""
    for number, (row, colour) in enumerate(groups):
        before = sum(int(other["pekerja"]) for other, _ in groups[:number])
        x, side = (before + row["pekerja"] / 2, "center") if number else (0, "left")
        ax.text(x, y + 0.36, row["perusahaan"], ha=side, va="top", color=colour)


CHARTS = (
    Chart(
        "satuan-kasus",
        "04-kasus",
        per_perusahaan,
        plot_satuan,
        "Kasus dan pekerja menurut perusahaan, cacah dan persen",
        {"bagian_kasus": "bagian kasus [%]", "bagian_pekerja": "bagian pekerja [%]"},
        desimal=1,
    ),
)
