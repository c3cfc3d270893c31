"""Cooperatives (sasaran 1): activity by kind, rating, coverage."""

from lkjlib.data import Data
from lkjlib.themes.koperasi import tables
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """Cooperatives that passed, of all that are active."""
    passed = data.pemeringkatan["peringkat"].isin(data.laporan.kosakata["lulus"])
    return data.pemeringkatan.loc[passed, "koperasi"].sum(), data.koperasi["aktif"].sum()


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
