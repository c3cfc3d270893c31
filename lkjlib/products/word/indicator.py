"""Tables of one indicator: its card, Tabel I to IV, and the budget of its sasaran."""

from __future__ import annotations

import re

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import is_missing
from lkjlib.products.catalogue import find_exhibit
from lkjlib.products.word.blocks import TabelWord, word_table
from lkjlib.products.word.results import years
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET
from lkjlib.themes.anggaran.sources import untuk_sasaran
from lkjlib.themes.indikator.analysis import cacah, satu
from lkjlib.themes.indikator.comparison import tabel_iii, tabel_iv
from lkjlib.themes.indikator.cumulative import dijumlah_sejak
from lkjlib.themes.indikator.units import Satuan, figures_of_one, nama_pendek, satuan

UANG = {
    "alokasi": ("Alokasi (Rp)", 2.3),
    "realisasi": ("Realisasi (Rp)", 2.3),
    "saldo": ("Saldo (Rp)", 2),
    "serapan": ("Serapan (%)", 1.75),
}
MONEY = ["alokasi", "realisasi", "saldo"]
_TABEL = re.compile(r"^(Tabel [IVX]+)\. (.*?)(?:: [^:]*)?$")  # number and words of an exhibit
_NAIK = {"positif": "naik berarti membaik", "negatif": "turun berarti membaik"}
_OF_FORMULA = ("Arah", "Capaian")  # lines of a card that need no sheet


def nama(data: Data, kode: str) -> str:
    """An indicator's name as the Perjanjian Kinerja gives it."""
    return data.indikator.set_index("kode").loc[kode, "indikator"]


def formula(rumus: str) -> str:
    """The formula of capaian in words; its name where it asks for more than one target.

    >>> formula("negatif")
    '(2 × target − realisasi) / target × 100'
    """
    if rumus not in RUMUS_SATU_TARGET:
        return rumus
    return RUMUS[rumus].dalam_kata("realisasi", "target").replace("*", "×").replace(" - ", " − ")


def is_described(data: Data, kode: str) -> bool:
    """Do the sheets say more of an indicator than its direction and its formula?"""
    return set(_lines(data, kode)) > set(_OF_FORMULA)


def card(data: Data, kode: str) -> TabelWord:
    """What is measured, how and out of what; a line that no sheet fills in is left out."""
    return word_table(
        pd.DataFrame(_lines(data, kode).items(), columns=["unsur", "isi"]),
        f"Kartu indikator: {nama_pendek(data)[kode]}",
        {"unsur": ("Unsur", 3.4), "isi": ("Isi", 12.6)},
    )


def direction(data: Data, kode: str) -> str:
    """The card of an indicator that no sheet describes, as a sentence.

    >>> from lkjlib import load
    >>> direction(load(2019), "tpt")
    'Pada indikator ini turun berarti membaik; capaiannya (2 × target − realisasi) / target × 100.'
    """
    said = _lines(data, kode)
    return f"Pada indikator ini {said['Arah']}; capaiannya {said['Capaian']}."


def _lines(data: Data, kode: str) -> dict[str, str]:
    row = data.indikator.set_index("kode").loc[kode]
    lines = {
        "Definisi": row["definisi"],
        "Pembilang / penyebut": _counted(data, kode),
        "Arah": _NAIK.get(row["polaritas"], row["polaritas"]),
        "Capaian": formula(row["rumus"]),
        "Sumber data": row["sumber_data"],
    }
    return {name: said for name, said in lines.items() if not is_missing(said)}


def _counted(data: Data, kode: str) -> str | None:
    """Words of numerator and denominator, each with its count where the annexes hold one."""
    row, counts = data.indikator.set_index("kode").loc[kode], cacah(data).set_index("kode")
    parts = []
    for name in ("pembilang", "penyebut"):
        count = counts.at[kode, name] if kode in counts.index else None
        number = None if is_missing(count) else Satuan("", 2).angka(count)
        known = [part for part in (row[name], number) if not is_missing(part)]
        if known:
            parts.append(f"{known[0]} ({known[1]})" if len(known) > 1 else str(known[0]))
    return " / ".join(parts) or None


def _caption(data: Data, kode: str, tabel: str, what: str = "") -> str:
    """Caption of Tabel I to IV: the exhibit's words, the short name, the table's number.

    >>> from lkjlib import load
    >>> _caption(load(2019), "tpt", "tabel_iii")
    'Kabupaten, kota dan provinsi, persen: TPT (Tabel III)'
    """
    number, words = _TABEL.match(find_exhibit(f"indikator.{tabel}").isi(data, kode).judul).groups()
    return f"{what or words}: {nama_pendek(data)[kode]} ({number})"


