"""The chart of the disputes, read through its Axes."""

from drawn import texts

from lkjlib.charts.house import text_of
from lkjlib.themes.kasus.analysis import per_perusahaan
from lkjlib.themes.kasus.charts import plot_satuan


def test_plot_satuan_bars_add_up_to_the_counts(data):
    ax = plot_satuan(per_perusahaan(data))
    totals = {}
    for bar in ax.patches:
        row = round(bar.get_y() + bar.get_height() / 2)
        totals[row] = totals.get(row, 0) + bar.get_width()
    assert totals == {0: 8, 1: 10, 2: 28}
    assert {"8 perusahaan", "10 kasus", "28 pekerja"} <= set(texts(ax))
    assert "19 pekerja" in text_of(ax).title
