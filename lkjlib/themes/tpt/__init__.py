"""Unemployment (sasaran 3): groups, regions, what a survey lets one tell."""

from lkjlib.data import Data
from lkjlib.themes.theme import Theme
from lkjlib.themes.tpt import tables
from lkjlib.themes.tpt.analysis import kelompok


def _counts(data: Data) -> tuple:
    """Unemployed, and labour force."""
    groups = kelompok(data)
    by_sex = groups[groups["rincian"] == "jenis_kelamin"]
    return by_sex["penganggur"].sum(), by_sex["angkatan_kerja"].sum()


THEME = Theme(
    "tpt",
    "03-tpt",
    tables.tables,
    tables.frames,
    tables.rules,
    counts={tables.HITUNGAN: _counts},
    satuan_cacah={tables.HITUNGAN: "penganggur"},
    buku_lain=("07-eksplorasi-tpt",),
    bagian_word=(
        "tpt.pendidikan",
        "tpt.jenis_kelamin",
        "representasi-tpt",
        "wilayah-tpt",
    ),
)
