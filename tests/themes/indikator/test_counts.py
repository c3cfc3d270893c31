"""Counts behind printed percentages and the split of a change."""

import pandas as pd
import pytest

from lkjlib.errors import RumusError
from lkjlib.themes.indikator.counts import (
    acuan,
    efek_pembilang_penyebut,
    efek_perubahan,
    hitungan_mungkin,
    uji_penyebut_tetap,
)


def test_acuan_of_cooperatives_gives_target_and_rpjmd(data):
    # sasaran 1, Tabel I and IV
    assert acuan(data, "koperasi").to_dict() == {"target 2019": 30.0, "RPJMD 2021": 35.0}


def test_hitungan_mungkin_koperasi_finds_one_fraction_a_year(data):
    frame = hitungan_mungkin(data, "koperasi", maks=180)
    pairs = list(zip(frame["tahun"], frame["pembilang"], frame["penyebut"], strict=True))
    # 22,32 % and 19,84 % of Tabel II; 31/132 of Tabel I
    assert pairs == [(2017, 25, 112), (2018, 25, 126), (2019, 31, 132)]
    assert frame["dasar"].tolist() == ["satu-satunya", "satu-satunya", "lampiran"]


def test_hitungan_mungkin_wider_bound_is_no_longer_unique(data):
    frame = hitungan_mungkin(data, "koperasi", maks=250)
    assert frame.query("tahun == 2017")["penyebut"].tolist() == [112, 224, 233]
    assert set(frame.query("tahun == 2017")["dasar"]) == {"calon"}


@pytest.mark.parametrize(("kode", "maks"), [("koperasi", 180), ("kasus", 600)])
def test_hitungan_mungkin_every_fraction_prints_as_printed(data, kode, maks):
    frame = hitungan_mungkin(data, kode, maks=maks)
    decimals = frame["tercetak"].str.partition(",")[2].str.len()
    printed = frame["tercetak"].str.replace(",", ".").astype("float64")
    assert ((frame["persen"] - printed).abs() <= 0.5 * 10.0**-decimals + 1e-9).all()


def test_hitungan_mungkin_bound_of_zero_is_refused(data):
    with pytest.raises(RumusError):
        hitungan_mungkin(data, "koperasi", maks=0)


def test_uji_penyebut_tetap_koperasi_denominator_must_have_changed(data):
    frame = uji_penyebut_tetap(data, "koperasi")
    assert frame["penyebut"].unique().tolist() == [132]
    assert frame["mungkin"].tolist() == [False, False, True]
    assert frame["pembilang"].tolist() == [29, 26, 31]


def test_uji_penyebut_tetap_kasus_2018_cannot_be_out_of_420(data):
    frame = uji_penyebut_tetap(data, "kasus").set_index("tahun")
    assert frame["mungkin"].tolist() == [True, False, True]
    assert frame.loc[2018, "persen"] == pytest.approx(12 / 420 * 100)  # 2,86, not 2,91


def test_efek_pembilang_penyebut_parts_add_up_to_the_change():
    for before, after in [((25, 126), (31, 132)), ((3, 7), (0, 9)), ((0, 5), (5, 5))]:
        change = (after[0] / after[1] - before[0] / before[1]) * 100
        assert sum(efek_pembilang_penyebut(before, after)) == pytest.approx(change)


def test_efek_pembilang_penyebut_reversed_changes_sign():
    forth = efek_pembilang_penyebut((25, 126), (31, 132))
    back = efek_pembilang_penyebut((31, 132), (25, 126))
    assert forth == pytest.approx([-part for part in back])


def test_efek_pembilang_penyebut_unchanged_counts_have_no_effect():
    assert efek_pembilang_penyebut((25, 112), (25, 112)) == (0.0, 0.0)
    assert efek_pembilang_penyebut((25, 112), (25, 126))[0] == 0.0


def test_efek_perubahan_takes_every_pair_of_candidates():
    counts = pd.DataFrame(
        {"tahun": [2018, 2018, 2019], "pembilang": [1, 2, 3], "penyebut": [10, 20, 20]}
    )
    frame = efek_perubahan(counts)
    assert frame["perubahan"].tolist() == pytest.approx([5.0, 5.0])
    assert frame["penyebut_awal"].tolist() == [10, 20]


def test_efek_perubahan_single_year_has_no_change():
    counts = pd.DataFrame({"tahun": [2019], "pembilang": [1], "penyebut": [10]})
    assert efek_perubahan(counts).empty


def test_hitungan_of_exact_frames_rest_on_the_printed_cell_or_the_annexes(data):
    frame = hitungan_mungkin(data.eksak, "koperasi", maks=180)
    assert frame["pembilang"].tolist() == [25, 25, 31]
    assert frame["penyebut"][0].asal() == "kinerja.xlsx!Capaian!D7"
    assert frame["penyebut"][2].asal(data.jumlah) == "koperasi.xlsx!Keragaan!C29"
    parts = efek_perubahan(frame)
    assert (parts["efek_pembilang"] + parts["efek_penyebut"] == parts["perubahan"]).all()


def test_acuan_of_exact_frames_knows_the_cells(data):
    cells = [goal.asal() for goal in acuan(data.eksak, "kasus")]
    assert cells == ["kinerja.xlsx!Perjanjian Kinerja!E9", "kinerja.xlsx!Pembanding!D10"]
