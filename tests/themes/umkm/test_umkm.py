"""Sasaran 2, section 2.1: new and coached UMKM, against figures typed from LKj 2019, Bab III."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from lkjlib.errors import LkjError
from lkjlib.numbers.fractions import pecahan_mungkin
from lkjlib.themes.umkm import api as umkm
from lkjlib.themes.umkm.rasio import BATAS_BANDING, DIBANDINGKAN, KECIL, SAMAR, TOTAL

# Rekapitulasi UMKM Baru and UMKM Binaan, rows as printed: seven bidang, then UMKM
BARU = {
    "Banjarbaru Selatan": [77, 8, 0, 1, 3, 11, 53, 153],
    "Cempaka": [11, 18, 0, 0, 0, 1, 12, 42],
    "Total Keseluruhan": [226, 38, 2, 5, 10, 34, 143, 458],
}
BINAAN = {
    "Landasan Ulin": [110, 17, 1, 10, 5, 12, 101, 256],
    "Liang Anggang": [84, 8, 1, 5, 10, 13, 72, 193],
    "Total Keseluruhan": [792, 93, 3, 50, 20, 109, 778, 1845],
}


def with_umkm(data, frame):
    return replace(data, frames={**data.frames, "umkm": frame})


@pytest.mark.parametrize(("ukuran", "printed"), [("baru", BARU), ("binaan", BINAAN)])
def test_tabel_bidang_rows_are_the_printed_ones(data, ukuran, printed):
    table = umkm.tabel_bidang(data, ukuran).set_index("kecamatan")
    assert {name: table.loc[name].tolist() for name in printed} == printed


def test_tabel_bidang_keeps_the_printed_order(data):
    table = umkm.tabel_bidang(data)
    assert list(table.columns[1:4]) == ["Kuliner", "Fashion", "Pendidikan"]
    assert table["kecamatan"].tolist()[:2] == ["Banjarbaru Selatan", "Banjarbaru Utara"]


@pytest.mark.parametrize("function", [umkm.tabel_bidang, umkm.kuosien_lokasi])
def test_tables_of_an_unknown_measure_are_refused(data, function):
    with pytest.raises(LkjError, match="binaan"):
        function(data, "omset")


def test_rasio_sel_without_coached_firms_stays_missing(data):
    cells = umkm.rasio_sel(data)
    assert cells.loc[cells["binaan"] == 0, "rasio"].isna().all()
    assert cells["rasio"].notna().sum() == (cells["binaan"] > 0).sum()


def test_rasio_sel_masks_by_the_coached_firms(data):
    cells = umkm.rasio_sel(data).set_index(["kecamatan", "bidang"])
    assert cells.loc[("Banjarbaru Utara", "Otomotif"), "status"] == DIBANDINGKAN  # 25 binaan
    assert cells.loc[("Banjarbaru Utara", "Fashion"), "status"] == KECIL  # 19
    assert cells.loc[("Landasan Ulin", "Agribisnis"), "status"] == KECIL  # 5
    assert cells.loc[("Cempaka", "Otomotif"), "status"] == SAMAR  # 3


def test_bukan_bagian_finds_the_one_cell_with_new_but_no_coached_firms(data):
    assert umkm.bukan_bagian(data).to_numpy().tolist() == [
        ["Banjarbaru Selatan", "Agribisnis", 3, 0]
    ]


def test_peringkat_leaves_small_cells_out_and_falls(data):
    ranking = umkm.peringkat(data)
    assert ranking["binaan"].min() >= BATAS_BANDING
    assert ranking["rasio"].is_monotonic_decreasing
    assert ranking.loc[0, ["kecamatan", "bidang"]].tolist() == ["Cempaka", "Fashion"]
    assert ranking.loc[0, "rasio"] == pytest.approx(18 / 31 * 100)


def test_rasio_menurut_kecamatan_gives_the_ratio_without_each(data):
    frame = umkm.rasio_menurut(data).set_index("kecamatan")
    assert frame.loc["Landasan Ulin", "rasio"] == pytest.approx(109 / 256 * 100)
    assert frame.loc["Landasan Ulin", "rasio_tanpa"] == pytest.approx(349 / 1589 * 100)
    assert frame.loc[TOTAL, "rasio"] == pytest.approx(458 / 1845 * 100)


@pytest.mark.parametrize("menurut", ["kecamatan", "bidang"])
def test_rasio_menurut_shares_add_up(data, menurut):
    frame = umkm.rasio_menurut(data, menurut).iloc[:-1]
    assert frame[["bagian_baru", "bagian_binaan"]].sum().tolist() == pytest.approx([100, 100])


def test_rasio_menurut_an_unknown_column_is_refused(data):
    with pytest.raises(LkjError, match="kecamatan"):
        umkm.rasio_menurut(data, "desa")


def test_peta_holds_every_cell_and_the_totals_once(data):
    frame = umkm.peta(data)
    assert len(frame) == (5 + 1) * (7 + 1)
    assert not frame.duplicated(["kecamatan", "bidang"]).any()
    assert frame.iloc[-1][["kecamatan", "bidang", "baru", "binaan"]].tolist() == [
        *("Semua", "Semua"),
        *(458, 1845),
    ]
    assert list(frame["bidang"].unique())[-2:] == ["Bidang Lainnya", "Semua"]


def test_lebar_prints_counts_only_where_not_compared(data):
    table = umkm.lebar(umkm.peta(data)).set_index("kecamatan")
    assert table.loc["Landasan Ulin", "Kuliner"] == "52 (57/110)"
    assert table.loc["Banjarbaru Selatan", "Agribisnis"] == "– (3/0)"


def test_kuosien_lokasi_weighted_by_the_city_is_one(data):
    firms = umkm.tabel_bidang(data, "binaan").set_index("kecamatan").drop(columns="UMKM")
    quotient = umkm.kuosien_lokasi(data, "binaan").set_index("kecamatan")["Kuliner"]
    weights = firms.sum(axis=1).drop(TOTAL) / firms.loc[TOTAL].sum()
    assert (quotient * weights).sum() == pytest.approx(1)


def test_kuosien_lokasi_by_hand_and_masked(data):
    quotient = umkm.kuosien_lokasi(data, "binaan").set_index("kecamatan")
    assert quotient.loc["Cempaka", "Fashion"] == pytest.approx((31 / 193) / (93 / 1845))
    assert quotient["Pendidikan"].isna().all()


def test_konsentrasi_of_one_sector_is_one(data):
    only = data.umkm.query("bidang == 'Kuliner'").reset_index(drop=True)
    frame = umkm.konsentrasi(with_umkm(data, only))
    assert frame["hhi_baru"].tolist() == pytest.approx([1] * 6)
    assert frame["setara_binaan"].tolist() == pytest.approx([1] * 6)


def test_konsentrasi_lies_between_equal_shares_and_one_sector(data):
    frame = umkm.konsentrasi(data)
    assert frame[["hhi_baru", "hhi_binaan"]].to_numpy().min() >= 1 / 7
    assert frame[["setara_baru", "setara_binaan"]].to_numpy().min() >= 1


def test_bauran_expected_firms_add_up_to_the_observed(data):
    frame = umkm.bauran(data)
    assert frame["terharap"].sum() == pytest.approx(458)
    assert frame["selisih"].sum() == pytest.approx(0, abs=1e-9)


def test_bauran_landasan_ulin_by_hand(data):
    row = umkm.bauran(data).set_index("kecamatan").loc["Landasan Ulin"]
    city = [226 / 792, 38 / 93, 2 / 3, 5 / 50, 10 / 20, 34 / 109, 143 / 778]
    binaan = BINAAN["Landasan Ulin"][:7]
    expected = sum(n * r for n, r in zip(binaan, city, strict=True))
    assert row["terharap"] == pytest.approx(expected)
    assert row["indeks"] == pytest.approx(109 / expected)


def test_bauran_of_equal_ratios_is_one_everywhere(data):
    frame = data.umkm.assign(baru=lambda f: f["binaan"])
    assert umkm.bauran(with_umkm(data, frame))["indeks"].tolist() == pytest.approx([1] * 5)


def test_pangsa_bidang_puts_kuliner_first_below_half(data):
    shares = umkm.pangsa_bidang(data)
    assert shares.loc[0, "bidang"] == "Kuliner"
    assert shares.loc[0, "bagian_baru"] == pytest.approx(226 / 458 * 100)
    assert shares.loc[0, "bagian_baru"] < 50
    assert shares.set_index("bidang")["nisbah"].isna().to_dict()["Pendidikan"]  # 2 and 3 firms


def test_kepekaan_least_new_firms_stand_right_at_the_target(data):
    rows = umkm.kepekaan(data).set_index("uraian")
    target = Fraction(2397, 10000)  # Tabel I: 23,97 %
    least = int(rows.loc["baru paling sedikit untuk target", "baru"])
    most = int(rows.loc["binaan paling banyak untuk target", "binaan"])
    assert (least, most) == (443, 1910)
    assert Fraction(least, 1845) >= target > Fraction(least - 1, 1845)
    assert Fraction(458, most) >= target > Fraction(458, most + 1)


def test_kepekaan_a_new_firm_raises_and_a_coached_one_lowers_the_ratio(data):
    change = umkm.kepekaan(data).set_index("uraian")["perubahan"]
    assert change["satu UMKM baru lagi"] == pytest.approx(100 / 1845)
    assert change["satu UMKM binaan lagi"] < 0


def test_rentang_efek_counts_the_pairs_and_excludes_this_years_denominator(data):
    frame = umkm.rentang_efek(data).set_index("tahun")
    assert frame["pasangan"].to_dict() == {
        2017: len(pecahan_mungkin("11,51", 1845)),
        2018: len(pecahan_mungkin("19,31", 1845)),
    }
    assert pecahan_mungkin("11,51", 1845, minimal=1845) == []
    assert pecahan_mungkin("19,31", 1845, minimal=1845) == []
    assert not frame["binaan_tetap"].any()


def test_rentang_efek_break_even_is_the_first_pair_with_as_many_new_firms(data):
    least = umkm.rentang_efek(data).set_index("tahun").loc[2018, "binaan_impas"]
    pairs = pecahan_mungkin("19,31", 2400, minimal=2300)
    assert least == min(d for n, d in pairs if n >= 458)


def test_rentang_efek_with_more_coached_firms_allows_more_pairs(data):
    narrow, wide = umkm.rentang_efek(data), umkm.rentang_efek(data, maks=2500)
    assert (wide["pasangan"] > narrow["pasangan"]).all()


def test_temuan_say_the_numbers(data):
    target, population, kuliner, kecamatan, years = umkm.temuan(data)
    assert "paling sedikit 443" in target.kalimat
    assert "3 UMKM baru dan 0 UMKM binaan" in population.kalimat
    assert "226 dari 458" in kuliner.kalimat
    assert "49,34 %" in kuliner.kalimat
    assert "21,96 %" in kecamatan.kalimat
    assert years.vonis == "tidak dapat diuji"


def test_temuan_without_impossible_cells_still_reads(data):
    frame = data.umkm.assign(baru=lambda f: f[["baru", "binaan"]].min(axis=1))
    population = umkm.temuan(with_umkm(data, frame))[1]
    assert population.kalimat.startswith("Tidak ada sel")


def test_temuan_are_the_headings_of_the_notebook(data, root):
    text = (root / "notebooks" / "02-umkm.ipynb").read_text(encoding="utf-8")
    assert [t.judul for t in umkm.temuan(data) if f"### {t.judul}" not in text] == []
