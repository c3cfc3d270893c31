"""Verdicts of the ledger by section of the report."""

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    ASH,
    INK,
    MUTED,
    OCHRE,
    SOOT,
    STEEL,
    canvas,
    finish,
    grey_hatch,
)
from lkjlib.charts.origin import origin
from lkjlib.ledger.views import vonis_per_bagian
from lkjlib.numbers.compare import (
    COCOK,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    TIDAK_DIDUKUNG,
    VONIS,
)

_COLOUR = {
    COCOK: MUTED,
    PEMBULATAN: STEEL,
    TIDAK_COCOK: ACCENT,
    TIDAK_DIDUKUNG: OCHRE,
    TIDAK_DAPAT_DIUJI: "white",
}
_ORDER = (TIDAK_COCOK, TIDAK_DIDUKUNG, PEMBULATAN, COCOK, TIDAK_DAPAT_DIUJI)  # what fails first
_INK = {COCOK: INK, TIDAK_DAPAT_DIUJI: ASH}
_HATCHED = (PEMBULATAN, TIDAK_DIDUKUNG)
_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}  # digits on a hatch


@draws(f"bagian, jumlah, {', '.join(VONIS)}", "lkj.vonis_per_bagian(data)")
def plot_vonis(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how many statements of each section got which verdict, from what does not hold.

    Parameters
    ----------
    frame : of `lkjlib.ledger.views.vonis_per_bagian`: bagian, verdicts, jumlah.
    """
    ax = canvas(ax, height=4.6)
    rows = range(len(frame))
    left = pd.Series(0, index=frame.index)
    for name in _ORDER:
        bars = ax.barh(
            rows,
            frame[name],
            left=left,
            height=0.7,
            color=_COLOUR[name],
            edgecolor=STEEL if name == TIDAK_DAPAT_DIUJI else "white",
            linewidth=0.6,
        )
        if name in _HATCHED:
            grey_hatch(bars)
        for row, (count, start) in enumerate(zip(frame[name], left, strict=True)):
            if count >= 5:
                ax.text(
                    start + count / 2,
                    row,
                    str(count),
                    ha="center",
                    va="center",
                    fontsize=7.5,
                    color=INK if name in _HATCHED else _INK.get(name, "white"),
                    bbox=_PAPER if name in _HATCHED else None,
                )
        left = left + frame[name]
    ax.set_yticks(list(rows), frame["bagian"])
    ax.set_ylim(len(frame) - 0.4, -1.35)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    _key(ax, frame)
    return _finish(ax, frame)


def _key(ax: Axes, frame: pd.DataFrame) -> None:
    """Verdicts written once above the bars, each with a patch of its colour."""
    width = frame["jumlah"].max()
    ax.set_xlim(0, width * 1.02)
    for place, name in zip((-0.42, -0.19, 0.14, 0.45, 0.67), _ORDER, strict=True):
        patch = ax.barh(
            -0.95,
            width * 0.022,
            left=width * place,
            height=0.45,
            color=_COLOUR[name],
            edgecolor=STEEL if name == TIDAK_DAPAT_DIUJI else "white",
            linewidth=0.6,
            clip_on=False,
        )
        if name in _HATCHED:
            grey_hatch(patch)
        ax.text(width * (place + 0.03), -0.95, name, va="center", fontsize=7.5, color=SOOT)


def _finish(ax: Axes, frame: pd.DataFrame) -> Axes:
    total, fine = frame["jumlah"].sum(), frame[COCOK].sum()
    wrong = frame[TIDAK_COCOK].sum()
    parts = "; ".join(
        f"{row.bagian}: {row.jumlah} pernyataan, {wrong_here} tidak cocok"
        for row, wrong_here in zip(frame.itertuples(), frame[TIDAK_COCOK], strict=True)
    )
    return finish(
        ax,
        title=f"{wrong} dari {total} pernyataan tidak cocok; {fine} cocok",
        subtitle=f"Pernyataan {origin(frame).dokumen or 'laporan'} menurut bagian dan vonis, "
        "banyaknya",
        source="klaim.xlsx, dinilai ulang terhadap lampiran setiap kali dijalankan.",
        alt=f"Batang bertumpuk vonis menurut bagian laporan. {parts}.",
    )


CHARTS = (
    Chart(
        "vonis-bagian",
        "06-rekonsiliasi",
        vonis_per_bagian,
        plot_vonis,
        "Pernyataan menurut bagian laporan dan vonis, banyaknya",
        {"bagian": "Bagian", "jumlah": "Jumlah"} | {name: name.capitalize() for name in VONIS},
    ),
)
