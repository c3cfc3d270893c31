"""What a theme is: one subject of the report from its annex sheets to its charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from lkjlib.annexes.check import Rule
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.frames import Frame
from lkjlib.data import Data
from lkjlib.numbers.exact import Exact

if TYPE_CHECKING:
    from lkjlib.charts.chart import Chart
    from lkjlib.themes.exhibit import Exhibit
    from lkjlib.themes.finding import Temuan
    from lkjlib.themes.measure import Measure

Counts = Callable[[Data], tuple[int | Exact, int | Exact]]


@dataclass(frozen=True)
class Theme:
    """One subject: a slice of the library, in a folder of its own.

    Declared here is what reading needs. The rest is found where its name says, once it is asked
    for, so that reading annexes imports no analysis and no plotting: `CHARTS` in ``charts``,
    `EXHIBITS` in ``exhibits``, `measures` in ``measures``, `temuan` in ``temuan``.

    Parameters
    ----------
    nama : name of the theme and of its folder.
    buku : stem of its notebook.
    tables, frames : the annex sheets it declares, and the frames they become.
    rules : what must hold between tables.
    counts : indicator it counts -> function that gives numerator and denominator of realisasi.
    bagian_word : exhibits and charts that the Word chapter shows, by indicator.
    """

    nama: str
    buku: str
    tables: tuple[Table, ...]
    frames: Mapping[str, Frame]
    rules: tuple[Rule, ...] = ()
    counts: Mapping[str, Counts] = field(default_factory=dict)
    bagian_word: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Its charts."""
        return self._part("charts").CHARTS

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Its tables."""
        return self._part("exhibits").EXHIBITS

    def measures(self, data: Data) -> Iterator[Measure]:
        """Its measures of a report; `data` is the exact one, `data.eksak`."""
        return self._part("measures").measures(data)

    def temuan(self, data: Data) -> tuple[Temuan, ...]:
        """Its findings on a report."""
        return self._part("temuan").temuan(data)

    def _part(self, nama: str):
        return import_module(f"lkjlib.themes.{self.nama}.{nama}")
