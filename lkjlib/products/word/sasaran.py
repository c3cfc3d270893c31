"""One section per sasaran: its indicators with tables and pictures, its budget, what follows."""

from __future__ import annotations

from lkjlib.products.catalogue import charts
from lkjlib.products.word import indicator, sentences
from lkjlib.products.word.blocks import Blok, Judul
from lkjlib.products.word.passages import Passages
from lkjlib.themes import theme_of


def sections(part: Passages) -> list[Blok]:
    """Every sasaran in the order of the Perjanjian Kinerja."""
    groups = part.data.indikator.groupby("sasaran", sort=False)["kode"].agg(list)
    blocks: list[Blok] = [Judul(3, "3. Evaluasi kinerja setiap sasaran strategis")]
    for nomor, (sasaran, codes) in enumerate(groups.items(), 1):
        blocks += _section(part, nomor, sasaran, codes)
    return blocks


def _section(part: Passages, nomor: int, sasaran: str, codes: list[str]) -> list[Blok]:
    blocks: list[Blok] = [Judul(4, f"{nomor}. Sasaran strategis: {sasaran}")]
    for place, kode in enumerate(codes, 1):
        number = f"{nomor}.{place}." if len(codes) > 1 else "Indikator:"
        blocks.append(Judul(5, f"{number} {indicator.nama(part.data, kode)}"))
        blocks += _indicator(part, kode)
    if "anggaran" in part.data.laporan.tema:
        blocks += _budget(part, nomor, codes[0])
    return [*blocks, *_conclusions(part, codes)]


def _indicator(part: Passages, kode: str) -> list[Blok]:
    return [
        *_card(part, kode),
        *part.text(f"kalimat capaian {kode}", sentences.capaian, kode),
        *part.table(f"Tabel I {kode}", indicator.tabel_i, kode),
        *part.text(f"kalimat tren {kode}", sentences.menurut_tahun, kode),
        *part.table(f"Tabel II {kode}", indicator.tabel_ii, kode),
        *part.picture(f"tren-{kode}"),
        *_references(part, kode),
        *_grounds(part, kode),
    ]


def _card(part: Passages, kode: str) -> list[Blok]:
    """The indicator's card; a sentence where no sheet says more than direction and formula."""
    if indicator.is_described(part.data, kode):
        return part.table(f"kartu {kode}", indicator.card, kode)
    return part.text(f"kartu {kode}", indicator.direction, kode)


def _references(part: Passages, kode: str) -> list[Blok]:
    """Other regions, and targets beyond the report's, where laporan.toml names any.

    A table without a single value is only the sentence that says so.
    """
    report = part.data.laporan
    blocks: list[Blok] = []
    if report.acuan_jenis("wilayah"):
        blocks += part.text(f"kalimat wilayah {kode}", sentences.wilayah, kode)
        blocks += part.filled(indicator.references, kode, "tabel_iii")
    if report.acuan_jenis("menengah") or report.acuan_jenis("nasional"):
        blocks += part.text(f"kalimat target menengah {kode}", sentences.target_menengah, kode)
        blocks += part.filled(indicator.references, kode, "tabel_iv")
    return blocks


def _grounds(part: Passages, kode: str) -> list[Blok]:
    """Tables and pictures of the theme whose sheets count the indicator, if one does."""
    theme = theme_of(part.data, kode)
    if theme is None:
        return []
    pictures = charts(part.data)
    return [
        block
        for name in theme.bagian_word
        for block in (part.picture(name) if name in pictures else part.exhibit(name))
    ]


def _budget(part: Passages, nomor: int, kode: str) -> list[Blok]:
    return [
        Judul(6, "Anggaran yang mendukung sasaran"),
        *part.text("kalimat anggaran setiap sasaran", sentences.anggaran_sasaran, kode),
        *part.table("tabel anggaran setiap sasaran", indicator.budget, kode, nomor),
    ]


def _conclusions(part: Passages, codes: list[str]) -> list[Blok]:
    """What may be concluded, and what the later targets still ask for."""
    themes = (theme_of(part.data, kode) for kode in codes)
    sections = dict.fromkeys([*codes, *(theme.nama for theme in themes if theme)])
    pace = [line for kode in codes for line in part.text(f"laju {kode}", sentences.laju, kode)]
    return [
        Judul(6, "Kesimpulan dan tindak lanjut"),
        *part.conclusions("kesimpulan " + ", ".join(codes), *sections),
        *pace,
    ]
