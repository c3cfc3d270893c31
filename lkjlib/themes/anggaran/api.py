"""Budget of the year: what Bab III B says, checked, and the budget of one sasaran.

Money is rupiah; absorption (serapan) is computed from the rupiah, not read from the printed column.
"""

from lkjlib.themes.anggaran.efficiency import efisiensi_sasaran, serapan_capaian
from lkjlib.themes.anggaran.padanan import AMBANG_KEMIRIPAN, padankan_program
from lkjlib.themes.anggaran.sources import (
    beda_nama,
    nama_program,
    pagu_sasaran,
    per_sasaran,
    program_sasaran,
    tidak_tercantum,
    tiga_sumber,
    untuk_sasaran,
)
from lkjlib.themes.anggaran.spending import (
    belanja,
    fisik,
    jumlah_pembentuk,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    sisa_anggaran,
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
