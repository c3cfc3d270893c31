"""Budget of the year: what Bab III B says, checked, and the budget of one sasaran.

Money is rupiah; absorption (serapan) is computed from the rupiah, not read from the printed column.
"""

from lkjlib.themes.anggaran.belanja import belanja, sisa_anggaran
from lkjlib.themes.anggaran.efisiensi import efisiensi_sasaran, per_sasaran, serapan_capaian
from lkjlib.themes.anggaran.padanan import AMBANG_KEMIRIPAN, padankan_program
from lkjlib.themes.anggaran.rekonsiliasi import (
    beda_nama,
    nama_program,
    pagu_sasaran,
    program_sasaran,
    tidak_tercantum,
    tiga_sumber,
)
from lkjlib.themes.anggaran.sasaran import untuk_sasaran
from lkjlib.themes.anggaran.serapan import (
    fisik,
    jumlah_pembentuk,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    tertinggal,
)
from lkjlib.themes.anggaran.temuan import temuan

__all__ = [
    "AMBANG_KEMIRIPAN",
    "beda_nama",
    "belanja",
    "efisiensi_sasaran",
    "fisik",
    "jumlah_pembentuk",
    "konsentrasi_saldo",
    "nama_program",
    "padankan_program",
    "pagu_sasaran",
    "per_sasaran",
    "periksa_serapan",
    "program_sasaran",
    "serapan",
    "serapan_capaian",
    "sisa_anggaran",
    "temuan",
    "tertinggal",
    "tidak_tercantum",
    "tiga_sumber",
    "untuk_sasaran",
]
