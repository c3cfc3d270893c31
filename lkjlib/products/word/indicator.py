"""An indicator's name, and the budget of its sasaran."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.word.blocks import TabelWord, word_table
from lkjlib.themes.anggaran.sources import untuk_sasaran

UANG = {
    "alokasi": ("Alokasi (Rp)", 2.3),
    "realisasi": ("Realisasi (Rp)", 2.3),
    "saldo": ("Saldo (Rp)", 2),
    "serapan": ("Serapan (%)", 1.75),
}
_MONEY = ["alokasi", "realisasi", "saldo"]


def nama(data: Data, kode: str) -> str:
    """An indicator's name as the Perjanjian Kinerja gives it."""
    return data.indikator.set_index("kode").loc[kode, "indikator"]


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
