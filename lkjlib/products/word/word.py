"""Writes the Word chapter: markdown out of the frames, one run of pandoc."""

import csv
from pathlib import Path

from lkjlib.data import Data
from lkjlib.products.figures import INDEX
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render
from lkjlib.products.word.pandoc import convert


def write_chapter(data: Data, pictures: Path, path: Path) -> dict[str, str]:
    """Write Bab III as a .docx: native tables, captions, lists of them, pictures with alt text.

    Parameters
    ----------
    data : the report's data.
    pictures : folder that `lkjlib.products.figures.write_figures` wrote.
    path : the file to write.

    Returns
    -------
    dict
        Passages that the report's annexes do not give, by name, and why; the chapter says it too.

    Raises
    ------
    LkjError
        When pandoc is missing, a picture is missing, or pandoc refuses the text.
    """
    with (pictures / INDEX).open(encoding="utf-8-sig", newline="") as file:
        alt = {row["berkas"]: row["teks_alternatif"] for row in csv.DictReader(file)}
    left_out: dict[str, str] = {}
    convert(render(front(data), body(data, alt, left_out), alt), pictures, path)
    return left_out
