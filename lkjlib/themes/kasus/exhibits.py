"""Tables of the disputes, each declared once for notebook, workbook, Word and site."""

from collections.abc import Sequence

import pandas as pd

from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.indikator.counts import uji_penyebut_tetap
from lkjlib.themes.kasus.analysis import (
    ambang,
    hasil,
    kerapuhan,
    penyelesaian,
    satuan,
    tersembunyi,
)
from lkjlib.themes.kasus.tables import HITUNGAN

_SUMBER = "{dokumen} {tahun}, Bab III"


def _margin_columns(frame: pd.DataFrame) -> Sequence[Kolom]:
    """Columns of `kerapuhan`: its references are columns by their own names."""
    references = [name for name in frame if name not in ("kasus", "persen", "memenuhi", "nyata")]
    return (
        Kolom("kasus", "Kasus setahun"),
        Kolom("persen", "Per 100 perusahaan wajib lapor"),
        *(Kolom(name, f"{name} (%)") for name in references),
        Kolom("memenuhi", "Memenuhi target"),
        Kolom("nyata", "Yang tercatat"),
    )


EXHIBITS = (
    Exhibit(
        "kasus.daftar",
        "Kasus ketenagakerjaan tahun {tahun}, tanpa nama pekerja",
        lambda data: data.kasus,
        (
            Kolom("nomor", "No."),
            Kolom("perusahaan", "Perusahaan"),
            Kolom("alamat", "Alamat"),
            Kolom("hasil", "Hasil mediasi"),
            Kolom("pekerja", "Pekerja (orang)"),
        ),
        "PB: Perjanjian Bersama. Nama pekerja adalah data pribadi dan tidak dibaca; yang "
        "ditampilkan banyaknya orang.",
        _SUMBER,
    ),
    Exhibit(
        "kasus.wajib_lapor",
        "Perusahaan wajib lapor",
        lambda data: data.wajib_lapor,
        (Kolom("tahun", "Tahun"), Kolom("perusahaan", "Perusahaan")),
        sumber=_SUMBER,
    ),
    Exhibit(
        "kasus.satuan",
        "Indikator menurut satuan yang dihitung, per 100 perusahaan wajib lapor, {tahun}",
        satuan,
        (
            Kolom("satuan", "Satuan"),
            Kolom("jumlah", "Jumlah"),
            Kolom("per_100", "Per 100 perusahaan"),
            Kolom("capaian", "Capaian (%)"),
            Kolom("memenuhi", "Memenuhi target"),
            Kolom("dipakai", "Dipakai laporan"),
        ),
        "Capaian di bawah nol: lebih dari dua kali target. Baris pekerja bukan indikator; satu "
        "nama pada satu baris dihitung satu pekerja.",
        _SUMBER,
        "Kasus satuan",
    ),
    Exhibit(
        "kasus.hasil",
        "Kasus menurut hasil mediasi, {tahun} (kasus, orang dan persen)",
        hasil,
        (
            Kolom("hasil", "Hasil"),
            Kolom("kasus", "Kasus", jumlah=True),
            Kolom("perusahaan", "Perusahaan"),
            Kolom("pekerja", "Pekerja (orang)", jumlah=True),
            Kolom("bagian_kasus", "Bagian kasus (%)", 1, "kasus / jumlah(kasus) * 100", True),
            Kolom(
                "bagian_pekerja", "Bagian pekerja (%)", 1, "pekerja / jumlah(pekerja) * 100", True
            ),
        ),
        "Satu perusahaan dapat tercatat pada beberapa hasil, maka perusahaan tidak dijumlahkan.",
        _SUMBER,
        "Kasus hasil",
    ),
    Exhibit(
        "kasus.penyelesaian",
        "Selesai dengan Perjanjian Bersama, batas bawah dan atas, {tahun}",
        penyelesaian,
        (
            Kolom("satuan", "Satuan"),
            Kolom("jumlah", "Jumlah"),
            Kolom("pb", "PB"),
            Kolom("campuran", "PB & Anjuran"),
            Kolom("persen_bawah", "Batas bawah (%)", 1, "pb / jumlah * 100"),
            Kolom("persen_atas", "Batas atas (%)", 1, "(pb + campuran) / jumlah * 100"),
        ),
        "Batas bawah: baris campuran dianggap belum selesai; batas atas: dianggap selesai.",
        _SUMBER,
    ),
    Exhibit(
        "kasus.kerapuhan",
        "Indikator menurut andaian jumlah kasus, persen, {tahun}",
        kerapuhan,
        _margin_columns,
        "Jumlah perusahaan wajib lapor tetap.",
        _SUMBER,
    ),
    Exhibit(
        "kasus.ambang",
        "Sisa sampai target, kasus dan perusahaan wajib lapor, {tahun}",
        ambang,
        (
            Kolom("acuan", "Acuan"),
            Kolom("persen", "Acuan (%)"),
            Kolom("kasus_sisa", "Sisa kasus"),
            Kolom("perusahaan_min", "Perusahaan, paling sedikit"),
            Kolom("perusahaan_sisa", "Sisa perusahaan"),
        ),
        "Sisa nol: satu kasus lagi dan acuan itu meleset.",
        _SUMBER,
    ),
    Exhibit(
        "kasus.hitungan",
        "Pecahan yang tercetak demikian, {lalu} dan {tahun}",
        tersembunyi,
        (
            Kolom("tahun", "Tahun"),
            Kolom("tercetak", "Tercetak (%)"),
            Kolom("pembilang", "Kasus"),
            Kolom("penyebut", "Perusahaan"),
            Kolom("persen", "Persen", rumus="pembilang / penyebut * 100"),
            Kolom("dasar", "Dasar"),
            Kolom("selisih_penyebut", "Perusahaan, selisih dengan tahun laporan"),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "kasus.penyebut_tetap",
        "Bila perusahaan wajib lapor {tahun} menjadi penyebut setiap tahun",
        lambda data: uji_penyebut_tetap(data, data.kode(HITUNGAN)),
        (
            Kolom("tahun", "Tahun"),
            Kolom("tercetak", "Tercetak (%)"),
            Kolom("penyebut", "Perusahaan"),
            Kolom("pembilang", "Kasus, terdekat"),
            Kolom("persen", "Persen"),
            Kolom("mungkin", "Tercetak demikian"),
        ),
        sumber=_SUMBER,
    ),
)
