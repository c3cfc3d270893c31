"""Charts of new and coached firms, read through their Axes."""

from itertools import pairwise

from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, text_of
from lkjlib.themes.umkm.analysis import pangsa_bidang, peta
from lkjlib.themes.umkm.charts import plot_pangsa_bidang, plot_peta


def test_plot_peta_draws_every_cell_and_frames_the_two_it_names(data):
    frame = peta(data)
    ax = plot_peta(frame)
    framed = [box for box in ax.patches if to_hex(box.get_edgecolor()) == ACCENT]
    assert len(ax.patches) == len(frame)
    assert len(framed) == 2
    assert text_of(ax).title == "UMKM baru: fashion Cempaka 58, kuliner Landasan Ulin 52"
    assert {"52", "57/110", "458/1.845"} <= set(texts(ax))


def test_plot_peta_hides_ratios_of_small_cells_and_hatches_the_impossible_one(data):
    frame = peta(data)
    ax = plot_peta(frame)
    compared = (frame["status"] == "diperbandingkan").sum()
    assert len(ax.texts) == len(frame) + compared
    assert [bool(box.get_hatch()) for box in ax.patches] == (~frame["bagian"]).tolist()


def test_plot_peta_is_darker_where_the_ratio_is_higher(data):
    frame = peta(data)
    ax = plot_peta(frame)
    cells = frame.assign(face=[box.get_facecolor()[0] for box in ax.patches])
    shown = cells[(cells["status"] == "diperbandingkan") & (cells["rasio"] < 50)]
    falling = shown.sort_values("rasio")["face"].tolist()
    assert all(darker <= lighter for lighter, darker in pairwise(falling))


def test_plot_pangsa_bidang_points_are_the_shares(data):
    frame = pangsa_bidang(data)
    ax = plot_pangsa_bidang(frame)
    points = [line.get_xdata()[0] for line in ax.lines if len(line.get_xdata()) == 1]
    assert points[0::2] == frame["bagian_binaan"].tolist()
    assert points[1::2] == frame["bagian_baru"].tolist()
    assert {"49,3", "42,9", "separuh"} <= set(texts(ax))
    assert text_of(ax).title.startswith("Kuliner 49,3 % UMKM baru")
    assert ax.get_xlim()[0] == 0


def test_plot_pangsa_bidang_names_a_majority_when_there_is_one(data):
    frame = pangsa_bidang(data)
    frame.loc[0, "bagian_baru"] = 50.5
    assert text_of(plot_pangsa_bidang(frame)).title.endswith(": mayoritas")
