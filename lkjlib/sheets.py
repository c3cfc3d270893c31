"""The sheets of the workbook of computed tables: name, title, unit, source, frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lkjlib import anggaran, kasus, ketenagakerjaan, kinerja, koperasi, omzet, ringkasan, umkm
from lkjlib.dataset import Data
from lkjlib.provenance import sidik_jari
from lkjlib.reconciliation import temuan_klaim


@dataclass(frozen=True)
class SheetSpec:
    """One sheet of the workbook; `nama` at most 31 characters."""

    nama: str
    judul: str
    satuan: str
    sumber: str
    bingkai: Callable[[Data], pd.DataFrame]
    catatan: str = ""


def _years(data: Data) -> pd.DataFrame:
    """Tabel II of every indicator, one under the other."""
    frames = [kinerja.tabel_ii(data, kode).assign(kode=kode) for kode in kinerja.NAMA_PENDEK]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["kode", *(c for c in frame.columns if c != "kode")]]


def _labour(data: Data) -> pd.DataFrame:
    """Groups by education and by sex, one under the other, with their precision."""
    frames = [
        ketenagakerjaan.ketelitian(ketenagakerjaan.anatomi(data, name)).assign(rincian=name)
        for name in ("pendidikan", "jenis_kelamin")
    ]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["rincian", *(c for c in frame.columns if c != "rincian")]]


_LKJ = "LKj 2019, "
_SASARAN_1, _SASARAN_2 = f"{_LKJ}Bab III sasaran 1", f"{_LKJ}Bab III sasaran 2"
_SASARAN_3, _SASARAN_4 = f"{_LKJ}Bab III sasaran 3 (BPS)", f"{_LKJ}Bab III sasaran 4"
_B = f"{_LKJ}Bab III B"
_BPS = "estimasi survei; galat dari asumsi n dan deff, tidak tercetak di laporan."

SHEETS = tuple(
    SheetSpec(*row)
    for row in (
        (
            "Ringkasan",
            "Lima indikator: tercetak dan dihitung ulang",
            "persen",
            f"{_LKJ}Tabel I setiap indikator; lampiran",
            kinerja.ringkasan,
            "capaian dari tercetak memakai realisasi yang sudah dibulatkan, seperti cara laporan.",
        ),
        (
            "Tiga tahun",
            "Realisasi, capaian dan target 2017–2019",
            "persen",
            f"{_LKJ}Tabel II setiap indikator",
            _years,
            "target tersirat: angka paling bulat yang memberi capaian tercetak.",
        ),
        (
            "Ambisi dan laju",
            "Ambisi target dan laju menuju RPJMD 2021",
            "poin persen (per tahun)",
            f"{_LKJ}Tabel I, II, IV",
            kinerja.ambisi_dan_laju,
            "hitungan, bukan ramalan.",
        ),
        (
            "Kerapuhan",
            "Satuan yang membalik tercapai atau tidak",
            "satuan",
            "lampiran",
            ringkasan.kerapuhan,
        ),
        (
            "Cacah",
            "Pembilang dan penyebut setiap indikator",
            "cacah; rupiah",
            "lampiran",
            kinerja.cacah,
        ),
        (
            "Koperasi keragaan",
            "Koperasi aktif menurut jenis",
            "unit; persen",
            _SASARAN_1,
            koperasi.keragaan,
        ),
        (
            "Koperasi cakupan",
            "Cakupan pemeringkatan × tingkat lulus",
            "unit; persen",
            _SASARAN_1,
            koperasi.cakupan,
        ),
        (
            "Koperasi efek",
            "Perubahan menurut pembilang dan penyebut",
            "unit; poin persen",
            _SASARAN_1,
            koperasi.efek,
        ),
        (
            "UMKM sel",
            "UMKM baru per 100 binaan, kecamatan × bidang",
            "unit; per 100",
            _SASARAN_2,
            umkm.rasio_sel,
            "rasio dua populasi, bukan persentase dari binaan.",
        ),
        (
            "UMKM bauran",
            "UMKM baru dan yang sepadan bauran bidangnya",
            "unit; kali",
            _SASARAN_2,
            umkm.bauran,
        ),
        (
            "Omzet",
            "Omzet dan kenaikannya",
            "rupiah; persen",
            _SASARAN_2,
            omzet.pertumbuhan,
        ),
        (
            "Omzet kelas",
            "Usaha mikro menurut kelas omzet",
            "rupiah per tahun; usaha; persen",
            _SASARAN_2,
            omzet.sebaran,
        ),
        (
            "Omzet kenaikan",
            "Usaha mikro menurut kelas kenaikan",
            "persen; usaha",
            _SASARAN_2,
            omzet.kenaikan,
        ),
        ("TPT kelompok", "Anatomi TPT 2019", "orang; persen", _SASARAN_3, _labour, _BPS),
        (
            "TPT jarak",
            "Jarak TPT ke acuan",
            "poin persen; orang",
            _SASARAN_3,
            ketenagakerjaan.jarak_teruji,
            _BPS,
        ),
        (
            "TPT perempuan",
            "Perempuan 2018–2019",
            "persen; orang",
            _SASARAN_3,
            ketenagakerjaan.perempuan,
            _BPS,
        ),
        (
            "Kasus satuan",
            "Kasus, perusahaan dan pekerja",
            "cacah; per 100",
            _SASARAN_4,
            kasus.satuan,
        ),
        ("Kasus hasil", "Hasil mediasi", "kasus; persen", _SASARAN_4, kasus.hasil),
        (
            "Anggaran program",
            "Serapan menurut program",
            "rupiah; persen",
            _B,
            anggaran.serapan,
        ),
        (
            "Anggaran kegiatan",
            "Saldo menurut kegiatan, terbesar dahulu",
            "rupiah; persen",
            _B,
            anggaran.konsentrasi_saldo,
        ),
        (
            "Tiga sumber",
            "Anggaran program di tiga tempat laporan",
            "rupiah",
            f"{_LKJ}Bab II A, Bab III A.3, Bab III B",
            anggaran.tiga_sumber,
        ),
        (
            "Efisiensi",
            "Tiga bacaan efisiensi per sasaran",
            "persen; poin persen",
            f"{_LKJ}Bab III A dan B",
            anggaran.efisiensi_sasaran,
            "serapan rendah bukan efisiensi bila keluaran tidak ditunjukkan.",
        ),
        (
            "Temuan klaim",
            "Pernyataan yang tidak terbukti, menurut akibat",
            "–",
            "data/2019/klaim.xlsx",
            temuan_klaim,
        ),
        ("Sidik jari", "Buku kerja sumber dan sidik jarinya", "–", "data/2019", sidik_jari),
    )
)
