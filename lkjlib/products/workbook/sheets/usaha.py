"""Sheets about cooperatives, small firms and their sales."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.workbook.sheets.spec import LKJ, SEMUA, SheetSpec
from lkjlib.themes.koperasi import api as koperasi
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
    SheetSpec(
        "Koperasi jenis",
        "Koperasi menurut kelompok, 31 Desember",
        "unit",
        _SASARAN_1,
        lambda data: data.koperasi,
        jumlah=_UNIT,
        rumus={"total": "aktif + tidak_aktif"},
    ),
    SheetSpec(
        "Koperasi keragaan",
        "Koperasi aktif menurut jenis, jenis kecil digabung",
        "unit; persen",
        _SASARAN_1,
        koperasi.keragaan,
        jumlah=(*_UNIT, "jenis", "bagian_unit", "bagian_tidak_aktif"),
        rumus={
            "total": "aktif + tidak_aktif",
            "aktif_persen": "aktif / total * 100",
            "bagian_unit": "total / jumlah(total) * 100",
            "bagian_tidak_aktif": "tidak_aktif / jumlah(tidak_aktif) * 100",
        },
    ),
    SheetSpec(
        "Koperasi cakupan",
        "Cakupan pemeringkatan × tingkat lulus",
        "unit; persen",
        _SASARAN_1,
        koperasi.cakupan,
        rumus={"persen": "pembilang / penyebut * 100"},
    ),
    SheetSpec(
        "Koperasi efek",
        "Perubahan menurut pembilang dan penyebut",
        "unit; poin persen",
        _SASARAN_1,
        koperasi.efek,
        rumus={
            "persen_awal": "pembilang_awal / penyebut_awal * 100",
            "persen": "pembilang / penyebut * 100",
            "perubahan": "efek_pembilang + efek_penyebut",
        },
    ),
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
