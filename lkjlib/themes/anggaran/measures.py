"""Measures of the budget; `data` is the exact one.

Programmes go by their short name; a kegiatan by that and its own, which several programmes share.
"""

from collections.abc import Iterable
from itertools import chain
from operator import itemgetter

import pandas as pd

from lkjlib.data import Data, grouped, rows_of, sum_of
from lkjlib.numbers.compare import COCOK
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import is_missing
from lkjlib.themes.anggaran.efficiency import efisiensi_sasaran, serapan_capaian
from lkjlib.themes.anggaran.sources import (
    beda_nama,
    nama_program,
    per_sasaran,
    tidak_tercantum,
    tiga_sumber,
)
from lkjlib.themes.anggaran.spending import (
    belanja,
    fisik,
    jumlah_pembentuk,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    sisa_anggaran,
)
from lkjlib.themes.measure import (
    Measure,
    Measures,
    Row,
    label,
    per_row,
    plain,
    ranked,
    slug,
    totals,
)

_MONEY = ("alokasi", "realisasi", "saldo")
_SPENT = ("anggaran", "realisasi", "sisa", "serapan", "bagian")


def measures(data: Data) -> Measures:
    """Programmes and kegiatan, kinds of spending, three sources, money left, efficiency."""
    rows = data.anggaran
    yield from totals("anggaran", rows, _MONEY)
    share = rows["realisasi"].sum() / rows["alokasi"].sum() * 100
    yield Measure("anggaran.serapan.total", share, "realisasi / alokasi, semua program")
    yield from _programmes(data)
    yield from _activities(data)
    yield from _physical(data)
    yield from _unspent(data)
    if "belanja" in data.frames:
        yield from per_row("belanja", belanja(data), ["kelompok", "uraian"], _SPENT)
        yield from per_row("sisa_anggaran", sisa_anggaran(data), ["kelompok"], _SPENT)
    if {"perjanjian_anggaran", "anggaran_sasaran"} <= set(data.frames):
        yield from _sources(data)
        yield from _efficiency(data)
    yield from _printed_shares(data)


def _programmes(data: Data) -> Measures:
    frame = _short(serapan(data))
    columns = (*_MONEY, "serapan", "bagian")
    yield from per_row("program", frame, ["program"], columns, peringkat=["serapan"])
    groups = _by_program(data)
    for number, (name, members) in enumerate(groups.items(), start=1):
        count = _count(data, "kegiatan", (row["baris"] for row in members))
        key = f"program.jumlah_kegiatan.{slug(nama_program(name))}"
        yield Measure(key, count, f"kegiatan, {name}")
        yield _name(data, "program", members[0]["baris"], number, name)
    firsts = (members[0]["baris"] for members in groups.values())
    yield Measure("program.jumlah", _count(data, "program", firsts), "banyaknya program")
    low = frame.loc[frame["serapan"].idxmin()]
    word = "program yang serapannya terendah"
    yield Measure("program.serapan_terendah", low["program"], word, dari=(low["serapan"],))
    yield from ranked(
        "program_terendah", frame.loc[[low.name]], ("program", "alokasi", "serapan"), 1
    )
    by_rest = frame.sort_values("saldo", ascending=False, kind="stable")
    yield from ranked("saldo_program", by_rest, ("program", "saldo"))
    rest = frame["serapan"].drop(low.name)
    for name, value in (("jumlah", len(rest)), ("min", rest.min()), ("maks", rest.max())):
        yield Measure(
            f"program_lain.serapan.{name}", value, "serapan program lain", dari=tuple(rest)
        )


def _activities(data: Data) -> Measures:
    frame = _short(serapan(data, "kegiatan"))
    yield from per_row("kegiatan", frame, ["program", "kegiatan"], (*_MONEY, "serapan"))
    rows = rows_of(data.anggaran)
    names = [str(row["kegiatan"]) for row in rows]
    for row, name in enumerate(names):
        yield _name(data, "kegiatan", row, row + 1, name)
    bought = [row for row, name in zip(rows, names, strict=True) if name.startswith("Pengadaan")]
    for name in _MONEY:
        key = f"anggaran.{name}.pengadaan"
        yield Measure(key, sum_of(bought, name), f"{name} kegiatan Pengadaan")
    rated = (row for row, name in enumerate(names) if "pemeringkatan" in name.lower())
    count = _count(data, "kegiatan", rated)
    yield Measure("anggaran.jumlah.pemeringkatan", count, "kegiatan pemeringkatan")


