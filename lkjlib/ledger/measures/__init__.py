"""Measures: what the ledger compares the report's statements with."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.measures import belanja, indikator, sasaran, tenaga, usaha
from lkjlib.ledger.measures.measure import Measure, by_key

__all__ = ["Measure", "measures", "ukuran"]

_MODULES = (indikator, sasaran, usaha, tenaga, belanja)


def measures(data: Data) -> dict[str, Measure]:
    """Every measure by its key."""
    known = indikator.indicators(data)
    found = chain.from_iterable(module.measures(data, known) for module in _MODULES)
    return dict(by_key(found))


def ukuran(data: Data) -> pd.DataFrame:
    """The measures as one long frame: ukuran, nilai (exact), definisi."""
    rows = [(m.ukuran, m.nilai, m.definisi) for m in measures(data).values()]
    return pd.DataFrame(rows, columns=["ukuran", "nilai", "definisi"])
