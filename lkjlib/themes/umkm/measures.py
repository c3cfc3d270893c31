"""Measures of new and coached firms; `data` is the exact one."""

from lkjlib.data import Data
from lkjlib.themes.measure import Measure, Measures, per_group, per_row, totals
from lkjlib.themes.umkm.analysis import UKURAN, bukan_bagian, pangsa_bidang, rasio_menurut
from lkjlib.themes.umkm.sensitivity import KODE, kepekaan, rentang_efek


def measures(data: Data) -> Measures:
    """Firms as printed, ratios and shares, what hangs on a few firms, counts of the past."""
    yield from totals("umkm", data.umkm, UKURAN)
    for level in ("kecamatan", "bidang"):
        yield from per_group("umkm", data.umkm, level, UKURAN)
        ratios = rasio_menurut(data, level).iloc[:-1]
        yield from per_row(f"rasio_{level}", ratios, [level], ("rasio", "rasio_tanpa"))
    yield from per_row("kepekaan", kepekaan(data), ["uraian"], ("baru", "binaan"))
    yield from _shares(data)
    yield from _populations(data)
    yield from _past(data)


def _shares(data: Data) -> Measures:
    """Shares of the bidang, and which is the largest among the new firms."""
    shares = pangsa_bidang(data)
    columns = ("bagian_baru", "bagian_binaan", "selisih")
    yield from per_row("pangsa_bidang", shares, ["bidang"], columns)
    largest, counts = shares["bidang"].iloc[0], tuple(shares["baru"])
    yield Measure("pangsa_bidang.jumlah", len(shares), "bidang usaha", dari=counts)
    definition = "bidang UMKM baru terbanyak"
    yield Measure("umkm.baru.bidang_terbesar", largest, definition, dari=counts)


def _populations(data: Data) -> Measures:
    """Whether the new firms can be a part of the coached ones, cell by cell."""
    cells = bukan_bagian(data)
    counts = tuple(cells[list(UKURAN)].to_numpy().ravel())
    yield Measure("bukan_bagian.jumlah", len(cells), "sel dengan baru > binaan", dari=counts)
    word = "rasio" if len(cells) else "persentase"
    definition = "persentase bila baru dapat bagian dari binaan"
    yield Measure("umkm.bentuk_ukuran", word, definition, dari=counts)


def _past(data: Data) -> Measures:
    """How many counts the printed percentage of a past year allows, and their break-even."""
    results = data.kinerja
    printed = results[results["kode"] == KODE].set_index("tahun")["realisasi"]
    binaan = data.umkm["binaan"].sum()
    for row in rentang_efek(data).itertuples():
        for name in ("pasangan", "binaan_impas"):
            key, definition = f"rentang_efek.{name}.{row.tahun}", f"{name}, {row.tahun}"
            counts = (printed[row.tahun], binaan)
            yield Measure(key, getattr(row, name), definition, dari=counts)
