"""Sentences about an indicator; every number and direction comes from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_persen, format_rupiah, is_missing
from lkjlib.products.word.results import years
from lkjlib.themes.anggaran.sources import untuk_sasaran
from lkjlib.themes.indikator.analysis import cacah, satu
from lkjlib.themes.indikator.comparison import goal_of, tabel_iii, tabel_iv
from lkjlib.themes.indikator.cumulative import (
    JUMLAH,
    dijumlah_sejak,
    hasil_berjalan,
    jenis_target,
)
from lkjlib.themes.indikator.distance import ambisi_dan_laju
from lkjlib.themes.indikator.units import Satuan, satuan

_SAME = 0.005  # a difference that two decimals do not show


def capaian(data: Data, kode: str) -> str:
    """Target, realisasi, capaian and category of the year, and whether the target is met.

    Examples
    --------
    >>> from lkjlib import load
    >>> from lkjlib.products.word.results import with_results
    >>> capaian(with_results(load(2019)), "omzet").partition(", sehingga ")[2]
    'capaiannya 102,29 % dengan kategori Baik Sekali. Target tercapai.'
    """
    row, unit = satu(data, kode), satuan(data, kode)
    name = f"{row['indikator']} tahun {data.tahun}"
    goal = f"ditargetkan {unit.sebut(row['target'])}"
    if is_missing(row["realisasi"]):
        known = name if is_missing(row["target"]) else f"{name} {goal}"
        return f"{known}; realisasinya tidak tersedia."
    found = f"terealisasi {unit.sebut_hitungan(row['realisasi'])}{_counts(data, kode)}"
    found = found if is_missing(row["target"]) else f"{goal} dan {found}"
    if not is_missing(row["capaian"]):
        found += f", sehingga capaiannya {format_persen(row['capaian'])}"
        found += f" dengan kategori {row['kategori']}"
    return f"{name} {found}.{_met(row['tercapai'])}"


def _met(tercapai: object) -> str:
    if is_missing(tercapai):
        return ""
    return " Target tercapai." if tercapai else " Target tidak tercapai."


def _counts(data: Data, kode: str) -> str:
    """What is counted of what, and the sum so far where the target asks for that."""
    known, unit, said = cacah(data).set_index("kode"), satuan(data, kode), ""
    if kode in known.index and not is_missing(known.at[kode, "penyebut"]):
        kind = Satuan("rupiah" if _money(data, kode) else "indeks", 2)
        parts = (kind.sebut(known.at[kode, name]) for name in ("pembilang", "penyebut"))
        said = f" ({' dari '.join(parts)})"
    so_far = hasil_berjalan(data, kode)
    if so_far.dijumlah:
        total = so_far.sebelum + satu(data, kode)["realisasi"]
        said += f", bersama tahun-tahun sebelumnya {unit.sebut_hitungan(total)}"
    return said


def _money(data: Data, kode: str) -> bool:
    return str(data.satuan_cacah.get(kode, "")).startswith("rupiah")


def menurut_tahun(data: Data, kode: str) -> str:
    """The results year by year, and how each changed.

    Examples
    --------
    >>> from lkjlib import load
    >>> from lkjlib.products.word.results import with_results
    >>> menurut_tahun(with_results(load(2019)), "omzet")
    'Realisasinya 9 % pada tahun 2018, lalu naik 1,23 poin persen menjadi 10,23 % pada tahun 2019.'
    """
    unit, known = satuan(data, kode), years(data, kode).dropna(subset="realisasi")
    if known.empty:
        return "Realisasi indikator ini belum tersedia untuk satu tahun pun."
    first, change = next(known.itertuples()), known["realisasi"].diff()
    steps = [
        f"{_moved(change[row.Index], unit)} {unit.sebut_hitungan(row.realisasi)} "
        f"pada tahun {row.tahun}"
        for row in known.iloc[1:].itertuples()
    ]
    start = f"Realisasinya {unit.sebut_hitungan(first.realisasi)} pada tahun {first.tahun}"
    return f"{', lalu '.join([start, *steps])}."


def _moved(change: float, unit: Satuan) -> str:
    if abs(change) < _SAME:
        return "tetap"
    return f"{'naik' if change > 0 else 'turun'} {_distance(change, unit)} menjadi"


def _distance(nilai: float, unit: Satuan) -> str:
    """A difference without its sign, in points where values are percentages."""
    return Satuan(unit.selisih, unit.desimal).sebut_hitungan(abs(nilai))


def wilayah(data: Data, kode: str) -> str:
    """How the place stands against the regions that the report prints, if it prints any."""
    unit, every = satuan(data, kode), tabel_iii(data, kode)
    frame = every.dropna(subset="nilai")
    if frame.empty:
        names = [one.nama for one in data.laporan.acuan_jenis("wilayah")]
        return (
            f"Indikator ini tidak dibandingkan dengan {listed(names)}, karena angkanya tidak "
            "tersedia."
        )
    if is_missing(frame.iloc[0]["realisasi"]):
        return f"Realisasi {data.laporan.wilayah} tidak tersedia untuk dibandingkan."
    parts = []
    for word, group in (
        ("lebih tinggi daripada", frame[frame["selisih"] >= _SAME]),
        ("lebih rendah daripada", frame[frame["selisih"] <= -_SAME]),
        ("sama dengan", frame[frame["selisih"].abs() < _SAME]),
    ):
        names = [f"{r.acuan} ({unit.sebut(r.nilai)})" for r in group.itertuples()]
        if names:
            parts.append(f"{word} {listed(names)}")
    own = unit.sebut_hitungan(frame.iloc[0]["realisasi"])
    return f"Realisasi {data.laporan.wilayah} {own} {' dan '.join(parts)}."


def target_menengah(data: Data, kode: str) -> str:
    """Whether the medium-term and the national targets are met, and the distance to them."""
    sentences, unit, since = [], satuan(data, kode), dijumlah_sejak(data, kode)
    national = {one.nama for one in data.laporan.acuan_jenis("nasional")}
    for row in tabel_iv(data, kode).itertuples():
        kind = f"nasional ({row.acuan})" if row.acuan in national else row.acuan
        name = f"Target {kind}"
        if pd.isna(row.nilai):
            sentences.append(f"{name} untuk indikator ini tidak tersedia.")
        elif pd.isna(row.selisih):
            sentences.append(f"{name} sebesar {unit.sebut(row.nilai)}.")
        else:
            met = "sudah" if row.terpenuhi else "belum"
            total = ""
            if since and row.acuan not in national:
                total = f"sejak {since} tercapai {unit.sebut_hitungan(row.realisasi)}, "
            sentences.append(
                f"{name} sebesar {unit.sebut(row.nilai)} {met} terpenuhi; {total}jaraknya "
                f"{_distance(row.selisih, unit)}."
            )
    return " ".join(sentences)


def laju(data: Data, kode: str) -> str:
    """What the medium-term target still asks for a year, beside what was reached a year."""
    row = ambisi_dan_laju(data).set_index("kode").loc[kode]
    goal, needed, unit = goal_of(data, kode), row["laju_diperlukan"], satuan(data, kode)
    if goal is None or is_missing(needed):
        return ""
    name = f"Target {goal[0]} {satu(data, kode)['nama']} sebesar {unit.sebut(goal[2])}"
    if needed <= 0:
        return f"{name} sudah terpenuhi; yang diperlukan ialah mempertahankannya."
    reached, amounts = row["laju_dicapai"], jenis_target(data, kode) == JUMLAH
    more = f"{_distance(needed, unit)} lagi" if amounts else f"perbaikan {_distance(needed, unit)}"
    said = f"{name} memerlukan {more} setahun"
    if is_missing(reached):
        return f"{said}."
    if amounts:
        mean = unit.sebut_hitungan(reached)
        return f"{said}; sejak {row['sejak']} rata-rata tercapai {mean} setahun."
    way = "perbaikan" if reached >= 0 else "kemunduran"
    return f"{said}; sejak {row['sejak']} tercatat {way} {_distance(reached, unit)} setahun."


def anggaran_sasaran(data: Data, kode: str) -> str:
    """Budget of the indicator's sasaran."""
    frame = untuk_sasaran(data, kode)
    total = frame[["alokasi", "realisasi", "saldo"]].sum()
    return (
        f"Sasaran ini didukung {frame['program'].nunique()} program dengan {len(frame)} kegiatan: "
        f"alokasi {format_rupiah(total['alokasi'])}, realisasi {format_rupiah(total['realisasi'])} "
        f"({format_persen(total['realisasi'] / total['alokasi'] * 100)}), saldo "
        f"{format_rupiah(total['saldo'])}."
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
