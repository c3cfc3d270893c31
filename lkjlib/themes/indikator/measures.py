"""Measures of every indicator, sasaran and category scale; `data` is the exact one."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

import pandas as pd

from lkjlib.data import Data, rows_of
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import is_missing
from lkjlib.rules.category import (
    SKALA,
    kategori,
    kode_kategori,
    require_skala,
    tabel_skala,
)
from lkjlib.rules.targets import memenuhi
from lkjlib.themes.indikator.analysis import (
    cacah,
    kelas_capaian,
    kelas_realisasi,
    realisasi_dibulatkan,
    ringkasan,
    satu,
)
from lkjlib.themes.indikator.comparison import (
    MENENGAH,
    rows_of_references,
    rows_of_tabel_ii,
    tersirat,
)
from lkjlib.themes.indikator.cumulative import sampai_tahun_ini
from lkjlib.themes.indikator.distance import ambisi_dan_laju
from lkjlib.themes.indikator.scales import predikat_sasaran, ringkasan_sasaran
from lkjlib.themes.indikator.units import kartu_indikator, satuan
from lkjlib.themes.measure import Measure, Measures, Row, direction, per_row, slug

PERMENDAGRI = "permendagri-54-2010"
UNCHANGED = "tidak berubah"
_NUMBERS = (
    *("target", "realisasi_tercetak", "realisasi", "pembilang", "penyebut"),
    *("capaian", "capaian_dari_tercetak"),
)
_WORDS = {  # word -> the numbers it follows from
    "kategori": ["capaian"],
    "kode_kategori": ["capaian"],
    "kategori_permendagri": ["capaian"],
    "perubahan_kategori": ["capaian_tercetak", "capaian"],
    "tercapai": ["realisasi", "target"],
}
_YEARS = {
    "kolom_tahun": "kolom tahun pada Tabel II",
    "tahun_sebelum": "tahun sebelum ini pada Tabel II",
    "jumlah_tahun": "tahun dengan realisasi pada Tabel II",
}


def measures(data: Data) -> Measures:
    """Results of the year, years before, later targets and other regions, sasaran, scales."""
    yield from _results(data)
    for kode in data.indikator["kode"]:
        yield from _years(data, kode)
        yield from _references(data, kode)
    if "pembanding" in data.frames:
        yield from per_row("pembanding", data.pembanding, ["kode", "acuan"], ["nilai"])
    paces = ("ambisi", "laju_dicapai", "laju_diperlukan")
    yield from per_row("kinerja", ambisi_dan_laju(data), ["kode"], paces)
    yield from _implied(data)
    yield from _sasaran(data)
    yield from _predicates(data)
    yield from _scales(data)


def _results(data: Data) -> Measures:
    """What the report prints for its year, and what the counts give, where there are any."""
    rows = _this_year(data)
    rounded = {"capaian": "capaian_dari_bulatan"}
    classes = {
        "capaian": lambda row: kelas_capaian(data.laporan.skala),
        "realisasi": lambda row: kelas_realisasi(row["target"], row["polaritas"]),
    }
    yield from per_row("kinerja", rows, ["kode", "tahun"], _NUMBERS, rounded, classes)
    for word, numbers in _WORDS.items():
        known = [{name: row[name] for name in ("kode", "tahun", *numbers, word)} for row in rows]
        yield from per_row("kinerja", known, ["kode", "tahun"], [word])
    changed = [row["nama"] for row in rows if row["perubahan_kategori"] not in (None, UNCHANGED)]
    names, numbers = ", ".join(changed) or "tidak satu pun", _known(rows, "capaian")
    key = "kinerja.indikator_berubah_kategori"
    yield Measure(key, names, "kategori tercetak ≠ eksak", dari=numbers)
    yield from _counts(data, rows)
    yield from _names(data)


def _known(rows: Sequence[Row], kolom: str) -> tuple[Exact, ...]:
    """The numbers of a column that are there."""
    return tuple(row[kolom] for row in rows if not is_missing(row[kolom]))


def _counts(data: Data, rows: Sequence[Row]) -> Measures:
    """How many indicators reach their target, how many have each category; their mean capaian."""
    scale = require_skala(data.laporan.skala)
    for key, kolom in (("", "capaian"), ("_tercetak", "capaian_tercetak")):
        numbers = _known(rows, kolom)
        words = [kategori(number, scale) for number in numbers]
        said = f"capaian {'tercetak' if key else 'dihitung'}"
        mean = sum(numbers) / len(numbers) if numbers else None
        yield Measure(f"kinerja.rerata_capaian{key}", mean, f"rata-rata {said}", dari=numbers)
        for band in scale.pita:
            count = words.count(band.kategori)
            name = f"kinerja.jumlah_kategori{key}.{slug(band.kategori)}"
            yield Measure(name, count, f"indikator {band.kategori} menurut {said}", dari=numbers)
    results, reached = _known(rows, "realisasi"), [row["tercapai"] for row in rows]
    for word in ("tercapai", "tidak tercapai"):
        count = reached.count(word)
        yield Measure(f"kinerja.jumlah_{slug(word)}", count, f"target {word}", dari=results)


def _names(data: Data) -> Measures:
    """Names as the report prints them, each with its cell, and how many there are."""
    cards = kartu_indikator(data)
    for key, kolom in (("nama", "indikator"), ("rumus", "rumus")):
        for row, (kode, card) in enumerate(cards.items()):
            cell = (_cell(data, row, kolom),)
            name, words = f"indikator.{key}.{kode}", f"{key}, {kode}"
            yield Measure(name, card[kolom], words, dari=cell, disalin=True)
    cells = tuple(_cell(data, row, "indikator") for row in range(len(cards)))
    yield Measure("indikator.jumlah", len(cards), "banyaknya indikator", dari=cells)
    firsts: dict[str, int] = {}
    for row, card in enumerate(cards.values()):
        firsts.setdefault(card["sasaran"], row)
    for number, (name, row) in enumerate(firsts.items(), start=1):
        cell = (_cell(data, row, "sasaran"),)
        key, words = f"indikator.sasaran.s{number}", f"sasaran, s{number}"
        yield Measure(key, name, words, dari=cell, disalin=True)
    cells = tuple(_cell(data, row, "sasaran") for row in firsts.values())
    yield Measure("sasaran.jumlah", len(firsts), "banyaknya sasaran", dari=cells)


def _cell(data: Data, baris: int, kolom: str) -> Exact:
    """A name's cell, as something to follow from."""
    return Exact(1, data.asal("indikator", baris, kolom))


