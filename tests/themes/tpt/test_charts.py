"""Charts of unemployment through their Axes: what is drawn is what the frame says."""

import pytest
from drawn import texts

from lkjlib.charts.house import text_of
from lkjlib.charts.origin import with_origin
from lkjlib.charts.quality import text_faults
from lkjlib.errors import LkjError
from lkjlib.products.catalogue import charts
from lkjlib.themes.indikator.comparison import tren
from lkjlib.themes.tpt import charts as tpt
from lkjlib.themes.tpt import charts_exploration as eksplorasi
from lkjlib.themes.tpt import charts_trend
from lkjlib.themes.tpt.analysis import tpt_kota
from lkjlib.themes.tpt.exploration import UKURAN
from lkjlib.themes.tpt.exploration import eksplorasi as explore

CHARTS = {chart.nama: chart for chart in tpt.CHARTS}


def _draw(name, data):
    frame = with_origin(CHARTS[name].bingkai(data), data.laporan)
    return frame, CHARTS[name].plot(frame)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_readable_and_says_what_where_and_from(name, data):
    _, ax = _draw(name, data)
    words = text_of(ax)
    assert text_faults(ax.figure) == []
    assert "Banjarbaru" in words.title + words.subtitle + words.source
    assert any(unit in words.subtitle for unit in ("persen", "poin", "orang", "TPT"))
    assert "LKj 2019" in words.source
    assert any(char.isdigit() for char in words.alt) and "nan" not in words.alt


def test_plot_representasi_dots_are_the_two_shares(data):
    frame, ax = _draw("representasi-tpt", data)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    drawn = [float(line.get_xdata()[0]) for line in dots]
    shares = frame[["pangsa_angkatan_kerja", "pangsa_penganggur"]].to_numpy().ravel().tolist()
    assert drawn == pytest.approx(shares)
    assert "1,34" in texts(ax)
    words = text_of(ax)
    assert words.title == "SMA dan perempuan berlebih di antara penganggur, di dalam galat survei"


@pytest.mark.parametrize(
    ("melebihi", "akhir"),
    [
        ([], "penganggur, di dalam galat survei"),
        (["Sekolah Menengah Atas"], "penganggur, hanya SMA melebihi galat"),
        (["Sekolah Menengah Atas", "Perempuan"], "penganggur, melebihi galat survei"),
    ],
)
def test_plot_representasi_title_says_what_the_survey_can_tell(data, melebihi, akhir):
    frame, _ = _draw("representasi-tpt", data)
    frame["melebihi"] = frame["kategori"].isin(melebihi)
    assert text_of(tpt.plot_representasi(frame)).title.endswith(akhir)


def test_plot_wilayah_dots_are_the_rates(data):
    frame, ax = _draw("wilayah-tpt", data)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [float(d.get_xdata()[0]) for d in dots] == pytest.approx(frame["tpt"].tolist())
    assert "4,31 (−0,75 ± 1,83)" in texts(ax) and "5,06" in texts(ax)
    bars = [line for line in ax.lines if line.get_linewidth() == 4]
    met = [bar.get_xdata()[0] <= tpt_kota(data) <= bar.get_xdata()[1] for bar in bars]
    assert met == (~frame.loc[~frame["kota"], "melebihi"]).tolist()
    assert text_of(ax).title.startswith("TPT Banjarbaru 5,06 %; semua selisihnya")


def test_plot_bagian_perempuan_steps_end_at_the_last_count(data):
    frame, ax = _draw("bagian-perempuan", data)
    heights = [bar.get_height() for bar in ax.patches]
    assert heights == pytest.approx(frame["penganggur"].tolist())
    step = ax.patches[2]
    assert step.get_y() + step.get_height() == pytest.approx(2698)
    title = text_of(ax).title
    assert "mengurangi" in title
    assert title.endswith("; perubahan +700 di dalam galat ±1.987")


@pytest.fixture
def trend(data):
    """The rate over the years with the error of its survey."""
    return with_origin(charts_trend.trend_within_error(data, "tpt"), data.laporan)


def test_trend_of_the_rate_draws_the_error_and_says_that_the_changes_lie_inside_it(trend):
    ax = charts_trend.plot_trend_within_error(trend)
    (band,) = ax.collections
    heights = band.get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == pytest.approx(
        (trend["bawah"].min(), trend["atas"].max())
    )
    words = text_of(ax)
    assert words.title == (
        "TPT turun ke 5,06 %, perubahannya di dalam galat survei; "
        "target 6,10 % lebih longgar daripada hasil tahun lalu"
    )
    assert "Pita: rentang 95 %, asumsi n = 1.100 orang AK, efek rancangan 2." in words.source


