"""Tables in Indonesian numbers and pictures with words: deterministic, safe, readable as text."""

import base64
import io
import re

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from lkjlib.errors import LkjError
from lkjlib.loading import load
from lkjlib.products.catalogue import bingkai
from lkjlib.products.notebook import LIPAT, TANPA_BARIS, Gambar, Tabel, gambar, label_of, tabel
from lkjlib.themes.indikator.comparison import tren

FRAME = pd.DataFrame(
    {
        "kode": ["tpt", "omzet"],
        "tahun": [2018, 2019],
        "omzet_total": [43_361_776_341, 47_797_383_121],
        "capaian": [115.45, float("nan")],
        "tercapai": [True, False],
        "bekerja": pd.Series([74173, None], dtype="Int64"),
    }
)


def test_tabel_shows_numbers_the_indonesian_way():
    shown = tabel(FRAME, "Dua tahun")
    assert shown.kolom == ("Kode", "Tahun", "Omzet total", "Capaian", "Tercapai", "Bekerja")
    assert shown.baris == (
        ("tpt", "2018", "43.361.776.341", "115,45", "ya", "74.173"),
        ("omzet", "2019", "47.797.383.121", "–", "tidak", "–"),
    )
    assert shown.angka == (False, True, True, True, False, True)


@pytest.mark.parametrize(
    ("desimal", "wanted"), [(2, "5,06"), (0, "5"), (1, "5,1"), ({"tpt": 3}, "5,059"), ({}, "5,06")]
)
def test_tabel_rounds_half_up_to_the_decimals_asked_for(desimal, wanted):
    assert tabel(pd.DataFrame({"tpt": [5.0588]}), desimal=desimal).baris == ((wanted,),)


def test_tabel_rounds_a_half_up_not_to_even():
    assert tabel(pd.DataFrame({"n": [0.125, 2.675, -0.005]})).baris == (
        ("0,13",),
        ("2,68",),
        ("−0,01",),
    )


def test_tabel_takes_other_headings_and_a_note():
    shown = tabel(FRAME[["kode"]], label={"kode": "Indikator"}, catatan="Sumber: LKj 2019.")
    assert shown.kolom == ("Indikator",)
    assert repr(shown).splitlines() == ["Indikator", "tpt", "omzet", "Sumber: LKj 2019."]


def test_tabel_as_text_aligns_numbers_right_and_words_left():
    assert repr(tabel(FRAME[["kode", "tahun", "capaian"]], "Capaian")).splitlines() == [
        "Capaian",
        "Kode   Tahun  Capaian",
        "tpt     2018   115,45",
        "omzet   2019        –",
    ]


def test_tabel_as_html_has_caption_scopes_and_aligned_cells():
    html = tabel(FRAME[["kode", "capaian"]], "Capaian", catatan="Catatan.")._repr_html_()
    assert html.startswith('<table class="lkj-tabel"><caption>Capaian</caption>')
    assert html.count('<th scope="col"') == 2
    assert '<td class="angka" style="text-align:right">115,45</td>' in html
    assert html.endswith('<p class="lkj-catatan">Catatan.</p>')


def test_tabel_of_hostile_text_escapes_it():
    frame = pd.DataFrame({"<b>": ["<script>alert(1)</script>", "a & b"]})
    html = tabel(frame, "<i>", catatan='"x"<')._repr_html_()
    assert "<script" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html
    assert "a &amp; b" in html


def test_tabel_of_an_empty_frame_keeps_its_headings():
    shown = tabel(FRAME.iloc[:0], "Tak ada")
    assert shown.baris == ()
    assert repr(shown).splitlines()[0] == "Tak ada"
    assert "<tbody>" in shown._repr_html_()


def test_tabel_never_shows_a_python_word_for_nothing():
    frame = pd.DataFrame(
        {
            "a": [None, pd.NA, np.nan],
            "b": pd.Series([True, None, False], dtype="boolean"),
            "c": pd.array([pd.NaT] * 3, dtype="datetime64[ns]"),
        }
    )
    cells = {cell for row in tabel(frame).baris for cell in row}
    assert cells == {"–", "ya", "tidak"}


def test_tabel_does_not_change_the_frame():
    before = FRAME.copy()
    tabel(FRAME)
    pd.testing.assert_frame_equal(FRAME, before)


@pytest.mark.parametrize(
    ("nama", "label"),
    [
        ("tidak_aktif", "Tidak aktif"),
        ("tpt", "TPT"),
        ("lkj-2019", "Skala laporan"),
        ("jarak_persen", "Jarak (persen)"),
        ("n", "n"),
    ],
)
def test_label_of_a_column_is_its_name_in_words(nama, label):
    assert label_of(nama) == label


