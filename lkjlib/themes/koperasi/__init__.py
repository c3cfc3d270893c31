"""Cooperatives (sasaran 1): activity by kind, rating, coverage."""

from lkjlib.data import Data
from lkjlib.themes.koperasi.tables import FRAMES, LULUS, TABLES
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """Cooperatives that passed, of all that are active."""
    passed = data.pemeringkatan["peringkat"].isin(LULUS)
    return data.pemeringkatan.loc[passed, "koperasi"].sum(), data.koperasi["aktif"].sum()


THEME = Theme(
    "koperasi",
    "01-koperasi",
    TABLES,
    FRAMES,
    counts={"koperasi": _counts},
    bagian_word={
        "koperasi": (
            "koperasi.jenis",
            "koperasi.peringkat",
            "koperasi.cakupan",
            "keragaan-koperasi",
            "peringkat-koperasi",
            "cakupan-koperasi",
        )
    },
)
