"""The chapter from its first block to its last, in the order of the report."""

from __future__ import annotations

from collections.abc import Collection

from lkjlib.data import Data
from lkjlib.products.word.blocks import Blok, GambarWord, Judul
from lkjlib.products.word.opening import front, measurement, overview
from lkjlib.products.word.passages import Passages, pruned
from lkjlib.products.word.realisasi import spending
from lkjlib.products.word.results import with_results
from lkjlib.products.word.sasaran import sections

__all__ = ["body", "front"]


def body(
    data: Data,
    pictures: Collection[str] | None = None,
    left_out: dict[str, str] | None = None,
) -> list[Blok]:
    """Bab III: A (measurement, overview, every sasaran) and B (spending), as computed.

    Nothing in it speaks to the editor: it is there to be pasted.

    Parameters
    ----------
    data : the report's data.
    pictures : names of the pictures that were drawn; all by default.
    left_out : where it notes passages that the annexes do not give, and why.
    """
    part = Passages(with_results(data), {} if left_out is None else left_out)
    blocks = [
        Judul(1, "BAB III AKUNTABILITAS KINERJA"),
        Judul(2, "A. Capaian Kinerja Organisasi"),
        *measurement(part),
        *overview(part),
        *sections(part),
        *(spending(part) if "anggaran" in data.laporan.tema else ()),
    ]
    return pruned(
        block
        for block in blocks
        if pictures is None or not isinstance(block, GambarWord) or block.nama in pictures
    )
