"""Sasaran 2, section 2.1: new and coached UMKM, against figures typed from LKj 2019, Bab III."""

from dataclasses import replace

import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.umkm.analysis import (
    BATAS_BANDING,
    DIBANDINGKAN,
    KECIL,
    TANPA_PERINGKAT,
    TOTAL,
    bauran,
    bukan_bagian,
    konsentrasi,
    kuosien_lokasi,
    lebar,
    pangsa_bidang,
    peringkat,
    peta,
    rasio_menurut,
    rasio_sel,
    tabel_bidang,
)

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
    table = tabel_bidang(data, ukuran).set_index("kecamatan")
    assert {name: table.loc[name].tolist() for name in printed} == printed


def test_tabel_bidang_keeps_the_printed_order(data):
    table = tabel_bidang(data)
    assert list(table.columns[1:4]) == ["Kuliner", "Fashion", "Pendidikan"]
    assert table["kecamatan"].tolist()[:2] == ["Banjarbaru Selatan", "Banjarbaru Utara"]


@pytest.mark.parametrize("function", [tabel_bidang, kuosien_lokasi])
def test_tables_of_an_unknown_measure_are_refused(data, function):
    with pytest.raises(LkjError, match="binaan"):
        function(data, "omset")


def test_rasio_sel_without_coached_firms_stays_missing(data):
    cells = rasio_sel(data)
    assert cells.loc[cells["binaan"] == 0, "rasio"].isna().all()
    assert cells["rasio"].notna().sum() == (cells["binaan"] > 0).sum()


def test_rasio_sel_masks_by_the_coached_firms(data):
    cells = rasio_sel(data).set_index(["kecamatan", "bidang"])
    assert cells.loc[("Banjarbaru Utara", "Otomotif"), "status"] == DIBANDINGKAN  # 25 binaan
    assert cells.loc[("Banjarbaru Utara", "Fashion"), "status"] == KECIL  # 19
    assert cells.loc[("Landasan Ulin", "Agribisnis"), "status"] == KECIL  # 5
    assert cells.loc[("Cempaka", "Otomotif"), "status"] == TANPA_PERINGKAT  # 3


def test_bukan_bagian_finds_the_one_cell_with_new_but_no_coached_firms(data):
    assert bukan_bagian(data).to_numpy().tolist() == [["Banjarbaru Selatan", "Agribisnis", 3, 0]]


def test_peringkat_leaves_small_cells_out_and_falls(data):
    ranking = peringkat(data)
    assert ranking["binaan"].min() >= BATAS_BANDING
    assert ranking["rasio"].is_monotonic_decreasing
    assert ranking.loc[0, ["kecamatan", "bidang"]].tolist() == ["Cempaka", "Fashion"]
    assert ranking.loc[0, "rasio"] == pytest.approx(18 / 31 * 100)


def test_rasio_menurut_kecamatan_gives_the_ratio_without_each(data):
    frame = rasio_menurut(data).set_index("kecamatan")
    assert frame.loc["Landasan Ulin", "rasio"] == pytest.approx(109 / 256 * 100)
    assert frame.loc["Landasan Ulin", "rasio_tanpa"] == pytest.approx(349 / 1589 * 100)
    assert frame.loc[TOTAL, "rasio"] == pytest.approx(458 / 1845 * 100)


@pytest.mark.parametrize("menurut", ["kecamatan", "bidang"])
def test_rasio_menurut_shares_add_up(data, menurut):
    frame = rasio_menurut(data, menurut).iloc[:-1]
    assert frame[["bagian_baru", "bagian_binaan"]].sum().tolist() == pytest.approx([100, 100])


def test_rasio_menurut_an_unknown_column_is_refused(data):
    with pytest.raises(LkjError, match="kecamatan"):
        rasio_menurut(data, "desa")


def test_peta_holds_every_cell_and_the_totals_once(data):
    frame = peta(data)
    assert len(frame) == (5 + 1) * (7 + 1)
    assert not frame.duplicated(["kecamatan", "bidang"]).any()
    assert frame.iloc[-1][["kecamatan", "bidang", "baru", "binaan"]].tolist() == [
        *("Semua", "Semua"),
        *(458, 1845),
    ]
    assert list(frame["bidang"].unique())[-2:] == ["Bidang Lainnya", "Semua"]


def test_lebar_prints_counts_only_where_not_compared(data):
    table = lebar(peta(data)).set_index("kecamatan")
    assert table.loc["Landasan Ulin", "Kuliner"] == "52 (57/110)"
    assert table.loc["Banjarbaru Selatan", "Agribisnis"] == "– (3/0)"


def test_kuosien_lokasi_weighted_by_the_city_is_one(data):
    firms = tabel_bidang(data, "binaan").set_index("kecamatan").drop(columns="UMKM")
    quotient = kuosien_lokasi(data, "binaan").set_index("kecamatan")["Kuliner"]
    weights = firms.sum(axis=1).drop(TOTAL) / firms.loc[TOTAL].sum()
    assert (quotient * weights).sum() == pytest.approx(1)


def test_kuosien_lokasi_by_hand_and_masked(data):
    quotient = kuosien_lokasi(data, "binaan").set_index("kecamatan")
    assert quotient.loc["Cempaka", "Fashion"] == pytest.approx((31 / 193) / (93 / 1845))
    assert quotient["Pendidikan"].isna().all()


def test_konsentrasi_of_one_sector_is_one(data):
    only = data.umkm.query("bidang == 'Kuliner'").reset_index(drop=True)
    frame = konsentrasi(with_umkm(data, only))
    assert frame["hhi_baru"].tolist() == pytest.approx([1] * 6)
    assert frame["setara_binaan"].tolist() == pytest.approx([1] * 6)


def test_konsentrasi_lies_between_equal_shares_and_one_sector(data):
    frame = konsentrasi(data)
    assert frame[["hhi_baru", "hhi_binaan"]].to_numpy().min() >= 1 / 7
    assert frame[["setara_baru", "setara_binaan"]].to_numpy().min() >= 1


def test_bauran_expected_firms_add_up_to_the_observed(data):
    frame = bauran(data)
    assert frame["terharap"].sum() == pytest.approx(458)
    assert frame["selisih"].sum() == pytest.approx(0, abs=1e-9)


def test_bauran_landasan_ulin_by_hand(data):
    row = bauran(data).set_index("kecamatan").loc["Landasan Ulin"]
    city = [226 / 792, 38 / 93, 2 / 3, 5 / 50, 10 / 20, 34 / 109, 143 / 778]
    binaan = BINAAN["Landasan Ulin"][:7]
    expected = sum(n * r for n, r in zip(binaan, city, strict=True))
    assert row["terharap"] == pytest.approx(expected)
    assert row["indeks"] == pytest.approx(109 / expected)


def test_bauran_of_equal_ratios_is_one_everywhere(data):
    frame = data.umkm.assign(baru=lambda f: f["binaan"])
    assert bauran(with_umkm(data, frame))["indeks"].tolist() == pytest.approx([1] * 5)


def test_pangsa_bidang_puts_kuliner_first_below_half(data):
    shares = pangsa_bidang(data)
    assert shares.loc[0, "bidang"] == "Kuliner"
    assert shares.loc[0, "bagian_baru"] == pytest.approx(226 / 458 * 100)
    assert shares.loc[0, "bagian_baru"] < 50
    assert shares.set_index("bidang")["nisbah"].isna().to_dict()["Pendidikan"]  # 2 and 3 firms
