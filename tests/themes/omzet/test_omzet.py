"""Sasaran 2, section 2.2: omzet, against figures typed from LKj 2019, Bab III."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lkjlib.themes.omzet import api as omzet

OMZET = {2018: 43_361_776_341, 2019: 47_797_383_121}  # Tabel I
KELAS = [459, 955, 306, 83, 40, 2]  # Kategori omzet Usaha Mikro
KENAIKAN = [1313, 125, 75, 104, 228]  # Persentase kenaikan omzet
JUTA = 1_000_000


def with_frame(data, **frames):
    return replace(data, frames={**data.frames, **frames})


def test_pertumbuhan_is_exact(data):
    row = omzet.pertumbuhan(data).iloc[-1]
    assert row["kenaikan"] == 4_435_606_780
    assert row["kenaikan_persen"] == pytest.approx(10.229301366987558)


def test_pembulatan_one_decimal_already_changes_the_category(data):
    frame = omzet.pembulatan(data).set_index("desimal")
    assert frame["realisasi"].tolist()[:3] == [10.0, 10.2, 10.23]
    assert frame.loc["tidak dibulatkan", "capaian"] == pytest.approx(102.29301366987558)
    assert frame["lkj-2019"].to_dict() == {
        "0": "Baik",
        "1": "Baik Sekali",
        "2": "Baik Sekali",
        "tidak dibulatkan": "Baik Sekali",
    }
    assert frame["permendagri-54-2010"].nunique() == 1


def test_jarak_target_one_rupiah_less_misses_it(data):
    needed = int(omzet.jarak_target(data)["omzet_diperlukan"].iloc[0])
    assert needed * 10 >= OMZET[2018] * 11 > (needed - 1) * 10
    assert omzet.jarak_target(data)["selisih"].iloc[0] == OMZET[2019] - needed


def test_kenaikan_riil_without_inflation_is_nominal_and_meets_the_target_at_break_even(data):
    frame = omzet.kenaikan_riil(data, [0])
    assert frame["kenaikan_riil"].tolist() == pytest.approx([10.229301366987558, 10])
    assert frame["dasar"].tolist() == ["andaian", "impas target"]
    assert frame["inflasi"].iloc[-1] == pytest.approx((1.10229301366987558 / 1.1 - 1) * 100)


def test_kenaikan_shares_of_the_printed_classes(data):
    frame = omzet.kenaikan(data)
    assert frame["usaha"].tolist() == KENAIKAN
    assert frame["bagian"].iloc[0] == pytest.approx(1313 / 1845 * 100)
    assert frame["kumulatif"].iloc[-1] == pytest.approx(100)


def test_batas_kenaikan_median_has_no_lower_bound(data):
    total, median, mean = omzet.batas_kenaikan(data).itertuples(index=False)
    assert total.bawah == total.atas
    assert np.isnan(median.bawah)
    assert median.atas == 10 < total.bawah
    assert mean.bawah == pytest.approx((125 * 10 + 75 * 20 + 104 * 30 + 228 * 40) / 1845)


def test_sebaran_area_of_a_class_is_its_firms(data):
    frame = omzet.sebaran(data)
    assert frame["usaha"].tolist() == KELAS
    closed = frame.dropna(subset="batas_atas")
    width = (closed["batas_atas"] - closed["batas_bawah"]).astype(float) / JUTA
    assert (closed["kepadatan"] * width).tolist() == pytest.approx(KELAS[:-1])
    assert frame["kepadatan"].isna().tolist() == [False] * 5 + [True]


def test_median_omzet_by_interpolation(data):
    row = omzet.median_omzet(data).iloc[0]
    assert row["usaha_ke"] == 923
    assert (row["batas_bawah"], row["batas_atas"]) == (20 * JUTA, 30 * JUTA)
    assert row["median"] == pytest.approx((20 + (922.5 - 459) / 955 * 10) * JUTA)


def test_median_omzet_of_an_even_number_between_two_classes_is_their_bound(data):
    frame = data.omzet_kelas.assign(usaha=[3, 3, 0, 0, 0, 0])
    row = omzet.median_omzet(with_frame(data, omzet_kelas=frame)).iloc[0]
    assert row["median"] == 20 * JUTA


def test_batas_rata_rata_holds_the_total(data):
    row = omzet.batas_rata_rata(data, atas=omzet.AMBANG_MIKRO).iloc[0]
    low = 955 * 20 + 306 * 30 + 83 * 40 + 40 * 50 + 2 * 80
    high = 459 * 20 + 955 * 30 + 306 * 40 + 83 * 50 + 40 * 80 + 2 * 300
    assert row["paling_sedikit"] == pytest.approx(low * JUTA / 1845)
    assert row["paling_banyak"] == pytest.approx(high * JUTA / 1845)
    assert row["rata_rata"] == pytest.approx(OMZET[2019] / 1845)
    assert row["cocok"]


def test_batas_rata_rata_of_a_total_too_large_does_not_hold(data):
    frame = data.omzet.assign(omzet=[OMZET[2018], 60_000 * JUTA])
    row = omzet.batas_rata_rata(with_frame(data, omzet=frame), atas=omzet.AMBANG_MIKRO).iloc[0]
    assert not row["cocok"]


def test_batas_rata_rata_of_an_open_class_has_no_upper_bound(data):
    assert np.isnan(omzet.batas_rata_rata(data)["paling_banyak"].iloc[0])


@pytest.mark.parametrize("atas", [None, omzet.AMBANG_MIKRO])
def test_pita_lorenz_rises_from_nothing_to_everything_below_equality(data, atas):
    band = omzet.pita_lorenz(data, atas=atas)
    for column in ("omzet_min", "omzet_maks"):
        assert band[column].iloc[[0, -1]].tolist() == pytest.approx([0, 100])
        assert band[column].is_monotonic_increasing
        assert (band[column] <= band["bagian_usaha"] + 1e-9).all()
    assert (band["omzet_min"] <= band["omzet_maks"] + 1e-9).all()


def test_pita_lorenz_with_an_end_lies_inside_the_open_one(data):
    band = omzet.pita_lorenz(data, atas=omzet.AMBANG_MIKRO).query("batas_kelas")
    wide = omzet.pita_lorenz(data).query("batas_kelas")
    assert (band["omzet_min"].to_numpy() >= wide["omzet_min"].to_numpy() - 1e-9).all()
    assert band["omzet_maks"].tolist() == pytest.approx(wide["omzet_maks"].tolist())


@pytest.mark.parametrize("seed", range(8))
def test_pita_lorenz_holds_the_curve_of_any_firms_in_the_classes(data, seed):
    firms = _some_firms(np.random.default_rng(seed))
    curve = np.append(0, np.cumsum(firms)) / firms.sum() * 100
    band = omzet.pita_lorenz(data, atas=omzet.AMBANG_MIKRO)
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
    row = omzet.pita_lorenz(data).query("batas_kelas").iloc[1]
    assert row["bagian_usaha"] == pytest.approx(459 / 1845 * 100)
    assert row["omzet_maks"] == pytest.approx(459 * 20 * JUTA / OMZET[2019] * 100)
    assert row["omzet_min"] == 0


def test_pangsa_teratas_above_forty_million(data):
    row = omzet.pangsa_teratas(data, atas=omzet.AMBANG_MIKRO).iloc[3]
    assert (row["omzet_di_atas"], row["usaha"]) == (40 * JUTA, 125)
    assert row["omzet_min"] == pytest.approx(
        (83 * 40 + 40 * 50 + 2 * 80) * JUTA / OMZET[2019] * 100
    )
    top = (83 * 50 + 40 * 80 + 2 * 300) * JUTA
    assert row["omzet_maks"] == pytest.approx(top / OMZET[2019] * 100)


def test_batas_gini_of_equal_shares_is_zero(data):
    band = omzet.pita_lorenz(data)
    equal = band.assign(omzet_min=band["bagian_usaha"], omzet_maks=band["bagian_usaha"])
    assert omzet.batas_gini(equal) == pytest.approx((0, 0))


def test_batas_gini_is_an_interval_in_zero_to_one(data):
    low, high = omzet.batas_gini(omzet.pita_lorenz(data, atas=omzet.AMBANG_MIKRO))
    assert 0 < low < high < 1


def test_temuan_say_the_numbers(data):
    category, nominal, middle, classes, spread = omzet.temuan(data)
    assert "10,2293 %" in category.kalimat
    assert "102,29 % (Baik Sekali" in category.kalimat
    assert "Rp 99.429.145" in nominal.kalimat
    assert nominal.vonis == "tidak dapat diuji"
    assert "1.313 dari 1.845 usaha (71,17 %)" in middle.kalimat
    assert classes.vonis == "cocok"
    assert "0,10 dan 0,36" in spread.kalimat


def test_temuan_are_the_headings_of_the_notebook(data, root):
    text = (root / "notebooks" / "02-umkm.ipynb").read_text(encoding="utf-8")
    assert [t.judul for t in omzet.temuan(data) if f"### {t.judul}" not in text] == []
