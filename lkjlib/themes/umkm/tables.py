"""Annex umkm.xlsx: new and coached firms."""

from __future__ import annotations

from lkjlib.annexes.declaration import Equation, Table, count_column, text_column

BIDANG = ("Kuliner", "Fashion", "Pendidikan", "Otomotif", "Agribisnis", "Jasa", "Bidang Lainnya")


def _umkm(lembar: str, judul: str, arti: str) -> Table:
    bidang = tuple(
        count_column(b, f"BIDANG|{b}", "unit", f"{arti}, bidang {b}", alias=(b,)) for b in BIDANG
    )
    return Table(
        "umkm.xlsx",
        lembar,
        f"Bab III A.3, sasaran 2.1, tabel {judul}",
        (
            text_column("kecamatan", "KECAMATAN", "kecamatan"),
            *bidang,
            count_column("total", "UMKM", "unit", f"{arti}, semua bidang"),
        ),
        kunci=("kecamatan",),
        label="kecamatan",
        jumlah="akhir",
        aturan=(Equation("total", BIDANG),),
    )


TABLES = (
    _umkm("UMKM Baru", "Rekapitulasi Data UMKM Baru", "UMKM baru"),
    _umkm("UMKM Binaan", "Rekapitulasi Data UMKM Binaan", "UMKM binaan"),
)
