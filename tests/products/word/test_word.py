"""The Word chapter: short, with no word to clean, every table and picture in full lists."""

import csv
import re
import sys
import zipfile
from collections import defaultdict

import pandas as pd
import pytest
from defusedxml import ElementTree
from matplotlib import pyplot as plt
from PIL import Image
from places import ROOT

from lkjlib.charts.house import text_of as text_of_chart
from lkjlib.errors import LkjError
from lkjlib.loading import load
from lkjlib.numbers import compare
from lkjlib.products.catalogue import charts, draw, find_exhibit
from lkjlib.products.notebook import table_of
from lkjlib.products.word import indicator, pandoc, realisasi, sentences, word
from lkjlib.products.word.blocks import (
    SUMBER,
    USULAN,
    Daftar,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
    word_table,
)
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render
from lkjlib.products.word.pictures import gather
from lkjlib.products.word.results import with_results

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WIDE = 14 / 2.54 * 914400  # 14 cm in the units of a drawing
PAGES = 25  # at most, of the report of 2019
TEXT = 16  # centimetres between the margins
NO_WORD = (
    *(compare.TIDAK_COCOK, compare.PEMBULATAN, compare.TIDAK_DAPAT_DIUJI, compare.TIDAK_DIDUKUNG),
    *("vonis", "deff", "sidik jari", "sha256", "buku klaim", "usulan", "catatan untuk"),
)
UNIT = r"%|persen|poin|orang|unit|usaha|program|kegiatan|LPK|KK|lembaga"


def alt_of(name: str) -> str:
    return f'Grafik "{name}": naik 2,5 % <di kota> & \\ sekitarnya.'


@pytest.fixture(scope="module")
def pictures(data, tmp_path_factory):
    """Small stand-ins for build/gambar: the charts themselves are tested elsewhere."""
    folder = tmp_path_factory.mktemp("gambar")
    for name in charts(data):
        Image.new("RGB", (63, 39), "white").save(folder / f"{name}.png", dpi=(10, 10))
    with (folder / "indeks.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["berkas", "teks_alternatif"])
        writer.writerows((name, alt_of(name)) for name in charts(data))
    return folder


@pytest.fixture(scope="module")
def blocks(data):
    return body(data)


@pytest.fixture(scope="module")
def chapter(data, pictures, tmp_path_factory):
    path = tmp_path_factory.mktemp("bab") / "lkj-2019-bab-iii.docx"
    word.write_chapter(data, pictures, path)
    return path


@pytest.fixture(scope="module")
def document(chapter):
    return part(chapter, "word/document.xml")


def part(path, name: str):
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(name))


def text_of(element) -> str:
    """Text as a reader sees it; unbreakable spaces and minus signs as the data have them."""
    words = "".join(t.text or "" for t in element.iter(f"{W}t"))
    return words.replace("\u00a0", " ").replace("−", "-")


def paragraphs(document, *styles: str):
    return [
        p
        for p in document.iter(f"{W}p")
        if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") in styles
    ]


def plain(text: str) -> str:
    return " ".join(text.split()).replace("−", "-")


def of_kind(blocks, kind):
    return [block for block in blocks if isinstance(block, kind)]


def test_every_part_of_the_chapter_is_sound_xml(chapter):
    with zipfile.ZipFile(chapter) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
    assert {"word/document.xml", "word/styles.xml", "word/footer1.xml"} <= set(names)


def test_chapter_written_twice_has_the_same_bytes_and_names_no_place(
    data, pictures, chapter, tmp_path, root
):
    word.write_chapter(data, pictures, tmp_path / "lagi.docx")
    assert (tmp_path / "lagi.docx").read_bytes() == chapter.read_bytes()
    with zipfile.ZipFile(chapter) as archive:
        content = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".xml"))
    assert b"2020-01-01T00:00:00Z" in content
    for place in (str(root), str(pictures), str(chapter.parent)):
        assert place.encode() not in content


