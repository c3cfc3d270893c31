"""The trend of the unemployment rate with the error of the survey it comes from."""

from dataclasses import replace
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.data import Data
from lkjlib.themes.indikator.charts_trend import plot_trend, trend_chart
from lkjlib.themes.indikator.comparison import tren
from lkjlib.themes.tpt.precision import Z, asumsi, galat_baku, sebut_asumsi
from lkjlib.themes.tpt.tables import HITUNGAN


def trend_within_error(data: Data, kode: str) -> pd.DataFrame:
    """The trend of the rate with the 95 % interval that the assumed survey gives each result.

    Returns
    -------
    DataFrame
        The frame of `lkjlib.themes.indikator.comparison.tren` with bawah, atas [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> trend_within_error(load(2019), "tpt")[["realisasi", "bawah", "atas"]].round(2).values[2]
    array([5.06, 3.23, 6.89])
    """
    frame, assumed = tren(data, kode), asumsi(data)
    margin = Z * galat_baku(frame["realisasi"], *assumed)
    low, high = (frame["realisasi"] - margin).clip(lower=0), frame["realisasi"] + margin
    frame = frame.assign(bawah=low, atas=high)
    frame.attrs["asumsi"] = f"rentang 95 %, {sebut_asumsi(*assumed)}"
    return frame


@draws(
    "kode, tahun, realisasi, target, jenis_target, acuan, naik_lebih_baik, dihitung, bawah, atas",
    'lkj.bingkai(data, "tren-tpt")',
)
def plot_trend_within_error(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the trend of the rate, with what its survey cannot tell apart as a band.

    Parameters
    ----------
    frame : of `trend_within_error`; drawn as `lkjlib.plot_trend` does.
    """
    return plot_trend(frame, ax=ax)


def trends_within_error(data: Data) -> tuple[Chart, ...]:
    """The trend of each indicator that is the rate, drawn with its error."""
    kodes = data.indikator.loc[data.indikator["hitungan"] == HITUNGAN, "kode"]
    return tuple(
        replace(
            trend_chart(data, kode),
            bingkai=partial(trend_within_error, kode=kode),
            plot=plot_trend_within_error,
        )
        for kode in kodes
    )
