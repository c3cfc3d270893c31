"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, as_read, columns
from lkjlib.data import Row

RINCIAN = {"pendidikan": "pendidikan", "jenis kelamin": "jenis_kelamin"}
_TAHUN = ("tahun", "bulat", "tahun", "tahun")
_PENGANGGUR = ("penganggur", "bulat", "orang", "penganggur terbuka")


def _tenaga_kerja_rows(tables: Tables) -> list[Row]:
    """Groups of the labour force with their unemployed."""
    idle = {
        (row["rincian"].nilai, row["kategori"].nilai): row["penganggur"]
        for row in tables["ketenagakerjaan.Pengangguran"].rows
    }
    rows = []
    for row in tables["ketenagakerjaan.Angkatan Kerja"].rows:
        printed = row["rincian"].nilai
        rincian = RINCIAN.get(printed.casefold(), printed.casefold().replace(" ", "_"))
        rows.append(
            {
                **row,
                "rincian": row["rincian"]._replace(nilai=rincian),
                "penganggur": idle[printed, row["kategori"].nilai],
            }
        )
    return rows


FRAMES: dict[str, Frame] = {
    "tenaga_kerja": Frame(
        "kelompok angkatan kerja 2019",
        columns(
            ("rincian", "teks", "", "pendidikan atau jenis_kelamin"),
            ("kategori", "teks", "", "kelompok di dalam rincian"),
            _PENGANGGUR,
            ("angkatan_kerja", "bulat", "orang", "angkatan kerja 15+"),
            ("bekerja", "bulat?", "orang", "bekerja; kosong di mana laporan tidak memberinya"),
        ),
        _tenaga_kerja_rows,
    ),
    "tpak": Frame(
        "jenis kelamin × tahun",
        columns(
            ("jenis_kelamin", "teks", "", "jenis kelamin"),
            _TAHUN,
            ("tpak", "persen", "persen", "tingkat partisipasi angkatan kerja"),
            _PENGANGGUR,
        ),
        as_read("ketenagakerjaan.TPAK"),
    ),
    "tpt_wilayah": Frame(
        "wilayah",
        columns(
            ("wilayah", "teks", "", "kota, kabupaten atau provinsi"),
            _TAHUN,
            ("tpt", "persen", "persen", "tingkat pengangguran terbuka, seperti tercetak"),
        ),
        as_read("ketenagakerjaan.TPT Wilayah"),
    ),
}
