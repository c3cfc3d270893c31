"""Charts of the disputes, read through their Axes."""

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, MUTED, NAVY, text_of
from lkjlib.themes.kasus.api import daftar, kerapuhan, per_perusahaan, tersembunyi
from lkjlib.themes.kasus.charts import plot_hasil, plot_hitungan, plot_kerapuhan, plot_satuan

pytestmark = pytest.mark.usefixtures("close_figures")


def test_plot_hasil_draws_a_tile_for_every_case(data):
    ax = plot_hasil(daftar(data))
    colours = [to_hex(tile.get_facecolor()) for tile in ax.patches]
    assert [colours.count(c) for c in (NAVY, MUTED, ACCENT)] == [5, 4, 1]
    assert {str(n) for n in range(1, 11)} <= set(texts(ax))
    assert ax.get_yticklabels()[0].get_text() == "PB\n5 kasus"
    assert "5 atau 6 dari 10" in text_of(ax).title


def test_plot_hasil_without_mixed_row_gives_one_number(data):
    frame = daftar(data).query("hasil != 'PB & Anjuran'")
    assert "5 dari 9" in text_of(plot_hasil(frame)).title


def test_plot_kerapuhan_bars_start_at_zero_and_are_the_percentages(data):
    frame = kerapuhan(data)
    ax = plot_kerapuhan(frame)
    assert [bar.get_height() for bar in ax.patches] == pytest.approx(frame["persen"].tolist())
    assert ax.get_ylim()[0] == 0
    assert {2.5, 2.4} <= {line.get_ydata()[0] for line in ax.lines}
    accented = [b for b in ax.patches if to_hex(b.get_facecolor()) == ACCENT]
    assert [bar.get_x() + bar.get_width() / 2 for bar in accented] == pytest.approx([11])
    assert text_of(ax).title == "Satu kasus lagi dan target 2,5 % meleset: 11 kasus = 2,62 %"
    assert "10\n(nyata)" in [t.get_text() for t in ax.get_xticklabels()]


def test_plot_kerapuhan_missed_target_says_so(data):
    frame = kerapuhan(data)
    frame = frame.assign(nyata=frame["kasus"] == 12)
    assert text_of(plot_kerapuhan(frame)).title == "Target 2,5 % meleset pada 12 kasus"


def test_plot_satuan_bars_add_up_to_the_counts(data):
    ax = plot_satuan(per_perusahaan(data))
    totals = {}
    for bar in ax.patches:
        row = round(bar.get_y() + bar.get_height() / 2)
        totals[row] = totals.get(row, 0) + bar.get_width()
    assert totals == {0: 8, 1: 10, 2: 28}
    assert {"8 perusahaan", "10 kasus", "28 pekerja"} <= set(texts(ax))
    assert "19 pekerja" in text_of(ax).title


def test_plot_hitungan_points_are_the_fractions(data):
    frame = tersembunyi(data)
    ax = plot_hitungan(frame)
    past = frame[frame["tahun"] == 2018]
    assert list(ax.lines[0].get_xdata()) == past["penyebut"].tolist()
    assert list(ax.lines[0].get_ydata()) == past["pembilang"].tolist()
    assert (ax.get_xlim()[0], ax.get_ylim()[0]) == (0, 0)
    assert ax.get_xlabel() == "perusahaan wajib lapor"
    assert "3 sampai 17 kasus" in text_of(ax).title