def _physical(data: Data) -> Measures:
    """The mean of "fisik" where it is printed, and how many kegiatan print none."""
    programmes = _by_program(data)
    every = chain.from_iterable(programmes.values())
    groups = {"total": sorted(every, key=itemgetter("baris"))}
    groups |= {slug(nama_program(name)): programmes[name] for name in sorted(programmes)}
    for key, part in groups.items():
        filled = [row["fisik"] for row in part if not is_missing(row["fisik"])]
        mean = sum(filled) / len(filled) if filled else None
        place = "anggaran" if key == "total" else "program"
        yield Measure(f"{place}.fisik.{key}", mean, "rata-rata fisik yang terisi")
        whole = mean if len(filled) == len(part) else None
        yield Measure(f"{place}.fisik_lengkap.{key}", whole, "rata-rata fisik, tanpa yang kosong")
        blank = (row["baris"] for row in part if is_missing(row["fisik"]))
        missing = _count(data, "kegiatan", blank)
        yield Measure(f"{place}.fisik_kosong.{key}", missing, "kegiatan tanpa fisik")


def _sources(data: Data) -> Measures:
    yield from totals("perjanjian_anggaran", data.perjanjian_anggaran, ("anggaran",))
    frame = _short(tiga_sumber(data))
    money = ("anggaran_pk", "pagu_sasaran", "alokasi_kurang_pk", "pagu_kurang_alokasi")
    yield from per_row("tiga_sumber", frame, ["program"], money)
    moved = frame[frame["anggaran_pk"].notna() & (frame["alokasi_kurang_pk"] != 0)]
    yield Measure(
        "tiga_sumber.jumlah_berbeda",
        len(moved),
        "program yang anggarannya pada PK berbeda dari tabel realisasi",
        dari=tuple(moved["alokasi_kurang_pk"]),
    )
    yield from ranked("program_bergeser", moved, ("program", "alokasi_kurang_pk"), 3)
    promised = frame[frame["anggaran_pk"].notna()]
    amounts = tuple(promised["anggaran_pk"])
    yield Measure("program_pk.jumlah.semua", len(promised), "program pada PK", dari=amounts)
    for name in ("anggaran_pk", "alokasi", "alokasi_kurang_pk"):
        yield Measure(f"program_pk.{name}.total", promised[name].sum(), f"jumlah {label(name)}")
    spelt = len(beda_nama(data))
    yield Measure(
        "beda_nama.jumlah.program", spelt, "nama program yang dieja berbeda", dari=amounts
    )
    objectives = per_sasaran(data)
    columns = ("jumlah_program", "jumlah_kegiatan", *_MONEY, "serapan", "bagian")
    yield from per_row("per_sasaran", objectives, ["sasaran"], columns)
    missing = tidak_tercantum(data)
    yield from totals("tidak_tercantum", missing, ("alokasi",))
    share = missing["alokasi"].sum() / objectives["alokasi"].sum() * 100
    yield Measure("tidak_tercantum.bagian.total", share, "bagian anggaran sasaran, persen")
    amounts = tuple(missing["alokasi"])
    whole = missing.loc[missing["seprogram"], "program"].map(nama_program).unique()
    for name, values in (("kegiatan", missing["kegiatan"]), ("program_utuh", whole)):
        listed = "; ".join(values) or None
        yield Measure(f"tidak_tercantum.{name}.nama", listed, label(name), dari=amounts)
        key = f"tidak_tercantum.{name}.jumlah"
        yield Measure(key, len(values), f"banyaknya {label(name)}", dari=amounts)
    left_out = grouped(missing, "sasaran")
    for sasaran in objectives["sasaran"]:
        amounts = tuple(row["alokasi"] for row in left_out.get(sasaran, ()))
        key, words = f"tidak_tercantum.alokasi.{slug(sasaran)}", "yang tidak tercantum"
        yield Measure(key, sum(amounts), f"alokasi {words}, {sasaran}")
        key = f"tidak_tercantum.kegiatan.{slug(sasaran)}"
        yield Measure(key, len(amounts), f"kegiatan {words}, {sasaran}", dari=amounts)


