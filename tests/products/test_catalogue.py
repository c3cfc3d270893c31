"""Every chart of the catalogue: readable, finished words, true to the frame beside it."""

import pkgutil
import re
from dataclasses import dataclass
from importlib import import_module

import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.text import Text
from places import LAPORAN

import lkjlib
from lkjlib.charts.house import WIDTH, ChartText, text_of
from lkjlib.charts.quality import contrast_faults, grey_faults, text_faults
from lkjlib.errors import LkjError
from lkjlib.loading import load
from lkjlib.products.catalogue import bingkai, charts, draw, find_chart
from lkjlib.products.notebook import tabel

CHARTS = charts(load(path=LAPORAN / "data" / "2019"))
BUKU = ["00-ringkasan", "01-koperasi", "02-umkm", "03-tpt", "04-kasus", "05-anggaran"]
BUKU += ["06-rekonsiliasi", "07-eksplorasi-tpt"]
TRENDS = {f"tren-{kode}" for kode in ("koperasi", "wirausaha", "omzet", "tpt", "kasus")}
WITHOUT_NUMBER = ("representasi-tpt",)  # says who


@dataclass(frozen=True)
class Drawn:
    """What a reader sees of a chart, and the frame beside it."""

    bingkai: pd.DataFrame
    kata: ChartText
    cacat: list[str]
    kelabu: list[str]
    pucat: list[str]
    teks: list[str]
    ukuran: tuple[float, float]
    kotak: list[tuple[float, ...]]
    legenda_berbingkai: bool


@pytest.fixture(scope="module")
def drawn(data):
    """A chart as it is seen, drawn once and closed."""
    seen = {}

    def of(nama):
        if nama not in seen:
            seen[nama] = _look_at(find_chart(nama, data), data)
        return seen[nama]

    return of


def _look_at(chart, data):
    frame = bingkai(data, chart.nama)
    ax = chart.plot(frame)
    figure = ax.figure
    legends = [axes.get_legend() for axes in figure.axes if axes.get_legend()]
    seen = Drawn(
        frame,
        text_of(ax),
        text_faults(figure),
        grey_faults(figure),
        contrast_faults(figure),
        [t.get_text() for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip()],
        tuple(figure.get_size_inches()),
        [tuple(round(v, 4) for v in axes.get_position().bounds) for axes in figure.axes],
        any(legend.get_frame_on() for legend in legends),
    )
    plt.close(figure)
    return seen


def test_catalogue_holds_at_least_sixteen_charts_of_six_notebooks():
    assert len(CHARTS) >= 16
    assert {chart.buku for chart in CHARTS.values()} >= set(BUKU[:6])


def test_catalogue_holds_no_more_charts_than_one_looks_at():
    kinds = {"tren" if nama in TRENDS else nama for nama in CHARTS}
    assert len(kinds) <= 22


def test_catalogue_names_are_unique_file_stems():
    names = [chart.nama for chart in CHARTS.values()]
    assert list(CHARTS) == names
    assert len(names) == len(set(names))
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)]


def test_catalogue_loses_no_chart_of_any_module():
    names = [info.name for info in pkgutil.walk_packages(lkjlib.__path__, "lkjlib.")]
    modules = [import_module(name) for name in names if ".charts" in name]
    declared = {chart.nama for module in modules for chart in getattr(module, "CHARTS", ())}
    assert declared | TRENDS == set(CHARTS)


def test_catalogue_stands_in_the_order_of_the_notebooks():
    books = [chart.buku for chart in CHARTS.values()]
    assert books == sorted(books)
    assert set(books) <= set(BUKU)


def test_find_chart_of_an_unknown_name_offers_the_closest(data):
    with pytest.raises(LkjError, match=r"gambar 'tren-omset' tidak dikenal.*'tren-omzet'"):
        find_chart("tren-omset", data)


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_is_readable(drawn, nama):
    assert drawn(nama).cacat == []


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_stays_readable_when_printed_in_grey(drawn, nama):
    assert drawn(nama).kelabu == []


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_writes_nothing_too_pale_to_read(drawn, nama):
    assert drawn(nama).pucat == []


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_words_are_finished(drawn, nama):
    words = drawn(nama).kata
    for text in (words.title, words.subtitle, words.source, words.alt):
        assert text == " ".join(text.split())
        assert not re.search(r"\bnan\b|None|<NA>|[{}]|__|np\.|\.\.|,,| ,|;;|\bTODO\b", text)
    assert words.title[0].isupper() or words.title[0].isdigit()
    assert 20 <= len(words.title) <= 130
    assert not words.title.endswith((".", ";", ",", ":"))
    assert words.source.endswith(".")
    assert words.alt.endswith(".")
    assert len(words.alt) >= 60


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_says_its_period_and_its_finding_in_a_number(drawn, nama):
    words = drawn(nama).kata
    assert re.search(r"\b201[789]\b", words.subtitle)
    assert bool(re.search(r"\d", words.title)) == (nama not in WITHOUT_NUMBER)


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_says_its_place_and_its_source(drawn, nama):
    words = drawn(nama).kata
    assert ("Banjarbaru" in words.subtitle) == (nama != "vonis-bagian")
    assert re.search(r"LKj 2019|klaim\.xlsx", words.source)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_chart_draws_on_the_given_axes(data, drawn, chart):
    figure, given = plt.subplots()
    assert chart.plot(drawn(chart.nama).bingkai, ax=given) is given
    assert given.figure is figure
    assert drawn(chart.nama).kata.title in given.get_title(loc="left")
    plt.close(figure)


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_writes_numbers_with_a_decimal_comma(drawn, nama):
    words = drawn(nama).kata
    shown = [re.sub(r"bagian \d\.\d", "", t) for t in (*drawn(nama).teks, words.alt, words.source)]
    assert not [t for t in shown if re.search(r"(?<![\d.])\d{1,3}\.\d{1,2}(?![\d.])", t)]


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_fits_the_column_of_the_report_and_has_one_scale(drawn, nama):
    seen = drawn(nama)
    assert seen.ukuran[0] == WIDTH
    assert 2.2 <= seen.ukuran[1] <= 8.5
    assert not seen.legenda_berbingkai
    assert len(seen.kotak) == len(set(seen.kotak))  # two axes on one place: a second scale


@pytest.mark.parametrize("nama", CHARTS)
def test_chart_has_a_frame_to_show_beside_it(drawn, nama):
    shown = tabel(drawn(nama).bingkai)
    assert shown.baris
    assert all(column.strip() for column in shown.kolom)


def test_draw_of_a_name_is_the_plot_of_its_frame(data, drawn):
    ax = draw("tren-tpt", data)
    assert text_of(ax) == drawn("tren-tpt").kata
    plt.close(ax.figure)
