"""The trend chart: three printed points, their targets, the RPJMD goal, a title that is true."""

import pandas as pd
import pytest
from drawn import texts
from matplotlib import pyplot as plt
from small import write_report

from lkjlib.charts.house import NAVY, STEEL, text_of
from lkjlib.charts.quality import text_faults
from lkjlib.loading import load
from lkjlib.themes.indikator.charts import charts_of
from lkjlib.themes.indikator.charts_trend import plot_trend
from lkjlib.themes.indikator.comparison import tren

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]


@pytest.fixture(scope="module")
def trend(data):
    """Axes of one indicator's trend, drawn once."""
    axes = {kode: plot_trend(tren(data, kode)) for kode in KODE}
    yield axes.__getitem__
    for ax in axes.values():
        plt.close(ax.figure)


@pytest.fixture
def plot():
    """`plot_trend` whose figure is closed afterwards."""
    axes = []

    def of(frame, **lain):
        axes.append(plot_trend(frame, **lain))
        return axes[-1]

    yield of
    for ax in axes:
        plt.close(ax.figure)


def _labels(ax):
    return [text.get_text() for text in ax.texts]


@pytest.mark.parametrize(
    ("kode", "tahun", "realisasi"),
    [  # Bab III A.3, Tabel II of each indicator
        ("koperasi", [2017, 2018, 2019], [22.32, 19.84, 23.48]),
        ("wirausaha", [2017, 2018, 2019], [11.51, 19.31, 24.82]),
        ("omzet", [2018, 2019], [9, 10]),
        ("tpt", [2017, 2018, 2019], [5.51, 5.20, 5.06]),
        ("kasus", [2017, 2018, 2019], [2.6, 2.91, 2.38]),
    ],
)
def test_plot_trend_draws_the_printed_points_and_no_fitted_line(trend, kode, tahun, realisasi):
    ax = trend(kode)
    (line,) = [line for line in ax.lines if line.get_marker() == "o" and len(line.get_xdata()) > 1]
    assert line.get_color() == NAVY
    assert line.get_xdata().tolist() == tahun
    assert line.get_ydata().tolist() == realisasi


@pytest.mark.parametrize("kode", KODE)
def test_plot_trend_rings_what_the_counts_give_only_where_it_was_printed_otherwise(trend, kode):
    ax = trend(kode)
    rings = [line for line in ax.lines if line.get_marker() == "o" and len(line.get_xdata()) == 1]
    assert [round(float(ring.get_ydata()[0]), 2) for ring in rings] == [10.23] * (kode == "omzet")
    assert ("10,23 dihitung" in texts(ax)) is (kode == "omzet")


@pytest.mark.parametrize("kode", KODE)
def test_plot_trend_draws_no_line_to_the_years_ahead(trend, kode):
    assert all(
        max(line.get_xdata()) < 2020 for line in trend(kode).lines if line.get_marker() != "D"
    )


@pytest.mark.parametrize("kode", KODE)
def test_plot_trend_draws_every_target_of_the_frame_once(data, trend, kode):
    frame, ax = tren(data, kode), trend(kode)
    marks = {
        (round(sum(line.get_xdata()) / 2), line.get_ydata()[0])
        for line in ax.lines
        if line.get_linewidth() == 3
    }
    yearly = frame[frame["jenis_target"].isin(["tercetak", "tersirat"])]
    assert marks == set(zip(yearly["tahun"], yearly["target"], strict=True))
    (goal,) = [line for line in ax.lines if line.get_marker() == "D"]
    assert (goal.get_xdata()[0], goal.get_ydata()[0]) == (2021, frame["target"].iloc[-1])
    assert goal.get_markeredgecolor() == STEEL


def test_plot_trend_squares_the_years_that_missed_their_target(trend):
    missed = {
        kode: [
            int(x)
            for line in trend(kode).lines
            if line.get_marker() == "s"
            for x in line.get_xdata()
        ]
        for kode in KODE
    }
    assert missed == {
        "koperasi": [2018, 2019],
        "wirausaha": [2017],
        "omzet": [],
        "tpt": [],
        "kasus": [2018],
    }
    assert "Kotak: target" in text_of(trend("kasus")).source
    assert "Kotak" not in text_of(trend("tpt")).source


