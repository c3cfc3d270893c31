"""Measures of omzet; `data` is the exact one."""

from lkjlib.data import Data
from lkjlib.numbers.exact import as_fraction
from lkjlib.numbers.format import is_missing
from lkjlib.themes.measure import Measure, Measures, direction, per_row, totals
from lkjlib.themes.omzet.analysis import (
    batas_kenaikan,
    jarak_target,
    kenaikan,
    median_omzet,
    nama_kelas,
    pertumbuhan,
    sebaran,
)
from lkjlib.themes.omzet.lorenz import AMBANG_MIKRO, batas_rata_rata


def measures(data: Data) -> Measures:
    """Sales and their growth, classes of firms, the distance to the target, the middle firm."""
    yield from _sales(data)
    classes, growth = sebaran(data), kenaikan(data)
    yield from totals("omzet_kelas", classes, ("usaha",))
    yield from totals("omzet_kenaikan", growth, ("usaha",))
    classes["kelas"] = nama_kelas(classes, awalan="Rp ")
    growth["kelas"] = nama_kelas(growth, akhiran=" %")
    yield from per_row("omzet_kelas", classes, ["kelas"], ("usaha", "bagian"))
    yield from per_row("omzet_kenaikan", growth, ["kelas"], ("usaha", "bagian"))
    columns = ("omzet_diperlukan", "selisih", "selisih_per_usaha")
    yield from per_row("jarak_target", jarak_target(data), ["acuan"], columns)
    yield from per_row("batas_kenaikan", batas_kenaikan(data), ["uraian"], ("bawah", "atas"))
    columns = ("paling_sedikit", "rata_rata", "paling_banyak")
    mean = batas_rata_rata(data, atas=AMBANG_MIKRO).assign(tahun=data.tahun)
    yield from per_row("batas_rata_rata", mean, ["tahun"], columns)
    yield from _median(data)


def _sales(data: Data) -> Measures:
    """Sales of each year, and what the report's formula gives when it is read to the letter."""
    yield from per_row("omzet", data.omzet, ["tahun"], ("omzet",))
    last = pertumbuhan(data).iloc[-1:]
    yield from per_row("pertumbuhan", last, ["tahun"], ("kenaikan", "kenaikan_persen"))
    sales = data.omzet.set_index("tahun")["omzet"]
    now, before = sales[data.tahun], sales[data.tahun - 1]
    key = f"omzet.arah.{data.tahun - 1}_{data.tahun}"
    yield Measure(key, direction(before, now), "arah omzet", dari=(now, before))
    definition = "omzet − (omzet lalu / omzet lalu)"
    yield Measure("omzet.rumus_harfiah", now - before / before, definition)


def _median(data: Data) -> Measures:
    """The class of the firm in the middle, and the point inside it by interpolation."""
    median = median_omzet(data).assign(tahun=data.tahun)
    yield from per_row("median_omzet", median, ["tahun"], ("batas_bawah", "batas_atas"))
    bound, value = median.loc[0, ["batas_bawah", "median"]]
    key = f"median_omzet.median.{data.tahun}"
    value = None if is_missing(value) else as_fraction(value)
    inputs = (bound, data.omzet_kelas["usaha"].sum())
    yield Measure(key, value, "median omzet, interpolasi dalam kelasnya", dari=inputs)
