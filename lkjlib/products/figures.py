"""Writes every chart of the catalogue as PNG, SVG and PDF, with an index of their words.

Nothing written holds a date, a path or a random number: the same data give the same bytes.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.data import Data
from lkjlib.products.absent import tried
from lkjlib.products.catalogue import charts, draw
from lkjlib.products.csv_text import write_csv
from lkjlib.products.templates import render

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INDEX = "indeks.csv"
FORMATS = ("png", "svg", "pdf")
Words = tuple[str, ...]
Drawn = tuple[list[Words], dict[str, str]]  # rows of the index; what is left out, and why
_COLUMNS = ("berkas", "buku", "judul", "keterangan", "sumber", "teks_alternatif", "format")


def write_figures(data: Data, folder: Path) -> dict[str, str]:
    """Write every chart as PNG (300 dpi), SVG and PDF, 16 cm wide, and an index of them.

    Parameters
    ----------
    data : the report's data.
    folder : created here; ``indeks.csv`` and ``indeks.html`` give caption, source, alt text.

    Returns
    -------
    dict
        Charts that the report's annexes do not give, by name, and why.
    """
    folder.mkdir(parents=True)
    return join_figures(data, folder, [draw_figures(data, folder)])


def join_figures(data: Data, folder: Path, drawn: Iterable[Drawn]) -> dict[str, str]:
    """Write the index of figures that were drawn in pieces, in the order of the catalogue.

    Returns
    -------
    dict
        Charts that the report's annexes do not give, by name, and why.
    """
    rows, left_out = {}, {}
    for some, absent in drawn:
        rows |= {row[0]: row for row in some}
        left_out |= absent
    names = list(charts(data))
    write_index([rows[name] for name in names if name in rows], folder)
    return {name: left_out[name] for name in names if name in left_out}


def draw_figures(data: Data, folder: Path, piece: int = 0, pieces: int = 1) -> Drawn:
    """Draw the charts, or every so manieth of them, and save each in three formats.

    Parameters
    ----------
    data : the report's data.
    folder : where they are written.
    piece, pieces : which of how many pieces of this work; together they draw every chart once.

    Returns
    -------
    list, dict
        Row of the index of each chart drawn; charts that the annexes do not give, and why.
    """
    from matplotlib import pyplot as plt

    from lkjlib.charts.house import text_of, use_style

    rows: list[Words] = []
    left_out: dict[str, str] = {}
    with plt.rc_context():
        use_style()  # holds while saving: it also fixes the identifiers inside an SVG
        for name, chart in list(charts(data).items())[piece::pieces]:
            ax = tried(left_out, name, draw, name, data)
            if ax is None:
                plt.close("all")  # what it had begun to draw
                continue
            words = text_of(ax)
            _save(ax.figure, folder / name, words.title)
            plt.close(ax.figure)
            rows.append((name, chart.buku, words.title, words.subtitle, words.source, words.alt))
    return rows, left_out


def _save(figure: "Figure", path: Path, title: str) -> None:
    figure.savefig(
        path.with_suffix(".png"),
        dpi=300,
        metadata={"Software": None},
        pil_kwargs={"compress_level": 1},
    )
    figure.savefig(path.with_suffix(".svg"), metadata={"Date": None, "Creator": None})
    nameless = {"Title": title, "Creator": None, "Producer": None, "CreationDate": None}
    figure.savefig(path.with_suffix(".pdf"), metadata=nameless)


def write_index(rows: list[Words], folder: Path) -> None:
    """Write the list of the figures as CSV for a program and as a page for a reader.

    Parameters
    ----------
    rows : name, notebook, title, subtitle, source and alternative text of each figure, in order.
    folder : where the figures are.
    """
    every = ", ".join(FORMATS)
    write_csv(folder / INDEX, _COLUMNS, ([*row, every] for row in rows))
    page = render("figures.html.j2", figures=rows, formats=FORMATS)
    (folder / "indeks.html").write_text(f"{page}\n", encoding="utf-8", newline="\n")
