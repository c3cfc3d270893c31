"""Charts of the cooperatives, read through their Axes."""

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, text_of
from lkjlib.themes.koperasi.analysis import keragaan, peringkat, rentang
from lkjlib.themes.koperasi.charts import plot_cakupan, plot_keragaan, plot_peringkat


def test_plot_keragaan_bars_are_the_counts(data):
    frame = keragaan(data)
    ax = plot_keragaan(frame)
    active, idle = ax.containers
    assert [bar.get_width() for bar in active] == frame["aktif"].tolist()
    assert [bar.get_width() for bar in idle] == frame["tidak_aktif"].tolist()
    assert [bar.get_x() for bar in active] == [0] * len(frame)
    assert to_hex(idle[-1].get_facecolor()) == ACCENT
    assert {"54", "13", "81 % aktif", "63 % aktif"} <= set(texts(ax))
    assert "30 %" in text_of(ax).title
    assert "42 %" in text_of(ax).title


def test_plot_peringkat_draws_a_square_for_every_active_cooperative(data):
    ax = plot_peringkat(peringkat(data))
    empty = [box for box in ax.patches if to_hex(box.get_edgecolor()) == ACCENT]
    assert len(ax.patches) == 132
    assert len(empty) == 95
    assert len({box.get_xy() for box in ax.patches}) == 132
    assert text_of(ax).title.startswith("95 dari 132")


def test_plot_cakupan_bars_and_marks_are_the_intervals(data):
    frame = rentang(data)
    ax = plot_cakupan(frame)
    bars = frame[frame["jenis"] != "acuan"]
    assert [bar.get_x() for bar in ax.containers[0]] == pytest.approx(bars["bawah"].tolist())
    ends = [bar.get_x() + bar.get_width() for bar in ax.containers[0]]
    assert ends == pytest.approx(bars["atas"].tolist())
    assert {30.0, 35.0} <= {line.get_xdata()[0] for line in ax.lines}
    assert {"23,48 %", "28,03 %", "95,45 %"} <= set(texts(ax))
    assert "di luar jangkauan" in text_of(ax).title


def test_plot_cakupan_enough_ratings_change_the_title(data):
    frame = rentang(data)
    frame.loc[frame["jenis"] == "cakupan", "atas"] = 50.0
    assert "dalam jangkauan" in text_of(plot_cakupan(frame)).title
