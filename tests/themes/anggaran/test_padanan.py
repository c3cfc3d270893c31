"""Names that two sources spell differently: paired by a stated rule or refused."""

import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.anggaran.padanan import AMBANG_KEMIRIPAN, padankan_program


def test_padankan_program_pairs_by_similarity_and_says_how_sure():
    frame = padankan_program(
        ["Program Iklim Usaha Konduksif"], ["Program Iklim Usaha Kondusif", "Program Koperasi"]
    )
    row = frame.iloc[0]
    assert row["acuan"] == "Program Iklim Usaha Kondusif"
    assert row["kemiripan"] >= AMBANG_KEMIRIPAN > row["kemiripan_kedua"]
    assert not row["sama"]


def test_padankan_program_ignores_capitals_and_spacing():
    frame = padankan_program(["program  KOPERASI"], ["Program Koperasi"])
    assert frame["kemiripan"].tolist() == [1.0]


@pytest.mark.parametrize(
    ("nama", "acuan"),
    [
        (["Program Koperasi"], ["Program Tenaga Kerja"]),  # none is like it
        (["Program Usaha Mikro A"], ["Program Usaha Mikro B", "Program Usaha Mikro C"]),  # two are
        (["Program Koperasi"], []),
    ],
)
def test_padankan_program_without_single_partner_is_refused(nama, acuan):
    with pytest.raises(LkjError, match="tepat satu padanan"):
        padankan_program(nama, acuan)


def test_padankan_program_two_names_for_one_partner_are_refused():
    with pytest.raises(LkjError, match="padanan yang sama"):
        padankan_program(["Program Usaha A", "Program Usaha B"], ["Program Usaha C"])
