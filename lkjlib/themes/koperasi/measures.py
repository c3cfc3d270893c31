"""Measures of the cooperatives; `data` is the exact one."""

from itertools import pairwise

from lkjlib.data import Data
from lkjlib.themes.indikator.units import of_indicator
from lkjlib.themes.koperasi.analysis import cakupan, efek, hitungan, kekurangan, keragaan, peringkat
from lkjlib.themes.koperasi.tables import HITUNGAN
from lkjlib.themes.measure import Measure, Measures, label, per_row, slug, totals

_KINDS = ("aktif_persen", "bagian_unit", "bagian_tidak_aktif")


def measures(data: Data) -> Measures:
    """Kinds and ratings as printed, coverage and pass rate, what is short, counts of the past."""
    yield from totals("koperasi", data.koperasi, ("aktif", "tidak_aktif", "total"))
    yield from per_row("koperasi", data.koperasi, ["kelompok"], ("aktif", "tidak_aktif", "total"))
    yield from totals("pemeringkatan", data.pemeringkatan, ("koperasi",))
    yield from per_row("pemeringkatan", data.pemeringkatan, ["peringkat"], ("koperasi",))
    yield from _kinds(data)
    yield from per_row("cakupan", cakupan(data), ["ukuran"], ("pembilang", "penyebut", "persen"))
    for status, rows in peringkat(data).groupby("status"):
        key = f"peringkat.koperasi.{slug(status)}"
        yield Measure(key, rows["koperasi"].sum(), f"koperasi aktif, {status}")
    columns = ("perlu_lulus", "kurang_lulus", "perlu_diperingkat")
    yield from per_row("kekurangan", kekurangan(data), ["acuan"], columns)
    yield _relative_change(data)
    yield from _counts(data)


def _kinds(data: Data) -> Measures:
    """Activity by kind, the small kinds together, and the kinds none of which is active."""
    frame, units = keragaan(data), data.koperasi
    yield from per_row("keragaan", frame, ["kelompok"], _KINDS)
    small = frame[frame["jenis"] > 1]
    for name in ("jenis", *_KINDS):
        value = small[name].iloc[0] if len(small) else None
        yield Measure(f"keragaan.{name}.jenis_kecil", value, f"{label(name)}, jenis kecil bersama")
    share = units["aktif"].sum() / units["total"].sum() * 100
    yield Measure("keragaan.aktif_persen.total", share, "koperasi aktif / semua koperasi")
    spread = frame["aktif_persen"].max() - frame["aktif_persen"].min()
    yield Measure("keragaan.aktif_persen.rentang", spread, "tertinggi − terendah, poin persen")
    idle = units[units["aktif"] == 0]
    counted = tuple(idle["aktif"])
    yield Measure("keragaan.tanpa_aktif.jenis", len(idle), "jenis tanpa yang aktif", dari=counted)
    yield Measure("keragaan.tanpa_aktif.unit", idle["total"].sum(), "unit pada jenis itu")


def _relative_change(data: Data) -> Measure:
    """Change of the indicator as a share of last year's, which the report may mistake for it."""
    before, now = data.tahun - 1, cakupan(data).set_index("ukuran").loc["indikator", "persen"]
    results = of_indicator(data, "kinerja", data.kode(HITUNGAN))
    printed = {row["tahun"]: row["realisasi"] for row in results}.get(before)
    change = None if printed is None else (now - printed) / printed * 100
    key = f"koperasi.perubahan_relatif.{before}_{data.tahun}"
    return Measure(key, change, f"perubahan / realisasi {before}, persen")


def _counts(data: Data) -> Measures:
    """Counts behind earlier years' percentages, where only one fraction prints so."""
    found = hitungan(data)
    only = {year: rows.iloc[0] for year, rows in found.groupby("tahun") if len(rows) == 1}
    years = sorted(found["tahun"].unique())
    for year in years:
        for name in ("pembilang", "penyebut"):
            value = only[year][name] if year in only else None
            key = f"hitungan_koperasi.{name}.{year}"
            yield Measure(key, value, f"{name} yang satu-satunya mungkin, {year}")
    effects = efek(data).set_index("tahun")
    for first, second in pairwise(years):
        known = first in only and second in only
        for name in ("pembilang", "penyebut"):
            gain = only[second][name] - only[first][name] if known else None
            key = f"hitungan_koperasi.tambahan_{name}.{first}_{second}"
            yield Measure(key, gain, f"tambahan {name}, {first}–{second}")
        for name in ("perubahan", "efek_pembilang", "efek_penyebut"):
            part = effects.loc[second, name] if known else None
            words = f"{label(name)}, {first}–{second}, poin persen"
            yield Measure(f"efek_koperasi.{name}.{second}", part, words)
