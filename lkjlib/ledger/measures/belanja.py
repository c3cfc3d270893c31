"""Measures of the budget: programmes, activities, three sources, spending (Bab II A, III B)."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.measures.indikator import Indicators
from lkjlib.ledger.measures.measure import Measure, Measures, exact, percent
from lkjlib.ledger.measures.sasaran import groups
from lkjlib.themes.anggaran.sources import program_sasaran
from lkjlib.themes.anggaran.tables import LANGSUNG, TIDAK_LANGSUNG

_MONEY = ("alokasi", "realisasi")
_GROUPS = {TIDAK_LANGSUNG: "btl", LANGSUNG: "bl"}


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of the budget."""
    yield from _program(data)
    yield from _kegiatan(data)
    yield from _sasaran(data, known)
    yield from _selisih(data)
    yield from _belanja(data)


def keys(data: Data) -> dict[str, str]:
    """Key of each programme in the order of Bab III B: ``p01`` to ``p10``."""
    return {name: f"p{i:02d}" for i, name in enumerate(data.anggaran["program"].unique(), 1)}


def _sums(key: str, rows: pd.DataFrame, what: str) -> Measures:
    budget, spent = (int(rows[name].sum()) for name in _MONEY)
    yield Measure(f"{key}.alokasi", budget, f"jumlah alokasi, {what}")
    yield Measure(f"{key}.realisasi", spent, f"jumlah realisasi, {what}")
    yield Measure(f"{key}.saldo", budget - spent, f"alokasi − realisasi, {what}")
    yield Measure(f"{key}.serapan", percent(spent, budget), f"realisasi / alokasi, {what}")
    filled = [exact(value) for value in rows["fisik"].dropna()]
    yield Measure(f"{key}.fisik", sum(filled) / len(filled), f"rata-rata fisik terisi, {what}")
    yield Measure(f"{key}.fisik_kosong", int(rows["fisik"].isna().sum()), f"fisik kosong, {what}")


def _program(data: Data) -> Measures:
    rows = data.anggaran
    for name, key in keys(data).items():
        part = rows[rows["program"] == name]
        yield from _sums(f"anggaran.{key}", part, name)
        yield Measure(f"anggaran.{key}.jumlah_kegiatan", len(part), f"kegiatan, {name}")
        yield Measure(f"anggaran.{key}.nama", name, "nama program pada Bab III B")
    yield from _sums("anggaran.total", rows, "semua program")
    yield Measure("anggaran.jumlah_program", rows["program"].nunique(), "banyaknya program")
    yield Measure("anggaran.jumlah_kegiatan", len(rows), "banyaknya kegiatan")


def _kegiatan(data: Data) -> Measures:
    rows = data.anggaran
    for number, row in enumerate(rows.itertuples(), start=1):
        key = f"anggaran.kegiatan.{number:02d}"
        yield Measure(f"{key}.alokasi", row.alokasi, f"alokasi {row.kegiatan}")
        yield Measure(f"{key}.realisasi", row.realisasi, f"realisasi {row.kegiatan}")
        yield Measure(f"{key}.nama", row.kegiatan, "nama kegiatan pada Bab III B")
    rated = rows["kegiatan"].str.contains("pemeringkatan", case=False)
    yield Measure("anggaran.kegiatan_pemeringkatan", int(rated.sum()), "kegiatan pemeringkatan")
    bought = rows[rows["kegiatan"].str.startswith("Pengadaan")]
    for name in _MONEY:
        total = int(bought[name].sum())
        yield Measure(f"anggaran.pengadaan.{name}", total, f"{name} kegiatan Pengadaan")


def _sasaran(data: Data, known: Indicators) -> Measures:
    supports = program_sasaran(data)
    for key, members in groups(known).items():
        name = members[0].sasaran
        agreed = data.perjanjian_anggaran.query("sasaran == @name")
        listed = data.anggaran_sasaran.query("sasaran == @name")
        names = supports.loc[supports["sasaran"] == name, "program"]
        rows = data.anggaran[data.anggaran["program"].isin(names)]
        budget, shown = int(rows["alokasi"].sum()), int(listed["pagu"].sum())
        yield Measure(f"perjanjian.jumlah_program.{key}", len(agreed), "program pada PK")
        yield Measure(
            f"perjanjian.anggaran.{key}", int(agreed["anggaran"].sum()), "anggaran pada PK"
        )
        yield Measure(
            f"anggaran_sasaran.jumlah_program.{key}",
            listed["program"].nunique(),
            "program pada tabel anggaran sasaran",
        )
        yield Measure(
            f"anggaran_sasaran.jumlah_kegiatan.{key}", len(listed), "kegiatan pada tabel itu"
        )
        yield Measure(f"anggaran_sasaran.pagu.{key}", shown, "pagu pada tabel itu")
        yield Measure(f"anggaran.sasaran.{key}.alokasi", budget, "alokasi Bab III B, program PK")
        yield Measure(f"anggaran.sasaran.{key}.jumlah_kegiatan", len(rows), "kegiatan Bab III B")
        yield Measure(f"anggaran_sasaran.hilang.{key}", budget - shown, "alokasi tak tercantum")


def _selisih(data: Data) -> Measures:
    agreed = data.perjanjian_anggaran
    yield Measure("perjanjian.jumlah_program", len(agreed), "program pada PK")
    yield Measure("perjanjian.anggaran.total", int(agreed["anggaran"].sum()), "anggaran pada PK")
    budget = data.anggaran.groupby("program")["alokasi"].sum()
    by_name = keys(data)
    differing = 0
    for row in program_sasaran(data).itertuples():
        gap = int(budget[row.program]) - int(row.anggaran_pk)
        differing += gap != 0
        yield Measure(f"perjanjian.selisih.{by_name[row.program]}", gap, "Bab III B − PK")
    yield Measure("perjanjian.jumlah_berbeda", differing, "program yang anggarannya berbeda")


def _belanja(data: Data) -> Measures:
    for name, key in _GROUPS.items():
        rows = data.belanja.query("kelompok == @name")
        budget, spent = int(rows["anggaran"].sum()), int(rows["realisasi"].sum())
        yield Measure(f"belanja.{key}.anggaran", budget, f"anggaran {name}")
        yield Measure(f"belanja.{key}.realisasi", spent, f"realisasi {name}")
        yield Measure(f"belanja.{key}.serapan", percent(spent, budget), f"serapan {name}")
    rest = int(data.belanja["anggaran"].sum() - data.belanja["realisasi"].sum())
    yield Measure("belanja.sisa", rest, "sisa kedua kelompok belanja")
