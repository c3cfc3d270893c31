"""Annex umkm.xlsx: sales classes, yearly sales."""

from __future__ import annotations

from lkjlib.annexes.declaration import Column, Table, count_column, money_column


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


TABLES = (
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
