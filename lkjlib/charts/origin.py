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


def with_place(words: str, frame: pd.DataFrame, tahun: str | None = None) -> str:
    """What is drawn, then the place and the time of the figures, as far as they are known.

    Parameters
    ----------
    words : what is drawn and in which unit.
    tahun : the years that the frame itself knows; None stands for the report's own.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = with_origin(pd.DataFrame({"a": [1]}), load(2019).laporan)
    >>> with_place("Kasus, jumlah", frame), with_place("Kasus, jumlah", frame, "2017–2019")
    ('Kasus, jumlah; Banjarbaru, 2019', 'Kasus, jumlah; Banjarbaru, 2017–2019')
    >>> with_place("Kasus, jumlah", pd.DataFrame())
    'Kasus, jumlah'
    """
    report = origin(frame)
    when = tahun if tahun is not None else str(report.tahun or "")
    known = ", ".join(part for part in (report.wilayah, when) if part)
    return f"{words}; {known}" if known else words


def of_document(where: str, frame: pd.DataFrame) -> str:
    """Where the figures are printed, after the name of the document, where that is known.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = with_origin(pd.DataFrame({"a": [1]}), load(2019).laporan)
    >>> of_document("Bab III A.3", frame), of_document("Bab III A.3", pd.DataFrame())
    ('LKj 2019, Bab III A.3', 'Bab III A.3')
    """
    return ", ".join(part for part in (origin(frame).dokumen, where) if part)
