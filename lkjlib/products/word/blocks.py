"""What a chapter is made of: headings, paragraphs, findings, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.catalogue import find_exhibit
from lkjlib.products.notebook import Tabel, tabel, table_of
from lkjlib.products.word.lines import bind

SUMBER, USULAN = "Sumber Tabel", "Usulan Kalimat"
_MANY = 7  # columns beyond which letters are small
_TEXT = 16.0  # centimetres of a page between its margins
_LETTER = {True: 0.196, False: 0.221}  # centimetres, of a figure in a wide bold font, small or not
_NARROW, _BROAD = frozenset(".,:;!|()'/ filjt"), frozenset("MWm%")
_PADDING = 0.25  # centimetres, both sides of a cell
_LINE = 34  # letters of a table's text in one line


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
    wanted = [width for _, width in kolom.values()]
    widths = _fitted(shown, wanted, kecil)
    column = names.index(usulan) if usulan else -1
    bold = frozenset(tebal).union(row for row, level in enumerate(tingkat) if level)
    return TabelWord(judul, shown, widths, bold, kecil, column, tuple(tingkat))


def _fitted(table: Tabel, wanted: Sequence[float], kecil: bool) -> tuple[float, ...]:
    """Widths [cm] as wanted, but no number and no word of any column is broken over lines.

    Letters are taken as those of a wide font, in bold: so that it holds whatever font is there.
    """
    least = []
    for head, column, number in zip(table.kolom, _columns(table), table.angka, strict=True):
        cells = map(bind, column)
        parts = [bind(head).split(" "), *([c] if number else c.split(" ") for c in cells)]
        longest = max((_letters(word) for words in parts for word in words), default=1)
        least.append(longest * _LETTER[kecil] + _PADDING)
    more = [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    spare = max(_TEXT - sum(least), 0.0) / (sum(more) or 1.0)
    return tuple(low + extra * spare for low, extra in zip(least, more, strict=True))


def _letters(word: str) -> float:
    """How many figures are as wide as a word.

    >>> _letters("1.000"), _letters("%")
    (4.6, 1.5)
    """
    return sum(0.6 if c in _NARROW else 1.5 if c in _BROAD else 1 for c in word)


def _columns(table: Tabel) -> list[tuple[str, ...]]:
    return list(zip(*table.baris, strict=True)) or [()] * len(table.kolom)


def exhibit(
    data: Data, kode: str, *argumen: str, kolom: Sequence[str] = (), kecil: bool = False
) -> TabelWord:
    """A declared table as a native one; columns are as wide as what stands in them needs.

    Parameters
    ----------
    data : the report's data.
    kode : code of the table, ``"koperasi.cakupan"``.
    argumen : what it asks for besides, such as the code of an indicator.
    kolom : columns of the frame to show; all by default.
    kecil : smaller letters, as a table of many columns has anyway.
    """
    isi = find_exhibit(kode, data).isi(data, *argumen)
    if kolom:
        isi = replace(isi, kolom=tuple(column for column in isi.kolom if column.nama in kolom))
    shown = table_of(isi)
    small = kecil or len(shown.kolom) > _MANY
    lines = (
        max(map(len, (head, *cells)))
        for head, cells in zip(shown.kolom, _columns(shown), strict=True)
    )
    wanted = [min(line, _LINE) * _LETTER[small] + _PADDING for line in lines]
    bold = frozenset({len(shown.baris) - 1}) if isi.baris_jumlah else frozenset()
    widths = _fitted(shown, wanted, small)
    return TabelWord(isi.judul, replace(shown, judul=""), widths, bold, small)
