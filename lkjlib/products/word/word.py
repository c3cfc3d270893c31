"""Writes the Word chapter: markdown out of the frames, one run of pandoc."""

from pathlib import Path
from tempfile import TemporaryDirectory

from lkjlib.data import Data
from lkjlib.products.word.blocks import GambarWord
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render
from lkjlib.products.word.pandoc import convert
from lkjlib.products.word.pictures import drawn, gather


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
        Passages that the report's annexes do not give, by name, and why.

    Raises
    ------
    LkjError
        When pandoc is missing, a picture is missing, or pandoc refuses the text.
    """
    left_out: dict[str, str] = {}
    blocks = body(data, drawn(pictures), left_out)
    names = [block.nama for block in blocks if isinstance(block, GambarWord)]
    with TemporaryDirectory() as folder:
        alt = gather(data, names, pictures, Path(folder))
        convert(render(front(data), blocks, alt), Path(folder), path)
    return left_out
