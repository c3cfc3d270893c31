"""Cooperatives (sasaran 1): activity by kind, rating, coverage."""

from lkjlib.data import Data, sum_of
from lkjlib.themes.koperasi import tables
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """Cooperatives that passed, of all that are active."""
    rated, passing = data.baris("pemeringkatan"), data.laporan.kosakata["lulus"]
    passed = [row for row in rated if row["peringkat"] in passing]
    return sum_of(passed, "koperasi"), sum_of(data.baris("koperasi"), "aktif")


THEME = Theme(
    "koperasi",
    "01-koperasi",
    tables.tables,
    tables.frames,
    tables.rules,
    counts={tables.HITUNGAN: _counts},
    satuan_cacah={tables.HITUNGAN: "koperasi lulus"},
    bagian_word=(
        "koperasi.keragaan",
        "koperasi.peringkat",
        "cakupan-koperasi",
    ),
)
