"""Assumed survey precision: the formula, BPS marks, and what can be told apart."""

import math
from dataclasses import replace

import pytest

from lkjlib.errors import LkjError
from lkjlib.products.notebook import tabel
from lkjlib.themes.tpt import precision as presisi
from lkjlib.themes.tpt.analysis import anatomi
from lkjlib.themes.tpt.precision import banding_wilayah, jarak_teruji


def test_galat_baku_is_the_textbook_formula():
    assert presisi.galat_baku(5.06, 1100, 2) == pytest.approx(
        100 * math.sqrt(0.0506 * 0.9494 * 2 / 1100)
    )


def test_galat_baku_default_lies_where_a_city_rate_is_known_to_lie():
    # a standard error near 0,8 to 1 point is what one expects of a city's rate
    assert 0.8 <= presisi.galat_baku(5.06) <= 1


def test_galat_baku_halves_with_four_times_the_sample():
    assert presisi.galat_baku(5, 4000) == pytest.approx(presisi.galat_baku(5, 1000) / 2)


@pytest.mark.parametrize(("n", "deff"), [(0, 2), (-1, 2), (100, 0)])
def test_galat_baku_refuses_impossible_assumptions(n, deff):
    with pytest.raises(LkjError, match="di atas 0"):
        presisi.galat_baku(5, n, deff)


@pytest.mark.parametrize(
    ("rse", "mark"),
    [
        (0, "andal"),
        (25, "andal"),
        (25.01, "hati-hati"),
        (50, "hati-hati"),
        (50.01, "tidak andal"),
        (math.nan, "tidak andal"),
    ],
)
def test_tanda_rse_bands(rse, mark):
    assert presisi.tanda_rse(rse) == mark


def test_ketelitian_spreads_the_sample_as_the_labour_force(data):
    frame = presisi.ketelitian(anatomi(data, "pendidikan"), n=1000)
    assert frame["n_kelompok"].sum() == pytest.approx(1000)
    share = frame["pangsa_angkatan_kerja"] * 10
    assert frame["n_kelompok"].tolist() == pytest.approx(share.tolist())


def test_ketelitian_interval_stays_at_or_above_zero(data):
    frame = presisi.ketelitian(anatomi(data, "pendidikan"))
    assert (frame["bawah"] >= 0).all()
    cut = frame["bawah"] == 0
    assert (frame.loc[cut, "tanda"] == "tidak andal").all()  # 1,96 × RSE > 100 % means RSE > 51 %


def test_ketelitian_marks_the_lowest_classes_unreliable(data):
    marks = presisi.ketelitian(anatomi(data, "pendidikan"))["tanda"].tolist()
    unsafe, care = "tidak andal", "hati-hati"
    assert marks == [unsafe, unsafe, care, care, unsafe, care]


def test_kota_interval_is_symmetric_around_the_exact_rate(data):
    row = presisi.kota(data).iloc[0]
    assert row["tpt"] == pytest.approx(6180 / 122163 * 100)
    assert (row["bawah"] + row["atas"]) / 2 == pytest.approx(row["tpt"])
    assert row["rse"] == pytest.approx(18.47, abs=0.01)


def test_jarak_teruji_tests_targets_without_an_error_of_their_own(data):
    frame = jarak_teruji(data).set_index("acuan")
    own = presisi.Z * presisi.kota(data)["galat_baku"].iloc[0]
    assert frame.loc["RPJMN 2019", "margin"] == pytest.approx(own)
    assert frame.loc["Provinsi Kalimantan Selatan", "margin"] == pytest.approx(own)
    assert frame.loc["Kabupaten Banjar", "margin"] > own
    assert not frame["melebihi"].any()


def test_jarak_teruji_larger_sample_tells_more_apart(data):
    found = [int(jarak_teruji(data, n=n, deff=1)["melebihi"].sum()) for n in (500, 2000, 10**7)]
    assert found == sorted(found) and found[-1] == 7


def test_n_diperlukan_makes_the_margin_equal_the_difference():
    n = presisi.n_diperlukan(5.06, 0.75, 2)
    assert presisi.Z * presisi.galat_baku(5.06, n, 2) == pytest.approx(0.75)


def test_beda_kelompok_adds_both_errors(data):
    row = presisi.beda_kelompok(data, "jenis_kelamin", "perempuan", "laki-laki").iloc[0]
    assert row["margin"] == pytest.approx(3.95, abs=0.01)
    assert not row["melebihi"]


def test_kurva_holds_the_assumption_once(data):
    frame = presisi.kurva(data)
    assert frame["asumsi"].sum() == 1
    assert frame.loc[frame["asumsi"], ["n", "deff"]].iloc[0].tolist() == [1100, 2]


def test_banding_wilayah_is_sorted_and_leaves_the_province_without_interval(data):
    frame = banding_wilayah(data)
    # Tabel III: 3,01 3,41 4,31 (5,06) 7,69
    assert frame["tpt"].round(2).tolist() == [3.01, 3.41, 4.31, 5.06, 7.69]
    assert frame["kota"].sum() == 1
    assert frame.loc[frame["bawah"].isna(), "wilayah"].tolist() == ["Provinsi Kalimantan Selatan"]


def test_sebut_asumsi_in_indonesian_numbers():
    assert presisi.sebut_asumsi(1500, 1.5) == "asumsi n = 1.500 orang AK, efek rancangan 1,5"


def test_the_survey_that_laporan_toml_assumes_is_reckoned_with(data):
    report = replace(data.laporan, survei={"n": 3000, "deff": 1.5})
    other = replace(data, laporan=report)
    assert presisi.asumsi(other) == (3000, 1.5)
    assert (
        presisi.kota(other)["galat_baku"].iloc[0] < presisi.kota(data)["galat_baku"].iloc[0] / 1.5
    )
    assert presisi.kota(other, n=presisi.N_AK, deff=presisi.DEFF).equals(presisi.kota(data))
    assert "n = 3.000 orang AK, efek rancangan 1,5" in tabel(other, "tpt.kota").catatan
    assert banding_wilayah(other).attrs["asumsi"] == [3000, 1.5]


def test_error_of_a_group_against_its_whole_counts_it_once(data):
    groups = anatomi(data, "jenis_kelamin")
    men, women = presisi.galat_dari_semua(groups)
    # the two distances from the whole are one difference between the sexes, weighed
    share = groups["angkatan_kerja"] / groups["angkatan_kerja"].sum()
    own = presisi.ketelitian(groups)["galat_baku"]
    between = (own**2).sum() ** 0.5
    assert men == pytest.approx(share[1] * between)
    assert women == pytest.approx(share[0] * between)
    assert women < own[1]
