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
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lkjlib.cli import main
from lkjlib.errors import KOLOM_FAULT, Fault
from lkjlib.excel import saving
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
WARNED = ("anggaran.xlsx", "Program Kegiatan", "F9")  # a printed share: the report's own slip


def put(sheet, sel, value):
    sheet[sel] = value


@pytest.fixture(scope="module")
def typed(copy_annexes, tmp_path_factory):
    """The annexes with the ten faults typed in, for each test to copy."""
    annexes = copy_annexes(tmp_path_factory.mktemp("galat"))
    for (berkas, lembar, sel), value in FAULTS.items():
        annexes.change(berkas, lembar, lambda sheet, s=sel, v=value: put(sheet, s, v))
    return annexes.folder


@pytest.fixture
def faulty(typed, tmp_path):
    return Path(shutil.copytree(typed, tmp_path / typed.name))


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
    levels = {(r["berkas"], r["lembar"], r["sel"]): r["tingkat"] for r in rows}
    assert levels == {**dict.fromkeys(FAULTS, "galat"), WARNED: "peringatan"}
    assert all(r["diharapkan"] and r["saran"] for r in rows)
    assert err == "10 temuan (9 galat, 1 peringatan).\n"


def test_check_of_ten_faults_prints_a_table_with_every_cell(faulty, check, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    code, out, _ = check(faulty)
    assert code == 1
    assert all("!".join(fault) in out for fault in FAULTS)
    assert out.endswith("10 temuan (9 galat, 1 peringatan).\n")


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
        (["tak-ada"], ["Folder", "tak-ada", "lkj check FOLDER"]),
        (["tak-ada.xlsx"], ["Berkas", "tak-ada.xlsx"]),
        ([".", "--out", "."], ["--out", "folder lampirannya sendiri"]),
        (["koperasi.xlsx", "--out", "../2019"], ["folder lampirannya sendiri"]),
        ([".", "--out", "umkm.xlsx"], ["bukan folder"]),
    ],
)
def test_check_with_wrong_use_returns_2_and_writes_nothing(
    annexes, check, monkeypatch, argv, words
):
    before = fingerprints(annexes.folder)
    monkeypatch.chdir(annexes.folder)
    code, out, err = check(*argv)
    assert (code, out) == (2, "")
    assert all(word in err for word in words)
    assert len(err.splitlines()) == 1
    assert fingerprints(annexes.folder) == before


def test_check_of_a_workbook_of_any_name_reads_the_tables_that_fit(faulty, check, tmp_path):
    shutil.copy(faulty / "koperasi.xlsx", tmp_path / "kiriman.xlsx")
    shutil.copy(faulty / "koperasi.xlsx", faulty / "koperas.xlsx")
    for book in (tmp_path / "kiriman.xlsx", faulty / "koperas.xlsx"):
        code, out, _ = check(book, "--format", "json")
        found = [(r["berkas"], r["lembar"], r["sel"]) for r in parse(out, "json")]
        assert code == 1
        assert found == [(book.name, *f[1:]) for f in FAULTS if f[0] == "koperasi.xlsx"]


def test_check_of_a_workbook_with_no_known_header_says_which_was_looked_for(make_workbook, check):
    head = ["NO", "Kelompok Koperasi", "AKTIF", "TIDAK AKTIF"]
    book = make_workbook({"Rekap": [head, ["I.", "KUD", 1, 1]], "Lain": [["Angka"], [1]]})
    code, out, _ = check(book, "--format", "json")
    (fault,) = parse(out, "json")
    assert (code, fault["berkas"], fault["ditemukan"]) == (1, "buku.xlsx", "lembar Rekap, Lain")
    assert "koperasi.Keragaan ('" in fault["diharapkan"]
    assert fault["saran"].startswith("Lembar 'Rekap' paling mendekati koperasi.Keragaan, tanpa")
    assert "TOTAL KOP" in fault["saran"]


def test_check_of_a_file_that_is_no_workbook_names_it(tmp_path, check):
    (tmp_path / "catatan.txt").write_text("dua", encoding="utf-8")
    code, out, _ = check(tmp_path / "catatan.txt")
    assert code == 1
    assert "catatan.txt" in out


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
    for place in FAULTS:
        berkas, lembar, sel = place
        tingkat = "peringatan" if place == WARNED else "galat"
        cell = load_workbook(out / berkas.replace(".xlsx", "-temuan.xlsx"))[lembar][sel]
        assert cell.fill.fgColor.rgb == COLOURS[tingkat]
        assert cell.comment.text.startswith(f"{tingkat.upper()}\nDitemukan: ")
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


def test_check_as_a_process_prints_all_it_found_before_an_error(faulty, tmp_path):
    (tmp_path / "berkas").touch()
    target = tmp_path / "berkas" / "temuan"
    command = [sys.executable, "-m", "lkjlib.cli", "check", faulty, "--out", target]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(command, capture_output=True, env=env, text=True, check=False)
    assert done.returncode == 1
    assert "10 temuan" in done.stdout
    assert "tidak dapat dibuat" in done.stderr


def test_finding_to_be_written_anew_is_listed_and_needs_no_marked_copy(annexes, check, tmp_path):
    annexes.edit("kinerja.xlsx", "Perjanjian Kinerja", E8=5)
    annexes.add_findings()
    code, out, _ = check(annexes.folder, "--format", "json", "--out", tmp_path / "tanda")
    faults = parse(out, "json")
    assert code == 0
    assert {fault["tingkat"] for fault in faults} == {"peringatan"}
    findings = [fault for fault in faults if fault["berkas"] == "temuan.toml"]
    assert findings
    assert all("erlu ditulis ulang" in fault["saran"] for fault in findings)
    marked = {path.name for path in (tmp_path / "tanda").iterdir()}
    assert marked == {"kinerja-temuan.xlsx", "klaim-temuan.xlsx"}  # a text file has no copy
