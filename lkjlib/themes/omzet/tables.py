"""Annex umkm.xlsx: sales classes and yearly sales, their frames, what must hold between."""

from lkjlib.annexes.check import Rule, same_totals
from lkjlib.annexes.declaration import Table, class_column, count_column, money_column, year_column
from lkjlib.annexes.frames import Frame, by_row, with_bounds
from lkjlib.report import Report


def _classes(lembar: str, judul: str, satuan: str) -> Table:
    return Table(
        "umkm.xlsx",
        lembar,
        f"tabel {judul}",
        (
            class_column("kelas", "Kategori Omzet Usaha Mikro", satuan, "kelas seperti tercetak"),
            count_column(
                "usaha", "Jumlah Usaha Mikro", "usaha", "usaha mikro binaan pada kelas itu"
            ),
        ),
        kunci=("kelas",),
        label="kelas",
        jumlah="akhir",
        wajib=False,
    )


def _by_class(table: Table, baris: str) -> Frame:
    return with_bounds(
        table,
        baris,
        "kelas",
        bawah=("batas_bawah", "batas bawah, tidak termasuk"),
        atas=("batas_atas", "batas atas, termasuk"),
    )


HITUNGAN = "omzet"  # column Hitungan of the indicator that these sheets count
OMZET = _classes("Omzet", "kategori omzet usaha mikro", "rupiah per tahun")
KENAIKAN = _classes("Kenaikan Omzet", "persentase kenaikan omzet usaha mikro", "persen")
TOTAL = Table(
    "umkm.xlsx",
    "Total Omzet",
    "jumlah omzet usaha mikro binaan",
    (
        year_column("tahun", "Tahun", "tahun omzet"),
        money_column(
            "omzet", "Total Omzet Usaha Mikro Binaan (Rp)", "omzet seluruh usaha mikro binaan"
        ),
    ),
    kunci=("tahun",),
)


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on sales."""
    return OMZET, KENAIKAN, TOTAL


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    return {
        "omzet_kelas": _by_class(OMZET, "kelas omzet"),
        "omzet_kenaikan": _by_class(
            KENAIKAN, f"kelas kenaikan omzet {report.tahun - 1}–{report.tahun}"
        ),
        "omzet": by_row(TOTAL, "tahun"),
    }


def rules(report: Report) -> tuple[Rule, ...]:
    """The classes hold every coached firm."""
    return (
        same_totals("umkm.UMKM Binaan", "total", OMZET.nama, "usaha"),
        same_totals("umkm.UMKM Binaan", "total", KENAIKAN.nama, "usaha"),
    )