def _this_year(data: Data) -> list[Row]:
    """The rows of `ringkasan` with the counts."""
    rightly = realisasi_dibulatkan(data)
    counts = {row["kode"]: row for row in rows_of(cacah(data))}
    return [
        _result(data, row, counts.get(row["kode"], {}), rightly=rightly[row["kode"]])
        for row in rows_of(ringkasan(data))
    ]


def _result(data: Data, row: Row, counts: Row, *, rightly: bool) -> Row:
    """What is recomputed has the plain names, words are spelt out."""
    skala, capaian = require_skala(data.laporan.skala), row["capaian_dihitung"]
    return {
        **{name: row[name] for name in ("kode", "nama", "polaritas", "target")},
        "tahun": data.tahun,
        "realisasi_tercetak": row["realisasi"],
        "realisasi": _best(row),
        **{name: counts.get(name) for name in ("pembilang", "penyebut")},
        "capaian_tercetak": row["capaian"],
        "capaian": capaian,
        "capaian_dari_tercetak": row["capaian_dari_tercetak"],
        "capaian_dari_bulatan": row["capaian_dari_tercetak"] if rightly else None,
        "kategori": row["kategori_dihitung"],
        "kode_kategori": kode_kategori(capaian, skala) if skala.berkode else None,
        "kategori_permendagri": row[PERMENDAGRI],
        "perubahan_kategori": _change(row["kategori"], row["kategori_dihitung"]),
        "tercapai": _reached(row["tercapai"]),
    }


def _change(before: str | None, after: str | None) -> str | None:
    """From the category of the printed capaian to that of the exact one."""
    if pd.isna(before) or pd.isna(after):
        return None
    return UNCHANGED if before == after else f"berubah dari {before} menjadi {after}"


def _reached(met: bool | None) -> str | None:
    return None if pd.isna(met) else "tercapai" if met else "tidak tercapai"


