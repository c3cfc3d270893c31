"""Indicators of any unit and scale: what blocks, and where the report contradicts itself."""

import pandas as pd
import pytest
from small import CAPAIAN, INDIKATOR, LAPORAN, altered, write_report

from lkjlib.build.inspection import find_faults
from lkjlib.loading import load

CACAH = [["Kode", "Tahun", "Pembilang", "Penyebut"], ["kasus", 2031, 712, 785]]
COUNTED = altered(INDIKATOR, G3="cacah")


def faults(folder):
    return [(f.tingkat, f.alamat, f.ditemukan, f.diharapkan) for f in find_faults(folder)]


def test_a_report_of_any_units_and_scale_is_clean(tmp_path):
    assert faults(write_report(tmp_path)) == []


def test_negative_results_capaian_over_200_and_years_ahead_are_values(tmp_path):
    rows = altered(CAPAIAN, G4=500, H4=769.23)
    data = load(path=write_report(tmp_path, Capaian=rows))
    frame = data.kinerja.set_index(["kode", "tahun"])
    assert frame.loc[("turun", 2031), "capaian"] == -37.6
    assert frame.loc[("kasus", 2031), "capaian"] == 769.23
    assert frame.loc[("kasus", 2032), "target"] == 70
    assert frame.loc[(slice(None), 2032), ["realisasi", "capaian"]].isna().all(axis=None)
    assert pd.isna(frame.loc[("lpk", 2030), "target"])
    assert data.asal("kinerja", 2, "tahun") == "kinerja.xlsx!Capaian!J3"


def test_the_sheet_perjanjian_kinerja_is_not_needed_where_capaian_has_targets(tmp_path):
    data = load(path=write_report(tmp_path))
    assert data.kinerja.query("tahun == 2031")["target"].tolist() == [30, 65, 19.14]


def test_a_target_that_differs_between_two_sheets_is_a_warning(tmp_path):
    rows = [["Sasaran Strategis", "Kode", "Indikator Kinerja", "Target 2031"]]
    rows += [[r[1], r[0], r[2], t] for r, t in zip(INDIKATOR[1:], (31, 65, 19.14), strict=True)]
    assert faults(write_report(tmp_path, Perjanjian_Kinerja=rows)) == [
        ("peringatan", "kinerja.xlsx!Capaian!F3", "30",
         "31 (Perjanjian Kinerja, kinerja.xlsx!Perjanjian Kinerja!D2)")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({"H3": 71}, "70,00 (realisasi / target * 100; G3, kinerja.xlsx!Capaian!F3)"),
        ({"H5": 37.6}, "-37,62 (realisasi / target * 100; G5, kinerja.xlsx!Capaian!F5)"),
        ({"E4": 150}, "156,67 (realisasi / target * 100; D4, kinerja.xlsx!Capaian!C4)"),
    ],
)
def test_a_printed_capaian_that_its_figures_do_not_give_is_a_warning(tmp_path, cells, wanted):
    (sel,) = cells
    found = faults(write_report(tmp_path, Capaian=altered(CAPAIAN, I5=None, **cells)))
    assert [(f[0], f[1], f[3]) for f in found] == [
        ("peringatan", f"kinerja.xlsx!Capaian!{sel}", wanted)
    ]


@pytest.mark.parametrize("printed", [-37.64, -37.6, -37.59])
def test_a_capaian_that_a_realisasi_before_rounding_gives_is_none(tmp_path, printed):
    """-7,20 may stand for -7,204: 63,36 beside 0,34 of 0,53 is no contradiction."""
    assert faults(write_report(tmp_path, Capaian=altered(CAPAIAN, G5=-7.2, H5=printed))) == []


def test_a_capaian_whose_realisasi_is_blank_is_told_at_the_blank_cell(tmp_path):
    (told,) = faults(write_report(tmp_path, Capaian=altered(CAPAIAN, G3=None)))
    assert told == (
        "peringatan", "kinerja.xlsx!Capaian!G3", "realisasi 2031 kosong",
        f"realisasi di balik capaian {CAPAIAN[2][7]} (H3)"
    )  # fmt: skip


def test_a_capaian_of_running_totals_is_that_of_the_year_or_of_the_years_so_far(tmp_path):
    cards = altered(INDIKATOR, H1="Jenis Target", H2="akumulasi")
    rows = altered(CAPAIAN, F3=100, H3=66, D3=45)
    assert faults(write_report(tmp_path, Indikator=cards, Capaian=rows)) == []
    cards = altered(INDIKATOR, H1="Jenis Target", H2="tahunan")
    (fault,) = faults(write_report(tmp_path, Indikator=cards, Capaian=rows))
    assert fault[1:3] == ("kinerja.xlsx!Capaian!H3", "66")


def test_a_printed_category_that_the_scale_does_not_give_is_a_warning(tmp_path):
    rows = altered(CAPAIAN, I3="Baik", I4="sb", I5="Kurangg")
    assert faults(write_report(tmp_path, Capaian=rows)) == [
        ("peringatan", "kinerja.xlsx!Capaian!I3", "Baik", "Kurang (capaian 70, H3)"),
        ("peringatan", "kinerja.xlsx!Capaian!I5", "Kurangg",
         "kategori pada skala: Sangat Baik, Baik, Kurang"),
    ]  # fmt: skip


def test_counts_of_the_sheet_cacah_are_those_behind_the_realisasi(tmp_path):
    folder = write_report(tmp_path, Indikator=COUNTED, Cacah=CACAH)
    assert faults(folder) == []
    data = load(path=folder)
    assert tuple(data.hitungan["kasus"](data)) == (712, 785)


