"""Every chart of the project, in the order of the notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkjlib.charts.chart import Chart
from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger import charts as rekonsiliasi
from lkjlib.themes.anggaran import charts as anggaran
from lkjlib.themes.indikator import charts as ringkasan
from lkjlib.themes.indikator import charts_trend as trend
from lkjlib.themes.kasus import charts as kasus
from lkjlib.themes.koperasi import charts as koperasi
from lkjlib.themes.tpt import charts as tpt
from lkjlib.themes.umkm import charts as umkm

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
