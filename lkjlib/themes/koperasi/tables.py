"""Annex koperasi.xlsx: cooperatives by kind and by rating class, and the frames they become."""

from lkjlib.annexes.declaration import Equation, Table, class_column, count_column, text_column
from lkjlib.annexes.frames import Frame, by_row, with_bounds

PERINGKAT = (
    "Sangat Berkualitas",
    "Berkualitas",
    "Cukup Berkualitas",
    "Kurang Berkualitas",
    "Tidak Berkualitas",
)
LULUS = ("Berkualitas", "Cukup Berkualitas")

KERAGAAN = Table(
    "koperasi.xlsx",
    "Keragaan",
    "Bab III A.3, sasaran 1, tabel Rekapitulasi Data Keragaan Koperasi",
    (
        text_column(
            "kelompok",
            "IDENTITAS/ KELOMPOK KOPERASI",
            "jenis koperasi seperti tercetak",
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
            "total",
            "TOTAL KOP",
            "unit",
            "seluruh koperasi, seperti tercetak",
            alias=("TOTAL KOPERASI",),
        ),
    ),
    kunci=("kelompok",),
    label="kelompok",
    jumlah="akhir",
    aturan=(Equation("total", ("aktif", "tidak_aktif")),),
)
PEMERINGKATAN = Table(
    "koperasi.xlsx",
    "Pemeringkatan",
    "Bab III A.3, sasaran 1, tabel skor dan tabel Rekapitulasi Hasil Pemeringkatan",
    (
        text_column("peringkat", "Peringkat", "kelas peringkat", pilihan=PERINGKAT),
        class_column("skor", "Skor", "skor", "rentang skor seperti tercetak"),
        count_column("koperasi", "Jumlah Koperasi", "unit", "koperasi pada kelas itu"),
    ),
    kunci=("peringkat",),
    label="peringkat",
)

TABLES = (KERAGAAN, PEMERINGKATAN)
FRAMES: dict[str, Frame] = {
    "koperasi": by_row(KERAGAAN, "jenis koperasi"),
    "pemeringkatan": with_bounds(
        PEMERINGKATAN,
        "kelas peringkat",
        "skor",
        bawah=("skor_min", "batas bawah tercetak; pada '>419' tidak termasuk"),
        atas=("skor_maks", "batas atas tercetak; pada '<180' tidak termasuk"),
    ),
}
