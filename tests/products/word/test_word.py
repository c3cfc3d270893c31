"""The Word chapter: every table, caption and picture is there, from the data alone."""

import csv
import re
import sys
import zipfile

import pandas as pd
import pytest
from defusedxml import ElementTree
from PIL import Image

from lkjlib.errors import LkjError
from lkjlib.products.catalogue import charts, temuan
from lkjlib.products.word import pandoc, sentences, word
from lkjlib.products.word.blocks import (
    SUMBER,
    USULAN,
    Daftar,
    GambarWord,
    Judul,
    TabelWord,
    word_table,
)
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render
from lkjlib.themes import THEMES

KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WIDE = 16 / 2.54 * 914400  # 16 cm in the units of a drawing


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
    lists = {"TOC Heading", "table of figures", *(f"toc {level}" for level in range(1, 5))}
    headings = {f"heading {level}" for level in range(1, 6)}
    wanted = text | tables | grouped | lists | headings | {SUMBER, USULAN}
    assert wanted <= set(styles_of(pandoc.REFERENCE).values())


def test_headings_are_those_of_the_report_in_order(document, blocks):
    shown = paragraphs(document, *(f"Heading{level}" for level in range(1, 6)))
    assert [text_of(p) for p in shown] == [b.teks for b in of_kind(blocks, Judul)]
    sasaran_names = [b.teks for b in of_kind(blocks, Judul) if ". Sasaran" in b.teks.lower()]
    assert sasaran_names == sorted(sasaran_names)


