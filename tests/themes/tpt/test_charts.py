"""Charts of unemployment through their Axes: what is drawn is what the frame says."""

from __future__ import annotations

import pytest
from drawn import texts
from matplotlib.colors import to_hex

from lkjlib.charts.house import ACCENT, text_of
from lkjlib.charts.quality import text_faults
from lkjlib.errors import LkjError
from lkjlib.themes.tpt import charts as tpt
from lkjlib.themes.tpt import charts_eksplorasi as eksplorasi
from lkjlib.themes.tpt import charts_perempuan as perempuan
from lkjlib.themes.tpt import charts_presisi as presisi
from lkjlib.themes.tpt import charts_representasi as representasi
from lkjlib.themes.tpt.bench import UKURAN
from lkjlib.themes.tpt.bench import eksplorasi as bench
from lkjlib.themes.tpt.charts_marimekko import plot_marimekko

pytestmark = pytest.mark.usefixtures("close_figures")
CHARTS = {chart.nama: chart for chart in tpt.CHARTS}


def _draw(name, data):
    frame = CHARTS[name].bingkai(data)
    return frame, CHARTS[name].plot(frame)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_readable_and_says_what_where_and_from(name, data):
    _, ax = _draw(name, data)
    words = text_of(ax)
    assert text_faults(ax.figure) == []
    assert "Banjarbaru" in words.title + words.subtitle + words.source or name == "presisi-tpt"
    assert any(unit in words.subtitle for unit in ("persen", "poin", "orang", "TPT", "Indeks"))
    assert "LKj 2019" in words.source
    assert any(char.isdigit() for char in words.alt) and "nan" not in words.alt


@pytest.mark.parametrize("name", ["marimekko-pendidikan", "marimekko-jenis-kelamin"])
def test_plot_marimekko_area_is_persons(name, data):
    frame, ax = _draw(name, data)
    assert [bar.get_height() for bar in ax.patches] == pytest.approx(frame["tpt"].tolist())
    widths = [bar.get_width() for bar in ax.patches]
    assert widths == pytest.approx(frame["pangsa_angkatan_kerja"].tolist())
    assert sum(widths) == pytest.approx(100)
    areas = [bar.get_height() * bar.get_width() * 122163 / 1e4 for bar in ax.patches]
    assert areas == pytest.approx(frame["penganggur"].tolist())
    assert ax.get_ylim()[0] == 0


def test_plot_marimekko_title_and_labels_carry_the_numbers(data):
    _, ax = _draw("marimekko-pendidikan", data)
    assert text_of(ax).title == "SMA: 37 % angkatan kerja, 50 % penganggur"
    labels = texts(ax)
    assert "6,76 %" in labels and "3.069 orang" in labels and "kota\n5,06 %" in labels
    accents = [to_hex(bar.get_facecolor()) == ACCENT for bar in ax.patches]
    assert accents == [False, False, True, False, False]


def test_plot_marimekko_title_follows_the_frame(data):
    frame = CHARTS["marimekko-jenis-kelamin"].bingkai(data)
    frame.loc[0, "representasi"], frame.loc[1, "representasi"] = 1.5, 0.5
    assert text_of(plot_marimekko(frame)).title.startswith("Laki-laki: 64 %")


def test_plot_kontribusi_bars_stand_on_each_other(data):
    frame, ax = _draw("kontribusi-pendidikan", data)
    *groups, total = ax.patches
    ends = [bar.get_x() + bar.get_width() for bar in groups]
    assert [bar.get_x() for bar in groups] == pytest.approx([0, *ends[:-1]], abs=1e-12)
    assert total.get_width() == pytest.approx(frame["kontribusi"].sum()) == pytest.approx(ends[-1])
    assert text_of(ax).title == "SMA menyumbang 2,51 dari 5,06 poin TPT"


def test_plot_kelebihan_bars_are_the_frame(data):
    frame, ax = _draw("kelebihan-pendidikan", data)
    assert [b.get_width() for b in ax.patches] == pytest.approx(frame["kelebihan"].tolist())
    assert {"+771", "−405"} <= set(texts(ax))
    assert "771 orang" in text_of(ax).title


def test_plot_representasi_dots_are_the_two_shares(data):
    frame, ax = _draw("representasi-tpt", data)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    drawn = [float(line.get_xdata()[0]) for line in dots]
    shares = frame[["pangsa_angkatan_kerja", "pangsa_penganggur"]].to_numpy().ravel().tolist()
    assert drawn == pytest.approx(shares)
    assert "1,34" in texts(ax)
    assert text_of(ax).title == "SMA dan perempuan berlebih di antara penganggur"


