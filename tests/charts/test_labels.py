"""Labels of points leave the lines and each other, and stay where nothing is in their way."""

import numpy as np
import pytest
from matplotlib import pyplot as plt

from lkjlib.charts.labels import untangle
from lkjlib.charts.quality import text_faults


@pytest.fixture
def ax():
    """Axes of ten by ten, closed afterwards."""
    figure, ax = plt.subplots(figsize=(4, 3), dpi=100)
    ax.set(xlim=(0, 10), ylim=(0, 10))
    yield ax
    plt.close(figure)


def _label(ax, x, y, text="12,34"):
    return ax.annotate(
        text, (x, y), xytext=(0, 5), textcoords="offset points", ha="center", va="bottom"
    )


def _hit(label, line):
    """Does the line run through the label?"""
    (x0, y0), (x1, y1) = line.get_transform().transform(line.get_xydata())
    share = np.linspace(0, 1, 500)
    points = np.column_stack([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share])
    box = label.get_window_extent()
    return bool(((points > box.min) & (points < box.max)).all(axis=1).any())


@pytest.mark.parametrize("ends", [((5, 5), (5.4, 10)), ((5, 5), (4.6, 10)), ((0, 5.6), (10, 5.6))])
def test_untangle_moves_a_label_off_a_line(ax, ends):
    (line,) = ax.plot(*zip(*ends, strict=True))
    label = _label(ax, 5, 5)
    assert _hit(label, line)
    untangle(ax, [label])
    assert not _hit(label, line)


def test_untangle_leaves_a_label_that_is_free(ax):
    ax.plot([0, 10], [2, 2])
    label = _label(ax, 5, 5)
    untangle(ax, [label])
    assert (label.xyann, label.get_ha(), label.get_va()) == ((0, 5), "center", "bottom")


def test_untangle_sets_labels_apart_and_off_other_texts(ax):
    ax.text(5, 5.6, "tetap", ha="center")
    labels = [_label(ax, 5, 5), _label(ax, 5.2, 5.1)]
    assert text_faults(ax.figure)
    untangle(ax, labels)
    assert text_faults(ax.figure) == []


def test_untangle_keeps_labels_out_of_the_years_below(ax):
    ax.plot([0, 10], [1.2, 1.2])
    label = _label(ax, 5, 0.6)
    untangle(ax, [label])
    assert label.get_window_extent().y0 >= ax.get_window_extent().y0


def test_untangle_leaves_room_between_figures_side_by_side(ax):
    left, right = _label(ax, 4, 5), _label(ax, 6, 5)
    wide = left.get_window_extent().width
    x, y = ax.transData.transform((4, 5))
    beside = ax.transData.inverted().transform((x + wide + 2, y))
    right.xy = tuple(beside)  # two pixels apart: read as one figure
    untangle(ax, [left, right])
    assert not left.get_window_extent().padded(3, 0).overlaps(right.get_window_extent())


def test_untangle_keeps_a_label_off_the_corner_of_a_mark(ax):
    (mark,) = ax.plot([5.55], [5.65], "s", markersize=7)
    label = _label(ax, 5, 5)
    untangle(ax, [label])
    half = 7 * 100 / 72 / 2
    corner = mark.get_transform().transform(mark.get_xydata())[0] - half * 0.75
    assert not label.get_window_extent().contains(*corner)
