"""Sheets about all five indicators."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.workbook.sheets.spec import LKJ, SheetSpec
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET
from lkjlib.themes.indikator import api as kinerja
from lkjlib.themes.indikator import api as ringkasan


def _years(data: Data) -> pd.DataFrame:
    """Tabel II of every indicator, one under the other."""
    frames = [kinerja.tabel_ii(data, kode).assign(kode=kode) for kode in kinerja.NAMA_PENDEK]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["kode", *(c for c in frame.columns if c != "kode")]]


def _capaian(realisasi: str) -> str:
    """Formula of a sheet: that of the registry which the row's `rumus` names."""
    *others, last = (RUMUS[nama] for nama in RUMUS_SATU_TARGET)
    words = last.dalam_kata(realisasi, "target")
    for rule in reversed(others):
        words = f'IF(rumus = "{rule.nama}", {rule.dalam_kata(realisasi, "target")}, {words})'
    return words


SHEETS = (
    SheetSpec(
        "Ringkasan",
        "Lima indikator: tercetak dan dihitung ulang",
        "persen",
        f"{LKJ}Tabel I setiap indikator; lampiran",
        kinerja.ringkasan,
        "capaian dari tercetak memakai realisasi yang sudah dibulatkan, seperti cara laporan.",
        rumus={
            "capaian_dari_tercetak": _capaian("realisasi"),
            "capaian_dihitung": _capaian("realisasi_dihitung"),
        },
    ),
    SheetSpec(
        "Tiga tahun",
        "Realisasi, capaian dan target 2017–2019",
        "persen; perubahan dalam poin persen",
        f"{LKJ}Tabel II setiap indikator",
        _years,
        "target tersirat: angka paling bulat yang memberi capaian tercetak.",
    ),
    SheetSpec(
        "Ambisi dan laju",
        "Ambisi target dan laju menuju RPJMD 2021",
        "poin persen (per tahun)",
        f"{LKJ}Tabel I, II, IV",
        kinerja.ambisi_dan_laju,
        "hitungan, bukan ramalan.",
    ),
    SheetSpec(
        "Kerapuhan",
        "Satuan yang membalik tercapai atau tidak",
        "satuan; persen",
        "lampiran",
        ringkasan.kerapuhan,
        rumus={
            "realisasi_dihitung": "pembilang / penyebut * 100",
            "jarak_persen": "jarak / pembilang * 100",
        },
    ),
    SheetSpec(
        "Cacah",
        "Pembilang dan penyebut setiap indikator",
        "cacah; rupiah; persen",
        "lampiran",
        kinerja.cacah,
        rumus={"realisasi": "pembilang / penyebut * 100"},
    ),
)
