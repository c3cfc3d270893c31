"""The beginning of the chapter: how results are classed, and the five indicators at a glance."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.products.word.blocks import (
    Blok,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
    findings,
    word_table,
)
from lkjlib.products.word.proposals import proposals
from lkjlib.products.word.sentences import KOTA, listed
from lkjlib.rules.category import kategori, kode_kategori, tabel_skala
from lkjlib.themes.indikator import api as kinerja
from lkjlib.themes.indikator import api as ringkasan
from lkjlib.themes.indikator.analysis import SKALA_LAPORAN

DINAS = f"Dinas Koperasi, UKM dan Tenaga Kerja {KOTA}"


def front(data: Data) -> list[Blok]:
    """Title, office and what this text is."""
    return [
        Paragraf("Bab III Akuntabilitas Kinerja", "Title"),
        Paragraf(f"Laporan Kinerja {data.tahun} · {DINAS}", "Subtitle"),
        Paragraf(
            "Naskah ini disusun dari lampiran laporan: setiap tabel, gambar, dan kalimat "
            "berasal dari data yang sama. Angka tercetak dan angka hitungan berdampingan; yang "
            "satu tidak menimpa yang lain. Kalimat yang diusulkan sebagai pengganti ditandai "
            "sebagai usulan."
        ),
    ]


def measurement(data: Data) -> list[Blok]:
    """How results are measured: capaian, and the categories that the report tables."""
    return [
        Judul(3, "1. Kerangka pengukuran kinerja"),
        Paragraf(
            "Capaian adalah realisasi dibandingkan dengan target, dalam persen. Untuk indikator "
            "yang membaik bila naik, capaian adalah realisasi dibagi target; untuk yang membaik "
            "bila turun, dua kali target dikurangi realisasi, dibagi target. Kategori yang "
            "dipakai di bab ini adalah yang ditabelkan laporan."
        ),
        _scale(),
        *proposals(data, "Bab III A.1", 4),
    ]


def _scale() -> TabelWord:
    frame = tabel_skala(SKALA_LAPORAN)
    return word_table(
        frame.assign(rentang=[_band(row) for row in frame.itertuples()]),
        "Kategori capaian kinerja",
        {
            "rentang": ("Rentang capaian (%)", 6),
            "kategori": ("Kategori", 6),
            "kode": ("Kode", 4),
        },
    )


def _band(row) -> str:
    if pd.isna(row.batas_atas):
        return f"lebih dari {row.batas_bawah}"
    if pd.isna(row.batas_bawah):
        return f"kurang dari {row.batas_atas}"
    low = f"{'' if row.batas_bawah_termasuk else 'lebih dari '}{row.batas_bawah}"
    return f"{low} s.d. {row.batas_atas}"


def overview(data: Data) -> list[Blok]:
    """The five indicators, what changes when they are recomputed, findings over all."""
    return [
        Judul(3, "2. Capaian kinerja sasaran strategis"),
        Paragraf(_met(data)),
        _five(data),
        GambarWord("capaian-lima", "Capaian lima indikator, tercetak dan dihitung"),
        GambarWord("tren-lima", "Realisasi dan target lima indikator"),
        Judul(4, "Yang mengubah penilaian"),
        Paragraf(
            "Pernyataan laporan berikut tidak terbukti dan mengubah penilaian atas suatu sasaran."
        ),
        _decisive(data),
        Judul(4, "Temuan"),
        findings(ringkasan.temuan(data)),
        *proposals(data, "Bab III A.2", 4),
    ]


def _met(data: Data) -> str:
    frame = kinerja.ringkasan(data)
    met = frame["capaian_dihitung"] >= 100 - 1e-9
    names = frame["indikator"]
    missed = f"; yang belum: {listed(names[~met].tolist())}" if not met.all() else ""
    return (
        f"Dari {len(frame)} indikator, {met.sum()} mencapai target tahun {data.tahun} menurut "
        f"hitungan dari lampiran{missed}."
    )


def _five(data: Data) -> TabelWord:
    frame = kinerja.ringkasan(data)
    for name in ("capaian", "capaian_dihitung"):
        frame[f"kategori_{name}"] = [
            f"{kategori(value, SKALA_LAPORAN)} ({kode_kategori(value, SKALA_LAPORAN)})"
            for value in frame[name]
        ]
    return word_table(
        frame,
        f"Capaian kinerja sasaran strategis tahun {data.tahun} (persen)",
        {
            "indikator": ("Indikator kinerja", 4.1),
            "target": ("Target", 1.4),
            "realisasi": ("Realisasi tercetak", 1.7),
            "realisasi_dihitung": ("Realisasi dihitung", 1.7),
            "capaian": ("Capaian tercetak", 1.6),
            "capaian_dihitung": ("Capaian dihitung", 1.6),
            "kategori_capaian": ("Kategori dari tercetak", 2),
            "kategori_capaian_dihitung": ("Kategori dihitung", 2),
        },
        kecil=True,
    )


def _decisive(data: Data) -> TabelWord:
    frame = temuan_klaim(data)
    return word_table(
        frame[frame["konsekuensi"] == "vonis"],
        "Pernyataan yang mengubah penilaian",
        {
            "judul": ("Temuan", 10.6),
            "banyak": ("Pernyataan", 2.4),
            "vonis": ("Vonis", 3),
        },
    )
