"""Charts of the landing notebook, read through their Axes."""

import pandas as pd
import pytest
from drawn import texts
from matplotlib.colors import to_hex
from small import write_report

from lkjlib.charts.house import ACCENT, NAVY, WIDTH, text_of
from lkjlib.charts.origin import with_origin
from lkjlib.charts.quality import text_faults
from lkjlib.loading import load
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.charts import charts_of, plot_capaian_semua, plot_tren_semua
from lkjlib.themes.indikator.comparison import tren_semua

KODE = ("koperasi", "wirausaha", "omzet", "tpt", "kasus")


def test_plot_capaian_semua_draws_what_is_recomputed_against_a_mark_at_its_target(data):
    frame = ringkasan(data)
    ax = plot_capaian_semua(frame)
    widths = [bar.get_width() for bar in ax.patches]
    assert widths == pytest.approx(frame["capaian_dihitung"].tolist())
    marks = [line for line in ax.lines if list(line.get_xdata()) == [100, 100]]
    assert len(marks) == len(frame)
    assert {"100,00 → 102,29 %", "78,27 → 78,28 %"} <= set(texts(ax))
    names = [tick.get_text() for tick in ax.get_yticklabels()]
    assert names[0] == "Koperasi berkualitas\n23,48 dari target 30 %"
    assert names[2] == "Peningkatan omzet\n10 → 10,23 dari target 10 %"
    assert names[3] == "TPT\n5,06; target paling banyak 6,10 %"


def test_plot_capaian_semua_accents_the_missed_target_and_says_the_changed_category(data):
    ax = plot_capaian_semua(ringkasan(data))
    assert [to_hex(bar.get_facecolor()) for bar in ax.patches] == [ACCENT, *[NAVY] * 4]
    assert [bool(bar.get_hatch()) for bar in ax.patches] == [True, *[False] * 4]
    assert [text for text in texts(ax) if "Baik →" in text] == ["Baik → Baik Sekali"]
    words = text_of(ax)
    assert words.title == "4 dari 5 indikator mencapai target; Koperasi berkualitas tidak"


def test_plot_capaian_semua_cuts_a_bar_beyond_all_others_and_says_so(data):
    frame = ringkasan(data)
    frame.loc[0, ["capaian", "capaian_dihitung"]] = [2500.0, 2500.0]
    ax = plot_capaian_semua(frame)
    assert ax.patches[0].get_width() == 300
    assert "2.500,00 %" in texts(ax)
    assert "Batang di atas 300 % dipotong." in text_of(ax).source


@pytest.mark.parametrize(
    ("tercapai", "judul"),
    [
        ([True] * 5, "5 dari 5 indikator mencapai target"),
        ([False] * 5, "0 dari 5 indikator mencapai target, 5 tidak"),
        (
            [True, False, None, None, True],
            "2 dari 5 indikator mencapai target; Wirausaha baru tidak; 2 tak dapat dinilai",
        ),
        ([None] * 5, "Belum ada indikator yang dapat dinilai terhadap targetnya"),
    ],
)
def test_plot_capaian_semua_title_follows_what_was_met(data, tercapai, judul):
    frame = ringkasan(data).assign(tercapai=pd.array(tercapai, dtype="boolean"))
    assert text_of(plot_capaian_semua(frame)).title == judul


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
    assert {"10", "10,23 dihitung"} <= set(texts(panels[2]))


def test_plot_tren_semua_marks_each_year_by_its_own_target(data):
    ax = plot_tren_semua(tren_semua(data))
    missed = {
        (name, int(line.get_xdata()[0]))
        for name, panel in zip(KODE, ax.child_axes, strict=False)
        for line in panel.lines
        if line.get_marker() == "s"
    }
    # Tabel II of each indicator: realisasi against the target printed or implied for that year
    assert missed == {
        ("koperasi", 2018),
        ("koperasi", 2019),
        ("wirausaha", 2017),
        ("kasus", 2018),
    }
    assert text_of(ax).title == "4 dari 5 target 2019 tercapai; Koperasi berkualitas tidak"


def test_plot_tren_semua_counts_only_targets_of_the_reports_year(data):
    frame = tren_semua(data)
    frame.loc[(frame["kode"] == "tpt") & (frame["tahun"] == 2019), ["realisasi", "dihitung"]] = None
    words = text_of(plot_tren_semua(frame))
    assert words.title == (
        "3 dari 4 target 2019 tercapai; Koperasi berkualitas tidak; 1 tak dapat dinilai"
    )


@pytest.mark.parametrize("banyak", [1, 8, 11, 20])
def test_plot_tren_semua_of_any_number_of_indicators_fits_a_page(data, banyak):
    one = tren_semua(data).query("kode == 'koperasi'")
    frame = pd.concat([one.assign(kode=f"k{i}") for i in range(banyak)], ignore_index=True)
    ax = plot_tren_semua(with_origin(frame, data.laporan))
    width, height = ax.figure.get_size_inches()
    assert width == WIDTH and height <= 21 / 2.54
    assert len(ax.child_axes) == banyak + 1
    assert text_faults(ax.figure) == []


@pytest.fixture(scope="module")
def contoh(tmp_path_factory):
    """An invented office: its own scale, three units, a negative result, no counts."""
    return load(write_report(tmp_path_factory.mktemp("contoh")))


def test_plot_capaian_semua_says_the_categories_of_the_reports_own_scale(contoh):
    ax = plot_capaian_semua(ringkasan(contoh))
    words = text_of(ax)
    assert words.title == (
        "1 dari 3 indikator mencapai target; Jumlah LPK, Penurunan kecelakaan tidak"
    )
    assert words.subtitle.endswith("; Contoh, 2031")
    assert {"−37,60 → −37,62 %", "139,54 %", "Sangat Baik", "Kurang"} <= set(texts(ax))
    assert "Penurunan kecelakaan: tercetak −37,60 % (Kurang)" in words.alt
    assert text_faults(ax.figure) == []


def test_plot_tren_semua_names_each_unit_and_no_later_target(contoh):
    ax = plot_tren_semua(tren_semua(contoh))
    words = text_of(ax)
    assert words.title == ("1 dari 3 target 2031 tercapai; Jumlah LPK, Penurunan kecelakaan tidak")
    assert words.subtitle.endswith("(skala tiap panel sendiri); Contoh, 2030–2031")
    assert words.alt.startswith("Tiga grafik garis kecil. Jumlah LPK: 2030 45, 2031 21; target 30")
    headings = [panel.get_title(loc="left") for panel in ax.child_axes]
    assert headings[0] == "Jumlah LPK, LPK"
    assert not [text for text in texts(ax.child_axes[-1]) if "menengah" in text or "RPJM" in text]
    assert text_faults(ax.figure) == []


def test_charts_of_gives_a_trend_to_every_indicator_of_a_report(contoh):
    trends = {chart.nama: chart for chart in charts_of(contoh) if chart.nama.startswith("tren-")}
    assert list(trends) == ["tren-semua", "tren-lpk", "tren-kasus", "tren-turun"]
    assert trends["tren-lpk"].buku == "10-indikator"
    assert trends["tren-lpk"].judul == "Jumlah LPK: realisasi dan target, LPK"
