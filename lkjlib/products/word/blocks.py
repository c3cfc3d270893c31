"""What a chapter is made of: headings, paragraphs, findings, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.catalogue import find_exhibit
from lkjlib.products.notebook import Tabel, tabel, table_of
from lkjlib.themes.finding import Temuan

SUMBER, USULAN = "Sumber Tabel", "Usulan Kalimat"
_MANY = 7  # columns beyond which letters are small
_DIGIT, _PADDING = {True: 0.165, False: 0.21}, 0.15  # centimetres, in small letters or not
_TEXT = (34, 22)  # letters of a line: of a table's texts, and where numbers need the room
_ROOM = 105  # relative widths beyond which numbers need the room


@dataclass(frozen=True)
class Judul:
    """A heading; level 1 is the chapter."""

    tingkat: int
    teks: str


@dataclass(frozen=True)
class Paragraf:
    """Running text, in a paragraph style of reference.docx where `gaya` names one."""

    teks: str
    gaya: str = ""


@dataclass(frozen=True)
class Daftar:
    """Numbered points: each a bold beginning, a text, and a closing in italics."""

    butir: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class TabelWord:
    """A native table: caption, cells, relative column widths, rows in bold, smaller letters.

    `usulan` is the column whose sentences are proposals; -1 where there is none. `tingkat` is the
    level of each row where rows stand in groups: 0 indented, 1 in bold, 2 in capitals too.
    """

    judul: str
    isi: Tabel
    lebar: tuple[float, ...]
    tebal: frozenset[int] = frozenset()
    kecil: bool = False
    usulan: int = -1
    tingkat: tuple[int, ...] = ()


@dataclass(frozen=True)
class GambarWord:
    """A picture of build/gambar: its name there, and a caption that says what it shows."""

    nama: str
    judul: str


Blok = Judul | Paragraf | Daftar | TabelWord | GambarWord


def word_table(
    frame: pd.DataFrame,
    judul: str,
    kolom: Mapping[str, tuple[str, float]],
    *,
    desimal: int | Mapping[str, int] = 2,
    tebal: Iterable[int] = (),
    kecil: bool = False,
    catatan: str = "",
    usulan: str = "",
    tingkat: Sequence[int] = (),
) -> TabelWord:
    """A table of some columns of a frame, in Indonesian numbers.

    Parameters
    ----------
    frame : any frame; its index is not shown.
    judul : caption, without "Tabel" and number.
    kolom : column -> (heading, relative width), in the order shown.
    desimal : decimals of float columns, or column -> decimals.
    tebal : rows in bold, for sums and groups.
    kecil : smaller letters, for many columns.
    catatan : a note under the table.
    usulan : column whose sentences are proposals.
    tingkat : level of each row in groups: 0 member, 1 group or sum, 2 group of groups.

    Examples
    --------
    >>> frame = pd.DataFrame({"a": [1.5], "b": [2000]})
    >>> word_table(frame, "Judul", {"b": ("B (Rp)", 2), "a": ("A (%)", 1)}).isi.baris
    (('2.000', '1,50'),)
    """
    names = list(kolom)
    shown = tabel(
        frame[names],
        desimal=desimal,
        label={name: head for name, (head, _) in kolom.items()},
        catatan=catatan,
    )
    cells = list(zip(*shown.baris, strict=True)) or [()] * len(names)
    widths = tuple(
        max(width, _room_for_numbers(column, kecil)) if number else width
        for (_, width), column, number in zip(kolom.values(), cells, shown.angka, strict=True)
    )
    column = names.index(usulan) if usulan else -1
    bold = frozenset(tebal).union(row for row, level in enumerate(tingkat) if level)
    return TabelWord(judul, shown, widths, bold, kecil, column, tuple(tingkat))


def _room_for_numbers(cells: Iterable[str], kecil: bool) -> float:
    """Centimetres in which the longest number stands on one line, in bold letters."""
    return max(map(len, cells), default=0) * _DIGIT[kecil] + _PADDING


def exhibit(data: Data, kode: str, *argumen: str, kecil: bool = False) -> TabelWord:
    """A declared table as a native one; columns are as wide as what stands in them needs.

    Parameters
    ----------
    data : the report's data.
    kode : code of the table, ``"koperasi.cakupan"``.
    argumen : what it asks for besides, such as the code of an indicator.
    kecil : smaller letters, as a table of many columns has anyway.
    """
    isi = find_exhibit(kode, data).isi(data, *argumen)
    shown = table_of(isi)
    columns = list(zip(*shown.baris, strict=True)) or [()] * len(shown.kolom)
    cells = list(zip(shown.kolom, columns, strict=True))
    widths = tuple(_width(head, column) for head, column in cells)
    if sum(widths) > _ROOM:
        widths = tuple(_width(head, column, _TEXT[1]) for head, column in cells)
    bold = frozenset({len(shown.baris) - 1}) if isi.baris_jumlah else frozenset()
    small = kecil or len(shown.kolom) > _MANY
    return TabelWord(isi.judul, replace(shown, judul=""), widths, bold, small)


def _width(head: str, cells: Iterable[str], line: int = _TEXT[0]) -> float:
    """Relative width of a column: its longest word stands on one line, a sentence on a few."""
    texts = [head, *cells]
    words = max((len(word) for text in texts for word in text.split()), default=1)
    lines = max(map(len, cells), default=0)
    return max(words * 1.15, min(lines, line), 5) + 2


def findings(temuan: Iterable[Temuan]) -> Daftar:
    """Findings as numbered points, each with its verdict where it has one."""
    return Daftar(
        tuple((t.judul, t.kalimat, f"Vonis: {t.vonis}." if t.vonis else "") for t in temuan)
    )
