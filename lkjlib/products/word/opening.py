"""The beginning of the chapter: how results are classed, and the indicators at a glance."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.numbers.format import sebut_bilangan
from lkjlib.products.absent import has_ledger
from lkjlib.products.word.blocks import Blok, Judul, Paragraf, TabelWord, word_table
from lkjlib.products.word.passages import Passages
from lkjlib.products.word.sentences import listed
from lkjlib.themes.indikator.analysis import ringkasan


def front(data: Data) -> list[Blok]:
    """Title, office and what this text is."""
    office = f"{data.laporan.dinas} {data.laporan.wilayah}"
    return [
        Paragraf("Bab III Akuntabilitas Kinerja", "Title"),
        Paragraf(f"Laporan Kinerja {data.tahun} · {office}", "Subtitle"),
        Paragraf(
            "Naskah ini disusun dari lampiran laporan: setiap tabel, gambar, dan kalimat "
            "berasal dari data yang sama. Angka tercetak dan angka hitungan berdampingan; yang "
            "satu tidak menimpa yang lain."
        ),
    ]


def measurement(part: Passages) -> list[Blok]:
    """How results are measured: capaian, and the categories that the report tables."""
    return [
        Judul(3, "1. Kerangka pengukuran kinerja"),
        Paragraf(
            "Capaian adalah realisasi dibandingkan dengan target, dalam persen. Untuk indikator "
            "yang membaik bila naik, capaian adalah realisasi dibagi target; untuk yang membaik "
            "bila turun, dua kali target dikurangi realisasi, dibagi target. Kategori yang "
            "dipakai di bab ini adalah yang ditabelkan laporan."
        ),
        *part.exhibit("indikator.skala"),
    ]


def overview(part: Passages) -> list[Blok]:
    """The indicators, what changes when they are recomputed, findings over all."""
    count = sebut_bilangan(len(part.data.indikator))
    return [
        Judul(3, "2. Capaian kinerja sasaran strategis"),
        *part.text("kalimat capaian semua indikator", _met),
        *part.exhibit("indikator.ringkasan", kecil=True),
        *part.picture("capaian-semua", f"Capaian {count} indikator, tercetak dan dihitung"),
        *part.picture("tren-semua", f"Realisasi dan target {count} indikator"),
        *(_weighty(part) if has_ledger(part.data.laporan) else ()),
        Judul(4, "Temuan"),
        *part.findings("temuan semua indikator", "ringkasan"),
    ]


def _weighty(part: Passages) -> list[Blok]:
    table = part.table("pernyataan yang mengubah penilaian", _decisive)
    said = "Pernyataan laporan berikut tidak terbukti dan mengubah penilaian atas suatu sasaran."
    return [Judul(4, "Yang mengubah penilaian"), Paragraf(said), *table] if table else []


def _met(data: Data) -> str:
    frame = ringkasan(data)
    known = frame[frame["tercapai"].notna()]
    if known.empty:
        raise LkjError("tidak satu indikator pun mempunyai realisasi dan target")
    met, names = known["tercapai"].astype(bool), known["indikator"]
    missed = f"; yang belum: {listed(names[~met].tolist())}" if not met.all() else ""
    return (
        f"Dari {len(frame)} indikator, {met.sum()} mencapai target tahun {data.tahun} menurut "
        f"{_basis(known)}{missed}."
    )


def _basis(frame: pd.DataFrame) -> str:
    """What a result is judged by: counts of the annexes where there are any."""
    counted = frame["realisasi_dihitung"].notna()
    if counted.all():
        return "hitungan dari lampiran"
    printed = "realisasi tercetak"
    return f"hitungan dari lampiran atau, tanpa cacah, {printed}" if counted.any() else printed


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