def _unspent(data: Data) -> Measures:
    """How few kegiatan make half and four fifths of all money left, and how many leave none."""
    frame = konsentrasi_saldo(data)
    for persen in (50, 80):
        few = frame.head(jumlah_pembentuk(frame, persen))
        words = f"kegiatan terbesar yang membentuk {persen} persen saldo"
        number = f"konsentrasi_saldo.jumlah.pembentuk_{persen}"
        yield Measure(number, len(few), words, dari=tuple(few["saldo"]))
        for name in ("saldo", "bagian"):
            key = f"konsentrasi_saldo.{name}.pembentuk_{persen}"
            yield Measure(key, few[name].sum(), f"{name}, {words}")
    spent = frame.loc[frame["saldo"] == 0, "saldo"]
    key, words = "konsentrasi_saldo.jumlah.habis", "kegiatan yang habis terserap"
    yield Measure(key, len(spent), words, dari=tuple(spent))


def _efficiency(data: Data) -> Measures:
    """Three readings of efficiency, absorption beside capaian, and whose are the extremes."""
    results = serapan_capaian(data)
    yield from per_row("serapan_capaian", results, ["kode"], ("serapan",))
    readings = ("capaian", "serapan", "capaian_kurang_serapan", "pmk", "sisa")
    frame = efisiensi_sasaran(data)
    yield from per_row("efisiensi_sasaran", frame, ["sasaran"], readings)
    by_absorption = frame.sort_values("serapan", kind="stable")
    yield from ranked("efisiensi_serapan_terendah", by_absorption, ("indikator", *readings), 1)
    by_form = frame.sort_values("pmk", kind="stable")
    yield from ranked("efisiensi_pmk_terendah", by_form, ("indikator", *readings), 1)
    for name in ("capaian_kurang_serapan", "pmk"):
        row = frame.sort_values(name, ascending=False, kind="stable").iloc[0]
        key = f"efisiensi_terbesar.indikator.{name}"
        yield Measure(key, row["indikator"], f"{label(name)} terbesar", dari=(row[name],))
    columns = ("sasaran", "indikator", "serapan", "capaian_dihitung")
    yield from ranked("serapan_terendah", results.sort_values("serapan", kind="stable"), columns, 1)
    by_result = results.sort_values("capaian_dihitung", kind="stable")
    yield from ranked("capaian_terendah", by_result, columns, 1)


def _printed_shares(data: Data) -> Measures:
    """How many printed percentages of absorption agree with their rupiah; what "fisik" tells."""
    frame = periksa_serapan(plain(data))
    spent, right = tuple(data.anggaran["realisasi"]), int(frame["vonis"].eq(COCOK).sum())
    yield Measure("periksa_serapan.sesuai.kegiatan", right, "persentase yang sesuai", dari=spent)
    yield Measure("periksa_serapan.jumlah.kegiatan", len(frame), "persentase tercetak", dari=spent)
    values = fisik(data).dropna(subset="fisik")
    known = values.sort_values("jumlah_kegiatan", ascending=False, kind="stable")
    columns = ("fisik", "jumlah_kegiatan", "serapan_min", "serapan_maks")
    yield from ranked("fisik", known, columns, 1)
    printed = tuple(data.anggaran["fisik"].dropna())
    yield Measure("fisik.banyak.angka", len(values), "angka fisik yang berbeda", dari=printed)


def _by_program(data: Data) -> dict[str, list[Row]]:
    """The rows of each programme, in the report's order; `baris` says which each is."""
    return grouped(data.anggaran.reset_index(names="baris"), "program")


def _short(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(program=frame["program"].map(nama_program))


def _name(data: Data, kolom: str, baris: int, nomor: int, nama: str) -> Measure:
    """A name by its place in the table, with the cell that prints it."""
    key, words = f"{kolom}.nama.{nomor}", f"nama {kolom} {nomor}"
    return Measure(key, nama, words, dari=(_count(data, kolom, [baris]),), disalin=True)


def _count(data: Data, kolom: str, baris: Iterable[int]) -> Exact:
    """How many rows of the programme table: a count that rests on their names' cells."""
    return sum((Exact(1, data.asal("anggaran", row, kolom)) for row in baris), Exact(0))
