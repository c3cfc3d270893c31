"""Where a measure's figures stand: the annex column it is computed from."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.errors import LkjError

# Beginning of a measure's key -> frame and column; the longest beginning that fits counts.
_COLUMNS = {
    "kinerja.": ("kinerja", "realisasi"),
    "kinerja.target.": ("kinerja", "target"),
    "kinerja.pembilang.koperasi": ("pemeringkatan", "koperasi"),
    "kinerja.realisasi.koperasi.2019": ("pemeringkatan", "koperasi"),
    "kinerja.realisasi.wirausaha.2019": ("umkm", "baru"),
    "kinerja.realisasi.omzet.2019": ("omzet", "omzet"),
    "kinerja.realisasi.tpt.2019": ("tenaga_kerja", "penganggur"),
    "kinerja.realisasi.kasus.2019": ("wajib_lapor", "perusahaan"),
    "tersirat.": ("kinerja", "capaian"),
    "pembanding.": ("pembanding", "nilai"),
    "indikator.": ("indikator", "indikator"),
    "sasaran.": ("indikator", "sasaran"),
    "koperasi.": ("koperasi", "aktif"),
    "koperasi.tidak_aktif": ("koperasi", "tidak_aktif"),
    "koperasi.total": ("koperasi", "total"),
    "pemeringkatan.": ("pemeringkatan", "koperasi"),
    "grim.koperasi.": ("kinerja", "realisasi"),
    "umkm.": ("umkm", "baru"),
    "umkm.binaan.": ("umkm", "binaan"),
    "wirausaha.": ("umkm", "binaan"),
    "omzet.": ("omzet", "omzet"),
    "omzet.kelas.": ("omzet_kelas", "usaha"),
    "omzet.kenaikan.": ("omzet_kenaikan", "usaha"),
    "omzet.pangsa": ("omzet_kenaikan", "usaha"),
    "tpt.": ("tenaga_kerja", "penganggur"),
    "tpt.angkatan_kerja": ("tenaga_kerja", "angkatan_kerja"),
    "tpt.bekerja": ("tenaga_kerja", "angkatan_kerja"),
    "tpt.tpak": ("tpak", "tpak"),
    "tpt.arah_tpak": ("tpak", "tpak"),
    "tpt.penganggur_perempuan": ("tpak", "penganggur"),
    "tpt.arah_penganggur": ("tpak", "penganggur"),
    "tpt.perempuan.": ("tpak", "tpak"),
    "tpt.wilayah.": ("tpt_wilayah", "tpt"),
    "tpt.dibanding.": ("tpt_wilayah", "tpt"),
    "tpt.peringkat_wilayah": ("tpt_wilayah", "tpt"),
    "kasus.": ("kasus", "hasil"),
    "kasus.wajib_lapor": ("wajib_lapor", "perusahaan"),
    "kasus.perusahaan": ("kasus", "perusahaan"),
    "kasus.pekerja": ("kasus", "pekerja"),
    "anggaran.": ("anggaran", "alokasi"),
    "anggaran_sasaran.": ("anggaran_sasaran", "pagu"),
    "perjanjian.": ("perjanjian_anggaran", "anggaran"),
    "belanja.": ("belanja", "anggaran"),
}


def asal_ukuran(data: Data, ukuran: str) -> str:
    """Address of the first annex cell of the column a measure is computed from.

    Returns
    -------
    str
        ``koperasi.xlsx!Keragaan!C7``; empty where no annex holds it (scales, units).

    Examples
    --------
    >>> from lkjlib import load
    >>> asal_ukuran(load(2019), "koperasi.aktif")
    'koperasi.xlsx!Keragaan!C7'
    """
    fitting = [start for start in _COLUMNS if ukuran.startswith(start)]
    if not fitting:
        return ""
    frame, column = _COLUMNS[max(fitting, key=len)]
    for row in range(len(data.frames[frame])):
        try:
            return data.asal(frame, row, column)
        except LkjError:  # a cell the report leaves unprinted, such as a target of 2017
            continue
    return ""
