"""Measures of unemployment; `data` is the exact one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from lkjlib.data import Data, by_key, rows_of
from lkjlib.numbers.exact import Exact, as_fraction
from lkjlib.numbers.format import is_missing
from lkjlib.themes.indikator.units import kartu_indikator, of_indicator
from lkjlib.themes.measure import (
    Measure,
    Measures,
    Row,
    label,
    per_group,
    per_row,
    plain,
    slug,
    yes,
)
from lkjlib.themes.tpt.analysis import anatomi, gabungan, jarak, kelompok
from lkjlib.themes.tpt.precision import (
    TIDAK_ANDAL,
    Z,
    asumsi,
    beda_kelompok,
    galat_baku,
    galat_dari_semua,
    jarak_teruji,
    ketelitian,
    kota,
)
from lkjlib.themes.tpt.tables import HITUNGAN
from lkjlib.themes.tpt.what_if import andaikan
from lkjlib.themes.tpt.women import galat_perempuan, titik_impas, tpak_tetap, uraian_perempuan

_ANATOMI = (
    *("bekerja", "tpt", "kontribusi", "kelebihan"),
    *("pangsa_penganggur", "pangsa_angkatan_kerja"),
)
_TPAK_TETAP = ("perubahan", "arah_tpak", "arah_penganggur", "bila_tpak_tetap", "efek_tpak")


def measures(data: Data) -> Measures:
    """Groups as printed and taken apart, the city against references, participation."""
    counts, own = ("penganggur", "angkatan_kerja"), kelompok(data)
    yield from per_row("tenaga_kerja", own, ["kategori"], counts)
    yield from per_group("tenaga_kerja", own, "rincian", counts)
    yield from _groups(_occupied(data))
    yield from per_row("tpak", data.tpak, ["jenis_kelamin", "tahun"], ("tpak", "penganggur"))
    yield from _people(data)
    yield from per_row("tpak_tetap", tpak_tetap(data), ["jenis_kelamin"], _TPAK_TETAP)
    regions = [row for row in rows_of(data.tpt_wilayah) if row["tahun"] == data.tahun]
    yield from per_row("tpt_wilayah", regions, ["wilayah"], ("tpt",))
    yield from _distances(data)
    yield from _joined(_occupied(data))
    yield from _precision(_occupied(data))
    yield from _what_if(_occupied(data))
    yield from _women(_occupied(data))
    yield from _series(data)
    yield from _definition(data)


@lru_cache(maxsize=2)
def _occupied(data: Data) -> Data:
    """The report without groups that have no labour force, and so no rate."""
    force = kelompok(data)
    occupied = force["angkatan_kerja"].astype(bool)
    if occupied.all():
        return data
    return replace(data, frames={**data.frames, "tenaga_kerja": force[occupied]})


def _groups(data: Data) -> Measures:
    """`anatomi` of every breakdown, who is first in it, and whether all add up to the same."""
    names = kelompok(data)["rincian"].unique()
    groups: dict[str, list[Row]] = {name: rows_of(anatomi(data, name)) for name in names}
    for rows in groups.values():
        yield from per_row("anatomi", rows, ["kategori"], _ANATOMI, peringkat=["tpt"])
    for rincian, rows in groups.items():
        key, working = f"anatomi.bekerja.rincian.{slug(rincian)}", sum(r["bekerja"] for r in rows)
        yield Measure(key, working, f"jumlah bekerja, {rincian}")
    for rincian, rows in groups.items():
        yield from _ranks(rincian, rows)
    sums = sorted(sum(row["penganggur"] for row in groups[name]) for name in sorted(groups))
    gap = sums[-1] - sums[0]
    yield Measure("anatomi.selisih_rincian.penganggur", gap, "selisih jumlah kedua rincian")


def _ranks(rincian: str, rows: Sequence[Row]) -> Measures:
    """Who has most unemployed, and whose rate is highest."""
    for key, column in (("terbanyak", "penganggur"), ("tertinggi", "tpt")):
        numbers: tuple[Exact, ...] = tuple(row[column] for row in rows)
        ranked = sorted(rows, key=itemgetter(column), reverse=True)[:2]
        for place, row in enumerate(ranked, 1):
            where = f"{rincian}.{place}"
            words = f"{column} urutan {place} menurut {rincian}"
            yield Measure(f"anatomi.{key}.{where}", row["kategori"], words, dari=numbers)
            yield Measure(f"anatomi.{column}_{key}.{where}", row[column], f"{words}, nilainya")


def _people(data: Data) -> Measures:
    """Population of 15 and over that the labour force and TPAK of the report's year imply."""
    force = by_key(kelompok(data), "kategori", "angkatan_kerja")
    for row in rows_of(data.tpak):
        if row["tahun"] != data.tahun:
            continue
        sex = row["jenis_kelamin"]
        key = f"tpak.penduduk_15.{slug(sex)}.{data.tahun}"
        yield Measure(key, force[sex] / row["tpak"] * 100, f"angkatan kerja / TPAK, {sex}")


