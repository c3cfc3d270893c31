"""The chart of the disputes, read through its Axes."""

import pytest
from drawn import texts

from lkjlib.charts.house import text_of
from lkjlib.charts.quality import text_faults
from lkjlib.themes.kasus.analysis import per_perusahaan
from lkjlib.themes.kasus.charts import plot_satuan


def test_plot_satuan_draws_each_unit_in_percent_of_its_own_total(data):
    frame = per_perusahaan(data)
    ax = plot_satuan(frame)
    widths = {}
    for bar in ax.patches:
        row = round(bar.get_y() + bar.get_height() / 2)
        widths.setdefault(row, []).append(bar.get_width())
    # one company of eight each; three and one of ten cases; three and nineteen of 28 workers
    assert widths[0] == pytest.approx([12.5, 12.5, 75])
    assert widths[1] == pytest.approx([30, 10, 60])
    assert widths[2] == pytest.approx([300 / 28, 1900 / 28, 600 / 28])
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["8 perusahaan", "10 kasus", "28 pekerja"]
    assert {"19", "6 lainnya"} <= set(texts(ax))
    assert "19 pekerja" in text_of(ax).title
    assert text_faults(ax.figure) == []


def test_plot_satuan_of_one_company_is_one_part(data):
    ax = plot_satuan(per_perusahaan(data).head(1))
    assert text_of(ax).title == "3 pekerja tercatat 3 kasus"
    assert text_faults(ax.figure) == []
