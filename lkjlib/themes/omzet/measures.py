"""Measures of omzet; `data` is the exact one."""

from fractions import Fraction
from math import ceil, floor

from lkjlib.data import Data, by_key, rows_of
from lkjlib.numbers.exact import as_fraction, exactly
from lkjlib.numbers.format import is_missing
from lkjlib.rules.category import kategori, skala_dibandingkan
from lkjlib.themes.indikator.analysis import satu
from lkjlib.themes.measure import (
    Measure,
    Measures,
    direction,
    label,
    per_row,
    plain,
    slug,
    totals,
    yes,
)
from lkjlib.themes.omzet.analysis import (
    batas_kenaikan,
    jarak_target,
    kenaikan,
    median_omzet,
    nama_kelas,
    pembulatan,
    pertumbuhan,
    sebaran,
)
from lkjlib.themes.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_gini,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)
from lkjlib.themes.omzet.tables import HITUNGAN

_TERATAS = 10  # percent of the firms, at most, that are called the top


def measures(data: Data) -> Measures:
    """Sales and their growth, classes of firms, the distance to the target, the middle firm."""
    yield from _sales(data)
    classes, growth = sebaran(data), kenaikan(data)
    yield from totals("omzet_kelas", classes, ("usaha",))
    yield Measure("omzet_kelas.bagian.terbesar", classes["bagian"].max(), "kelas terbanyak, persen")
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
    yield from _rounding(data)
    yield from _middle(data)
    yield from _in_millions(data)
    yield from _spread(data)


def _sales(data: Data) -> Measures:
    """Sales of each year, and what the report's formula gives when it is read to the letter."""
    yield from per_row("omzet", data.omzet, ["tahun"], ("omzet",))
    last = pertumbuhan(data).iloc[-1:]
    yield from per_row("pertumbuhan", last, ["tahun"], ("kenaikan", "kenaikan_persen"))
    sales = by_key(data.omzet, "tahun", "omzet")
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


def _rounding(data: Data) -> Measures:
    """Capaian and its categories, had realisasi been printed with more decimals; price rises."""
    frame = pembulatan(plain(data))
    frame.loc[frame["desimal"] == "tidak dibulatkan", "desimal"] = "eksak"
    frame.columns = [slug(name) for name in frame.columns]
    card = satu(data, data.kode(HITUNGAN))
    inputs = (card["target"], data.omzet["omzet"].iloc[-1])
    for row in rows_of(frame):
        for name in [name for name in row if name != "desimal"]:
            key, words = (
                f"pembulatan.{name}.{row['desimal']}",
                f"{label(name)}, {row['desimal']} desimal",
            )
            yield Measure(key, row[name], words, dari=inputs)
    printed = card["capaian"]
    yield Measure("pembulatan.capaian.tercetak", printed, "capaian tercetak")
    for scale in skala_dibandingkan(data.laporan.skala):
        word = None if is_missing(printed) else kategori(float(printed), scale)
        yield Measure(
            f"pembulatan.{slug(scale.nama)}.tercetak",
            word,
            "kategori capaian tercetak",
            dari=(printed,),
        )
    growth, target = pertumbuhan(data)["kenaikan_persen"].iloc[-1], card["target"]
    rise = (growth - target) / (100 + target) * 100
    yield Measure(
        "kenaikan_riil.inflasi.impas", rise, "kenaikan harga yang memakan kelebihannya, persen"
    )


