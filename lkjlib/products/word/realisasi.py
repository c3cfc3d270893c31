"""Section B of the chapter: spending by kind, by programme and kegiatan, three sources."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.judge import klaim
from lkjlib.numbers.format import format_persen, format_rupiah
from lkjlib.products.absent import has_ledger
from lkjlib.products.word.blocks import Blok, Judul, Paragraf, TabelWord, word_table
from lkjlib.products.word.indicator import UANG, grouped
from lkjlib.products.word.passages import Passages
from lkjlib.themes.anggaran.spending import belanja, sisa_anggaran

_MONEY = ["alokasi", "realisasi", "saldo"]


def spending(part: Passages) -> list[Blok]:
    """Section B: sentence, tables and pictures, findings."""
    return [
        Judul(2, "B. Realisasi Anggaran"),
        *part.text("kalimat seluruh belanja", _whole),
        *part.table("tabel jenis belanja", _kinds),
        *part.picture("komposisi-belanja", "Anggaran dan realisasi menurut jenis belanja"),
        Judul(3, "1. Belanja langsung menurut program dan kegiatan"),
        *part.exhibit("anggaran.program", kecil=True),
        *part.picture("serapan-program", "Alokasi dan realisasi menurut program"),
        *part.table("tabel kegiatan", _activities),
        *part.picture("saldo-kegiatan", "Saldo menurut kegiatan"),
        *_of_targets(part),
        Judul(3, "3. Temuan"),
        *part.findings("temuan anggaran", "anggaran"),
    ]


def _of_targets(part: Passages) -> list[Blok]:
    """The budget of each sasaran as three places of the report give it, where they do."""
    three = part.exhibit("anggaran.tiga_sumber", kecil=True)
    said = Paragraf(
        "Anggaran satu program disebut di tiga tempat laporan: Perjanjian Kinerja, tabel "
        "realisasi, dan tabel anggaran tiap sasaran. Selisihnya disebut dengan rupiahnya."
    )
    picture = "Anggaran program menurut tiga tempat dalam laporan"
    return [
        Judul(3, "2. Anggaran sasaran"),
        *((said, *three, *part.picture("tiga-sumber", picture)) if three else ()),
        *part.exhibit("anggaran.sasaran", kecil=True),
        *part.exhibit("anggaran.serapan_capaian", kecil=True),
        *part.exhibit("anggaran.efisiensi", kecil=True),
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
    rows, levels = grouped(frame, ["urusan", "program"], _MONEY)
    total = frame[_MONEY].sum()
    rows.append({"nama": "Jumlah", **total})
    shown = pd.DataFrame(rows).astype(dict.fromkeys(_MONEY, "Int64"))
    return word_table(
        shown.assign(serapan=(shown["realisasi"] / shown["alokasi"] * 100).astype("float64")),
        f"Belanja langsung menurut program dan kegiatan, {data.tahun}",
        {
            "nama": ("Urusan, program, kegiatan", 5.6),
            **UANG,
            "fisik": ("Fisik (%)", 1.3),
        },
        desimal={"serapan": 2, "fisik": 0},
        tingkat=[*levels, 1],
        kecil=True,
        catatan=f"Serapan dihitung dari rupiahnya. {_physical(data)}",
    )


def _physical(data: Data) -> str:
    """What a missing fisik means, and where the ledger judges those printed for programmes."""
    codes = ""
    if has_ledger(data.laporan):
        ledger = klaim(data)
        about = ledger["pernyataan"].str.contains("fisik")
        about &= ledger["tabel"] == "Program / Kegiatan"
        codes = ", ".join(ledger.loc[about, "kode"])
    judged = f" Fisik dinilai di buku klaim ({codes})." if codes else ""
    return (
        "Fisik seperti tercetak; – pada satu kegiatan: kosong di laporan. Fisik program dan "
        f"TOTAL juga tercetak di laporan, tetapi bukan hitungan; di sini tidak diisi.{judged}"
    )
