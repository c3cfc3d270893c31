"""Sheets about labour disputes."""

from __future__ import annotations

from lkjlib.products.workbook.sheets.spec import LKJ, SheetSpec
from lkjlib.themes.kasus import api as kasus

_SASARAN_4 = f"{LKJ}Bab III sasaran 4"


SHEETS = (
    SheetSpec(
        "Kasus satuan",
        "Kasus, perusahaan dan pekerja",
        "cacah; per 100",
        _SASARAN_4,
        kasus.satuan,
    ),
    SheetSpec(
        "Kasus hasil",
        "Hasil mediasi",
        "kasus; orang; persen",
        _SASARAN_4,
        kasus.hasil,
        "satu perusahaan dapat tercatat pada beberapa hasil, maka perusahaan tidak dijumlahkan.",
        jumlah=("kasus", "pekerja", "bagian_kasus", "bagian_pekerja"),
        rumus={
            "bagian_kasus": "kasus / jumlah(kasus) * 100",
            "bagian_pekerja": "pekerja / jumlah(pekerja) * 100",
        },
    ),
)
