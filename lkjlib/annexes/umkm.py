"""Annex umkm.xlsx: new and coached firms, sales classes, yearly sales."""

from __future__ import annotations

from lkjlib.annexes.schema import Column, Equation, Table, count_column, money_column, text_column

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


def _omzet(lembar: str, judul: str, satuan: str) -> Table:
    return Table(
        "umkm.xlsx",
        lembar,
        f"Bab III A.3, sasaran 2.2, tabel {judul}",
        (
            Column("kelas", "Kategori Omzet Usaha Mikro", "kelas", "kelas tercetak", satuan),
            count_column("usaha", "Jumlah Usaha Mikro", "usaha", "usaha mikro pada kelas itu"),
        ),
        kunci=("kelas",),
        label="kelas",
        jumlah="akhir",
    )


UMKM = (
    _umkm("UMKM Baru", "Rekapitulasi Data UMKM Baru", "UMKM baru"),
    _umkm("UMKM Binaan", "Rekapitulasi Data UMKM Binaan", "UMKM binaan"),
    _omzet("Omzet", "Kategori omzet Usaha Mikro tahun 2019", "rupiah per tahun"),
    _omzet("Kenaikan Omzet", "Persentase kenaikan omzet Usaha Mikro", "persen"),
    Table(
        "umkm.xlsx",
        "Total Omzet",
        "Bab III A.3, sasaran 2.2, Tabel I dan alinea sesudahnya",
        (
            Column("tahun", "Tahun", "tahun", "tahun omzet"),
            money_column(
                "omzet", "Total Omzet Usaha Mikro Binaan (Rp)", "omzet usaha mikro binaan"
            ),
        ),
        kunci=("tahun",),
    ),
)
