"""A chart of the catalogue: its file name, its notebook, the frame it draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.data import Data


@dataclass(frozen=True)
class Chart:
    """One chart: `nama` is the stem of its files, `bingkai` gives the frame that `plot` draws."""

    nama: str
    buku: str
    bingkai: Callable[[Data], pd.DataFrame]
    plot: Callable[[pd.DataFrame], Axes]
