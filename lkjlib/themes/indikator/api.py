"""Indicators side by side: printed and recomputed, targets, trend, references (Tabel I-IV)."""

from lkjlib.themes.indikator.kinerja import (
    NAMA_PENDEK,
    SKALA_LAPORAN,
    cacah,
    kartu,
    ringkasan,
    satu,
)
from lkjlib.themes.indikator.tabel import (
    RPJMD,
    ambisi_dan_laju,
    selisih,
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
    tren,
)

__all__ = [
    "NAMA_PENDEK",
    "RPJMD",
    "SKALA_LAPORAN",
    "ambisi_dan_laju",
    "cacah",
    "kartu",
    "ringkasan",
    "satu",
    "selisih",
    "tabel_i",
    "tabel_ii",
    "tabel_iii",
    "tabel_iv",
    "tren",
]
