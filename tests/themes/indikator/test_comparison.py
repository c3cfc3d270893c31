"""An indicator beside its past, other regions and later targets: Tabel I to IV, ambition, pace."""

import pandas as pd
import pytest

from lkjlib.themes.indikator.analysis import selisih
from lkjlib.themes.indikator.comparison import (
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
    tersirat,
    tren,
    tren_semua,
)

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
NAN = float("nan")


def test_tabel_i_sets_three_ways_of_computing_side_by_side(data):
    # Bab III A.3, sasaran 4, Tabel I: 2,5 · 2,38 · 104,8
    frame = tabel_i(data, "kasus").set_index("uraian")
    assert frame["tercetak"].tolist() == [2.5, 2.38, 104.8]
    assert frame["dari_tercetak"].tolist() == pytest.approx([NAN, 2.38, 104.8], nan_ok=True)
    assert frame.loc["capaian", "dihitung"] == pytest.approx((2 * 2.5 - 1000 / 420) / 2.5 * 100)


@pytest.mark.parametrize(
    ("kode", "target", "jenis", "perubahan"),
    [  # targets of 2017 and 2018 follow from Bab III A.3, Tabel II; 2019 from Bab II A
        ("koperasi", [22.3, 22.4, 30], ["tersirat", "tersirat", "tercetak"], [NAN, -2.48, 3.64]),
        ("wirausaha", [14.1, 19.04, 23.97], ["tersirat"] * 2 + ["tercetak"], [NAN, 7.8, 5.51]),
        ("omzet", [NAN, 9, 10], [None, "tersirat", "tercetak"], [NAN, NAN, 1]),
        ("tpt", [6.2, 6.15, 6.1], ["tersirat"] * 2 + ["tercetak"], [NAN, -0.31, -0.14]),
        ("kasus", [2.6, 2.55, 2.5], ["tersirat"] * 2 + ["tercetak"], [NAN, 0.31, -0.53]),
    ],
)
def test_tabel_ii_adds_targets_and_says_how_they_are_known(data, kode, target, jenis, perubahan):
    frame = tabel_ii(data, kode)
    assert frame["tahun"].tolist() == [2017, 2018, 2019]
    assert frame["target"].tolist() == pytest.approx(target, nan_ok=True)
    assert [None if pd.isna(j) else j for j in frame["jenis_target"]] == jenis
    assert frame["perubahan"].tolist() == pytest.approx(perubahan, nan_ok=True)


@pytest.mark.parametrize("kode", KODE)
def test_tabel_ii_implied_target_lies_within_its_bounds(data, kode):
    frame = tabel_ii(data, kode)
    implied = frame[frame["jenis_target"] == "tersirat"]
    assert (implied["target_min"] <= implied["target"]).all()
    assert (implied["target"] <= implied["target_maks"]).all()
    printed = frame[frame["jenis_target"] == "tercetak"]
    assert printed[["target_min", "target_maks"]].isna().all(axis=None)


def test_tabel_iii_of_tpt_gives_distance_in_points(data):
    # Bab III A.3, sasaran 3, Tabel III
    frame = tabel_iii(data, "tpt").set_index("acuan")
    assert frame["selisih"].round(2).to_dict() == {
        "Kabupaten Banjar": 2.05,
        "Kabupaten Tanah Laut": 1.65,
        "Kota Banjarmasin": -2.63,
        "Provinsi Kalimantan Selatan": 0.75,
    }
    assert frame["terpenuhi"].tolist() == [False, False, True, False]


@pytest.mark.parametrize("kode", ["koperasi", "wirausaha", "omzet", "kasus"])
def test_tabel_iii_of_dashes_stays_missing(data, kode):
    frame = tabel_iii(data, kode)
    assert len(frame) == 4
    assert frame[["nilai", "selisih", "terpenuhi"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("kode", "selisih_rpjmd", "terpenuhi"),
    [  # Bab III A.3, Tabel IV and the sentence below it: 11,52 · 9,03 · 2 · 0,89 · 0,02
        ("koperasi", -11.52, False),
        ("wirausaha", -9.03, False),
        ("omzet", -2, False),
        ("tpt", -0.89, True),
        ("kasus", -0.02, True),
    ],
)
def test_tabel_iv_gives_the_distance_to_rpjmd_that_the_text_names(
    data, kode, selisih_rpjmd, terpenuhi
):
    row = tabel_iv(data, kode).set_index("acuan").loc["RPJMD 2021"]
    assert row["selisih"] == pytest.approx(selisih_rpjmd)
    assert row["terpenuhi"] == terpenuhi


def test_tabel_iv_of_tpt_misses_the_national_target(data):
    row = tabel_iv(data, "tpt").set_index("acuan").loc["RPJMN 2019"]
    assert (row["nilai"], row["terpenuhi"]) == (5, False)


@pytest.mark.parametrize("kode", KODE)
def test_tren_is_tabel_ii_and_the_rpjmd_goal(data, kode):
    frame, years = tren(data, kode), tabel_ii(data, kode)
    assert frame["tahun"].tolist() == [2017, 2018, 2019, 2021]
    assert frame[["jenis_target", "acuan"]].iloc[-1].tolist() == ["menengah", "RPJMD 2021"]
    assert pd.isna(frame["realisasi"].iloc[-1])
    pd.testing.assert_series_equal(
        frame["target"].iloc[:3], years["target"], check_index_type=False
    )
    assert frame["naik_lebih_baik"].unique().tolist() == [kode not in ("tpt", "kasus")]


def test_tersirat_tries_the_other_formula_where_lower_is_better(data):
    frame = tersirat(data)
    tpt = frame[(frame["kode"] == "tpt") & (frame["tahun"] == 2017)]
    assert dict(zip(tpt["rumus"], tpt["target"], strict=True)) == {
        "negatif": 6.2,
        "negatif-rasio": 6.12,
    }
    assert frame.loc[frame["kode"] == "koperasi", "rumus"].unique().tolist() == ["positif"]
    assert frame["target"].between(frame["bawah"], frame["atas"]).all()


@pytest.mark.parametrize("kode", KODE)
def test_tables_of_exact_frames_are_the_same_numbers(data, kode):
    for table in (tabel_i, tabel_ii, tabel_iii, tabel_iv, tren, selisih):
        plain, exact = table(data, kode), table(data.eksak, kode)
        numbers = plain.select_dtypes("float").columns
        got = exact[numbers].apply(lambda column: pd.to_numeric(column.map(float, "ignore")))
        assert got.to_numpy() == pytest.approx(plain[numbers].to_numpy(), nan_ok=True)
        others = [name for name in plain.columns if name not in numbers]
        both = plain[others], exact[others]  # texts are kept otherwise, see SHORT_COLUMNS
        pd.testing.assert_frame_equal(*both, check_dtype=False, check_column_type=False)


def test_tabel_ii_of_exact_frames_rests_implied_targets_on_both_cells(data):
    frame = tabel_ii(data.eksak, "kasus").set_index("tahun")
    assert frame.loc[2018, "target"].asal() == "kinerja.xlsx!Capaian!F11 / G11"
    assert frame.loc[2018, "perubahan"].asal() == "kinerja.xlsx!Capaian!F11 − D11"


def test_tren_semua_has_three_years_and_the_goal_of_each_indicator(data):
    frame = tren_semua(data)
    assert frame.groupby("kode")["tahun"].apply(list).tolist() == [[2017, 2018, 2019, 2021]] * 5
