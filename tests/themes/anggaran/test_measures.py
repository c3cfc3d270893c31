"""Measures of the budget: the figures of the analysis, exactly, with their cells."""

from fractions import Fraction

import pytest

from lkjlib.themes.anggaran.measures import measures

KEWIRAUSAHAAN = "pengembangan_kewirausahaan_dan_keunggulan_kompetitif_umkm"
PENDUKUNG = "pengembangan_sistem_pendukung_usaha_bagi_umkm"
KESEMPATAN = "peningkatan_kesempatan_kerja"
B = "anggaran.xlsx!Program Kegiatan!"


@pytest.fixture(scope="module")
def known(data):
    return {measure.ukuran: measure for measure in measures(data.eksak)}


def test_measures_are_exact(known):
    assert known["anggaran.serapan.total"].nilai == Fraction(375_174_535_300, 3_923_949_220)
    assert known["sisa_anggaran.sisa.kedua_jenis_belanja"].nilai == 268_285_418
    assert known[f"tiga_sumber.alokasi_kurang_pk.{PENDUKUNG}"].nilai == -13_097_750
    assert known["program.nama.9"].nilai == "Program Peningkatan Kesempatan Kerja"
    assert known["anggaran.jumlah.pemeringkatan"].nilai == 0
    assert known["per_sasaran.jumlah_program.menurunnya_tingkat_pengangguran_terbuka"].nilai == 2


def test_measures_of_efficiency_start_from_exact_capaian(known):
    capaian = known["efisiensi_sasaran.capaian.menurunnya_kasus_ketenagakerjaan"]
    assert capaian.nilai == Fraction(2200, 21)
    assert "(kasus.xlsx!Kasus!A6:A15 / Wajib Lapor!C6)" in capaian.asal()


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("anggaran.alokasi.total", f"{B}C65"),
        ("anggaran.jumlah", f"{B}C9:C17; C19:C27; C29:C31; C34:C36; C38:C40; C42:C43; C45:C49; "
         "C52; C54:C55; C57:C64"),
        (f"program.serapan.{KESEMPATAN}", f"{B}D53 / C53"),
        (f"program.jumlah_kegiatan.{KESEMPATAN}", f"{B}B54:B55"),
        ("program.nama.9", f"{B}B53"),
        (f"program.fisik_kosong.{KEWIRAUSAHAAN}", f"{B}B40"),
        (f"kegiatan.alokasi.{KESEMPATAN}.penyebarluasan_informasi_bursa_tenaga_kerja", f"{B}C54"),
        ("anggaran.alokasi.pengadaan", f"{B}C19:C21"),
        ("sisa_anggaran.serapan.belanja_langsung", "anggaran.xlsx!Belanja!D9 / C9"),
        (f"tiga_sumber.alokasi_kurang_pk.{KEWIRAUSAHAAN}", f"{B}C37 − Perjanjian Kinerja!D8"),
        ("tidak_tercantum.alokasi.menurunnya_kasus_ketenagakerjaan", f"{B}C63"),
    ],
)  # fmt: skip
def test_measures_name_the_cells_they_rest_on(data, known, ukuran, asal):
    assert known[ukuran].asal(data.jumlah) == asal


def test_no_two_measures_have_one_key(data):
    keys = [measure.ukuran for measure in measures(data.eksak)]
    assert len(keys) == len(set(keys))
