"""New and coached firms (sasaran 2): their ratio, by kecamatan and bidang."""

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.themes.theme import Theme
from lkjlib.themes.umkm import tables


def _counts(data: Data) -> tuple:
    """New firms, and coached firms."""
    if data.umkm["baru"].isna().all():
        raise LkjError("tidak ada UMKM baru pada laporan ini: lembar 'UMKM Baru' tidak ada")
    return data.umkm["baru"].sum(), data.umkm["binaan"].sum()


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