def _years(data: Data, kode: str) -> Measures:
    """Earlier years as printed, and what has changed since."""
    rows = [{"kode": kode, **row} for row in rows_of_tabel_ii(data, kode)]
    past = [row for row in rows if row["tahun"] < data.tahun]
    yield from per_row("kinerja", past, ["kode", "tahun"], ("realisasi", "capaian"))
    others = [row for row in rows if row["tahun"] != data.tahun]
    printed = [row for row in others if row["jenis_target"] == "tercetak"]
    yield from per_row("kinerja", printed, ["kode", "tahun"], ["target"])
    words = [{name: row[name] for name in ("kode", "tahun", "capaian")} for row in past]
    for row in words:
        row["tercapai"] = _reached(memenuhi(row["capaian"], 100, "positif"))
    yield from per_row("kinerja", words, ["kode", "tahun"], ["tercapai"])
    yield from _changes(data, kode, past)
    results = (row["realisasi"] for row in rows if row["tahun"] <= data.tahun)
    known = tuple(result for result in results if not is_missing(result))
    for key, count in zip(_YEARS, (len(rows), len(past), len(known)), strict=True):
        yield Measure(f"kinerja.{key}.{kode}", count, _YEARS[key], dari=known)


def _changes(data: Data, kode: str, past: Sequence[Row]) -> Measures:
    """Change since the year before, and the direction of the whole series."""
    row = satu(data, kode)
    printed, now = row["realisasi"], _best(row)
    rightly = realisasi_dibulatkan(data)[kode]
    series: list[Exact | None] = [*(row["realisasi"] for row in past), now]
    if not past or any(is_missing(one) for one in (now, printed, series[-2])):
        return
    before, years = series[-2], [row["tahun"] for row in past]
    span = f"{kode}.{years[-1]}_{data.tahun}"
    yield Measure(
        f"kinerja.perubahan.{span}",
        abs(now - before),
        f"selisih realisasi, {satuan(data, kode).selisih}",
        (abs(printed - before),) if rightly else (),
        kelas=bool,
    )
    word = direction(before, now)
    yield Measure(f"kinerja.arah.{span}", word, "arah realisasi", dari=(before, now))
    if len(years) > 1 and not any(is_missing(one) for one in series):
        steps = {direction(*pair) for pair in pairwise(series)}
        word = steps.pop() if len(steps) == 1 else "tidak searah"
        key = f"kinerja.arah.{kode}.{years[0]}_{data.tahun}"
        yield Measure(key, word, "arah setiap tahun", dari=tuple(series))


def _best(row: Row) -> Exact | None:
    """The result out of counts, or the printed one where there are none."""
    return row["realisasi"] if is_missing(row["realisasi_dihitung"]) else row["realisasi_dihitung"]


def _references(data: Data, kode: str) -> Measures:
    """The result against later and national targets; whether other regions are printed."""
    rows = rows_of_references(data, kode)
    filled = [row for row in rows if not is_missing(row["nilai"])]
    for jenis in ("menengah", "nasional"):
        goals = [row for row in filled if row["jenis"] == jenis]
        if goals:
            yield from _goal(data, kode, sorted(goals, key=itemgetter("tahun"))[-1])
    found = tuple(row["nilai"] for row in filled if row["jenis"] == "wilayah")
    key = f"pembanding.jumlah_wilayah.{kode}"
    yield Measure(key, len(found), "wilayah pembanding yang berisi", dari=found)
    word = "ada data pembanding" if found else "tidak ada data pembanding"
    key = f"pembanding.ada_wilayah.{kode}"
    yield Measure(key, word, "apakah satu pun wilayah berisi", dari=found)


def _goal(data: Data, kode: str, acuan: Row) -> Measures:
    row = satu(data, kode)
    later, name, goal = acuan["jenis"] == MENENGAH, acuan["acuan"], acuan["nilai"]
    now, rounded = _best(row), row["realisasi"]
    if later and not is_missing(rounded):
        now, rounded = (sampai_tahun_ini(data, kode, result) for result in (now, rounded))
    if is_missing(now) or is_missing(rounded):
        return
    word, reached, missed = (
        ("rpjmd", "sudah melebihi target", "belum mencapai target")
        if later
        else ("rpjmn", "mencapai target nasional", "belum mencapai target nasional")
    )
    gap = (abs(goal - rounded),) if realisasi_dibulatkan(data)[kode] else ()
    words = f"selisih ke {name}"
    yield Measure(f"kinerja.selisih_{word}.{kode}", abs(goal - now), words, gap, kelas=bool)
    status = reached if memenuhi(now, goal, row["polaritas"]) else missed
    key = f"kinerja.status_{word}.{kode}"
    yield Measure(key, status, f"realisasi eksak : {name}", dari=(now, goal))


