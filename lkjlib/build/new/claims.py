"""The ledger of a report that is still to be printed: a row for each cell of its tables.

What the report will print is left blank; the measure that it will be compared with is filled in,
named from the report's year.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from lkjlib.build.new.layout import Rancangan
from lkjlib.data import Data
from lkjlib.ledger.tables import KLAIM
from lkjlib.numbers.format import is_missing
from lkjlib.report import Report
from lkjlib.themes.measure import relative, slug

_RESULTS = ("target", "realisasi", "capaian")
_MONEY = {"alokasi": "rupiah", "realisasi": "rupiah", "serapan": "%"}


@dataclass(frozen=True)
class Sel:
    """A cell that the report will print: where, what, in which unit, and its measure if known."""

    bagian: str
    tabel: str
    pernyataan: str
    satuan: str
    ukuran: str = ""
    jenis: str = "angka"


def printed_cells(data: Data, report: Report, known: Collection[str]) -> Iterator[Sel]:
    """The cells of Tabel I to IV and of the budget that the next report prints.

    Parameters
    ----------
    data : last year's, whose indicators, references and programmes it tells of.
    report : the next one.
    known : measures that there are, by their relative names.
    """
    places = {name: n for n, name in enumerate(dict.fromkeys(data.indikator["sasaran"]), 1)}
    for row in data.indikator.to_dict(orient="records"):
        bagian = f"Bab III A.3 sasaran {places[row['sasaran']]}"
        cells = (*_results(row, report), *_years(row, data, report), *_references(row, data))
        for tabel, what, unit, key, jenis in cells:
            name = what.format(nama=_name(row))
            yield Sel(bagian, tabel, name, unit, key if key in known else "", jenis)
    if "anggaran" in data.frames:
        yield from _budget(data, known)


def _name(row: Mapping[str, object]) -> str:
    short = row.get("nama_pendek")
    return str(row["indikator"] if is_missing(short) else short)


Cell = tuple[str, str, str, str, str]  # table, what, unit, measure, kind


def _results(row: Mapping[str, object], report: Report) -> Iterator[Cell]:
    kode, unit = row["kode"], str(row["satuan"])
    for what in _RESULTS:
        key = f"kinerja.{what}.{kode}.ini"
        shown = "%" if what == "capaian" else unit
        yield "Tabel I", f"{what} {{nama}} {report.tahun}", shown, key, "angka"
    key = f"kinerja.kategori.{kode}.ini"
    yield "Tabel I", f"kategori {{nama}} {report.tahun}", "", key, "kata"


def _years(row: Mapping[str, object], data: Data, report: Report) -> Iterator[Cell]:
    """Results of earlier years that the report prints again, where they are known."""
    kode = row["kode"]
    printed = data.kinerja.set_index(["kode", "tahun"])
    for year in (y for y in report.tahun_tren if y < report.tahun):
        for what in ("realisasi", "capaian"):
            if (kode, year) in printed.index and not is_missing(printed.loc[(kode, year), what]):
                key = relative(f"kinerja.{what}.{kode}.{year}", report.tahun)
                unit = "%" if what == "capaian" else str(row["satuan"])
                yield "Tabel II", f"{what} {{nama}} {year}", unit, key, "angka"


def _references(row: Mapping[str, object], data: Data) -> Iterator[Cell]:
    """References that last year's report prints a value of."""
    kode = row["kode"]
    frame = data.frames.get("pembanding", pd.DataFrame(columns=["kode", "acuan", "jenis", "nilai"]))
    for one in (
        frame[frame["kode"] == kode]
        .sort_values("jenis", ascending=False, kind="stable")
        .itertuples()
    ):
        if is_missing(one.nilai):
            continue
        tabel = "Tabel III" if one.jenis == "wilayah" else "Tabel IV"
        key = f"pembanding.nilai.{kode}.{slug(one.acuan)}"
        yield tabel, f"{{nama}}: {one.acuan}", str(row["satuan"]), key, "angka"


def _budget(data: Data, known: Collection[str]) -> Iterator[Sel]:
    programmes = list(dict.fromkeys(data.anggaran["program"]))
    for what, unit in _MONEY.items():
        start = f"program.{what}."
        keys = [key for key in known if key.startswith(start)]
        ready = keys if len(keys) == len(programmes) else [""] * len(programmes)
        for name, key in zip(programmes, ready, strict=True):
            yield Sel("Bab III B", "Program / Kegiatan", f"{what} {name}", unit, key)
    for what, unit in _MONEY.items():
        key = f"anggaran.{what}.total"
        name = f"{what} semua program"
        yield Sel("Bab III B", "Program / Kegiatan", name, unit, key if key in known else "")


def ledger_plans(cells: Collection[Sel], report: Report) -> list[Rancangan]:
    """The sheets of klaim.xlsx, its rows waiting for what the report prints."""
    rows = [
        {
            "kode": f"{'B' if cell.bagian == 'Bab III B' else 'K'}{number:03d}",
            "baris": number,
            **{
                name: value
                for name in ("bagian", "tabel", "pernyataan", "satuan", "jenis", "ukuran")
                if (value := getattr(cell, name))
            },
        }
        for number, cell in enumerate(cells, start=1)
    ]
    heads = (
        ("BUKU KLAIM", "Satu baris setiap sel tercetak; isi kolom Tercetak seperti di laporan"),
        ("TEMUAN", "Klaim yang sebabnya sama dikumpulkan menjadi satu temuan"),
        ("SEMUA ANGKA TERCETAK", "Satu baris setiap angka; rujukan: sel lampiran atau kode klaim"),
    )
    note = "Catatan: Baris = urutan; ganti dengan baris pada edisi teks laporan, bila ada."
    return [
        Rancangan(
            table,
            (f"{title} {report.judul}", about),
            table.kolom,
            body,
            (note,) if body else (),
        )
        for table, (title, about), body in zip(KLAIM, heads, (rows, [], []), strict=True)
    ]
