"""Every exhibit of the project by its name: tables and charts of the themes and of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from lkjlib.charts.origin import with_origin
from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger import findings
from lkjlib.ledger.sentences import RINGKASAN, report_findings, sections_of
from lkjlib.products.absent import NO_LEDGER, has_ledger
from lkjlib.themes import ALWAYS, INDIKATOR_LAIN, THEMES, book_of, themes_of
from lkjlib.themes.finding import TemuanBagian
from lkjlib.themes.indikator.temuan import temuan as rule_findings

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from lkjlib.charts.chart import Chart
    from lkjlib.themes.exhibit import Exhibit

KLAIM = "klaim"


@lru_cache(maxsize=2)
def charts(data: Data | None = None) -> Mapping[str, Chart]:
    """Charts by name, in the order of the notebooks: those of a report's themes, or every one.

    The ledger's are among them where the report has a ledger. A chart here may still find no
    frame to draw: where its sheet is absent, `bingkai` says so.
    """
    from lkjlib.ledger.charts import CHARTS

    if data is None:
        every = [chart for theme in THEMES for chart in theme.charts]
    else:
        themes = themes_of(data.laporan)
        every = [_in_its_book(chart, data) for theme in themes for chart in theme.charts_of(data)]
    if data is None or has_ledger(data.laporan):
        every += CHARTS
    in_order = sorted(every, key=lambda chart: chart.buku)
    return MappingProxyType({chart.nama: chart for chart in in_order})


def _in_its_book(chart: Chart, data: Data) -> Chart:
    """The trend of an indicator that a theme counts stands in the theme's notebook."""
    if chart.buku != INDIKATOR_LAIN:
        return chart
    return replace(chart, buku=book_of(data, chart.nama.partition("-")[2]))


def exhibits(data: Data | None = None) -> dict[str, Exhibit]:
    """Tables by code, ``theme.name``: those of the themes, of the ledger, of the sources.

    With a report's data those of its themes, and of its ledger where it has one.
    """
    from lkjlib.ledger.exhibits import EXHIBITS
    from lkjlib.products.sources import SUMBER

    themes = THEMES if data is None else themes_of(data.laporan)
    every = [exhibit for theme in themes for exhibit in theme.exhibits]
    if data is None or has_ledger(data.laporan):
        every += EXHIBITS
    return {exhibit.kode: exhibit for exhibit in (*every, SUMBER)}


def find_chart(nama: str, data: Data | None = None) -> Chart:
    """Chart by name; LkjError lists the names there are."""
    known = charts(data)
    if nama not in known:
        raise LkjError(_unknown("gambar", nama, known, charts()))
    return known[nama]


def find_exhibit(kode: str, data: Data | None = None) -> Exhibit:
    """Table by code; LkjError lists the codes there are, and the charts that are tables too."""
    known = exhibits(data)
    if kode not in known:
        raise LkjError(_unknown("tabel", kode, [*known, *charts(data)], exhibits()))
    return known[kode]


def _unknown(kind: str, nama: str, known: Collection[str], every: Collection[str]) -> str:
    """No such thing at all, or not in this report, whose themes do not give it."""
    if nama in every and nama not in known:
        why = "temanya tidak disebut di laporan.toml"
        if nama.startswith(f"{KLAIM}."):
            why = NO_LEDGER
        return f"{kind} '{nama}' tidak ada pada laporan ini: {why}"
    return explain_unknown(kind, nama, known)


def draw(nama: str, data: Data) -> Axes:
    """Draw a chart of the catalogue from a report's data."""
    return find_chart(nama, data).plot(bingkai(data, nama))


def bingkai(data: Data, nama: str, *argumen: str) -> pd.DataFrame:
    """The frame behind a table or a chart, to compute on.

    Parameters
    ----------
    data : the report's data.
    nama : code of a table (``"koperasi.cakupan"``) or name of a chart (``"tren-tpt"``).
    argumen : what the table asks for besides, such as the code of an indicator.

    Raises
    ------
    LkjError
        When there is neither; the names are listed.

    Examples
    --------
    >>> from lkjlib import load
    >>> bingkai(load(2019), "koperasi.cakupan")["pembilang"].tolist()
    [31, 37, 31, 31, 126]
    """
    chart = charts(data).get(nama)
    if chart:
        return with_origin(chart.bingkai(data), data.laporan)
    return find_exhibit(nama, data).bingkai(data, *argumen)


def temuan(data: Data, bagian: str) -> TemuanBagian:
    """The findings on a report that hold, in order: those of temuan.toml and the rules' own.

    Parameters
    ----------
    data : the report's data.
    bagian : a theme, the code of an indicator, "ringkasan", or "klaim" for those of the ledger.

    Raises
    ------
    LkjError
        When there is no such section; those there are are listed.
    AnnexError
        Lists every fault of temuan.toml.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan(load(2019), "koperasi")[0].judul
    'Cakupan pemeringkatan membatasi indikator.'
    """
    sections = sections_of(data.laporan, data.indikator["kode"])
    if has_ledger(data.laporan):
        sections.append(KLAIM)
    if bagian not in sections:
        raise LkjError(explain_unknown("bagian", bagian, sections))
    if bagian == KLAIM:
        return TemuanBagian((*findings.jawaban(data), *findings.temuan(data)))
    written = tuple(one for one in report_findings(data) if one.bagian == bagian)
    rules = rule_findings(data) if bagian in (RINGKASAN, ALWAYS.nama) else ()
    return TemuanBagian((*rules, *written))
