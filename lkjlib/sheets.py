"""The sheets of the workbook of computed tables: name, title, unit, source, frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from lkjlib import kinerja
from lkjlib.dataset import Data
from lkjlib.provenance import sidik_jari


@dataclass(frozen=True)
class SheetSpec:
    """One sheet of the workbook; `nama` at most 31 characters."""

    nama: str
    judul: str
    satuan: str
    sumber: str
    bingkai: Callable[[Data], pd.DataFrame]
    catatan: str = ""


def _years(data: Data) -> pd.DataFrame:
    """Tabel II of every indicator, one under the other."""
    frames = [kinerja.tabel_ii(data, kode).assign(kode=kode) for kode in kinerja.NAMA_PENDEK]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["kode", *(c for c in frame.columns if c != "kode")]]


SHEETS = (
    SheetSpec(
        "Ringkasan",
        "Lima indikator: tercetak dan dihitung ulang",
        "persen",
        "LKj 2019, Tabel I setiap indikator; lampiran",
        kinerja.ringkasan,
        "capaian dari tercetak memakai realisasi yang sudah dibulatkan, seperti cara laporan.",
    ),
    SheetSpec(
        "Tiga tahun",
        "Realisasi, capaian dan target 2017–2019",
        "persen",
        "LKj 2019, Tabel II setiap indikator",
        _years,
        "target tersirat: angka paling bulat yang memberi capaian tercetak.",
    ),
    SheetSpec(
        "Ambisi dan laju",
        "Ambisi target dan laju menuju RPJMD 2021",
        "poin persen (per tahun)",
        "LKj 2019, Tabel I, II, IV",
        kinerja.ambisi_dan_laju,
        "hitungan, bukan ramalan.",
    ),
    SheetSpec(
        "Cacah",
        "Pembilang dan penyebut setiap indikator",
        "cacah; rupiah",
        "lampiran",
        kinerja.cacah,
    ),
    SheetSpec(
        "Sidik jari", "Buku kerja sumber dan sidik jarinya", "–", "data/2019", partial(sidik_jari)
    ),
)
