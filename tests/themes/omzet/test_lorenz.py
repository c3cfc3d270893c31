"""Bounds on how omzet is spread over the firms."""

from dataclasses import replace

import numpy as np
import pytest

from lkjlib.themes.omzet.lorenz import (
    AMBANG_MIKRO,
    batas_gini,
    batas_rata_rata,
    pangsa_teratas,
    pita_lorenz,
)

OMZET = {2018: 43_361_776_341, 2019: 47_797_383_121}  # Tabel I
KELAS = [459, 955, 306, 83, 40, 2]  # Kategori omzet Usaha Mikro
JUTA = 1_000_000


def test_batas_rata_rata_holds_the_total(data):
    row = batas_rata_rata(data, atas=AMBANG_MIKRO).iloc[0]
    low = 955 * 20 + 306 * 30 + 83 * 40 + 40 * 50 + 2 * 80
    high = 459 * 20 + 955 * 30 + 306 * 40 + 83 * 50 + 40 * 80 + 2 * 300
    assert row["paling_sedikit"] == pytest.approx(low * JUTA / 1845)
    assert row["paling_banyak"] == pytest.approx(high * JUTA / 1845)
    assert row["rata_rata"] == pytest.approx(OMZET[2019] / 1845)
    assert row["cocok"]


def test_batas_rata_rata_of_a_total_too_large_does_not_hold(data):
    frame = data.omzet.assign(omzet=[OMZET[2018], 60_000 * JUTA])
    row = batas_rata_rata(
        replace(data, frames={**data.frames, "omzet": frame}), atas=AMBANG_MIKRO
    ).iloc[0]
    assert not row["cocok"]


def test_batas_rata_rata_of_an_open_class_has_no_upper_bound(data):
    assert np.isnan(batas_rata_rata(data)["paling_banyak"].iloc[0])


@pytest.mark.parametrize("atas", [None, AMBANG_MIKRO])
def test_pita_lorenz_rises_from_nothing_to_everything_below_equality(data, atas):
    band = pita_lorenz(data, atas=atas)
    for column in ("omzet_min", "omzet_maks"):
        assert band[column].iloc[[0, -1]].tolist() == pytest.approx([0, 100])
        assert band[column].is_monotonic_increasing
        assert (band[column] <= band["bagian_usaha"] + 1e-9).all()
    assert (band["omzet_min"] <= band["omzet_maks"] + 1e-9).all()


def test_pita_lorenz_with_an_end_lies_inside_the_open_one(data):
    band = pita_lorenz(data, atas=AMBANG_MIKRO).query("batas_kelas")
    wide = pita_lorenz(data).query("batas_kelas")
    assert (band["omzet_min"].to_numpy() >= wide["omzet_min"].to_numpy() - 1e-9).all()
    assert band["omzet_maks"].tolist() == pytest.approx(wide["omzet_maks"].tolist())


@pytest.mark.parametrize("seed", range(8))
def test_pita_lorenz_holds_the_curve_of_any_firms_in_the_classes(data, seed):
    firms = _some_firms(np.random.default_rng(seed))
    curve = np.append(0, np.cumsum(firms)) / firms.sum() * 100
    band = pita_lorenz(data, atas=AMBANG_MIKRO)
    share = np.arange(len(firms) + 1) / len(firms) * 100
    low, high = (np.interp(share, band["bagian_usaha"], band[c]) for c in band.columns[1:3])
    assert (low - 1e-6 <= curve).all()
    assert (curve <= high + 1e-6).all()


def _some_firms(random) -> np.ndarray:
    """1.845 sales inside the printed classes that add up to the printed total."""
    edges = [0, 20, 30, 40, 50, 80, 300]
    low = np.repeat(edges[:-1], KELAS) * JUTA
    high = np.repeat(edges[1:], KELAS) * JUTA
    place = random.beta(*random.uniform(0.2, 2, 2), len(low))
    firms = low + place * (high - low)
    short = OMZET[2019] - firms.sum()
    room = high - firms if short > 0 else firms - low
    return np.sort(firms + room * (short / room.sum()))


def test_pita_lorenz_upper_bound_at_the_first_class_by_hand(data):
    row = pita_lorenz(data).query("batas_kelas").iloc[1]
    assert row["bagian_usaha"] == pytest.approx(459 / 1845 * 100)
    assert row["omzet_maks"] == pytest.approx(459 * 20 * JUTA / OMZET[2019] * 100)
    assert row["omzet_min"] == 0


def test_pangsa_teratas_above_forty_million(data):
    row = pangsa_teratas(data, atas=AMBANG_MIKRO).iloc[3]
    assert (row["omzet_di_atas"], row["usaha"]) == (40 * JUTA, 125)
    assert row["omzet_min"] == pytest.approx(
        (83 * 40 + 40 * 50 + 2 * 80) * JUTA / OMZET[2019] * 100
    )
    top = (83 * 50 + 40 * 80 + 2 * 300) * JUTA
    assert row["omzet_maks"] == pytest.approx(top / OMZET[2019] * 100)


def test_batas_gini_of_equal_shares_is_zero(data):
    band = pita_lorenz(data)
    equal = band.assign(omzet_min=band["bagian_usaha"], omzet_maks=band["bagian_usaha"])
    assert batas_gini(equal) == pytest.approx((0, 0))


def test_batas_gini_is_an_interval_in_zero_to_one(data):
    low, high = batas_gini(pita_lorenz(data, atas=AMBANG_MIKRO))
    assert 0 < low < high < 1
