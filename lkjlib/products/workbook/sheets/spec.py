"""What a sheet of the workbook declares: its words, its frame, and the sums one can follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from lkjlib.data import Data

LKJ = "LKj 2019, "
SEMUA = ("*",)  # sums below every column of numbers
SERAPAN = "realisasi / alokasi * 100"
_TOKEN = re.compile(r"(jumlah|kumulatif)\(([\w-]+)\)|\b[A-Za-z_][\w]*\b")


@dataclass(frozen=True)
class SheetSpec:
    """One sheet of the workbook; `nama` at most 31 characters.

    `jumlah` names the columns that get a sum below, or is `SEMUA`. `rumus` gives columns a
    formula in the words of the other columns of the row; besides, ``jumlah(x)`` is the sum below
    column x, ``kumulatif(x)`` the sum from the top down to the row, and ``kiri`` the cells left
    of it without the first. The formula's value is the frame's.
    """

    nama: str
    judul: str
    satuan: str
    sumber: str
    bingkai: Callable[[Data], pd.DataFrame]
    catatan: str = ""
    jumlah: tuple[str, ...] = ()
    rumus: Mapping[str, str] = field(default_factory=dict)
    label: Mapping[str, str] = field(default_factory=dict)


def formula(rumus: str, kolom: list[str], letak: int, baris: int, awal: int, akhir: int) -> str:
    """A formula of a sheet out of one in words.

    Parameters
    ----------
    rumus : the formula in words, see `SheetSpec`.
    kolom : names of the columns, in order.
    letak : place of the formula's own column, from 0.
    baris, awal, akhir : its row, and the first and last row of data, from 1; sums stand below.

    Examples
    --------
    >>> formula("b / jumlah(b) * 100", ["a", "b", "c"], 2, 6, 5, 9)
    '=B6/B$10*100'
    >>> formula("SUM(kiri)", ["a", "b", "c", "d"], 3, 6, 5, 9)
    '=SUM(B6:C6)'
    """

    def reference(match: re.Match[str]) -> str:
        function, inside = match.groups()
        if function:
            letter = letter_of(kolom.index(inside))
            if function == "jumlah":
                return f"{letter}${akhir + 1}"
            return f"SUM({letter}${awal}:{letter}{baris})"
        word = match.group()
        if word == "kiri":
            return f"B{baris}:{letter_of(letak - 1)}{baris}"
        return f"{letter_of(kolom.index(word))}{baris}" if word in kolom else word

    return "=" + _TOKEN.sub(reference, rumus).replace(" ", "")


def letter_of(place: int) -> str:
    """Letter of a column, from 0; a sheet here has at most 26.

    >>> letter_of(0), letter_of(25)
    ('A', 'Z')
    """
    return chr(ord("A") + place)
