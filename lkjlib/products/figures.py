"""Writes every chart of the catalogue as PNG, SVG and PDF, with an index of their words.

Nothing written holds a date, a path or a random number: the same data give the same bytes. A chart
is drawn from its frame alone, so one whose frame is that of the last build is taken from there.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lkjlib.data import Data
from lkjlib.products.absent import tried
from lkjlib.products.catalogue import bingkai, charts
from lkjlib.products.csv_text import write_csv
from lkjlib.products.fingerprint import fingerprint
from lkjlib.products.templates import render

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INDEX = "indeks.csv"
FRAMES = ".bingkai.json"
"""File beside the figures: of each its words and the fingerprint of the frame it was drawn from."""

FORMATS = ("png", "svg", "pdf")
Words = tuple[str, ...]  # title, subtitle, source, alternative text
_COLUMNS = ("berkas", "buku", "judul", "keterangan", "sumber", "teks_alternatif", "format")


class Figure(NamedTuple):
    """A written figure: the notebook it stands in, its frame's fingerprint, its words."""

    buku: str
    bingkai: str
    kata: Words


Drawn = tuple[dict[str, Figure], dict[str, str]]  # by name; what is left out, and why


def write_figures(data: Data, folder: Path, earlier: Path | None = None) -> dict[str, str]:
    """Write every chart as PNG (300 dpi), SVG and PDF, 16 cm wide, and an index of them.

    Parameters
    ----------
    data : the report's data.
    folder : created here; ``indeks.csv`` and ``indeks.html`` give caption, source, alt text.
    earlier : see `draw_figures`.

    Returns
    -------
    dict
        Charts that the report's annexes do not give, by name, and why.
    """
    folder.mkdir(parents=True)
    return join_figures(data, folder, [draw_figures(data, folder, earlier=earlier)])


def join_figures(data: Data, folder: Path, drawn: Iterable[Drawn]) -> dict[str, str]:
    """Write the index of figures that were drawn in pieces, in the order of the catalogue.

    Returns
    -------
    dict
        Charts that the report's annexes do not give, by name, and why.
    """
    found, left_out = {}, {}
    for some, absent in drawn:
        found |= some
        left_out |= absent
    names = list(charts(data))
    figures = {name: found[name] for name in names if name in found}
    write_index([(name, one.buku, *one.kata) for name, one in figures.items()], folder)
    kept = {name: one._asdict() for name, one in figures.items()}
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    (folder / FRAMES).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return {name: left_out[name] for name in names if name in left_out}


def draw_figures(
    data: Data, folder: Path, piece: int = 0, pieces: int = 1, earlier: Path | None = None
) -> Drawn:
    """Draw the charts, or every so manieth of them, and save each in three formats.

    Parameters
    ----------
    data : the report's data.
    folder : where they are written.
    piece, pieces : which of how many pieces of this work; together they draw every chart once.
    earlier : a whole folder of figures that this very library wrote: those of the same frame are
        taken from there. The result is the same without it.

    Returns
    -------
    dict, dict
        Each chart drawn, by name; charts that the annexes do not give, and why.
    """
    from matplotlib import pyplot as plt

    from lkjlib.charts.house import use_style

    known = _known(earlier) if earlier else {}
    figures: dict[str, Figure] = {}
    left_out: dict[str, str] = {}
    with plt.rc_context():
        use_style()  # holds while saving: it also fixes the identifiers inside an SVG
        for name, chart in list(charts(data).items())[piece::pieces]:
            frame = tried(left_out, name, bingkai, data, name)
            if frame is None:
                continue
            told = fingerprint(frame)
            if told and told == known.get(name, (None, ()))[0]:
                words = known[name][1]
                for kind in FORMATS:
                    shutil.copyfile(earlier / f"{name}.{kind}", folder / f"{name}.{kind}")
            else:
                ax = tried(left_out, name, chart.plot, frame)
                words = None if ax is None else _save(ax, folder / name)
                plt.close("all")  # also what it had begun to draw
            if words:
                figures[name] = Figure(chart.buku, told, words)
    return figures, left_out


def _known(earlier: Path) -> Mapping[str, tuple[str, Words]]:
    """Fingerprint of the frame and words of each figure of a folder."""
    kept = json.loads((earlier / FRAMES).read_text(encoding="utf-8"))
    return {name: (one["bingkai"], tuple(one["kata"])) for name, one in kept.items()}


def _save(ax: "Axes", path: Path) -> Words:
    from lkjlib.charts.house import text_of

    words, figure = text_of(ax), ax.figure
    figure.savefig(
        path.with_suffix(".png"),
        dpi=300,
        metadata={"Software": None},
        pil_kwargs={"compress_level": 1},
    )
    figure.savefig(path.with_suffix(".svg"), metadata={"Date": None, "Creator": None})
    nameless = {"Title": words.title, "Creator": None, "Producer": None, "CreationDate": None}
    figure.savefig(path.with_suffix(".pdf"), metadata=nameless)
    return words.title, words.subtitle, words.source, words.alt


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
