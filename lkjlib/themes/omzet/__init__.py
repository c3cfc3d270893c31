"""Sales of the coached micro firms (sasaran 2): growth of the total, classes."""

from lkjlib.data import Data
from lkjlib.themes.omzet import tables
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """What sales grew by, and sales of the year before [rupiah]."""
    sales = {row["tahun"]: row["omzet"] for row in data.baris("omzet")}
    return sales[data.tahun] - sales[data.tahun - 1], sales[data.tahun - 1]


THEME = Theme(
    "omzet",
    "02-umkm",
    tables.tables,
    tables.frames,
    tables.rules,
    counts={tables.HITUNGAN: _counts},
    satuan_cacah={tables.HITUNGAN: "rupiah kenaikan omzet"},
    bagian_word=(
        "omzet-rupiah",
        "omzet.kelas",
        "omzet.kenaikan",
        "omzet-kenaikan",
    ),
)
