"""The real second report against figures of LKIP 2016 typed by hand: another office and units."""

import pytest
from openpyxl import load_workbook
from places import ROOT

from lkjlib.build.inspection import find_faults
from lkjlib.loading import load
from lkjlib.rules.category import kategori

FOLDER = ROOT / "data" / "jabar-disnakertrans-2016"


@pytest.fixture(scope="module")
def jabar():
    return load(path=FOLDER)


def test_its_eleven_indicators_stand_under_six_sasaran_in_five_units(jabar):
    cards = jabar.indikator
    assert cards.groupby("sasaran", sort=False).size().tolist() == [3, 2, 1, 3, 1, 1]
    assert set(cards["satuan"]) == {"persen", "LPK", "orang", "lembaga", "KK"}


def test_its_results_are_those_printed(jabar):
    # Tabel 3.1
    frame = jabar.kinerja.query("tahun == 2016")
    assert frame["realisasi"].tolist() == [
        *(0.34, 2.29, 21, 72.16, 640, 90.7, -7.2, 202, 63.64, 14.59, 206)
    ]
    assert frame["capaian"].tolist() == [
        *(63.36, 58.34, 70, 82.51, 64, 139.54, -37.6, 161.6, 254.55, 291.8, 114.44)
    ]
    assert frame["kategori"].tolist() == list(kategori(frame["capaian"], jabar.laporan.skala))
    assert (frame["kategori"] == "Sangat Baik").sum() == 5  # Bab III says six


def test_targets_of_five_years_stand_where_known(jabar):
    known = jabar.kinerja.groupby("tahun")["target"].count()
    assert known.to_dict() == {2013: 0, 2014: 9, 2015: 9, 2016: 11, 2017: 11, 2018: 11}


@pytest.mark.parametrize("kode", ["wub", "transmigran"])
def test_yearly_targets_and_the_base_add_up_to_the_end_of_the_plan(jabar, kode):
    own = jabar.kinerja.query("kode == @kode")
    end = jabar.pembanding.query("kode == @kode")["nilai"].item()
    assert own["target"].sum() + own["realisasi"].iloc[0] == end


def test_its_81_kegiatan_add_up_to_the_direct_spending(jabar):
    assert len(jabar.anggaran) == 81
    assert jabar.anggaran["program"].nunique() == 10
    direct = jabar.belanja.set_index("uraian").loc["Belanja Langsung"]
    assert jabar.anggaran["alokasi"].sum() == direct["anggaran"] == 40_938_578_850
    assert jabar.anggaran["realisasi"].sum() == direct["realisasi"] == 38_758_458_703
    assert "39.2" in set(jabar.anggaran["kode"])


def test_three_indicators_have_counts(jabar):
    assert {kode: count(jabar)[0] for kode, count in jabar.hitungan.items()} == {
        "serapan": 401_271,
        "wub": 640,
        "phi": 712,
    }


def test_its_faults_as_a_report_are_found_and_none_blocks():
    faults = find_faults(FOLDER)
    assert {f.tingkat for f in faults} == {"peringatan"}
    assert [(f.ditemukan, f.diharapkan) for f in faults] == [
        ("127,32", "114,78 (rata-rata 11 baris)"),
        ("realisasi 2014 sama dengan target pada 9 dari 9 baris", "realisasi yang diukur"),
    ]


@pytest.mark.parametrize("berkas", ["kinerja.xlsx", "anggaran.xlsx"])
def test_its_workbooks_look_like_those_of_an_office(berkas):
    formulas, values = (
        load_workbook(FOLDER / berkas),
        load_workbook(FOLDER / berkas, data_only=True),
    )
    for sheet in formulas:
        assert str(sheet["A1"].value).isupper()
        assert any(str(cell.value).startswith("Sumber:") for cell in sheet["A"])
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("="):
                    assert isinstance(values[sheet.title][cell.coordinate].value, int)
    assert not formulas.properties.creator
