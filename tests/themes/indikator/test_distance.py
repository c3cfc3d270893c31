"""How far results are from their targets: ambition, pace, and what would have turned them."""

import pytest

from lkjlib.themes.indikator.distance import ambisi_dan_laju, kerapuhan


def test_ambisi_dan_laju_counts_points_towards_improvement(data):
    frame = ambisi_dan_laju(data).set_index("kode")
    assert frame["realisasi_lalu"].tolist() == [19.84, 19.31, 9, 5.20, 2.91]
    assert frame["ambisi"].tolist() == pytest.approx([10.16, 4.66, 1, -0.9, 0.41])
    assert frame["sejak"].tolist() == [2017, 2017, 2018, 2017, 2017]
    # from 31/132, 458/1.845, 4.435.606.780/43.361.776.341, 6.180/122.163 and 10/420
    assert frame["laju_dicapai"].round(2).tolist() == [0.58, 6.66, 1.23, 0.23, 0.11]
    assert frame["laju_diperlukan"].round(2).tolist() == [5.76, 4.51, 0.89, -0.45, -0.01]


def test_ambisi_dan_laju_of_exact_frames_knows_the_cells(data):
    row = ambisi_dan_laju(data.eksak).set_index("kode").loc["koperasi"]
    assert row["ambisi"].asal() == "kinerja.xlsx!Perjanjian Kinerja!E5 − Capaian!F7"
    assert row["laju_diperlukan"].asal(data.jumlah) == (
        "kinerja.xlsx!Pembanding!D6 − (koperasi.xlsx!Pemeringkatan!D7:D8 / Keragaan!C29)"
    )


def test_kerapuhan_counts_units_to_the_flip(data):
    frame = kerapuhan(data).set_index("indikator")
    assert frame.loc["Koperasi berkualitas", "jarak"] == 31 - 40  # 40/132 = 30,30 %
    assert frame.loc["Wirausaha baru", "jarak"] == 458 - 443  # 443/1845 = 24,01 %
    assert frame.loc["TPT", "jarak"] == 7451 - 6180  # 7451/122163 = 6,099 %
    assert frame.loc["Perusahaan berkasus", "jarak"] == 0  # 11/420 = 2,62 %
    assert frame["tercapai"].tolist() == [False, True, True, True, True]


def test_ambisi_only_tpt_was_looser_than_last_year(data):
    frame = ambisi_dan_laju(data).set_index("indikator")
    # Lampiran, realisasi 2018 and target 2019
    assert frame["ambisi"].round(2).tolist() == [10.16, 4.66, 1.00, -0.90, 0.41]
    assert frame["lebih_longgar"].tolist() == [False, False, False, True, False]


def test_laju_points_towards_improvement(data):
    frame = ambisi_dan_laju(data).set_index("indikator")
    assert frame.loc["TPT", "laju_dicapai"] == pytest.approx((5.51 - 618_000 / 122_163) / 2)
    assert frame.loc["TPT", "laju_diperlukan"] == pytest.approx((618_000 / 122_163 - 5.95) / 2)
    assert frame.loc["Koperasi berkualitas", "laju_diperlukan"] == pytest.approx(
        (35 - 3100 / 132) / 2
    )
    assert frame.index[~frame["cukup"]].tolist() == ["Koperasi berkualitas"]
    assert frame.loc["Peningkatan omzet", "sejak"] == 2018  # 2017 printed NA
