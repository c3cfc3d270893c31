"""Measures of omzet: the figures of the analysis, exactly, with their cells."""

from fractions import Fraction

import pytest

from lkjlib.themes.omzet.analysis import batas_kenaikan, median_omzet
from lkjlib.themes.omzet.lorenz import AMBANG_MIKRO, batas_rata_rata
from lkjlib.themes.omzet.measures import measures


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_measures_are_exact(known):
    assert known["omzet.omzet.2019"].nilai == 47_797_383_121
    assert known["batas_rata_rata.rata_rata.2019"].nilai == Fraction(47_797_383_121, 1845)
    assert known["omzet_kenaikan.bagian.sampai_10"].nilai == Fraction(131_300, 1845)
    assert known["jarak_target.selisih.target_2019"].nilai == 99_429_145
    assert known["omzet.rumus_harfiah"].nilai == 47_797_383_120
    assert known["omzet.arah.2018_2019"].isi == "meningkat"


def test_measures_are_the_frames_of_the_analysis(data, known):
    mean = batas_rata_rata(data, atas=AMBANG_MIKRO).iloc[0]
    for name in ("paling_sedikit", "paling_banyak"):
        found = known[f"batas_rata_rata.{name}.2019"].nilai
        assert float(found) == pytest.approx(mean[name])
    least = known["batas_kenaikan.bawah.rata_rata_sederhana_andaikan_tak_ada_yang_turun"].nilai
    assert float(least) == pytest.approx(batas_kenaikan(data)["bawah"].iloc[-1])
    median = known["median_omzet.median.2019"].nilai
    assert float(median) == pytest.approx(median_omzet(data)["median"].iloc[0])


def test_bounds_that_the_classes_leave_open_are_missing(known):
    assert known["batas_kenaikan.bawah.kenaikan_usaha_di_tengah_urutan_median"].nilai is None


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("omzet.omzet.2018", "umkm.xlsx!Total Omzet!C6"),
        ("omzet_kelas.usaha.total", "umkm.xlsx!Omzet!C11"),
        ("omzet_kenaikan.bagian.sampai_10", "umkm.xlsx!Kenaikan Omzet!C5 / C10"),
        ("pertumbuhan.kenaikan_persen.2019", "(umkm.xlsx!Total Omzet!C7 − C6) / C6"),
        ("batas_rata_rata.rata_rata.2019", "umkm.xlsx!Total Omzet!C7 / Omzet!C11"),
        (
            "jarak_target.omzet_diperlukan.target_2019",
            "umkm.xlsx!Total Omzet!C6 × kinerja.xlsx!Perjanjian Kinerja!E7",
        ),
        ("median_omzet.median.2019", "umkm.xlsx!Omzet!B6; C5:C10"),
        ("omzet.arah.2018_2019", "umkm.xlsx!Total Omzet!C6:C7"),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal
