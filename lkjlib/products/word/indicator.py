"""The tables that every indicator has: card, Tabel I-IV printed beside recomputed, budget."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import TANDA_KOSONG, format_angka
from lkjlib.products.word.blocks import TabelWord, word_table
from lkjlib.themes.anggaran.sources import untuk_sasaran
from lkjlib.themes.indikator import api as kinerja
from lkjlib.themes.indikator.analysis import NAMA_PENDEK

UANG = {
    "alokasi": ("Alokasi (Rp)", 2.3),
    "realisasi": ("Realisasi (Rp)", 2.3),
    "saldo": ("Saldo (Rp)", 2),
    "serapan": ("Serapan (%)", 1.75),
}
_MONEY = ["alokasi", "realisasi", "saldo"]


def kartu(data: Data, kode: str) -> TabelWord:
    """The indicator card: what is measured, how, out of what, with which result."""
    card = kinerja.kartu(data, kode).replace({"unsur": {"Definisi": "Definisi (menurut laporan)"}})
    return word_table(
        card,
        f"Kartu indikator: {NAMA_PENDEK[kode]}",
        {"unsur": ("Unsur", 6.2), "isi": ("Isi", 9.8)},
    )


def nama(data: Data, kode: str) -> str:
    """An indicator's name as the Perjanjian Kinerja gives it."""
    return data.indikator.set_index("kode").loc[kode, "indikator"]


def tabel_i(data: Data, kode: str) -> TabelWord:
    """Tabel I: target, realisasi, capaian of the year."""
    frame = kinerja.tabel_i(data, kode)
    return word_table(
        frame.assign(uraian=frame["uraian"].str.capitalize()),
        f"Capaian {data.tahun}: {NAMA_PENDEK[kode]}, persen (Tabel I)",
        {
            "uraian": ("Uraian", 4),
            "tercetak": ("Tercetak", 4),
            "dari_tercetak": ("Dari realisasi tercetak", 4),
            "dihitung": ("Dihitung dari lampiran", 4),
        },
    )


def tabel_ii(data: Data, kode: str) -> TabelWord:
    """Tabel II: three years, with the target that the printed capaian implies."""
    frame = kinerja.tabel_ii(data, kode)
    bounds = zip(frame["target_min"], frame["target_maks"], strict=True)
    frame = frame.assign(
        rentang=[
            TANDA_KOSONG if pd.isna(low) else f"{format_angka(low, 2)}–{format_angka(high, 2)}"
            for low, high in bounds
        ],
        jenis_target=frame["jenis_target"].astype(object),
    )
    return word_table(
        frame,
        f"Tiga tahun: {NAMA_PENDEK[kode]}, persen (Tabel II)",
        {
            "tahun": ("Tahun", 1.5),
            "target": ("Target", 2),
            "jenis_target": ("Asal target", 2.3),
            "rentang": ("Rentang target tersirat", 3.2),
            "realisasi": ("Realisasi", 2.2),
            "capaian": ("Capaian", 2.2),
            "perubahan": ("Perubahan (poin persen)", 2.8),
        },
    )


def tabel_iii(data: Data, kode: str) -> TabelWord:
    """Tabel III: other regions, where the report prints them."""
    return _references(
        kinerja.tabel_iii(data, kode),
        f"Kabupaten, kota, dan provinsi: {NAMA_PENDEK[kode]}, persen (Tabel III)",
        ("Wilayah", "Nilai", "Kota lebih baik"),
    )


def tabel_iv(data: Data, kode: str) -> TabelWord:
    """Tabel IV: RPJMD and the national target."""
    return _references(
        kinerja.tabel_iv(data, kode),
        f"RPJMD dan RPJMN: {NAMA_PENDEK[kode]}, persen (Tabel IV)",
        ("Acuan", "Target", "Terpenuhi"),
    )


def _references(frame: pd.DataFrame, judul: str, heads: tuple[str, str, str]) -> TabelWord:
    answers = frame["terpenuhi"].map({True: "ya", False: "belum"}).astype(object)
    if heads[2] != "Terpenuhi":
        answers = answers.replace("belum", "tidak")
    return word_table(
        frame.assign(terpenuhi=answers),
        judul,
        {
            "acuan": (heads[0], 4.6),
            "tahun": ("Tahun", 1.8),
            "nilai": (heads[1], 2.2),
            "realisasi": ("Realisasi kota", 2.6),
            "selisih": ("Selisih (poin persen)", 2.6),
            "terpenuhi": (heads[2], 2.4),
        },
    )


def budget(data: Data, kode: str, nomor: int) -> TabelWord:
    """Budget of the indicator's sasaran: programmes in bold over their kegiatan, and the sum."""
    frame = untuk_sasaran(data, kode)
    money = ["pagu", *_MONEY]
    rows, levels = grouped(frame, ["program"], money)
    total = frame[money].sum()
    rows.append({"nama": "Jumlah", **total})
    shown = pd.DataFrame(rows).astype(dict.fromkeys(money, "Int64"))
    return word_table(
        shown.assign(serapan=(shown["realisasi"] / shown["alokasi"] * 100).astype("float64")),
        f"Anggaran yang mendukung sasaran {nomor}",
        {
            "nama": ("Program dan kegiatan", 5.3),
            "pagu": ("Pagu di tabel sasaran (Rp)", 2.45),
            **UANG,
        },
        tingkat=[*levels, 1],
        kecil=True,
        catatan="–: tidak tercantum pada tabel anggaran sasaran di laporan. Alokasi dan realisasi "
        "dari tabel Bab III B; serapan dihitung dari rupiahnya.",
    )


def grouped(frame: pd.DataFrame, keys: list[str], money: list[str]) -> tuple[list[dict], list[int]]:
    """Rows of kegiatan under a row of sums for each group, and the level of every row.

    Parameters
    ----------
    frame : a row per kegiatan.
    keys : columns that name the groups, outermost first; a missing name gives no row.
    money : columns to add up.
    """
    if not keys:
        members = frame.to_dict(orient="records")
        return [{"nama": record["kegiatan"], **record} for record in members], [0] * len(frame)
    rows, levels = [], []
    for name, group in frame.groupby(keys[0], sort=False, dropna=False):
        if pd.notna(name):
            levels.append(len(keys))
            rows.append({"nama": name, **group[money].sum(min_count=1)})
        inner, below = grouped(group, keys[1:], money)
        rows, levels = rows + inner, levels + below
    return rows, levels
