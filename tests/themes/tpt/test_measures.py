"""Measures of unemployment: the figures of the analysis, exactly, with their cells."""

from fractions import Fraction

import pytest

from lkjlib.loading import load
from lkjlib.themes.tpt.measures import measures


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


@pytest.mark.parametrize(
    ("ukuran", "nilai"),
    [
        ("anatomi.tpt.kota", Fraction(618000, 122163)),
        ("anatomi.tpt.perempuan", Fraction(269800, 44508)),
        ("anatomi.bekerja.rincian.jenis_kelamin", 115983),
        ("anatomi.terbanyak.pendidikan.1", "Sekolah Menengah Atas"),
        ("anatomi.terbanyak.pendidikan.2", "Universitas"),
        ("anatomi.terbanyak.jenis_kelamin.1", "Laki-laki"),
        ("anatomi.tertinggi.jenis_kelamin.1", "Perempuan"),
        ("anatomi.selisih_rincian.penganggur", 0),
        ("tpak_tetap.perubahan.perempuan", 700),
        ("tpak_tetap.bila_tpak_tetap.perempuan", Fraction(7017498, 2381)),
        ("tpak_tetap.arah_tpak.perempuan", "menurun"),
        ("jarak_tpt.orang.rpjmn_2019", 72),
        ("jarak_tpt.letak.kabupaten_banjar", "lebih tinggi"),
        ("jarak_tpt.letak.kota_banjarmasin", "lebih rendah"),
        ("jarak_tpt.peringkat.wilayah", 2),  # below Kota Banjarmasin only
    ],
)
def test_measures_are_exact(known, ukuran, nilai):
    assert known[ukuran].nilai == nilai


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("anatomi.tpt.kota", "ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15"),
        ("anatomi.tpt.perempuan", "ketenagakerjaan.xlsx!Pengangguran!D14 / Angkatan Kerja!D14"),
        ("anatomi.bekerja.laki_laki", "ketenagakerjaan.xlsx!Angkatan Kerja!D13 − Pengangguran!D13"),
        ("anatomi.penganggur_terbanyak.pendidikan.1", "ketenagakerjaan.xlsx!Pengangguran!D9"),
        ("tenaga_kerja.penganggur.rincian.pendidikan", "ketenagakerjaan.xlsx!Pengangguran!D12"),
        ("tpak_tetap.bila_tpak_tetap.perempuan", "(ketenagakerjaan.xlsx!TPAK!E7 × D6) / D7"),
        ("tpt_wilayah.tpt.kota_banjarmasin", "ketenagakerjaan.xlsx!TPT Wilayah!D9"),
        (
            "anatomi.terbanyak.jenis_kelamin.1",
            "ketenagakerjaan.xlsx!Pengangguran!D13:D14",
        ),
        (
            "anatomi.selisih_rincian.penganggur",
            "ketenagakerjaan.xlsx!Pengangguran!D12 − D15",
        ),
        (
            "jarak_tpt.letak.kabupaten_banjar",
            "(ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15) − "
            "kinerja.xlsx!Pembanding!F9",
        ),
    ],
)
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_measures_leave_a_group_without_labour_force_out(annexes):
    annexes.edit("ketenagakerjaan.xlsx", "Pengangguran", D10=0, D11=1259)
    annexes.edit("ketenagakerjaan.xlsx", "Angkatan Kerja", D10=0, D11=31037)
    data = load(path=annexes.folder)
    known = {measure.ukuran: measure for measure in measures(data.eksak)}
    assert known["tenaga_kerja.penganggur.diploma_i_ii_iii_akademi"].nilai == 0
    assert "anatomi.tpt.diploma_i_ii_iii_akademi" not in known
    assert known["anatomi.tpt.universitas"].nilai == Fraction(125900, 31037)
