"""Unemployment (sasaran 3) in one place: groups, distances, women 2018 to 2019, precision.

The one place to look; what it names is computed in modules of their own. BPS survey estimates
throughout: the counts are exact on paper and uncertain in the field.
"""

from lkjlib.themes.tpt.analysis import acuan_tpt, anatomi, banding, jarak, ringkas, tpt_kota
from lkjlib.themes.tpt.bench import Andaian, andaikan, daftar_acuan, eksplorasi
from lkjlib.themes.tpt.precision import (
    banding_wilayah,
    batas_galat,
    beda_kelompok,
    galat_baku,
    jarak_teruji,
    ketelitian,
    kota,
    kurva,
)
from lkjlib.themes.tpt.temuan import temuan
from lkjlib.themes.tpt.women import (
    bagian_perempuan,
    galat_perempuan,
    perempuan,
    titik_impas,
    uraian_perempuan,
)

__all__ = [
    "Andaian",
    "acuan_tpt",
    "anatomi",
    "andaikan",
    "bagian_perempuan",
    "banding",
    "banding_wilayah",
    "batas_galat",
    "beda_kelompok",
    "daftar_acuan",
    "eksplorasi",
    "galat_baku",
    "galat_perempuan",
    "jarak",
    "jarak_teruji",
    "ketelitian",
    "kota",
    "kurva",
    "perempuan",
    "ringkas",
    "temuan",
    "titik_impas",
    "tpt_kota",
    "uraian_perempuan",
]
