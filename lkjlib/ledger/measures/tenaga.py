"""Measures of the labour force and of labour disputes (sasaran 3 and 4)."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.measures.indikator import Indicator, Indicators
from lkjlib.ledger.measures.measure import Measure, Measures, direction, exact, percent, slug
from lkjlib.rules.category import kategori
from lkjlib.themes.indikator.analysis import SKALA_LAPORAN
from lkjlib.themes.kasus.tables import ANJURAN, CAMPURAN, PB

_REGION = {"Provinsi Kalimantan Selatan": "provinsi"}
_CITY = "Kota Banjarbaru"


def measures(data: Data, known: Indicators) -> Measures:
    """Measures of sasaran 3 and 4."""
    yield from _kelompok(data)
    yield from _urutan(data, known["tpt"])
    yield from _perempuan(data)
    yield from _wilayah(data, known["tpt"])
    yield from _kasus(data, known["kasus"])


def _kelompok(data: Data) -> Measures:
    for rincian, groups in data.tenaga_kerja.groupby("rincian"):
        idle, force = int(groups["penganggur"].sum()), int(groups["angkatan_kerja"].sum())
        yield Measure(f"tpt.penganggur.{rincian}", idle, f"jumlah penganggur menurut {rincian}")
        yield Measure(f"tpt.angkatan_kerja.{rincian}", force, f"angkatan kerja menurut {rincian}")
    totals = data.tenaga_kerja.groupby("rincian")["penganggur"].sum()
    gap = int(totals.max() - totals.min())
    yield Measure("tpt.penganggur.selisih_rincian", gap, "selisih jumlah kedua rincian")
    by_sex = data.tenaga_kerja.query("rincian == 'jenis_kelamin'")
    for row in by_sex.itertuples():
        key = slug(row.kategori)
        yield Measure(f"tpt.penganggur.{key}", row.penganggur, f"penganggur {row.kategori}")
        rate = percent(row.penganggur, row.angkatan_kerja)
        yield Measure(f"tpt.tpt.{key}", rate, f"TPT {row.kategori}")
        working = row.angkatan_kerja - row.penganggur
        yield Measure(f"tpt.bekerja.{key}", working, f"bekerja, {row.kategori}")
    working = int((by_sex["angkatan_kerja"] - by_sex["penganggur"]).sum())
    yield Measure("tpt.bekerja.total", working, "angkatan kerja − penganggur")


def _urutan(data: Data, one: Indicator) -> Measures:
    by_sex = data.tenaga_kerja.query("rincian == 'jenis_kelamin'").set_index("kategori")
    largest = by_sex["penganggur"].idxmax()
    yield Measure("tpt.penganggur.jenis_kelamin_terbesar", largest, "penganggur terbanyak")
    yield from _laki_laki(by_sex)
    ranked = data.tenaga_kerja.query("rincian == 'pendidikan'").nlargest(2, "penganggur")
    for place, row in zip(("terbesar", "kedua"), ranked.itertuples(), strict=True):
        key = f"tpt.penganggur.pendidikan_{place}"
        yield Measure(key, row.kategori, f"pendidikan, penganggur {place}")
        yield Measure(f"{key}_orang", row.penganggur, f"penganggurnya, {place}")
    national = exact(
        data.pembanding.set_index(["kode", "acuan"])["nilai"].get(("tpt", "RPJMN 2019"))
    )
    persons = None if national is None else ceil(one.pembilang - national / 100 * one.penyebut)
    yield Measure("tpt.orang_ke_rpjmn", persons, "penganggur yang harus berkurang ke RPJMN")


def _laki_laki(by_sex: pd.DataFrame) -> Measures:
    """Most of the unemployed are men; is their rate the higher one?"""
    men, total = by_sex.loc["Laki-laki"], by_sex[["penganggur", "angkatan_kerja"]].sum()
    for key, column in (
        ("tpt.penganggur.pangsa_laki_laki", "penganggur"),
        ("tpt.pangsa_ak_laki_laki", "angkatan_kerja"),
    ):
        yield Measure(key, percent(men[column], total[column]), f"pangsa laki-laki, {column}")
    highest = (by_sex["penganggur"] / by_sex["angkatan_kerja"]).idxmax()
    yield Measure("tpt.jenis_kelamin_tpt_tertinggi", highest, "jenis kelamin dengan TPT tertinggi")


def _perempuan(data: Data) -> Measures:
    women = data.tpak.query("jenis_kelamin == 'Perempuan'").set_index("tahun")
    rates = {int(y): exact(v) for y, v in women["tpak"].items()}
    idle = {int(y): int(v) for y, v in women["penganggur"].items()}
    first, last = min(rates), max(rates)
    for year in (first, last):
        yield Measure(f"tpt.tpak_perempuan.{year}", rates[year], "TPAK perempuan, tercetak")
        yield Measure(f"tpt.penganggur_perempuan.{year}", idle[year], "penganggur perempuan")
    gain = idle[last] - idle[first]
    yield Measure("tpt.perubahan_penganggur_perempuan", gain, "tambahan penganggur perempuan")
    word = direction(idle[first], idle[last])
    yield Measure("tpt.arah_penganggur_perempuan", word, "arah penganggur perempuan")
    yield Measure("tpt.arah_tpak_perempuan", direction(rates[first], rates[last]), "arah TPAK")
    constant = idle[last] * rates[first] / rates[last]
    yield Measure(
        "tpt.perempuan.penganggur_bila_tpak_2018",
        constant,
        "penganggur bila TPAK tetap, dengan penduduk dan TPT tahun ini",
    )
    yield Measure("tpt.perempuan.efek_tpak", idle[last] - constant, "akibat hitung turunnya TPAK")
    force = data.tenaga_kerja.set_index("kategori")["angkatan_kerja"]["Perempuan"]
    people = Fraction(int(force)) / rates[last] * 100
    yield Measure("tpt.perempuan.penduduk_15", people, "angkatan kerja / TPAK")


def _wilayah(data: Data, one: Indicator) -> Measures:
    rates = {w: exact(v) for w, v in data.tpt_wilayah.set_index("wilayah")["tpt"].items()}
    city = one.nilai
    for name, rate in rates.items():
        if name == _CITY:
            continue
        key = _REGION.get(name, slug(name))
        yield Measure(f"tpt.wilayah.{key}", rate, f"TPT {name}, tercetak")
        word = "lebih tinggi" if city > rate else "lebih rendah"
        yield Measure(f"tpt.dibanding.{key}", word, f"Banjarbaru dibanding {name}")
    peers = [rate for name, rate in rates.items() if name not in (_CITY, *_REGION)]
    place = 1 + sum(rate > city for rate in peers)
    yield Measure("tpt.peringkat_wilayah", place, "peringkat TPT di antara kabupaten/kota")


def _kasus(data: Data, one: Indicator) -> Measures:
    cases = data.kasus
    ended = cases["hasil"]
    for key, count in (
        ("pb", (ended == PB).sum()),
        ("anjuran", (ended == ANJURAN).sum()),
        ("campuran", (ended == CAMPURAN).sum()),
        ("pb_termasuk_campuran", ended.str.contains(PB).sum()),
        ("anjuran_termasuk_campuran", ended.str.contains(ANJURAN).sum()),
    ):
        yield Measure(f"kasus.{key}", int(count), f"kasus, hasil {key.replace('_', ' ')}")
    companies = cases["perusahaan"].nunique()
    rate = percent(companies, one.penyebut)
    yield Measure("kasus.jumlah", len(cases), "banyaknya kasus")
    yield Measure("kasus.wajib_lapor", one.penyebut, "perusahaan wajib lapor")
    yield Measure("kasus.perusahaan", companies, "perusahaan berbeda")
    yield Measure("kasus.pekerja", int(cases["pekerja"].sum()), "pekerja pada semua kasus")
    yield Measure("kasus.realisasi_per_perusahaan", rate, "perusahaan berkasus / wajib lapor")
    result = one.capaian_dari(rate)
    yield Measure("kasus.capaian_per_perusahaan", result, "capaian per perusahaan")
    word = kategori(float(result), SKALA_LAPORAN)
    yield Measure("kasus.kategori_per_perusahaan", word, "kategori per perusahaan")
    yield Measure("kasus.satu_kasus_lagi", percent(len(cases) + 1, one.penyebut), "satu kasus lagi")
