"""Annex umkm.xlsx: sales classes and yearly sales, their frames, what must hold between."""

from lkjlib.annexes.check import Rule, same_totals
from lkjlib.annexes.declaration import Table, class_column, count_column, money_column, year_column
from lkjlib.annexes.frames import Frame, by_row, with_bounds

TAHUN = 2019


def _classes(lembar: str, judul: str, satuan: str) -> Table:
    return Table(
        "umkm.xlsx",
        lembar,
        f"Bab III A.3, sasaran 2.2, tabel {judul}",
        (
            class_column("kelas", "Kategori Omzet Usaha Mikro", satuan, "kelas seperti tercetak"),
            count_column(
                "usaha", "Jumlah Usaha Mikro", "usaha", "usaha mikro binaan pada kelas itu"
            ),
        ),
        kunci=("kelas",),
        label="kelas",
        jumlah="akhir",
    )


def _by_class(table: Table, baris: str) -> Frame:
    return with_bounds(
        table,
        baris,
        "kelas",
        bawah=("batas_bawah", "batas bawah, tidak termasuk"),
        atas=("batas_atas", "batas atas, termasuk"),
    )


OMZET = _classes("Omzet", f"Kategori omzet Usaha Mikro tahun {TAHUN}", "rupiah per tahun")
KENAIKAN = _classes("Kenaikan Omzet", "Persentase kenaikan omzet Usaha Mikro", "persen")
TOTAL = Table(
    "umkm.xlsx",
    "Total Omzet",
    "Bab III A.3, sasaran 2.2, Tabel I dan alinea sesudahnya",
    (
        year_column("tahun", "Tahun", "tahun omzet"),
        money_column(
            "omzet", "Total Omzet Usaha Mikro Binaan (Rp)", "omzet seluruh usaha mikro binaan"
        ),
    ),
    kunci=("tahun",),
)

TABLES = (OMZET, KENAIKAN, TOTAL)
FRAMES: dict[str, Frame] = {
    "omzet_kelas": _by_class(OMZET, "kelas omzet"),
    "omzet_kenaikan": _by_class(KENAIKAN, f"kelas kenaikan omzet {TAHUN - 1}–{TAHUN}"),
    "omzet": by_row(TOTAL, "tahun"),
}
RULES: tuple[Rule, ...] = (
    same_totals("umkm.UMKM Binaan", "total", OMZET.nama, "usaha"),
    same_totals("umkm.UMKM Binaan", "total", KENAIKAN.nama, "usaha"),
)
