"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.frames import Frame, as_read, columns, with_bounds

_TAHUN = ("tahun", "bulat", "tahun", "tahun")


FRAMES: dict[str, Frame] = {
    "omzet_kelas": Frame(
        "kelas omzet",
        columns(
            ("batas_bawah", "bulat?", "rupiah per tahun", "batas bawah, tidak termasuk"),
            ("batas_atas", "bulat?", "rupiah per tahun", "batas atas, termasuk"),
            ("usaha", "bulat", "usaha", "usaha mikro binaan"),
            ("kelas", "teks", "", "kelas seperti tercetak"),
        ),
        with_bounds("umkm.Omzet", "kelas", "batas_bawah", "batas_atas"),
    ),
    "omzet_kenaikan": Frame(
        "kelas kenaikan omzet 2018–2019",
        columns(
            ("batas_bawah", "persen", "persen", "batas bawah, tidak termasuk"),
            ("batas_atas", "persen", "persen", "batas atas, termasuk"),
            ("usaha", "bulat", "usaha", "usaha mikro binaan"),
            ("kelas", "teks", "", "kelas seperti tercetak"),
        ),
        with_bounds("umkm.Kenaikan Omzet", "kelas", "batas_bawah", "batas_atas"),
    ),
    "omzet": Frame(
        "tahun",
        columns(_TAHUN, ("omzet", "bulat", "rupiah", "omzet seluruh usaha mikro binaan")),
        as_read("umkm.Total Omzet"),
    ),
}
