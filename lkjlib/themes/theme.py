"""What a theme is: one subject of the report from its annex sheets to its charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from lkjlib.annexes.check import Rule
from lkjlib.annexes.declaration import Table
from lkjlib.annexes.frames import Frame
from lkjlib.data import Data
from lkjlib.numbers.exact import Exact
from lkjlib.report import Report

if TYPE_CHECKING:
    from lkjlib.charts.chart import Chart
    from lkjlib.themes.exhibit import Exhibit
    from lkjlib.themes.measure import Measure

BUKU_INDIKATOR = "10-indikator"  # the notebook of indicators without a theme of their own
Counts = Callable[[Data], tuple[int | Exact, int | Exact]]


@dataclass(frozen=True)
class Theme:
    """One subject: a slice of the library, in a folder of its own.

    Declared here is what reading needs. The rest is found where its name says, once it is asked
    for, so that reading annexes imports no analysis and no plotting: `CHARTS` in ``charts``,
    `EXHIBITS` in ``exhibits``, `measures` in ``measures``.

    Parameters
    ----------
    nama : name of the theme and of its folder.
    buku, buku_lain : stem of its notebook, and of those beside it.
    tables, frames : the annex sheets it declares for a report, and the frames they become.
    rules : what must hold between tables.
    counts : indicator it counts -> function that gives numerator and denominator of realisasi.
    satuan_cacah : indicator it counts -> what one unit of the numerator is.
    bagian_word : exhibits and charts that the Word chapter shows.
    """

    nama: str
    buku: str
    tables: Callable[[Report], tuple[Table, ...]]
    frames: Callable[[Report], Mapping[str, Frame]]
    rules: Callable[[Report], tuple[Rule, ...]] = field(default=lambda report: ())
    counts: Mapping[str, Counts] = field(default_factory=dict)
    satuan_cacah: Mapping[str, str] = field(default_factory=dict)
    bagian_word: tuple[str, ...] = ()
    buku_lain: tuple[str, ...] = ()

    @property
    def semua_buku(self) -> tuple[str, ...]:
        """Stems of all its notebooks."""
        return (self.buku, *self.buku_lain)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Its charts."""
        return self._part("charts").CHARTS

    def charts_of(self, data: Data) -> tuple[Chart, ...]:
        """Its charts on a report: some are one for every indicator that the report has."""
        module = self._part("charts")
        return module.charts_of(data) if hasattr(module, "charts_of") else module.CHARTS

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Its tables."""
        return self._part("exhibits").EXHIBITS

    def measures(self, data: Data) -> Iterator[Measure]:
        """Its measures of a report; `data` is the exact one, `data.eksak`."""
        return self._part("measures").measures(data)

    def _part(self, nama: str):
        return import_module(f"lkjlib.themes.{self.nama}.{nama}")
