"""Five indicators at a glance, as the landing notebook shows them."""

from lkjlib.ringkasan.agregasi import agregasi, predikat_sasaran
from lkjlib.ringkasan.lima import (
    ambisi,
    kategori_skala,
    kerapuhan,
    laju,
    lima,
    tren_semua,
)
from lkjlib.ringkasan.skala import aturan_skala, pita_skala
from lkjlib.ringkasan.temuan import temuan

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
