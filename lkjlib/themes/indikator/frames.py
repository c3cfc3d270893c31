"""The tidy frames of this theme: names, columns, types, units."""

from __future__ import annotations

from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, as_read, columns
from lkjlib.data import Entry, Row
from lkjlib.themes.indikator.tables import ACUAN, TAHUN_CAPAIAN

_KODE = ("kode", "teks", "", "kode indikator: koperasi, wirausaha, omzet, tpt, kasus")
_TAHUN = ("tahun", "bulat", "tahun", "tahun")
_SASARAN = ("sasaran", "teks", "", "sasaran strategis")


def _kinerja_rows(tables: Tables) -> list[Row]:
    """indicator x year: printed realisasi and capaian, and the target where one is printed."""
    agreed = tables["kinerja.Perjanjian Kinerja"].rows
    targets = {row["kode"].nilai: row["target"] for row in agreed}
    missing = Entry(None, "")
    return [
        {
            "kode": row["kode"],
            "tahun": row[f"realisasi_{tahun}"]._replace(nilai=tahun),
            "target": targets[row["kode"].nilai] if tahun == TAHUN_CAPAIAN[-1] else missing,
            "realisasi": row[f"realisasi_{tahun}"],
            "capaian": row[f"capaian_{tahun}"],
        }
        for row in tables["kinerja.Capaian"].rows
        for tahun in TAHUN_CAPAIAN
    ]


def _pembanding_rows(tables: Tables) -> list[Row]:
    """indicator x reference."""
    return [
        {
            "kode": row["kode"],
            "acuan": row[acuan]._replace(nilai=acuan),
            "tahun": row[acuan]._replace(nilai=tahun),
            "nilai": row[acuan],
        }
        for row in tables["kinerja.Pembanding"].rows
        for acuan, (_, tahun) in ACUAN.items()
    ]


FRAMES: dict[str, Frame] = {
    "indikator": Frame(
        "indikator",
        columns(
            _KODE,
            _SASARAN,
            ("indikator", "teks", "", "nama indikator seperti tercetak"),
            ("satuan", "teks", "", "satuan"),
            ("rumus", "teks", "", "nama rumus capaian"),
            ("polaritas", "teks", "", "positif: lebih tinggi lebih baik; negatif: sebaliknya"),
            ("definisi", "teks", "", "apa yang diukur"),
            ("pembilang", "teks", "", "pembilang menurut laporan"),
            ("penyebut", "teks", "", "penyebut menurut laporan"),
            ("sumber_data", "teks", "", "asal data menurut laporan"),
        ),
        as_read("kinerja.Indikator"),
    ),
    "kinerja": Frame(
        "indikator × tahun",
        columns(
            _KODE,
            _TAHUN,
            ("target", "persen", "persen", "target perjanjian kinerja; tercetak hanya untuk 2019"),
            ("realisasi", "persen", "persen", "realisasi seperti tercetak"),
            ("capaian", "persen", "persen", "capaian seperti tercetak"),
        ),
        _kinerja_rows,
    ),
    "pembanding": Frame(
        "indikator × acuan",
        columns(
            _KODE,
            ("acuan", "teks", "", "RPJMD, RPJMN, kabupaten/kota, provinsi"),
            _TAHUN,
            ("nilai", "persen", "persen", "nilai tercetak; kosong di mana laporan menulis '-'"),
        ),
        _pembanding_rows,
    ),
}
