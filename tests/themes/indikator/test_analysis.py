"""The indicators recomputed and set beside what the report prints."""

import pandas as pd
import pytest
from small import CAPAIAN, INDIKATOR, altered, write_report

from lkjlib.errors import LkjError
from lkjlib.loading import load
from lkjlib.rules.category import SKALA
from lkjlib.themes.indikator.analysis import TANPA_CACAH, cacah, kartu, ringkasan, satu, selisih
from lkjlib.themes.indikator.comparison import tabel_i, tabel_ii
from lkjlib.themes.indikator.distance import kerapuhan
from lkjlib.themes.indikator.units import nama_pendek

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
NAN = float("nan")


def test_cacah_gives_the_fractions_that_the_report_prints(data):
    # Bab III A.3, Tabel I: 31/132, 458/1845, 10/420; Lampiran: 6.180/122.163;
    # sasaran 2.2, Tabel I: 47.797.383.121 − 43.361.776.341 over 43.361.776.341
    frame = cacah(data)
    assert frame[["kode", "pembilang", "penyebut"]].values.tolist() == [
        ["koperasi", 31, 132],
        ["wirausaha", 458, 1845],
        ["omzet", 4_435_606_780, 43_361_776_341],
        ["tpt", 6180, 122_163],
        ["kasus", 10, 420],
    ]
    assert frame["realisasi"].tolist() == pytest.approx(
        [3100 / 132, 45_800 / 1845, 443_560_678_000 / 43_361_776_341, 618_000 / 122_163, 1000 / 420]
    )
    assert list(nama_pendek(data).index) == KODE


def test_ringkasan_sets_printed_beside_recomputed(data):
    # Bab III A.2, Pengukuran Kinerja
    frame = ringkasan(data).set_index("kode")
    assert frame.index.tolist() == KODE
    assert frame["target"].tolist() == [30, 23.97, 10, 6.10, 2.5]
    assert frame["realisasi"].tolist() == [23.48, 24.82, 10, 5.06, 2.38]
    assert frame["capaian"].tolist() == [78.27, 103.55, 100, 117.05, 104.8]
    assert frame["capaian_dari_tercetak"].round(2).tolist() == [78.27, 103.55, 100, 117.05, 104.8]
    assert frame["capaian_dihitung"].round(2).tolist() == [78.28, 103.56, 102.29, 117.07, 104.76]


def test_ringkasan_names_the_category_under_each_scale(data):
    frame = ringkasan(data).set_index("kode")
    assert frame.loc["koperasi", list(SKALA)].to_dict() == {
        "lkj-2019": "Baik",
        "permendagri-54-2010": "Tinggi",
        "permenpanrb-8-2021": "Kurang",
    }
    # computed from exact counts, omzet passes 100; the report prints Baik
    assert frame.loc["omzet", "lkj-2019"] == "Baik Sekali"


@pytest.mark.parametrize("kode", KODE)
def test_satu_is_the_row_of_ringkasan(data, kode):
    expected = ringkasan(data).set_index("kode").loc[kode]
    pd.testing.assert_series_equal(satu(data, kode), expected)


@pytest.mark.parametrize("of", [satu, kartu, tabel_i, tabel_ii, selisih])
def test_unknown_indicator_is_refused_with_the_known_ones(data, of):
    with pytest.raises(LkjError, match=r"'tpk'.*koperasi, wirausaha, omzet, tpt, kasus"):
        of(data, "tpk")


def test_kartu_tells_definition_fraction_formula_and_result(data):
    card = kartu(data, "tpt").set_index("unsur")["isi"]
    assert card["Pembilang / penyebut (lampiran)"] == "6.180 / 122.163"
    assert card["Pembilang / penyebut (laporan)"] == "jumlah pencari kerja / angkatan kerja"
    assert card["Arah"] == "turun = membaik"
    assert card["Rumus capaian"] == "(2 × target − realisasi) / target × 100"
    assert card["Target 2019 (%)"] == 6.10
    assert card["Kategori menurut skala laporan"] == "Baik Sekali"
    assert not card.isna().any()


