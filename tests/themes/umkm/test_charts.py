"""Charts of sasaran 2, read through their Axes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, text_of
from lkjlib.themes.omzet import api as omzet
from lkjlib.themes.omzet.charts import plot_kelas, plot_kenaikan
from lkjlib.themes.omzet.charts_lorenz import plot_lorenz
from lkjlib.themes.umkm import api as umkm
from lkjlib.themes.umkm.charts import plot_bauran, plot_pangsa_bidang
from lkjlib.themes.umkm.charts_jarak import plot_jarak_target
from lkjlib.themes.umkm.charts_peta import plot_peta

pytestmark = pytest.mark.usefixtures("close_figures")


def test_plot_peta_draws_every_cell_and_frames_the_two_it_names(data):
    frame = umkm.peta(data)
    ax = plot_peta(frame)
    framed = [box for box in ax.patches if to_hex(box.get_edgecolor()) == ACCENT]
    assert len(ax.patches) == len(frame)
    assert len(framed) == 2
    assert text_of(ax).title == "UMKM baru: fashion Cempaka 58, kuliner Landasan Ulin 52"
    assert {"52", "57/110", "458/1.845"} <= set(texts(ax))


def test_plot_peta_hides_ratios_of_small_cells_and_hatches_the_impossible_one(data):
    frame = umkm.peta(data)
    ax = plot_peta(frame)
    compared = (frame["status"] == "diperbandingkan").sum()
    assert len(ax.texts) == len(frame) + compared
    assert [bool(box.get_hatch()) for box in ax.patches] == (~frame["bagian"]).tolist()


def test_plot_peta_is_darker_where_the_ratio_is_higher(data):
    frame = umkm.peta(data)
    ax = plot_peta(frame)
    cells = frame.assign(face=[box.get_facecolor()[0] for box in ax.patches])
    shown = cells[(cells["status"] == "diperbandingkan") & (cells["rasio"] < 50)]
    falling = shown.sort_values("rasio")["face"].tolist()
    assert all(darker <= lighter for lighter, darker in pairwise(falling))


def test_plot_pangsa_bidang_points_are_the_shares(data):
    frame = umkm.pangsa_bidang(data)
    ax = plot_pangsa_bidang(frame)
    points = [line.get_xdata()[0] for line in ax.lines if len(line.get_xdata()) == 1]
    assert points[0::2] == frame["bagian_binaan"].tolist()
    assert points[1::2] == frame["bagian_baru"].tolist()
    assert {"49,3", "42,9", "separuh"} <= set(texts(ax))
    assert text_of(ax).title.startswith("Kuliner 49,3 % UMKM baru")
    assert ax.get_xlim()[0] == 0


def test_plot_pangsa_bidang_names_a_majority_when_there_is_one(data):
    frame = umkm.pangsa_bidang(data)
    frame.loc[0, "bagian_baru"] = 50.5
    assert text_of(plot_pangsa_bidang(frame)).title.endswith(": mayoritas")


def test_plot_bauran_bars_are_observed_and_marks_expected(data):
    frame = umkm.bauran(data)
    ax = plot_bauran(frame)
    assert [bar.get_width() for bar in ax.containers[0]] == frame["baru"].tolist()
    assert [bar.get_x() for bar in ax.containers[0]] == [0] * 5
    assert [line.get_xdata()[0] for line in ax.lines] == frame["terharap"].tolist()
    assert {"109", "1,68 kali", "0,77 kali"} <= set(texts(ax))
    assert "1,68 kali" in text_of(ax).title


def test_plot_jarak_target_point_and_distances(data):
    ax = plot_jarak_target(umkm.kepekaan(data))
    target, fewer, more, point = ax.lines
    (x0, x1), (y0, y1) = target.get_data()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(0.2397)
    assert list(fewer.get_ydata()) == [458, 443]
    assert list(more.get_xdata()) == [1845, 1910]
    assert (point.get_xdata()[0], point.get_ydata()[0]) == (1845, 458)
    assert {"baru −15", "binaan +65", "458 / 1.845 = 24,82 %"} <= set(texts(ax))
    assert text_of(ax).title == "Jarak ke target: 15 UMKM baru atau 65 UMKM binaan"


def test_plot_jarak_target_missed_says_so(data):
    frame = umkm.kepekaan(data)
    frame.loc[0, ["baru", "terpenuhi"]] = [440, False]
    ax = plot_jarak_target(frame)
    assert text_of(ax).title == "Target luput: kurang 3 UMKM baru"
    assert "baru +3" in texts(ax)


def test_plot_kelas_area_of_a_bar_is_its_firms(data):
    frame = omzet.sebaran(data)
    ax = plot_kelas(frame)
    areas = [bar.get_width() * bar.get_height() for bar in ax.patches]
    assert areas == pytest.approx(frame["usaha"].tolist()[:-1])
    assert ax.get_ylim()[0] == 0
    assert "juta rupiah" in ax.get_xlabel()
    assert "955 usaha\n51,8 %" in texts(ax)
    assert "2 usaha di atas 80 →" in texts(ax)
    assert text_of(ax).title.startswith("51,8 % usaha mikro binaan beromzet Rp 20–30 juta")


def test_plot_kenaikan_bars_are_the_shares(data):
    frame = omzet.kenaikan(data)
    ax = plot_kenaikan(frame)
    assert [bar.get_width() for bar in ax.patches] == frame["bagian"].tolist()
    assert [label.get_text() for label in ax.get_yticklabels()][::4] == [
        "10 % ke bawah",
        "di atas 40 %",
    ]
    assert "71,2 % · 1.313 usaha" in texts(ax)
    assert "10,23 %" in text_of(ax).title


def test_plot_lorenz_lines_are_the_bounds(data):
    frame = omzet.pita_lorenz(data, atas=omzet.AMBANG_MIKRO)
    ax = plot_lorenz(frame)
    low, high = ax.lines[:2]
    assert list(low.get_ydata()) == frame["omzet_min"].tolist()
    assert list(high.get_ydata()) == frame["omzet_maks"].tolist()
    assert text_of(ax).title == "24,9 % usaha terkecil memegang paling banyak 19,2 % omzet"
