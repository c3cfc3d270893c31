"""Copies in which faults are marked: notes, colours and the list in front, whatever the file is."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side

from lkjlib.errors import Fault
from lkjlib.excel import copies as marking_copies
from lkjlib.products.faults import marking
from lkjlib.products.faults import sheet as faults_sheet
from lkjlib.products.faults.marking import mark_faults
from lkjlib.products.faults.sheet import COLOURS


def found(lembar, sel, tingkat="galat", ditemukan="x"):
    return Fault(tingkat, "buku.xlsx", lembar, sel, ditemukan, "angka", "Ketik angkanya.")


@pytest.fixture
def mark(tmp_path):
    """Copy of a workbook with faults, as openpyxl opens it."""

    def make(book, *faults):
        path = tmp_path / "buku.xlsx"
        if book is not None:
            book.save(path)
        return load_workbook(io.BytesIO(mark_faults(path, faults)))

    return make


def listed(book):
    sheet = book.worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]


def one_sheet(nama="Data"):
    book = Workbook()
    book.active.title = nama
    return book, book.active


def test_mark_faults_lists_all_on_a_first_sheet_with_links(mark):
    book, sheet = one_sheet("O'Brien & Co")
    sheet["B2"] = 5
    copy = mark(book, found("O'Brien & Co", "B2"), found("O'Brien & Co", ""), found("Hilang", ""))
    assert copy.sheetnames == ["Temuan", "O'Brien & Co"]
    assert [row[:4] for row in listed(copy)] == [
        [1, "galat", "O'Brien & Co", "B2"],
        [2, "galat", "O'Brien & Co", None],
        [3, "galat", "Hilang", None],
    ]
    links = {c.coordinate: c.hyperlink.location for r in copy["Temuan"] for c in r if c.hyperlink}
    assert links == {"D5": "'O''Brien & Co'!B2", "C6": "'O''Brien & Co'!A1"}


def test_mark_faults_says_on_its_first_sheet_that_names_notes_and_authors_are_kept(mark):
    book, _ = one_sheet()
    first = mark(book, found("Data", "B2")).worksheets[0]
    words = " ".join(str(cell.value) for row in first.iter_rows(max_row=4) for cell in row)
    assert "kolom nama orang, catatan sel dan nama penulis berkas" in words


def test_mark_faults_opens_the_copy_at_the_list_and_selects_no_other_sheet(mark):
    book, _ = one_sheet()
    book.active = book.create_sheet("Lain")
    copy = mark(book, found("Data", "A1"))
    assert copy.active.title == "Temuan"
    assert [s.sheet_view.tabSelected for s in copy.worksheets] == [True, False, False]


def test_mark_faults_of_two_levels_in_a_cell_gives_one_note_in_the_colour_of_the_worse(mark):
    book, sheet = one_sheet()
    sheet["A1"].comment = Comment("Tanya Budi.", "Ani")
    copy = mark(book, found("Data", "A1", "peringatan"), found("Data", "A1"), found("Data", "A2"))
    assert copy["Data"]["A1"].fill.fgColor.rgb == COLOURS["galat"]
    note = copy["Data"]["A1"].comment.text
    assert (note.count("GALAT"), note.count("PERINGATAN")) == (1, 1)
    assert note.endswith("Catatan semula:\nTanya Budi.")


def test_mark_faults_of_a_warning_in_a_hidden_place_shows_it_in_another_colour(mark):
    book, _ = one_sheet()
    hidden = book.create_sheet("Rahasia")
    hidden["C3"] = 1
    hidden.sheet_state = "hidden"
    hidden.row_dimensions[3].hidden = hidden.column_dimensions["C"].hidden = True
    copy = mark(book, found("Rahasia", "C3", "peringatan"))
    sheet = copy["Rahasia"]
    assert sheet["C3"].fill.fgColor.rgb == COLOURS["peringatan"] != COLOURS["galat"]
    assert sheet["C3"].comment.text.startswith("PERINGATAN")
    assert sheet.sheet_state == "visible"
    assert not sheet.row_dimensions[3].hidden
    assert not sheet.column_dimensions["C"].hidden
    assert "tersembunyi" in copy["Temuan"]["A3"].value


def test_mark_faults_keeps_formats_and_touches_no_other_cell(mark):
    book, sheet = one_sheet()
    line = Side("thin", color="FF112233")
    for sel in ("A1", "B1"):
        sheet[sel] = 0.2348
        sheet[sel].number_format = "0.00%"
        sheet[sel].font = Font("Arial", 9, bold=True, color="FFFFFFFF")
        sheet[sel].fill = PatternFill("solid", fgColor="FF123456")
        sheet[sel].border = Border(top=line)
    sheet.column_dimensions["A"].width = 33
    copy = mark(book, found("Data", "A1"))["Data"]
    for sel in ("A1", "B1"):
        assert (copy[sel].value, copy[sel].number_format) == (0.2348, "0.00%")
        assert (copy[sel].font.name, copy[sel].font.sz, copy[sel].font.b) == ("Arial", 9, True)
        assert copy[sel].border.top.color.rgb == "FF112233"
    assert copy["A1"].font.color.rgb == "FF000000"
    assert copy["B1"].fill.fgColor.rgb == "FF123456"
    assert copy["B1"].comment is None
    assert copy.column_dimensions["A"].width == 33


@pytest.mark.parametrize(("sel", "marked"), [("C3", "B2"), ("B2", "B2"), ("E5:F6", "E5")])
def test_mark_faults_of_an_area_puts_the_note_at_its_first_cell(mark, sel, marked):
    book, sheet = one_sheet()
    sheet.merge_cells("B2:C3")
    copy = mark(book, found("Data", sel))["Data"]
    assert copy[marked].fill.fgColor.rgb == COLOURS["galat"]
    assert copy[marked].comment.text.startswith("GALAT")
    assert (copy["F6"].fill.fgColor.rgb == COLOURS["galat"]) is (sel == "E5:F6")


def test_mark_faults_drops_only_the_conditional_formats_over_a_mark(mark):
    book, sheet = one_sheet()
    for area in ("A1:A9", "C1:C9"):
        rule = CellIsRule(operator="greaterThan", formula=["1"], fill=PatternFill("solid"))
        sheet.conditional_formatting.add(area, rule)
    copy = mark(book, found("Data", "A4"))["Data"]
    assert [str(area.sqref) for area in copy.conditional_formatting] == ["C1:C9"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "#REF!", "<b>x</b>", "a\x0bb"])
def test_mark_faults_of_any_text_keeps_it_text(mark, text):
    book, _ = one_sheet()
    copy = mark(book, found("Data", "A1", ditemukan=text))
    cell, shown = copy["Temuan"]["E5"], " ".join(text.split())
    assert (cell.value, cell.data_type) == (shown, "s")
    assert cell.quotePrefix is (text[0] in "=+-@")
    assert f"Ditemukan: {shown}\n" in copy["Data"]["A1"].comment.text


def test_mark_faults_of_a_long_text_shortens_it(mark):
    book, _ = one_sheet()
    copy = mark(book, found("Data", "A1", ditemukan="a" * 40_000), found("Data", "A2"))
    assert copy["Temuan"]["E5"].value == "a" * 399 + "…"
    assert copy["Temuan"].row_dimensions[5].height < 409


def test_mark_faults_beyond_the_most_says_so(mark, monkeypatch):
    monkeypatch.setattr(marking, "MOST", 2)
    monkeypatch.setattr(faults_sheet, "MOST", 2)
    book, _ = one_sheet()
    copy = mark(book, *(found("Data", f"A{row}") for row in range(1, 5)))
    assert len(listed(copy)) == 2
    assert copy["Data"]["A3"].comment is None
    assert copy["Temuan"]["A2"].value == "4 temuan (4 galat, 0 peringatan)."
    assert "temuan pertama" in copy["Temuan"]["A3"].value


def test_mark_faults_beside_a_sheet_of_that_name_takes_another(mark):
    book, sheet = one_sheet("Temuan")
    sheet["A1"] = "milik kantor"
    copy = mark(book, found("Temuan", "A1"))
    assert copy.sheetnames == ["Temuan1", "Temuan"]
    assert copy["Temuan"]["A1"].value == "milik kantor"
    assert copy["Temuan"]["A1"].comment


@pytest.mark.parametrize("content", [None, b"", b"tahun,nilai", b"PK\x03\x04rusak"])
def test_mark_faults_of_what_is_no_workbook_gives_the_list_only(mark, tmp_path, content):
    if content is not None:
        (tmp_path / "buku.xlsx").write_bytes(content)
    for fault in (found("", ""), found("Data", "B1")):
        copy = mark(None, fault)
        assert copy.sheetnames == ["Temuan"]
        assert len(listed(copy)) == 1
        assert "tidak dapat disalin" in copy["Temuan"]["A3"].value


def test_mark_faults_keeps_what_formulas_had_come_to(frozen, tmp_path):
    source = frozen / "koperasi.xlsx"
    content = mark_faults(source, [Fault("galat", source.name, "Keragaan", "C8", *"abc")])
    for data_only in (True, False):
        old = load_workbook(source, data_only=data_only)
        new = load_workbook(io.BytesIO(content), data_only=data_only)
        for sheet in old.worksheets:
            for row in sheet.iter_rows():
                assert [c.value for c in row] == [new[sheet.title][c.coordinate].value for c in row]


# ---- what is opened to be marked ----


def repack(path, name, content):
    """Replace or add one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts[name] = content(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, part in parts.items():
            archive.writestr(n, part)


@pytest.fixture
def linked(tmp_path):
    """A workbook with a link and an empty cell that is coloured, its path."""
    book, sheet = one_sheet()
    sheet["A1"], sheet["A2"] = "lihat", "x"
    sheet["A1"].hyperlink = "https://example.org/"
    sheet["B9"].fill = PatternFill("solid", fgColor="FF123456")
    book.save(tmp_path / "buku.xlsx")
    return tmp_path / "buku.xlsx"


def marked(path):
    copy = load_workbook(io.BytesIO(mark_faults(path, [found("Data", "A2")])))
    assert copy["Data"]["A2"].comment
    return copy["Data"]


def test_mark_faults_of_the_whole_file_keeps_links_and_empty_formatted_cells(linked):
    sheet = marked(linked)
    assert sheet["A1"].hyperlink.target == "https://example.org/"
    assert sheet["B9"].fill.fgColor.rgb == "FF123456"


def test_mark_faults_of_too_many_cells_marks_the_cleaned_package(linked, monkeypatch):
    monkeypatch.setattr(marking_copies, "MAX_CELLS", 4)
    sheet = marked(linked)
    assert sheet["A1"].value == "lihat"
    assert sheet["B9"].fill.fgColor.rgb != "FF123456"


def test_mark_faults_of_too_many_filled_cells_gives_the_list_only(linked, monkeypatch):
    monkeypatch.setattr(marking_copies, "MAX_CELLS", 1)
    monkeypatch.setattr(marking_copies, "MAX_FILLED", 1)
    copy = load_workbook(io.BytesIO(mark_faults(linked, [found("Data", "A2")])))
    assert copy.sheetnames == ["Temuan"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xl/media/bom.bin", bytes(marking_copies.MAX_OTHER_PARTS + 1)),
        ("xl/comments/comment1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", b"<rusak"),
    ],
)
def test_mark_faults_of_a_part_that_is_not_harmless_marks_without_it(linked, name, content):
    repack(linked, name, lambda _: content)
    assert marked(linked)["A1"].value == "lihat"


@pytest.mark.parametrize(
    "link", ['ref="A1:XFD1048576"', "ref='A1:XFD1048576'", "tooltip='ref=\"A1\"' ref='A1:XFD99999'"]
)
def test_mark_faults_of_a_link_over_a_whole_sheet_leaves_it_out(linked, link):
    repack(
        linked,
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(
            b"</hyperlinks>", f'<hyperlink {link} location="x"/></hyperlinks>'.encode()
        ),
    )
    assert marked(linked).max_row == 9
