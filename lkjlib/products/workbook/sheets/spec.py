"""What a sheet of the workbook declares whose table is not an exhibit of its theme yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.notebook import label_of
from lkjlib.themes.exhibit import Isi, Kolom

LKJ = "LKj 2019, "
SEMUA = ("*",)  # sums below every column of numbers


@dataclass(frozen=True)
class SheetSpec:
    """One sheet of the workbook; `nama` at most 31 characters.

    `jumlah` names the columns that get a sum below, or is `SEMUA`. `rumus` gives columns a
    formula in words, as a `Kolom` of an exhibit.
    """

    nama: str
    judul: str
    satuan: str
    sumber: str
    bingkai: Callable[[Data], pd.DataFrame]
    catatan: str = ""
    jumlah: tuple[str, ...] = ()
    rumus: Mapping[str, str] = field(default_factory=dict)

    def isi(self, data: Data) -> Isi:
        """The sheet as an exhibit filled in, headings out of the columns' names."""
        frame = self.bingkai(data)
        names = [str(name) for name in frame.columns]
        numbers = [n for n in names if pd.api.types.is_numeric_dtype(frame[n])]
        summed = numbers if self.jumlah == SEMUA else self.jumlah
        columns = tuple(
            Kolom(name, label_of(name), rumus=self.rumus.get(name, ""), jumlah=name in summed)
            for name in names
        )
        unit = f" ({self.satuan})" if self.satuan not in ("", "–") else ""
        note = self.catatan[:1].upper() + self.catatan[1:]
        title = f"{self.judul}{unit}"
        return Isi(title, frame, columns, note, self.sumber, "Jumlah" if summed else "")
