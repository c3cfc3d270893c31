"""Category scales: printed bands, closed gaps, no binary noise at a bound."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.report import Pita, Skala
from lkjlib.rules.category import SKALA, kategori, kode_kategori, tabel_skala

STABIL = settings(deadline=None, derandomize=True)
KOLOM = [
    "kategori",
    "kode",
    "batas_bawah",
    "batas_bawah_termasuk",
    "batas_atas",
    "batas_atas_termasuk",
    "aturan",
]


@pytest.mark.parametrize(
    ("nilai", "nama", "kode"),
    [
        (117.05, "Baik Sekali", "BS"),
        (100.01, "Baik Sekali", "BS"),
        (100, "Baik", "B"),
        (78.27, "Baik", "B"),
        (75.01, "Baik", "B"),
        (75, "Cukup", "C"),
        (55, "Cukup", "C"),
        (54.99, "Kurang", "K"),
        (-20, "Kurang", "K"),
    ],
)
def test_kategori_lkj_2019_follows_the_printed_bands(nilai, nama, kode):
    assert kategori(nilai, "lkj-2019") == nama
    assert kode_kategori(nilai, "lkj-2019") == kode


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        (117, "Sangat Tinggi"),
        (91, "Sangat Tinggi"),
        (90.5, "Tinggi"),
        (76, "Tinggi"),
        (75.99, "Sedang"),
        (66, "Sedang"),
        (65.5, "Rendah"),
        (51, "Rendah"),
        (50.5, "Sangat Rendah"),
        (50, "Sangat Rendah"),
    ],
)
def test_kategori_permendagri_closes_gaps_downwards(nilai, nama):
    assert kategori(nilai, "permendagri-54-2010") == nama


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        (100.01, "Sangat Baik"),
        (100, "Baik"),
        (99.5, "Cukup"),
        (80, "Cukup"),
        (79.5, "Kurang"),
        (60, "Kurang"),
        (59.99, "Sangat Kurang"),
    ],
)
def test_kategori_permenpanrb_gives_baik_at_exactly_hundred_only(nilai, nama):
    assert kategori(nilai, "permenpanrb-8-2021") == nama


def test_kategori_of_binary_noise_at_a_bound_is_that_of_the_bound():
    noise = 0.1 + 0.2 - 0.3
    assert noise > 0
    assert kategori(75 + 1e3 * noise, "lkj-2019") == "Cukup"
    assert kategori(100.0 + 1e-12, "permenpanrb-8-2021") == "Baik"
    assert kategori(Decimal("100.000000000001"), "lkj-2019") == "Baik Sekali"


def test_kategori_of_an_exact_number_is_not_rounded_first():
    just_above = Exact(100 + Fraction(1, 10**12), "k.xlsx!C!H10")
    assert kategori(just_above, "lkj-2019") == "Baik Sekali"
    assert kode_kategori(Exact(100), "lkj-2019") == "B"


def test_kategori_without_a_scale_is_refused():
    for function in (kategori, kode_kategori):
        with pytest.raises(TypeError, match="skala"):
            function(100)


def test_kategori_of_series_keeps_index_and_missing():
    hasil = kategori(pd.Series([103.55, np.nan, 60], index=["a", "b", "c"]), "lkj-2019")
    assert hasil.name == "kategori"
    assert hasil.index.to_list() == ["a", "b", "c"]
    assert hasil["b"] is pd.NA
    assert hasil.dropna().to_list() == ["Baik Sekali", "Cukup"]
    assert kode_kategori(pd.Series([103.55], index=["a"]), "lkj-2019").to_dict() == {"a": "BS"}


def test_kategori_of_array_keeps_shape():
    hasil = kategori(np.array([[103.55, np.nan], [60, 10]]), "lkj-2019")
    assert hasil.tolist() == [["Baik Sekali", None], ["Cukup", "Kurang"]]


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA], ids=repr)
def test_kategori_of_missing_is_none(kosong):
    assert kategori(kosong, "lkj-2019") is None
    assert kode_kategori(kosong, "lkj-2019") is None


@pytest.mark.parametrize("nilai", ["100", True, float("inf")], ids=repr)
def test_kategori_of_no_finite_number_is_refused(nilai):
    with pytest.raises(RumusError, match="bukan bilangan"):
        kategori(nilai, "lkj-2019")


def test_kategori_of_unknown_scale_lists_the_scales():
    with pytest.raises(RumusError, match=r"Pilihan: lkj-2019, .*maksudnya 'lkj-2019'"):
        kategori(100, "lkj-2018")


def test_kode_kategori_of_scale_without_codes_is_refused():
    with pytest.raises(RumusError, match="tidak mempunyai kode"):
        kode_kategori(100, "permenpanrb-8-2021")


@pytest.mark.parametrize("skala", SKALA)
def test_tabel_skala_states_bounds_and_gap_rule(skala):
    tabel = tabel_skala(skala)
    assert list(tabel.columns) == KOLOM
    assert tabel["aturan"].eq(SKALA[skala].aturan).all()
    assert pd.isna(tabel["batas_atas"].iloc[0])
    assert pd.isna(tabel["batas_bawah"].iloc[-1])


def test_tabel_skala_of_single_value_band_has_both_bounds_in_it():
    baik = tabel_skala("permenpanrb-8-2021").set_index("kategori").loc["Baik"]
    assert (baik["batas_bawah"], baik["batas_atas"]) == (100, 100)
    assert baik["batas_bawah_termasuk"] and baik["batas_atas_termasuk"]


@STABIL
@given(st.integers(-5000, 20000), st.sampled_from(sorted(SKALA)))
def test_tabel_skala_has_exactly_one_band_for_every_value(seperseratus, skala):
    nilai = seperseratus / 100
    tabel = tabel_skala(skala)
    bawah, atas = tabel["batas_bawah"].fillna(-999), tabel["batas_atas"].fillna(999)
    di_dalam = ((nilai > bawah) | ((nilai == bawah) & tabel["batas_bawah_termasuk"])) & (
        (nilai < atas) | ((nilai == atas) & tabel["batas_atas_termasuk"])
    )
    assert tabel.loc[di_dalam, "kategori"].to_list() == [kategori(nilai, skala)]


SENDIRI = Skala(
    "contoh",
    (
        Pita("Sangat Baik", "SB", di_atas=100),
        Pita("Baik", "B", mulai=80),
        Pita("Sedang", "S", mulai=52.5),
        Pita("Kurang", "K"),
    ),
)


@pytest.mark.parametrize(
    ("capaian", "wanted"),
    [(100.01, "SB"), (100, "B"), (80, "B"), (79.99, "S"), (52.5, "S"), (52.49, "K"), (-37.6, "K")],
)
def test_a_report_may_have_a_scale_of_its_own(capaian, wanted):
    assert kode_kategori(capaian, SENDIRI) == wanted
    assert kode_kategori(Decimal(str(capaian)), SENDIRI) == wanted


def test_tabel_skala_of_a_scale_with_fractions_keeps_them():
    tabel = tabel_skala(SENDIRI)
    assert tabel["batas_bawah"].dropna().tolist() == [100, 80, 52.5]
    assert tabel["batas_atas"].dropna().tolist() == [100, 80, 52.5]
    assert set(tabel["aturan"]) == {SENDIRI.aturan}


def test_kode_kategori_of_an_own_scale_without_codes_names_it():
    bare = Skala("tanpa kode", (Pita("Baik", mulai=50), Pita("Kurang")))
    assert kategori(50, bare) == "Baik"
    with pytest.raises(RumusError, match="'tanpa kode' tidak mempunyai kode"):
        kode_kategori(50, bare)
