"""Measures of the four sasaran and of the category scales."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.ledger.measures.indikator import PERMENDAGRI, Indicator, Indicators, reached
from lkjlib.ledger.measures.measure import Measure, Measures, slug
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.indikator.analysis import SKALA_LAPORAN


def groups(known: Indicators) -> dict[str, list[Indicator]]:
    """Indicators of each sasaran: ``s1`` to ``s4`` in the order of the agreement."""
    found: dict[str, list[Indicator]] = {}
    for one in known.values():
        found.setdefault(one.sasaran, []).append(one)
    return {f"s{i}": members for i, members in enumerate(found.values(), start=1)}


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of every sasaran, and how many reach what."""
    words, met = {}, []
    for key, members in groups(known).items():
        results = [one.capaian_dari(one.nilai) for one in members]
        mean = sum(results) / len(results)
        words[key] = kategori(float(mean), SKALA_LAPORAN)
        met.append(all(one.memenuhi(one.nilai, one.target) for one in members))
        yield Measure(f"sasaran.capaian.{key}", mean, "rata-rata capaian indikatornya")
        yield Measure(f"sasaran.kategori.{key}", words[key], "kategori rata-rata, skala laporan")
        yield Measure(
            f"sasaran.kategori_permendagri.{key}",
            kategori(float(mean), PERMENDAGRI),
            "kategori rata-rata menurut Permendagri 54/2010",
        )
        yield Measure(f"sasaran.tercapai.{key}", reached(met[-1]), "semua indikator : target")
        yield Measure(f"indikator.sasaran.{key}", members[0].sasaran, "nama sasaran")
        printed = [one.capaian[data.tahun] for one in members]
        yield Measure(
            f"sasaran.capaian_rerata_tercetak.{key}",
            sum(printed) / len(printed),
            "rata-rata capaian tercetak",
        )
    yield Measure("sasaran.jumlah", len(words), "banyaknya sasaran")
    yield Measure("sasaran.jumlah_tercapai", sum(met), "sasaran yang mencapai target")
    short = len(met) - sum(met)
    yield Measure("sasaran.jumlah_belum_tercapai", short, "sasaran yang belum mencapai target")
    for word in ("Baik Sekali", "Baik"):
        count = sum(found == word for found in words.values())
        yield Measure(f"sasaran.jumlah_kategori.{slug(word)}", count, f"sasaran berkategori {word}")
    lowest = [min(one.capaian[data.tahun] for one in g) for g in groups(known).values()]
    yield Measure(
        "sasaran.jumlah_baik_sekali.minimum_tercetak",
        sum(value > 100 for value in lowest),
        "sasaran yang semua capaian tercetaknya lebih dari 100",
    )
    yield Measure("skala.jumlah_kategori", len(SKALA[SKALA_LAPORAN].pita), "pita skala laporan")
    yield Measure(
        "skala.jumlah_kategori_permendagri",
        len(SKALA[PERMENDAGRI].pita),
        "pita Permendagri 54/2010",
    )
    for band in SKALA[SKALA_LAPORAN].pita:
        key = f"skala.batas.{slug(band.kategori)}"
        yield Measure(key, band.batas_bawah, f"batas bawah {band.kategori}, skala laporan")
    yield Measure("satuan.selisih_persentase", "poin persen", "satuan selisih dua persentase")
