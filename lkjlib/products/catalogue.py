"""Every exhibit of the project by its name: tables and charts of the themes and of the ledger."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.themes import THEMES

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from lkjlib.charts.chart import Chart
    from lkjlib.themes.exhibit import Exhibit
    from lkjlib.themes.finding import Temuan


@cache
def charts() -> dict[str, Chart]:
    """Charts by name, in the order of the notebooks."""
    from lkjlib.ledger.charts import CHARTS

    every = [chart for theme in THEMES for chart in theme.charts]
    return {chart.nama: chart for chart in sorted([*every, *CHARTS], key=lambda chart: chart.buku)}


@cache
def exhibits() -> dict[str, Exhibit]:
    """Tables by code, ``theme.name``: those of the themes, of the ledger, of the sources."""
    from lkjlib.ledger.exhibits import EXHIBITS
    from lkjlib.products.sources import SUMBER

    every = [exhibit for theme in THEMES for exhibit in theme.exhibits]
    return {exhibit.kode: exhibit for exhibit in (*every, *EXHIBITS, SUMBER)}


def find_chart(nama: str) -> Chart:
    """Chart by name; LkjError lists the names there are."""
    if nama not in charts():
        raise LkjError(explain_unknown("gambar", nama, charts()))
    return charts()[nama]


def find_exhibit(kode: str) -> Exhibit:
    """Table by code; LkjError lists the codes there are, and the charts that are tables too."""
    if kode not in exhibits():
        raise LkjError(explain_unknown("tabel", kode, [*exhibits(), *charts()]))
    return exhibits()[kode]


def draw(nama: str, data: Data) -> Axes:
    """Draw a chart of the catalogue from a report's data."""
    chart = find_chart(nama)
    return chart.plot(chart.bingkai(data))


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
    if nama in charts():
        return charts()[nama].bingkai(data)
    return find_exhibit(nama).bingkai(data, *argumen)


def temuan(data: Data, tema: str) -> tuple[Temuan, ...]:
    """The findings of a theme on a report, in order; those of the ledger as theme ``"klaim"``.

    Raises
    ------
    LkjError
        When there is no such theme; those there are are listed.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan(load(2019), "koperasi")[0].judul
    'Cakupan pemeringkatan membatasi indikator.'
    """
    from lkjlib.ledger import findings

    themes = {theme.nama: theme.temuan for theme in THEMES} | {"klaim": findings.temuan}
    if tema not in themes:
        raise LkjError(explain_unknown("tema", tema, themes))
    return themes[tema](data)
