"""Annex kasus.xlsx: labour disputes (no worker names), reporting companies, and their frames."""

from lkjlib.annexes.declaration import Table, count_column, text_column, year_column
from lkjlib.annexes.frames import Frame, by_row
from lkjlib.report import Report

HITUNGAN = "kasus"  # column Hitungan of the indicator that these sheets count
HASIL = PB, ANJURAN, CAMPURAN = "PB", "Anjuran", "PB & Anjuran"

KASUS = Table(
    "kasus.xlsx",
    "Kasus",
    "tabel data kasus ketenagakerjaan (tanpa nama pekerja)",
    (
        count_column("nomor", "No.", "", "nomor kasus", alias=("No", "NO")),
        text_column("perusahaan", "Nama Perusahaan", "perusahaan yang bersengketa"),
        text_column(
            "alamat",
            "Alamat Perusahaan",
            "kecamatan atau kelurahan perusahaan, seperti tercetak",
            alias=("Almt Prsh",),
        ),
        text_column("hasil", "Hasil", "PB, Anjuran, atau PB & Anjuran", pilihan=HASIL),
        count_column(
            "pekerja",
            "Jumlah Pekerja",
            "orang",
            "pekerja pada kasus itu (tanpa nama)",
            rahasia=True,
        ),
    ),
    kunci=("nomor",),
)
WAJIB_LAPOR = Table(
    "kasus.xlsx",
    "Wajib Lapor",
    "perusahaan wajib lapor",
    (
        year_column("tahun", "Tahun", "tahun"),
        count_column(
            "perusahaan", "Jumlah Perusahaan Wajib Lapor", "perusahaan", "perusahaan wajib lapor"
        ),
    ),
    kunci=("tahun",),
    wajib=False,
)


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on disputes."""
    return KASUS, WAJIB_LAPOR


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    return {
        "kasus": by_row(
            KASUS, "kasus ketenagakerjaan", "perusahaan", "alamat", "hasil", "pekerja", "nomor"
        ),
        "wajib_lapor": by_row(WAJIB_LAPOR, "tahun"),
    }
