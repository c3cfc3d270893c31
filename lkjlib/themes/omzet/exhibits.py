"""Tables on omzet, each declared once for notebook, workbook, Word and site."""

from functools import partial

import pandas as pd

from lkjlib.data import Data
from lkjlib.rules.category import judul_skala
from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.omzet.analysis import (
    batas_kenaikan,
    jarak_target,
    kenaikan,
    kenaikan_riil,
    median_omzet,
    nama_kelas,
    pembulatan,
    pertumbuhan,
    sebaran,
)
from lkjlib.themes.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)

_SUMBER = "{dokumen} {tahun}, Bab III"
_BATAS_MIKRO = (
    "Andaian: kelas terendah dari nol, kelas teratas sampai batas usaha mikro, Rp 300 juta."
)
_KELAS = (
    Kolom("usaha", "Usaha", jumlah=True),
    Kolom("bagian", "Bagian (%)", rumus="usaha / jumlah(usaha) * 100", jumlah=True),
    Kolom("kumulatif", "Kumulatif (%)", rumus="kumulatif(bagian)"),
)


def _classes(data: Data) -> pd.DataFrame:
    frame = sebaran(data)
    return frame.assign(kelas=nama_kelas(frame, awalan="Rp "))


def _growth_classes(data: Data) -> pd.DataFrame:
    frame = kenaikan(data)
    return frame.assign(kelas=nama_kelas(frame, akhiran=" %"))


def _class_ends(data: Data) -> pd.DataFrame:
    """The Lorenz band where a class ends, and its lower bound without an end of the open class."""
    ends = pita_lorenz(data, atas=AMBANG_MIKRO).query("batas_kelas").reset_index(drop=True)
    wide = pita_lorenz(data).query("batas_kelas")
    return ends.assign(omzet_min_terbuka=wide["omzet_min"].to_numpy())


def _rounding_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    """Whatever scales the report is set against."""
    return (
        Kolom("desimal", "Desimal"),
        Kolom("realisasi", "Realisasi (%)"),
        Kolom("capaian", "Capaian (%)"),
        *(Kolom(nama, judul_skala(nama)) for nama in frame.columns[3:]),
    )


EXHIBITS = (
    Exhibit(
        "omzet.pertumbuhan",
        "Jumlah omzet usaha mikro binaan dan kenaikannya (rupiah; persen)",
        pertumbuhan,
        (
            Kolom("tahun", "Tahun"),
            Kolom("omzet", "Omzet (Rp)"),
            Kolom("kenaikan", "Kenaikan (Rp)"),
            Kolom("kenaikan_persen", "Kenaikan (%)", 2, "kenaikan / (omzet - kenaikan) * 100"),
        ),
        sumber=_SUMBER,
        lembar="Omzet",
    ),
    Exhibit(
        "omzet.kelas",
        "Usaha mikro menurut kelas omzet setahun, {tahun} (usaha dan persen)",
        _classes,
        (Kolom("kelas", "Kelas omzet"), *_KELAS, Kolom("kepadatan", "Usaha per Rp 1 juta")),
        "Kelas terendah dianggap mulai dari nol; kelas teratas terbuka.",
        _SUMBER,
        "Omzet kelas",
    ),
    Exhibit(
        "omzet.kenaikan",
        "Usaha mikro menurut kelas kenaikan omzet {lalu}–{tahun} (usaha dan persen)",
        _growth_classes,
        (Kolom("kelas", "Kelas kenaikan"), *_KELAS),
        sumber=_SUMBER,
        lembar="Omzet kenaikan",
    ),
    Exhibit(
        "omzet.pembulatan",
        "Capaian menurut banyaknya desimal realisasi, {tahun} (persen)",
        pembulatan,
        _rounding_columns,
        sumber=_SUMBER,
    ),
    Exhibit(
        "omzet.jarak_target",
        "Jarak jumlah omzet {tahun} ke target (rupiah)",
        jarak_target,
        (
            Kolom("acuan", "Acuan"),
            Kolom("target", "Target (%)", 0),
            Kolom("omzet_diperlukan", "Omzet yang diperlukan (Rp)"),
            Kolom("selisih", "Selisih (Rp)"),
            Kolom("selisih_per_usaha", "Selisih per usaha (Rp)", 0),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "omzet.kenaikan_riil",
        "Kenaikan riil omzet {lalu}–{tahun} untuk andaian kenaikan harga (persen)",
        kenaikan_riil,
        (
            Kolom("inflasi", "Kenaikan harga (%)"),
            Kolom("kenaikan_riil", "Kenaikan riil (%)"),
            Kolom("capaian_riil", "Capaian riil (%)"),
            Kolom("dasar", "Dasar"),
        ),
        "Kenaikan harga di sini andaian; laporan tidak menyebut indeks harga.",
        _SUMBER,
    ),
    Exhibit(
        "omzet.batas_kenaikan",
        "Kenaikan jumlah omzet dan kenaikan usaha, {lalu}–{tahun} (persen)",
        batas_kenaikan,
        (
            Kolom("uraian", "Uraian"),
            Kolom("bawah", "Bawah (%)"),
            Kolom("atas", "Atas (%)"),
        ),
        "–: kelas terbuka tidak memberi batas.",
        _SUMBER,
    ),
    Exhibit(
        "omzet.rata_rata",
        "Omzet rata-rata dan batas yang diizinkan kelas, {tahun} (rupiah per usaha)",
        partial(batas_rata_rata, atas=AMBANG_MIKRO),
        (
            Kolom("paling_sedikit", "Paling sedikit (Rp)", 0),
            Kolom("rata_rata", "Rata-rata (Rp)", 0),
            Kolom("paling_banyak", "Paling banyak (Rp)", 0),
            Kolom("cocok", "Cocok"),
        ),
        _BATAS_MIKRO,
        _SUMBER,
    ),
    Exhibit(
        "omzet.median",
        "Median omzet, {tahun} (rupiah)",
        median_omzet,
        (
            Kolom("usaha_ke", "Usaha ke-"),
            Kolom("batas_bawah", "Di atas (Rp)", 0),
            Kolom("batas_atas", "Sampai (Rp)", 0),
            Kolom("median", "Median, interpolasi (Rp)", 0),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "omzet.lorenz",
        "Bagian omzet usaha terkecil di tiap batas kelas, {tahun} (persen kumulatif)",
        _class_ends,
        (
            Kolom("bagian_usaha", "Bagian usaha (%)"),
            Kolom("omzet_min", "Omzet, paling sedikit (%)"),
            Kolom("omzet_maks", "Omzet, paling banyak (%)"),
            Kolom("omzet_min_terbuka", "Paling sedikit bila kelas teratas terbuka (%)"),
        ),
        _BATAS_MIKRO,
        _SUMBER,
    ),
    Exhibit(
        "omzet.teratas",
        "Bagian omzet usaha di atas tiap batas kelas, {tahun} (persen)",
        partial(pangsa_teratas, atas=AMBANG_MIKRO),
        (
            Kolom("omzet_di_atas", "Omzet di atas (Rp)"),
            Kolom("usaha", "Usaha"),
            Kolom("bagian_usaha", "Bagian usaha (%)"),
            Kolom("omzet_min", "Bagian omzet, paling sedikit (%)"),
            Kolom("omzet_maks", "Bagian omzet, paling banyak (%)"),
        ),
        _BATAS_MIKRO,
        _SUMBER,
    ),
)
