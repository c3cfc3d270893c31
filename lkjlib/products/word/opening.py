"""The beginning of the chapter: how results are classed, and the five indicators at a glance."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.products.word.blocks import (
    Blok,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
    exhibit,
    findings,
    word_table,
)
from lkjlib.products.word.proposals import proposals
from lkjlib.products.word.sentences import KOTA, listed
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.temuan import temuan

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
        exhibit(data, "indikator.skala"),
        *proposals(data, "Bab III A.1", 4),
    ]


def overview(data: Data) -> list[Blok]:
    """The five indicators, what changes when they are recomputed, findings over all."""
    return [
        Judul(3, "2. Capaian kinerja sasaran strategis"),
        Paragraf(_met(data)),
        exhibit(data, "indikator.ringkasan", kecil=True),
        GambarWord("capaian-lima", "Capaian lima indikator, tercetak dan dihitung"),
        GambarWord("tren-lima", "Realisasi dan target lima indikator"),
        Judul(4, "Yang mengubah penilaian"),
        Paragraf(
            "Pernyataan laporan berikut tidak terbukti dan mengubah penilaian atas suatu sasaran."
        ),
        _decisive(data),
        Judul(4, "Temuan"),
        findings(temuan(data)),
        *proposals(data, "Bab III A.2", 4),
    ]


def _met(data: Data) -> str:
    frame = ringkasan(data)
    met, names = frame["tercapai"], frame["indikator"]
    missed = f"; yang belum: {listed(names[~met].tolist())}" if not met.all() else ""
    return (
        f"Dari {len(frame)} indikator, {met.sum()} mencapai target tahun {data.tahun} menurut "
        f"hitungan dari lampiran{missed}."
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
