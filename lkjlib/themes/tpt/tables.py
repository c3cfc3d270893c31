"""Annex ketenagakerjaan.xlsx: labour force survey figures of BPS."""

from __future__ import annotations

from lkjlib.annexes.declaration import Column, Table, count_column, percent_column, text_column

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
        "kelompok di dalam pembagian itu",
        pilihan=(*PENDIDIKAN, *JENIS_KELAMIN),
    ),
)

TABLES = (
    Table(
        "ketenagakerjaan.xlsx",
        "Pengangguran",
        "Bab III A.3, sasaran 3, dua tabel Data Pengangguran (BPS Kota Banjarbaru)",
        (
            *_RINCIAN,
            count_column("penganggur", "Pengangguran (orang)", "orang", "penganggur terbuka"),
        ),
        kunci=("rincian", "kategori"),
        label="rincian",
        jumlah="rincian",
    ),
    Table(
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
    ),
    Table(
        "ketenagakerjaan.xlsx",
        "TPAK",
        "Bab III A.3, sasaran 3, alinea perbandingan 2018 dan 2019",
        (
            text_column(
                "jenis_kelamin",
                "Jenis Kelamin",
                "jenis kelamin",
                pilihan=JENIS_KELAMIN,
            ),
            Column("tahun", "Tahun", "tahun", "tahun survei"),
            percent_column("tpak", "TPAK (%)", "tingkat partisipasi angkatan kerja"),
            count_column("penganggur", "Pengangguran (orang)", "orang", "penganggur terbuka"),
        ),
        kunci=("jenis_kelamin", "tahun"),
    ),
    Table(
        "ketenagakerjaan.xlsx",
        "TPT Wilayah",
        "Bab III A.3, sasaran 3, Tabel III",
        (
            text_column("wilayah", "Wilayah", "kota, kabupaten atau provinsi"),
            Column("tahun", "Tahun", "tahun", "tahun survei"),
            percent_column("tpt", "TPT (%)", "tingkat pengangguran terbuka seperti tercetak"),
        ),
        kunci=("wilayah", "tahun"),
    ),
)
