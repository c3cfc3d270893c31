"""Tidy frames out of annex tables: which columns each has, and how its rows are shaped.

A frame's rows stay dictionaries of entries until the end, so that every value keeps its cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lkjlib.annexes.kinerja import ACUAN, TAHUN_CAPAIAN
from lkjlib.annexes.umkm import BIDANG
from lkjlib.bounds import parse_bounds
from lkjlib.entries import Entry, Tables

Row = dict[str, Entry]

DTYPES = {"teks": "str", "bulat": "int64", "bulat?": "Int64", "persen": "float64"}
RINCIAN = {"pendidikan": "pendidikan", "jenis kelamin": "jenis_kelamin"}


@dataclass(frozen=True)
class FrameColumn:
    """A column of a tidy frame: `tipe` is a key of DTYPES."""

    nama: str
    tipe: str
    satuan: str
    keterangan: str

    @property
    def tipe_pandas(self) -> str:
        """Type of the column in pandas."""
        return DTYPES[self.tipe]


@dataclass(frozen=True)
class Frame:
    """A tidy frame: what one row is, its columns, how its rows come out of the tables."""

    baris: str
    kolom: tuple[FrameColumn, ...]
    susun: Callable[[Tables], list[Row]]

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.nama for column in self.kolom)


def as_read(nama: str) -> Callable[[Tables], list[Row]]:
    """Rows of a table as they stand."""
    return lambda tables: tables[nama].rows


def with_bounds(nama: str, kelas: str, bawah: str, atas: str) -> Callable[[Tables], list[Row]]:
    """Rows with the bounds of their printed class; an open end stays missing."""

    def shape(tables: Tables) -> list[Row]:
        rows = []
        for row in tables[nama].rows:
            low, high = parse_bounds(row[kelas].nilai)
            bounds = {bawah: row[kelas]._replace(nilai=low), atas: row[kelas]._replace(nilai=high)}
            rows.append({**row, **bounds})
        return rows

    return shape


def umkm(tables: Tables) -> list[Row]:
    """kecamatan x bidang, new and coached firms side by side."""
    coached = {row["kecamatan"].nilai: row for row in tables["umkm.UMKM Binaan"].rows}
    return [
        {
            "kecamatan": row["kecamatan"],
            "bidang": row[bidang]._replace(nilai=bidang),
            "baru": row[bidang],
            "binaan": coached[row["kecamatan"].nilai][bidang],
        }
        for row in tables["umkm.UMKM Baru"].rows
        for bidang in BIDANG
    ]


def tenaga_kerja(tables: Tables) -> list[Row]:
    """Groups of the labour force with their unemployed."""
    idle = {
        (row["rincian"].nilai, row["kategori"].nilai): row["penganggur"]
        for row in tables["ketenagakerjaan.Pengangguran"].rows
    }
    rows = []
    for row in tables["ketenagakerjaan.Angkatan Kerja"].rows:
        printed = row["rincian"].nilai
        rincian = RINCIAN.get(printed.casefold(), printed.casefold().replace(" ", "_"))
        rows.append(
            {
                **row,
                "rincian": row["rincian"]._replace(nilai=rincian),
                "penganggur": idle[printed, row["kategori"].nilai],
            }
        )
    return rows


def kinerja(tables: Tables) -> list[Row]:
    """indicator x year: printed realisasi and capaian, and the target where one is printed."""
    agreed = tables["kinerja.Perjanjian Kinerja"].rows
    targets = {row["kode"].nilai: row["target"] for row in agreed}
    missing = Entry(None, "")
    return [
        {
            "kode": row["kode"],
            "tahun": row[f"realisasi_{tahun}"]._replace(nilai=tahun),
            "target": targets[row["kode"].nilai] if tahun == TAHUN_CAPAIAN[-1] else missing,
            "realisasi": row[f"realisasi_{tahun}"],
            "capaian": row[f"capaian_{tahun}"],
        }
        for row in tables["kinerja.Capaian"].rows
        for tahun in TAHUN_CAPAIAN
    ]


def pembanding(tables: Tables) -> list[Row]:
    """indicator x reference."""
    return [
        {
            "kode": row["kode"],
            "acuan": row[acuan]._replace(nilai=acuan),
            "tahun": row[acuan]._replace(nilai=tahun),
            "nilai": row[acuan],
        }
        for row in tables["kinerja.Pembanding"].rows
        for acuan, (_, tahun) in ACUAN.items()
    ]