def tabel_i(data: Data, kode: str) -> TabelWord:
    """Tabel I: target, realisasi, capaian and category of the year."""
    shown = pd.DataFrame([satu(data, kode)]).infer_objects()
    shown = shown.assign(satuan=satuan(data, kode).judul)
    return word_table(
        figures_of_one(shown, data, kode, ("target", "realisasi")),
        _caption(data, kode, "tabel_i", f"Target, realisasi dan capaian {data.tahun}"),
        {
            "indikator": ("Indikator", 5.4),
            "satuan": ("Satuan", 1.8),
            "target": ("Target", 2),
            "realisasi": ("Realisasi", 2.2),
            "capaian": ("Capaian (%)", 2.2),
            "kategori": ("Kategori", 2.4),
        },
    )


def tabel_ii(data: Data, kode: str) -> TabelWord:
    """Tabel II: the years; targets where they are printed for more than the report's year."""
    frame, unit = years(data, kode), satuan(data, kode)
    shown = figures_of_one(frame, data, kode, ("target", "realisasi", "perubahan"))
    columns = {
        "tahun": ("Tahun", 2),
        "target": (f"Target ({unit.judul})", 3),
        "realisasi": (f"Realisasi ({unit.judul})", 3),
        "perubahan": (f"Perubahan ({unit.selisih})", 3.4),
        "capaian": ("Capaian (%)", 3),
    }
    if frame["target"].notna().sum() < 2:
        columns.pop("target")
    return word_table(
        shown, _caption(data, kode, "tabel_ii", "Realisasi dan capaian menurut tahun"), columns
    )


def references(data: Data, kode: str, tabel: str) -> TabelWord:
    """Tabel III or IV: what the result is compared with, as far as a value is printed.

    Parameters
    ----------
    data : the report's data.
    kode : the indicator.
    tabel : "tabel_iii" (places) or "tabel_iv" (targets).
    """
    unit, of_places = satuan(data, kode), tabel == "tabel_iii"
    frame = (tabel_iii if of_places else tabel_iv)(data, kode).dropna(subset="nilai")
    shown = figures_of_one(frame, data, kode, ("nilai", "realisasi", "selisih"))
    value = "Nilai" if of_places else "Target"
    summed = not of_places and dijumlah_sejak(data, kode)
    result = f"Jumlah sampai {data.tahun}" if summed else f"Realisasi {data.tahun}"
    columns = {
        "acuan": ("Wilayah" if of_places else "Acuan", 5),
        "tahun": ("Tahun", 2),
        "nilai": (f"{value} ({unit.judul})", 2.8),
        "realisasi": (f"{result} ({unit.judul})", 3.2),
        "selisih": (f"Selisih ({unit.selisih})", 3),
    }
    return word_table(shown, _caption(data, kode, tabel), columns)


def budget(data: Data, kode: str, nomor: int) -> TabelWord:
    """Budget of the indicator's sasaran: programmes in bold over their kegiatan, and the sum."""
    frame = untuk_sasaran(data, kode)
    rows, levels = grouped(frame, ["program"], MONEY)
    return spending_table(
        rows,
        levels,
        f"Anggaran yang mendukung sasaran {nomor}, {data.tahun}",
        {"nama": ("Program dan kegiatan", 7.4), **UANG},
        frame[MONEY].sum(),
    )


def spending_table(
    rows: list[dict],
    levels: list[int],
    judul: str,
    kolom: dict[str, tuple[str, float]],
    jumlah: pd.Series,
    catatan: str = "",
) -> TabelWord:
    """Rows of `grouped` over their sum, with what was absorbed [percent].

    Parameters
    ----------
    rows, levels : see `grouped`.
    judul, kolom, catatan : see `lkjlib.products.word.blocks.word_table`.
    jumlah : sum of each column of money.
    """
    every = [*rows, {"nama": "Jumlah", **jumlah}]
    shown = pd.DataFrame(every).astype(dict.fromkeys(MONEY, "Int64"))
    return word_table(
        shown.assign(serapan=(shown["realisasi"] / shown["alokasi"] * 100).astype("float64")),
        judul,
        kolom,
        desimal={"serapan": 2, "fisik": 0},
        tingkat=[*levels, 1],
        kecil=True,
        catatan=catatan,
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
