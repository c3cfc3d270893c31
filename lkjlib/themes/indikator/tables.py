"""Annex kinerja.xlsx: indicators, targets, achievements, references."""

from __future__ import annotations

from lkjlib.annexes.declaration import Column, Table, percent_column, text_column
from lkjlib.rules.capaian import RUMUS_SATU_TARGET

TAHUN_CAPAIAN = (2017, 2018, 2019)
ACUAN = {
    "RPJMD 2021": ("Target RPJMD|2021", 2021),
    "RPJMN 2019": ("Target RPJMN|2019", 2019),
    "Kabupaten Banjar": ("Realisasi 2019|Kabupaten Banjar", 2019),
    "Kabupaten Tanah Laut": ("Realisasi 2019|Kabupaten Tanah Laut", 2019),
    "Kota Banjarmasin": ("Realisasi 2019|Kota Banjarmasin", 2019),
    "Provinsi Kalimantan Selatan": ("Realisasi 2019|Provinsi Kalimantan Selatan", 2019),
}


_KODE = text_column(
    "kode",
    "Kode",
    "kode indikator: koperasi, wirausaha, omzet, tpt, kasus",
    pilihan=("koperasi", "wirausaha", "omzet", "tpt", "kasus"),
)
_INDIKATOR = text_column("indikator", "Indikator Kinerja", "nama indikator seperti tercetak")
_SASARAN = text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True)


def _capaian_columns() -> tuple[Column, ...]:
    return tuple(
        percent_column(
            f"{nama}_{tahun}", f"{tahun}|{nama.title()}", f"{nama} {tahun}", boleh_kosong=True
        )
        for tahun in TAHUN_CAPAIAN
        for nama in ("realisasi", "capaian")
    )


def _pembanding_columns() -> tuple[Column, ...]:
    return tuple(
        percent_column(acuan, header, f"acuan {acuan}", boleh_kosong=True)
        for acuan, (header, _) in ACUAN.items()
    )


TABLES = (
    Table(
        "kinerja.xlsx",
        "Indikator",
        "Bab III A.3, alinea pembuka dan rumus setiap indikator",
        (
            _KODE,
            _SASARAN,
            _INDIKATOR,
            text_column("satuan", "Satuan", "satuan indikator"),
            text_column("definisi", "Definisi", "apa yang diukur"),
            text_column("pembilang", "Pembilang", "pembilang menurut kalimat rumus laporan"),
            text_column("penyebut", "Penyebut", "penyebut menurut kalimat rumus laporan"),
            text_column(
                "rumus",
                "Rumus",
                "nama rumus capaian (registri `lkj.RUMUS`)",
                pilihan=RUMUS_SATU_TARGET,
            ),
            text_column(
                "polaritas",
                "Polaritas",
                "positif: lebih tinggi lebih baik; negatif: sebaliknya",
                pilihan=("positif", "negatif"),
            ),
            text_column("sumber_data", "Sumber Data", "asal data menurut laporan"),
        ),
        kunci=("kode",),
    ),
    Table(
        "kinerja.xlsx",
        "Perjanjian Kinerja",
        "Bab II A, tabel Sasaran Strategis",
        (
            _SASARAN,
            _KODE,
            _INDIKATOR,
            percent_column("target", "Target 2019 (%)", "target 2019 pada perjanjian kinerja"),
        ),
        kunci=("kode",),
    ),
    Table(
        "kinerja.xlsx",
        "Capaian",
        "Bab III A.3, Tabel II setiap indikator",
        (_KODE, _INDIKATOR, *_capaian_columns()),
        kunci=("kode",),
    ),
    Table(
        "kinerja.xlsx",
        "Pembanding",
        "Bab III A.3, Tabel III dan Tabel IV setiap indikator",
        (_KODE, _INDIKATOR, *_pembanding_columns()),
        kunci=("kode",),
    ),
)
