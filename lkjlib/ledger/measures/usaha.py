"""Measures of UMKM and omzet (sasaran 2)."""

from __future__ import annotations

from fractions import Fraction

from lkjlib.data import Data
from lkjlib.ledger.measures.indikator import Indicators
from lkjlib.ledger.measures.measure import Measure, Measures, direction, percent, slug


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of sasaran 2."""
    yield from _umkm(data)
    yield from _omzet(data)


def _umkm(data: Data) -> Measures:
    firms = data.umkm
    for column in ("baru", "binaan"):
        yield Measure(f"umkm.{column}.total", int(firms[column].sum()), f"jumlah UMKM {column}")
        for level in ("kecamatan", "bidang"):
            for name, count in firms.groupby(level)[column].sum().items():
                key = f"umkm.{column}.{level}.{slug(name)}"
                yield Measure(key, int(count), f"UMKM {column}, {name}")
    by_field = firms.groupby("bidang")["baru"].sum()
    above = int((firms["baru"] > firms["binaan"]).sum())
    yield Measure("umkm.jumlah_bidang", len(by_field), "bidang usaha")
    yield Measure("umkm.baru.bidang_terbesar", by_field.idxmax(), "bidang UMKM baru terbanyak")
    share = percent(by_field.max(), by_field.sum())
    yield Measure("umkm.baru.pangsa_terbesar", share, "pangsa bidang terbesar")
    yield Measure("umkm.sel_baru_melebihi_binaan", above, "sel dengan baru > binaan")
    word = "rasio" if above else "persentase"
    yield Measure("umkm.bentuk_ukuran", word, "persentase bila baru dapat bagian dari binaan")
    yield Measure(
        "umkm.baru_bagian_dari_binaan",
        "tidak mungkin" if above else "mungkin",
        "baru ≤ binaan di setiap sel",
    )


def _omzet(data: Data) -> Measures:
    sales = {int(y): int(v) for y, v in data.omzet.itertuples(index=False)}
    last = data.tahun
    classes, growth = data.omzet_kelas["usaha"], data.omzet_kenaikan["usaha"]
    for year, value in sales.items():
        yield Measure(f"omzet.{year}", value, "omzet seluruh usaha mikro binaan")
    word = direction(sales[last - 1], sales[last])
    yield Measure(f"omzet.arah.{last - 1}_{last}", word, "arah omzet")
    yield Measure("omzet.rumus_harfiah", sales[last] - 1, "omzet − (omzet lalu / omzet lalu)")
    yield Measure("omzet.kelas.usaha", int(classes.sum()), "usaha pada tabel kelas omzet")
    yield Measure("omzet.kenaikan.usaha", int(growth.sum()), "usaha pada tabel kelas kenaikan")
    mean = Fraction(sales[last], int(classes.sum()))
    yield Measure(f"omzet.rata_rata.{last}", mean, "omzet / usaha")
    share = percent(growth.iloc[0], growth.sum())
    yield Measure("omzet.pangsa_naik_sampai_10", share, "usaha yang naik paling banyak 10 %")
