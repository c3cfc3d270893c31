"""Bounds of classes as the report labels them."""

import pytest

from lkjlib.errors import ParseError
from lkjlib.numbers.bounds import parse_bounds


@pytest.mark.parametrize(
    ("teks", "batas"),
    [
        ("Omzet Usaha Mikro <= Rp. 20.000.000,-", (None, 20_000_000)),
        ("Omzet Usaha Mikro > Rp. 20.000.000 s/d Rp. 30.000.000,-", (20_000_000, 30_000_000)),
        ("Omzet Usaha Mikro > Rp. 80.000.000", (80_000_000, None)),
        ("Kenaikan Omzet Usaha Mikro <= 10%", (None, 10)),
        ("Kenaikan Omzet Usaha Mikro > 10% s/d 20%", (10, 20)),
        ("Kenaikan Omzet Usaha Mikro > 40%", (40, None)),
        ("Omzet 2019 > 12,5 % s.d. 20 %", (12.5, 20)),
        (">419", (419, None)),
        ("340 – 419", (340, 419)),
        ("340-419", (340, 419)),
        ("<180", (None, 180)),
        ("≥ 5", (5, None)),
    ],
)
def test_parse_bounds_of_printed_label_gives_bounds(teks, batas):
    assert parse_bounds(teks) == batas


def test_parse_bounds_of_whole_numbers_gives_ints():
    assert [type(batas) for batas in parse_bounds("> 10% s/d 20%")] == [int, int]


@pytest.mark.parametrize(
    "teks",
    ["", "Total", "419", "419 – 340", "340 – 340", "<= 10 s/d 20", "> 1O%", "> 10 20", "> 1.23.4"],
)
def test_parse_bounds_of_doubtful_label_is_refused(teks):
    with pytest.raises(ParseError):
        parse_bounds(teks)
