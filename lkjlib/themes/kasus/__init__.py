"""Labour disputes (sasaran 4): outcomes, units of counting, margin to the target."""

from lkjlib.data import Data
from lkjlib.themes.kasus.tables import FRAMES, TABLES
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """Cases, and companies that must report."""
    return len(data.kasus), data.wajib_lapor.set_index("tahun")["perusahaan"][data.tahun]


THEME = Theme(
    "kasus",
    "04-kasus",
    TABLES,
    FRAMES,
    counts={"kasus": _counts},
)
