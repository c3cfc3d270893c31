"""A folder of annexes: where it is looked for, and what of it can be read."""

from dataclasses import replace

import pytest
from declared import ADA, BERKAS, REPORT

from lkjlib.annexes.folder import find_folder
from lkjlib.errors import LkjError
from lkjlib.loading import read_folder
from lkjlib.report import BERKAS as REPORT_FILE
from lkjlib.report_file import read_report


def test_find_folder_takes_the_given_path(tmp_path):
    assert find_folder(2019, tmp_path) == tmp_path
    assert find_folder(1999, str(tmp_path)) == tmp_path


def test_find_folder_of_a_path_that_is_no_folder_is_refused(tmp_path):
    with pytest.raises(LkjError, match=r"'.*tiada' tidak ada\. Periksa nama foldernya\."):
        find_folder(2019, tmp_path / "tiada")


def test_find_folder_by_year_looks_here_and_above(tmp_path, monkeypatch):
    (tmp_path / "data/2031").mkdir(parents=True)
    (tmp_path / "notebooks/coba").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "notebooks/coba")
    assert find_folder(2031) == tmp_path / "data/2031"


def test_find_folder_by_year_falls_back_to_the_project(tmp_path, monkeypatch, root):
    monkeypatch.chdir(tmp_path)
    assert find_folder(2019) == root / "data/2019"


def test_find_folder_of_an_unknown_year_lists_each_known_report_once(tmp_path, monkeypatch):
    for nama in ("2019", "2031", "arsip"):
        (tmp_path / "data" / nama).mkdir(parents=True)
        if nama != "arsip":
            (tmp_path / "data" / nama / REPORT_FILE).touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LkjError, match=r"Yang ada: 2019, 2031, jabar-disnakertrans-2016\.$"):
        find_folder(1999)


def test_read_folder_reads_every_declared_table(frozen):
    tables, faults = read_folder(read_report(frozen))
    assert list(tables) == list(ADA)
    assert faults == []


def test_read_folder_of_an_empty_folder_names_every_workbook(tmp_path):
    tables, faults = read_folder(replace(REPORT, folder=tmp_path))
    assert tables == {}
    assert [f.alamat for f in faults] == list(BERKAS)
    assert {f.ditemukan for f in faults} == {"berkas tidak ada"}


def test_read_folder_of_one_damaged_workbook_reads_the_others(annexes):
    (annexes.folder / "umkm.xlsx").write_bytes(b"rusak")
    tables, faults = read_folder(read_report(annexes.folder))
    assert [f.alamat for f in faults] == ["umkm.xlsx"]
    assert set(tables) == {name for name in ADA if not name.startswith("umkm.")}


def test_read_folder_leaves_other_files_alone(annexes):
    (annexes.folder / "~$koperasi.xlsx").write_bytes(b"kunci")
    (annexes.folder / "catatan.txt").write_text("isi")
    assert read_folder(read_report(annexes.folder))[1] == []
