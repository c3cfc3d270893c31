"""Sheets about unemployment and labour disputes."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.workbook.sheets.spec import LKJ, SheetSpec
from lkjlib.themes.kasus import api as kasus
from lkjlib.themes.tpt import api as ketenagakerjaan

_SASARAN_3, _SASARAN_4 = f"{LKJ}Bab III sasaran 3 (BPS)", f"{LKJ}Bab III sasaran 4"
_BPS = "estimasi survei; galat dari asumsi n dan deff, tidak tercetak di laporan."


def _labour(data: Data) -> pd.DataFrame:
    """Groups by education and by sex, one under the other, with their precision."""
    frames = [
        ketenagakerjaan.ketelitian(ketenagakerjaan.anatomi(data, name)).assign(rincian=name)
        for name in ("pendidikan", "jenis_kelamin")
    ]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["rincian", *(c for c in frame.columns if c != "rincian")]]


SHEETS = (
    SheetSpec(
        "TPT kelompok",
        "Anatomi TPT menurut pendidikan dan menurut jenis kelamin",
        "orang; persen; kontribusi dan galat dalam poin persen",
        _SASARAN_3,
        _labour,
        f"{_BPS} Kedua rincian menghitung orang yang sama, maka tidak dijumlahkan bersama.",
        rumus={
            "bekerja": "angkatan_kerja - penganggur",
            "tpt": "penganggur / angkatan_kerja * 100",
            "representasi": "pangsa_penganggur / pangsa_angkatan_kerja",
        },
    ),
    SheetSpec(
        "TPT jarak",
        "Jarak TPT ke acuan",
        "poin persen; orang",
        _SASARAN_3,
        ketenagakerjaan.jarak_teruji,
        _BPS,
    ),
    SheetSpec(
        "TPT perempuan",
        "Perempuan 2018–2019",
        "persen; orang",
        _SASARAN_3,
        ketenagakerjaan.perempuan,
        _BPS,
        rumus={"tpt": "penganggur / angkatan_kerja * 100"},
    ),
    SheetSpec(
        "Kasus satuan",
        "Kasus, perusahaan dan pekerja",
        "cacah; per 100",
        _SASARAN_4,
        kasus.satuan,
    ),
    SheetSpec(
        "Kasus hasil",
        "Hasil mediasi",
        "kasus; orang; persen",
        _SASARAN_4,
        kasus.hasil,
        "satu perusahaan dapat tercatat pada beberapa hasil, maka perusahaan tidak dijumlahkan.",
        jumlah=("kasus", "pekerja", "bagian_kasus", "bagian_pekerja"),
        rumus={
            "bagian_kasus": "kasus / jumlah(kasus) * 100",
            "bagian_pekerja": "pekerja / jumlah(pekerja) * 100",
        },
    ),
)
