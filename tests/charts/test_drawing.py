"""Every plot: the style holds while it draws, a wrong frame is explained, a failure leaves none."""

import re

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from places import LAPORAN

import lkjlib as lkj
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import canvas, finish
from lkjlib.loading import load
from lkjlib.products.catalogue import charts

CHARTS = charts(load(path=LAPORAN / "data" / "2019"))
KATA = {"title": "Judul", "subtitle": "persen; 2019", "source": "LKj 2019.", "alt": "Gambar."}
PLOTS = {chart.plot.__name__: chart.plot for chart in CHARTS.values()}
MESSAGE = r"^(\w+): bingkai tanpa kolom (.+)\. Berikan bingkai dari (lkj\..+)\.$"


@draws("a", "lkj.contoh(data)")
def plot_contoh(frame, *, ax=None):
    """Draw a line, or fail half way where a value is missing."""
    ax = canvas(ax)
    ax.plot(frame["a"])
    if frame["a"].isna().any():
        raise ZeroDivisionError
    return finish(ax, **KATA)


@pytest.fixture(autouse=True)
def untouched():
    """What a plot may not change: settings and open figures."""
    settings, figures = dict(mpl.rcParams), plt.get_fignums()
    yield
    plt.close("all")
    assert dict(mpl.rcParams) == settings
    assert figures == []


def _told(plot, frame):
    """What the message about a frame without the needed columns names."""
    with pytest.raises(lkj.LkjError) as told:
        plot(frame)
    return re.match(MESSAGE, str(told.value)).groups()


def test_style_holds_while_a_plot_draws_and_no_longer():
    with plt.rc_context({"font.size": 23, "lines.linewidth": 9}):
        ax = plot_contoh(pd.DataFrame({"a": [1, 2]}))
        assert (ax.lines[0].get_linewidth(), ax.figure.texts[1].get_fontsize()) == (2.2, 9)
        assert (plt.rcParams["font.size"], plt.rcParams["lines.linewidth"]) == (23, 9)


def test_axes_of_the_caller_keep_the_callers_style():
    with plt.rc_context({"lines.linewidth": 9}):
        _, ax = plt.subplots()
        assert plot_contoh(pd.DataFrame({"a": [1, 2]}), ax=ax) is ax
    assert ax.lines[0].get_linewidth() == 9


def test_failing_plot_closes_its_own_figure_only():
    mine = plt.figure()
    with pytest.raises(ZeroDivisionError):
        plot_contoh(pd.DataFrame({"a": [1, None]}))
    assert plt.get_fignums() == [mine.number]


def test_failing_plot_leaves_axes_of_the_caller_open():
    figure, ax = plt.subplots()
    with pytest.raises(ZeroDivisionError):
        plot_contoh(pd.DataFrame({"a": [1, None]}), ax=ax)
    assert plt.get_fignums() == [figure.number]


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (pd.DataFrame({"b": [1]}), "bingkai tanpa kolom a"),
        (pd.DataFrame({"a": []}), "bingkai kosong"),
        ([1, 2], r"yang digambar harus bingkai \(DataFrame\), bukan list"),
    ],
)
def test_wrong_frame_is_explained(frame, fault):
    with pytest.raises(lkj.LkjError, match=rf"^plot_contoh: {fault}\. Berikan .* lkj\.contoh\(d"):
        plot_contoh(frame)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("nama", PLOTS)
def test_plot_names_the_columns_it_misses_and_the_call_that_makes_them(data, nama):
    named, columns, call = _told(PLOTS[nama], pd.DataFrame({"lain": [1]}))
    assert named == nama
    frame = eval(call, {"lkj": lkj, "data": data})
    assert set(columns.split(", ")) <= set(frame.columns)
    assert PLOTS[nama](frame).lkj_text.title


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_plot_draws_from_the_columns_it_declares_alone(data, chart):
    frame = chart.bingkai(data)
    declared = _told(chart.plot, pd.DataFrame({"lain": [1]}))[1].split(", ")
    assert chart.plot(frame[declared]).lkj_text == chart.plot(frame).lkj_text
