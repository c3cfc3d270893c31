"""Measures of new and coached firms; `data` is the exact one."""

from math import floor

from lkjlib.data import Data, by_key
from lkjlib.numbers.exact import exactly
from lkjlib.themes.indikator.counts import tercetak_per_tahun
from lkjlib.themes.measure import Measure, Measures, per_group, per_row, ranked, totals, yes
from lkjlib.themes.umkm.analysis import (
    UKURAN,
    bauran,
    bukan_bagian,
    pangsa_bidang,
    peringkat,
    rasio_menurut,
)
from lkjlib.themes.umkm.sensitivity import hitungan_lalu, kepekaan
from lkjlib.themes.umkm.tables import HITUNGAN


def measures(data: Data) -> Measures:
    """Firms as printed, ratios and shares, what hangs on a few firms, counts of the past."""
    yield from totals("umkm", data.umkm, UKURAN)
    for level in ("kecamatan", "bidang"):
        yield from per_group("umkm", data.umkm, level, UKURAN)
        ratios = rasio_menurut(data, level).iloc[:-1]
        yield from per_row(f"rasio_{level}", ratios, [level], ("rasio", "rasio_tanpa"))
    yield from _spare(data)
    yield from _shares(data)
    yield from _populations(data)
    yield from _mix(data)
    yield from _past(data)


def _spare(data: Data) -> Measures:
    """What the target asks for, and how many firms more and fewer still meet it."""
    frame = kepekaan(data).set_index("uraian", drop=False)
    yield from per_row("kepekaan", frame, ["uraian"], ("baru", "binaan"))
    now, least = frame.loc["hasil"], frame.loc["baru paling sedikit untuk target", "baru"]
    most = frame.loc["binaan paling banyak untuk target", "binaan"]
    yield Measure("kepekaan.sisa.baru", now["baru"] - least, "UMKM baru di atas yang diperlukan")
    yield Measure("kepekaan.sisa.binaan", most - now["binaan"], "UMKM binaan sampai target luput")


def _mix(data: Data) -> Measures:
    """Kecamatan by what is recorded against what their mix of bidang gives, and by ratio; cells."""
    compared = peringkat(data)
    yield from ranked("sel", compared, ("kecamatan", "bidang", "rasio"))
    counts = tuple(compared["binaan"])
    left = len(data.umkm) - len(compared)
    yield Measure("sel.tidak_diperbandingkan.jumlah", left, "sel yang terlalu kecil", dari=counts)
    mix, without = bauran(data), by_key(rasio_menurut(data), "kecamatan", "rasio_tanpa")
    columns = ("kecamatan", "baru", "binaan", "rasio", "terharap", "indeks")
    yield from ranked("bauran", mix, columns)
    yield Measure(
        "bauran.rasio_tanpa.1", without[mix["kecamatan"].iloc[0]], "rasio tanpa yang teratas"
    )
    last = mix.iloc[-1]
    for name in ("kecamatan", "indeks"):
        yield Measure(
            f"bauran.{name}.terendah", last[name], f"{name} terendah", dari=(last["indeks"],)
        )
    by_ratio = mix.sort_values("rasio", ascending=False, kind="stable")
    yield from ranked("rasio_urutan", by_ratio, ("kecamatan", "rasio"))


def _shares(data: Data) -> Measures:
    """Shares of the bidang, and which is the largest among the new firms."""
    shares = pangsa_bidang(data)
    columns = ("bagian_baru", "bagian_binaan", "selisih")
    yield from per_row("pangsa_bidang", shares, ["bidang"], columns)
    largest, counts = shares["bidang"].iloc[0], tuple(shares["baru"])
    yield Measure("pangsa_bidang.jumlah", len(shares), "bidang usaha", dari=counts)
    definition = "bidang UMKM baru terbanyak"
    yield Measure("umkm.baru.bidang_terbesar", largest, definition, dari=counts)
    yield from ranked("pangsa_urutan", shares, ("bidang", "baru", *columns))
    short = floor(exactly(shares["baru"].sum()) / 2) + 1 - shares["baru"].iloc[0]
    yield Measure("pangsa_urutan.kurang_mayoritas.1", short, "UMKM yang kurang untuk mayoritas")


def _populations(data: Data) -> Measures:
    """Whether the new firms can be a part of the coached ones, cell by cell."""
    cells = bukan_bagian(data)
    counts = tuple(cells[list(UKURAN)].to_numpy().ravel())
    yield Measure("bukan_bagian.jumlah", len(cells), "sel dengan baru > binaan", dari=counts)
    word = "rasio" if len(cells) else "persentase"
    definition = "persentase bila baru dapat bagian dari binaan"
    yield Measure("umkm.bentuk_ukuran", word, definition, dari=counts)
    yield from ranked("bukan_bagian", cells, ("kecamatan", "bidang", "baru", "binaan"), 1)


def _past(data: Data) -> Measures:
    """How many counts the printed percentage of a past year allows, and their break-even."""
    binaan = data.umkm["binaan"].sum()
    for year, text, printed in tercetak_per_tahun(data, data.kode(HITUNGAN)):
        if year < data.tahun:
            known, counts = hitungan_lalu(data, text), (printed, binaan)
            for name, value in (("pasangan", known.pasangan), ("binaan_impas", known.binaan_impas)):
                key, definition = f"rentang_efek.{name}.{year}", f"{name}, {year}"
                yield Measure(key, value, definition, dari=counts)
            key = f"rentang_efek.binaan_tetap.{year}"
            words = "dapatkah binaan sekarang memberi angka itu"
            yield Measure(key, yes(known.binaan_tetap), words, dari=counts)
