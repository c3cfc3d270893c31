"""A frame says whose figures it holds; one that does not know says nothing false."""

import pandas as pd

from lkjlib.charts.origin import Origin, origin, with_origin


def test_origin_outlives_what_is_done_to_the_frame(data):
    frame = with_origin(pd.DataFrame({"a": [1, 2]}), data.laporan)
    kept = frame.assign(b=3)[lambda rows: rows["a"] > 1]
    assert origin(kept) == Origin("LKj 2019", "Banjarbaru", 2019)


def test_origin_of_a_frame_that_does_not_know_is_empty():
    assert origin(pd.DataFrame({"a": [1]})) == Origin("", "", 0)
