"""Chart of the disputes: companies, cases and workers side by side."""

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, INK, MUTED, NAVY, canvas, finish
from lkjlib.charts.origin import of_document, with_place
from lkjlib.themes.kasus.analysis import per_perusahaan

_SUMBER = "Bab III, tabel kasus ketenagakerjaan"
_LEAST = 4  # percent of a bar that a figure needs inside its piece


@draws("perusahaan, kasus, pekerja", "lkj.bingkai(data, 'satuan-kasus')")
def plot_satuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw companies, cases and workers, each in percent of its own total.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.analysis.per_perusahaan`: perusahaan, kasus, pekerja; most
        cases first. The company of most cases and that of most workers stand apart.
    """
    ax = canvas(ax, height=3.1)
    often, crowded = frame.iloc[0], frame.loc[frame["pekerja"].idxmax()]
    groups = [(often, ACCENT)] + ([(crowded, NAVY)] if often.name != crowded.name else [])
    counts = {"perusahaan": frame["perusahaan"].nunique()}
    counts |= {name: int(frame[name].sum()) for name in ("kasus", "pekerja")}
    for y, (unit, total) in enumerate(counts.items()):
        left = 0
        for row, colour in groups:
            size = 1 if unit == "perusahaan" else int(row[unit])
            _piece(ax, left, y, size, total, colour)
            left += size
        _piece(ax, left, y, total - left, total, MUTED)
    _name_companies(ax, groups, counts["pekerja"], len(counts) - 1)
    ax.set_yticks(range(len(counts)), [f"{total} {unit}" for unit, total in counts.items()])
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    ax.set_ylim(len(counts) + 0.15, -0.5)
    ax.set_xlim(0, 100)
    listed = ", ".join(f"{n} {unit}" for unit, n in counts.items())
    return finish(
        ax,
        title="; ".join(
            f"{row['pekerja']} pekerja tercatat {row['kasus']} kasus" for row, _ in groups
        ),
        subtitle=with_place(
            "Perusahaan yang berkasus, kasusnya dan pekerjanya, masing-masing dalam persen "
            "jumlahnya; angka: banyaknya",
            frame,
        ),
        source=f"{of_document(_SUMBER, frame)}. Satu nama pada satu baris dihitung satu pekerja.",
        alt=f"Grafik batang bertumpuk, persen dari {listed}. "
        + "; ".join(
            f"{row['perusahaan']} {row['kasus']} kasus dan {row['pekerja']} pekerja"
            for row, _ in groups
        )
        + ".",
    )


def _piece(ax: Axes, left: int, y: int, size: int, total: int, colour: str) -> None:
    """A part of a bar with its count, where the part is long enough to hold it."""
    share = 100 / (total or 1)
    ax.barh(y, size * share, left=left * share, color=colour, edgecolor="white", height=0.6)
    if size * share > _LEAST:
        ink, middle = INK if colour == MUTED else "white", (left + size / 2) * share
        said = f"{size} lainnya" if colour == MUTED else str(size)
        ax.text(middle, y, said, ha="center", va="center", color=ink)


def _name_companies(ax: Axes, groups: list, total: int, y: int) -> None:
    """Names under the last bar, each on a line of its own, from that end of its part with room."""
    share, until = 100 / (total or 1), 0
    for number, (row, colour) in enumerate(groups):
        start, until = until, until + int(row["pekerja"])
        late = (start + until) * share > 100
        x, side = (until * share, "right") if late else (start * share, "left")
        ax.text(x, y + 0.36 + 0.3 * number, row["perusahaan"], ha=side, va="top", color=colour)


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
