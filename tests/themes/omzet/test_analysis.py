"""Sasaran 2, section 2.2: omzet, against figures typed from LKj 2019, Bab III."""

from dataclasses import replace

import numpy as np
import pytest

from lkjlib.themes.omzet.analysis import (
    batas_kenaikan,
    jarak_target,
    kenaikan,
    kenaikan_riil,
    median_omzet,
    nama_kelas,
    pembulatan,
    pertumbuhan,
    sebaran,
)

OMZET = {2018: 43_361_776_341, 2019: 47_797_383_121}  # Tabel I
KELAS = [459, 955, 306, 83, 40, 2]  # Kategori omzet Usaha Mikro
KENAIKAN = [1313, 125, 75, 104, 228]  # Persentase kenaikan omzet
JUTA = 1_000_000


def with_frame(data, **frames):
    return replace(data, frames={**data.frames, **frames})


def test_pertumbuhan_is_exact(data):
    row = pertumbuhan(data).iloc[-1]
    assert row["kenaikan"] == 4_435_606_780
    assert row["kenaikan_persen"] == pytest.approx(10.229301366987558)


def test_pembulatan_one_decimal_already_changes_the_category(data):
    frame = pembulatan(data).set_index("desimal")
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
    needed = int(jarak_target(data)["omzet_diperlukan"].iloc[0])
    assert needed * 10 >= OMZET[2018] * 11 > (needed - 1) * 10
    assert jarak_target(data)["selisih"].iloc[0] == OMZET[2019] - needed


def test_kenaikan_riil_without_inflation_is_nominal_and_meets_the_target_at_break_even(data):
    frame = kenaikan_riil(data, [0])
    assert frame["kenaikan_riil"].tolist() == pytest.approx([10.229301366987558, 10])
    assert frame["dasar"].tolist() == ["andaian", "impas target"]
    assert frame["inflasi"].iloc[-1] == pytest.approx((1.10229301366987558 / 1.1 - 1) * 100)


def test_kenaikan_shares_of_the_printed_classes(data):
    frame = kenaikan(data)
    assert frame["usaha"].tolist() == KENAIKAN
    assert frame["bagian"].iloc[0] == pytest.approx(1313 / 1845 * 100)
    assert frame["kumulatif"].iloc[-1] == pytest.approx(100)


def test_batas_kenaikan_median_has_no_lower_bound(data):
    total, median, mean = batas_kenaikan(data).itertuples(index=False)
    assert total.bawah == total.atas
    assert np.isnan(median.bawah)
    assert median.atas == 10 < total.bawah
    assert mean.bawah == pytest.approx((125 * 10 + 75 * 20 + 104 * 30 + 228 * 40) / 1845)


def test_sebaran_area_of_a_class_is_its_firms(data):
    frame = sebaran(data)
    assert frame["usaha"].tolist() == KELAS
    closed = frame.dropna(subset="batas_atas")
    width = (closed["batas_atas"] - closed["batas_bawah"]).astype(float) / JUTA
    assert (closed["kepadatan"] * width).tolist() == pytest.approx(KELAS[:-1])
    assert frame["kepadatan"].isna().tolist() == [False] * 5 + [True]


def test_median_omzet_by_interpolation(data):
    row = median_omzet(data).iloc[0]
    assert row["usaha_ke"] == 923
    assert (row["batas_bawah"], row["batas_atas"]) == (20 * JUTA, 30 * JUTA)
    assert row["median"] == pytest.approx((20 + (922.5 - 459) / 955 * 10) * JUTA)


def test_median_omzet_of_an_even_number_between_two_classes_is_their_bound(data):
    frame = data.omzet_kelas.assign(usaha=[3, 3, 0, 0, 0, 0])
    row = median_omzet(with_frame(data, omzet_kelas=frame)).iloc[0]
    assert row["median"] == 20 * JUTA


def test_median_omzet_in_the_open_class_is_missing(data):
    frame = data.omzet_kelas.assign(usaha=[1, 0, 0, 0, 0, 6])
    row = median_omzet(with_frame(data, omzet_kelas=frame)).iloc[0]
    assert row["usaha_ke"] == 4
    assert row["batas_bawah"] == 80 * JUTA
    assert np.isnan(row["median"])


def test_nama_kelas_says_each_bound_with_its_unit(data):
    assert nama_kelas(sebaran(data), awalan="Rp ")[::5] == [
        "sampai Rp 20.000.000",
        "di atas Rp 80.000.000",
    ]
    assert nama_kelas(data.omzet_kenaikan.assign(batas_atas=12.5), akhiran=" %")[:2] == [
        "sampai 12,5 %",
        "di atas 10 % sampai 12,5 %",
    ]
