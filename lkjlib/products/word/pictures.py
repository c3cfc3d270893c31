"""The pictures of the chapter: of build/gambar, or drawn anew where other results are told."""

import csv
import shutil
from collections.abc import Iterable
from pathlib import Path

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.products.figures import INDEX
from lkjlib.products.word.results import with_results

_DPI = 300


def drawn(pictures: Path) -> dict[str, str]:
    """Alternative text of every picture of a folder that `write_figures` wrote, by name."""
    with (pictures / INDEX).open(encoding="utf-8-sig", newline="") as file:
        return {row["berkas"]: row["teks_alternatif"] for row in csv.DictReader(file)}


def gather(data: Data, names: Iterable[str], pictures: Path, folder: Path) -> dict[str, str]:
    """Put pictures of the catalogue into a folder, as the chapter shows them.

    A chart that draws printed beside recomputed results is drawn anew with the computed ones.

    Parameters
    ----------
    data : the report's data.
    names : of the charts.
    pictures : folder that `lkjlib.products.figures.write_figures` wrote.
    folder : where the PNG go.

    Returns
    -------
    dict
        Alternative text by name.

    Raises
    ------
    LkjError
        When a picture is not in the folder.
    """
    from lkjlib.products.catalogue import find_chart
    from lkjlib.products.notebook import tampilkan

    alt, told, results = drawn(pictures), {}, with_results(data)
    for name in names:
        chart, source = find_chart(name, data), pictures / f"{name}.png"
        frame = chart.bingkai(results)
        if not frame.equals(chart.bingkai(data)):
            picture = tampilkan(chart.plot(frame), name, dpi=_DPI)
            (folder / source.name).write_bytes(picture.png)
            told[name] = picture.alt
        elif name in alt and source.exists():
            shutil.copyfile(source, folder / source.name)
            told[name] = alt[name]
        else:
            raise LkjError(f"gambar {source.name} tidak ada di folder gambar")
    return told
