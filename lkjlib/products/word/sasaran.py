"""One section per sasaran: its indicators with tables, pictures and findings, then its budget."""

from __future__ import annotations

from lkjlib.products.catalogue import charts
from lkjlib.products.word import indicator, sentences
from lkjlib.products.word.blocks import Blok, Judul
from lkjlib.products.word.passages import Passages
from lkjlib.themes import theme_of
from lkjlib.themes.indikator.comparison import tabel_iii, tabel_iv


def sections(part: Passages) -> list[Blok]:
    """Every sasaran in the order of the Perjanjian Kinerja."""
    groups = part.data.indikator.groupby("sasaran", sort=False)["kode"].agg(list)
    blocks = []
    for nomor, (sasaran, codes) in enumerate(groups.items(), 1):
        blocks += _section(part, nomor, sasaran, codes)
    return blocks


def _section(part: Passages, nomor: int, sasaran: str, codes: list[str]) -> list[Blok]:
    blocks: list[Blok] = [Judul(3, f"3.{nomor} Sasaran {nomor}: {sasaran}")]
    for place, kode in enumerate(codes, 1):
        number = f"{nomor}.{place}" if len(codes) > 1 else f"{nomor}"
        blocks += _indicator(part, number, kode)
    return [
        *blocks,
        *(_budget(part, nomor, codes[0]) if "anggaran" in part.data.laporan.tema else ()),
    ]


def _budget(part: Passages, nomor: int, kode: str) -> list[Blok]:
    return [
        Judul(4, "Anggaran yang mendukung sasaran"),
        *part.text("kalimat anggaran setiap sasaran", sentences.anggaran_sasaran, kode),
        *part.table("tabel anggaran setiap sasaran", indicator.budget, kode, nomor),
    ]


def _indicator(part: Passages, number: str, kode: str) -> list[Blok]:
    return [
        Judul(4, f"Indikator {number}: {indicator.nama(part.data, kode)}"),
        *part.exhibit("indikator.kartu", kode),
        Judul(5, "Target, realisasi, dan capaian"),
        *part.text(f"kalimat capaian {kode}", sentences.capaian, kode),
        *part.exhibit("indikator.tabel_i", kode),
        *part.text(f"kalimat tren {kode}", sentences.tiga_tahun, kode),
        *part.exhibit("indikator.tabel_ii", kode),
        *part.picture(f"tren-{kode}"),
        *_references(part, kode),
        *_grounds(part, kode),
    ]


def _references(part: Passages, kode: str) -> list[Blok]:
    """Other regions, and targets beyond the report's, where laporan.toml names any.

    A table follows only where the report prints a value; else the sentence says that it does not.
    """
    report = part.data.laporan
    blocks: list[Blok] = []
    if report.acuan_jenis("wilayah"):
        blocks += part.text(f"kalimat wilayah {kode}", sentences.wilayah, kode)
        if tabel_iii(part.data, kode)["nilai"].notna().any():
            blocks += part.exhibit("indikator.tabel_iii", kode)
    if report.acuan_jenis("menengah") or report.acuan_jenis("nasional"):
        blocks += part.text(f"kalimat target menengah {kode}", sentences.target_menengah, kode)
        if tabel_iv(part.data, kode)["nilai"].notna().any():
            blocks += part.exhibit("indikator.tabel_iv", kode)
    return blocks


def _grounds(part: Passages, kode: str) -> list[Blok]:
    """Tables and pictures of the theme whose sheets count the indicator, if one does; findings."""
    theme = theme_of(part.data, kode)
    if theme is None:
        return [Judul(5, "Temuan"), *part.findings(f"temuan {kode}", kode)]
    names = theme.bagian_word
    pictures = charts(part.data)
    return [
        Judul(5, "Data yang mendasari"),
        *(block for name in names if name not in pictures for block in part.exhibit(name)),
        *(block for name in names if name in pictures for block in part.picture(name)),
        Judul(5, "Temuan"),
        *part.findings(f"temuan {kode}", *dict.fromkeys((theme.nama, kode))),
    ]
