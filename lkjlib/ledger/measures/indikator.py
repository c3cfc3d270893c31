"""Measures of the five indicators: target, realisasi, capaian, category, change, references."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lkjlib.data import Data
from lkjlib.ledger.measures.measure import Measure, Measures, direction, exact, percent
from lkjlib.numbers.format import format_angka
from lkjlib.rules.capaian import RUMUS
from lkjlib.rules.category import kategori, kode_kategori
from lkjlib.rules.targets import target_tersirat
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, RPJMD, SKALA_LAPORAN, cacah

PERMENDAGRI = "permendagri-54-2010"
UNCHANGED = "tidak berubah"


@dataclass(frozen=True)
class Indicator:
    """One indicator: exact counts, printed series, polarity."""

    kode: str
    nama: str
    sasaran: str
    rumus: str
    positif: bool
    pembilang: int
    penyebut: int
    target: Fraction
    realisasi: dict[int, Fraction | None]
    capaian: dict[int, Fraction | None]
    rpjmd: Fraction | None

    @property
    def nilai(self) -> Fraction:
        """Realisasi from the exact counts [percent]."""
        return percent(self.pembilang, self.penyebut)

    def capaian_dari(self, realisasi: Fraction) -> Fraction:
        """Capaian of a realisasi against the target, exact [percent]."""
        return RUMUS[self.rumus].persen(realisasi, self.target)

    def memenuhi(self, realisasi: Fraction, batas: Fraction) -> bool:
        """Is the realisasi at least as good as a bound, by polarity?"""
        return realisasi >= batas if self.positif else realisasi <= batas


Indicators = dict[str, Indicator]


def indicators(data: Data) -> Indicators:
    """The indicators of the report year by kode."""
    counts = cacah(data).set_index("kode")
    printed = data.kinerja.set_index(["kode", "tahun"])
    goals = data.pembanding.query("acuan == @RPJMD").set_index("kode")["nilai"]
    years = sorted(data.kinerja["tahun"].unique())
    return {
        row.kode: Indicator(
            row.kode,
            row.indikator,
            row.sasaran,
            row.rumus,
            row.polaritas == "positif",
            int(counts.loc[row.kode, "pembilang"]),
            int(counts.loc[row.kode, "penyebut"]),
            exact(printed.loc[(row.kode, years[-1]), "target"]),
            {int(y): exact(printed.loc[(row.kode, y), "realisasi"]) for y in years},
            {int(y): exact(printed.loc[(row.kode, y), "capaian"]) for y in years},
            exact(goals[row.kode]),
        )
        for row in data.indikator.itertuples()
    }


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of every indicator."""
    for one in known.values():
        yield from _this_year(one, data.tahun)
        yield from _other_years(one, data)
        yield from _references(one, data)
    yield Measure("indikator.jumlah", len(data.indikator), "banyaknya indikator")
    yield _changed(known, data.tahun)


def _this_year(one: Indicator, tahun: int) -> Measures:
    key = f"{one.kode}.{tahun}"
    result, rounded = one.capaian_dari(one.nilai), one.capaian_dari(one.realisasi[tahun])
    yield Measure(f"kinerja.target.{key}", one.target, "target perjanjian kinerja, tercetak")
    printed = one.realisasi[tahun]
    yield Measure(f"kinerja.realisasi_tercetak.{key}", printed, "tercetak pada Tabel II")
    yield Measure(f"kinerja.realisasi.{key}", one.nilai, "pembilang / penyebut × 100, eksak")
    yield Measure(f"kinerja.pembilang.{key}", one.pembilang, "pembilang realisasi")
    yield Measure(f"kinerja.penyebut.{key}", one.penyebut, "penyebut realisasi")
    yield Measure(
        f"kinerja.capaian.{key}", result, f"capaian ({one.rumus}) dari realisasi eksak", (rounded,)
    )
    yield Measure(
        f"kinerja.kategori.{key}", kategori(float(result), SKALA_LAPORAN), "kategori, skala laporan"
    )
    yield Measure(
        f"kinerja.kode_kategori.{key}", kode_kategori(float(result), SKALA_LAPORAN), "kode kategori"
    )
    word = _category_change(one, tahun)
    yield Measure(f"kinerja.perubahan_kategori.{key}", word, "kategori tercetak : kategori eksak")
    yield Measure(
        f"kinerja.kategori_permendagri.{key}",
        kategori(float(result), PERMENDAGRI),
        "kategori menurut Permendagri 54/2010",
    )
    yield Measure(
        f"kinerja.tercapai.{key}",
        reached(one.memenuhi(one.nilai, one.target)),
        "realisasi : target",
    )
    yield Measure(f"indikator.nama.{one.kode}", one.nama, "nama pada perjanjian kinerja")
    yield Measure(f"indikator.rumus.{one.kode}", one.rumus, "nama rumus capaian")


def _category_change(one: Indicator, tahun: int) -> str | None:
    """From the category of the printed capaian to that of the exact one."""
    if one.capaian[tahun] is None:
        return None
    before = kategori(float(one.capaian[tahun]), SKALA_LAPORAN)
    after = kategori(float(one.capaian_dari(one.nilai)), SKALA_LAPORAN)
    return UNCHANGED if before == after else f"berubah dari {before} menjadi {after}"


