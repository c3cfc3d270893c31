"""A chart of the catalogue: its file name, the frame it draws, its caption."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from lkjlib.data import Data

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Chart:
    """One chart: `nama` is the stem of its files, `bingkai` gives the frame that `plot` draws.

    `judul` says what is drawn and in which unit: the caption of the picture where its own title,
    which is its finding, is not enough, and of the table of what is drawn; `label` heads the
    columns of that table where their names do not, `desimal` are the decimals of its numbers.
    """

    nama: str
    buku: str
    bingkai: Callable[[Data], pd.DataFrame]
    plot: Callable[[pd.DataFrame], Axes]
    judul: str = ""
    label: Mapping[str, str] = field(default_factory=dict)
    desimal: int = 2