def _distances(data: Data) -> Measures:
    """The city's rate, its distance to every reference, and on which side of it it lies."""
    idle, force = data.hitung(HITUNGAN)
    yield Measure("anatomi.tpt.kota", idle / force * 100, "penganggur / angkatan kerja × 100")
    distances = rows_of(jarak(data))
    peers = tuple(row["selisih"] for row in distances if row["jenis"] == "wilayah")
    place = 1 + sum(gap < 0 for gap in peers)
    rate = f"TPT {data.laporan.jenis_wilayah}"
    words = f"peringkat {rate} di antara wilayah setara, tertinggi lebih dulu"
    yield Measure("jarak_tpt.peringkat.wilayah", place, words, dari=peers)
    yield from per_row("jarak_tpt", distances, ["acuan"], ("nilai", "selisih", "orang"))
    for row in distances:
        gap = row["selisih"]
        word = "lebih tinggi" if gap > 0 else "lebih rendah" if gap < 0 else "sama"
        key = f"jarak_tpt.letak.{slug(row['acuan'])}"
        yield Measure(key, word, f"{rate} dibanding {row['acuan']}", dari=(gap,))


def _joined(data: Data) -> Measures:
    """The lowest classes of education as one, and the highest rate but for the largest."""
    frame = anatomi(data, "pendidikan", gabung=True)
    rates, name = by_key(frame, "kategori", "tpt"), gabungan(frame)
    top = max(rows_of(frame), key=itemgetter("penganggur"))["kategori"]
    other = max((rate for group, rate in rates.items() if group != top), default=None)
    yield Measure("anatomi_gabung.tpt.tertinggi_lain", other, "TPT tertinggi kelas lain, persen")
    if name in rates:
        lowest = rates[name]
        yield Measure("anatomi_gabung.tpt.terendah", lowest, f"TPT {name}, persen")


def _precision(data: Data) -> Measures:
    """What the assumed sample lets one tell apart; roots, so no exact numbers."""
    numbers, cells = plain(data), tuple(kelompok(data)["penganggur"])
    n, deff = asumsi(data)
    yield Measure("asumsi_survei.n.angkatan_kerja", n, "orang AK dalam sampel, asumsi")
    yield Measure("asumsi_survei.deff.rancangan", as_fraction(deff), "efek rancangan, asumsi")
    own = kota(numbers, n=n, deff=deff).assign(kategori="kota")
    split = ketelitian(anatomi(numbers, "pendidikan"), n=n, deff=deff)
    for row in (*rows_of(own), *rows_of(split)):
        for name in ("rse", "bawah", "atas"):
            key = f"ketelitian.{name}.{slug(row['kategori'])}"
            yield Measure(key, row[name], f"{name} {row['kategori']}, persen, asumsi", dari=cells)
        unsure = yes(row["tanda"] == TIDAK_ANDAL)
        key = f"ketelitian.tidak_andal.{slug(row['kategori'])}"
        yield Measure(key, unsure, f"RSE {row['kategori']} di atas 50 persen", dari=cells)
    yield from _from_whole(numbers, cells, n, deff)
    tested = rows_of(jarak_teruji(numbers))
    for row in tested:
        key, where = slug(row["acuan"]), f"ke {row['acuan']}"
        yield Measure(
            f"jarak_teruji.margin.{key}", row["margin"], f"batas galat {where}", dari=cells
        )
        sure = yes(row["melebihi"])
        words = f"selisih {where} > galat"
        yield Measure(f"jarak_teruji.melebihi.{key}", sure, words, dari=cells)
        needed = float(f"{row['n_perlu']:.2e}")  # three digits: it rests on an assumption
        yield Measure(f"jarak_teruji.n_perlu.{key}", needed, f"sampel untuk {where}", dari=cells)
    regions = [row["melebihi"] for row in tested if row["jenis"] != "target"]
    for name, value in (("jumlah", len(regions)), ("melebihi", sum(regions))):
        yield Measure(f"jarak_teruji.{name}.wilayah", value, f"{name} selisih wilayah", dari=cells)
    beyond = sum(row["melebihi"] for row in tested)
    yield Measure("jarak_teruji.melebihi.semua", beyond, "selisih > galat", dari=cells)


