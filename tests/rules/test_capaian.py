"""Capaian by named formula: the registry, the report's figures, PANRB's examples, missing input."""

from decimal import Decimal
from fractions import Fraction
from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.errors import RumusError
from lkjlib.ledger.measures import if_printed, measures
from lkjlib.loading import load
from lkjlib.numbers.exact import Exact
from lkjlib.products.catalogue import find_exhibit
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET, capaian, require_rumus, tabel_rumus
from lkjlib.rules.targets import target_tersirat
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.omzet import analysis as omzet

STABIL = settings(deadline=None, derandomize=True)
POSITIF = st.floats(0.01, 1e6)


@pytest.mark.parametrize(
    ("realisasi", "target", "rumus", "tercetak"),
    [  # LKj 2019 Bab III A.2, pengukuran kinerja
        (23.48, 30, "positif", 78.27),
        (24.82, 23.97, "positif", 103.55),
        (10, 10, "positif", 100.00),
        (5.06, 6.10, "negatif", 117.05),
        (2.38, 2.5, "negatif", 104.80),
    ],
)
def test_capaian_of_printed_input_gives_the_printed_capaian(realisasi, target, rumus, tercetak):
    assert capaian(realisasi, target, rumus) == pytest.approx(tercetak, abs=0.005)


@pytest.mark.parametrize(
    ("realisasi", "hasil"),
    [(6.5, 107.142857), (7, 100), (7.5, 100), (8, 100), (9, 87.5)],
)
def test_capaian_rentang_judges_against_the_nearest_bound(realisasi, hasil):
    assert capaian(realisasi, (7, 8), "rentang") == pytest.approx(hasil)


def test_capaian_other_negative_rules_follow_their_formula():
    assert capaian(4, 5, "negatif-rasio") == 125
    assert capaian(7, 6, "negatif-baseline", baseline=10) == 75


def test_capaian_is_not_capped():
    assert capaian(500, 10) == 5000
    assert capaian(30, 10, "negatif") == -100


@pytest.mark.parametrize("rumus", ["positif", "negatif", "negatif-rasio"])
def test_capaian_with_decimal_input_stays_decimal(rumus):
    hasil = capaian(Decimal("6.10"), 6.1, rumus)
    assert type(hasil) is Decimal
    assert hasil == 100


def test_capaian_rentang_and_baseline_with_decimal_input_stay_exact():
    assert capaian(Decimal(9), (7, 8), "rentang") == Decimal("87.5")
    assert capaian(Decimal("7.5"), (7, 8), "rentang") == Decimal(100)
    assert capaian(7, Decimal(6), "negatif-baseline", baseline=10) == Decimal(75)


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA, Decimal("NaN")], ids=repr)
def test_capaian_of_missing_scalar_is_nan(kosong):
    for hasil in (
        capaian(kosong, 30),
        capaian(23.48, kosong),
        capaian(Decimal(1), kosong, "negatif"),
        capaian(kosong, 0),
        capaian(kosong, (7, 8), "rentang"),
        capaian(7, (kosong, 8), "rentang"),
        capaian(kosong, 5, "negatif-baseline", baseline=7),
    ):
        assert type(hasil) is float
        assert isnan(hasil)


def test_capaian_of_series_works_by_row_and_keeps_the_index():
    hasil = capaian(
        pd.Series([5.06, np.nan, 3.0], index=[2019, 2018, 2017]),
        pd.Series([6.10, 5.0, np.nan], index=[2019, 2018, 2017]),
        "negatif",
    )
    assert hasil.name == "capaian"
    assert hasil.index.to_list() == [2019, 2018, 2017]
    assert hasil.round(2).to_list()[0] == 117.05
    assert hasil.isna().to_list() == [False, True, True]


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "int64", "float32", object])
def test_capaian_of_any_number_dtype_gives_float64(dtype):
    hasil = capaian(pd.Series([1, 2], dtype=dtype), 4)
    assert hasil.dtype == np.float64
    assert hasil.to_list() == [25, 50]


def test_capaian_of_series_with_na_and_decimal_objects_gives_nan_where_missing():
    hasil = capaian(pd.Series([pd.NA, None, Decimal(2)], dtype=object), 4)
    assert hasil.isna().to_list() == [True, True, False]
    assert hasil[2] == 50


def test_capaian_of_arrays_works_elementwise():
    hasil = capaian(np.array([[6.5, 7.5], [9.0, np.nan]]), (7, 8), "rentang")
    assert isinstance(hasil, np.ndarray)
    np.testing.assert_allclose(hasil, [[107.142857, 100], [87.5, np.nan]])


