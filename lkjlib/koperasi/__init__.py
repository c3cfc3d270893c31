"""Cooperatives (sasaran 1): activity by kind, rating, hidden counts of earlier years, findings."""

from lkjlib.hitungan import uji_penyebut_tetap
from lkjlib.koperasi.keragaan import MIN_UNIT, efek, gabung_kecil, hitungan, keragaan
from lkjlib.koperasi.pemeringkatan import cakupan, kekurangan, peringkat, rentang
from lkjlib.koperasi.temuan import temuan

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
