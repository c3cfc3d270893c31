"""One section per sasaran: its indicators with tables, pictures and findings, then its budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lkjlib.data import Data
from lkjlib.products.catalogue import charts
from lkjlib.products.word import business_tables, indicator, sentences
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
from lkjlib.themes.omzet import api as omzet
from lkjlib.themes.umkm import api as umkm


@dataclass(frozen=True)
class Bahan:
    """What an indicator brings besides Tabel I-IV: data tables, pictures, findings."""

    tabel: Callable[[Data], tuple[TabelWord, ...]]
    gambar: tuple[tuple[str, str], ...]
    temuan: Callable[[Data], tuple[Temuan, ...]]


BAHAN = {
    "wirausaha": Bahan(
        business_tables.wirausaha_tables,
        (
            ("tren-wirausaha", "Persentase wirausaha baru, realisasi dan target"),
            ("umkm-peta", "UMKM baru per 100 UMKM binaan menurut kecamatan dan bidang"),
            ("umkm-bidang", "Bagian tiap bidang dalam UMKM baru dan UMKM binaan"),
            ("umkm-bauran", "UMKM baru dan yang sepadan bauran bidangnya"),
            ("umkm-jarak-target", "Jarak ke target dalam usaha"),
        ),
        umkm.temuan,
    ),
    "omzet": Bahan(
        business_tables.omzet_tables,
        (
            ("tren-omzet", "Persentase peningkatan omzet, realisasi dan target"),
            ("omzet-kelas", "Usaha mikro menurut kelas omzet"),
            ("omzet-kenaikan", "Usaha mikro menurut kelas kenaikan omzet"),
        ),
        omzet.temuan,
    ),
}


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
        indicator.kartu(data, kode),
        Judul(5, "Target, realisasi, dan capaian"),
        Paragraf(sentences.capaian(data, kode)),
        indicator.tabel_i(data, kode),
        Paragraf(sentences.tiga_tahun(data, kode)),
        indicator.tabel_ii(data, kode),
        trend,
        Paragraf(sentences.wilayah(data, kode)),
        indicator.tabel_iii(data, kode),
        Paragraf(sentences.target_menengah(data, kode)),
        indicator.tabel_iv(data, kode),
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
    theme = next((theme for theme in THEMES if kode in theme.bagian_word), None)
    if theme is None:
        given = BAHAN[kode]
        trend, *others = (GambarWord(*picture) for picture in given.gambar)
        return trend, others, list(given.tabel(data)), given.temuan(data)
    names = theme.bagian_word[kode]
    pictures = [GambarWord(name, charts()[name].judul) for name in names if name in charts()]
    tables = [exhibit(data, name) for name in names if name not in charts()]
    trend = GambarWord(f"tren-{kode}", charts()[f"tren-{kode}"].judul)
    return trend, pictures, tables, theme.temuan(data)
