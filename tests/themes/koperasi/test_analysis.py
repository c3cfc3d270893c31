"""Cooperatives: values of the report's sasaran 1, laws, small and odd frames."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.koperasi.analysis import (
    cakupan,
    efek,
    gabung_kecil,
    hitungan,
    kekurangan,
    keragaan,
    peringkat,
    rentang,
)


def kinds(*rows):
    frame = pd.DataFrame(rows, columns=["kelompok", "aktif", "tidak_aktif"])
    return frame.assign(total=frame["aktif"] + frame["tidak_aktif"])


def altered(data, **frames):
    return replace(data, frames={**data.frames, **frames})


def test_gabung_kecil_keeps_every_sum(data):
    pooled = gabung_kecil(data.koperasi)
    # Rekapitulasi Data Keragaan, TOTAL row
    assert pooled[["aktif", "tidak_aktif", "total"]].sum().tolist() == [132, 48, 180]
    assert pooled["jenis"].sum() == 22


def test_gabung_kecil_pools_only_kinds_below_the_limit():
    frame = gabung_kecil(kinds(("A", 5, 4), ("B", 6, 4), ("C", 0, 1)), 10)
    assert frame["kelompok"].tolist() == ["B", "2 jenis dengan kurang dari 10 unit"]
    assert frame["total"].tolist() == [10, 10]


def test_gabung_kecil_without_small_kinds_adds_no_row():
    frame = gabung_kecil(kinds(("A", 9, 4), ("B", 16, 4)))
    assert frame["kelompok"].tolist() == ["B", "A"]
    assert frame["jenis"].tolist() == [1, 1]


def test_gabung_kecil_of_only_small_kinds_is_one_row():
    assert gabung_kecil(kinds(("A", 1, 0), ("B", 0, 2)))["total"].tolist() == [3]


def test_keragaan_gives_the_printed_kinds(data):
    frame = keragaan(data).set_index("kelompok")
    assert frame.loc["KPRI", ["aktif", "tidak_aktif"]].tolist() == [54, 13]  # row II
    assert frame.loc["KOPKAR BUMN / BUMD", "aktif_persen"] == pytest.approx(65.0)  # 13 of 20
    assert frame["aktif"].tolist()[-1] == 34
    assert frame[["bagian_unit", "bagian_tidak_aktif"]].sum().tolist() == pytest.approx([100, 100])


def test_peringkat_gives_the_printed_classes_and_the_unrated(data):
    frame = peringkat(data)
    assert frame["koperasi"].tolist() == [0, 5, 26, 2, 4, 95]  # Rekapitulasi Pemeringkatan
    assert frame["bagian"].sum() == pytest.approx(100)


def test_peringkat_more_rated_than_active_is_an_error(data):
    few = data.koperasi.assign(aktif=1)
    with pytest.raises(LkjError, match="15 unit lebih banyak daripada 22 koperasi aktif"):
        peringkat(altered(data, koperasi=few))


def test_cakupan_coverage_times_pass_rate_is_the_indicator(data):
    share = cakupan(data).set_index("ukuran")["persen"] / 100
    assert share["cakupan"] * share["tingkat lulus"] == pytest.approx(share["indikator"])
    assert share["batas bawah"] <= share["indikator"] <= share["batas atas"]


def test_cakupan_counts_are_those_of_the_report(data):
    frame = cakupan(data).set_index("ukuran")
    assert frame.loc["indikator", ["pembilang", "penyebut"]].tolist() == [31, 132]  # Tabel I
    assert frame.loc["cakupan", "pembilang"] == 37  # 0 + 5 + 26 + 2 + 4
    assert frame.loc["batas atas", "pembilang"] == 31 + 95


def test_kekurangan_counts_the_missing_passes(data):
    frame = kekurangan(data).set_index("acuan")
    assert frame.loc["target 2019", ["perlu_lulus", "kurang_lulus"]].tolist() == [40, 9]
    assert frame.loc["RPJMD 2021", ["perlu_lulus", "kurang_lulus"]].tolist() == [47, 16]
    assert not frame["cukup_bila_semua_lulus"].any()  # 37 rated, 40 needed
    assert frame["perlu_diperingkat"].tolist() == [11, 20]


def test_kekurangan_met_target_lacks_nothing(data):
    rating = data.pemeringkatan
    rating.loc[rating["peringkat"] == "Berkualitas", "koperasi"] = 20
    frame = kekurangan(altered(data, pemeringkatan=rating))
    assert frame["kurang_lulus"].tolist() == [0, 1]  # 46 of 132 is 34,85 %


def test_kekurangan_without_any_pass_leaves_the_ratings_missing(data):
    frame = kekurangan(altered(data, pemeringkatan=data.pemeringkatan.assign(koperasi=0)))
    assert frame["kurang_lulus"].tolist() == [40, 47]
    assert frame["perlu_diperingkat"].isna().all()


def test_rentang_references_are_points(data):
    frame = rentang(data)
    points = frame[frame["jenis"] == "acuan"]
    assert points["bawah"].tolist() == points["atas"].tolist() == [30.0, 35.0]


def test_hitungan_bound_is_the_number_of_all_cooperatives(data):
    assert hitungan(data)["penyebut"].tolist() == [112, 126, 132]


def test_efek_2018_is_the_denominator_alone(data):
    frame = efek(data).set_index("tahun")
    assert frame.loc[2018, "efek_pembilang"] == 0
    assert frame.loc[2019, "efek_pembilang"] > 0 > frame.loc[2019, "efek_penyebut"]
    assert frame.loc[2019, "perubahan"] == pytest.approx((31 / 132 - 25 / 126) * 100)
