"""The proof-reader of charts bites: cut text and text over text are found, hidden text is not."""

import pytest
from matplotlib import pyplot as plt

from lkjlib.charts.quality import contrast_faults, grey_faults, text_faults


@pytest.fixture
def figure():
    figure, ax = plt.subplots(figsize=(4, 3))
    ax.set_xticks([0, 1])
    ax.set_yticks([0, 1])
    yield figure
    plt.close(figure)


def test_text_faults_of_a_tidy_figure_are_none(figure):
    figure.text(0.5, 0.95, "Judul", ha="center")
    assert text_faults(figure) == []


@pytest.mark.parametrize(
    ("x", "y", "ha"), [(0.98, 0.5, "left"), (0.5, 1.0, "left"), (0, 0.5, "right")]
)
def test_text_faults_of_text_leaving_the_picture_names_it(figure, x, y, ha):
    figure.text(x, y, "terlalu jauh", ha=ha)
    assert "terpotong: 'terlalu jauh'" in text_faults(figure)


def test_text_faults_of_two_labels_on_one_place_names_both(figure):
    figure.text(0.5, 0.95, "satu satu")
    figure.text(0.52, 0.95, "dua dua")
    assert text_faults(figure) == ["bertumpuk: 'satu satu' dan 'dua dua'"]


def test_text_faults_of_tick_labels_that_run_into_each_other_are_found(figure):
    ax = figure.axes[0]
    ax.set_xticks([0.50, 0.52], ["Banjarbaru Selatan", "Banjarbaru Utara"])
    assert any("bertumpuk" in fault for fault in text_faults(figure))


def test_text_faults_pass_over_what_is_not_drawn(figure):
    figure.text(0.5, 0.95, "satu satu")
    figure.text(0.5, 0.95, "dua dua").set_visible(False)
    figure.text(0.5, 0.95, "   ")
    ax = figure.axes[0]
    ax.set_xticks([0, 1, 50], ["0", "1", "di luar sumbu"])
    ax.set_xlim(0, 1)
    assert text_faults(figure) == []


def test_text_faults_allow_letters_to_touch(figure):
    renderer = figure.canvas.get_renderer()
    left = figure.text(0.3, 0.95, "kiri")
    edge = left.get_window_extent(renderer).x1 / figure.bbox.width
    figure.text(edge, 0.95, "kanan")
    assert text_faults(figure) == []


@pytest.mark.parametrize(
    ("second", "faults"),
    [
        ({"color": "#5b6b7c"}, 1),
        ({"color": "#5b6b7c", "hatch": "////"}, 0),
        ({"color": "#b7c4d0"}, 0),
        ({"color": "#c8501e"}, 0),
        ({"color": "#5b6b7c", "left": 2}, 0),
    ],
)
def test_grey_faults_name_touching_fills_of_one_grey(figure, second, faults):
    ax = figure.axes[0]
    ax.barh([0], [1], color="#c8501e")
    ax.barh([0], [1], **{"left": 1, **second})
    ax.set_xlim(0, 4)
    assert len(grey_faults(figure)) == faults


@pytest.mark.parametrize(("colour", "pale"), [("#767676", False), ("#777777", True)])
def test_contrast_faults_are_texts_of_less_than_four_and_a_half_to_one(figure, colour, pale):
    figure.text(0.5, 0.95, "Sumber", color=colour)  # the two greys at the bound of WCAG
    assert bool(contrast_faults(figure)) is pale


def test_contrast_faults_leave_white_text_on_a_fill_alone(figure):
    figure.axes[0].text(0.5, 0.5, "12", color="white")
    assert contrast_faults(figure) == []