def _changed(known: Indicators, tahun: int) -> Measure:
    """Names of the indicators whose category differs between printed and exact capaian."""
    names = [
        NAMA_PENDEK.get(kode, one.nama)
        for kode, one in known.items()
        if _category_change(one, tahun) not in (None, UNCHANGED)
    ]
    value = ", ".join(names) or "tidak satu pun"
    return Measure("kinerja.indikator_berubah_kategori", value, "kategori tercetak ≠ eksak")


def reached(met: bool) -> str:
    """Verdict word of a target."""
    return "tercapai" if met else "tidak tercapai"


def _other_years(one: Indicator, data: Data) -> Measures:
    last = data.tahun
    years = [y for y in one.realisasi if y != last]
    for year in years:
        value, result = one.realisasi[year], one.capaian[year]
        met = None if result is None else reached(result >= 100)
        yield Measure(f"kinerja.realisasi.{one.kode}.{year}", value, "tercetak pada Tabel II")
        yield Measure(f"kinerja.capaian.{one.kode}.{year}", result, "tercetak pada Tabel II")
        yield Measure(f"kinerja.tercapai.{one.kode}.{year}", met, "capaian tercetak ≥ 100")
        yield from _implied_target(one, data, year)
    before = one.realisasi[last - 1]
    span = f"{one.kode}.{last - 1}_{last}"
    tougher = one.target - before if one.positif else before - one.target
    yield Measure(f"kinerja.ambisi.{one.kode}", tougher, "target : hasil tahun lalu, poin persen")
    change = abs(one.nilai - before)
    printed = abs(one.realisasi[last] - before)
    yield Measure(f"kinerja.perubahan.{span}", change, "selisih realisasi, poin persen", (printed,))
    yield Measure(f"kinerja.arah.{span}", direction(before, one.nilai), "arah realisasi")
    known = [v for y in years if (v := one.realisasi[y]) is not None]
    if len(known) == len(years):
        steps = {direction(a, b) for a, b in zip(known, [*known[1:], one.nilai], strict=True)}
        word = steps.pop() if len(steps) == 1 else "tidak searah"
        yield Measure(f"kinerja.arah.{one.kode}.{years[0]}_{last}", word, "arah setiap tahun")
        pace = (one.nilai - known[0]) / (last - years[0])
        yield Measure(f"kinerja.laju_dicapai.{one.kode}", pace, "poin persen per tahun")
    columns = len(one.realisasi)
    yield Measure(f"kinerja.kolom_tahun.{one.kode}", columns, "kolom tahun pada Tabel II")
    yield Measure(f"kinerja.tahun_sebelum.{one.kode}", len(years), "tahun sebelum ini pada tabel")
    count = len(known) + 1
    yield Measure(f"kinerja.jumlah_tahun.{one.kode}", count, "tahun dengan realisasi pada Tabel II")


def _implied_target(one: Indicator, data: Data, year: int) -> Measures:
    kode = one.kode
    row = data.kinerja.query("kode == @kode and tahun == @year").index[0]
    if one.realisasi[year] is None or one.capaian[year] is None:
        return
    printed = [data.tercetak("kinerja", row, c) for c in ("realisasi", "capaian")]
    for name, rumus in (("target", one.rumus), ("target_rasio", "negatif-rasio")):
        if name == "target" or not one.positif:
            implied = target_tersirat(*printed, rumus)
            bounds = f"{format_angka(implied.bawah, 2)}–{format_angka(implied.atas, 2)}"
            definisi = f"target tersirat ({rumus}), {bounds}"
            yield Measure(f"tersirat.{name}.{kode}.{year}", exact(implied.terbulat), definisi)
            yield Measure(f"tersirat.{name}_bawah.{kode}.{year}", implied.bawah, "batas bawahnya")
            yield Measure(f"tersirat.{name}_atas.{kode}.{year}", implied.atas, "batas atasnya")


def _references(one: Indicator, data: Data) -> Measures:
    last, goal, kode = data.tahun, one.rpjmd, one.kode
    gap, rounded = abs(goal - one.nilai), abs(goal - one.realisasi[last])
    met = one.memenuhi(one.nilai, goal)
    years = int(RPJMD.split()[-1]) - last
    yield Measure(f"pembanding.rpjmd.{kode}", goal, "target RPJMD, tercetak")
    yield Measure(f"kinerja.selisih_rpjmd.{kode}", gap, "selisih ke RPJMD", (rounded,))
    yield Measure(
        f"kinerja.status_rpjmd.{kode}",
        "sudah melebihi target" if met else "belum mencapai target",
        "realisasi eksak : RPJMD",
    )
    yield Measure(f"kinerja.laju_perlu.{kode}", (goal - one.nilai) / years, "poin per tahun")
    others = data.pembanding.query("kode == @kode")
    peers = others[~others["acuan"].str.startswith("RPJM")]
    filled = int(peers["nilai"].notna().sum())
    yield Measure(f"pembanding.jumlah_wilayah.{kode}", filled, "wilayah pembanding yang berisi")
    word = "ada data pembanding" if filled else "tidak ada data pembanding"
    yield Measure(f"pembanding.ada_wilayah.{kode}", word, "apakah satu pun wilayah berisi")
    national = exact(others.set_index("acuan")["nilai"].get("RPJMN 2019"))
    if national is not None:
        met = one.memenuhi(one.nilai, national)
        word = "mencapai target nasional" if met else "belum mencapai target nasional"
        yield Measure(f"pembanding.rpjmn.{kode}", national, "target RPJMN, tercetak")
        yield Measure(f"kinerja.status_rpjmn.{kode}", word, "realisasi eksak : RPJMN")
