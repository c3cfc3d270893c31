"""Sentences under the tables of an indicator; every number and direction comes from the frames."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import desimal_perlu, format_angka, format_persen, format_rupiah
from lkjlib.rules.category import kode_kategori, require_skala
from lkjlib.themes.anggaran.sources import untuk_sasaran
from lkjlib.themes.indikator.analysis import satu
from lkjlib.themes.indikator.comparison import tabel_ii, tabel_iii, tabel_iv

_PERCENT = ("%", "persen")


def persen(nilai: float) -> str:
    """A percentage in words: "23,48 persen"."""
    return f"{format_angka(nilai, 2)} persen"


@dataclass(frozen=True)
class Unit:
    """How values of an indicator and their differences are written, in its own unit."""

    satuan: str
    desimal: int | None = None

    def value(self, nilai: float) -> str:
        """A value: "23,48 persen", "1.000 orang".

        Examples
        --------
        >>> Unit("orang").value(1000.0), Unit("persen", 2).value(3.5)
        ('1.000 orang', '3,50 persen')
        """
        places = desimal_perlu(nilai) if self.desimal is None else self.desimal
        return f"{format_angka(nilai, places)} {self.satuan}"

    def distance(self, nilai: float) -> str:
        """A difference without its sign, in points only where values are percentages.

        Examples
        --------
        >>> Unit("persen", 2).distance(-3.64), Unit("LPK").distance(-5)
        ('3,64 poin persen', '5 LPK')
        """
        unit = "poin persen" if self.satuan == "persen" else self.satuan
        return Unit(unit, self.desimal).value(abs(nilai))


def unit_of(data: Data, kode: str) -> Unit:
    """The unit of an indicator; a percentage has two decimals unless the sheet says otherwise."""
    card = data.indikator.set_index("kode").loc[kode]
    places = None if pd.isna(card["desimal"]) else int(card["desimal"])
    if card["satuan"] in _PERCENT:
        return Unit("persen", 2 if places is None else places)
    return Unit(card["satuan"], places)


def capaian(data: Data, kode: str) -> str:
    """Target, realisasi, capaian and category of the year, printed and recomputed.

    Examples
    --------
    >>> from lkjlib import load
    >>> capaian(load(2019), "omzet").partition(". ")[2].partition(". ")[0]
    'Dihitung dari lampiran, realisasinya 10,23 persen dan capaiannya 102,29 persen (Baik Sekali)'
    """
    row, unit = satu(data, kode), unit_of(data, kode)
    goal = f"ditargetkan {unit.value(row['target'])}; " if pd.notna(row["target"]) else ""
    if pd.isna(row["realisasi"]):
        return f"{row['indikator']} tahun {data.tahun} {goal}realisasinya tidak tercetak."
    found = f"realisasi tercetak {unit.value(row['realisasi'])}"
    if pd.notna(row["capaian"]):
        skala = require_skala(data.laporan.skala)
        code = f" ({kode_kategori(row['capaian'], skala)})" if skala.berkode else ""
        found += f" dengan capaian {persen(row['capaian'])}, kategori {row['kategori']}{code}"
    return f"{row['indikator']} tahun {data.tahun} {goal}{found}.{_computed(row, unit)}"


def _computed(row: pd.Series, unit: Unit) -> str:
    """What the counts of the annexes give instead, or that there are none."""
    if pd.isna(row["realisasi_dihitung"]):
        return " Lampiran tidak memuat cacahnya, sehingga realisasi tidak dapat dihitung ulang."
    said = f" Dihitung dari lampiran, realisasinya {unit.value(row['realisasi_dihitung'])}"
    if pd.isna(row["capaian_dihitung"]):
        return f"{said}."
    moved = pd.notna(row["kategori"]) and row["kategori"] != row["kategori_dihitung"]
    changed = " Kategorinya berubah bila dihitung dari lampiran." if moved else ""
    return (
        f"{said} dan capaiannya {persen(row['capaian_dihitung'])} "
        f"({row['kategori_dihitung']}).{changed}"
    )


def tiga_tahun(data: Data, kode: str) -> str:
    """The printed results year by year, and how each changed.

    Examples
    --------
    >>> from lkjlib import load
    >>> "2018, naik 1,00 poin persen menjadi 10,00 persen" in tiga_tahun(load(2019), "omzet")
    True
    """
    frame, unit = tabel_ii(data, kode), unit_of(data, kode)
    known = frame.dropna(subset="realisasi")
    if known.empty:
        return "Laporan tidak mencetak realisasi satu tahun pun untuk indikator ini."
    first, change = known.iloc[0], known["realisasi"].diff()
    steps = [
        f"{_moved(change[place], unit)} menjadi {unit.value(row['realisasi'])} "
        f"pada tahun {row['tahun']}"
        for place, row in known.iloc[1:].iterrows()
    ]
    implied = frame.loc[frame["jenis_target"] == "tersirat", "tahun"].astype(str).tolist()
    note = (
        f" Target tahun {' dan '.join(implied)} tidak tercetak; yang ditampilkan tersirat dari "
        "capaian tercetak, bukan kutipan dokumen."
        if implied
        else ""
    )
    return (
        f"Realisasi tercetak {unit.value(first['realisasi'])} pada tahun {first['tahun']}"
        f"{', ' if steps else ''}{', lalu '.join(steps)}.{note}"
    )


def _moved(change: float, unit: Unit) -> str:
    if abs(change) < 0.005:
        return "tetap"
    return f"{'naik' if change > 0 else 'turun'} {unit.distance(change)}"


def wilayah(data: Data, kode: str) -> str:
    """How the place stands against the regions that the report prints, if it prints any."""
    unit = unit_of(data, kode)
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
        names = [f"{r.acuan} ({_short(r.nilai, unit)})" for r in group.itertuples()]
        if names:
            parts.append(f"{word} {listed(names)}")
    first = frame.iloc[0]
    own = f"Realisasi {data.laporan.wilayah} {unit.value(first['realisasi'])}"
    return f"{own} {' dan '.join(parts)}."


def _short(nilai: float, unit: Unit) -> str:
    return format_persen(nilai, unit.desimal or 0) if unit.satuan == "persen" else unit.value(nilai)


def target_menengah(data: Data, kode: str) -> str:
    """Whether the medium-term and the national targets are met, and the distance to them."""
    sentences, unit = [], unit_of(data, kode)
    national = {one.nama for one in data.laporan.acuan_jenis("nasional")}
    for row in tabel_iv(data, kode).itertuples():
        kind = f"nasional ({row.acuan})" if row.acuan in national else row.acuan
        name = f"Target {kind}"
        if pd.isna(row.nilai):
            sentences.append(f"{name} tidak tercetak.")
        elif pd.isna(row.selisih):
            sentences.append(f"{name} sebesar {unit.value(row.nilai)}; realisasi tidak tercetak.")
        else:
            met = "sudah" if row.terpenuhi else "belum"
            sentences.append(
                f"{name} sebesar {unit.value(row.nilai)} {met} terpenuhi; jaraknya "
                f"{unit.distance(row.selisih)}."
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
