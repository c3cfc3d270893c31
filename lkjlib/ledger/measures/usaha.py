"""Measures of cooperatives, UMKM and omzet (sasaran 1 and 2)."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil

from lkjlib.data import Data
from lkjlib.ledger.measures.indikator import Indicator, Indicators
from lkjlib.ledger.measures.measure import Measure, Measures, direction, percent, slug
from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.themes.koperasi.tables import LULUS


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of sasaran 1 and 2."""
    yield from _koperasi(data, known["koperasi"])
    yield from _tersembunyi(data, known["koperasi"])
    yield from _umkm(data)
    yield from _omzet(data)


def _koperasi(data: Data, one: Indicator) -> Measures:
    kinds, rating = data.koperasi, data.pemeringkatan.set_index("peringkat")["koperasi"]
    active, rated = int(kinds["aktif"].sum()), int(rating.sum())
    passed = int(rating[list(LULUS)].sum())
    before = one.realisasi[data.tahun - 1]
    yield Measure("koperasi.aktif", active, "jumlah koperasi aktif")
    yield Measure("koperasi.tidak_aktif", int(kinds["tidak_aktif"].sum()), "jumlah tidak aktif")
    yield Measure(
        "koperasi.total", int(kinds[["aktif", "tidak_aktif"]].to_numpy().sum()), "aktif + tidak"
    )
    yield Measure("pemeringkatan.lulus", passed, "Berkualitas + Cukup Berkualitas")
    yield Measure("pemeringkatan.jumlah", rated, "koperasi yang diperingkat")
    for name, count in rating.items():
        yield Measure(f"pemeringkatan.{slug(name)}", int(count), f"koperasi {name}")
    yield Measure("pemeringkatan.jumlah_kelas", len(rating), "kelas peringkat")
    yield Measure("koperasi.cakupan_pemeringkatan", percent(rated, active), "diperingkat / aktif")
    yield Measure("koperasi.belum_diperingkat", active - rated, "aktif − diperingkat")
    yield Measure("koperasi.tingkat_lulus", percent(passed, rated), "lulus / diperingkat")
    for name, goal in (("target", one.target), ("rpjmd", one.rpjmd)):
        short = ceil(goal / 100 * active) - passed
        yield Measure(f"koperasi.kurang_ke_{name}", short, f"koperasi lulus yang kurang ke {name}")
    relative = (one.nilai - before) / before * 100
    yield Measure("koperasi.perubahan_relatif.2018_2019", relative, "perubahan / realisasi 2018")


def _tersembunyi(data: Data, one: Indicator) -> Measures:
    """Counts behind a printed percentage where only one fraction prints so."""
    most = int(data.koperasi["total"].sum())
    found = {data.tahun: (one.pembilang, one.penyebut)}
    for index, row in data.kinerja.query("kode == 'koperasi'").iterrows():
        if row["tahun"] == data.tahun:
            continue
        fractions = pecahan_mungkin(data.tercetak("kinerja", index, "realisasi"), maks=most)
        pair = fractions[0] if len(fractions) == 1 else (None, None)
        found[row["tahun"]] = pair
        for name, value in zip(("lulus", "aktif"), pair, strict=True):
            key = f"grim.koperasi.{name}.{row['tahun']}"
            yield Measure(key, value, "satu-satunya pecahan yang mungkin")
    years = sorted(found)
    for first, second in pairwise(years):
        for place, name in enumerate(("lulus", "aktif")):
            values = [found[y][place] for y in (first, second)]
            gain = None if None in values else values[1] - values[0]
            key = f"grim.koperasi.tambahan_{name}.{first}_{second}"
            yield Measure(key, gain, "selisih cacah yang tersembunyi")


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