@pytest.mark.parametrize(
    ("kode", "tercetak", "vonis"),
    [
        ("koperasi", ["23,48", "78,27"], ["cocok", "beda pembulatan"]),
        ("wirausaha", ["24,82", "103,55"], ["cocok", "beda pembulatan"]),
        ("omzet", ["10", "100"], ["cocok", "tidak cocok"]),  # the category changes
        ("tpt", ["5,06", "117,05"], ["cocok", "beda pembulatan"]),
        ("kasus", ["2,38", "104,8"], ["cocok", "cocok"]),
    ],
)
def test_selisih_judges_printed_strings_of_the_year(data, kode, tercetak, vonis):
    frame = selisih(data, kode)
    assert frame["uraian"].tolist() == ["realisasi", "capaian"]
    assert frame["tercetak"].tolist() == tercetak
    assert frame["vonis"].tolist() == vonis


def test_selisih_of_a_wrong_printed_capaian_says_so(annexes):
    annexes.edit("kinerja.xlsx", "Capaian", I7=87.27)
    assert selisih(load(path=annexes.folder), "koperasi")["vonis"].iloc[1] == "tidak cocok"


def test_ringkasan_of_exact_frames_knows_the_cells(data):
    row = satu(data.eksak, "tpt")
    rate = "ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15"
    target = "kinerja.xlsx!Perjanjian Kinerja!E8"
    assert row["realisasi_dihitung"].asal(data.jumlah) == rate
    assert row["capaian_dihitung"].asal(data.jumlah) == f"({target} − ({rate})) / {target}"
    assert row["capaian_dari_tercetak"].sel() == (target, "kinerja.xlsx!Capaian!H10")


def test_ringkasan_computes_from_the_counts(data):
    exact = [31 / 132, 458 / 1845, 47_797_383_121 / 43_361_776_341 - 1, 6180 / 122_163, 10 / 420]
    frame = ringkasan(data)
    assert frame["realisasi_dihitung"].tolist() == pytest.approx([x * 100 for x in exact])
    assert frame["tercapai"].tolist() == [False, True, True, True, True]


def test_ringkasan_only_omzet_changes_its_category(data):
    frame = ringkasan(data)
    moved = frame[frame["kategori"] != frame["kategori_dihitung"]]
    assert moved[["nama", "kategori", "kategori_dihitung"]].to_numpy().tolist() == [
        ["Peningkatan omzet", "Baik", "Baik Sekali"]
    ]


def test_without_counts_the_printed_result_decides(tmp_path):
    data = load(write_report(tmp_path))
    frame = ringkasan(data).set_index("kode")
    assert frame["realisasi_dihitung"].isna().all()
    assert frame["tercapai"].tolist() == [False, True, False]
    assert frame["capaian_dihitung"].round(2).tolist() == [70, 139.54, -37.62]
    card = kartu(data, "lpk").set_index("unsur")["isi"]
    assert card["Realisasi tercetak"] == "21 LPK"
    assert card["Pembilang / penyebut (lampiran)"] == TANPA_CACAH
    assert selisih(data, "lpk")["uraian"].tolist() == ["capaian"]


def test_a_target_of_nought_has_no_capaian(tmp_path):
    data = load(write_report(tmp_path, Capaian=altered(CAPAIAN, F3=0, H3=None, I3=None)))
    row = satu(data, "lpk")
    assert pd.isna(row["capaian_dihitung"]) and pd.isna(row["kategori_dihitung"])
    assert row["tercapai"]


def test_counts_without_denominator_are_the_value(tmp_path):
    counts = [["Kode", "Tahun", "Pembilang", "Penyebut"], ["lpk", 2031, 21, None]]
    cards = altered(INDIKATOR, G2="cacah")
    data = load(write_report(tmp_path, Indikator=cards, Cacah=counts))
    assert cacah(data)["realisasi"].tolist() == [21]
    assert kerapuhan(data)[["satuan", "jarak", "tercapai"]].values.tolist() == [["LPK", -9, False]]
    assert kartu(data, "lpk").set_index("unsur")["isi"]["Pembilang / penyebut (lampiran)"] == "21"
