"""Five indicators recomputed and set beside the report: Tabel I to IV, trend, ambition, pace."""

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.ledger.measures import measures
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, cacah, kartu, ringkasan, satu, selisih
from lkjlib.themes.indikator.comparison import (
    ambisi_dan_laju,
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
    tren,
)

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
NAN = float("nan")


def test_cacah_gives_the_fractions_that_the_report_prints(data):
    # Bab III A.3, Tabel I: 31/132, 458/1845, 10/420; Lampiran: 6.180/122.163;
    # sasaran 2.2, Tabel I: 47.797.383.121 − 43.361.776.341 over 43.361.776.341
    frame = cacah(data)
    assert frame[["kode", "pembilang", "penyebut"]].values.tolist() == [
        ["koperasi", 31, 132],
        ["wirausaha", 458, 1845],
        ["omzet", 4_435_606_780, 43_361_776_341],
        ["tpt", 6180, 122_163],
        ["kasus", 10, 420],
    ]
    assert frame["realisasi"].tolist() == pytest.approx(
        [3100 / 132, 45_800 / 1845, 443_560_678_000 / 43_361_776_341, 618_000 / 122_163, 1000 / 420]
    )
    assert list(NAMA_PENDEK) == KODE


def test_ringkasan_sets_printed_beside_recomputed(data):
    # Bab III A.2, Pengukuran Kinerja
    frame = ringkasan(data).set_index("kode")
    assert frame.index.tolist() == KODE
    assert frame["target"].tolist() == [30, 23.97, 10, 6.10, 2.5]
    assert frame["realisasi"].tolist() == [23.48, 24.82, 10, 5.06, 2.38]
    assert frame["capaian"].tolist() == [78.27, 103.55, 100, 117.05, 104.8]
    assert frame["capaian_dari_tercetak"].round(2).tolist() == [78.27, 103.55, 100, 117.05, 104.8]
    assert frame["capaian_dihitung"].round(2).tolist() == [78.28, 103.56, 102.29, 117.07, 104.76]


def test_ringkasan_names_the_category_under_each_scale(data):
    frame = ringkasan(data).set_index("kode")
    assert frame.loc["koperasi"].iloc[-3:].to_dict() == {
        "lkj-2019": "Baik",
        "permendagri-54-2010": "Tinggi",
        "permenpanrb-8-2021": "Kurang",
    }
    # computed from exact counts, omzet passes 100; the report prints Baik
    assert frame.loc["omzet", "lkj-2019"] == "Baik Sekali"


@pytest.mark.parametrize("kode", KODE)
def test_satu_is_the_row_of_ringkasan(data, kode):
    expected = ringkasan(data).set_index("kode").loc[kode]
    pd.testing.assert_series_equal(satu(data, kode), expected)


@pytest.mark.parametrize("of", [satu, kartu, tabel_i, tabel_ii, selisih])
def test_unknown_indicator_is_refused_with_the_known_ones(data, of):
    with pytest.raises(LkjError, match=r"'tpk'.*koperasi, wirausaha, omzet, tpt, kasus"):
        of(data, "tpk")


def test_kartu_tells_definition_fraction_formula_and_result(data):
    card = kartu(data, "tpt").set_index("unsur")["isi"]
    assert card["Pembilang / penyebut (lampiran)"] == "6.180 / 122.163"
    assert card["Pembilang / penyebut (laporan)"] == "jumlah pencari kerja / angkatan kerja"
    assert card["Polaritas; rumus capaian"] == "negatif; negatif"
    assert card["Target 2019 [%]"] == 6.10
    assert card["Kategori menurut lkj-2019"] == "Baik Sekali"
    assert not card.isna().any()


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
    assert frame["jenis_target"].iloc[-1] == "RPJMD"
    assert pd.isna(frame["realisasi"].iloc[-1])
    pd.testing.assert_series_equal(
        frame["target"].iloc[:3], years["target"], check_index_type=False
    )
    assert frame["naik_lebih_baik"].unique().tolist() == [kode not in ("tpt", "kasus")]


