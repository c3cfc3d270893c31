"""Sentences under the tables of an indicator; every number and direction comes from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, format_rupiah
from lkjlib.rules.category import kode_kategori
from lkjlib.themes.anggaran.sources import untuk_sasaran
from lkjlib.themes.indikator.analysis import RPJMD, SKALA_LAPORAN, satu
from lkjlib.themes.indikator.comparison import tabel_ii, tabel_iii, tabel_iv

KOTA = "Kota Banjarbaru"


def persen(nilai: float) -> str:
    """A percentage in words: "23,48 persen"."""
    return f"{format_angka(nilai, 2)} persen"


def poin(nilai: float) -> str:
    """Distance of two percentages, without its sign: "3,64 poin persen"."""
    return f"{format_angka(abs(nilai), 2)} poin persen"


def capaian(data: Data, kode: str) -> str:
    """Target, realisasi, capaian and category of the year, printed and recomputed.

    Examples
    --------
    >>> from lkjlib import load
    >>> capaian(load(2019), "omzet").partition(". ")[2].partition(". ")[0]
    'Dihitung dari lampiran, realisasinya 10,23 persen dan capaiannya 102,29 persen (Baik Sekali)'
    """
    row = satu(data, kode)
    printed, exact = row["kategori"], row["kategori_dihitung"]
    kode_tercetak = kode_kategori(row["capaian"], SKALA_LAPORAN)
    changed = "" if printed == exact else " Kategorinya berubah bila dihitung dari lampiran."
    return (
        f"{row['indikator']} tahun {data.tahun} ditargetkan {persen(row['target'])}; realisasi "
        f"tercetak {persen(row['realisasi'])} dengan capaian {persen(row['capaian'])}, kategori "
        f"{printed} ({kode_tercetak}). Dihitung dari lampiran, realisasinya "
        f"{persen(row['realisasi_dihitung'])} dan capaiannya {persen(row['capaian_dihitung'])} "
        f"({exact}).{changed}"
    )


def tiga_tahun(data: Data, kode: str) -> str:
    """The printed results year by year, and how each changed.

    Examples
    --------
    >>> from lkjlib import load
    >>> "2018, naik 1,00 poin persen menjadi 10,00 persen" in tiga_tahun(load(2019), "omzet")
    True
    """
    frame = tabel_ii(data, kode)
    known = frame.dropna(subset="realisasi")
    first = known.iloc[0]
    steps = [
        f"{_moved(row['perubahan'])} menjadi {persen(row['realisasi'])} pada tahun {row['tahun']}"
        for _, row in known.iloc[1:].iterrows()
    ]
    implied = frame.loc[frame["jenis_target"] == "tersirat", "tahun"].astype(str).tolist()
    note = (
        f" Target tahun {' dan '.join(implied)} tidak tercetak; yang ditampilkan tersirat dari "
        "capaian tercetak, bukan kutipan dokumen."
        if implied
        else ""
    )
    return (
        f"Realisasi tercetak {persen(first['realisasi'])} pada tahun {first['tahun']}, "
        f"{', lalu '.join(steps)}.{note}"
    )


def _moved(change: float) -> str:
    if abs(change) < 0.005:
        return "tetap"
    return f"{'naik' if change > 0 else 'turun'} {poin(change)}"


def wilayah(data: Data, kode: str) -> str:
    """How the city stands against the regions that the report prints, if it prints any."""
    frame = tabel_iii(data, kode).dropna(subset="nilai")
    if frame.empty:
        return (
            "Laporan tidak mencetak angka kabupaten, kota lain, dan provinsi untuk indikator ini, "
            "sehingga perbandingannya tidak dapat dibuat."
        )
    parts = []
    for word, group in (
        ("lebih tinggi daripada", frame[frame["selisih"] > 0]),
        ("lebih rendah daripada", frame[frame["selisih"] < 0]),
        ("sama dengan", frame[frame["selisih"] == 0]),
    ):
        names = [f"{r.acuan} ({format_persen(r.nilai)})" for r in group.itertuples()]
        if names:
            parts.append(f"{word} {listed(names)}")
    first = frame.iloc[0]
    return f"Realisasi {KOTA} {persen(first['realisasi'])} {' dan '.join(parts)}."


def target_menengah(data: Data, kode: str) -> str:
    """Whether RPJMD's and the national target are met, and the distance to them."""
    sentences = []
    for row in tabel_iv(data, kode).itertuples():
        name = f"Target {row.acuan}" if row.acuan == RPJMD else f"Target nasional ({row.acuan})"
        if pd.isna(row.nilai):
            sentences.append(f"{name} tidak tercetak.")
        else:
            met = "sudah" if row.terpenuhi else "belum"
            sentences.append(
                f"{name} sebesar {persen(row.nilai)} {met} terpenuhi; jaraknya {poin(row.selisih)}."
            )
    return " ".join(sentences)


def anggaran_sasaran(data: Data, kode: str) -> str:
    """Budget of the indicator's sasaran, and what the report's own table of it leaves out."""
    frame = untuk_sasaran(data, kode)
    total = frame[["alokasi", "realisasi", "saldo"]].sum()
    missing = frame.loc[~frame["tercantum"], "kegiatan"].tolist()
    note = (
        f" Tidak tercantum pada tabel anggaran sasaran di laporan: {listed(missing)}."
        if missing
        else " Semua kegiatan tercantum pada tabel anggaran sasaran di laporan."
    )
    return (
        f"Sasaran ini didukung {frame['program'].nunique()} program dengan {len(frame)} kegiatan: "
        f"alokasi {format_rupiah(total['alokasi'])}, realisasi {format_rupiah(total['realisasi'])} "
        f"({format_persen(total['realisasi'] / total['alokasi'] * 100)}), saldo "
        f"{format_rupiah(total['saldo'])}.{note}"
    )


def listed(names: list[str]) -> str:
    """Names in one phrase.

    >>> listed(["a", "b, c", "d"])
    'a; b, c; dan d'
    """
    mark = "; " if any(", " in name for name in names) else ", "
    if len(names) < 3:
        return " dan ".join(names)
    return f"{mark.join(names[:-1])}{mark}dan {names[-1]}"
