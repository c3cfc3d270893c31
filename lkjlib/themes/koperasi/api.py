"""Cooperatives (sasaran 1): activity by kind, rating, hidden counts of earlier years, findings."""

from lkjlib.themes.indikator.hitungan import uji_penyebut_tetap
from lkjlib.themes.koperasi.keragaan import MIN_UNIT, efek, gabung_kecil, hitungan, keragaan
from lkjlib.themes.koperasi.pemeringkatan import cakupan, kekurangan, peringkat, rentang
from lkjlib.themes.koperasi.temuan import temuan

__all__ = [
    "MIN_UNIT",
    "cakupan",
    "efek",
    "gabung_kecil",
    "hitungan",
    "kekurangan",
    "keragaan",
    "peringkat",
    "rentang",
    "temuan",
    "uji_penyebut_tetap",
]
