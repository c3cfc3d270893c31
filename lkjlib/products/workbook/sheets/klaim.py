"""Sheets about the ledger and about where the figures come from."""

from __future__ import annotations

from lkjlib.ledger.findings import temuan_klaim
from lkjlib.products.sources import sidik_jari
from lkjlib.products.workbook.sheets.spec import SheetSpec

_COLUMNS = ["nomor", "konsekuensi", "judul", "vonis", "banyak", "mengubah_kategori", "baris"]

SHEETS = (
    SheetSpec(
        "Temuan klaim",
        "Pernyataan yang tidak terbukti, menurut akibat",
        "–",
        "data/2019/klaim.xlsx",
        lambda data: temuan_klaim(data)[_COLUMNS],
        "banyak: pernyataan; baris: pada edisi teks laporan. Setiap pernyataan dengan alasan "
        "dan usulannya: buku klaim, satu folder di atas.",
    ),
    SheetSpec(
        "Sidik jari",
        "Buku kerja sumber dan sidik jarinya",
        "–",
        "data/2019",
        sidik_jari,
    ),
)