def test_plot_trend_of_results_that_add_up_meets_a_target_by_their_sum(data, plot):
    frame = tren(data, "koperasi")
    frame.attrs["dijumlah"] = ["koperasi"]
    words = text_of(plot(frame))
    assert words.title.endswith("; target 30 % tercapai")  # 22,32 + 19,84 + 23,48
    assert "Target dibandingkan dengan jumlah hasil sampai tahun itu." in words.source


def test_plot_trend_says_the_year_of_a_result_that_is_not_the_reports(data, plot):
    frame = tren(data, "koperasi")
    frame.loc[2, ["realisasi", "dihitung"]] = float("nan")
    title = text_of(plot(frame)).title
    assert title == "Koperasi berkualitas turun ke 19,84 % pada 2018; target 22,40 % tidak tercapai"


def test_plot_trend_labels_points_in_indonesian_numbers(trend):
    labels = _labels(trend("tpt"))
    assert {"5,51", "5,20", "5,06", "6,10", "5,95\nRPJMD 2021", "realisasi", "target"} <= set(
        labels
    )


def test_plot_trend_stars_implied_targets_and_explains_the_star(trend):
    ax = trend("tpt")
    assert {"6,20*", "6,15*"} <= set(_labels(ax))
    assert "* target tersirat" in text_of(ax).source
    assert "6,10*" not in _labels(ax)


def test_plot_trend_draws_implied_targets_lighter_than_printed_ones(trend):
    marks = {
        line.get_ydata()[0]: line.get_color()
        for line in trend("tpt").lines
        if line.get_linewidth() == 3
    }
    assert marks[6.1] == STEEL
    assert {marks[6.2], marks[6.15]} == {"#9aa9b8"}


def test_plot_trend_without_implied_target_explains_no_star(data, plot):
    frame = tren(data, "tpt").assign(jenis_target=["tercetak"] * 3 + ["menengah"])
    ax = plot(frame)
    assert "*" not in text_of(ax).source
    assert not [label for label in _labels(ax) if "*" in label]


def test_plot_trend_has_years_as_ticks_and_unit_place_period_in_words(trend):
    ax = trend("kasus")
    ax.figure.canvas.draw()
    assert [t.get_text() for t in ax.get_xticklabels()] == ["2017", "2018", "2019", "2021"]
    words = text_of(ax)
    assert words.subtitle.endswith("persen; Banjarbaru, 2017–2019")
    assert words.source.endswith("Sumbu tidak mulai dari nol.")


@pytest.mark.parametrize(
    ("kode", "judul"),
    [
        ("koperasi", "Koperasi berkualitas turun lalu naik ke 23,48 %; target 30 % tidak tercapai"),
        ("wirausaha", "Wirausaha baru naik ke 24,82 %; target 23,97 % tercapai"),
        ("omzet", "Peningkatan omzet tercetak 10 %, dihitung 10,23 %; target 10 % tercapai"),
        (
            "tpt",
            "TPT turun ke 5,06 %; target 6,10 % lebih longgar daripada hasil tahun lalu",
        ),
        ("kasus", "Perusahaan berkasus naik lalu turun ke 2,38 %; target 2,50 % tercapai"),
    ],
)
def test_plot_trend_title_states_the_finding(trend, kode, judul):
    assert text_of(trend(kode)).title == judul


def test_plot_trend_title_follows_the_frame_not_the_year(data, plot):
    frame = tren(data, "tpt")
    frame.loc[2, ["realisasi", "target", "dihitung"]] = [6.5, 5.0, 6.5]
    words = text_of(plot(frame))
    assert words.title == "TPT turun lalu naik ke 6,50 %; target 5 % tidak tercapai"
    assert "2019: 6,50 %" in words.alt


