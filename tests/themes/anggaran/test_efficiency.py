"""Budget against results: the figures of the report, three readings side by side."""

import pytest

from lkjlib.themes.anggaran.efficiency import efisiensi_sasaran, serapan_capaian


def test_serapan_capaian_has_a_row_per_indicator(data):
    frame = serapan_capaian(data).set_index("kode")
    # Bab III A.2
    assert frame["capaian"].tolist() == [78.27, 103.55, 100.00, 117.05, 104.80]
    assert frame.loc["wirausaha", "serapan"] == frame.loc["omzet", "serapan"]
    assert frame["serapan"].idxmin() == "kasus"
    assert frame["capaian_dihitung"].idxmin() == "koperasi"


def test_efisiensi_sasaran_three_readings_from_printed_capaian(data):
    frame = efisiensi_sasaran(data, "capaian")
    assert frame["capaian"].tolist() == pytest.approx([78.27, 101.775, 117.05, 104.80])
    assert frame["capaian_kurang_serapan"].round(2).tolist() == [-20.29, 4.39, 18.06, 25.63]
    assert frame["sisa"].round(2).tolist() == [1.44, 2.61, 1.01, 20.83]
    # one output: 1 - serapan/capaian
    expected = (1 - frame["serapan"] / frame["capaian"]) * 100
    assert frame["pmk"].tolist() == pytest.approx(expected.tolist())


def test_efisiensi_sasaran_readings_disagree_about_koperasi(data):
    row = efisiensi_sasaran(data).iloc[0]
    assert row["capaian_kurang_serapan"] < 0 and row["pmk"] < 0 < row["sisa"]
