"""Annex anggaran.xlsx: spending, programmes, the agreement budget, per-sasaran tables."""

from __future__ import annotations

from lkjlib.annexes.declaration import (
    Equation,
    Level,
    Ratio,
    Table,
    money_column,
    percent_column,
    text_column,
)

TIDAK_LANGSUNG, LANGSUNG = "Belanja Tidak Langsung", "Belanja Langsung"

TABLES = (
    Table(
        "anggaran.xlsx",
        "Belanja",
        "Bab III B, tabel sumber dana APBD",
        (
            text_column("label", "Uraian", "uraian belanja"),
            money_column("anggaran", "Tahun 2019|Anggaran", "anggaran", alias=("Anggaran",)),
            money_column("realisasi", "Tahun 2019|Realisasi", "realisasi", alias=("Realisasi",)),
            percent_column(
                "serapan",
                "Tahun 2019|%",
                "serapan seperti tercetak, hanya pada kelompok",
                alias=("%",),
                boleh_kosong=True,
            ),
        ),
        kunci=("kelompok", "uraian"),
        label="label",
        tingkat=(
            Level(
                "kelompok",
                "jumlah",
                no=r"\d+\.?",
                keterangan="kelompok belanja",
                pilihan=(TIDAK_LANGSUNG, LANGSUNG),
            ),
            Level("uraian", "data", no="", keterangan="uraian belanja"),
        ),
        aturan=(Ratio("serapan", "realisasi", "anggaran"),),
    ),
    Table(
        "anggaran.xlsx",
        "Program Kegiatan",
        "Bab III B, tabel Program / Kegiatan",
        (
            text_column("label", "Program / Kegiatan", "urusan, program atau kegiatan"),
            money_column("alokasi", "Anggaran|Alokasi", "alokasi anggaran", alias=("Alokasi",)),
            money_column("realisasi", "Anggaran|Realisasi", "realisasi", alias=("Realisasi",)),
            money_column(
                "saldo", "Anggaran|Saldo", "alokasi dikurangi realisasi", alias=("Saldo",)
            ),
            percent_column("serapan", "Presentasi (%)|Anggaran", "serapan seperti tercetak"),
            percent_column("fisik", "Presentasi (%)|Fisik", "realisasi fisik", boleh_kosong=True),
        ),
        kunci=("program", "kegiatan"),
        label="label",
        tingkat=(
            Level("urusan", "kosong", no=r"[A-Z]\.?", keterangan="urusan pemerintahan"),
            Level("program", "jumlah", no=r"\d+\.?", keterangan="program"),
            Level("kegiatan", "data", no="", keterangan="kegiatan"),
        ),
        jumlah="akhir",
        aturan=(
            Equation("saldo", ("alokasi",), ("realisasi",)),
            Ratio("serapan", "realisasi", "alokasi"),
        ),
    ),
    Table(
        "anggaran.xlsx",
        "Perjanjian Kinerja",
        "Bab II A, tabel Jumlah Anggaran Untuk Sasaran",
        (
            text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True),
            text_column("program", "Program/Kegiatan", "program pada perjanjian kinerja"),
            money_column("anggaran", "Anggaran (Rp)", "anggaran perjanjian kinerja"),
        ),
        kunci=("program",),
    ),
    Table(
        "anggaran.xlsx",
        "Anggaran Sasaran",
        "Bab III A.3, keempat tabel Realisasi Anggaran per sasaran",
        (
            text_column("label", "Program / Kegiatan", "sasaran, program atau kegiatan"),
            money_column("pagu", "Pagu Anggaran (Rp.)", "pagu anggaran"),
            money_column("realisasi", "Realisasi Anggaran (Rp.)", "realisasi"),
            money_column("sisa", "Sisa Anggaran (Rp.)", "pagu dikurangi realisasi"),
        ),
        kunci=("sasaran", "program", "kegiatan"),
        label="label",
        tingkat=(
            Level(
                "sasaran",
                "kosong",
                no="",
                label=r"Sasaran \d+\s*:\s*(.+)",
                keterangan="sasaran strategis",
            ),
            Level("program", "kosong", no=r"[A-Z]\.?", keterangan="program"),
            Level("kegiatan", "data", no=r"\d+\.?", keterangan="kegiatan"),
        ),
        aturan=(Equation("sisa", ("pagu",), ("realisasi",)),),
    ),
)