def test_chapter_is_a4_in_indonesian_with_numbered_pages(chapter, document):
    size = document.find(f".//{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    margins = document.find(f".//{W}sectPr/{W}pgMar")
    assert {margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")} == {"1417"}
    language = part(chapter, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert language.get(f"{W}val") == "id-ID"
    assert " PAGE " in part(chapter, "word/footer1.xml").find(f".//{W}fldSimple").get(f"{W}instr")


def styles_of(path) -> dict[str, str]:
    """Identifier -> name, as Word shows it, of the styles that a document defines."""
    styles = part(path, "word/styles.xml").findall(f"{W}style")
    return {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in styles}


def test_every_style_used_is_one_of_the_reference_document(chapter, document):
    given, written = styles_of(pandoc.REFERENCE), styles_of(chapter)
    kinds = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    used = {e.get(f"{W}val") for e in document.iter() if e.tag in kinds}
    assert used <= given.keys() & written.keys()  # pandoc makes up a style that is missing there
    assert set(given.values()) <= set(written.values())


def test_reference_document_has_the_styles_that_the_code_and_the_editor_rely_on():
    text, kinds = {"Body Text", "Title", "Subtitle", "caption", "Table"}, ("", " Kecil")
    tables = {f"{part} Tabel{kind}" for part in ("Kepala", "Isi") for kind in kinds}
    grouped = {f"Isi Tabel {kind}" for kind in ("Utuh", "Anggota", "Kelompok", "Induk")}
    lists = {"TOC Heading", "table of figures", *(f"toc {level}" for level in range(1, 6))}
    headings = {f"heading {level}" for level in range(1, 7)}
    wanted = text | tables | grouped | lists | headings | {SUMBER, USULAN}
    assert wanted <= set(styles_of(pandoc.REFERENCE).values())


def test_tables_repeat_their_header_break_no_row_and_take_the_text_width(document):
    for table in document.findall(f"{W}body/{W}tbl"):
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert table.find(f"{W}tblPr/{W}tblW").get(f"{W}w") == "5000"
        assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Table"
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val").strip()


def styles_of_first_cells(table):
    firsts = (row.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle") for row in table.findall(f"{W}tr")[1:])
    return [style.get(f"{W}val") for style in firsts]


def test_links_of_the_lists_lead_to_bookmarks_that_exist_once(document):
    marks = [(b.get(f"{W}id"), b.get(f"{W}name")) for b in document.iter(f"{W}bookmarkStart")]
    numbers, names = zip(*marks, strict=True)
    assert len(set(numbers)) == len(numbers)
    assert len(set(names)) == len(names)
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    assert anchors <= set(names)


def test_pictures_are_charts_of_the_catalogue_each_once(data, blocks):
    names = [block.nama for block in of_kind(blocks, GambarWord)]
    assert set(names) <= set(charts(data))
    assert len(names) == len(set(names))
    assert {f"tren-{kode}" for kode in KODE} <= set(names)


def test_text_of_an_annex_that_looks_like_markup_stays_text(pictures, tmp_path):
    hostile = "*a* | [b](c) <d> `e` $f$ @g ^h^ ~i~ {j} \\k # 1. -2 % Rp 3"
    table = word_table(pd.DataFrame({"x": [hostile, ""]}), hostile, {"x": (hostile, 1)})
    point = Daftar(((hostile, hostile, hostile),))
    path = tmp_path / "uji.docx"
    pandoc.convert(render([], [Judul(1, hostile), table, point], {}), pictures, path)
    found = part(path, "word/document.xml")
    assert [text_of(c) for c in found.iter(f"{W}tc")] == [hostile, hostile, ""]
    assert text_of(paragraphs(found, "Heading1")[0]) == hostile
    assert text_of(paragraphs(found, "TableCaption")[0]) == f"Tabel 1. {hostile}"


def test_write_chapter_without_pandoc_says_how_to_install_it(data, pictures, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(LkjError, match="pip install pypandoc-binary"):
        word.write_chapter(data, pictures, tmp_path / "bab.docx")


def test_chapter_opens_in_libreoffice_with_its_text_and_tables(
    data, chapter, blocks, office, tmp_path
):
    (written,) = office.convert("txt:Text (encoded):UTF8", tmp_path / "hasil", chapter)
    text = plain(written.read_text(encoding="utf-8-sig").replace("\u00a0", " "))
    for block in of_kind(blocks, TabelWord):
        assert plain(block.judul) in text
        for cell in block.isi.baris[-1]:
            assert plain(cell) in text
    assert front(data)[0].teks in text
    assert "Tabel 1. Kategori capaian kinerja" in text


@pytest.fixture(scope="module")
def jabar():
    return load(path=ROOT / "data" / "jabar-disnakertrans-2016")


@pytest.fixture(params=["data", "jabar"])
def report(request):
    return request.getfixturevalue(request.param)


def test_headings_are_those_of_the_report_and_numbered_without_a_gap(document, blocks, jabar):
    shown = paragraphs(document, *(f"Heading{level}" for level in range(1, 7)))
    assert [text_of(p) for p in shown] == [plain(b.teks) for b in of_kind(blocks, Judul)]
    for chapter in (blocks, body(jabar)):
        levels = [(b.tingkat, b.teks) for b in of_kind(chapter, Judul)]
        assert [text for level, text in levels if level == 2] == [
            "A. Capaian Kinerja Organisasi",
            "B. Realisasi Anggaran",
        ]
        expected = {3: 0, 4: 0, 5: 0}
        for level, text in levels:
            for below in (number for number in expected if number > level):
                expected[below] = 0
            number = re.match(r"(?:\d+\.)?(\d+)\.", text)
            if level in expected and number:
                expected[level] += 1
                assert int(number[1]) == expected[level], text


def test_tables_are_native_with_the_cells_of_their_frames(document, blocks):
    tables = document.findall(f"{W}body/{W}tbl")
    wanted = of_kind(blocks, TabelWord)
    assert len(tables) == len(wanted) > 30
    for table, block in zip(tables, wanted, strict=True):
        head, *rows = (
            [text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
        )
        assert head == [plain(name) for name in block.isi.kolom]
        assert rows == [[plain(cell) for cell in row] for row in block.isi.baris]


@pytest.mark.parametrize(
    ("label", "style", "kind"),
    [("Tabel", "TableCaption", TabelWord), ("Gambar", "ImageCaption", GambarWord)],
)
def test_captions_are_numbered_through_by_fields_and_every_one_is_listed(
    document, blocks, label, style, kind
):
    wanted = [f"{label} {n}. {plain(b.judul)}" for n, b in enumerate(of_kind(blocks, kind), 1)]
    captions = paragraphs(document, style)
    assert [text_of(p) for p in captions] == wanted
    for caption in captions:
        assert f"SEQ {label}" in "".join(t.text for t in caption.iter(f"{W}instrText"))
    listed = [text_of(p) for p in paragraphs(document, "TableofFigures")]
    assert [entry for entry in listed if entry.startswith(label)] == wanted


def test_contents_hold_every_heading_and_ask_for_no_update(document, blocks):
    entries = [text_of(p) for p in paragraphs(document, *(f"TOC{n}" for n in range(1, 6)))]
    assert entries == [plain(b.teks) for b in of_kind(blocks, Judul) if b.tingkat <= 5]
    codes = [t.text.strip() for t in document.iter(f"{W}instrText")]
    lists = [code for code in codes if code.startswith("TOC")]
    assert lists == [r'TOC \o "1-5" \h \z \u', r'TOC \h \z \c "Tabel"', r'TOC \h \z \c "Gambar"']
    marks = [c.get(f"{W}fldCharType") for c in document.iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(codes)
    assert not [c for c in document.iter(f"{W}fldChar") if c.get(f"{W}dirty")]


def test_nothing_in_the_chapter_is_to_be_cleaned_away(document, report):
    """Words that judge the report, name our files or speak to the editor; also where none reads."""
    told = text_of(document).casefold() if report.tahun == 2019 else ""
    told += render(front(report), body(report), defaultdict(lambda: "")).casefold()
    assert [word for word in NO_WORD if word in told] == []
    assert re.findall(r"\b(?=\d*[a-f])[0-9a-f]{12,}\b", told) == []


def test_every_table_of_the_notebooks_is_there_or_a_sentence_says_that_it_is_empty(report):
    blocks = body(report)
    captions = [b.judul for b in of_kind(blocks, TabelWord)]
    told = " ".join(b.teks for b in of_kind(blocks, Paragraf))
    kinds = ["I", "II", *(["III"] if report.laporan.acuan_jenis("wilayah") else []), "IV"]
    for kode in report.indikator["kode"]:
        for kind in kinds:
            isi = table_of(find_exhibit(f"indikator.tabel_{kind.lower()}").isi(report, kode))
            place = isi.kolom.index({"III": "Nilai", "IV": "Target"}.get(kind, isi.kolom[1]))
            filled = any(row[place] != "–" for row in isi.baris)
            name = report.indikator.set_index("kode").at[kode, "nama_pendek"]
            assert (sum(c.endswith(f"{name} (Tabel {kind})") for c in captions) == 1) == filled
    empty = "Indikator ini tidak dibandingkan dengan Kabupaten Banjar"
    assert told.count(empty) == (4 if report.tahun == 2019 else 0)


def test_a_number_stays_with_its_unit_in_every_paragraph_caption_and_cell(document):
    texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in document.iter(f"{W}p")]
    years = r"(?<!\b20\d\d)(?<!\b19\d\d)"
    broken = re.compile(rf"\d{years} (?:{UNIT})|Rp \d|poin persen|[<>≤≥−] \d|-\d+,")
    assert [text for text in texts if broken.search(text)] == []
    assert sum("\u00a0%" in text for text in texts) > 30
    assert sum("Rp\u00a0" in text for text in texts) > 5


def test_columns_are_wide_enough_for_their_numbers_and_words(report):
    tables = of_kind(body(report), TabelWord)
    assert {round(sum(table.lebar), 6) <= TEXT for table in tables} == {True}
    table = word_table(
        pd.DataFrame({"a": [4893879330], "b": ["x" * 60]}), "J", {"a": ("A", 1), "b": ("B", 30)}
    )
    assert table.lebar[0] > 2.5


def test_results_are_the_computed_ones_and_the_data_stay_as_they_are(data):
    before = data.kinerja
    rows = with_results(data).kinerja.query("tahun == 2019").set_index("kode")
    assert rows["realisasi"].round(2).tolist() == [23.48, 24.82, 10.23, 5.06, 2.38]
    assert rows["capaian"].round(2).tolist() == [78.28, 103.56, 102.29, 117.07, 104.76]
    assert rows.loc["omzet", "kategori"] == "Baik Sekali"
    pd.testing.assert_frame_equal(data.kinerja, before)
    earlier = with_results(data).kinerja.query("tahun < 2019")
    assert earlier["realisasi"].equals(before.query("tahun < 2019")["realisasi"])


def test_pictures_tell_the_same_results_as_the_text(data, pictures, tmp_path, document, blocks):
    names = [b.nama for b in of_kind(blocks, GambarWord)]
    alt = gather(data, names, pictures, tmp_path)
    assert "omzet-rupiah" in names
    assert "dihitung" not in alt["tren-omzet"] and "10,23 %" in alt["tren-omzet"]
    assert alt["omzet-rupiah"] == alt_of("omzet-rupiah")
    drawn = document.findall(f".//{DRAWING}inline")
    assert [d.find(f"{DRAWING}docPr").get("descr") for d in drawn] == [alt[name] for name in names]
    for picture in drawn:
        size = picture.find(f"{DRAWING}extent")
        assert int(size.get("cx")) <= WIDE * 1.002
        assert int(size.get("cy")) <= WIDE * 10.05 / 14


def test_a_picture_missing_is_refused_by_name(data, pictures, tmp_path):
    with pytest.raises(LkjError, match="saldo-kegiatan"):
        gather(data, ["saldo-kegiatan"], tmp_path_without(pictures, tmp_path), tmp_path)


def tmp_path_without(pictures, folder):
    """A folder of pictures of which only the index is there."""
    (folder / "kosong").mkdir()
    (folder / "kosong" / "indeks.csv").write_bytes((pictures / "indeks.csv").read_bytes())
    return folder / "kosong"


@pytest.mark.parametrize("kode", KODE)
def test_sentences_are_finished_and_write_numbers_with_a_comma(data, kode):
    data = with_results(data)
    for sentence in (
        sentences.capaian(data, kode),
        sentences.menurut_tahun(data, kode),
        sentences.wilayah(data, kode),
        sentences.target_menengah(data, kode),
        sentences.laju(data, kode),
        sentences.anggaran_sasaran(data, kode),
    ):
        assert sentence == " ".join(sentence.split())
        assert sentence.endswith(".")
        assert not re.search(
            r"nan|None|<NA>|[{}]|\.\.|,,| ,|(?<![\d.])\d+\.\d{1,2}(?!\d)", sentence
        )


def test_sentences_of_the_labour_indicator_say_where_the_city_stands(data):
    data = with_results(data)
    assert sentences.wilayah(data, "tpt") == (
        "Realisasi Kota Banjarbaru 5,06 % lebih tinggi daripada Kabupaten Banjar (3,01 %), "
        "Kabupaten Tanah Laut (3,41 %), dan Provinsi Kalimantan Selatan (4,31 %) dan lebih rendah "
        "daripada Kota Banjarmasin (7,69 %)."
    )
    assert "sudah terpenuhi; jaraknya 0,89 poin persen" in sentences.target_menengah(data, "tpt")
    assert "belum terpenuhi; jaraknya 0,06 poin" in sentences.target_menengah(data, "tpt")


def test_sentences_of_units_that_are_no_percentages_name_them(jabar):
    jabar = with_results(jabar)
    assert sentences.capaian(jabar, "wub").endswith(
        "ditargetkan 1.000 orang dan terealisasi 640 orang, sehingga capaiannya 64,00 % dengan "
        "kategori Sedang. Target tidak tercapai."
    )
    assert sentences.target_menengah(jabar, "wub") == (
        "Target Renstra 2018 sebesar 6.000 orang belum terpenuhi; sejak 2013 tercapai 5.770 orang, "
        "jaraknya 230 orang."
    )
    assert sentences.laju(jabar, "wub") == (
        "Target Renstra 2018 Wirausaha baru sebesar 6.000 orang memerlukan 115 orang lagi setahun; "
        "sejak 2013 rata-rata tercapai 1.442,50 orang setahun."
    )


def test_a_result_summed_over_the_years_is_headed_so(jabar):
    summed, of_year = (
        indicator.references(jabar, kode, "tabel_iv").isi.kolom for kode in ("wub", "phi")
    )
    assert (summed[3], of_year[3]) == ("Jumlah sampai 2016 (orang)", "Realisasi 2016 (persen)")


def test_indicator_without_a_described_card_has_a_sentence(jabar):
    texts = [b.teks for b in of_kind(body(jabar), Paragraf)]
    described = [kode for kode in jabar.indikator["kode"] if indicator.is_described(jabar, kode)]
    assert 0 < len(described) < len(jabar.indikator)
    assert sum("berarti membaik; capaiannya" in text for text in texts) == len(
        jabar.indikator
    ) - len(described)


def test_a_kind_of_spending_that_is_printed_undivided_has_one_row(jabar):
    kinds = realisasi._kinds(jabar).isi.baris
    assert len(kinds) == len({row[0] for row in kinds}) == 3


def test_the_chapter_has_at_most_twenty_five_pages(data, blocks, office, tmp_path):
    """With the fonts of this machine, and with real pictures; a wide font makes more pages."""
    folder = tmp_path / "gambar"
    folder.mkdir()
    names = [b.nama for b in of_kind(blocks, GambarWord)]
    for name in names:
        ax = draw(name, data)
        words = text_of_chart(ax)
        assert "deff" not in f"{words.title}{words.subtitle}{words.source}{words.alt}", name
        ax.figure.savefig(folder / f"{name}.png", dpi=60)
        plt.close(ax.figure)
    rows = [["berkas", "teks_alternatif"], *([name, alt_of(name)] for name in names)]
    with (folder / "indeks.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    word.write_chapter(data, folder, tmp_path / "bab.docx")
    (written,) = office.convert("pdf", tmp_path / "hasil", tmp_path / "bab.docx")
    pages = len(re.findall(rb"/Type\s*/Page\b", written.read_bytes()))
    assert 15 < pages <= PAGES
