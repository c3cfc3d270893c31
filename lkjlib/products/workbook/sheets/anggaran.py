"""Sheets about the budget."""

from __future__ import annotations

from lkjlib.products.workbook.sheets.spec import LKJ, SERAPAN, SheetSpec
from lkjlib.themes.anggaran import api as anggaran

_B = f"{LKJ}Bab III B"
_MONEY = ("alokasi", "realisasi", "saldo")
_SALDO = "alokasi - realisasi"

SHEETS = (
    SheetSpec(
        "Belanja",
        "Anggaran dan realisasi menurut jenis belanja",
        "rupiah; persen",
        _B,
        anggaran.belanja,
        jumlah=("anggaran", "realisasi", "sisa", "bagian"),
        rumus={
            "sisa": "anggaran - realisasi",
            "serapan": "realisasi / anggaran * 100",
            "bagian": "anggaran / jumlah(anggaran) * 100",
        },
    ),
    SheetSpec(
        "Anggaran program",
        "Serapan menurut program",
        "rupiah; persen",
        _B,
        anggaran.serapan,
        "tiga program administrasi dicetak sebelum urusan mana pun; urusannya dibiarkan kosong.",
        jumlah=("jumlah_kegiatan", *_MONEY, "bagian"),
        rumus={"saldo": _SALDO, "serapan": SERAPAN, "bagian": "alokasi / jumlah(alokasi) * 100"},
    ),
    SheetSpec(
        "Serapan kegiatan",
        "Serapan menurut kegiatan: tercetak dan dihitung",
        "rupiah; persen",
        _B,
        lambda data: anggaran.periksa_serapan(data).assign(tercetak=data.anggaran["serapan"]),
        jumlah=_MONEY,
        rumus={"saldo": _SALDO, "dihitung": SERAPAN},
    ),
    SheetSpec(
        "Anggaran kegiatan",
        "Saldo menurut kegiatan, terbesar dahulu",
        "rupiah; persen",
        _B,
        anggaran.konsentrasi_saldo,
        jumlah=("alokasi", "saldo", "bagian"),
        rumus={
            "serapan": "(1 - saldo / alokasi) * 100",
            "bagian": "saldo / jumlah(saldo) * 100",
            "kumulatif": "kumulatif(bagian)",
        },
    ),
    SheetSpec(
        "Anggaran sasaran",
        "Anggaran dan serapan empat sasaran",
        "rupiah; persen belanja langsung",
        f"{LKJ}Bab II A dan Bab III B",
        anggaran.per_sasaran,
        jumlah=("jumlah_program", "jumlah_kegiatan", *_MONEY, "bagian"),
        rumus={"saldo": _SALDO, "serapan": SERAPAN},
    ),
    SheetSpec(
        "Tiga sumber",
        "Anggaran program di tiga tempat laporan",
        "rupiah",
        f"{LKJ}Bab II A, Bab III A.3, Bab III B",
        anggaran.tiga_sumber,
        "sel kosong: program di luar Perjanjian Kinerja, atau tidak tercantum pada tabel sasaran.",
        jumlah=(
            *("anggaran_pk", "alokasi", "pagu_sasaran"),
            *("alokasi_kurang_pk", "pagu_kurang_alokasi"),
        ),
        rumus={"alokasi_kurang_pk": "alokasi - anggaran_pk"},
    ),
    SheetSpec(
        "Efisiensi",
        "Tiga bacaan efisiensi per sasaran",
        "persen; poin persen",
        f"{LKJ}Bab III A dan B",
        anggaran.efisiensi_sasaran,
        "serapan rendah bukan efisiensi bila keluaran tidak ditunjukkan.",
        rumus={"capaian_kurang_serapan": "capaian - serapan", "sisa": "100 - serapan"},
    ),
)