def _from_whole(data: Data, cells: tuple, n: float, deff: float) -> Measures:
    """How far each group may lie from the whole it belongs to, by the assumed sample alone."""
    for rincian in ("pendidikan", "jenis_kelamin"):
        groups = anatomi(data, rincian)
        margins = Z * galat_dari_semua(groups, n=n, deff=deff)
        for name, margin in zip(groups["kategori"], margins, strict=True):
            key = f"ketelitian.margin_dari_semua.{slug(name)}"
            yield Measure(key, margin, f"batas galat TPT {name} − TPT semua, poin", dari=cells)


def _what_if(data: Data) -> Measures:
    """Women at the rate of men, and the two rates against each other."""
    numbers, cells = plain(data), tuple(kelompok(data)["penganggur"])
    pair = beda_kelompok(numbers, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    for name in ("selisih", "rasio", "margin"):
        yield Measure(f"beda_jenis_kelamin.{name}.tpt", pair[name], f"{name} TPT", dari=cells)
    story = andaikan(numbers, "jenis_kelamin", "Perempuan", "Laki-laki")
    for name, value in (
        ("orang", story.selisih_orang),
        ("batas_orang", story.batas_orang),
        ("batas_kota", story.batas_kota),
        ("penganggur", story.penganggur_andaian),
        ("tpt_kota", story.tpt_kota_andaian),
    ):
        words = f"{label(name)}, perempuan pada tingkat laki-laki"
        yield Measure(f"andaian.{name}.perempuan", value, words, dari=cells)


def _women(data: Data) -> Measures:
    """The change in unemployed women taken apart, against its margin and its break-even points."""
    numbers, cells = plain(data), tuple(data.tpak["penganggur"])
    part = uraian_perempuan(numbers, (0.0,)).iloc[0]["bagian_tpak"]
    error = galat_perempuan(numbers).iloc[0]
    for name, value in (
        ("bagian_tpak", part),
        ("bagian_lain", error["perubahan"] - part),
        ("margin", error["margin"]),
    ):
        words = f"{label(name)}, perubahan penganggur, orang"
        yield Measure(f"uraian.{name}.perempuan", value, words, dari=cells)
    for row in rows_of(titik_impas(numbers)):
        key = f"titik_impas.pertumbuhan.{slug(row['besaran'])}"
        words = f"pertumbuhan penduduk perempuan, {row['besaran']} tetap, persen"
        yield Measure(key, row["pertumbuhan"], words, dari=cells)


def _series(data: Data) -> Measures:
    """The change over the years against its margin, and the years that met the later target."""
    rows = of_indicator(data, "kinerja", data.kode(HITUNGAN))
    years = (row["realisasi"] for row in rows if row["tahun"] <= data.tahun)
    numbers = tuple(result for result in years if not is_missing(result))
    first, before, last = numbers[0], numbers[-2], numbers[-1]
    yield Measure("tren_tpt.turun.semua", first - last, "turunnya sejak tahun pertama, poin persen")
    assumed = asumsi(data)
    errors = [galat_baku(float(value), *assumed) ** 2 for value in (before, last)]
    yield Measure("tren_tpt.margin.setahun", Z * sum(errors) ** 0.5, "batas galat", dari=numbers)
    for row in (row for row in rows_of(jarak(data)) if row["jenis"] == "target"):
        met = sum(result <= row["nilai"] for result in numbers)
        key = f"tren_tpt.tahun_terpenuhi.{slug(row['acuan'])}"
        yield Measure(key, met, f"tahun yang memenuhi {row['acuan']}", dari=numbers)


def _definition(data: Data) -> Measures:
    """The indicator's formula as the report words it."""
    card = kartu_indikator(data)[data.kode(HITUNGAN)]
    names = ("pembilang", "penyebut")
    words = {name: None if is_missing(card[name]) else card[name] for name in names}
    for name, text in words.items():
        yield Measure(f"definisi_tpt.{name}.teks", text, f"{name} menurut laporan")
    said = yes("pencari kerja" in (words["pembilang"] or ""))
    yield Measure("definisi_tpt.pencari_kerja.pembilang", said, "apakah menyebut pencari kerja")
