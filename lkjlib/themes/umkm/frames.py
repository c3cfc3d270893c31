"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, columns
from lkjlib.data import Row
from lkjlib.themes.umkm.tables import BIDANG


def _umkm_rows(tables: Tables) -> list[Row]:
    """kecamatan x bidang, new and coached firms side by side."""
    coached = {row["kecamatan"].nilai: row for row in tables["umkm.UMKM Binaan"].rows}
    return [
        {
            "kecamatan": row["kecamatan"],
            "bidang": row[bidang]._replace(nilai=bidang),
            "baru": row[bidang],
            "binaan": coached[row["kecamatan"].nilai][bidang],
        }
        for row in tables["umkm.UMKM Baru"].rows
        for bidang in BIDANG
    ]


FRAMES: dict[str, Frame] = {
    "umkm": Frame(
        "kecamatan × bidang usaha",
        columns(
            ("kecamatan", "teks", "", "kecamatan"),
            ("bidang", "teks", "", "bidang usaha"),
            ("baru", "bulat", "unit", "UMKM baru (IUMK terbit)"),
            ("binaan", "bulat", "unit", "UMKM binaan"),
        ),
        _umkm_rows,
    ),
}
