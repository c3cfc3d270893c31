"""Vocabulary of the annex declarations: columns, levels, rules, tables."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lkjlib.excel.workbook import normalise

SUMMED = ("bulat", "rupiah")  # kinds of columns that a sum row adds up


@dataclass(frozen=True)
class Column:
    """One column of an annex table.

    `header` is what the sheet prints, a second header row after ``|``; `alias` lists other
    wordings of the same column. `jenis` decides how a cell is read: ``teks``, ``bulat``
    (count), ``rupiah``, ``persen``, ``angka`` (a number in any unit, negative too), ``tahun`` or
    ``kelas`` (a printed class with bounds).
    `pilihan` are the only words a text column may hold, `pola` the pattern of such a word; without
    them any text will do. Beside a
    `rahasia` column a person's name may stand in any other: no text of its table is repeated in a
    message.
    A `persis` column holds what the report prints, character by character: text, never a number.
    A column that `boleh_tiada` may be left out of the sheet. A `keluarga` stands for every column
    under the heading `header`: each is read as a column named as the sheet prints it. The codes
    of a `penomor` number the rows of a sheet that has no column No. The header words of a
    `dinyatakan` column are stated in laporan.toml, which may be what is wrong.
    """

    nama: str
    header: str
    jenis: str
    keterangan: str
    satuan: str = ""
    alias: tuple[str, ...] = ()
    boleh_kosong: bool = False
    turun: bool = False
    pilihan: tuple[str, ...] = ()
    pola: str = ""
    rahasia: bool = False
    persis: bool = False
    boleh_tiada: bool = False
    keluarga: bool = False
    penomor: bool = False
    dinyatakan: bool = False

    @property
    def judul(self) -> str:
        """Header words as a reader would quote them."""
        return self.header.replace("|", " / ")

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Header words of the column, each once, as they are compared with those of a sheet."""
        return tuple(dict.fromkeys(map(normalise, (self.header, *self.alias))))


@dataclass(frozen=True)
class Level:
    """One rung of a table whose headings stand in its rows (urusan, program, kegiatan).

    `no` and `label` are patterns for the number and the label cell; the first group of `label`
    is the value. A number that goes on where that of the heading above ends (29.01 under 29)
    counts as none; `kode`, if given, is the pattern where codes of a `penomor` column are the
    numbers. `angka` says what the number cells of such a row hold: ``data``, ``jumlah`` (the sum
    of the rows below it; blank in all of them, it stands for that sum) or ``kosong``. A `mandiri`
    row with no rows below it is a data row of its own, named like itself. `pilihan` are names
    that the analysis looks up: known in any case, refused when misspelled; any other will do.
    """

    nama: str
    angka: str
    no: str = ".*"
    label: str = "(.+)"
    keterangan: str = ""
    pilihan: tuple[str, ...] = ()
    kode: str = ""
    mandiri: bool = False


@dataclass(frozen=True)
class Equation:
    """`hasil` = the sum of `tambah` minus the sum of `kurang`, in every row.

    The name of a column that is a `keluarga` stands for all its members.
    """

    hasil: str
    tambah: tuple[str, ...]
    kurang: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ratio:
    """`hasil` = 100 x `pembilang` / `penyebut`, to within one unit of the last printed digit."""

    hasil: str
    pembilang: str
    penyebut: str


@dataclass(frozen=True)
class Table:
    """One annex table: where it is, what it holds, what must hold in it.

    Parameters
    ----------
    berkas, lembar : workbook and sheet.
    sumber : where in the report it is printed.
    kolom : its columns.
    kunci : columns or levels whose values tell its rows apart.
    label : column in which TOTAL, and the headings of `tingkat`, stand.
    tingkat : the headings in its rows, outermost first; the last one holds the data.
    jumlah : its sum rows: ``tidak ada``, ``akhir`` (one, at the end) or the column whose groups
        each end with one.
    aturan : what must hold in every row.
    wajib : must the workbook hold the sheet? A sheet that need not be there is no fault.

    Examples
    --------
    >>> jenis = text_column("jenis", "Jenis", "jenis koperasi")
    >>> aktif = count_column("aktif", "Aktif", "unit", "koperasi aktif")
    >>> Table("koperasi.xlsx", "Keragaan", "Bab III", (jenis, aktif), kunci=("jenis",)).nama
    'koperasi.Keragaan'
    """

    berkas: str
    lembar: str
    sumber: str
    kolom: tuple[Column, ...]
    kunci: tuple[str, ...]
    label: str = ""
    tingkat: tuple[Level, ...] = ()
    jumlah: str = "tidak ada"
    aturan: tuple[Equation | Ratio, ...] = ()
    wajib: bool = True

    @property
    def nama(self) -> str:
        """Name of the table, ``file.Sheet``, as `read_table` takes it."""
        return f"{self.berkas.removesuffix('.xlsx')}.{self.lembar}"

    @property
    def may_name_persons(self) -> bool:
        """May a text in it be a person's name, whatever column it stands in?"""
        return any(column.rahasia for column in self.kolom)


NOMOR = Column("no", "No", "teks", "nomor baris", alias=("No.", "NO", "Nomor"), boleh_kosong=True)


def text_column(nama: str, header: str, keterangan: str, **lain: Any) -> Column:
    """A column of words; `lain` are other fields of `Column`, here and below."""
    return Column(nama, header, "teks", keterangan, **lain)


def count_column(nama: str, header: str, satuan: str, keterangan: str, **lain: Any) -> Column:
    """A column of whole counts in a unit: orang, usaha, kasus."""
    return Column(nama, header, "bulat", keterangan, satuan, **lain)


def money_column(nama: str, header: str, keterangan: str, **lain: Any) -> Column:
    """A column of whole rupiah."""
    return Column(nama, header, "rupiah", keterangan, "rupiah", **lain)


def percent_column(nama: str, header: str, keterangan: str, **lain: Any) -> Column:
    """A column of percentages: 23.48 means 23,48 %."""
    return Column(nama, header, "persen", keterangan, "persen", **lain)


def number_column(nama: str, header: str, keterangan: str, **lain: Any) -> Column:
    """A column of numbers in the unit that each row names, negative ones too."""
    return Column(nama, header, "angka", keterangan, **lain)


def year_column(nama: str, header: str, keterangan: str, **lain: Any) -> Column:
    """A column of years of four digits."""
    return Column(nama, header, "tahun", keterangan, "tahun", **lain)


def class_column(nama: str, header: str, satuan: str, keterangan: str, **lain: Any) -> Column:
    """A column of printed classes; `satuan` is the unit of their bounds."""
    return Column(nama, header, "kelas", keterangan, satuan, **lain)
