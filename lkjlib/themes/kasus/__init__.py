"""Labour disputes (sasaran 4): outcomes, units of counting, margin to the target."""

from lkjlib.data import Data
from lkjlib.numbers.exact import banyak
from lkjlib.themes.kasus import tables
from lkjlib.themes.theme import Theme


def _counts(data: Data) -> tuple:
    """Cases, and companies that must report."""
    companies = {row["tahun"]: row["perusahaan"] for row in data.baris("wajib_lapor")}
    return banyak(row["nomor"] for row in data.baris("kasus")), companies[data.tahun]


THEME = Theme(
    "kasus",
    "04-kasus",
    tables.tables,
    tables.frames,
    counts={tables.HITUNGAN: _counts},
    satuan_cacah={tables.HITUNGAN: "kasus"},
    bagian_word=(
        "kasus.daftar",
        "kasus.hasil",
        "satuan-kasus",
    ),
)
