"""Annex umkm.xlsx: new and coached firms, the frame that holds both, what must hold between."""

from lkjlib.annexes.check import Rule, same_keys
from lkjlib.annexes.declaration import Equation, Table, count_column, text_column
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, FrameColumn, columns_of
from lkjlib.data import Row

BIDANG = ("Kuliner", "Fashion", "Pendidikan", "Otomotif", "Agribisnis", "Jasa", "Bidang Lainnya")


def _firms(lembar: str, judul: str, arti: str) -> Table:
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


BARU = _firms("UMKM Baru", "Rekapitulasi Data UMKM Baru", "UMKM baru")
BINAAN = _firms("UMKM Binaan", "Rekapitulasi Data UMKM Binaan", "UMKM binaan")


def _umkm_rows(tables: Tables) -> list[Row]:
    """kecamatan x bidang, new and coached firms side by side."""
    coached = {row["kecamatan"].nilai: row for row in tables[BINAAN.nama].rows}
    return [
        {
            "kecamatan": row["kecamatan"],
            "bidang": row[bidang]._replace(nilai=bidang),
            "baru": row[bidang],
            "binaan": coached[row["kecamatan"].nilai][bidang],
        }
        for row in tables[BARU.nama].rows
        for bidang in BIDANG
    ]


TABLES = (BARU, BINAAN)
FRAMES: dict[str, Frame] = {
    "umkm": Frame(
        "kecamatan × bidang usaha",
        (
            *columns_of(BARU, "kecamatan"),
            FrameColumn("bidang", "str", "", "bidang usaha"),
            FrameColumn("baru", "int64", "unit", "UMKM baru (IUMK terbit)"),
            FrameColumn("binaan", "int64", "unit", "UMKM binaan"),
        ),
        _umkm_rows,
    ),
}
RULES: tuple[Rule, ...] = (same_keys(BARU.nama, BINAAN.nama),)