def test_a_realisasi_that_its_counts_do_not_give_is_a_warning_with_both_numbers(tmp_path):
    folder = write_report(tmp_path, Indikator=COUNTED, Cacah=altered(CACAH, C2=721))
    assert faults(folder) == [
        ("peringatan", "kinerja.xlsx!Capaian!G4", "90,7", "91,85 (kinerja.xlsx!Cacah!C2 / D2)")
    ]


def test_a_count_without_denominator_is_the_value_itself(tmp_path):
    cards = altered(INDIKATOR, G2="cacah")
    rows = altered(CACAH, A2="lpk", C2=21, D2=None)
    assert faults(write_report(tmp_path, Indikator=cards, Cacah=rows)) == []
    rows = altered(CACAH, A2="lpk", C2=22, D2=None)
    assert faults(write_report(tmp_path, Indikator=cards, Cacah=rows)) == [
        ("peringatan", "kinerja.xlsx!Capaian!G3", "21", "22,00 (kinerja.xlsx!Cacah!C2)")
    ]


@pytest.mark.parametrize(
    ("satuan", "printed", "counts", "wanted"),
    [
        ("rupiah", 1_250_000_000, (1_205_000_000, None), ("1.250.000.000", "1.205.000.000,00")),
        ("orang", 640, (604, None), ("640", "604,00")),
        ("orang", -12, (-21, None), ("-12", "-21,00")),
        ("persen", -7.2, (-27, 1000), ("-7,2", "-2,70")),
        ("indeks", 3.45, (345, 10), ("3,45", "34,50")),
    ],
)
def test_a_realisasi_of_any_unit_stands_beside_what_its_counts_give(
    tmp_path, satuan, printed, counts, wanted
):
    cards = altered(INDIKATOR, D2=satuan, G2="cacah")
    results = altered(CAPAIAN, G3=printed, H3=None, I3=None, D3=None)
    rows = altered(CACAH, A2="lpk", C2=counts[0], D2=counts[1])
    (fault,) = faults(write_report(tmp_path, Indikator=cards, Capaian=results, Cacah=rows))
    assert fault[:3] == ("peringatan", "kinerja.xlsx!Capaian!G3", wanted[0])
    assert fault[3].partition(" (")[0] == wanted[1]


@pytest.mark.parametrize("jenis", ["akumulasi", "jumlah", "tahunan"])
def test_counts_of_a_year_are_compared_with_that_years_result_whatever_the_target(tmp_path, jenis):
    cards = altered(INDIKATOR, G2="cacah", H1="Jenis Target", H2=jenis)
    results = altered(CAPAIAN, H3=None, I3=None)
    rows = altered(CACAH, A2="lpk", C2=66, D2=None)  # 45 and 21 together, not the year's own 21
    found = faults(write_report(tmp_path, Indikator=cards, Capaian=results, Cacah=rows))
    assert [f[1:4] for f in found] == [
        ("kinerja.xlsx!Capaian!G3", "21", "66,00 (kinerja.xlsx!Cacah!C2)")
    ]


def test_counts_of_no_indicator_block_and_counts_that_nobody_asks_for_are_named(tmp_path):
    rows = [*CACAH, ["kasuss", 2031, 1, 2]]
    found = faults(write_report(tmp_path, Cacah=rows))
    assert [f[:3] for f in found] == [
        ("peringatan", "kinerja.xlsx!Cacah!A2", "kasus, cacahnya tidak dipakai"),
        ("galat", "kinerja.xlsx!Cacah!A3", "kasuss"),
    ]


def test_a_printed_mean_that_the_list_does_not_give_is_a_warning(tmp_path):
    mean = [None, "Rata-rata capaian", *[None] * 5, 127.32]
    folder = write_report(tmp_path, Capaian=[*CAPAIAN, mean])
    assert faults(folder) == [
        ("peringatan", "kinerja.xlsx!Capaian!H6", "127,32", "57,31 (rata-rata 3 baris)")
    ]
    assert len(load(path=folder).kinerja) == 9
    mean[-1] = 57.31
    assert faults(write_report(tmp_path, Capaian=[*CAPAIAN, mean])) == []


def test_a_year_whose_results_repeat_its_targets_is_doubted(tmp_path):
    rows = altered(CAPAIAN, C3=45, C4=94, C5=28.35)
    (fault,) = faults(write_report(tmp_path, Capaian=rows))
    assert fault[:2] == ("peringatan", "kinerja.xlsx!Capaian!D3")
    assert fault[2] == "realisasi 2030 sama dengan target pada 3 dari 3 baris"


def test_a_column_that_may_be_absent_and_is_almost_spelled_like_it_is_asked_about(tmp_path):
    rows = altered(CAPAIAN, I2="Katagori")
    (fault,) = faults(write_report(tmp_path, Capaian=rows))
    assert fault == (
        *("peringatan", "kinerja.xlsx!Capaian!I1", "kolom '2031 / KATAGORI', tidak dibaca"),
        "kolom '2031 / Kategori', bila itu maksudnya",
    )


def test_a_year_ahead_needs_no_columns_and_a_year_behind_does(tmp_path):
    assert faults(write_report(tmp_path, LAPORAN.replace("2032]", "2032, 2033]"))) == []
    found = faults(write_report(tmp_path, LAPORAN.replace("[2030,", "[2029, 2030,")))
    assert {f[3] for f in found} == {"kolom '2029 / Realisasi'", "kolom '2029 / Capaian'"}
    assert {f[0] for f in found} == {"galat"}
