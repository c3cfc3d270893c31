"""One section per sasaran: its indicators with tables, pictures and findings, then its budget."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.products.catalogue import charts
from lkjlib.products.word import indicator, sentences
from lkjlib.products.word.blocks import (
    Blok,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
    exhibit,
    findings,
)
from lkjlib.products.word.proposals import proposals
from lkjlib.themes import THEMES
from lkjlib.themes.finding import Temuan


def sections(data: Data) -> list[Blok]:
    """Every sasaran in the order of the Perjanjian Kinerja."""
    groups = data.indikator.groupby("sasaran", sort=False)["kode"].agg(list)
    blocks = []
    for nomor, (sasaran, codes) in enumerate(groups.items(), 1):
        blocks += _section(data, nomor, sasaran, codes)
    return blocks


def _section(data: Data, nomor: int, sasaran: str, codes: list[str]) -> list[Blok]:
    blocks: list[Blok] = [Judul(3, f"3.{nomor} Sasaran {nomor}: {sasaran}")]
    for place, kode in enumerate(codes, 1):
        number = f"{nomor}.{place}" if len(codes) > 1 else f"{nomor}"
        blocks += _indicator(data, number, kode)
    blocks += [
        Judul(4, "Anggaran yang mendukung sasaran"),
        Paragraf(sentences.anggaran_sasaran(data, codes[0])),
        indicator.budget(data, codes[0], nomor),
        *proposals(data, f"Bab III A.3 sasaran {nomor}", 4),
    ]
    return blocks


def _indicator(data: Data, number: str, kode: str) -> list[Blok]:
    trend, others, tables, found = _given(data, kode)
    return [
        Judul(4, f"Indikator {number}: {indicator.nama(data, kode)}"),
        exhibit(data, "indikator.kartu", kode),
        Judul(5, "Target, realisasi, dan capaian"),
        Paragraf(sentences.capaian(data, kode)),
        exhibit(data, "indikator.tabel_i", kode),
        Paragraf(sentences.tiga_tahun(data, kode)),
        exhibit(data, "indikator.tabel_ii", kode),
        trend,
        Paragraf(sentences.wilayah(data, kode)),
        exhibit(data, "indikator.tabel_iii", kode),
        Paragraf(sentences.target_menengah(data, kode)),
        exhibit(data, "indikator.tabel_iv", kode),
        Judul(5, "Data yang mendasari"),
        *tables,
        *others,
        Judul(5, "Temuan"),
        findings(found),
    ]


def _given(
    data: Data, kode: str
) -> tuple[GambarWord, list[GambarWord], list[TabelWord], tuple[Temuan, ...]]:
    """The trend of an indicator, its other pictures, its tables, its findings."""
    theme = next(theme for theme in THEMES if kode in theme.bagian_word)
    names = theme.bagian_word[kode]
    pictures = [GambarWord(name, charts()[name].judul) for name in names if name in charts()]
    tables = [exhibit(data, name) for name in names if name not in charts()]
    trend = GambarWord(f"tren-{kode}", charts()[f"tren-{kode}"].judul)
    return trend, pictures, tables, theme.temuan(data)
