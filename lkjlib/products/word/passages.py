"""Passages of a chapter, each tried: what the annexes do not give is left out, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

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

    def exhibit(
        self, kode: str, *argumen: str, kolom: Sequence[str] = (), kecil: bool = False
    ) -> list[Blok]:
        """A declared table, or some columns of it."""
        nama = " ".join((kode, *argumen))
        return self.table(
            nama, lambda data: exhibit(data, kode, *argumen, kolom=kolom, kecil=kecil)
        )

    def picture(self, nama: str, judul: str = "") -> list[Blok]:
        """A picture of the catalogue, where the report has it; its caption is the chart's."""
        chart = charts(self.data).get(nama)
        return [GambarWord(nama, judul or chart.judul)] if chart else []

    def filled(self, make: Callable[..., TabelWord], *argumen: object) -> list[Blok]:
        """A table, where the report fills in any row of it; a sentence beside it says if not."""
        made = tried(self.left_out, " ".join(map(str, argumen)), make, self.data, *argumen)
        return [made] if made is not None and made.isi.baris else []

    def conclusions(self, nama: str, *bagian: str) -> list[Blok]:
        """What the findings of some sections that hold allow to conclude, as numbered points."""
        told = tried(self.left_out, nama, self._allowed, *bagian) or ()
        return [Daftar(tuple(("", text, "") for text in told))] if told else []

    def _allowed(self, *bagian: str) -> tuple[str, ...]:
        holding = (one for name in bagian for one in temuan(self.data, name).semua if one.berlaku)
        return tuple(dict.fromkeys(text for one in holding for text in one.boleh))


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
