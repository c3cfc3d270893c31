"""Charts of the landing notebook, read through their Axes."""

import pytest
from drawn import texts
from matplotlib.colors import to_hex
from small import write_report

from lkjlib.charts.house import ACCENT, NAVY, text_of
from lkjlib.charts.quality import text_faults
from lkjlib.loading import load
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.charts import charts_of, plot_capaian_semua, plot_tren_semua
from lkjlib.themes.indikator.comparison import tren_semua


def test_plot_capaian_semua_shows_printed_and_recomputed(data):
    frame = ringkasan(data)
    ax = plot_capaian_semua(frame)
    dots = ax.collections[-1]
    assert dots.get_offsets()[:, 0].tolist() == pytest.approx(frame["capaian_dihitung"].tolist())
    rings = [line for line in ax.lines if line.get_marker() == "o"]
    assert list(rings[0].get_xdata()) == frame["capaian"].tolist()
    assert {"100,00 → 102,29", "78,27 → 78,28", "Baik", "Baik Sekali"} <= set(texts(ax))


def test_plot_capaian_semua_accents_and_names_the_changed_category(data):
    ax = plot_capaian_semua(ringkasan(data))
    colours = [to_hex(colour) for colour in ax.collections[-1].get_facecolors()]
    assert colours.index(ACCENT) == 2 and colours.count(ACCENT) == 1
    assert text_of(ax).title == "Peningkatan omzet: tercetak Baik, dihitung Baik Sekali"


def test_plot_capaian_semua_without_change_counts_the_targets_met(data):
    frame = ringkasan(data)
    ax = plot_capaian_semua(frame.assign(kategori=frame["kategori_dihitung"]))
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


@pytest.fixture(scope="module")
def contoh(tmp_path_factory):
    """An invented office: its own scale, three units, a negative result, no counts."""
    return load(write_report(tmp_path_factory.mktemp("contoh")))


def test_plot_capaian_semua_draws_the_reports_own_scale(contoh):
    ax = plot_capaian_semua(ringkasan(contoh))
    words = text_of(ax)
    assert words.title == "1 dari 3 indikator mencapai target"
    assert words.subtitle.endswith("pita kategori skala contoh; Contoh, 2031")
    assert {"−37,60 → −37,62", "139,54", "Sangat Baik", "Kurang"} <= set(texts(ax))
    assert "Penurunan kecelakaan: tercetak −37,60 % (Kurang)" in words.alt
    assert text_faults(ax.figure) == []


def test_plot_tren_semua_names_each_unit_and_no_later_target(contoh):
    ax = plot_tren_semua(tren_semua(contoh))
    words = text_of(ax)
    assert words.title == ("1 dari 3 target 2031 tercapai; Jumlah LPK, Penurunan kecelakaan tidak")
    assert words.subtitle.endswith("(skala tiap panel sendiri); Contoh, 2030–2031")
    assert words.alt.startswith("Tiga grafik garis kecil. Jumlah LPK: 2030 45, 2031 21; target 30")
    headings = [panel.get_title(loc="left") for panel in ax.child_axes]
    assert headings[0] == "Jumlah LPK, LPK (naik = membaik)"
    assert not [text for text in texts(ax.child_axes[-1]) if "menengah" in text or "RPJM" in text]
    assert text_faults(ax.figure) == []


def test_charts_of_gives_a_trend_to_every_indicator_of_a_report(contoh):
    trends = {chart.nama: chart for chart in charts_of(contoh) if chart.nama.startswith("tren-")}
    assert list(trends) == ["tren-semua", "tren-lpk", "tren-kasus", "tren-turun"]
    assert trends["tren-lpk"].buku == "10-indikator"
    assert trends["tren-lpk"].judul == "Jumlah LPK: realisasi dan target, LPK"
