"""Charts of the landing notebook, read through their Axes."""

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, NAVY, text_of
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.charts import plot_capaian_lima, plot_tren_semua
from lkjlib.themes.indikator.comparison import tren_semua


def test_plot_capaian_lima_shows_printed_and_recomputed(data):
    frame = ringkasan(data)
    ax = plot_capaian_lima(frame)
    dots = ax.collections[-1]
    assert dots.get_offsets()[:, 0].tolist() == pytest.approx(frame["capaian_dihitung"].tolist())
    rings = [line for line in ax.lines if line.get_marker() == "o"]
    assert list(rings[0].get_xdata()) == frame["capaian"].tolist()
    assert {"100,00 → 102,29", "78,27 → 78,28", "Baik", "Baik Sekali"} <= set(texts(ax))


def test_plot_capaian_lima_accents_and_names_the_changed_category(data):
    ax = plot_capaian_lima(ringkasan(data))
    colours = [to_hex(colour) for colour in ax.collections[-1].get_facecolors()]
    assert colours.index(ACCENT) == 2 and colours.count(ACCENT) == 1
    assert text_of(ax).title == "Peningkatan omzet: tercetak Baik, dihitung Baik Sekali"


def test_plot_capaian_lima_without_change_counts_the_targets_met(data):
    frame = ringkasan(data)
    ax = plot_capaian_lima(frame.assign(kategori=frame["kategori_dihitung"]))
    assert text_of(ax).title == "4 dari 5 indikator mencapai target"


def test_plot_tren_semua_draws_a_panel_per_indicator_with_its_points(data):
    frame = tren_semua(data)
    ax = plot_tren_semua(frame)
    panels = ax.child_axes
    assert len(panels) == 6  # five indicators and the key
    for panel, (_, group) in zip(panels, frame.groupby("kode", sort=False), strict=False):
        known = group.dropna(subset="realisasi")
        points = panel.lines[0]
        assert list(points.get_xdata()) == known["tahun"].tolist()
        assert list(points.get_ydata()) == known["realisasi"].tolist()
    assert {"5,06", "6,10", "6,20*"} <= set(texts(panels[3]))


def test_plot_tren_semua_accents_only_the_missed_target(data):
    ax = plot_tren_semua(tren_semua(data))
    colours = [to_hex(panel.lines[0].get_color()) for panel in ax.child_axes[:5]]
    assert colours == [ACCENT, NAVY, NAVY, NAVY, NAVY]
    assert text_of(ax).title == "4 dari 5 target 2019 tercapai; Koperasi berkualitas tidak"
