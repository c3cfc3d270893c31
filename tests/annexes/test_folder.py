"""A folder of annexes: what of it can be read."""

from dataclasses import replace

from declared import ADA, BERKAS, REPORT

from lkjlib.loading import read_folder
from lkjlib.report_file import read_report


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
