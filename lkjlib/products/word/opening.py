"""The beginning of the chapter: how results are classed, and the indicators at a glance."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.numbers.format import sebut_bilangan
from lkjlib.products.word.blocks import Blok, Judul, Paragraf, TabelWord, word_table
from lkjlib.products.word.indicator import formula
from lkjlib.products.word.passages import Passages
from lkjlib.products.word.sentences import listed
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.units import with_figures

_GAIN = {"positif": "membaik bila naik", "negatif": "membaik bila turun"}


def front(data: Data) -> list[Blok]:
    """Document, year and office."""
    report = data.laporan
    return [
        Paragraf(f"{report.dokumen} {data.tahun}", "Title"),
        Paragraf(f"{report.dinas} {report.wilayah}", "Subtitle"),
    ]


def measurement(part: Passages) -> list[Blok]:
    """How results are measured: capaian, and the categories that the report tables."""
    return [
        Judul(3, "1. Kerangka pengukuran kinerja"),
        Paragraf(_measured(part.data)),
        *part.exhibit("indikator.skala"),
    ]


def _measured(data: Data) -> str:
    pairs = data.indikator[["polaritas", "rumus"]].drop_duplicates()
    ways = [
        f"{formula(row.rumus)} untuk indikator yang {_GAIN.get(row.polaritas, row.polaritas)}"
        for row in pairs.itertuples()
    ]
    return (
        "Capaian membandingkan realisasi dengan target, dalam persen: "
        f"{' dan '.join(ways)}. Capaian dikelompokkan menurut kategori berikut."
    )


def overview(part: Passages) -> list[Blok]:
    """The indicators: how many meet their targets, each in a row and in a bar."""
    count = sebut_bilangan(len(part.data.indikator))
    return [
        Judul(3, "2. Capaian kinerja sasaran strategis"),
        *part.text("kalimat capaian semua indikator", _met),
        *part.table("tabel capaian semua indikator", _every),
        *part.picture("capaian-semua", f"Capaian {count} indikator, persen target"),
    ]


def _met(data: Data) -> str:
    frame = ringkasan(data)
    known = frame[frame["tercapai"].notna()]
    if known.empty:
        raise LkjError("tidak satu indikator pun mempunyai realisasi dan target")
    met, names = known["tercapai"].astype(bool), known["indikator"]
    missed = f"; yang belum: {listed(names[~met].tolist())}" if not met.all() else ""
    return f"Dari {len(frame)} indikator, {met.sum()} mencapai target tahun {data.tahun}{missed}."


def _every(data: Data) -> TabelWord:
    frame = ringkasan(data).merge(data.indikator[["kode", "sasaran"]], on="kode")
    frame["sasaran"] = frame["sasaran"].mask(frame["sasaran"].duplicated(), "")
    shown = with_figures(frame, data, ("target", "realisasi"))
    return word_table(
        pd.DataFrame(shown),
        f"Capaian kinerja sasaran strategis, {data.tahun}",
        {
            "sasaran": ("Sasaran strategis", 3.7),
            "indikator": ("Indikator", 3.9),
            "satuan": ("Satuan", 1.5),
            "target": ("Target", 1.5),
            "realisasi": ("Realisasi", 1.7),
            "capaian": ("Capaian (%)", 1.6),
            "kategori": ("Kategori", 2.4),
        },
        kecil=True,
    )
