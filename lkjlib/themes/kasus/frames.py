"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.frames import Frame, as_read, columns

_TAHUN = ("tahun", "bulat", "tahun", "tahun")


FRAMES: dict[str, Frame] = {
    "kasus": Frame(
        "kasus ketenagakerjaan",
        columns(
            ("perusahaan", "teks", "", "perusahaan yang bersengketa"),
            ("alamat", "teks", "", "alamat perusahaan seperti tercetak"),
            ("hasil", "teks", "", "PB, Anjuran, atau PB & Anjuran"),
            ("pekerja", "bulat", "orang", "pekerja pada kasus itu (tanpa nama)"),
            ("nomor", "bulat", "", "nomor kasus"),
        ),
        as_read("kasus.Kasus"),
    ),
    "wajib_lapor": Frame(
        "tahun",
        columns(_TAHUN, ("perusahaan", "bulat", "perusahaan", "perusahaan wajib lapor")),
        as_read("kasus.Wajib Lapor"),
    ),
}
