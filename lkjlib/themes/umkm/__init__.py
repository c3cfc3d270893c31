"""New and coached firms (sasaran 2): their ratio, by kecamatan and bidang."""

from lkjlib.data import Data, sum_of
from lkjlib.errors import LkjError
from lkjlib.numbers.format import is_missing
from lkjlib.themes.theme import Theme
from lkjlib.themes.umkm import tables


def _counts(data: Data) -> tuple:
    """New firms, and coached firms."""
    rows = data.baris("umkm")
    if all(is_missing(row["baru"]) for row in rows):
        raise LkjError("tidak ada UMKM baru pada laporan ini: lembar 'UMKM Baru' tidak ada")
    return sum_of(rows, "baru"), sum_of(rows, "binaan")


THEME = Theme(
    "umkm",
    "02-umkm",
    tables.tables,
    tables.frames,
    tables.rules,
    counts={tables.HITUNGAN: _counts},
    satuan_cacah={tables.HITUNGAN: "UMKM baru"},
    bagian_word=(
        "umkm.kecamatan",
        "umkm-peta",
    ),
)