@pytest.mark.parametrize(
    ("rates", "words"),
    [
        ((5.5, 5.2, 9.0), ", perubahan terakhir melebihi galat survei;"),
        ((12.0, 5.2, 5.1), ", perubahan terakhir di dalam galat survei;"),
        ((5.1, 5.1, 5.1), "TPT tetap pada 5,10 %, perubahannya di dalam galat survei;"),
        ((float("nan"), float("nan"), 5.1), "TPT 5,10 %; target"),
    ],
)
def test_trend_of_the_rate_says_what_its_survey_can_tell(data, rates, words):
    frame = tren(data, "tpt")
    frame.loc[[0, 1, 2], "realisasi"] = rates
    frame.loc[2, "dihitung"] = rates[2]
    margin = 1.8
    drawn = frame.assign(bawah=frame["realisasi"] - margin, atas=frame["realisasi"] + margin)
    assert words in text_of(charts_trend.plot_trend_within_error(drawn)).title


def test_the_reports_own_trend_of_the_rate_is_the_one_with_its_error(data):
    chart = charts(data)["tren-tpt"]
    assert chart.plot is charts_trend.plot_trend_within_error
    assert chart.buku == "03-tpt"
    assert {"bawah", "atas"} <= set(chart.bingkai(data))


@pytest.mark.parametrize("rincian", ["pendidikan", "jenis_kelamin"])
@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("acuan", ["kota", "Provinsi Kalimantan Selatan"])
def test_plot_eksplorasi_draws_every_choice_readably(data, rincian, ukuran, acuan):
    frame = explore(data, rincian, ukuran=ukuran, acuan=acuan)
    ax = eksplorasi.plot_eksplorasi(frame)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [float(d.get_xdata()[0]) for d in dots] == pytest.approx(frame["nilai"].tolist())
    spans = [line for line in ax.lines if line.get_linewidth() == 4]
    assert [tuple(s.get_xdata()) for s in spans] == [
        pytest.approx((row.nilai - row.margin, row.nilai + row.margin))
        for row in frame.itertuples()
    ]
    assert text_faults(ax.figure) == []


def test_plot_eksplorasi_reference_as_line_or_marks(data):
    rate = eksplorasi.plot_eksplorasi(explore(data))
    assert "Banjarbaru 5,06" in texts(rate)
    persons = eksplorasi.plot_eksplorasi(explore(data, ukuran="penganggur"))
    marks = [line for line in persons.lines if line.get_marker() == "|"]
    assert len(marks) == 1 and len(marks[0].get_xdata()) == 6


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (
            {},
            "SMA +1,70 ± 2,52 poin terhadap Banjarbaru, di dalam galat, seperti semua yang dapat "
            "dibandingkan",
        ),
        ({"n": 3000}, "SMA +1,70 ± 1,53 poin terhadap Banjarbaru, melebihi galat"),
        (
            {"rincian": "jenis_kelamin"},
            "Perempuan +1,00 ± 2,51 poin terhadap Banjarbaru, di dalam galat, seperti semua "
            "kelompok",
        ),
        (
            {"n": 20_000, "ukuran": "kelebihan", "gabung": True},
            "SMA +771 ± 269 orang terhadap Banjarbaru, melebihi galat, begitu pula ≤ SD* dan "
            "Universitas",
        ),
        (
            {"kategori": "SMA", "acuan": "Kota Banjarmasin"},
            "SMA −0,93 ± 4,10 poin terhadap Kota Banjarmasin, di dalam galat",
        ),
    ],
    ids=str,
)
def test_plot_eksplorasi_title_says_what_the_survey_can_tell(data, choice, title):
    assert text_of(eksplorasi.plot_eksplorasi(explore(data, **choice))).title == title


def test_plot_eksplorasi_without_anything_to_compare_says_so(data):
    ax = eksplorasi.plot_eksplorasi(explore(data, kategori="Diploma"))
    assert text_of(ax).title.startswith("Tidak ada kelompok yang cukup andal")
    assert text_faults(ax.figure) == []


def test_plot_eksplorasi_filtered_rows_keep_their_numbers(data):
    frame = explore(data).query("kategori != 'Sekolah Menengah Atas'")
    assert text_of(eksplorasi.plot_eksplorasi(frame)).title.startswith("Universitas")


def test_plot_eksplorasi_refuses_a_frame_from_elsewhere(data):
    with pytest.raises(LkjError, match=r"lkj\.eksplorasi"):
        eksplorasi.plot_eksplorasi(data.tpt_wilayah)
    with pytest.raises(LkjError, match=r"kosong.*lkj\.eksplorasi"):
        eksplorasi.plot_eksplorasi(explore(data).head(0))


def test_plot_eksplorasi_of_ones_own_frame_names_its_place_and_year(data):
    mine = data.tenaga_kerja.assign(tahun=2031, wilayah="Kota Contoh")
    words = text_of(eksplorasi.plot_eksplorasi(explore(mine)))
    assert "; Kota Contoh, 2031. " in words.subtitle
    assert words.source.startswith("Data sendiri. ")