def _implied(data: Data) -> Measures:
    """Targets implied by what is printed, under the own formula and under the ratio."""
    rows, cards = rows_of(tersirat(data)), kartu_indikator(data)
    own = [row for row in rows if row["rumus"] == cards[row["kode"]]["rumus"]]
    others = [row for row in rows if row["rumus"] != cards[row["kode"]]["rumus"]]
    for prefix, found in (("target", own), ("target_rasio", others)):
        names = {"target": prefix, "bawah": f"{prefix}_bawah", "atas": f"{prefix}_atas"}
        renamed = [{names.get(key, key): value for key, value in row.items()} for row in found]
        yield from per_row("tersirat", renamed, ["kode", "tahun"], names.values())


def _sasaran(data: Data) -> Measures:
    """Every sasaran by the mean of its indicators, and how many reach what."""
    frame = predikat_sasaran(data).rename(
        columns={"capaian": "capaian_rerata_tercetak", "capaian_dihitung": "capaian"}
    )
    met = frame["tercapai"]
    frame = frame.assign(
        kategori=kategori(frame["capaian"], data.laporan.skala),
        kategori_permendagri=kategori(frame["capaian"], PERMENDAGRI),
        tercapai=met.map(_reached),
    )
    columns = ("capaian", "capaian_rerata_tercetak", "kategori", "kategori_permendagri", "tercapai")
    classes = {"capaian": lambda row: kelas_capaian(data.laporan.skala)}
    yield from per_row("sasaran", frame, ["kode"], columns, kelas=classes)
    numbers: tuple[Exact, ...] = tuple(frame["capaian"].dropna())
    for key, count, words in (
        ("jumlah_tercapai", int(met.sum()), "sasaran yang mencapai target"),
        ("jumlah_belum_tercapai", int((~met).sum()), "sasaran yang belum mencapai target"),
    ):
        yield Measure(f"sasaran.{key}", count, words, dari=numbers)
    bands = [band.kategori for band in require_skala(data.laporan.skala).pita]
    categories = [word for word in frame["kategori"] if not is_missing(word)]
    for band in bands:
        count = categories.count(band)
        key = f"sasaran.jumlah_kategori.{slug(band)}"
        yield Measure(key, count, f"sasaran berkategori {band}", dari=numbers)
    lowest = _lowest_printed(data)
    best = [kategori(number, data.laporan.skala) for number in lowest].count(bands[0])
    key = f"sasaran.jumlah_{slug(bands[0])}.minimum_tercetak"
    words = f"sasaran yang semua capaian tercetaknya {bands[0]}"
    yield Measure(key, best, words, dari=tuple(lowest.dropna()))


def _predicates(data: Data) -> Measures:
    """What the printed mean of each sasaran is called, on the report's scale and in Permendagri."""
    frame = predikat_sasaran(data)
    numbers: tuple[Exact, ...] = tuple(frame["capaian"].dropna())
    own = require_skala(data.laporan.skala)
    for name, scale in (("laporan", own), ("permendagri", SKALA[PERMENDAGRI])):
        found = [kategori(number, scale) for number in numbers]
        for band in scale.pita:
            count = found.count(band.kategori)
            words = f"sasaran {band.kategori} menurut rata-rata tercetak, skala {name}"
            yield Measure(f"predikat.{name}.{slug(band.kategori)}", count, words, dari=numbers)
    lowest = min(numbers, default=None)
    yield Measure("predikat.capaian.terendah", lowest, "rata-rata tercetak terendah, persen")


def _lowest_printed(data: Data) -> pd.Series:
    """The lowest printed capaian of each sasaran; missing where one is not printed."""
    groups = ringkasan_sasaran(data).groupby("sasaran", sort=False)["capaian"]
    return groups.agg(lambda values: None if values.isna().any() else min(values))


def _scales(data: Data) -> Measures:
    """Bounds of the report's scale; how many bands each scale has."""
    bands = tabel_skala(data.laporan.skala).rename(columns={"batas_bawah": "batas"})
    yield from per_row("skala", bands, ["kategori"], ["batas"])
    yield Measure("skala.jumlah_kategori", len(bands), "pita skala laporan")
    many = len(SKALA[PERMENDAGRI].pita)
    yield Measure("skala.jumlah_kategori_permendagri", many, "pita Permendagri 54/2010")
    yield Measure("satuan.selisih_persentase", "poin persen", "satuan selisih dua persentase")
