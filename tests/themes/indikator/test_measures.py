"""Measures of the indicators: exact, with the cells an auditor would ask for."""

from fractions import Fraction

import pytest
from small import write_report

from lkjlib.loading import load
from lkjlib.themes.indikator.distance import ambisi_dan_laju
from lkjlib.themes.indikator.measures import measures

TARGET, CAPAIAN = "kinerja.xlsx!Perjanjian Kinerja", "kinerja.xlsx!Capaian"
KOPERASI = "koperasi.xlsx!Pemeringkatan!D7:D8 / Keragaan!C29"


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_keys_are_unique(data, known):
    assert len(known) == sum(1 for _ in measures(data.eksak))


@pytest.mark.parametrize(
    ("ukuran", "nilai"),
    [
        ("kinerja.realisasi.tpt.2019", Fraction(618_000, 122_163)),
        ("kinerja.capaian.koperasi.2019", Fraction(3100, 132) / 30 * 100),
        ("kinerja.target.tpt.2019", Fraction("6.10")),
        ("kinerja.realisasi_tercetak.omzet.2019", 10),
        ("kinerja.kategori.omzet.2019", "Baik Sekali"),
        ("kinerja.kode_kategori.omzet.2019", "BS"),
        ("kinerja.perubahan_kategori.omzet.2019", "berubah dari Baik menjadi Baik Sekali"),
        ("kinerja.perubahan_kategori.tpt.2019", "tidak berubah"),
        ("kinerja.indikator_berubah_kategori", "Peningkatan omzet"),
        ("kinerja.tercapai.koperasi.2018", "tidak tercapai"),
        ("kinerja.arah.kasus.2017_2019", "tidak searah"),
        ("kinerja.arah.tpt.2017_2019", "menurun"),
        ("kinerja.realisasi.omzet.2017", None),
        ("kinerja.jumlah_tahun.omzet", 2),
        ("kinerja.status_rpjmn.tpt", "belum mencapai target nasional"),
        ("kinerja.laju_diperlukan.koperasi", (35 - Fraction(3100, 132)) / 2),
        ("pembanding.nilai.tpt.rpjmn_2019", 5),
        ("pembanding.ada_wilayah.kasus", "tidak ada data pembanding"),
        ("tersirat.target.kasus.2018", Fraction("2.55")),
        ("tersirat.target_rasio.kasus.2018", Fraction("2.5")),
        ("sasaran.capaian_rerata_tercetak.s2", Fraction("101.775")),
        ("sasaran.jumlah_kategori.baik_sekali", 3),
        ("sasaran.jumlah_baik_sekali.minimum_tercetak", 2),
        ("indikator.sasaran.s3", "Menurunnya Tingkat Pengangguran Terbuka"),
        ("skala.batas.cukup", 55),
        ("skala.batas.kurang", None),
    ],
)
def test_measures_are_the_figures_of_the_analysis(known, ukuran, nilai):
    assert known[ukuran].nilai == nilai


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("indikator.nama.koperasi", "kinerja.xlsx!Indikator!D6"),
        ("indikator.jumlah", "kinerja.xlsx!Indikator!D6:D10"),
        ("indikator.sasaran.s2", "kinerja.xlsx!Indikator!C7"),
        (
            "kinerja.realisasi.tpt.2019",
            "ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15",
        ),
        ("kinerja.target.tpt.2019", f"{TARGET}!E8"),
        ("kinerja.capaian.koperasi.2019", f"({KOPERASI}) / {TARGET}!E5"),
        ("kinerja.kategori.koperasi.2019", f"({KOPERASI}) / {TARGET}!E5"),
        ("kinerja.realisasi.koperasi.2018", f"{CAPAIAN}!F7"),
        ("kinerja.perubahan.koperasi.2018_2019", f"({KOPERASI}) − {CAPAIAN}!F7"),
        ("tersirat.target.kasus.2018", f"{CAPAIAN}!F11 / G11"),
        ("pembanding.nilai.koperasi.rpjmd_2021", "kinerja.xlsx!Pembanding!D6"),
        ("skala.batas.cukup", ""),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_what_rounded_inputs_give_goes_along(known):
    assert known["kinerja.capaian.koperasi.2019"].dari_bulatan == (Fraction("23.48") / 30 * 100,)
    assert known["kinerja.perubahan.koperasi.2018_2019"].dari_bulatan == (Fraction("3.64"),)
    assert known["kinerja.selisih_rpjmd.koperasi"].dari_bulatan == (Fraction("11.52"),)


def test_pace_is_the_one_that_the_tables_show(data, known):
    for row in ambisi_dan_laju(data).itertuples():
        for name in ("ambisi", "laju_dicapai", "laju_diperlukan"):
            exact = float(known[f"kinerja.{name}.{row.kode}"].nilai)
            assert getattr(row, name) == pytest.approx(exact, abs=1e-9)


def test_measures_of_a_report_without_counts_are_those_of_what_it_prints(tmp_path):
    data = load(write_report(tmp_path))
    found = {measure.ukuran: measure for measure in measures(data.eksak)}
    assert found["kinerja.realisasi.lpk.2031"].nilai == 21
    assert found["kinerja.capaian.turun.2031"].nilai == Fraction("-7.2") / Fraction("19.14") * 100
    assert found["kinerja.kategori.turun.2031"].nilai == "Kurang"
    assert found["kinerja.kode_kategori.kasus.2031"].nilai == "SB"
    assert found["kinerja.target.lpk.2032"].asal() == "kinerja.xlsx!Capaian!J3"
    assert found["kinerja.pembilang.lpk.2031"].nilai is None
    assert found["kinerja.laju_diperlukan.lpk"].nilai is None
    assert found["kinerja.perubahan.lpk.2030_2031"].definisi == "selisih realisasi, LPK"
    assert found["kinerja.perubahan.kasus.2030_2031"].definisi.endswith("poin persen")
    assert found["sasaran.jumlah_tercapai"].nilai == 1
    assert not [key for key in found if key.startswith(("kinerja.status_", "pembanding.nilai"))]
