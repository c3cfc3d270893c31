"""Ambition, pace, fragility and efficiency, on the report's own numbers."""

from decimal import Decimal
from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.rules.efficiency import efisiensi, efisiensi_pmk
from lkjlib.rules.targets import ambisi, kerapuhan_hitung, laju

STABIL = settings(deadline=None, derandomize=True)


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


def test_efisiensi_is_capaian_minus_serapan():
    assert efisiensi(117.05, 95.61) == 21.44
    assert efisiensi(np.float64(117.05), np.float64(95.61)) == 21.44
    assert isnan(efisiensi(None, 95.61))
    assert isnan(efisiensi(np.float64(117.05), None))


def test_efisiensi_of_series_works_by_row():
    hasil = efisiensi(pd.Series([117.05, np.nan]), pd.Series([95.61, 90.0]))
    assert hasil[0] == 21.44
    assert isnan(hasil[1])


def test_efisiensi_pmk_gives_the_example_of_the_regulation():
    hasil = efisiensi_pmk([4e9, 1e9, 5e9], [3.8e9, 0.975e9, 4.725e9], [1.22, 0.80, 1.42])
    assert hasil == pytest.approx(25.67, abs=0.005)


def test_efisiensi_pmk_of_series_is_the_same_and_of_missing_nan():
    pagu = pd.Series([4, 1, 5])
    assert efisiensi_pmk(pagu, pagu, pd.Series([1.0, 1.0, 1.0])) == 0
    assert isnan(efisiensi_pmk(pagu, pagu, pd.Series([1.0, np.nan, 1.0])))


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [(([1], [1, 2], [1]), "panjang"), (([], [], []), "= 0"), (([1], [1], [0]), "= 0")],
)
def test_efisiensi_pmk_of_unusable_input_is_refused(argumen, pesan):
    with pytest.raises(RumusError, match=pesan):
        efisiensi_pmk(*argumen)
