"""Implied targets, ambition, pace and fragility, on the report's own numbers."""

from decimal import Decimal
from fractions import Fraction
from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lkjlib.errors import ParseError, RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import bulatkan
from lkjlib.rules.capaian import capaian
from lkjlib.rules.targets import ambisi, kerapuhan_hitung, laju, target_tersirat

STABIL = settings(deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("realisasi", "capaian_tercetak", "rumus", "target"),
    [  # LKj 2019 Bab III, Tabel II of each indicator
        ("5,51%", "111,13%", "negatif", "6.20"),
        ("5,20%", "115,45", "negatif", "6.15"),
        ("5,06%", "117,05%", "negatif", "6.10"),
        ("2,6%", "100%", "negatif", "2.6"),
        ("2,91%", "85,88%", "negatif", "2.55"),
        ("2,38%", "104,8%", "negatif", "2.50"),
        ("11,51%", "81,63%", "positif", "14.10"),
        ("19,31%", "101,42", "positif", "19.04"),
        ("24,82", "103,55%", "positif", "23.97"),
        ("19,84%", "88,57%", "positif", "22.4"),
        ("23.48%", "78,27%", "positif", "30"),
        ("9%", "100%", "positif", "9"),
        ("10%", "100%", "positif", "10"),
    ],
)
def test_target_tersirat_of_printed_pair_gives_the_roundest_target(
    realisasi, capaian_tercetak, rumus, target
):
    hasil = target_tersirat(realisasi, capaian_tercetak, rumus)
    assert hasil.terbulat == Decimal(target)
    assert hasil.bawah <= hasil.terbulat <= hasil.atas
    assert hasil.rumus == rumus


def test_target_tersirat_tells_which_formula_was_used():
    # 5,51 and 111,13 give the round 6,20 under one negative rule only
    assert target_tersirat("5,51", "111,13", "negatif").terbulat == Decimal("6.2")
    assert target_tersirat("5,51", "111,13", "negatif-rasio").terbulat == Decimal("6.12")


def test_target_tersirat_takes_decimals_from_text_decimal_and_float():
    teks = target_tersirat("5,20", "115,45", "negatif")
    assert target_tersirat(Decimal("5.20"), Decimal("115.45"), "negatif") == teks
    kasar = target_tersirat(5.20, 115.45, "negatif")  # a float shows 5.2
    assert kasar.bawah < teks.bawah and teks.atas < kasar.atas
    assert target_tersirat(9.0, 100.0) == target_tersirat(9, 100) == target_tersirat("9", "100%")


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA, "-", "NA"], ids=repr)
def test_target_tersirat_of_missing_is_none(kosong):
    assert target_tersirat(kosong, "100%") is None
    assert target_tersirat("9%", kosong) is None


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("9", "0", "positif"), "tidak membatasi"),
        (("0", "200", "negatif"), "tidak membatasi"),
        (("9", "100", "rentang"), "tidak dapat dibalik"),
        (("9", "100", "negatf"), "Mungkin maksudnya 'negatif'"),
    ],
)
def test_target_tersirat_without_answer_is_refused(argumen, pesan):
    with pytest.raises(RumusError, match=pesan):
        target_tersirat(*argumen)


def test_target_tersirat_of_ambiguous_capaian_is_refused():
    with pytest.raises(ParseError, match="ribuan"):
        target_tersirat("5,51", "1.113")


@STABIL
@given(
    st.integers(1, 10_000).map(lambda angka: Decimal(angka) / 100),
    st.integers(1, 10_000).map(lambda angka: Decimal(angka) / 100),
    st.integers(0, 2),
    st.sampled_from(["positif", "negatif", "negatif-rasio"]),
)
def test_target_tersirat_interval_holds_the_true_target(realisasi, target, desimal, rumus):
    tercetak = bulatkan(capaian(realisasi, target, rumus), desimal)
    tak_terbatas = {"positif": 0, "negatif": 200, "negatif-rasio": None}[rumus]
    assume(tak_terbatas is None or abs(tercetak - tak_terbatas) > 1)
    hasil = target_tersirat(realisasi, tercetak, rumus)
    assert hasil.bawah <= target <= hasil.atas
    assert hasil.bawah <= hasil.terbulat <= hasil.atas


@pytest.mark.parametrize(
    ("target", "lalu", "polaritas", "poin"),
    [
        (30, 19.84, "positif", 10.16),
        (6.10, 5.20, "negatif", -0.90),  # asks for less than the year before had
        (2.5, 2.91, "negatif", 0.41),
        (Decimal("10"), 9, "positif", 1.0),
        (5, 5, "negatif", 0.0),
    ],
)
def test_ambisi_is_positive_where_the_target_is_tougher(target, lalu, polaritas, poin):
    assert ambisi(target, lalu, polaritas) == poin


