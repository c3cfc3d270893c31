"""Every chart of the project, in the order of the notebooks."""

from __future__ import annotations

from matplotlib.axes import Axes

from lkjlib.charts import anggaran, kasus, koperasi, rekonsiliasi, ringkasan, tpt, trend, umkm
from lkjlib.charts.chart import Chart
from lkjlib.dataset import Data
from lkjlib.errors import LkjError, explain_unknown

CHARTS: dict[str, Chart] = {
    chart.nama: chart
    for chart in sorted(
        (
            *ringkasan.CHARTS,
            *trend.CHARTS,
            *koperasi.CHARTS,
            *umkm.CHARTS,
            *tpt.CHARTS,
            *kasus.CHARTS,
            *anggaran.CHARTS,
            *rekonsiliasi.CHARTS,
        ),
        key=lambda chart: chart.buku,
    )
}


def find_chart(nama: str) -> Chart:
    """Chart by name; LkjError lists the names there are."""
    if nama not in CHARTS:
        raise LkjError(explain_unknown("gambar", nama, CHARTS))
    return CHARTS[nama]


def draw(nama: str, data: Data) -> Axes:
    """Draw a chart of the catalogue from a year's data."""
    chart = find_chart(nama)
    return chart.plot(chart.bingkai(data))
