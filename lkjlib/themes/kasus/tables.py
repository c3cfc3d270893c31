"""Annex kasus.xlsx: labour disputes (no worker names) and reporting companies."""

from __future__ import annotations

from lkjlib.annexes.declaration import Column, Table, count_column, text_column

HASIL = PB, ANJURAN, CAMPURAN = "PB", "Anjuran", "PB & Anjuran"

TABLES = (
    Table(
        "kasus.xlsx",
        "Kasus",
        "Bab III A.3, sasaran 4, tabel Data kasus ketenagakerjaan (tanpa nama pekerja)",
        (
            count_column("nomor", "No.", "", "nomor kasus", alias=("No", "NO")),
            text_column("perusahaan", "Nama Perusahaan", "perusahaan yang bersengketa"),
            text_column("alamat", "Alamat Perusahaan", "kecamatan/kelurahan", alias=("Almt Prsh",)),
            text_column(
                "hasil",
                "Hasil",
                "PB, Anjuran, atau keduanya",
                pilihan=HASIL,
            ),
            count_column(
                "pekerja", "Jumlah Pekerja", "orang", "pekerja pada kasus itu", rahasia=True
            ),
        ),
        kunci=("nomor",),
    ),
    Table(
        "kasus.xlsx",
        "Wajib Lapor",
        "Bab III A.3, sasaran 4, Tabel I dan alinea sesudahnya",
        (
            Column("tahun", "Tahun", "tahun", "tahun"),
            count_column(
                "perusahaan",
                "Jumlah Perusahaan Wajib Lapor",
                "perusahaan",
                "perusahaan wajib lapor",
            ),
        ),
        kunci=("tahun",),
    ),
)
