"""Measures of the cooperatives; `data` is the exact one."""

from itertools import pairwise

from lkjlib.data import Data
from lkjlib.themes.koperasi.analysis import cakupan, hitungan, kekurangan, keragaan, peringkat
from lkjlib.themes.measure import Measure, Measures, per_row, slug, totals


def measures(data: Data) -> Measures:
    """Kinds and ratings as printed, coverage and pass rate, what is short, counts of the past."""
    yield from totals("koperasi", data.koperasi, ("aktif", "tidak_aktif", "total"))
    yield from per_row("koperasi", data.koperasi, ["kelompok"], ("aktif", "tidak_aktif", "total"))
    yield from totals("pemeringkatan", data.pemeringkatan, ("koperasi",))
    yield from per_row("pemeringkatan", data.pemeringkatan, ["peringkat"], ("koperasi",))
    yield from per_row("keragaan", keragaan(data), ["kelompok"], ("aktif_persen",))
    yield from per_row("cakupan", cakupan(data), ["ukuran"], ("pembilang", "penyebut", "persen"))
    for status, rows in peringkat(data).groupby("status"):
        key = f"peringkat.koperasi.{slug(status)}"
        yield Measure(key, rows["koperasi"].sum(), f"koperasi aktif, {status}")
    yield from per_row("kekurangan", kekurangan(data), ["acuan"], ("perlu_lulus", "kurang_lulus"))
    yield _relative_change(data)
    yield from _counts(data)


def _relative_change(data: Data) -> Measure:
    """Change of the indicator as a share of last year's, which the report may mistake for it."""
    before, now = data.tahun - 1, cakupan(data).set_index("ukuran").loc["indikator", "persen"]
    printed = data.kinerja.query("kode == 'koperasi'").set_index("tahun")["realisasi"].get(before)
    change = None if printed is None else (now - printed) / printed * 100
    key = f"koperasi.perubahan_relatif.{before}_{data.tahun}"
    return Measure(key, change, f"perubahan / realisasi {before}, persen")


def _counts(data: Data) -> Measures:
    """Counts behind earlier years' percentages, where only one fraction prints so."""
    found = hitungan(data)
    only = {year: rows.iloc[0] for year, rows in found.groupby("tahun") if len(rows) == 1}
    for year in sorted(found["tahun"].unique()):
        for name in ("pembilang", "penyebut"):
            value = only[year][name] if year in only else None
            key = f"hitungan_koperasi.{name}.{year}"
            yield Measure(key, value, f"{name} yang satu-satunya mungkin, {year}")
    for first, second in pairwise(sorted(only)):
        for name in ("pembilang", "penyebut"):
            gain = only[second][name] - only[first][name]
            key = f"hitungan_koperasi.tambahan_{name}.{first}_{second}"
            yield Measure(key, gain, f"tambahan {name}, {first}–{second}")
