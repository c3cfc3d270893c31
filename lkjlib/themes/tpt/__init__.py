"""Unemployment (sasaran 3): groups, regions, what a survey lets one tell."""

from lkjlib.data import Data, sum_of
from lkjlib.themes.theme import Theme
from lkjlib.themes.tpt import tables


def _counts(data: Data) -> tuple:
    """Unemployed, and labour force."""
    by_sex = [
        row
        for row in data.baris("tenaga_kerja")
        if row["rincian"] == "jenis_kelamin"
        and row["tahun"] == data.tahun
        and data.laporan.di_sini(row["wilayah"])
    ]
    return sum_of(by_sex, "penganggur"), sum_of(by_sex, "angkatan_kerja")


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
