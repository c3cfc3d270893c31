"""Annex koperasi.xlsx: cooperatives by kind and by rating class."""

from __future__ import annotations

from lkjlib.annexes.declaration import Column, Equation, Table, count_column, text_column

PERINGKAT = (
    "Sangat Berkualitas",
    "Berkualitas",
    "Cukup Berkualitas",
    "Kurang Berkualitas",
    "Tidak Berkualitas",
)
LULUS = ("Berkualitas", "Cukup Berkualitas")

TABLES = (
    Table(
        "koperasi.xlsx",
        "Keragaan",
        "Bab III A.3, sasaran 1, tabel Rekapitulasi Data Keragaan Koperasi",
        (
            text_column(
                "kelompok",
                "IDENTITAS/ KELOMPOK KOPERASI",
                "jenis koperasi",
                alias=("Kelompok Koperasi", "Identitas/Kelompok Koperasi"),
            ),
            count_column("aktif", "AKTIF|(UNIT)", "unit", "koperasi aktif", alias=("AKTIF",)),
            count_column(
                "tidak_aktif",
                "TIDAK AKTIF|(UNIT)",
                "unit",
                "koperasi tidak aktif",
                alias=("TIDAK AKTIF",),
            ),
            count_column(
                "total", "TOTAL KOP", "unit", "seluruh koperasi", alias=("TOTAL KOPERASI",)
            ),
        ),
        kunci=("kelompok",),
        label="kelompok",
        jumlah="akhir",
        aturan=(Equation("total", ("aktif", "tidak_aktif")),),
    ),
    Table(
        "koperasi.xlsx",
        "Pemeringkatan",
        "Bab III A.3, sasaran 1, tabel skor dan tabel Rekapitulasi Hasil Pemeringkatan",
        (
            text_column("peringkat", "Peringkat", "kelas peringkat", pilihan=PERINGKAT),
            Column("skor", "Skor", "kelas", "rentang skor seperti tercetak", "skor"),
            count_column("koperasi", "Jumlah Koperasi", "unit", "koperasi pada kelas itu"),
        ),
        kunci=("peringkat",),
        label="peringkat",
    ),
)
