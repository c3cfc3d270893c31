"""Section B of the chapter: spending by kind, by programme and kegiatan, and by sasaran."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_persen, format_rupiah
from lkjlib.products.word.blocks import Blok, Judul, TabelWord, word_table
from lkjlib.products.word.indicator import MONEY, UANG, grouped, spending_table
from lkjlib.products.word.passages import Passages
from lkjlib.themes.anggaran.spending import belanja, sisa_anggaran


def spending(part: Passages) -> list[Blok]:
    """Section B: what was spent on what, in numbered parts; one that is empty has no number."""
    shares = ("sasaran", *MONEY, "serapan", "bagian")
    parts = {
        "Belanja menurut jenis": [
            *part.text("kalimat seluruh belanja", _whole),
            *part.table("tabel jenis belanja", _kinds),
            *part.picture("komposisi-belanja", "Anggaran dan realisasi menurut jenis belanja"),
        ],
        "Anggaran menurut sasaran": part.exhibit("anggaran.sasaran", kolom=shares, kecil=True),
        "Belanja langsung menurut program dan kegiatan": [
            *part.table("tabel kegiatan", _activities),
            *part.picture("serapan-program", "Alokasi dan realisasi menurut program"),
            *part.picture("saldo-kegiatan", "Saldo menurut kegiatan"),
        ],
    }
    told = [(name, blocks) for name, blocks in parts.items() if blocks]
    return [
        Judul(2, "B. Realisasi Anggaran"),
        *(
            block
            for number, (name, blocks) in enumerate(told, 1)
            for block in (Judul(3, f"{number}. {name}"), *blocks)
        ),
    ]


def _whole(data: Data) -> str:
    frame = sisa_anggaran(data)
    *kinds, both = frame.to_dict(orient="records")
    parts = " dan ".join(
        f"{kind['kelompok'].lower()} {format_persen(kind['serapan'])}" for kind in kinds
    )
    return (
        f"Anggaran tahun {data.tahun} sebesar {format_rupiah(both['anggaran'])} terealisasi "
        f"{format_rupiah(both['realisasi'])} ({format_persen(both['serapan'])}): {parts}. Sisa "
        f"kedua jenis belanja bersama-sama {format_rupiah(both['sisa'])}."
    )


def _kinds(data: Data) -> TabelWord:
    kinds = belanja(data)
    sums = sisa_anggaran(data)
    rows, bold = [], []
    for record in sums.to_dict(orient="records"):
        bold.append(len(rows))
        rows.append({"uraian": record["kelompok"], **record})
        inner = kinds[kinds["kelompok"] == record["kelompok"]]
        if list(inner["uraian"]) != [record["kelompok"]]:  # a kind that is printed undivided
            rows += inner.to_dict(orient="records")
    return word_table(
        pd.DataFrame(rows),
        f"Anggaran dan realisasi belanja menurut jenis, {data.tahun}",
        {
            "uraian": ("Uraian", 4.3),
            "anggaran": ("Anggaran (Rp)", 2.9),
            "realisasi": ("Realisasi (Rp)", 2.9),
            "sisa": ("Sisa (Rp)", 2.5),
            "serapan": ("Serapan (%)", 1.95),
            "bagian": ("Bagian (%)", 1.6),
        },
        tebal=bold,
    )


def _activities(data: Data) -> TabelWord:
    frame = data.anggaran.drop(columns="serapan")
    rows, levels = grouped(frame, ["urusan", "program"], MONEY)
    return spending_table(
        rows,
        levels,
        f"Belanja langsung menurut program dan kegiatan, {data.tahun}",
        {"nama": ("Urusan, program, kegiatan", 5.6), **UANG, "fisik": ("Fisik (%)", 1.3)},
        frame[MONEY].sum(),
        "Serapan dihitung dari rupiahnya. Fisik per kegiatan; –: tidak tersedia.",
    )
