"""An exhibit: a table with its words, declared once for notebook, workbook, Word and site."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from lkjlib.data import Data


@dataclass(frozen=True)
class Kolom:
    """A column of an exhibit.

    `nama` is the frame's column, `judul` its heading with the unit, `desimal` the decimals of a
    float. `rumus` says how a cell follows from the others of its row, in the words of their
    columns, so that a workbook shows it as a formula: besides, ``jumlah(x)`` is the sum below
    column x, ``kumulatif(x)`` the sum from the top down to the row, ``kiri`` the cells left of it
    without the first. `jumlah`: is there a sum below? `lembar_saja`: only in the workbook, where
    a formula needs the column. `satuan`: the unit, which a sheet puts behind the heading; in a
    notebook and in Word the caption says it once for the whole table.
    """

    nama: str
    judul: str
    desimal: int = 2
    rumus: str = ""
    jumlah: bool = False
    lembar_saja: bool = False
    satuan: str = ""


@dataclass(frozen=True)
class Exhibit:
    """A table that a reader meets, wherever that is.

    `kode` is ``theme.name``; `bingkai` gives the frame of a report (and of an indicator, where
    the exhibit is one of every indicator). `judul`, `catatan` and `sumber` may hold ``{tahun}``,
    ``{lalu}`` (the year before), ``{dokumen}``, ``{indikator}``, ``{satuan}`` (its unit, or
    that of all) and ``{kota}`` (the kind of its region, which a column's heading may hold
    too); a `catatan` that depends on what is shown is a function of the report's data.
    `lembar` names its sheet in the workbook of computed tables; without one it has none.
    `baris_jumlah` labels the row of sums.
    """

    kode: str
    judul: str
    bingkai: Callable[..., pd.DataFrame]
    kolom: Sequence[Kolom] | Callable[[pd.DataFrame], Sequence[Kolom]]
    catatan: str | Callable[[Data], str] = ""
    sumber: str = ""
    lembar: str = ""
    baris_jumlah: str = "Jumlah"

    def isi(self, data: Data, *argumen: str) -> Isi:
        """What the exhibit shows of a report.

        Parameters
        ----------
        data : the report's data.
        argumen : what `bingkai` asks for besides, such as an indicator's code.
        """
        frame = self.bingkai(data, *argumen)
        report = data.laporan
        words = {"tahun": data.tahun, "lalu": data.tahun - 1, "dokumen": report.dokumen}
        words["laporan"], words["kota"] = report.nama, report.jenis_wilayah
        cards = data.indikator.set_index("kode")
        units = cards["satuan"].replace("%", "persen")
        words["satuan"] = "persen" if (units == "persen").all() else "menurut satuannya"
        if argumen:
            words["indikator"] = cards["indikator"].get(argumen[0], argumen[0])
            words["satuan"] = units.get(argumen[0], words["satuan"])
        given = self.kolom(frame) if callable(self.kolom) else self.kolom
        columns = tuple(
            replace(one, judul=one.judul.replace("{kota}", words["kota"])) for one in given
        )
        note = self.catatan(data) if callable(self.catatan) else self.catatan
        frame = frame[[column.nama for column in columns]].reset_index(drop=True)
        return Isi(
            self.judul.format(**words),
            frame,
            columns,
            note.format(**words),
            self.sumber.format(**words),
            self.baris_jumlah if any(column.jumlah for column in columns) else "",
        )


@dataclass(frozen=True)
class Isi:
    """An exhibit filled in for one report: its words, its frame, its columns."""

    judul: str
    frame: pd.DataFrame
    kolom: tuple[Kolom, ...]
    catatan: str = ""
    sumber: str = ""
    baris_jumlah: str = field(default="")

    def sums(self) -> dict[str, int | float]:
        """What stands in the row of sums: the sums, and the ratios that follow from them.

        Examples
        --------
        >>> frame = pd.DataFrame({"a": ["x", "y"], "b": [1, 2], "c": [2, 4], "d": [50.0, 50.0]})
        >>> persen = Kolom("d", "D (%)", rumus="b / c * 100")
        >>> columns = (*(Kolom(nama, nama, jumlah=True) for nama in "bc"), persen)
        >>> Isi("", frame, (Kolom("a", "A"), *columns), baris_jumlah="Jumlah").sums()
        {'b': 3, 'c': 6, 'd': 50.0}
        """
        if not self.baris_jumlah:
            return {}
        names = [column.nama for column in self.kolom if column.jumlah]
        summed = {nama: self.frame[nama].sum() for nama in names}
        values = dict(summed)
        for column in self.kolom:
            if column.rumus and column.nama not in summed and self.follows(column, set(summed)):
                values[column.nama] = pd.DataFrame([summed]).eval(column.rumus).iloc[0]
        return {
            nama: getattr(value, "item", lambda value=value: value)()
            for nama, value in values.items()
        }

    def dengan_jumlah(self) -> pd.DataFrame:
        """The frame with its row of sums; a column of integers without one may hold missing."""
        if not self.baris_jumlah:
            return self.frame
        last = {self.kolom[0].nama: self.baris_jumlah, **self.sums()}
        kinds = {"i": "Int64", "b": "boolean"}
        gaps = [name for name in self.frame.columns if name not in last]
        widened = {name: kinds.get(self.frame[name].dtype.kind) for name in gaps}
        frame = self.frame.astype({name: kind for name, kind in widened.items() if kind})
        row = {c: pd.array([last.get(c)], dtype=frame[c].dtype) for c in frame.columns}
        return pd.concat([frame, pd.DataFrame(row)], ignore_index=True)

    def follows(self, column: Kolom, summed: set[str]) -> bool:
        """Is a column's formula one of summed columns alone, so that it also holds in their row?"""
        if re.search(r"jumlah\(|kumulatif\(|\bkiri\b", column.rumus):
            return False
        names = set(self.frame.columns)
        return all(
            word in summed for word in re.findall(r"[^\W\d]\w*", column.rumus) if word in names
        )
