"""The house style: headings that fit whatever their length, Indonesian axes, no trace left."""

import ast
import re

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import get_named_colors_mapping, to_rgb

from lkjlib.charts import house
from lkjlib.charts.house import (
    WIDTH,
    ChartText,
    canvas,
    finish,
    grey_hatch,
    grid,
    id_axis,
    text_of,
    use_style,
)
from lkjlib.charts.quality import text_faults
from lkjlib.errors import LkjError
from lkjlib.numbers.format import format_angka

KATA = {"title": "Judul", "subtitle": "persen; 2019", "source": "LKj 2019.", "alt": "Gambar."}


@pytest.fixture(autouse=True)
def style():
    with plt.rc_context():
        use_style()
        yield
        plt.close("all")


def test_canvas_makes_axes_of_the_size_of_a_report_column():
    ax = finish(canvas(height=3.0), **KATA)
    assert ax.figure.get_size_inches().tolist() == [WIDTH, 3.0]
    assert not ax.spines["top"].get_visible()
    assert not ax.spines["right"].get_visible()


def test_canvas_of_given_axes_is_those_axes():
    _, ax = plt.subplots()
    assert canvas(ax) is ax


def test_use_style_draws_svg_without_random_ids():
    assert plt.rcParams["svg.hashsalt"] == "lkjlib"
    assert plt.rcParams["font.family"] == ["DejaVu Sans"]  # comes with matplotlib


def test_finish_writes_title_subtitle_and_source_and_keeps_the_words():
    ax = finish(canvas(), **KATA)
    texts = [text.get_text() for text in ax.figure.texts]
    assert texts == ["Judul", "persen; 2019", "Sumber: LKj 2019."]
    assert text_of(ax) == ChartText(**KATA)


@pytest.mark.parametrize("letters", range(40, 60))
def test_finish_breaks_no_line_between_a_number_and_its_unit(letters):
    title = f"{'n' * letters} 10,23 %; naik Rp 4,44 miliar (n = 1.845) dari 9 % tahun lalu"
    finish(canvas(), **KATA | {"title": title})
    lines = plt.gcf().texts[0].get_text().splitlines()
    assert " ".join(lines) == title
    assert not [line for line in lines if line.startswith(("%", "4,44", "1.845", "="))]


def test_finish_on_axes_of_the_caller_sets_only_a_title():
    figure, axes = plt.subplots(1, 2)
    finish(canvas(axes[0]), **KATA)
    assert axes[0].get_title(loc="left") == "Judul\npersen; 2019"
    assert figure.texts == []
    assert text_of(axes[0]).alt == "Gambar."


def test_text_of_a_foreign_chart_is_refused():
    _, ax = plt.subplots()
    with pytest.raises(LkjError, match="tidak dibuat oleh lkjlib"):
        text_of(ax)


@pytest.mark.parametrize("words", [1, 12, 40])
@pytest.mark.parametrize("height", [2.6, 3.9])
def test_finish_of_any_length_of_words_cuts_nothing(words, height):
    ax = canvas(height=height)
    ax.barh(["nama kelompok yang cukup panjang", "b"], [1, 20_000_000])
    kalimat = " ".join(["pengangguran"] * words)
    finish(ax, title=kalimat[:160], subtitle=kalimat[:120], source=kalimat[:200], alt="x")
    assert text_faults(ax.figure) == []


def test_finish_leaves_room_between_headings_and_axes():
    ax = canvas()
    ax.plot([1, 2], [3, 4])
    finish(ax, **KATA | {"title": "Judul yang memerlukan dua baris karena panjangnya " * 2})
    title, subtitle, source = ax.figure.texts
    assert "\n" in title.get_text()
    renderer = ax.figure.canvas.get_renderer()
    inner = ax.get_tightbbox(renderer)
    assert subtitle.get_window_extent(renderer).y0 > inner.y1
    assert source.get_window_extent(renderer).y1 < inner.y0
    assert title.get_window_extent(renderer).y0 > subtitle.get_window_extent(renderer).y1


@pytest.mark.parametrize("limits", [(0, 10.2), (0, 11), (2, 7), (0, 240)])
def test_id_axis_without_decimals_puts_each_tick_where_its_label_says(limits):
    ax = finish(canvas(), **KATA)
    ax.set_ylim(*limits)
    id_axis(ax.yaxis)
    for place, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True):
        assert label.get_text() == format_angka(place)


@pytest.mark.parametrize(
    ("limits", "desimal", "suffix", "wanted"),
    [
        ((0, 50_000), 0, "", ["0", "10.000", "20.000", "30.000", "40.000", "50.000"]),
        ((0, 1), 1, " %", ["0,0 %", "0,2 %", "0,4 %", "0,6 %", "0,8 %", "1,0 %"]),
        ((-20, 20), 0, "", ["−20", "−10", "0", "10", "20"]),
    ],
)
def test_id_axis_labels_are_indonesian(limits, desimal, suffix, wanted):
    ax = finish(canvas(), **KATA)
    ax.set_ylim(*limits)
    id_axis(ax.yaxis, desimal, suffix=suffix)
    ax.figure.canvas.draw()
    assert [label.get_text() for label in ax.get_yticklabels()] == wanted


def test_grid_lies_under_what_is_drawn():
    ax = finish(canvas(), **KATA)
    grid(ax, "x")
    assert ax.get_axisbelow() is True
    assert any(line.get_visible() for line in ax.get_xgridlines())


def test_grey_hatch_marks_the_bars_given():
    ax = finish(canvas(), **KATA)
    bars = ax.bar([1, 2], [3, 4])
    grey_hatch([bars[1]])
    assert [bar.get_hatch() for bar in bars] == [None, "////"]


def _grey(colour):
    return float(np.dot(to_rgb(colour), [0.299, 0.587, 0.114]))


@pytest.mark.parametrize(
    ("one", "other"), [("NAVY", "ACCENT"), ("NAVY", "MUTED"), ("ACCENT", "PALE"), ("INK", "GREY")]
)
def test_palette_pairs_stay_apart_when_printed_in_grey(one, other):
    assert abs(_grey(getattr(house, one)) - _grey(getattr(house, other))) > 0.15


def test_written_down_style_names_every_colour_as_it_is(root):
    page = (root / "lkjlib" / "charts" / "README.md").read_text(encoding="utf-8")
    written = dict(re.findall(r"^\| `(#[0-9a-f]{6})` \| `([A-Z]+)` \|", page, re.M))
    assert written == {
        value: name
        for name, value in vars(house).items()
        if name.isupper() and str(value)[0] == "#"
    }


NAMED = {*get_named_colors_mapping(), *"bgrcmykw"} - {"white"}  # white is the paper


def _chart_sources(root):
    sources = sorted((root / "lkjlib").rglob("*.py"))
    return [p for p in sources if p.parent.name == "charts" or p.name.startswith("charts")]


def test_only_the_house_knows_what_a_colour_looks_like(root):
    literals = [
        (path.name, node.value)
        for path in _chart_sources(root)
        if path.name != "house.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(r"#[0-9a-fA-F]{3,8}", node.value) or node.value in NAMED
    ]
    assert literals == []


def test_written_down_sizes_are_those_of_the_charts(root):
    text = "".join(path.read_text("utf-8") for path in _chart_sources(root))
    sizes = [float(size) for size in re.findall(r"""fontsize(?:=|": )([\d.]+)""", text)]
    page = (root / "lkjlib" / "charts" / "README.md").read_text(encoding="utf-8")
    assert f"paling kecil {format_angka(min(sizes), 1)}." in page
