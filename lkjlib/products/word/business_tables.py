"""Tables of data on cooperatives and small business, as the report prints them, with sums."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, is_missing
from lkjlib.products.word.blocks import TabelWord, with_total, word_table
from lkjlib.themes.omzet import api as omzet
from lkjlib.themes.umkm import api as umkm


def wirausaha_tables(data: Data) -> tuple[TabelWord, ...]:
    """New and coached firms by kecamatan and bidang, and their ratio by kecamatan."""
    wide = [_fields(data, which, what) for which, what in (("baru", "baru"), ("binaan", "binaan"))]
    ratio = umkm.rasio_menurut(data, "kecamatan")
    return (
        *wide,
        word_table(
            ratio,
            f"UMKM baru per 100 UMKM binaan menurut kecamatan, {data.tahun}",
            {
                "kecamatan": ("Kecamatan", 4.4),
                "baru": ("UMKM baru", 2.2),
                "binaan": ("UMKM binaan", 2.4),
                "rasio": ("Baru per 100 binaan", 2.5),
                "bagian_baru": ("Bagian UMKM baru (%)", 2.5),
                "bagian_binaan": ("Bagian UMKM binaan (%)", 2.5),
            },
            tebal=[len(ratio) - 1],
            catatan="Rasio dua kelompok usaha, bukan persentase dari UMKM binaan.",
        ),
    )


def _fields(data: Data, ukuran: str, what: str) -> TabelWord:
    frame = umkm.tabel_bidang(data, ukuran)
    fields = [name for name in frame.columns if name not in ("kecamatan", "UMKM")]
    return word_table(
        frame,
        f"UMKM {what} menurut kecamatan dan bidang usaha, {data.tahun} (usaha)",
        {
            "kecamatan": ("Kecamatan", 3.1),
            **{name: (name, 0.45 + 0.15 * max(map(len, name.split()))) for name in fields},
            "UMKM": ("Jumlah", 1.5),
        },
        tebal=[len(frame) - 1],
        kecil=True,
    )


def omzet_tables(data: Data) -> tuple[TabelWord, ...]:
    """Total sales, and the firms by class of sales and of growth."""
    return (
        word_table(
            omzet.pertumbuhan(data),
            "Jumlah omzet usaha mikro binaan dan kenaikannya",
            {
                "tahun": ("Tahun", 2.5),
                "omzet": ("Omzet (Rp)", 5),
                "kenaikan": ("Kenaikan (Rp)", 5),
                "kenaikan_persen": ("Kenaikan (%)", 3.5),
            },
        ),
        _classes(omzet.sebaran(data), f"Usaha mikro menurut kelas omzet, {data.tahun}", "Rp "),
        _classes(
            omzet.kenaikan(data),
            f"Usaha mikro menurut kelas kenaikan omzet {data.tahun - 1}–{data.tahun}",
            "",
            " %",
        ),
    )


def _classes(frame: pd.DataFrame, judul: str, before: str, after: str = "") -> TabelWord:
    """Firms by class; a class is named by its bounds."""

    def bound(value: float) -> str:
        return f"{before}{format_angka(value)}{after}"

    def name(low: float, high: float) -> str:
        if is_missing(high):
            return f"di atas {bound(low)}"
        return f"sampai {bound(high)}" if not low or is_missing(low) else _between(low, high)

    def _between(low: float, high: float) -> str:
        return f"di atas {bound(low)} sampai {bound(high)}"

    names = [name(*pair) for pair in zip(frame["batas_bawah"], frame["batas_atas"], strict=True)]
    shown = frame[["usaha", "bagian", "kumulatif"]].copy()
    shown.insert(0, "kelas", names)
    shown = with_total(shown, "Jumlah", ["usaha", "bagian"])
    return word_table(
        shown,
        judul,
        {
            "kelas": ("Kelas", 7),
            "usaha": ("Usaha", 3),
            "bagian": ("Bagian (%)", 3),
            "kumulatif": ("Kumulatif (%)", 3),
        },
        tebal=[len(shown) - 1],
    )
