"""lkj check: ten faults in one run, in every form, and marked in copies of the workbooks."""

import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side

from lkjlib.cli import main
from lkjlib.errors import KOLOM_FAULT, Fault
from lkjlib.excel import copies as marking_copies
from lkjlib.excel import saving
from lkjlib.products.faults import marking
from lkjlib.products.faults import sheet as faults_sheet
from lkjlib.products.faults.marking import mark_faults
from lkjlib.products.faults.sheet import COLOURS

KERAGAAN, CAPAIAN = ("koperasi.xlsx", "Keragaan"), ("kinerja.xlsx", "Capaian")
FAULTS = {
    (*CAPAIAN, "H7"): "=VLOOKUP(B7,Indikator!B:F,5,FALSE)",
    (*CAPAIAN, "E8"): date(2019, 3, 4),
    (*CAPAIAN, "F10"): "#REF!",
    (*KERAGAAN, "C8"): "lima puluh empat",
    (*KERAGAAN, "D9"): -7,
    (*KERAGAAN, "C11"): True,
    (*KERAGAAN, "B13"): "KPRI",
    ("kasus.xlsx", "Wajib Lapor", "B5"): "Tahn",
    ("anggaran.xlsx", "Belanja", "C10"): "1O0",
    ("anggaran.xlsx", "Program Kegiatan", "F9"): 79.36,
}


def put(sheet, sel, value):
    sheet[sel] = value


@pytest.fixture
def faulty(annexes):
    for (berkas, lembar, sel), value in FAULTS.items():
        annexes.change(berkas, lembar, lambda sheet, s=sel, v=value: put(sheet, s, v))
    return annexes.folder


@pytest.fixture
def check(capsys):
    def run(*argv):
        code = main(["check", *map(str, argv)])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return code, printed.out, printed.err

    return run


def parse(out, form):
    rows = json.loads(out) if form == "json" else list(csv.DictReader(io.StringIO(out)))
    assert all(tuple(row) == KOLOM_FAULT for row in rows)
    return rows


def copies(folder):
    return sorted(path.name for path in folder.iterdir())


def fingerprints(folder):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_check_of_ten_faults_lists_ten_faults_in_one_run(faulty, check, form):
    code, out, err = check(faulty, "--format", form)
    rows = parse(out, form)
    assert code == 1
    assert len(rows) == 10
    assert {(r["berkas"], r["lembar"], r["sel"]) for r in rows} == set(FAULTS)
    assert all(r["tingkat"] == "galat" and r["diharapkan"] and r["saran"] for r in rows)
    assert err == "10 temuan (10 galat, 0 peringatan).\n"


def test_check_of_ten_faults_prints_a_table_with_every_cell(faulty, check, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    code, out, _ = check(faulty)
    assert code == 1
    assert all("!".join(fault) in out for fault in FAULTS)
    assert out.endswith("10 temuan (10 galat, 0 peringatan).\n")


def test_check_lists_faults_by_workbook_sheet_row_and_column(faulty, check):
    rows = parse(check(faulty, "--format", "json")[1], "json")
    assert [(r["berkas"], r["lembar"], r["sel"]) for r in rows] == list(FAULTS)


@pytest.mark.parametrize(("form", "out"), [("csv", ",".join(KOLOM_FAULT)), ("json", "[]")])
def test_check_of_clean_annexes_in_a_form_for_programs_is_empty(annexes, check, form, out):
    assert check(annexes.folder, "--format", form)[:2] == (0, f"{out}\n")


def test_check_csv_of_a_formula_like_text_stays_text(annexes, check):
    annexes.change("koperasi.xlsx", "Keragaan", lambda sheet: put_text(sheet, "C8", "=1+1|x"))
    folder = annexes.folder
    assert parse(check(folder, "--format", "csv")[1], "csv")[0]["ditemukan"].startswith("'=1+1|x")
    assert parse(check(folder, "--format", "json")[1], "json")[0]["ditemukan"].startswith("=1+1|x")


def put_text(sheet, sel, text):
    sheet[sel] = text
    sheet[sel].data_type = "s"


def test_check_of_warnings_only_prints_them_and_returns_0(annexes, check, monkeypatch):
    warning = Fault("peringatan", *KERAGAAN, "C8", "a", "b", "c")
    monkeypatch.setattr("lkjlib.build.inspection.find_faults", lambda *_: [warning])
    code, out, _ = check(annexes.folder, "--out", annexes.folder / "temuan")
    assert code == 0
    assert "1 temuan (0 galat, 1 peringatan)." in out
    assert copies(annexes.folder / "temuan") == ["koperasi-temuan.xlsx"]


def test_check_of_one_workbook_reads_only_its_tables(faulty, check):
    rows = parse(check(faulty / "anggaran.xlsx", "--format", "json")[1], "json")
    assert [(r["berkas"], r["lembar"], r["sel"]) for r in rows] == [
        fault for fault in FAULTS if fault[0] == "anggaran.xlsx"
    ]
    assert check(faulty / "umkm.xlsx")[0] == 0


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["tak-ada"], ["Folder", "tak-ada", "lkj check data/2019"]),
        (["tak-ada.xlsx"], ["Berkas", "tak-ada.xlsx"]),
        (["koperas.xlsx"], ["koperas.xlsx", "maksudnya 'koperasi.xlsx'?"]),
        ([".", "--out", "."], ["--out", "folder lampirannya sendiri"]),
        (["koperasi.xlsx", "--out", "../2019"], ["folder lampirannya sendiri"]),
        ([".", "--out", "umkm.xlsx"], ["bukan folder"]),
    ],
)
def test_check_with_wrong_use_returns_2_and_writes_nothing(
    annexes, check, monkeypatch, argv, words
):
    shutil.copy(annexes.folder / "koperasi.xlsx", annexes.folder / "koperas.xlsx")
    before = fingerprints(annexes.folder)
    monkeypatch.chdir(annexes.folder)
    code, out, err = check(*argv)
    assert (code, out) == (2, "")
    assert all(word in err for word in words)
    assert len(err.splitlines()) == 1
    assert fingerprints(annexes.folder) == before