def test_ambisi_of_missing_is_nan_and_of_unknown_polarity_refused():
    assert isnan(ambisi(None, 5, "positif"))
    assert isnan(ambisi(5, pd.NA, "negatif"))
    with pytest.raises(RumusError, match="Mungkin maksudnya 'positif'"):
        ambisi(5, 5, "positiv")


def test_laju_of_falling_rate_is_signed():
    hasil = laju(5.51, 2017, 5.06, 2019, 5.95, 2021)
    assert hasil.dicapai_per_tahun == -0.225
    assert hasil.diperlukan_per_tahun == 0.445
    assert hasil.sisa == 0.89
    assert (hasil.tahun_berjalan, hasil.tahun_tersisa) == (2, 2)


def test_laju_of_missing_start_is_nan_in_that_part_only():
    hasil = laju(np.nan, 2017, 10, 2019, 12, 2021)
    assert isnan(hasil.dicapai_per_tahun)
    assert hasil.diperlukan_per_tahun == 1.0


@pytest.mark.parametrize("tahun", [(2019, 2019, 2021), (2017, 2021, 2021), (2019, 2017, 2021)])
def test_laju_of_years_out_of_order_is_refused(tahun):
    with pytest.raises(RumusError, match="berurutan naik"):
        laju(1, tahun[0], 2, tahun[1], 3, tahun[2])


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "target", "polaritas", "satuan"),
    [
        (31, 132, 30, "positif", -9),  # 40/132 = 30,30 %
        (40, 132, 30, "positif", 0),
        (458, 1845, 23.97, "positif", 15),  # 443/1845 = 24,01 %
        (10, 420, 2.5, "negatif", 0),  # 11/420 = 2,62 %
        (11, 420, 2.5, "negatif", -1),
        (3, 10, 30, "positif", 0),
        (3, 10, 30, "negatif", 0),
        (29, 100, 29.0, "positif", 0),  # 0.29 × 100 is below 29 in binary
    ],
)
def test_kerapuhan_hitung_counts_units_to_the_flip(pembilang, penyebut, target, polaritas, satuan):
    assert kerapuhan_hitung(pembilang, penyebut, target, polaritas) == satuan


@pytest.mark.parametrize(
    "argumen",
    [
        (31, 0, 30, "positif"),
        (-1, 10, 30, "positif"),
        (3.0, 10, 30, "positif"),
        (True, 10, 30, "positif"),
        (3, None, 30, "positif"),
        (3, 10, None, "positif"),
        (3, 10, 30, "naik"),
    ],
)
def test_kerapuhan_hitung_of_unusable_input_is_refused(argumen):
    with pytest.raises(RumusError):
        kerapuhan_hitung(*argumen)


@STABIL
@given(
    st.integers(0, 500),
    st.integers(1, 500),
    st.integers(0, 10_000).map(lambda angka: Decimal(angka) / 100),
    st.sampled_from(["positif", "negatif"]),
)
def test_kerapuhan_hitung_margin_is_the_last_unit_that_meets_the_target(n, semua, target, arah):
    def tercapai(pembilang):
        beda = pembilang * 100 - target * semua
        return beda >= 0 if arah == "positif" else beda <= 0

    lebih = kerapuhan_hitung(n, semua, target, arah)
    batas = n - lebih if arah == "positif" else n + lebih
    lewat = batas - 1 if arah == "positif" else batas + 1
    assert tercapai(batas) and not tercapai(lewat)
    assert tercapai(n) == (lebih >= 0)


def test_targets_of_exact_numbers_keep_their_cells():
    now, before = Exact(Decimal("5.06"), "k.xlsx!C!H10"), Exact(Decimal("5.20"), "k.xlsx!C!F10")
    goal = Exact(Decimal("5.95"), "k.xlsx!P!D10")
    tougher = ambisi(goal, before, "negatif")
    assert (tougher, tougher.asal()) == (Fraction(-75, 100), "k.xlsx!C!F10 − P!D10")
    pace = laju(before, 2018, now, 2019, goal, 2021)
    assert (pace.dicapai_per_tahun, pace.diperlukan_per_tahun) == (
        Fraction(-14, 100),
        Fraction(89, 200),
    )
    assert pace.sisa.asal() == "k.xlsx!P!D10 − C!H10"


def test_kerapuhan_hitung_of_exact_counts_keeps_their_cells():
    passed, active = Exact(31, "k.xlsx!P!D7"), Exact(132, "k.xlsx!K!C29")
    left = kerapuhan_hitung(passed, active, 30, "positif")
    assert (left, left.asal()) == (-9, "k.xlsx!P!D7 − K!C29")
    with pytest.raises(RumusError, match="bilangan bulat"):
        kerapuhan_hitung(passed / active, active, 30, "positif")
