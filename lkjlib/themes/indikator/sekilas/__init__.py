"""Five indicators at a glance, as the landing notebook shows them."""

from lkjlib.themes.indikator.sekilas.agregasi import agregasi, predikat_sasaran
from lkjlib.themes.indikator.sekilas.lima import (
    ambisi,
    kategori_skala,
    kerapuhan,
    laju,
    lima,
    tren_semua,
)
from lkjlib.themes.indikator.sekilas.skala import aturan_skala, pita_skala
from lkjlib.themes.indikator.sekilas.temuan import temuan

__all__ = [
    "agregasi",
    "ambisi",
    "aturan_skala",
    "kategori_skala",
    "kerapuhan",
    "laju",
    "lima",
    "pita_skala",
    "predikat_sasaran",
    "temuan",
    "tren_semua",
]