def test_check_with_an_unknown_form_returns_2_and_names_the_three(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", "--format", "jason"])
    assert caught.value.code == 2
    err = capsys.readouterr().err
    assert "tabel, csv, json" in err
    assert "maksudnya 'json'?" in err


def test_check_out_marks_every_cell_in_copies_of_the_faulty_workbooks_only(faulty, check, tmp_path):
    before, out = fingerprints(faulty), tmp_path / "baru" / "temuan"
    assert check(faulty, "--out", out)[0] == 1
    assert fingerprints(faulty) == before
    books = {berkas for berkas, _, _ in FAULTS}
    assert copies(out) == sorted(berkas.replace(".xlsx", "-temuan.xlsx") for berkas in books)
    for berkas, lembar, sel in FAULTS:
        cell = load_workbook(out / berkas.replace(".xlsx", "-temuan.xlsx"))[lembar][sel]
        assert cell.fill.fgColor.rgb == COLOURS["galat"]
        assert cell.comment.text.startswith("GALAT\nDitemukan: ")
        assert "\nDiharapkan: " in cell.comment.text
        assert "\nSaran: " in cell.comment.text


def test_check_out_says_where_the_copies_are_and_which_are_old(faulty, check, tmp_path):
    (tmp_path / "umkm-temuan.xlsx").write_bytes(b"lama")
    _, out, err = check(faulty, "--out", tmp_path, "--format", "json")
    assert len(json.loads(out)) == 10
    assert "koperasi-temuan.xlsx, kasus-temuan.xlsx, anggaran-temuan.xlsx" in err
    assert err.splitlines()[-1].startswith("Dari pemeriksaan yang lalu, kini tanpa temuan: ")
    assert (tmp_path / "umkm-temuan.xlsx").read_bytes() == b"lama"


def test_check_out_of_clean_annexes_makes_no_folder(annexes, check, tmp_path):
    assert check(annexes.folder, "--out", tmp_path / "temuan")[0] == 0
    assert not (tmp_path / "temuan").exists()


def test_check_out_twice_gives_the_same_bytes(faulty, check, tmp_path):
    made = []
    for name, seed in (("a", "1"), ("b", "2")):
        command = [sys.executable, "-m", "lkjlib.cli", "check", faulty, "--out", tmp_path / name]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        assert subprocess.run(command, capture_output=True, env=env, check=False).returncode == 1
        made.append(fingerprints(tmp_path / name))
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "a" / "koperasi-temuan.xlsx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"2020-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("lock", [".~lock.koperasi-temuan.xlsx#", "~$koperasi-temuan.xlsx"])
def test_check_out_over_a_copy_that_is_open_says_so_in_one_sentence(faulty, check, tmp_path, lock):
    out = tmp_path / "temuan"
    out.mkdir()
    (out / "koperasi-temuan.xlsx").write_bytes(b"lama")
    (out / lock).touch()
    code, printed, err = check(faulty, "--out", out)
    assert code == 1
    assert "10 temuan" in printed
    assert err.startswith("'koperasi-temuan.xlsx' sedang dibuka")
    assert len(err.splitlines()) == 1
    assert (out / "koperasi-temuan.xlsx").read_bytes() == b"lama"


def test_check_out_that_cannot_be_written_leaves_the_old_file_and_no_half_one(
    faulty, check, tmp_path, monkeypatch
):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    out = tmp_path / "temuan"
    out.mkdir()
    (out / "kinerja-temuan.xlsx").write_bytes(b"lama")
    monkeypatch.setattr(saving.os, "replace", refuse)
    code, _, err = check(faulty, "--out", out)
    assert code == 1
    assert err == (
        "'kinerja-temuan.xlsx' tidak dapat ditulis (Permission denied): tutup berkas itu bila "
        "sedang dibuka, atau pilih folder lain.\n"
    )
    assert copies(out) == ["kinerja-temuan.xlsx"]
    assert (out / "kinerja-temuan.xlsx").read_bytes() == b"lama"


def test_check_out_that_cannot_be_made_says_so(faulty, check, tmp_path):
    (tmp_path / "berkas").touch()
    code, _, err = check(faulty, "--out", tmp_path / "berkas" / "temuan")
    assert code == 1
    assert "tidak dapat dibuat" in err


def test_check_whose_reader_goes_away_ends_without_a_traceback(faulty):
    command = [sys.executable, "-m", "lkjlib.cli", "check", faulty]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


# ---- the copy itself ----


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
