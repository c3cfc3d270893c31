"""Labour disputes (sasaran 4): outcomes, units of counting, margin to the target, findings."""

from lkjlib.themes.indikator.counts import uji_penyebut_tetap
from lkjlib.themes.kasus.analysis import (
    PENYEBUT_MAKS,
    ambang,
    daftar,
    hasil,
    hitungan,
    kerapuhan,
    penyelesaian,
    per_perusahaan,
    satuan,
    tersembunyi,
    wajib_lapor,
)
from lkjlib.themes.kasus.temuan import temuan

__all__ = [
    "PENYEBUT_MAKS",
    "ambang",
    "daftar",
    "hasil",
    "hitungan",
    "kerapuhan",
    "penyelesaian",
    "per_perusahaan",
    "satuan",
    "temuan",
    "tersembunyi",
    "uji_penyebut_tetap",
    "wajib_lapor",
]