def test_tables_are_native_with_the_cells_of_their_frames(document, blocks):
    tables = document.findall(f"{W}body/{W}tbl")
    wanted = of_kind(blocks, TabelWord)
    assert len(tables) == len(wanted) > 50
    for table, block in zip(tables, wanted, strict=True):
        head, *rows = (
            [text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
        )
        assert head == [plain(name) for name in block.isi.kolom]
        assert rows == [[plain(cell) for cell in row] for row in block.isi.baris]


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


def test_urusan_program_and_kegiatan_look_different(document, blocks):
    shown = zip(document.findall(f"{W}body/{W}tbl"), of_kind(blocks, TabelWord), strict=True)
    (found,) = ((t, b) for t, b in shown if b.isi.kolom[0] == "Urusan, program, kegiatan")
    table, block = found
    looks = dict(zip(block.isi.baris, styles_of_first_cells(table), strict=True))
    by_name = {row[0]: look for row, look in looks.items()}
    assert by_name["Urusan Tenaga Kerja"] == "IsiTabelInduk"
    assert by_name["Program Peningkatan Kesempatan Kerja"] == "IsiTabelKelompok"
    assert by_name["Penyediaan Jasa Kebersihan Kantor"] == "IsiTabelAnggota"
    assert "Fisik program dan TOTAL juga tercetak" in block.isi.catatan
    assert "B062" in block.isi.catatan


def test_cards_say_whose_definition_they_print(blocks):
    cards = [b for b in of_kind(blocks, TabelWord) if b.judul.startswith("Kartu indikator")]
    assert len(cards) == len(KODE)
    for card in cards:
        assert [row[0] for row in card.isi.baris].count("Definisi (menurut laporan)") == 1


@pytest.mark.parametrize(
    ("label", "style", "kind"),
    [("Tabel", "TableCaption", TabelWord), ("Gambar", "ImageCaption", GambarWord)],
)
def test_captions_are_numbered_by_fields_and_listed(document, blocks, label, style, kind):
    wanted = [f"{label} 3.{n}. {b.judul}" for n, b in enumerate(of_kind(blocks, kind), 1)]
    captions = paragraphs(document, style)
    assert [text_of(p) for p in captions] == wanted
    for caption in captions:
        assert f"SEQ {label}" in "".join(t.text for t in caption.iter(f"{W}instrText"))
    listed = [text_of(p) for p in paragraphs(document, "TableofFigures")]
    assert [entry for entry in listed if entry.startswith(label)] == wanted


def test_contents_list_the_headings_and_are_fields_that_word_fills_in(document, blocks):
    entries = [text_of(p) for p in paragraphs(document, "TOC1", "TOC2", "TOC3", "TOC4")]
    assert entries == [b.teks for b in of_kind(blocks, Judul) if b.tingkat <= 4]
    codes = [t.text.strip() for t in document.iter(f"{W}instrText")]
    lists = [code for code in codes if code.startswith("TOC")]
    assert lists == [r'TOC \o "1-4" \h \z \u', r'TOC \h \z \c "Tabel"', r'TOC \h \z \c "Gambar"']
    marks = [c.get(f"{W}fldCharType") for c in document.iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(codes)
    dirty = [c for c in document.iter(f"{W}fldChar") if c.get(f"{W}dirty") == "true"]
    assert len(dirty) == len(lists)


def test_links_of_the_lists_lead_to_bookmarks_that_exist_once(document):
    marks = [(b.get(f"{W}id"), b.get(f"{W}name")) for b in document.iter(f"{W}bookmarkStart")]
    numbers, names = zip(*marks, strict=True)
    assert len(set(numbers)) == len(numbers)
    assert len(set(names)) == len(names)
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    assert anchors <= set(names)


def test_pictures_have_their_alternative_text_and_the_text_width(document, blocks):
    drawn = document.findall(f".//{DRAWING}inline")
    wanted = of_kind(blocks, GambarWord)
    texts = [d.find(f"{DRAWING}docPr").get("descr") for d in drawn]
    assert texts == [alt_of(block.nama) for block in wanted]
    for picture in drawn:
        width = int(picture.find(f"{DRAWING}extent").get("cx"))
        assert width == pytest.approx(WIDE, rel=0.002)


def test_pictures_are_charts_of_the_catalogue_each_once(data, blocks):
    names = [block.nama for block in of_kind(blocks, GambarWord)]
    assert set(names) <= set(charts(data))
    assert len(names) == len(set(names))
    trends = {name for name in charts(data) if name.startswith("tren-")}
    assert trends <= set(names)


def test_every_finding_stands_with_its_numbers_and_verdict(data, document, blocks):
    shown = {text_of(p) for p in document.iter(f"{W}p")}
    points = [point for block in of_kind(blocks, Daftar) for point in block.butir]
    assert {plain(" ".join(point)) for point in points} <= shown
    for theme in (theme for theme in THEMES if theme.bagian_word):
        found = temuan(data, theme.nama)
        assert {t.judul for t in found} <= {point[0] for point in points}
        assert len(found) >= 5


@pytest.mark.parametrize("kode", KODE)
def test_sentences_are_finished_and_write_numbers_with_a_comma(data, kode):
    for sentence in (
        sentences.capaian(data, kode),
        sentences.tiga_tahun(data, kode),
        sentences.wilayah(data, kode),
        sentences.target_menengah(data, kode),
        sentences.anggaran_sasaran(data, kode),
    ):
        assert sentence == " ".join(sentence.split())
        assert sentence.endswith(".")
        assert not re.search(
            r"nan|None|<NA>|[{}]|\.\.|,,| ,|(?<![\d.])\d+\.\d{1,2}(?!\d)", sentence
        )


def test_sentences_of_the_labour_indicator_say_where_the_city_stands(data):
    assert sentences.wilayah(data, "tpt") == (
        "Realisasi Kota Banjarbaru 5,06 persen lebih tinggi daripada Kabupaten Banjar (3,01 %), "
        "Kabupaten Tanah Laut (3,41 %), dan Provinsi Kalimantan Selatan (4,31 %) dan lebih rendah "
        "daripada Kota Banjarmasin (7,69 %)."
    )
    assert "sudah terpenuhi; jaraknya 0,89 poin persen" in sentences.target_menengah(data, "tpt")
    assert "belum terpenuhi; jaraknya 0,06 poin" in sentences.target_menengah(data, "tpt")


def test_text_of_an_annex_that_looks_like_markup_stays_text(pictures, tmp_path):
    hostile = "*a* | [b](c) <d> `e` $f$ @g ^h^ ~i~ {j} \\k # 1. -2 % Rp 3"
    table = word_table(pd.DataFrame({"x": [hostile, ""]}), hostile, {"x": (hostile, 1)})
    point = Daftar(((hostile, hostile, hostile),))
    path = tmp_path / "uji.docx"
    pandoc.convert(render([], [Judul(1, hostile), table, point], {}), pictures, path)
    found = part(path, "word/document.xml")
    assert [text_of(c) for c in found.iter(f"{W}tc")] == [hostile, hostile, ""]
    assert text_of(paragraphs(found, "Heading1")[0]) == hostile
    assert text_of(paragraphs(found, "TableCaption")[0]) == f"Tabel 3.1. {hostile}"


def test_write_chapter_without_pandoc_says_how_to_install_it(data, pictures, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(LkjError, match="pip install pypandoc-binary"):
        word.write_chapter(data, pictures, tmp_path / "bab.docx")


def test_convert_with_a_picture_missing_is_refused(pictures, tmp_path):
    text = render([], [GambarWord("tidak-ada", "Judul")], {"tidak-ada": "teks"})
    with pytest.raises(LkjError, match="tidak-ada"):
        pandoc.convert(text, pictures, tmp_path / "bab.docx")


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
    assert "Tabel 3.1. Kategori capaian kinerja" in text