@pytest.mark.parametrize(
    ("hasil", "arah"),
    [
        ([5.2, 5.2, 5.06], "turun ke"),
        ([5.2, 5.2, 5.2], "tetap pada"),
        ([5.51, 5.06, 5.06], "turun lalu tetap pada"),
    ],
)
def test_plot_trend_title_begins_with_the_first_change(data, plot, hasil, arah):
    frame = tren(data, "kasus")
    frame.loc[:2, "realisasi"] = frame.loc[:2, "dihitung"] = hasil
    assert text_of(plot(frame)).title.startswith(f"Perusahaan berkasus {arah} ")


@pytest.mark.parametrize("kode", KODE)
def test_plot_trend_alt_text_gives_every_value_that_is_drawn(data, trend, kode):
    frame = tren(data, kode)
    alt = text_of(trend(kode)).alt
    for tahun in frame["tahun"]:
        assert f"{tahun}: " in alt or frame.set_index("tahun").loc[tahun].isna().sum() > 1
    assert alt.count("%") >= frame["realisasi"].count() + frame["target"].count()


@pytest.mark.parametrize("kode", KODE)
def test_plot_trend_is_readable(data, plot, kode):
    assert text_faults(plot(tren(data, kode)).figure) == []


def test_plot_trend_draws_on_the_axes_it_is_given(data, plot):
    figure, axes = plt.subplots(1, 2, figsize=(12, 4))
    assert plot(tren(data, "tpt"), ax=axes[1]) is axes[1]
    assert axes[0].lines[:] == []
    assert figure.axes == list(axes)


def test_plot_trend_leaves_the_frame_as_it_was(data, plot):
    frame = tren(data, "tpt")
    before = frame.copy()
    plot(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_trend_charts_are_one_per_indicator(data):
    names = [chart.nama for chart in charts_of(data) if chart.plot is plot_trend]
    assert names == [f"tren-{kode}" for kode in KODE]


@pytest.fixture(scope="module")
def contoh(tmp_path_factory):
    """An invented office: three units, no counts, years ahead, no references."""
    return load(write_report(tmp_path_factory.mktemp("contoh")))


@pytest.mark.parametrize(
    ("kode", "judul", "keterangan"),
    [
        ("lpk", "Jumlah LPK turun ke 21 LPK; target 30 LPK tidak tercapai", "Jumlah LPK, LPK"),
        (
            "kasus",
            "Penyelesaian kasus turun ke 90,70 %; target 65 % lebih longgar daripada hasil tahun "
            "lalu",
            "Penyelesaian kasus, persen",
        ),
        (
            "turun",
            "Penurunan kecelakaan turun ke −7,20 %; target 19,14 % tidak tercapai",
            "Penurunan kecelakaan, persen",
        ),
    ],
)
def test_plot_trend_of_another_office_says_its_unit_place_and_years(
    contoh, plot, kode, judul, keterangan
):
    ax = plot(tren(contoh, kode))
    words = text_of(ax)
    assert words.title == judul
    assert words.subtitle == f"{keterangan}; Contoh, 2030–2031"
    low, high = ax.get_ylim()
    off = "" if low <= 0 <= high else " Sumbu tidak mulai dari nol."
    missed = " Kotak: target tahun itu tidak tercapai." if "tidak tercapai" in judul else ""
    assert words.source == f"LAKIP 2031, target dan realisasi indikator.{missed}{off}"
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2030", "2031", "2032"]
    assert not [line for line in ax.lines if line.get_marker() == "D"]  # no later target
    assert text_faults(ax.figure) == []


def test_plot_trend_without_any_result_says_so(contoh, plot):
    frame = tren(contoh, "lpk")
    frame["realisasi"] = float("nan")
    assert text_of(plot(frame)).title == "Jumlah LPK: belum ada realisasi"


def test_plot_trend_of_a_frame_that_does_not_know_its_report_names_none(contoh, plot):
    frame = tren(contoh, "lpk")
    frame.attrs.clear()
    words = text_of(plot(frame))
    assert words.subtitle == "lpk, ; 2030–2031"
    assert "LAKIP" not in words.source
