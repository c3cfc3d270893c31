"""Tables of data on labour disputes, as the report prints them."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.products.word.blocks import TabelWord, word_table
from lkjlib.themes.kasus import api as kasus


def kasus_tables(data: Data) -> tuple[TabelWord, ...]:
    """The cases of the year without the workers' names, outcomes, and units of counting."""
    return (
        word_table(
            data.kasus,
            f"Kasus ketenagakerjaan tahun {data.tahun}",
            {
                "nomor": ("No.", 1.1),
                "perusahaan": ("Perusahaan", 6.4),
                "alamat": ("Alamat", 3.6),
                "hasil": ("Hasil mediasi", 2.9),
                "pekerja": ("Pekerja", 2),
            },
            catatan="PB: Perjanjian Bersama. Nama pekerja adalah data pribadi dan tidak dibaca; "
            "yang ditampilkan banyaknya orang.",
        ),
        word_table(
            kasus.hasil(data),
            "Kasus menurut hasil mediasi",
            {
                "hasil": ("Hasil", 4),
                "kasus": ("Kasus", 2.2),
                "perusahaan": ("Perusahaan", 2.6),
                "pekerja": ("Pekerja", 2.2),
                "bagian_kasus": ("Bagian kasus (%)", 2.5),
                "bagian_pekerja": ("Bagian pekerja (%)", 2.5),
            },
        ),
        word_table(
            kasus.satuan(data),
            "Indikator menurut satuan yang dihitung, per 100 perusahaan wajib lapor",
            {
                "satuan": ("Satuan", 3.6),
                "jumlah": ("Jumlah", 2.4),
                "per_100": ("Per 100 perusahaan", 3.2),
                "capaian": ("Capaian (%)", 2.8),
                "dipakai": ("Dipakai laporan", 3),
            },
        ),
    )
