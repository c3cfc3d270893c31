"""Charts on omzet, read through their Axes."""

import pandas as pd
import pytest
from drawn import texts

from lkjlib.charts.house import text_of
from lkjlib.themes.omzet.analysis import kenaikan, pertumbuhan, sebaran
from lkjlib.themes.omzet.charts import plot_kelas, plot_kenaikan, plot_omzet


def test_plot_omzet_bars_are_the_totals_in_billions_from_nought(data):
    frame = pertumbuhan(data)
    ax = plot_omzet(frame)
    assert [bar.get_width() * 1e9 for bar in ax.patches] == pytest.approx(frame["omzet"].tolist())
    assert ax.get_xlim()[0] == 0
    assert {"43,36", "47,80"} <= set(texts(ax))
    assert text_of(ax).title == (
        "Jumlah omzet naik 10,23 %, Rp 4,44 miliar dari 2018, menjadi Rp 47,80 miliar"
    )


@pytest.mark.parametrize(
    ("omzet", "judul"),
    [
        ([50, 40], "Jumlah omzet turun 20,00 %, Rp 10,00 juta dari 2018, menjadi Rp 40,00 juta"),
        ([50, 50], "Jumlah omzet usaha mikro binaan tetap Rp 50,00 juta sejak 2018"),
        ([0, 50], "Jumlah omzet naik Rp 50,00 juta dari 2018, menjadi Rp 50,00 juta"),
        ([50], "Jumlah omzet usaha mikro binaan Rp 50,00 juta pada 2018"),
    ],
)
def test_plot_omzet_title_follows_the_totals(omzet, judul):
    totals = pd.Series([value * 10**6 for value in omzet])
    share = totals.diff() / totals.shift().where(totals.shift() != 0) * 100
    years = range(2018, 2018 + len(omzet))
    frame = pd.DataFrame({"tahun": years, "omzet": totals, "kenaikan": totals.diff()})
    assert text_of(plot_omzet(frame.assign(kenaikan_persen=share))).title == judul


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


def test_plot_kelas_of_open_classes_alone_has_bars_of_their_firms(data):
    frame = sebaran(data)
    frame["batas_atas"] = pd.Series(pd.NA, frame.index, dtype="Int64")
    ax = plot_kelas(frame.iloc[-2:])
    assert [bar.get_width() for bar in ax.patches] == [40, 2]
    assert ax.get_xlim()[0] == 0
    assert {"40 usaha", "2 usaha"} <= set(texts(ax))
    assert text_of(ax).title == "42 usaha mikro binaan, semuanya di kelas omzet yang terbuka"
    assert "di atas Rp 50 juta 40 usaha" in text_of(ax).alt


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