def test_capaian_of_empty_series_is_empty():
    assert capaian(pd.Series([], dtype=float), 4).empty


@pytest.mark.parametrize(
    ("realisasi", "target", "rumus", "baseline", "sebab"),
    [
        (5, 0, "positif", None, "target = 0"),
        (5, 0, "negatif", None, "target = 0"),
        (0, 5, "negatif-rasio", None, "realisasi = 0"),
        (5, 7, "negatif-baseline", 7, "baseline = target"),
        (-1, (0, 8), "rentang", None, "batas target = 0"),
        (Decimal(5), Decimal(0), "positif", None, "target = 0"),
    ],
)
def test_capaian_with_zero_denominator_says_which(realisasi, target, rumus, baseline, sebab):
    with pytest.raises(RumusError, match=sebab):
        capaian(realisasi, target, rumus, baseline=baseline)


def test_capaian_of_series_with_zero_targets_names_every_row():
    target = pd.Series([1.0, 0.0, 0.0], index=["koperasi", "tpt", "kasus"])
    with pytest.raises(RumusError, match="pada baris tpt, kasus"):
        capaian(pd.Series([1.0, 2.0, 3.0], index=target.index), target)


def test_capaian_of_series_missing_realisasi_with_zero_target_is_nan():
    hasil = capaian(pd.Series([np.nan, 1.0]), pd.Series([0.0, 2.0]))
    assert hasil.isna().to_list() == [True, False]


def test_capaian_rentang_inside_a_range_that_starts_at_zero_is_hundred():
    assert capaian(0, (0, 8), "rentang") == 100


@pytest.mark.parametrize(
    ("argumen", "kunci", "pesan"),
    [
        ((1, 2, "negatf"), {}, "Mungkin maksudnya 'negatif'"),
        (("1", 2), {}, "realisasi harus bilangan"),
        ((True, 2), {}, "realisasi harus bilangan"),
        ((1, pd.Series(["2"])), {}, "target harus bilangan"),
        ((np.array([True]), 2), {}, "realisasi harus bilangan"),
        ((1, 2, "rentang"), {}, "pasangan"),
        ((1, (1, 2)), {}, "pasangan"),
        ((1, (1, 2, 3), "rentang"), {}, "pasangan"),
        ((1, (1, 2, 3)), {}, "target harus bilangan"),
        ((1, (8, 7), "rentang"), {}, "batas bawah target di atas"),
        ((1, 2, "negatif-baseline"), {}, "baseline wajib"),
        ((1, 2), {"baseline": 3}, "baseline wajib"),
        ((pd.Series([1.0]), pd.Series([1.0], index=[5])), {}, "indeks"),
        ((pd.Series([1.0]), np.array([1.0, 2.0])), {}, "panjang"),
        ((np.array([1.0, 2.0]), np.array([1.0, 2.0, 3.0])), {}, "panjang"),
    ],
)
def test_capaian_misused_is_refused_with_reason(argumen, kunci, pesan):
    with pytest.raises(RumusError, match=pesan):
        capaian(*argumen, **kunci)


@STABIL
@given(POSITIF)
def test_capaian_of_target_reached_exactly_is_exactly_hundred(target):
    for rumus in ("positif", "negatif", "negatif-rasio"):
        assert capaian(target, target, rumus) == 100


@STABIL
@given(st.lists(st.tuples(POSITIF, POSITIF), min_size=1, max_size=5))
def test_capaian_of_series_equals_capaian_of_scalars(pasangan):
    realisasi, target = (pd.Series(kolom) for kolom in zip(*pasangan, strict=True))
    for rumus in ("positif", "negatif", "negatif-rasio"):
        satuan = [capaian(r, t, rumus) for r, t in pasangan]
        assert capaian(realisasi, target, rumus).to_list() == satuan


def test_registry_holds_the_five_named_formulas():
    assert list(RUMUS) == ["positif", "negatif", "negatif-rasio", "negatif-baseline", "rentang"]


def test_tabel_rumus_describes_every_formula():
    tabel = tabel_rumus()
    assert list(tabel.columns) == ["nama", "rumus", "polaritas", "sumber", "keterangan"]
    assert tabel["nama"].to_list() == list(RUMUS)
    assert (tabel != "").all(axis=None)


def test_require_rumus_of_unknown_name_lists_names_and_closest():
    with pytest.raises(RumusError, match=r"Pilihan: positif, .*Mungkin maksudnya 'negatif'"):
        require_rumus("negatf")


def test_persen_of_a_zero_denominator_is_refused():
    with pytest.raises(RumusError, match="'negatif-rasio' tidak terdefinisi karena realisasi = 0"):
        RUMUS["negatif-rasio"].persen(Fraction(0), Fraction(6))


