"""Efficiency as the report puts it and as PMK 214/2017 does."""

from fractions import Fraction
from math import isnan

import numpy as np
import pandas as pd
import pytest

from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.rules.efficiency import efisiensi, efisiensi_pmk


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


def test_efficiency_of_exact_numbers_is_exact_and_keeps_their_cells():
    pak, rak = Exact(300, "a.xlsx!P!C8"), Exact(100, "a.xlsx!P!D8")
    assert efisiensi_pmk([pak], [rak], [1]) == Fraction(200, 3)
    assert efisiensi_pmk([pak], [rak], [1]).sel() == ("a.xlsx!P!C8", "a.xlsx!P!D8")
    assert efisiensi(pak, 0.1) == Fraction(2999, 10)
    difference = efisiensi(pd.Series([pak], dtype=object), pd.Series([rak], dtype=object))
    assert difference[0] == 200
    assert difference[0].asal() == "a.xlsx!P!C8 − D8"
