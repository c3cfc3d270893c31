"""Every number that a report prints, with the words that say what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lkjlib.draft.document import Blok, Naskah
from lkjlib.draft.references import (
    BAGIAN,
    DAFTAR,
    cell_kinds,
    item_number,
    references_in,
)
from lkjlib.errors import ParseError
from lkjlib.ledger.claims import NUMBER
from lkjlib.numbers.parse import Printed, parse_printed


@dataclass(frozen=True)
class Angka:
    """A number as printed: where, what it refers to (`acuan`) or the words around it.

    `awal` is where it stands in its text (`teks`: the paragraph or the cell); `sel` its row and
    column in the table of `blok`.
    """

    blok: Blok
    baris: int
    urutan: int
    tercetak: str
    teks: str
    awal: int
    sel: tuple[int, int] | None = None
    acuan: str = ""

    @property
    def bagian(self) -> str:
        """Section of the report."""
        return self.blok.bagian

    @property
    def tabel(self) -> str:
        """Title of the table it stands in."""
        return self.blok.grid.judul if self.blok.grid else ""

    @property
    def utama(self) -> bool:
        """Is it the number of its cell, not one in a formula or name there?"""
        return self.sel is not None and not self.teks[: self.awal].strip(" (<>≤≥=Rp.-−")

    @cached_property
    def nilai(self) -> Printed | None:
        """Its value and decimals, None where the string is no readable number."""
        try:
            return parse_printed(self.tercetak)
        except ParseError:
            return None

    @property
    def satuan(self) -> str:
        """%, Rp or nothing, as it stands beside the number."""
        after = self.teks[self.awal + len(self.tercetak) :].lstrip()
        if after.startswith(("%", "persen")):
            return "%"
        before = self.teks[: self.awal].rstrip().casefold()
        return "Rp" if before.endswith(("rp", "rp.")) else ""


def numbers_in(naskah: Naskah) -> list[Angka]:
    """Every number of a report, line by line."""
    return [number for blok in naskah.blok for number in _numbers(blok)]


def _numbers(blok: Blok) -> Iterator[Angka]:
    if blok.grid is None:
        kinds = references_in(blok.teks)
        item = item_number(blok.teks)
        if item is not None:
            kinds[item] = BAGIAN if blok.judul else DAFTAR
        yield from _in_text(blok, blok.baris, blok.teks, kinds)
        return
    counted = {(row, column): kind for row, column, kind in cell_kinds(blok)}
    grid = blok.grid
    for row, cells in enumerate(grid.rows):
        order = 0
        for column, text in enumerate(cells):
            kinds = _cell_references(text)
            for number in _in_text(
                blok,
                grid.baris[row],
                text,
                kinds,
                order,
                (row, column),
                counted.get((row, column), ""),
            ):
                order = number.urutan
                yield number


def _cell_references(text: str) -> dict[int, str]:
    """References within a cell, the number that its text begins with among them."""
    kinds = references_in(text)
    item = item_number(text)
    if item is not None and len(text.split()) > 1:
        kinds[item] = DAFTAR
    return kinds


def _in_text(
    blok: Blok,
    baris: int,
    text: str,
    kinds: Mapping[int, str],
    order: int = 0,
    sel: tuple[int, int] | None = None,
    all_of: str = "",
) -> Iterator[Angka]:
    for place, match in enumerate(NUMBER.finditer(text), start=order + 1):
        kind = all_of or kinds.get(match.start(), "")
        yield Angka(blok, baris, place, match[0], text, match.start(), sel, kind)
