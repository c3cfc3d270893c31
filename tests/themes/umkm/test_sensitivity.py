"""What hangs on a few firms, and what the printed ratios of past years leave open."""

from fractions import Fraction

import pytest

from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.themes.umkm.sensitivity import kepekaan, rentang_efek


def test_kepekaan_least_new_firms_stand_right_at_the_target(data):
    rows = kepekaan(data).set_index("uraian")
    target = Fraction(2397, 10000)  # Tabel I: 23,97 %
    least = int(rows.loc["baru paling sedikit untuk target", "baru"])
    most = int(rows.loc["binaan paling banyak untuk target", "binaan"])
    assert (least, most) == (443, 1910)
    assert Fraction(least, 1845) >= target > Fraction(least - 1, 1845)
    assert Fraction(458, most) >= target > Fraction(458, most + 1)


def test_kepekaan_a_new_firm_raises_and_a_coached_one_lowers_the_ratio(data):
    change = kepekaan(data).set_index("uraian")["perubahan"]
    assert change["satu UMKM baru lagi"] == pytest.approx(100 / 1845)
    assert change["satu UMKM binaan lagi"] < 0


def test_rentang_efek_counts_the_pairs_and_excludes_this_years_denominator(data):
    frame = rentang_efek(data).set_index("tahun")
    assert frame["pasangan"].to_dict() == {
        2017: len(pecahan_mungkin("11,51", 1845)),
        2018: len(pecahan_mungkin("19,31", 1845)),
    }
    assert pecahan_mungkin("11,51", 1845, minimal=1845) == []
    assert pecahan_mungkin("19,31", 1845, minimal=1845) == []
    assert not frame["binaan_tetap"].any()


def test_rentang_efek_break_even_is_the_first_pair_with_as_many_new_firms(data):
    least = rentang_efek(data).set_index("tahun").loc[2018, "binaan_impas"]
    pairs = pecahan_mungkin("19,31", 2400, minimal=2300)
    assert least == min(d for n, d in pairs if n >= 458)


def test_rentang_efek_with_more_coached_firms_allows_more_pairs(data):
    narrow, wide = rentang_efek(data), rentang_efek(data, maks=2500)
    assert (wide["pasangan"] > narrow["pasangan"]).all()
