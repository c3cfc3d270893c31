"""A folder that was checked is not read again, and whatever changes is."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjlib.build.build import check_annexes
from lkjlib.build.inspection import find_faults
from lkjlib.build.last_check import CACHE, faults_of
from lkjlib.cli import main
from lkjlib.errors import Fault
from lkjlib.report import BERKAS

ONE = Fault("peringatan", "koperasi.xlsx", "Keragaan", "C8", "3\n½", "b", "c")
OTHER = Fault("galat", "umkm.xlsx", "", "", "", "", "")


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
    """A folder that holds what a fingerprint is of; what that says, only `find_faults` asks."""
    place = tmp_path / "2031"
    place.mkdir()
    for name in ("koperasi.xlsx", BERKAS, "temuan.toml", "README.md"):
        (place / name).write_text(name)
    return place


@pytest.mark.parametrize("faults", [[], [ONE], [ONE, OTHER]])
def test_a_folder_that_stays_as_it_was_is_read_once(folder: Path, faults: list[Fault]) -> None:
    find = Asked(*faults)
    assert [faults_of(folder, find) for _ in range(3)] == [faults] * 3
    assert find.times == 1


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
    assert faults_of(folder, Asked(ONE)) == [ONE]
    assert faults_of(folder, Asked()) == [ONE]


def test_a_folder_of_which_only_the_notes_changed_is_not_read_again(folder: Path) -> None:
    faults_of(folder, Asked())
    (folder / "README.md").write_text("catatan lain")
    assert faults_of(folder, Asked(ONE)) == []


def test_the_same_files_in_a_folder_of_another_name_are_read(folder: Path) -> None:
    faults_of(folder, Asked())
    other = folder.rename(folder.with_name("2032"))  # its name says a year, which is checked too
    assert faults_of(other, Asked(ONE)) == [ONE]


def test_another_library_reads_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults_of(folder, Asked())
    monkeypatch.setattr("lkjlib.build.last_check.makers", lambda: "lain")
    assert faults_of(folder, Asked(ONE)) == [ONE]


def test_a_workbook_saved_while_it_is_read_is_read_again(folder: Path) -> None:
    def find_and_save(_: Path) -> list[Fault]:
        (folder / "koperasi.xlsx").write_text("disimpan")
        return []

    assert faults_of(folder, find_and_save) == []
    (folder / "koperasi.xlsx").write_text("koperasi.xlsx")  # as it was before
    assert faults_of(folder, Asked(ONE)) == [ONE]


def test_a_workbook_lost_while_it_is_read_is_no_failure(folder: Path) -> None:
    def find_and_lose(_: Path) -> list[Fault]:
        (folder / "koperasi.xlsx").unlink()
        (folder / "koperasi.xlsx").mkdir()
        return [ONE]

    assert faults_of(folder, find_and_lose) == [ONE]


def test_a_file_that_cannot_be_read_is_left_to_the_check(folder: Path) -> None:
    (folder / "umkm.xlsx").mkdir()
    assert faults_of(folder, Asked(ONE)) == [ONE]


def test_no_place_for_a_cache_costs_no_more_than_a_check(folder: Path, cache: Path) -> None:
    cache.write_text("bukan folder")
    find = Asked()
    assert [faults_of(folder, find) for _ in range(2)] == [[], []]
    assert find.times == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"\xff\xfe",
        lambda content: content[:-3],
        lambda content: b"[]",
        lambda content: json.dumps({**json.loads(content), "temuan": [["galat"]]}).encode(),
        lambda content: json.dumps({**json.loads(content), "temuan": ["1234567"]}).encode(),
        lambda content: json.dumps({**json.loads(content), "temuan": None}).encode(),
    ],
    ids=["empty", "no text", "cut", "a list", "half a fault", "no fault", "no list"],
)
def test_a_damaged_cache_is_not_believed(folder: Path, cache: Path, damage: Callable) -> None:
    faults_of(folder, Asked())
    (kept,) = (cache / "periksa").iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert faults_of(folder, Asked(ONE)) == [ONE]


def test_what_is_kept_names_no_folder(folder: Path, cache: Path) -> None:
    faults_of(folder, Asked(ONE))
    (kept,) = (cache / "periksa").iterdir()
    assert folder.parent.name not in kept.stem + kept.read_text()
    assert json.loads(kept.read_bytes()).keys() == {"sidik", "temuan"}


def test_a_build_after_a_check_reads_nothing_to_check_it(annexes, monkeypatch) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    monkeypatch.setattr("lkjlib.build.inspection.find_faults", Asked(ONE))
    assert check_annexes(annexes.folder) == []


@pytest.mark.parametrize("cells", [{}, {"C8": "lima"}], ids=["clean", "a fault"])
def test_a_check_after_a_check_says_the_same_and_imports_no_pandas(annexes, capsys, cells) -> None:
    if cells:
        annexes.edit("koperasi.xlsx", "Keragaan", **cells)
    code = main(["check", str(annexes.folder), "--format", "csv"])
    said = capsys.readouterr()
    assert code == bool(cells)
    again = "import sys, lkjlib.cli; code = lkjlib.cli.main(); assert 'pandas' not in sys.modules"
    command = [sys.executable, "-c", f"{again}; sys.exit(code)", "check", str(annexes.folder)]
    run = subprocess.run([*command, "--format", "csv"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (code, said.out, said.err)
    annexes.edit("koperasi.xlsx", "Keragaan", D8="enam")
    main(["check", str(annexes.folder), "--format", "csv"])
    assert "Keragaan,D8" in capsys.readouterr().out
    assert find_faults(annexes.folder)
