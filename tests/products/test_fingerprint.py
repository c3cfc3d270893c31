"""A frame is told by all that a chart could see of it; what cannot be told has no fingerprint."""

from collections.abc import Callable

import pandas as pd
import pytest

from lkjlib.data import Known
from lkjlib.products.fingerprint import fingerprint


def frame() -> pd.DataFrame:
    made = pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [0.1, float("nan")]})
    made.attrs["nama"] = Known(tpt=["TPT", 1])
    return made


def test_frame_of_the_same_content_has_the_same_fingerprint() -> None:
    assert fingerprint(frame()) == fingerprint(frame())


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.assign(a=[1, 3]),
        lambda f: f.assign(a=["1", "2"]),
        lambda f: f.assign(a=f["a"].astype("Int64")),
        lambda f: f.assign(b=["x", "None"]),
        lambda f: f.assign(c=[0.1 + 1e-16, float("nan")]),
        lambda f: f.rename(columns={"a": "A"}),
        lambda f: f[["b", "a", "c"]],
        lambda f: f.set_index(pd.Index([1, 2])),
        lambda f: f.rename_axis("baris"),
        lambda f: f.iloc[::-1],
        lambda f: f.iloc[:1],
        lambda f: known(f, nama=Known(tpt=["TPT", 2])),
        lambda f: known(f, laporan=["LKj 2019"]),
    ],
)
def test_frame_of_another_content_has_another_fingerprint(change: Callable) -> None:
    assert fingerprint(change(frame())) not in ("", fingerprint(frame()))


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.assign(a=f["b"].astype("category")),
        lambda f: f.assign(a=[object(), object()]),
        lambda f: known(f, dalam=frame()),
    ],
)
def test_frame_that_cannot_be_told_whole_has_none(change: Callable) -> None:
    assert fingerprint(change(frame())) == ""


def known(changed: pd.DataFrame, **attrs: object) -> pd.DataFrame:
    changed.attrs |= attrs
    return changed