@pytest.mark.parametrize("nama", RUMUS_SATU_TARGET)
def test_words_of_a_formula_are_its_fraction(nama):
    words = RUMUS[nama].dalam_kata("realisasi", "target")
    exact = RUMUS[nama].persen(Fraction(5), Fraction(8))
    assert eval(words, {"realisasi": Fraction(5), "target": Fraction(8)}) == exact
    assert capaian(Decimal(5), Decimal(8), nama) == pytest.approx(Decimal(float(exact)))
    tersirat = target_tersirat("5,00", f"{float(exact):.4f}".replace(".", ","), nama)
    assert tersirat.bawah <= 8 <= tersirat.atas


def _as_a_sheet(words, row):
    """Value of a workbook's formula in words for a row of its frame."""
    names = dict(row) | {"IF": lambda test, yes, no: yes if test else no}
    return eval(words.replace(" = ", " == "), names)


@pytest.mark.parametrize("nama", RUMUS_SATU_TARGET)
def test_every_capaian_of_the_project_follows_the_declared_formula(annexes, nama):
    for cell in ("I7", "I8", "I9"):  # wirausaha, omzet, tpt
        annexes.edit("kinerja.xlsx", "Indikator", **{cell: nama})
    data = load(path=annexes.folder)
    rows, known = ringkasan(data).set_index("kode"), measures(data)
    columns = find_exhibit("indikator.ringkasan").isi(data).kolom
    formulas = {column.nama: column.rumus for column in columns if column.rumus}
    assert len(formulas) == 2
    for kode in ("wirausaha", "omzet", "tpt"):
        row = rows.loc[kode]
        expected = RUMUS[nama].persen(known[f"kinerja.realisasi.{kode}.2019"].nilai, row["target"])
        assert row["capaian_dihitung"] == pytest.approx(float(expected))
        assert float(known[f"kinerja.capaian.{kode}.2019"].nilai) == pytest.approx(float(expected))
        for column, words in formulas.items():
            in_words = {**row, "rumus_kata": RUMUS[nama].tertulis}
            assert _as_a_sheet(words, in_words) == pytest.approx(row[column])
    growth = omzet.pembulatan(data).iloc[-1]["capaian"]
    real = omzet.kenaikan_riil(data).set_index("inflasi").loc[0, "capaian_riil"]
    assert [growth, real] == pytest.approx([rows.loc["omzet", "capaian_dihitung"]] * 2)
    same = known["umkm.baru.total"].isi
    bila = {m.ukuran: m.nilai for m in if_printed(known, same, data.laporan, "wirausaha")}
    assert (
        bila["wirausaha.capaian_bila_baru_tercetak"]
        == known["kinerja.capaian.wirausaha.2019"].nilai
    )


def test_capaian_of_exact_numbers_keeps_their_cells():
    realisasi, target = (
        Exact(Decimal("5.06"), "k.xlsx!C!H10"),
        Exact(Decimal("6.10"), "k.xlsx!P!E8"),
    )
    hasil = capaian(realisasi, target, "negatif")
    assert hasil == Fraction(7140, 61)
    assert hasil.asal() == "(k.xlsx!P!E8 − C!H10) / P!E8"
    assert capaian(realisasi, 6.10, "negatif") == hasil
    assert isnan(capaian(None, target, "negatif"))


def test_capaian_of_a_series_of_exact_numbers_is_exact_row_by_row():
    exact = [Exact(9, "k.xlsx!C!A1"), None, Exact(3, "k.xlsx!C!A3")]
    hasil = capaian(pd.Series(exact, index=list("abc"), dtype=object), 10)
    assert (hasil.name, hasil["a"], hasil["c"].asal()) == ("capaian", 90, "k.xlsx!C!A3")
    assert isnan(hasil["b"])
    with pytest.raises(RumusError, match="target = 0 pada baris a, c"):
        capaian(pd.Series(exact, index=list("abc"), dtype=object), 0)


@pytest.mark.parametrize(
    ("argumen", "hasil"),
    [((9, (7, 8), "rentang"), "87.5"), ((7, 6, "negatif-baseline"), "75"), ((4, 5), "80")],
)
def test_capaian_of_exact_and_plain_numbers_agree(argumen, hasil):
    realisasi, target, *rumus = argumen
    lain = {"baseline": 10} if "negatif-baseline" in rumus else {}
    exact = capaian(Exact(realisasi, "k.xlsx!C!A1"), target, *rumus, **lain)
    assert exact == Fraction(hasil)
    assert float(exact) == capaian(realisasi, target, *rumus, **lain)
