"""Annex kasus.xlsx: labour disputes (no worker names), reporting companies, and their frames."""

from dataclasses import replace

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


def outcomes(report: Report) -> tuple[str, ...]:
    """What a dispute may end in: the words of the law, and those that the office settles with."""
    return tuple(dict.fromkeys((*HASIL, *settled(report))))


def settled(report: Report) -> tuple[str, ...]:
    """Outcomes that count as settled: those that laporan.toml says, else an agreement alone."""
    return tuple(report.kosakata.get("selesai", (PB,)))


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on disputes."""
    own = outcomes(report)
    columns = (replace(c, pilihan=own) if c.nama == "hasil" else c for c in KASUS.kolom)
    return replace(KASUS, kolom=tuple(columns)), WAJIB_LAPOR


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    return {
        "kasus": by_row(
            KASUS, "kasus ketenagakerjaan", "perusahaan", "alamat", "hasil", "pekerja", "nomor"
        ),
        "wajib_lapor": by_row(WAJIB_LAPOR, "tahun"),
    }
