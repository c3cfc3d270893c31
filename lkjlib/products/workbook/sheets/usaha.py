"""Sheets about cooperatives, small firms and their sales."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.workbook.sheets.spec import LKJ, SEMUA, SheetSpec
from lkjlib.themes.omzet import api as omzet
from lkjlib.themes.umkm import api as umkm

_SASARAN_1, _SASARAN_2 = f"{LKJ}Bab III sasaran 1", f"{LKJ}Bab III sasaran 2"
_BAGIAN = {"bagian": "usaha / jumlah(usaha) * 100", "kumulatif": "kumulatif(bagian)"}
_UNIT = ("aktif", "tidak_aktif", "total")


def _fields(ukuran: str) -> Callable[[Data], pd.DataFrame]:
    """Firms by kecamatan and bidang; the sheet adds the sums itself."""
    return lambda data: umkm.tabel_bidang(data, ukuran).iloc[:-1]


def _field_sheet(ukuran: str) -> SheetSpec:
    return SheetSpec(
        f"UMKM {ukuran}",
        f"UMKM {ukuran} menurut kecamatan dan bidang usaha",
        "usaha",
        _SASARAN_2,
        _fields(ukuran),
        jumlah=SEMUA,
        rumus={"UMKM": "SUM(kiri)"},
    )


SHEETS = (
    _field_sheet("baru"),
    _field_sheet("binaan"),
    SheetSpec(
        "UMKM sel",
        "UMKM baru per 100 binaan, kecamatan × bidang",
        "usaha; per 100",
        _SASARAN_2,
        umkm.rasio_sel,
        "rasio dua populasi, bukan persentase dari binaan.",
        jumlah=("baru", "binaan"),
        rumus={"rasio": "baru / binaan * 100"},
    ),
    SheetSpec(
        "UMKM bauran",
        "UMKM baru dan yang sepadan bauran bidangnya",
        "usaha; kali",
        _SASARAN_2,
        umkm.bauran,
        jumlah=("binaan", "baru", "terharap", "selisih"),
        rumus={
            "selisih": "baru - terharap",
            "rasio": "baru / binaan * 100",
            "indeks": "baru / terharap",
        },
    ),
    SheetSpec(
        "Omzet",
        "Omzet dan kenaikannya",
        "rupiah; persen",
        _SASARAN_2,
        omzet.pertumbuhan,
        rumus={"kenaikan_persen": "kenaikan / (omzet - kenaikan) * 100"},
    ),
    SheetSpec(
        "Omzet kelas",
        "Usaha mikro menurut kelas omzet",
        "rupiah per tahun; usaha; persen; kepadatan: usaha per Rp 1 juta",
        _SASARAN_2,
        omzet.sebaran,
        "kelas terendah dianggap mulai dari nol; kelas teratas terbuka.",
        jumlah=("usaha", "bagian"),
        rumus=_BAGIAN,
    ),
    SheetSpec(
        "Omzet kenaikan",
        "Usaha mikro menurut kelas kenaikan",
        "persen; usaha",
        _SASARAN_2,
        omzet.kenaikan,
        jumlah=("usaha", "bagian"),
        rumus=_BAGIAN,
    ),
)
