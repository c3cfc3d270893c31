"""A folder that was checked is not read again, and whatever changes is."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjlib.build.build import check_annexes
from lkjlib.build.last_check import CACHE_VARIABLE, known_faults
from lkjlib.cli import main
from lkjlib.errors import Fault
from lkjlib.report import BERKAS

ONE = Fault("peringatan", "koperasi.xlsx", "Keragaan", "C8", "3\n½", "b", "c")
OTHER = Fault("galat", "umkm.xlsx", "", "", "", "", "")
Found = Callable[..., "Asked"]


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
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "simpanan"))
    return tmp_path / "simpanan"


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Found:
    """Sets what a check finds from now on."""

    def let_be_found(*faults: Fault) -> Asked:
        asked = Asked(*faults)
        monkeypatch.setattr("lkjlib.build.inspection.find_faults", asked)
        return asked

    return let_be_found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds what a fingerprint is of; what that says, only `find_faults` asks."""
    place = tmp_path / "2031"
    place.mkdir()
    for name in ("koperasi.xlsx", BERKAS, "temuan.toml", "README.md"):
        (place / name).write_text(name)
    return place


@pytest.mark.parametrize("faults", [[], [ONE], [ONE, OTHER]])
def test_a_folder_that_stays_as_it_was_is_read_once(folder, found, faults: list[Fault]) -> None:
    asked = found(*faults)
    assert [known_faults(folder) for _ in range(3)] == [faults] * 3
    assert asked.times == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "koperasi.xlsx").write_text("lain"),
        lambda folder: (folder / BERKAS).write_text("lain"),
        lambda folder: (folder / "temuan.toml").unlink(),
        lambda folder: (folder / "koperasi REVISI.xlsx").write_text("salinan"),
        lambda folder: (folder / "koperasi.xlsx").rename(folder / "umkm.xlsx"),
        lambda folder: (folder / "umkm.xls").write_text("bentuk lama: mungkin itu yang dimaksud"),
    ],
    ids=["workbook", "laporan.toml", "no findings", "copy", "name of a workbook", "other file"],
)
def test_a_folder_that_changed_is_read_again(folder, found, change: Callable) -> None:
    found()
    known_faults(folder)
    change(folder)
    found(ONE)
    assert known_faults(folder) == [ONE]
    found()
    assert known_faults(folder) == [ONE]


def test_a_folder_of_which_only_the_notes_changed_is_not_read_again(folder, found) -> None:
    found()
    known_faults(folder)
    (folder / "README.md").write_text("catatan lain")
    found(ONE)
    assert known_faults(folder) == []


def test_the_same_files_in_another_folder_are_read(folder, found) -> None:
    found()
    known_faults(folder)
    other = folder.rename(folder.with_name("2032"))  # its name says a year, which is checked too
    found(ONE)
    assert known_faults(other) == [ONE]


def test_another_library_reads_again(folder, found, monkeypatch: pytest.MonkeyPatch) -> None:
    found()
    known_faults(folder)
    monkeypatch.setattr("lkjlib.build.last_check.makers", lambda: "lain")
    found(ONE)
    assert known_faults(folder) == [ONE]


def test_a_workbook_saved_while_it_is_read_is_read_again(folder, found, monkeypatch) -> None:
    def find_and_save(_: Path) -> list[Fault]:
        (folder / "koperasi.xlsx").write_text("disimpan")
        return []

    monkeypatch.setattr("lkjlib.build.inspection.find_faults", find_and_save)
    assert known_faults(folder) == []
    (folder / "koperasi.xlsx").write_text("koperasi.xlsx")  # as it was before
    found(ONE)
    assert known_faults(folder) == [ONE]


def test_a_folder_without_laporan_toml_is_read_each_time(folder, found, cache: Path) -> None:
    (folder / BERKAS).unlink()
    asked = found(ONE)  # the advice says how the folder was called
    assert [known_faults(folder) for _ in range(2)] == [[ONE]] * 2
    assert asked.times == 2
    assert not cache.exists()


def test_what_is_no_file_is_left_to_the_check(annexes, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(annexes.folder / "lain.xlsx")  # nobody will ever write to it
    (annexes.folder / "umkm.xlsx").unlink()
    (annexes.folder / "umkm.xlsx").mkdir()
    assert [fault.berkas for fault in known_faults(annexes.folder)] == ["umkm.xlsx"]


def test_no_place_for_a_cache_costs_no_more_than_a_check(folder, found, cache: Path) -> None:
    cache.write_text("bukan folder")
    asked = found()
    assert [known_faults(folder) for _ in range(2)] == [[], []]
    assert asked.times == 2


def test_it_is_kept_in_the_users_own_cache(folder, found, cache: Path, monkeypatch) -> None:
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setattr("lkjlib.build.last_check.user_cache_path", lambda *_, **__: cache)
    found()
    known_faults(folder)
    assert [path.suffix for path in (cache / "periksa").iterdir()] == [".json"]


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
def test_a_damaged_cache_is_not_believed(folder, found, cache: Path, damage: Callable) -> None:
    found()
    known_faults(folder)
    (kept,) = (cache / "periksa").iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    found(ONE)
    assert known_faults(folder) == [ONE]


def test_what_is_kept_names_no_folder(annexes, cache: Path) -> None:
    folder = annexes.folder
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    assert len(known_faults(folder)) > 0
    (kept,) = (cache / "periksa").iterdir()
    assert folder.parent.name not in kept.stem + kept.read_text()
    assert json.loads(kept.read_bytes()).keys() == {"sidik", "temuan"}


def test_a_build_after_a_check_reads_nothing_to_check_it(annexes, found) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    found(ONE)
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
