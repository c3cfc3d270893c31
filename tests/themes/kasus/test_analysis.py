"""Disputes: values of the report's sasaran 4, laws, altered frames."""

from dataclasses import replace

import pytest

from lkjlib.loading import load
from lkjlib.themes.kasus.analysis import (
    ambang,
    hasil,
    hitungan,
    kerapuhan,
    penyelesaian,
    per_perusahaan,
    satuan,
    tersembunyi,
    wajib_lapor,
)


def altered(data, **frames):
    return replace(data, frames={**data.frames, **frames})


def test_hasil_keeps_the_mixed_row_apart(data):
    frame = hasil(data).set_index("hasil")
    # Data kasus ketenagakerjaan: rows 2 4 5 6 10, rows 1 3 7 8, row 9
    assert frame["kasus"].to_dict() == {"PB": 5, "Anjuran": 4, "PB & Anjuran": 1}
    assert frame["pekerja"].tolist() == [23, 4, 1]  # 19 in row 5, else one name a row
    assert frame["bagian_kasus"].sum() == pytest.approx(100)


def test_hasil_class_without_cases_stays_with_zero(data):
    cases = data.kasus.assign(hasil="PB")
    assert hasil(altered(data, kasus=cases))["kasus"].tolist() == [10, 0, 0]


def test_penyelesaian_bounds_depend_on_the_mixed_row(data):
    frame = penyelesaian(data).set_index("satuan")
    assert frame.loc["kasus", ["persen_bawah", "persen_atas"]].tolist() == [50, 60]
    assert frame.loc["pekerja", ["pb", "campuran", "jumlah"]].tolist() == [23, 1, 28]
    assert frame.loc["pekerja", "persen_bawah"] == pytest.approx(23 / 28 * 100)


def test_per_perusahaan_counts_inhutani_thrice(data):
    frame = per_perusahaan(data)
    assert len(frame) == 8
    assert frame.loc[0, ["perusahaan", "kasus"]].tolist() == ["PT. Inhutani III", 3]
    assert frame.loc[0, "hasil"] == "Anjuran, Anjuran, PB & Anjuran"
    assert frame["bentuk"].value_counts().to_dict() == {"PT": 6, "CV": 1, "lainnya": 1}


def test_satuan_shows_what_each_unit_would_say(data):
    frame = satuan(data).set_index("satuan")
    assert frame["jumlah"].to_dict() == {"perusahaan": 8, "kasus": 10, "pekerja": 28}
    assert frame.loc["kasus", "per_100"] == pytest.approx(2.380952, abs=1e-6)  # Tabel I: 2,38
    assert frame.loc["kasus", "capaian"] == pytest.approx(104.761905, abs=1e-6)  # 104,8
    assert frame.loc["perusahaan", "per_100"] == pytest.approx(8 / 420 * 100)
    assert frame["dipakai"].tolist() == [False, True, False]


def test_wajib_lapor_is_that_of_the_report_year(data):
    assert wajib_lapor(data) == 420


def test_kerapuhan_eleven_cases_miss_the_target(data):
    frame = kerapuhan(data).set_index("kasus")
    assert frame["memenuhi"].tolist() == [True] * 4 + [False] * 3
    assert frame.loc[11, "persen"] == pytest.approx(2.619048, abs=1e-6)
    assert frame.index[frame["nyata"]].tolist() == [10]


def test_kerapuhan_never_goes_below_zero_cases(data):
    assert kerapuhan(data, jarak=20)["kasus"].min() == 0


def test_ambang_companies_are_the_fewest_that_still_meet(data):
    frame = ambang(data)
    assert frame["kasus_sisa"].tolist() == [0, 0]
    for row in frame.itertuples():
        assert 10 / row.perusahaan_min * 100 <= row.persen < 10 / (row.perusahaan_min - 1) * 100
        assert row.perusahaan_sisa == 420 - row.perusahaan_min


def test_ambang_missed_target_has_cases_too_many(data):
    reported = data.wajib_lapor.assign(perusahaan=300)
    assert ambang(altered(data, wajib_lapor=reported))["kasus_sisa"].tolist() == [-3, -3]


def test_hitungan_2018_stays_open(data):
    past = hitungan(data).query("tahun == 2018")
    assert len(past) == 18
    assert (past["pembilang"].min(), past["pembilang"].max()) == (3, 17)
    assert past.loc[past["selisih_penyebut"].abs().idxmin(), "penyebut"] == 413


def test_tersembunyi_leaves_older_years_out(data):
    assert sorted(tersembunyi(data)["tahun"].unique()) == [2018, 2019]


def test_outcomes_that_the_office_counts_as_settled_are_settled(annexes):
    path = annexes.folder / "laporan.toml"
    words = 'selesai = ["PB", "Dicabut"]'
    path.write_text(path.read_text("utf-8").replace('selesai = ["PB"]', words), "utf-8")
    annexes.edit("kasus.xlsx", "Kasus", D14="Dicabut")
    found = penyelesaian(load(path=annexes.folder)).set_index("satuan").loc["kasus"]
    assert found["pb"] == 6
    assert (found["persen_bawah"], found["persen_atas"]) == (60, 60 + found["campuran"] * 10)


def test_an_outcome_that_nobody_knows_is_refused(annexes):
    annexes.edit("kasus.xlsx", "Kasus", D14="Dicabut")
    assert "kasus.xlsx!Kasus!D14" in annexes.addresses()
