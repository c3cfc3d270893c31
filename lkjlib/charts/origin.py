"""Whose figures a frame holds: document, place and year, which a chart says in its words.

They travel in the frame's `attrs`, as plain texts, so that a chart needs nothing but its frame.
"""

from typing import NamedTuple

import pandas as pd

from lkjlib.report import Report

_KEY = "laporan"


class Origin(NamedTuple):
    """What a chart may say of its report; empty where the frame does not know."""

    dokumen: str = ""
    wilayah: str = ""
    tahun: int = 0


def with_origin(frame: pd.DataFrame, laporan: Report) -> pd.DataFrame:
    """The frame, which now knows its report.

    Examples
    --------
    >>> from lkjlib import load
    >>> origin(with_origin(pd.DataFrame({"a": [1]}), load(2019).laporan))
    Origin(dokumen='LKj 2019', wilayah='Banjarbaru', tahun=2019)
    """
    return set_origin(frame, origin_of(laporan))


def origin_of(laporan: Report) -> Origin:
    """Document, place and year of a report."""
    return Origin(laporan.judul, laporan.wilayah_pendek, laporan.tahun)


def set_origin(frame: pd.DataFrame, asal: Origin) -> pd.DataFrame:
    """The frame, which now knows whose figures it holds."""
    frame.attrs[_KEY] = list(asal)
    return frame


def origin(frame: pd.DataFrame) -> Origin:
    """Whose figures a frame holds."""
    return Origin(*frame.attrs.get(_KEY, ()))