def test_ambisi_dan_laju_counts_points_towards_improvement(data):
    frame = ambisi_dan_laju(data).set_index("kode")
    assert frame["realisasi_lalu"].tolist() == [19.84, 19.31, 9, 5.20, 2.91]
    assert frame["ambisi"].tolist() == pytest.approx([10.16, 4.66, 1, -0.9, 0.41])
    assert frame["sejak"].tolist() == [2017, 2017, 2018, 2017, 2017]
    # from 31/132, 458/1.845, 4.435.606.780/43.361.776.341, 6.180/122.163 and 10/420
    assert frame["laju_dicapai"].round(2).tolist() == [0.58, 6.66, 1.23, -0.23, -0.11]
    assert frame["laju_diperlukan"].round(2).tolist() == [5.76, 4.51, 0.89, 0.45, 0.01]


def test_ambisi_dan_laju_is_the_pace_that_the_ledger_prints(data):
    known = measures(data)
    for row in ambisi_dan_laju(data).itertuples():
        needed = float(known[f"kinerja.laju_perlu.{row.kode}"].nilai)
        assert row.laju_diperlukan == pytest.approx(needed, abs=1e-9)
        achieved = known.get(f"kinerja.laju_dicapai.{row.kode}")  # none for omzet, new in 2018
        if achieved:
            assert row.laju_dicapai == pytest.approx(float(achieved.nilai), abs=1e-9)


@pytest.mark.parametrize(
    ("kode", "tercetak", "vonis"),
    [
        ("koperasi", ["23,48", "78,27"], ["cocok", "beda pembulatan"]),
        ("wirausaha", ["24,82", "103,55"], ["cocok", "beda pembulatan"]),
        ("omzet", ["10", "100"], ["cocok", "beda pembulatan"]),
        ("tpt", ["5,06", "117,05"], ["cocok", "beda pembulatan"]),
        ("kasus", ["2,38", "104,8"], ["cocok", "cocok"]),
    ],
)
def test_selisih_judges_printed_strings_of_the_year(data, kode, tercetak, vonis):
    frame = selisih(data, kode)
    assert frame["uraian"].tolist() == ["realisasi", "capaian"]
    assert frame["tercetak"].tolist() == tercetak
    assert frame["vonis"].tolist() == vonis


def test_selisih_of_a_wrong_printed_capaian_says_so(annexes):
    from lkjlib.loading import load

    annexes.edit("kinerja.xlsx", "Capaian", I7=87.27)
    assert selisih(load(path=annexes.folder), "koperasi")["vonis"].iloc[1] == "tidak cocok"


def test_ringkasan_of_exact_frames_knows_the_cells(data):
    row = satu(data.eksak, "tpt")
    rate = "ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15"
    target = "kinerja.xlsx!Perjanjian Kinerja!E8"
    assert row["realisasi_dihitung"].asal(data.jumlah) == rate
    assert row["capaian_dihitung"].asal(data.jumlah) == f"({target} − ({rate})) / {target}"
    assert row["capaian_dari_tercetak"].sel() == (target, "kinerja.xlsx!Capaian!H10")


@pytest.mark.parametrize("kode", KODE)
def test_tables_of_exact_frames_are_the_same_numbers(data, kode):
    for table in (tabel_i, tabel_ii, tabel_iii, tabel_iv, tren, selisih):
        plain, exact = table(data, kode), table(data.eksak, kode)
        numbers = plain.select_dtypes("float").columns
        got = exact[numbers].apply(lambda column: pd.to_numeric(column.map(float, "ignore")))
        assert got.to_numpy() == pytest.approx(plain[numbers].to_numpy(), nan_ok=True)
        others = [name for name in plain.columns if name not in numbers]
        pd.testing.assert_frame_equal(plain[others], exact[others])


def test_tabel_ii_of_exact_frames_rests_implied_targets_on_both_cells(data):
    frame = tabel_ii(data.eksak, "kasus").set_index("tahun")
    assert frame.loc[2018, "target"].asal() == "kinerja.xlsx!Capaian!F11 / G11"
    assert frame.loc[2018, "perubahan"].asal() == "kinerja.xlsx!Capaian!F11 − D11"
