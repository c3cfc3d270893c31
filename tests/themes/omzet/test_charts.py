"""Charts on omzet, read through their Axes."""

import pytest
from drawn import texts

from lkjlib.charts.house import text_of
from lkjlib.themes.omzet.analysis import kenaikan, sebaran
from lkjlib.themes.omzet.charts import plot_kelas, plot_kenaikan


def test_plot_kelas_area_of_a_bar_is_its_firms(data):
    frame = sebaran(data)
    ax = plot_kelas(frame)
    areas = [bar.get_width() * bar.get_height() for bar in ax.patches]
    assert areas == pytest.approx(frame["usaha"].tolist()[:-1])
    assert ax.get_ylim()[0] == 0
    assert "juta rupiah" in ax.get_xlabel()
    assert "955 usaha\n51,8 %" in texts(ax)
    assert "2 usaha di atas 80 →" in texts(ax)
    assert text_of(ax).title.startswith("51,8 % usaha mikro binaan beromzet Rp 20–30 juta")


def test_plot_kenaikan_bars_are_the_shares(data):
    frame = kenaikan(data)
    ax = plot_kenaikan(frame)
    assert [bar.get_width() for bar in ax.patches] == frame["bagian"].tolist()
    assert [label.get_text() for label in ax.get_yticklabels()][::4] == [
        "10 % ke bawah",
        "di atas 40 %",
    ]
    assert "71,2 % · 1.313 usaha" in texts(ax)
    assert "10,23 %" in text_of(ax).title
