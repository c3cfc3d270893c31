"""New and coached UMKM (sasaran 2): ratio, sector mix, what hangs on a few firms, findings."""

from lkjlib.themes.umkm.bauran import bauran, konsentrasi, kuosien_lokasi, pangsa_bidang
from lkjlib.themes.umkm.kepekaan import kepekaan, rentang_efek
from lkjlib.themes.umkm.peta import lebar, peta
from lkjlib.themes.umkm.rasio import bukan_bagian, peringkat, rasio_menurut, rasio_sel, tabel_bidang
from lkjlib.themes.umkm.temuan import temuan

__all__ = [
    "bauran",
    "bukan_bagian",
    "kepekaan",
    "konsentrasi",
    "kuosien_lokasi",
    "lebar",
    "pangsa_bidang",
    "peringkat",
    "peta",
    "rasio_menurut",
    "rasio_sel",
    "rentang_efek",
    "tabel_bidang",
    "temuan",
]
