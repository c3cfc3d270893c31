"""Chart of the verdicts, read through its Axes."""

from __future__ import annotations

import pytest

from lkjlib.charts.house import text_of
from lkjlib.ledger.charts import plot_vonis
from lkjlib.ledger.views import vonis_per_bagian
from lkjlib.numbers.compare import (
    COCOK,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    TIDAK_DIDUKUNG,
    VONIS,
)

ORDER = (TIDAK_COCOK, TIDAK_DIDUKUNG, PEMBULATAN, COCOK, TIDAK_DAPAT_DIUJI)


@pytest.fixture(scope="module")
def frame(data):
    return vonis_per_bagian(data)


def bars(ax):
    """Bars of the sections, not the patches of the key above them."""
    return [bar for bar in ax.patches if bar.get_y() > -0.5]


def test_plot_vonis_bar_widths_are_the_frame(frame):
    drawn = bars(plot_vonis(frame))
    widths = [bar.get_width() for bar in drawn]
    assert widths == [count for name in ORDER for count in frame[name]]


def test_plot_vonis_bars_of_a_section_lie_end_to_end(frame):
    ends: dict[int, float] = {}
    for bar in bars(plot_vonis(frame)):
        row = round(bar.get_y() + bar.get_height() / 2)
        assert bar.get_x() == ends.get(row, 0)
        ends[row] = bar.get_x() + bar.get_width()
    assert [ends[row] for row in range(len(frame))] == frame["jumlah"].tolist()


def test_plot_vonis_sections_run_from_top_to_bottom_under_their_names(frame):
    ax = plot_vonis(frame)
    assert [label.get_text() for label in ax.get_yticklabels()] == frame["bagian"].tolist()
    low, high = ax.get_ylim()
    assert low > high


def test_plot_vonis_writes_the_counts_that_have_room(frame):
    written = [text.get_text() for text in plot_vonis(frame).texts if text.get_text().isdigit()]
    wanted = [str(count) for name in ORDER for count in frame[name] if count >= 5]
    assert written == wanted


def test_plot_vonis_title_and_alt_count_the_statements(frame):
    words = text_of(plot_vonis(frame))
    total, fine, wrong = (frame[name].sum() for name in ("jumlah", COCOK, TIDAK_COCOK))
    assert words.title == f"{wrong} dari {total} pernyataan tidak cocok; {fine} cocok"
    for row in frame.itertuples():
        assert f"{row.bagian}: {row.jumlah} pernyataan" in words.alt


def test_plot_vonis_key_names_every_verdict_once(frame):
    words = [text.get_text() for text in plot_vonis(frame).texts]
    assert [name for name in words if name in VONIS] == list(ORDER)


def test_plot_vonis_draws_the_frame_it_is_given(frame):
    one = frame.head(2).assign(**{TIDAK_COCOK: [3, 4], "jumlah": [30, 40]})
    ax = plot_vonis(one)
    assert [bar.get_width() for bar in bars(ax)[:2]] == [3, 4]
    assert text_of(ax).title.startswith("7 dari 70")
