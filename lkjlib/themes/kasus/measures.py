"""Measures of the disputes; `data` is the exact one."""

from lkjlib.data import Data
from lkjlib.numbers.exact import banyak
from lkjlib.numbers.format import is_missing
from lkjlib.rules.category import kategori
from lkjlib.themes.indikator.units import of_indicator
from lkjlib.themes.kasus.analysis import (
    PENYEBUT_MAKS,
    ambang,
    hasil,
    penyelesaian,
    per_perusahaan,
    satuan,
    tersembunyi,
    wajib_lapor,
)
from lkjlib.themes.kasus.tables import HITUNGAN, settled
from lkjlib.themes.measure import Measure, Measures, label, per_row, ranked


def measures(data: Data) -> Measures:
    """Cases, outcomes, units of counting, the margin to the target, counts of the year before."""
    cases = banyak(data.kasus["nomor"])
    yield Measure("kasus.jumlah", cases, "banyaknya kasus")
    one_more = (cases + 1) / wajib_lapor(data) * 100
    yield Measure("kasus.jumlah.satu_kasus_lagi", cases + 1, "bila ada satu kasus lagi")
    yield Measure("kasus.persen.satu_kasus_lagi", one_more, "bila ada satu kasus lagi")
    yield from per_row("wajib_lapor", data.wajib_lapor, ["tahun"], ("perusahaan",))
    outcomes = ("kasus", "perusahaan", "pekerja", "bagian_kasus", "bagian_pekerja")
    yield from per_row("hasil", hasil(data), ["hasil"], outcomes)
    settled = ("jumlah", "pb", "campuran", "persen_bawah", "persen_atas")
    frame = penyelesaian(data)
    frame["maks"] = frame["pb"] + frame["campuran"]
    yield from per_row("penyelesaian", frame, ["satuan"], (*settled, "maks"))
    companies = ("kasus", "pekerja", "bagian_kasus", "bagian_pekerja", "bentuk")
    yield from per_row("per_perusahaan", per_perusahaan(data), ["perusahaan"], companies)
    yield from _companies(data)
    yield from _units(data)
    margin = ("kasus_sisa", "perusahaan_min", "perusahaan_sisa")
    yield from per_row("ambang", ambang(data), ["acuan"], margin)
    yield from _past(data)


def _companies(data: Data) -> Measures:
    """The company with most cases, that with most workers, and parties of another legal form."""
    firms = per_perusahaan(data)
    columns = ("perusahaan", "kasus", "pekerja", "bagian_kasus", "hasil")
    yield from ranked("kasus_terbanyak", firms, columns)
    ends = firms["hasil"].iloc[0].split(", ")
    done = sum(ends.count(word) for word in settled(data.laporan))
    words = "kasusnya yang selesai dengan PB saja"
    yield Measure("kasus_terbanyak.hanya_pb.1", done, words, dari=(firms["kasus"].iloc[0],))
    by_workers = firms.sort_values("pekerja", ascending=False, kind="stable")
    yield from ranked("pekerja_terbanyak", by_workers, columns, 1)
    other = firms[firms["bentuk"] == "lainnya"]
    counts = tuple(firms["kasus"])
    cases = other["kasus"].sum()
    yield Measure(
        "bentuk_lain.perusahaan.jumlah", len(other), "pihak bukan PT atau CV", dari=counts
    )
    yield Measure("bentuk_lain.kasus.jumlah", cases, "kasus pihak bukan PT atau CV")
    names = ", ".join(other["perusahaan"]) or None
    yield Measure("bentuk_lain.perusahaan.nama", names, "namanya", dari=counts)
    fewer = (banyak(data.kasus["nomor"]) - cases) / wajib_lapor(data) * 100
    yield Measure("bentuk_lain.persen.tanpa", fewer, "kasus per perusahaan tanpa pihak itu, persen")


def _units(data: Data) -> Measures:
    """What companies, cases and workers would say, with the category of each."""
    frame = satuan(data)
    yield from per_row("satuan", frame, ["satuan"], ("jumlah", "per_100", "capaian"))
    for unit, value in zip(frame["satuan"], frame["capaian"], strict=True):
        word, words = kategori(value, data.laporan.skala), f"kategori bila {unit} yang dihitung"
        yield Measure(f"satuan.kategori.{unit}", word, words, dari=(value,))


def _past(data: Data) -> Measures:
    """How many fractions print as the year before does, their range, and the nearest one."""
    year = data.tahun - 1
    past = tersembunyi(data)
    past = past[past["tahun"] == year]
    results = of_indicator(data, "kinerja", data.kode(HITUNGAN))
    known = (row["realisasi"] for row in results if row["tahun"] == year)
    printed = tuple(result for result in known if not is_missing(result))
    near = past.loc[past["selisih_penyebut"].abs().idxmin()] if len(past) else None
    for name, value in (
        ("penyebut_batas", PENYEBUT_MAKS),
        ("jumlah", len(past)),
        ("pembilang_min", past["pembilang"].min() if len(past) else None),
        ("pembilang_maks", past["pembilang"].max() if len(past) else None),
        ("pembilang_terdekat", None if near is None else near["pembilang"]),
        ("penyebut_terdekat", None if near is None else near["penyebut"]),
    ):
        key, words = f"hitungan_kasus.{name}.{year}", label(name)
        yield Measure(key, value, f"{words} yang tercetak demikian, {year}", dari=printed)
