"""New and coached firms (sasaran 2): their ratio, by kecamatan and bidang."""

from lkjlib.data import Data
from lkjlib.themes.theme import Theme
from lkjlib.themes.umkm.tables import FRAMES, RULES, TABLES


def _counts(data: Data) -> tuple:
    """New firms, and coached firms."""
    return data.umkm["baru"].sum(), data.umkm["binaan"].sum()


THEME = Theme(
    "umkm",
    "02-umkm",
    TABLES,
    FRAMES,
    RULES,
    counts={"wirausaha": _counts},
    bagian_word={
        "wirausaha": (
            "umkm.baru",
            "umkm.binaan",
            "umkm.kecamatan",
            "umkm-peta",
            "umkm-bidang",
        )
    },
)
