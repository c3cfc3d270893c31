"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.frames import Frame, as_read, columns

_SASARAN = ("sasaran", "teks", "", "sasaran strategis")
_PROGRAM = ("program", "teks", "", "program")
_KEGIATAN = ("kegiatan", "teks", "", "kegiatan")
_REALISASI = ("realisasi", "bulat", "rupiah", "realisasi anggaran")


FRAMES: dict[str, Frame] = {
    "anggaran": Frame(
        "kegiatan",
        columns(
            ("urusan", "teks", "", "urusan; kosong pada program yang tercetak sebelum huruf A"),
            _PROGRAM,
            _KEGIATAN,
            ("alokasi", "bulat", "rupiah", "alokasi anggaran"),
            _REALISASI,
            ("saldo", "bulat", "rupiah", "saldo seperti tercetak"),
            ("serapan", "persen", "persen", "realisasi/alokasi, seperti tercetak"),
            ("fisik", "persen", "persen", "realisasi fisik, seperti tercetak"),
        ),
        as_read("anggaran.Program Kegiatan"),
    ),
    "belanja": Frame(
        "uraian belanja",
        columns(
            ("kelompok", "teks", "", "belanja tidak langsung atau langsung"),
            ("uraian", "teks", "", "uraian belanja"),
            ("anggaran", "bulat", "rupiah", "anggaran"),
            _REALISASI,
        ),
        as_read("anggaran.Belanja"),
    ),
    "perjanjian_anggaran": Frame(
        "program pada perjanjian kinerja",
        columns(
            _SASARAN,
            ("program", "teks", "", "program, ejaan perjanjian kinerja"),
            ("anggaran", "bulat", "rupiah", "anggaran perjanjian kinerja"),
        ),
        as_read("anggaran.Perjanjian Kinerja"),
    ),
    "anggaran_sasaran": Frame(
        "kegiatan pada tabel anggaran sasaran",
        columns(
            _SASARAN,
            _PROGRAM,
            _KEGIATAN,
            ("pagu", "bulat", "rupiah", "pagu anggaran"),
            _REALISASI,
            ("sisa", "bulat", "rupiah", "sisa seperti tercetak"),
        ),
        as_read("anggaran.Anggaran Sasaran"),
    ),
}
