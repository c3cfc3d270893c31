"""What a check found clean is not read again, and whatever changes is."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjlib.build.build import check_annexes
from lkjlib.build.found_clean import CACHE, faults_of
from lkjlib.build.inspection import find_faults
from lkjlib.cli import main
from lkjlib.errors import Fault
from lkjlib.report import BERKAS

WARNING = Fault("peringatan", "koperasi.xlsx", "Keragaan", "C8", "a", "b", "c")


class Asked:
    """Finds the same faults each time, and counts how often it was asked."""

    def __init__(self, *faults: Fault) -> None:
        self.faults, self.times = list(faults), 0

    def __call__(self, folder: Path) -> list[Fault]:
        self.times += 1
        return self.faults


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for each test, with nothing in it."""
    monkeypatch.setenv(CACHE, str(tmp_path / "simpanan"))
    return tmp_path / "simpanan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds what a fingerprint is of; what that is, only `find_faults` asks."""
    place = tmp_path / "2031"
    place.mkdir()
    for name in ("koperasi.xlsx", BERKAS, "temuan.toml", "README.md"):
        (place / name).write_text(name)
    return place


def test_a_clean_folder_is_read_once(folder: Path) -> None:
    find = Asked()
    assert [faults_of(folder, find) for _ in range(3)] == [[], [], []]
    assert find.times == 1


def test_a_folder_with_a_warning_is_read_each_time_and_nothing_of_it_is_kept(folder, cache) -> None:
    find = Asked(WARNING)
    assert [faults_of(folder, find) for _ in range(2)] == [[WARNING], [WARNING]]
    assert find.times == 2
    assert not cache.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "koperasi.xlsx").write_text("lain"),
        lambda folder: (folder / BERKAS).write_text("lain"),
        lambda folder: (folder / "temuan.toml").unlink(),
        lambda folder: (folder / "koperasi REVISI.xlsx").write_text("salinan"),
        lambda folder: (folder / "koperasi.xlsx").rename(folder / "umkm.xlsx"),
    ],
    ids=["workbook", "laporan.toml", "no findings", "copy", "name of a workbook"],
)
def test_a_folder_that_changed_is_read_again(
    folder: Path, change: Callable[[Path], object]
) -> None:
    faults_of(folder, Asked())
    change(folder)
    assert faults_of(folder, Asked(WARNING)) == [WARNING]


def test_a_folder_that_only_its_notes_changed_in_is_not_read_again(folder: Path) -> None:
    faults_of(folder, Asked())
    (folder / "README.md").write_text("catatan lain")
    assert faults_of(folder, Asked(WARNING)) == []


def test_the_same_files_in_another_folder_are_read(folder: Path) -> None:
    faults_of(folder, Asked())
    other = folder.rename(folder.with_name("2032"))  # its name says a year, which is checked too
    assert faults_of(other, Asked(WARNING)) == [WARNING]


def test_another_library_reads_again(folder: Path, monkeypatch) -> None:
    faults_of(folder, Asked())
    monkeypatch.setattr("lkjlib.build.found_clean.makers", lambda: "lain")
    assert faults_of(folder, Asked(WARNING)) == [WARNING]


def test_a_workbook_saved_while_it_is_read_is_read_again(folder: Path) -> None:
    def find_and_save(_: Path) -> list[Fault]:
        (folder / "koperasi.xlsx").write_text("disimpan")
        return []

    assert faults_of(folder, find_and_save) == []
    (folder / "koperasi.xlsx").write_text("koperasi.xlsx")  # as it was before
    assert faults_of(folder, Asked(WARNING)) == [WARNING]


def test_a_file_that_cannot_be_read_is_left_to_the_check(folder: Path) -> None:
    (folder / "umkm.xlsx").mkdir()
    assert faults_of(folder, Asked(WARNING)) == [WARNING]


def test_no_place_for_a_cache_costs_no_more_than_a_check(folder: Path, cache: Path) -> None:
    cache.write_text("bukan folder")
    find = Asked()
    assert [faults_of(folder, find) for _ in range(2)] == [[], []]
    assert find.times == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0" * 64])
def test_a_damaged_cache_is_not_believed(folder: Path, cache: Path, content: bytes) -> None:
    faults_of(folder, Asked())
    (kept,) = (cache / "bersih").iterdir()
    kept.write_bytes(content)
    assert faults_of(folder, Asked(WARNING)) == [WARNING]


def test_nothing_kept_tells_a_folder_or_what_stands_in_it(folder: Path, cache: Path) -> None:
    faults_of(folder, Asked())
    (kept,) = (cache / "bersih").iterdir()
    hexadecimal = set("0123456789abcdef")
    assert set(kept.name) | set(kept.read_text()) <= hexadecimal


def test_a_build_after_a_check_reads_nothing_to_check_it(annexes, monkeypatch) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    monkeypatch.setattr("lkjlib.build.inspection.find_faults", Asked(WARNING))
    assert check_annexes(annexes.folder) == []


def test_a_check_after_a_check_says_the_same_and_imports_no_pandas(annexes, capsys) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    said = capsys.readouterr().out
    code = "import sys, lkjlib.cli; lkjlib.cli.main(); sys.exit('pandas' in sys.modules)"
    command = [sys.executable, "-c", code, "check", str(annexes.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == said
    annexes.edit("koperasi.xlsx", "Keragaan", C8=1)
    assert main(["check", str(annexes.folder)]) == 1
    assert find_faults(annexes.folder)