def _middle(data: Data) -> Measures:
    """The lowest class of growth, and the firms that surely grew by more than the target."""
    frame, target = kenaikan(data), satu(data, data.kode(HITUNGAN))["target"]
    low = frame.iloc[0]
    for name in ("usaha", "bagian", "batas_atas"):
        yield Measure(
            f"kelas_kenaikan.{name}.terbawah", low[name], f"{label(name)}, kelas terbawah"
        )
    total = frame["usaha"].sum()
    above = [not is_missing(low) and low >= target for low in frame["batas_bawah"]]
    below = [not is_missing(high) and high <= target for high in frame["batas_atas"]]
    sure = frame.loc[above, "usaha"].sum()
    yield Measure("kelas_kenaikan.usaha.di_atas_target", sure, "usaha yang pasti melebihi target")
    yield Measure("kelas_kenaikan.bagian.di_atas_target", sure / total * 100, "bagiannya, persen")
    counts = tuple(frame["usaha"])
    opened = yes(is_missing(low["batas_bawah"]))
    yield Measure("kelas_kenaikan.terbuka_ke.bawah", opened, "kelas terbawah terbuka", dari=counts)
    opened = yes(is_missing(frame["batas_atas"].iloc[-1]))
    yield Measure("kelas_kenaikan.terbuka_ke.atas", opened, "kelas teratas terbuka", dari=counts)
    apart = yes(all(a or b for a, b in zip(above, below, strict=True)))
    yield Measure("kelas_kenaikan.di_batas.target", apart, "target di batas kelas", dari=counts)


def _in_millions(data: Data) -> Measures:
    """Rupiah as a sentence says them, in millions."""
    mean = batas_rata_rata(data, atas=AMBANG_MIKRO).iloc[0]
    for name in ("paling_sedikit", "rata_rata", "paling_banyak"):
        yield Measure(
            f"omzet_juta.{name}.rata_rata", mean[name] / 10**6, f"{label(name)}, juta rupiah"
        )
    limit = "omzet tertinggi usaha mikro (UU 20/2008), juta rupiah"
    yield Measure("omzet_juta.batas.mikro", AMBANG_MIKRO // 10**6, limit)
    median = median_omzet(data).iloc[0]
    for name in ("batas_bawah", "batas_atas", "median"):
        value = None if is_missing(median[name]) else exactly(median[name]) / 10**6
        yield Measure(
            f"omzet_juta.{name}.tengah", value, f"{label(name)} di tengah urutan, juta rupiah"
        )
    top = sebaran(data).iloc[-1]
    yield Measure(
        "omzet_juta.batas_bawah.teratas", top["batas_bawah"] / 10**6, "kelas teratas, juta rupiah"
    )
    yield Measure("omzet_juta.usaha.teratas", top["usaha"], "usaha di kelas teratas")
    opened = yes(is_missing(top["batas_atas"]))
    yield Measure(
        "omzet_juta.terbuka.teratas", opened, "kelas teratas terbuka", dari=(top["usaha"],)
    )


def _spread(data: Data) -> Measures:
    """Bounds of what the smallest and the largest firms hold, and of the Gini coefficient."""
    band = pita_lorenz(plain(data), atas=AMBANG_MIKRO)
    counts = (*data.omzet_kelas["usaha"], *data.omzet["omzet"][-1:])
    least = band[band["batas_kelas"]].iloc[1]
    for name in ("bagian_usaha", "omzet_maks"):
        yield Measure(
            f"lorenz.{name}.terkecil", least[name], f"{label(name)}, kelas terkecil", dari=counts
        )
    shares = pangsa_teratas(plain(data), atas=AMBANG_MIKRO)
    few = shares[shares["bagian_usaha"] <= _TERATAS]
    top = (few if len(few) else shares).iloc[0 if len(few) else -1]
    for name in ("usaha", "bagian_usaha", "omzet_min", "omzet_maks"):
        yield Measure(
            f"lorenz.{name}.teratas", top[name], f"{label(name)}, usaha teratas", dari=counts
        )
    yield Measure(
        "lorenz.batas_juta.teratas", top["omzet_di_atas"] / 10**6, "juta rupiah", dari=counts
    )
    low, high = batas_gini(band)
    bounds = {"bawah": Fraction(floor(low * 100), 100), "atas": Fraction(ceil(high * 100), 100)}
    for name, value in bounds.items():
        yield Measure(f"lorenz.gini.{name}", value, f"batas {name} koefisien Gini", dari=counts)
