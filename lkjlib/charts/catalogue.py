"""Every chart of the project: its file name, its notebook, the frame it draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from lkjlib import kinerja
from lkjlib.charts.trend import plot_trend
from lkjlib.dataset import Data
from lkjlib.errors import LkjError, explain_unknown


@dataclass(frozen=True)
class Chart:
    """One chart: `nama` is the stem of its files, `bingkai` gives the frame that `plot` draws."""

    nama: str
    buku: str
    bingkai: Callable[[Data], pd.DataFrame]
    plot: Callable[[pd.DataFrame], Axes]


_TRENDS = tuple(
    Chart(f"tren-{kode}", buku, partial(kinerja.tren, kode=kode), plot_trend)
    for kode, buku in (
        ("koperasi", "01-koperasi"),
        ("wirausaha", "02-umkm"),
        ("omzet", "02-umkm"),
        ("tpt", "03-tpt"),
        ("kasus", "04-kasus"),
    )
)

CHARTS: dict[str, Chart] = {chart.nama: chart for chart in _TRENDS}


def find_chart(nama: str) -> Chart:
    """Chart by name; LkjError lists the names there are."""
    if nama not in CHARTS:
        raise LkjError(explain_unknown("gambar", nama, CHARTS))
    return CHARTS[nama]


def draw(nama: str, data: Data) -> Axes:
    """Draw a chart of the catalogue from a year's data."""
    chart = find_chart(nama)
    return chart.plot(chart.bingkai(data))
