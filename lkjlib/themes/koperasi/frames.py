"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.frames import Frame, as_read, columns, with_bounds

FRAMES: dict[str, Frame] = {
    "koperasi": Frame(
        "jenis koperasi",
        columns(
            ("kelompok", "teks", "", "jenis koperasi seperti tercetak"),
            ("aktif", "bulat", "unit", "koperasi aktif"),
            ("tidak_aktif", "bulat", "unit", "koperasi tidak aktif"),
            ("total", "bulat", "unit", "seluruh koperasi, seperti tercetak"),
        ),
        as_read("koperasi.Keragaan"),
    ),
    "pemeringkatan": Frame(
        "kelas peringkat",
        columns(
            ("peringkat", "teks", "", "kelas peringkat"),
            ("skor_min", "bulat?", "skor", "batas bawah tercetak; pada '>419' tidak termasuk"),
            ("skor_maks", "bulat?", "skor", "batas atas tercetak; pada '<180' tidak termasuk"),
            ("koperasi", "bulat", "unit", "koperasi pada kelas itu"),
            ("skor", "teks", "", "rentang skor seperti tercetak"),
        ),
        with_bounds("koperasi.Pemeringkatan", "skor", "skor_min", "skor_maks"),
    ),
}
