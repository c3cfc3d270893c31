"""Women 2018 to 2019: golden values of LKj 2019, sasaran 3."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.themes.tpt.women import (
    bagian_perempuan,
    perempuan,
    titik_impas,
    tpak_tetap,
    uraian_perempuan,
)


def test_perempuan_leaves_unprinted_values_missing(data):
    before, now = (row for _, row in perempuan(data).iterrows())
    # prose: 1.998 and 2.698 orang, TPAK 52,02 and 47,62 persen
    assert (before["penganggur"], before["tpak"]) == (1998, 52.02)
    assert pd.isna(before["angkatan_kerja"]) and pd.isna(before["tpt"])
    assert (now["angkatan_kerja"], now["bekerja"]) == (44508, 41810)
    assert now["penduduk_min"] < now["penduduk_15"] < now["penduduk_maks"]
    assert now["penduduk_15"] == pytest.approx(44508 / 0.4762)


@pytest.mark.parametrize("growth", [0.0, 2.0, 9.24, 47.5])
def test_uraian_perempuan_parts_add_up_whatever_is_assumed(data, growth):
    row = uraian_perempuan(data, (growth,)).iloc[0]
    parts = row["bagian_penduduk"] + row["bagian_tpak"] + row["bagian_tpt"]
    assert parts == pytest.approx(700)
    assert row["bagian_tpak"] == pytest.approx(-205.96, abs=0.01)


def test_uraian_perempuan_without_growth_has_no_population_part(data):
    row = uraian_perempuan(data, (0.0,)).iloc[0]
    assert row["bagian_penduduk"] == 0
    assert row["tpt_lalu"] == pytest.approx(1998 / (0.5202 * 44508 / 0.4762) * 100)


def test_bagian_perempuan_runs_from_first_to_last_count(data):
    frame = bagian_perempuan(data)
    assert frame["uraian"].iloc[[0, -1]].tolist() == ["2018", "2019"]
    assert frame["penganggur"].iloc[:-1].sum() == pytest.approx(2698)


def with_years(data, *years: int):
    """The report with these years of women's TPAK, each as of 2018 but for its own."""
    known = data.tpak.set_index("tahun")
    rows = [known.loc[[min(year, 2019)] if year in known.index else [2018]] for year in years]
    frame = pd.concat(rows).assign(tahun=list(years)).reset_index(drop=True)
    return replace(data, frames={**data.frames, "tpak": frame})


def test_bagian_perempuan_of_more_years_takes_the_reports_own_and_the_one_before(data):
    more = bagian_perempuan(with_years(data, 2019, 2016, 2018))
    pd.testing.assert_frame_equal(more, bagian_perempuan(data))


@pytest.mark.parametrize("years", [(2019,), (2016, 2018)])
def test_bagian_perempuan_without_two_years_says_which_are_printed(data, years):
    printed = ", ".join(map(str, years))
    with pytest.raises(LkjError, match=f"perlu tahun 2019 .* tercetak: {printed}"):
        bagian_perempuan(with_years(data, *years))


def test_titik_impas_makes_the_quantities_equal(data):
    growth = titik_impas(data).set_index("besaran")["pertumbuhan"]
    at = {name: uraian_perempuan(data, (value,)).iloc[0] for name, value in growth.items()}
    assert at["angkatan kerja"]["angkatan_kerja_lalu"] == pytest.approx(44508)
    assert at["bekerja"]["bekerja_lalu"] == pytest.approx(41810)
    assert at["TPT"]["bagian_tpt"] == pytest.approx(0, abs=1e-6)


def test_tpak_tetap_is_plain_proportion_of_the_printed_rates(data):
    row = tpak_tetap(data).set_index("jenis_kelamin").loc["Perempuan"]
    assert (row["sejak"], row["tahun"], row["perubahan"]) == (2018, 2019, 700)
    assert (row["arah_tpak"], row["arah_penganggur"]) == ("menurun", "meningkat")
    assert row["bila_tpak_tetap"] == pytest.approx(2698 * 52.02 / 47.62)
    assert row["bila_tpak_tetap"] + row["efek_tpak"] == pytest.approx(2698)


def test_tpak_tetap_of_one_year_has_no_row(data):
    last = data.tpak.query("tahun == 2019")
    assert tpak_tetap(replace(data, frames={**data.frames, "tpak": last})).empty
