"""Measures of new and coached firms: the figures of the analysis, exactly, with their cells."""

from dataclasses import replace
from fractions import Fraction

import pytest

from lkjlib.themes.umkm.analysis import pangsa_bidang, rasio_menurut
from lkjlib.themes.umkm.measures import measures


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_measures_are_exact(known):
    assert known["umkm.baru.total"].nilai == 458
    assert known["umkm.binaan.bidang.bidang_lainnya"].nilai == 778
    assert known["pangsa_bidang.bagian_baru.kuliner"].nilai == Fraction(22600, 458)
    assert known["kepekaan.baru.baru_paling_sedikit_untuk_target"].nilai == 443
    assert known["pangsa_bidang.jumlah"].nilai == 7


def test_measures_are_the_frames_of_the_analysis(data, known):
    for row in pangsa_bidang(data).itertuples():
        key = f"pangsa_bidang.selisih.{row.bidang.lower().replace(' ', '_')}"
        assert float(known[key].nilai) == pytest.approx(row.selisih)
    ratios = rasio_menurut(data).set_index("kecamatan")["rasio_tanpa"]
    found = known["rasio_kecamatan.rasio_tanpa.landasan_ulin"].nilai
    assert float(found) == pytest.approx(ratios["Landasan Ulin"])


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("umkm.baru.total", "umkm.xlsx!UMKM Baru!J12"),
        ("umkm.baru.kecamatan.cempaka", "umkm.xlsx!UMKM Baru!J9"),
        ("umkm.binaan.bidang.fashion", "umkm.xlsx!UMKM Binaan!D12"),
        ("rasio_kecamatan.rasio.cempaka", "umkm.xlsx!UMKM Baru!J9 / UMKM Binaan!J9"),
        ("pangsa_bidang.bagian_baru.kuliner", "umkm.xlsx!UMKM Baru!C12 / J12"),
        (
            "kepekaan.baru.baru_paling_sedikit_untuk_target",
            "kinerja.xlsx!Perjanjian Kinerja!E6 × umkm.xlsx!UMKM Binaan!J12",
        ),
        ("bukan_bagian.jumlah", "umkm.xlsx!UMKM Baru!G7; UMKM Binaan!G7"),
        (
            "rentang_efek.pasangan.2018",
            "kinerja.xlsx!Capaian!F8; umkm.xlsx!UMKM Binaan!C7:C11; D7:D11; E7:E11; F7:F11; "
            "G7:G11; H7:H11; I7:I11",
        ),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_words_follow_from_the_cells(data, known):
    assert known["umkm.baru.bidang_terbesar"].isi == "Kuliner"
    assert known["umkm.bentuk_ukuran"].isi == "rasio"
    assert known["bukan_bagian.jumlah"].nilai == 1  # Agribisnis, Banjarbaru Selatan: 3 of 0
    exact = data.eksak
    fewer = exact.umkm.assign(baru=lambda f: f[["baru", "binaan"]].min(axis=1))
    again = {m.ukuran: m for m in measures(replace(exact, frames={**exact.frames, "umkm": fewer}))}
    assert again["umkm.bentuk_ukuran"].isi == "persentase"


def test_ratio_without_a_coached_firm_is_missing(data):
    exact = data.eksak
    cells = exact.umkm
    cells.loc[cells["bidang"] == "Jasa", "binaan"] *= 0
    found = {m.ukuran: m for m in measures(replace(exact, frames={**exact.frames, "umkm": cells}))}
    assert found["rasio_bidang.rasio.jasa"].nilai is None
    assert found["rasio_bidang.rasio.kuliner"].nilai == Fraction(22600, 792)
