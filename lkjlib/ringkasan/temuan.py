"""Findings on the five indicators as sentences; every number comes from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.dataset import Data
from lkjlib.findings import Temuan
from lkjlib.formatting import format_angka, format_persen
from lkjlib.kinerja import selisih
from lkjlib.ringkasan.agregasi import agregasi, predikat_sasaran
from lkjlib.ringkasan.lima import ambisi, kategori_skala, kerapuhan, laju, lima
from lkjlib.verdicts import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI


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
        _ambisi(data),
        _kerapuhan(data),
        _laju(data),
        _agregasi(data),
    )


def _join(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts) or "tidak ada"
    return f"{', '.join(parts[:-1])} dan {parts[-1]}"


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
    return Temuan(
        "Satu kategori berubah bila realisasi dihitung dari angka lampirannya.",
        f"{len(moved)} dari {len(frame)} indikator berganti kategori. {_join(parts)}.",
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
    return Temuan(
        "Satu dari lima target tidak tercapai.",
        f"{len(frame) - len(missed)} dari {len(frame)} indikator mencapai targetnya; yang tidak: "
        f"{_join(parts)}. Angka tercetak dan hitungan eksak menyimpulkan hal yang "
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
        f"{_join(parts)}. Hitung ulang mengubah {int(frame['berubah'].sum())} dari {len(frame)} "
        "pasangan indikator dan skala.",
        COCOK,
    )


def _predikat(data: Data) -> Temuan:
    frame = predikat_sasaran(data)
    words = {
        skala: _join([f"{count} {word}" for word, count in frame[skala].value_counts().items()])
        for skala in ("permendagri-54-2010", "lkj-2019")
    }
    return Temuan(
        "Predikat di Penutup berasal dari skala yang tidak ditabelkan laporan.",
        f"Dari {len(frame)} sasaran, skala permendagri-54-2010 memberi "
        f"{words['permendagri-54-2010']}; skala yang ditabelkan laporan (lkj-2019) memberi "
        f"{words['lkj-2019']}. Sasaran dengan capaian {format_persen(frame['capaian'].min())} "
        "ikut disebut tercapai, meskipun targetnya tidak tercapai.",
        TIDAK_COCOK if frame["capaian"].min() < 100 else COCOK,
    )


def _ambisi(data: Data) -> Temuan:
    frame = ambisi(data)
    loose = frame[frame["lebih_longgar"]]
    parts = [
        f"{row.indikator} (tahun lalu {format_persen(row.realisasi_lalu)}, target "
        f"{format_persen(row.target)})"
        for row in loose.itertuples()
    ]
    return Temuan(
        "Target TPT lebih longgar daripada hasil tahun sebelumnya.",
        f"{len(loose)} dari {len(frame)} target sudah terlampaui sebelum tahunnya mulai: "
        f"{_join(parts)}. {len(frame) - len(loose)} target lain meminta hasil yang lebih baik "
        "daripada tahun lalu.",
        COCOK,
    )


def _kerapuhan(data: Data) -> Temuan:
    frame = kerapuhan(data)
    tight = frame[frame["tercapai"]].sort_values("jarak_persen").iloc[0]
    missed = frame[~frame["tercapai"]]
    parts = [
        f"{row.indikator} kurang {format_angka(-row.jarak)} {row.satuan}"
        for row in missed.itertuples()
    ]
    return Temuan(
        "Satu kasus lagi, dan target perusahaan berkasus tidak tercapai.",
        f"{tight['indikator']}: {format_angka(tight['pembilang'])} dari "
        f"{format_angka(tight['penyebut'])}; target masih menampung "
        f"{format_angka(tight['jarak'])} {tight['satuan']} tambahan. {_join(parts)} untuk mencapai "
        "target, bila penyebutnya tetap.",
        COCOK,
    )


def _laju(data: Data) -> Temuan:
    frame = laju(data)
    slow, passed = frame[~frame["cukup"]], frame[frame["diperlukan"] < 0]
    parts = [
        f"{row.indikator} (dicapai {format_angka(row.dicapai, 2)}, diperlukan "
        f"{format_angka(row.diperlukan, 2)} poin setahun)"
        for row in slow.itertuples()
    ]
    return Temuan(
        "Hanya satu indikator harus melaju lebih cepat untuk target RPJMD.",
        f"Yang lajunya belum cukup: {_join(parts)}. Yang sudah melewati target "
        f"RPJMD: {_join(passed['indikator'].tolist())}. Ini aritmetika dua titik, bukan ramalan.",
        COCOK,
    )


def _agregasi(data: Data) -> Temuan:
    frame = agregasi(data)
    return Temuan(
        "Kategori sasaran berindikator dua bergantung pada cara menggabungkannya.",
        f"Dari capaian tercetak: {_words(frame, 'capaian', 'kategori')}. Dari hitungan eksak: "
        f"{_words(frame, 'capaian_dihitung', 'kategori_dihitung')}. Laporan tidak menyebut aturan "
        "penggabungan.",
        TIDAK_DAPAT_DIUJI,
    )


def _words(frame: pd.DataFrame, value: str, word: str) -> str:
    rows = zip(frame["aturan"], frame[value], frame[word], strict=True)
    return "; ".join(f"{rule} {format_angka(number, 2)} ({name})" for rule, number, name in rows)
