"""Charts of the budget, read through their Axes."""

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, MUTED, text_of
from lkjlib.charts.quality import text_faults
from lkjlib.products.catalogue import bingkai
from lkjlib.themes.anggaran.charts import (
    CHARTS,
    plot_komposisi_belanja,
    plot_saldo_kegiatan,
    plot_serapan_program,
    plot_tiga_sumber,
)

JUTA = 1_000_000
UNITS = {"saldo-kegiatan": "juta rupiah dan persen kumulatif"}
BY_NAME = {chart.nama: chart for chart in CHARTS}


def drawn(data, name):
    """Frame of a chart and the axes that draw it."""
    chart = BY_NAME[name]
    frame = chart.bingkai(data)
    return frame, chart.plot(frame)


def widths(container):
    return [bar.get_width() for bar in container]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.nama)
def test_chart_says_its_unit_then_its_place_and_year(data, chart):
    words = text_of(chart.plot(bingkai(data, chart.nama)))
    assert words.subtitle.endswith("; Banjarbaru, 2019")
    what, _, unit = words.subtitle.removesuffix("; Banjarbaru, 2019").rpartition(", ")
    assert what
    assert unit == UNITS.get(chart.nama, "juta rupiah")
    assert words.source.startswith("LKj 2019, Bab ")


def test_plot_serapan_program_bars_are_alokasi_and_realisasi_from_zero(data):
    frame, ax = drawn(data, "serapan-program")
    pale, dark = ax.containers
    assert widths(pale) == pytest.approx((frame["alokasi"] / JUTA).tolist())
    assert widths(dark) == pytest.approx((frame["realisasi"] / JUTA).tolist())
    assert ax.get_xlim()[0] == 0
    assert "79,17 % · saldo 40,4 juta" in texts(ax)


def test_plot_serapan_program_accents_the_lowest_and_names_it_in_the_title(data):
    frame, ax = drawn(data, "serapan-program")
    accented = [to_hex(bar.get_facecolor()) == ACCENT for bar in ax.containers[1]]
    assert accented.index(True) == frame["serapan"].idxmin()
    assert accented.count(True) == 1
    assert "79,17 %" in text_of(ax).title


def test_plot_serapan_program_title_follows_the_frame(data):
    frame = BY_NAME["serapan-program"].bingkai(data).query("serapan > 90").reset_index(drop=True)
    assert "91,80 %" in text_of(plot_serapan_program(frame)).title


def test_plot_saldo_kegiatan_bars_are_the_saldo_and_the_few_are_accented(data):
    frame, ax = drawn(data, "saldo-kegiatan")
    (bars,) = ax.containers
    assert widths(bars) == pytest.approx((frame["saldo"] / JUTA).tolist())
    colours = [to_hex(bar.get_facecolor()) for bar in bars]
    assert colours.count(ACCENT) == 4
    assert colours[-1] == MUTED  # the pooled rest
    assert text_of(ax).title.startswith("4 dari 45 kegiatan")


def test_plot_saldo_kegiatan_without_pooled_row_counts_the_named(data):
    frame = BY_NAME["saldo-kegiatan"].bingkai(data).head(6)
    assert "dari 6 kegiatan" in text_of(plot_saldo_kegiatan(frame)).title


def test_plot_saldo_kegiatan_gives_long_names_their_room(data):
    frame = BY_NAME["saldo-kegiatan"].bingkai(data)
    frame.loc[[1, 2], "kegiatan"] = " ".join(["Pembinaan Kemampuan dan Keterampilan Kerja"] * 6)
    ax = plot_saldo_kegiatan(frame)
    assert text_faults(ax.figure) == []
    assert ax.get_yticklabels()[1].get_text().endswith(" …")
    assert widths(ax.containers[0]) == pytest.approx((frame["saldo"] / JUTA).tolist())


def test_plot_tiga_sumber_points_are_the_three_budgets(data):
    frame, ax = drawn(data, "tiga-sumber")
    marked = [line for line in ax.lines if line.get_marker() in ("D", "o", "s")]
    points, key = marked[:3], marked[3:]
    assert [mark.get_marker() for mark in key] == [line.get_marker() for line in points]
    ax.figure.draw_without_rendering()
    assert all(mark.get_window_extent().y0 > ax.bbox.y1 for mark in key)  # not among the data
    for line, column in zip(points, ("anggaran_pk", "alokasi", "pagu_sasaran"), strict=True):
        expected = frame[column].astype("float64") / JUTA
        assert list(line.get_xdata()) == pytest.approx(expected.tolist(), nan_ok=True)
    assert {"+39,2", "−82,2", "−13,1", "−77,4", "−65,3", "−15,8"} <= set(texts(ax))
    assert text_of(ax).title.startswith("4 dari 7 program")


def test_plot_tiga_sumber_of_agreeing_programmes_shows_zeros(data):
    frame = BY_NAME["tiga-sumber"].bingkai(data)
    ax = plot_tiga_sumber(frame[frame["sama"]])
    assert texts(ax).count("0") == 6
    assert text_of(ax).title.startswith("0 dari 3 program")


def test_plot_komposisi_belanja_bars_are_the_kinds_of_spending(data):
    frame, ax = drawn(data, "komposisi-belanja")
    pale, dark = ax.containers
    assert widths(pale) == pytest.approx((frame["anggaran"] / JUTA).tolist())
    assert widths(dark) == pytest.approx((frame["realisasi"] / JUTA).tolist())
    assert "bagian 55,5 % · serapan 98,04 %" in texts(ax)
    assert "Rp 55,5" in text_of(ax).title
    frame["uraian"] = frame["kelompok"]
    assert "\n" not in plot_komposisi_belanja(frame).get_yticklabels()[0].get_text()
    assert plot_komposisi_belanja is BY_NAME["komposisi-belanja"].plot
