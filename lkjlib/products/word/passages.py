"""Passages of a chapter, each tried: what the annexes do not give is left out, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from lkjlib.data import Data
from lkjlib.products.absent import EMPTY, tried
from lkjlib.products.catalogue import charts, temuan
from lkjlib.products.word.blocks import (
    Blok,
    Daftar,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
    exhibit,
    findings,
)


@dataclass(frozen=True)
class Passages:
    """Makes passages of a report; each method gives no block where the annexes give none.

    `left_out` gathers the reasons by name of the passage.
    """

    data: Data
    left_out: dict[str, str]

    def text(self, nama: str, make: Callable[..., str], *argumen: object) -> list[Blok]:
        """A paragraph of what `make(data, *argumen)` says."""
        said = tried(self.left_out, nama, make, self.data, *argumen)
        return [Paragraf(said)] if said else []

    def table(self, nama: str, make: Callable[..., TabelWord], *argumen: object) -> list[Blok]:
        """A table; one without a row is left out."""
        made = tried(self.left_out, nama, make, self.data, *argumen)
        if made is not None and not made.isi.baris:
            self.left_out[nama] = EMPTY
        return [made] if made is not None and made.isi.baris else []

    def exhibit(self, kode: str, *argumen: str, kecil: bool = False) -> list[Blok]:
        """A declared table."""
        nama = " ".join((kode, *argumen))
        return self.table(nama, lambda data: exhibit(data, kode, *argumen, kecil=kecil))

    def picture(self, nama: str, judul: str = "") -> list[Blok]:
        """A picture of the catalogue, where the report has it; its caption is the chart's."""
        chart = charts(self.data).get(nama)
        return [GambarWord(nama, judul or chart.judul)] if chart else []

    def findings(self, nama: str, *bagian: str) -> list[Blok]:
        """The findings of some sections that hold, as numbered points."""
        found = (temuan(self.data, name) for name in bagian)
        points = tried(self.left_out, nama, lambda: findings(chain(*found))) or Daftar(())
        return [points] if points.butir else []


def pruned(blocks: Iterable[Blok]) -> list[Blok]:
    """Blocks without headings that nothing stands under.

    Examples
    --------
    >>> [b.teks for b in pruned([Judul(2, "A"), Judul(3, "kosong"), Judul(2, "B"), Paragraf("b")])]
    ['B', 'b']
    """
    kept: list[Blok] = []
    for block in reversed(list(blocks)):
        below = kept[-1] if kept else None
        empty = below is None or (isinstance(below, Judul) and below.tingkat <= _level(block))
        if not (isinstance(block, Judul) and empty):
            kept.append(block)
    return kept[::-1]


def _level(block: Blok) -> int:
    return block.tingkat if isinstance(block, Judul) else 0