def test_plot_wilayah_dots_are_the_rates(data):
    frame, ax = _draw("wilayah-tpt", data)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [float(d.get_xdata()[0]) for d in dots] == pytest.approx(frame["tpt"].tolist())
    assert "4,31 (−0,75)" in texts(ax) and "5,06" in texts(ax)
    assert text_of(ax).title.startswith("TPT Banjarbaru 5,06 %; semua selisihnya")


def test_plot_presisi_curves_and_the_assumption(data):
    frame, ax = _draw("presisi-tpt", data)
    curves = [line for line in ax.lines if len(line.get_xdata()) > 2]
    assert len(curves) == 3
    first = frame[frame["deff"] == 1]
    assert list(curves[0].get_ydata()) == pytest.approx(first["margin"].tolist())
    assert text_of(ax).title == "Galat ±1,83 poin melebihi semua jarak ke acuan"
    assert "RPJMN 2019: 0,06" in texts(ax)


def test_plot_perempuan_is_an_index_of_the_first_year(data):
    _, ax = _draw("perempuan-2018-2019", data)
    jobless, tpak = (list(line.get_ydata()) for line in ax.lines)
    assert jobless == pytest.approx([100, 2698 / 1998 * 100])
    assert tpak == pytest.approx([100, 47.62 / 52.02 * 100])
    assert text_of(ax).title == "Penganggur perempuan +35 %, TPAK perempuan −4,40 poin"


def test_plot_bagian_perempuan_steps_end_at_the_last_count(data):
    frame, ax = _draw("bagian-perempuan", data)
    heights = [bar.get_height() for bar in ax.patches]
    assert heights == pytest.approx(frame["penganggur"].tolist())
    step = ax.patches[2]
    assert step.get_y() + step.get_height() == pytest.approx(2698)
    assert "mengurangi" in text_of(ax).title


@pytest.mark.parametrize("rincian", ["pendidikan", "jenis_kelamin"])
@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("acuan", ["kota", "Provinsi Kalimantan Selatan"])
def test_plot_eksplorasi_draws_every_choice_readably(data, rincian, ukuran, acuan):
    frame = bench(data, rincian, ukuran=ukuran, acuan=acuan)
    ax = eksplorasi.plot_eksplorasi(frame)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [float(d.get_xdata()[0]) for d in dots] == pytest.approx(frame["nilai"].tolist())
    spans = [line for line in ax.lines if line.get_linewidth() == 4]
    assert [tuple(s.get_xdata()) for s in spans] == [
        pytest.approx(pair) for pair in zip(frame["bawah"], frame["atas"], strict=True)
    ]
    assert text_faults(ax.figure) == []


def test_plot_eksplorasi_reference_as_line_or_marks(data):
    rate = eksplorasi.plot_eksplorasi(bench(data))
    assert "kota 5,06" in texts(rate)
    persons = eksplorasi.plot_eksplorasi(bench(data, ukuran="penganggur"))
    marks = [line for line in persons.lines if line.get_marker() == "|"]
    assert len(marks) == 1 and len(marks[0].get_xdata()) == 6


def test_plot_eksplorasi_without_anything_to_compare_says_so(data):
    ax = eksplorasi.plot_eksplorasi(bench(data, kategori="Diploma"))
    assert text_of(ax).title.startswith("Tidak ada kelompok yang cukup andal")
    assert text_faults(ax.figure) == []


def test_plot_eksplorasi_filtered_rows_keep_their_numbers(data):
    frame = bench(data).query("kategori != 'Sekolah Menengah Atas'")
    assert text_of(eksplorasi.plot_eksplorasi(frame)).title.startswith("Universitas")


def test_plot_eksplorasi_refuses_a_frame_from_elsewhere(data):
    with pytest.raises(LkjError, match=r"lkj\.eksplorasi"):
        eksplorasi.plot_eksplorasi(data.tpt_wilayah)
    with pytest.raises(LkjError, match=r"kosong.*lkj\.eksplorasi"):
        eksplorasi.plot_eksplorasi(bench(data).head(0))


def test_public_plots_have_one_home():
    plots = {chart.plot for chart in tpt.CHARTS}
    assert {
        perempuan.plot_perempuan,
        presisi.plot_wilayah,
        representasi.plot_representasi,
        tpt.plot_kontribusi,
    } <= plots
