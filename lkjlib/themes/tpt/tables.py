"""Annex ketenagakerjaan.xlsx: labour force survey figures of BPS, their frames and their rules."""

from collections.abc import Iterator

from lkjlib.annexes.check import Rule, by_key, fault_at, key_of, pairs, same_keys, same_value
from lkjlib.annexes.declaration import (
    Table,
    count_column,
    percent_column,
    text_column,
    year_column,
)
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, FrameColumn, by_row, columns_of
from lkjlib.data import Row
from lkjlib.errors import Fault
from lkjlib.numbers.format import format_angka

TAHUN = 2019
PENDIDIKAN = (
    "Tidak/Belum Pernah Sekolah/Belum Tamat SD",
    "Sekolah Dasar",
    "Sekolah Menengah Pertama",
    "Sekolah Menengah Atas",
    "Diploma I/II/III/Akademi",
    "Universitas",
)
JENIS_KELAMIN = ("Laki-laki", "Perempuan")

_RINCIAN = (
    text_column(
        "rincian",
        "Rincian",
        "pembagian: Pendidikan atau Jenis Kelamin",
        pilihan=("Pendidikan", "Jenis Kelamin"),
    ),
    text_column(
        "kategori",
        "Kategori",
        "kelompok di dalam rincian",
        pilihan=(*PENDIDIKAN, *JENIS_KELAMIN),
    ),
)
_PENGANGGUR = count_column("penganggur", "Pengangguran (orang)", "orang", "penganggur terbuka")

PENGANGGURAN = Table(
    "ketenagakerjaan.xlsx",
    "Pengangguran",
    "Bab III A.3, sasaran 3, dua tabel Data Pengangguran (BPS Kota Banjarbaru)",
    (*_RINCIAN, _PENGANGGUR),
    kunci=("rincian", "kategori"),
    label="rincian",
    jumlah="rincian",
)
ANGKATAN_KERJA = Table(
    "ketenagakerjaan.xlsx",
    "Angkatan Kerja",
    "Bab III A.3, sasaran 3, dua tabel Data Angkatan Kerja dan alinea Penduduk yang bekerja",
    (
        *_RINCIAN,
        count_column("angkatan_kerja", "Angkatan Kerja (orang)", "orang", "angkatan kerja 15+"),
        count_column(
            "bekerja",
            "Bekerja (orang)",
            "orang",
            "penduduk yang bekerja; teks hanya memberi menurut jenis kelamin",
            boleh_kosong=True,
        ),
    ),
    kunci=("rincian", "kategori"),
    label="rincian",
    jumlah="rincian",
)
TPAK = Table(
    "ketenagakerjaan.xlsx",
    "TPAK",
    f"Bab III A.3, sasaran 3, alinea perbandingan {TAHUN - 1} dan {TAHUN}",
    (
        text_column("jenis_kelamin", "Jenis Kelamin", "jenis kelamin", pilihan=JENIS_KELAMIN),
        year_column("tahun", "Tahun", "tahun survei"),
        percent_column("tpak", "TPAK (%)", "tingkat partisipasi angkatan kerja"),
        _PENGANGGUR,
    ),
    kunci=("jenis_kelamin", "tahun"),
)
TPT_WILAYAH = Table(
    "ketenagakerjaan.xlsx",
    "TPT Wilayah",
    "Bab III A.3, sasaran 3, Tabel III",
    (
        text_column("wilayah", "Wilayah", "kota, kabupaten atau provinsi"),
        year_column("tahun", "Tahun", "tahun survei"),
        percent_column("tpt", "TPT (%)", "tingkat pengangguran terbuka, seperti tercetak"),
    ),
    kunci=("wilayah", "tahun"),
)


def _tenaga_kerja_rows(tables: Tables) -> list[Row]:
    """Groups of the labour force with their unemployed."""
    idle = {
        (row["rincian"].nilai, row["kategori"].nilai): row["penganggur"]
        for row in tables[PENGANGGURAN.nama].rows
    }
    rows = []
    for row in tables[ANGKATAN_KERJA.nama].rows:
        printed = row["rincian"].nilai
        rincian = printed.casefold().replace(" ", "_")
        rows.append(
            {
                **row,
                "rincian": row["rincian"]._replace(nilai=rincian),
                "penganggur": idle[printed, row["kategori"].nilai],
            }
        )
    return rows


TABLES = (PENGANGGURAN, ANGKATAN_KERJA, TPAK, TPT_WILAYAH)
FRAMES: dict[str, Frame] = {
    "tenaga_kerja": Frame(
        f"kelompok angkatan kerja {TAHUN}",
        (
            FrameColumn("rincian", "str", "", "pendidikan atau jenis_kelamin"),
            *columns_of(PENGANGGURAN, "kategori", "penganggur"),
            *columns_of(ANGKATAN_KERJA, "angkatan_kerja", "bekerja"),
        ),
        _tenaga_kerja_rows,
    ),
    "tpak": by_row(TPAK, "jenis kelamin × tahun"),
    "tpt_wilayah": by_row(TPT_WILAYAH, "wilayah"),
}


def _same_group_totals(tables: Tables) -> Iterator[Fault]:
    """Persons by pendidikan and by jenis kelamin are the same persons."""
    for name, column in (
        (PENGANGGURAN.nama, "penganggur"),
        (ANGKATAN_KERJA.nama, "angkatan_kerja"),
    ):
        totals = tables[name].totals if name in tables else []
        for total in totals[1:]:
            yield from same_value(total.entries[column], totals[0].entries[column], "rincian lain")


def _working(tables: Tables) -> Iterator[Fault]:
    """Bekerja = angkatan kerja - penganggur, and no more unemployed than labour force."""
    for idle, force in pairs(tables, PENGANGGURAN.nama, ANGKATAN_KERJA.nama):
        unemployed = by_key(idle)
        for row in force.rows:
            match = unemployed.get(key_of(force, row))
            if match is None:
                continue
            rest = row["angkatan_kerja"].nilai - match["penganggur"].nilai
            if rest < 0:
                yield fault_at(
                    match["penganggur"],
                    format_angka(match["penganggur"].nilai),
                    f"paling banyak {format_angka(row['angkatan_kerja'].nilai)} (angkatan kerja)",
                )
            if row["bekerja"].nilai not in (None, rest):
                yield fault_at(
                    row["bekerja"],
                    format_angka(row["bekerja"].nilai),
                    f"{format_angka(rest)} (angkatan kerja − penganggur)",
                )


def _women(tables: Tables) -> Iterator[Fault]:
    """The last year of the text's comparison repeats the table by jenis kelamin."""
    for idle, rates in pairs(tables, PENGANGGURAN.nama, TPAK.nama):
        unemployed = by_key(idle)
        last = max(row["tahun"].nilai for row in rates.rows)
        for row in rates.rows:
            match = unemployed.get(("jenis kelamin", row["jenis_kelamin"].nilai.casefold()))
            if match and row["tahun"].nilai == last:
                yield from same_value(row["penganggur"], match["penganggur"], "tabel jenis kelamin")


RULES: tuple[Rule, ...] = (
    same_keys(PENGANGGURAN.nama, ANGKATAN_KERJA.nama),
    _same_group_totals,
    _working,
    _women,
)
