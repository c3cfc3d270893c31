"""Tables of data on unemployment and disputes, as the report prints them, with sums."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.products.word.blocks import TabelWord, with_total, word_table
from lkjlib.themes.kasus import api as kasus
from lkjlib.themes.tpt import api as ketenagakerjaan

_BPS = "Sumber: BPS Kota Banjarbaru. Estimasi survei; galatnya tidak tercetak di laporan."


def tpt_tables(data: Data) -> tuple[TabelWord, ...]:
    """Unemployed, employed and labour force by education and by sex, with their precision."""
    return tuple(
        _groups(data, rincian, f"Penganggur dan angkatan kerja menurut {what}, {data.tahun}")
        for rincian, what in (("pendidikan", "pendidikan"), ("jenis_kelamin", "jenis kelamin"))
    )


def _groups(data: Data, rincian: str, judul: str) -> TabelWord:
    frame = ketenagakerjaan.ketelitian(ketenagakerjaan.anatomi(data, rincian))
    columns = ["kategori", "penganggur", "bekerja", "angkatan_kerja", "tpt", "tanda"]
    shown = with_total(frame[columns], "Jumlah", columns[1:4])
    last = len(shown) - 1
    shown.loc[last, "tpt"] = shown["penganggur"][last] / shown["angkatan_kerja"][last] * 100
    return word_table(
        shown.fillna({"tanda": ""}),
        judul,
        {
            "kategori": ("Kelompok", 4.8),
            "penganggur": ("Penganggur (orang)", 2.4),
            "bekerja": ("Bekerja (orang)", 2.2),
            "angkatan_kerja": ("Angkatan kerja (orang)", 2.4),
            "tpt": ("TPT (%)", 1.6),
            "tanda": ("Ketelitian", 2.6),
        },
        tebal=[last],
        catatan=f"{_BPS} Bekerja: angkatan kerja dikurangi penganggur. Ketelitian menurut batas "
        "RSE BPS, dihitung dari ukuran sampel dan efek rancangan yang diasumsikan.",
    )


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
