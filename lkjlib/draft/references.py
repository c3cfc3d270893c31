"""Numbers that say nothing about results: years, laws, dates, places in a list, pages."""

import re
from collections.abc import Iterator

from lkjlib.draft.document import Blok
from lkjlib.draft.grid import is_enumerator, is_numbering

TAHUN, TANGGAL, PERATURAN, TAHUN_PERATURAN = (
    "tahun",
    "tanggal",
    "nomor peraturan",
    "tahun peraturan",
)
DAFTAR, BARIS, KOLOM, BAGIAN = "nomor daftar", "nomor baris", "nomor kolom", "nomor tabel/bagian"
HALAMAN, RUMUS = "halaman", "rumus"

MONTH = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_LAW = (
    r"undang-undang|uu|pp|perpres|inpres|kepres|permen\w*|perda|perwali|perbup|pergub|kepmen\w*"
    r"|peraturan|instruksi|keputusan|surat|lembaran"
)
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            r"\b(?:nomor|no\.)\s*:?\s*(\d[\w./-]*)(?:\s+(?:tahun|th\.?)\s+(\d{4}))?", re.IGNORECASE
        ),
        (PERATURAN, TAHUN_PERATURAN),
    ),
    (
        re.compile(
            rf"\b(?:{_LAW})[^.;\d]{{0,60}}?\s(\d+(?:/[\w./-]+)?)\s+tahun\s+(\d{{4}})", re.IGNORECASE
        ),
        (PERATURAN, TAHUN_PERATURAN),
    ),
    (
        re.compile(rf"\b(?:{_LAW})[^.;\d]{{0,20}}?\s(\d+/\d{{4}})", re.IGNORECASE),
        (PERATURAN,),
    ),
    (re.compile(r"(?<![\w/])(\d+/[A-Za-z][\w.]*(?:/[\w.]+)*/\d{4})(?!\d)"), (PERATURAN,)),
    (
        re.compile(r"\b(?:lembaran\w*|berita) negara\b[^.;]{0,40}?tahun\s+(\d{4})", re.IGNORECASE),
        (TAHUN_PERATURAN,),
    ),
    (re.compile(rf"(?<!\d)(\d{{1,2}}) (?:{MONTH}) (\d{{4}})", re.IGNORECASE), (TANGGAL, TANGGAL)),
    (re.compile(rf"\b(?:{MONTH}) (\d{{4}})", re.IGNORECASE), (TANGGAL,)),
    (
        re.compile(r"\b(?:tabel|bab|gambar|grafik|lampiran)\s+(\d+(?:\.\d+)*)", re.IGNORECASE),
        (BAGIAN,),
    ),
    (re.compile(r"[x×*]\s*(100)\s*%?", re.IGNORECASE), (RUMUS,)),
    (re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?![\d]|[.,]\d|\s*%)"), (TAHUN,)),
)
_ITEM = re.compile(r"\W*(\d{1,3}(?:\.\d{1,2})*)[.)](?=\s|$)")
_MONEY = re.compile(r"rp\.?\s*$", re.IGNORECASE)


def references_in(text: str) -> dict[int, str]:
    """Where in a text numbers stand that only refer, and what each is.

    >>> references_in("PP Nomor 8 Tahun 2006, 31 Desember 2019: 5 kasus")
    {9: 'nomor peraturan', 17: 'tahun peraturan', 23: 'tanggal', 35: 'tanggal'}
    """
    found: dict[int, str] = {}
    for rule, kinds in _RULES:
        for match in rule.finditer(text):
            for place, kind in enumerate(kinds, start=1):
                if match[place] is None or _MONEY.search(text[: match.start(place)]):
                    continue
                start, end = match.span(place)
                for number in re.finditer(r"\d+(?:[.,]\d+)*", text[start:end]):
                    found.setdefault(start + number.start(), kind)
    return dict(sorted(found.items()))


def item_number(text: str) -> int | None:
    """Where the number stands that only numbers a line, None where it has none.

    >>> item_number("- 1) Perumusan"), item_number("1,5 persen"), item_number("2.1. Indikator")
    (2, None, 0)
    """
    match = _ITEM.match(text)
    return match.start(1) if match else None


def cell_kinds(blok: Blok) -> Iterator[tuple[int, int, str]]:
    """Cells of a table whose number only counts rows, columns or pages: row, column, kind."""
    grid = blok.grid
    if blok.bagian.startswith("Daftar"):
        for row in range(len(grid.rows)):
            for column in range(len(grid.rows[row])):
                yield row, column, HALAMAN
        return
    for row, cells in enumerate(grid.rows):
        if is_numbering(cells) and (row < grid.kepala or row in grid.ulang):
            yield from ((row, column, KOLOM) for column in range(len(cells)))
        elif row >= grid.kepala and row not in grid.ulang:
            yield from ((row, c, BARIS) for c in grid.counting if is_enumerator(grid.at(row, c)))
