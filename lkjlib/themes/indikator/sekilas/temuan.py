"""Findings on the five indicators as sentences; every number comes from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import format_angka, format_persen, sebut_bilangan, sebut_daftar
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.api import selisih
from lkjlib.themes.indikator.sekilas.agregasi import agregasi, predikat_sasaran
from lkjlib.themes.indikator.sekilas.lima import kategori_skala, lima
from lkjlib.themes.indikator.sekilas.temuan_target import on_ambition, on_margin, on_pace


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings across the five indicators in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(temuan(load(2019)))
    8
    """
    return (
        _kategori_berubah(data),
        _target(data),
        _skala(data),
        _predikat(data),
        on_ambition(data),
        on_margin(data),
        on_pace(data),
        _agregasi(data),
    )


def _kategori_berubah(data: Data) -> Temuan:
    frame = lima(data).assign(kode=data.indikator["kode"])
    moved = frame[frame["kategori"] != frame["kategori_dihitung"]]
    parts, verdicts = [], []
    for row in moved.itertuples():
        printed = selisih(data, row.kode).set_index("uraian")
        verdicts.append(printed["vonis"]["capaian"])
        parts.append(
            f"{row.indikator}: tercetak realisasi {printed['tercetak']['realisasi']} dan capaian "
            f"{printed['tercetak']['capaian']} ({row.kategori}); dari angka lampirannya "
            f"{format_angka(row.realisasi_dihitung, 2)} dan "
            f"{format_angka(row.capaian_dihitung, 2)} ({row.kategori_dihitung})"
        )
    many = sebut_bilangan(len(moved)).capitalize() if len(moved) else "Tidak satu pun"
    return Temuan(
        f"{many} kategori berubah bila realisasi dihitung dari angka lampirannya.",
        f"{len(moved)} dari {len(frame)} indikator berganti kategori"
        f"{'. ' if parts else ''}{sebut_daftar(parts) if parts else ''}.",
        " / ".join(dict.fromkeys(verdicts)) or COCOK,
    )


def _target(data: Data) -> Temuan:
    frame = lima(data)
    missed = frame[frame["capaian_dihitung"] < 100]
    same = ((frame["capaian"] >= 100) == (frame["capaian_dihitung"] >= 100)).all()
    parts = [
        f"{row.indikator} (target {format_persen(row.target)}, realisasi "
        f"{format_persen(row.realisasi_dihitung)})"
        for row in missed.itertuples()
    ]
    many = f"{sebut_bilangan(len(missed)).capitalize()} dari {sebut_bilangan(len(frame))}"
    return Temuan(
        f"{many} target tidak tercapai." if parts else "Semua target tercapai.",
        f"{len(frame) - len(missed)} dari {len(frame)} indikator mencapai targetnya; yang tidak: "
        f"{sebut_daftar(parts)}. Angka tercetak dan hitungan eksak menyimpulkan hal yang "
        f"{'sama' if same else 'berbeda'}.",
        COCOK if same else TIDAK_COCOK,
    )


def _skala(data: Data) -> Temuan:
    frame = kategori_skala(data)
    worst = lima(data).sort_values("capaian_dihitung").iloc[0]
    words = frame[frame["indikator"] == worst["indikator"]]
    parts = [f"{row.kategori_dihitung} ({row.skala})" for row in words.itertuples()]
    return Temuan(
        "Kategori bergantung pada skala yang dipakai.",
        f"{worst['indikator']} dengan capaian {format_persen(worst['capaian_dihitung'])} disebut "
        f"{sebut_daftar(parts)}. Hitung ulang mengubah {int(frame['berubah'].sum())} dari "
        f"{len(frame)} pasangan indikator dan skala.",
        COCOK,
    )


def _predikat(data: Data) -> Temuan:
    frame = predikat_sasaran(data)
    words = {
        skala: sebut_daftar(
            [f"{count} {word}" for word, count in frame[skala].value_counts().items()]
        )
        for skala in ("permendagri-54-2010", "lkj-2019")
    }
    low = format_persen(frame["capaian"].min())
    missed = frame["capaian"].min() < 100
    return Temuan(
        "Predikat di Penutup berasal dari skala yang tidak ditabelkan laporan.",
        f"Dari {len(frame)} sasaran, skala permendagri-54-2010 memberi "
        f"{words['permendagri-54-2010']}; skala yang ditabelkan laporan (lkj-2019) memberi "
        f"{words['lkj-2019']}. "
        + (
            f"Sasaran dengan capaian {low} ikut disebut tercapai, meskipun targetnya tidak "
            "tercapai."
            if missed
            else f"Rata-rata capaian tercetak setiap sasaran sedikitnya {low}."
        ),
        TIDAK_COCOK if missed else COCOK,
    )


def _agregasi(data: Data) -> Temuan:
    frame = agregasi(data)
    words = frame.groupby("sasaran")[["kategori", "kategori_dihitung"]].nunique()
    depends = "bergantung pada" if (words > 1).any(axis=None) else "tidak bergantung pada"
    return Temuan(
        f"Kategori sasaran berindikator dua {depends} cara menggabungkannya.",
        f"Dari capaian tercetak: {_words(frame, 'capaian', 'kategori')}. Dari hitungan eksak: "
        f"{_words(frame, 'capaian_dihitung', 'kategori_dihitung')}. Laporan tidak menyebut aturan "
        "penggabungan.",
        TIDAK_DAPAT_DIUJI,
    )


def _words(frame: pd.DataFrame, value: str, word: str) -> str:
    rows = zip(frame["aturan"], frame[value], frame[word], strict=True)
    return "; ".join(f"{rule} {format_angka(number, 2)} ({name})" for rule, number, name in rows)
