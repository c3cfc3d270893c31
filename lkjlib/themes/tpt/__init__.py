"""Unemployment (sasaran 3): groups, regions, what a survey lets one tell."""

from lkjlib.data import Data
from lkjlib.themes.theme import Theme
from lkjlib.themes.tpt.tables import FRAMES, RULES, TABLES


def _counts(data: Data) -> tuple:
    """Unemployed, and labour force."""
    groups = data.tenaga_kerja
    by_sex = groups[groups["rincian"] == "jenis_kelamin"]
    return by_sex["penganggur"].sum(), by_sex["angkatan_kerja"].sum()


THEME = Theme(
    "tpt",
    "03-tpt",
    TABLES,
    FRAMES,
    RULES,
    counts={"tpt": _counts},
    bagian_word={
        "tpt": (
            "tpt.pendidikan",
            "tpt.jenis_kelamin",
            "representasi-tpt",
            "bagian-perempuan",
            "wilayah-tpt",
        )
    },
)
