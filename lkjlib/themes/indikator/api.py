"""What notebooks call as `lkj.kinerja` and `lkj.ringkasan`."""

from lkjlib.themes.indikator.analysis import (
    NAMA_PENDEK,
    RPJMD,
    SKALA_LAPORAN,
    cacah,
    kartu,
    lima,
    ringkasan,
    satu,
    selisih,
)
from lkjlib.themes.indikator.comparison import (
    ambisi,
    ambisi_dan_laju,
    kerapuhan,
    laju,
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
    tren,
    tren_semua,
)
from lkjlib.themes.indikator.scales import (
    agregasi,
    aturan_skala,
    kategori_skala,
    pita_skala,
    predikat_sasaran,
)
from lkjlib.themes.indikator.temuan import temuan

__all__ = [
    "NAMA_PENDEK",
    "RPJMD",
    "SKALA_LAPORAN",
    "agregasi",
    "ambisi",
    "ambisi_dan_laju",
    "aturan_skala",
    "cacah",
    "kartu",
    "kategori_skala",
    "kerapuhan",
    "laju",
    "lima",
    "pita_skala",
    "predikat_sasaran",
    "ringkasan",
    "satu",
    "selisih",
    "tabel_i",
    "tabel_ii",
    "tabel_iii",
    "tabel_iv",
    "temuan",
    "tren",
    "tren_semua",
]