def test_tabel_is_a_value():
    one, other = tabel(FRAME, "x"), tabel(FRAME, "x")
    assert isinstance(one, Tabel)
    assert repr(one) == repr(other)
    assert one._repr_html_() == other._repr_html_()


@pytest.fixture(scope="module")
def shown(data):
    return gambar(data, "tren-tpt")


def test_gambar_is_a_png_with_its_words(shown):
    assert isinstance(shown, Gambar)
    assert Image.open(io.BytesIO(shown.png)).format == "PNG"
    bundle, metadata = shown._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]) == shown.png
    assert bundle["text/plain"] == metadata["image/png"]["alt"] == shown.alt
    assert "5,06 %" in shown.alt


def test_gambar_is_the_same_to_the_byte_whatever_was_drawn_before(data, shown):
    from lkjlib.charts.house import use_style

    with plt.rc_context():
        plt.rcParams["font.size"] = 23
        plt.rcParams["axes.grid"] = True
        gambar(data, "tren-koperasi")
        assert gambar(data, "tren-tpt").png == shown.png
        use_style()
        assert gambar(data, "tren-tpt").png == shown.png


def test_gambar_holds_no_program_name_and_no_date(shown):
    assert set(Image.open(io.BytesIO(shown.png)).info) <= {"dpi"}


def test_gambar_leaves_no_figure_open_and_no_setting_changed(data):
    figures, settings = plt.get_fignums(), dict(plt.rcParams)
    gambar(data, "tren-tpt")
    assert plt.get_fignums() == figures
    assert dict(plt.rcParams) == settings


def test_gambar_takes_a_resolution(data, shown):
    small = Image.open(io.BytesIO(gambar(data, "tren-tpt", dpi=55).png))
    assert small.width == Image.open(io.BytesIO(shown.png)).width // 2


@pytest.mark.parametrize("of", [gambar, bingkai, tabel])
def test_unknown_chart_is_refused_with_the_closest_name(data, of):
    with pytest.raises(LkjError, match=r"'tren-tpk' tidak dikenal.*Mungkin maksudnya 'tren-tpt'"):
        of(data, "tren-tpk")


def test_bingkai_gives_the_frame_that_the_chart_draws(data):
    pd.testing.assert_frame_equal(bingkai(data, "tren-kasus"), tren(data, "kasus"))


def test_tabel_gives_columns_of_sentences_room_and_leaves_short_ones_alone():
    frame = pd.DataFrame({"vonis": ["cocok"], "nama": ["n" * 40], "mengapa": ["m" * 61], "n": [1]})
    head = tabel(frame)._repr_html_().split("<tbody>")[0]
    assert re.findall(r'text-align:\w+(;min-width:\d+em)?">(\w+)', head) == [
        ("", "Vonis"),
        (";min-width:9em", "Nama"),
        (";min-width:12em", "Mengapa"),
        ("", "n"),
    ]


def test_tabel_without_rows_shows_its_headings():
    assert "<th" in tabel(FRAME.head(0))._repr_html_()


def test_a_long_table_is_folded_under_its_title_and_loses_no_row():
    frame = pd.DataFrame({"n": range(LIPAT + 1)})
    short, long = tabel(frame.head(LIPAT), "<i>"), tabel(frame, "<i>")
    assert "<details" not in short._repr_html_()
    html = long._repr_html_()
    assert f"<summary>&lt;i&gt;: {LIPAT + 1} baris</summary>" in html
    assert html.startswith("<details") and html.endswith("</details>")
    assert html.count("<tr>") == LIPAT + 2
    assert "<caption>" in html
    assert "Tabel: 13 baris" in tabel(frame)._repr_html_()


def test_a_short_table_is_folded_where_it_is_asked_for(data):
    for shown in (tabel(FRAME, "Dua", lipat=True), tabel(data, "laporan.sumber", lipat=True)):
        html = shown._repr_html_()
        assert html.startswith('<details class="lkj-lipat"><summary>')
        assert html.count("<tr>") == len(shown.baris) + 1
    assert "<details" not in tabel(data, "laporan.sumber")._repr_html_()
    assert "<summary>Dua: tidak ada baris<" in tabel(FRAME[:0], "Dua", lipat=True)._repr_html_()


def test_a_declared_table_without_rows_says_so(root):
    other = load(path=root / "data" / "jabar-disnakertrans-2016")
    shown = tabel(other, "indikator.tabel_iii", "serapan")
    assert (shown.baris, shown.catatan) == ((), TANPA_BARIS)


def test_address_of_a_cell_may_break_after_its_workbook_and_its_sheet():
    frame = pd.DataFrame({"sel": ["umkm.xlsx!UMKM Baru!J12"]})
    html = tabel(frame, "Sel", catatan="")._repr_html_()
    assert "umkm.xlsx!<wbr>UMKM Baru!<wbr>J12</td>" in html
