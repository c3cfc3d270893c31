"""A folder that was found clean is not read again, and whatever changes is."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjlib.build.build import check_annexes
from lkjlib.build.last_check import CACHE_VARIABLE, check_folder
from lkjlib.cli import main
from lkjlib.errors import Fault
from lkjlib.report import BERKAS, contents_of

ONE = Fault("peringatan", "koperasi.xlsx", "Keragaan", "C8", "3\n½", "b", "c")
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


def test_a_clean_folder_is_read_once(folder, found) -> None:
    asked = found()
    assert [check_folder(folder) for _ in range(3)] == [[], [], []]
    assert asked.times == 1


def test_a_folder_with_a_warning_is_read_each_time_and_nothing_is_kept(
    folder, found, cache: Path
) -> None:
    asked = found(ONE)
    assert [check_folder(folder) for _ in range(2)] == [[ONE], [ONE]]
    assert asked.times == 2
    assert not cache.exists()


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
    check_folder(folder)
    change(folder)
    found(ONE)
    assert check_folder(folder) == [ONE]


def test_a_folder_of_which_only_the_notes_changed_is_not_read_again(folder, found) -> None:
    found()
    check_folder(folder)
    (folder / "README.md").write_text("catatan lain")
    found(ONE)
    assert check_folder(folder) == []


def test_the_same_files_in_another_folder_are_read(folder, found) -> None:
    found()
    check_folder(folder)
    other = folder.rename(folder.with_name("2032"))  # its name says a year, which is checked too
    found(ONE)
    assert check_folder(other) == [ONE]


def test_another_library_reads_again(folder, found, monkeypatch: pytest.MonkeyPatch) -> None:
    found()
    check_folder(folder)
    monkeypatch.setattr("lkjlib.build.last_check.makers", lambda: "lain")
    found(ONE)
    assert check_folder(folder) == [ONE]


def test_a_workbook_saved_while_it_is_read_is_read_again(folder, found, monkeypatch) -> None:
    def find_and_save(_: Path) -> list[Fault]:
        (folder / "koperasi.xlsx").write_text("disimpan")
        return []

    monkeypatch.setattr("lkjlib.build.inspection.find_faults", find_and_save)
    assert check_folder(folder) == []
    (folder / "koperasi.xlsx").write_text("koperasi.xlsx")  # as it was before
    found(ONE)
    assert check_folder(folder) == [ONE]


@pytest.mark.parametrize("meanwhile", ["replaced", "gone", "renamed and back"])
def test_a_workbook_that_is_as_before_after_the_check_may_not_have_been_so_in_it(
    folder, found, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    path = folder / "koperasi.xlsx"
    content = path.read_bytes()

    def find(_: Path) -> list[Fault]:
        if meanwhile == "renamed and back":
            path.rename(folder / "sementara.xlsx").rename(path)
        else:
            path.unlink()
        if meanwhile == "replaced":
            path.write_bytes(content)
        return []

    monkeypatch.setattr("lkjlib.build.inspection.find_faults", find)
    check_folder(folder)
    path.write_bytes(content)
    found(ONE)
    assert check_folder(folder) == [ONE]


def test_a_workbook_saved_before_the_check_reads_it_is_read_again(
    folder, found, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "koperasi.xlsx"

    def read_then_saved(folder: Path) -> str:
        digest = contents_of(folder)
        path.write_text("disimpan")
        return digest

    with monkeypatch.context() as patch:
        patch.setattr("lkjlib.build.last_check.contents_of", read_then_saved)
        found()
        check_folder(folder)
    path.write_text("koperasi.xlsx")  # as it was when it was fingerprinted
    found(ONE)
    assert check_folder(folder) == [ONE]


@pytest.mark.parametrize("name", [b"r\xe9sum\xe9.xlsx", b"a\nb.toml"])
def test_odd_names_are_no_failure(folder, found, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).touch()
    asked = found()
    assert [check_folder(folder) for _ in range(2)] == [[], []]
    assert asked.times == 1


def test_what_is_no_file_is_left_to_the_check(annexes) -> None:
    os.mkfifo(annexes.folder / "lain.xlsx")  # nobody will ever write to it
    (annexes.folder / "umkm.xlsx").unlink()
    (annexes.folder / "umkm.xlsx").mkdir()
    assert [fault.berkas for fault in check_folder(annexes.folder)] == ["umkm.xlsx"]


def test_no_place_for_a_cache_costs_no_more_than_a_check(folder, found, cache: Path) -> None:
    cache.write_text("bukan folder")
    asked = found()
    assert [check_folder(folder) for _ in range(2)] == [[], []]
    assert asked.times == 2


def test_it_is_kept_in_the_users_own_cache(folder, found, cache: Path, monkeypatch) -> None:
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setattr("lkjlib.build.last_check.user_cache_path", lambda *_, **__: cache)
    found()
    check_folder(folder)
    assert len(list((cache / "bersih").iterdir())) == 1


def test_without_a_home_nothing_is_kept(folder, found, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError

    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setattr("lkjlib.build.last_check.user_cache_path", no_home)
    asked = found()
    assert [check_folder(folder) for _ in range(2)] == [[], []]
    assert asked.times == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept.write_bytes(b""),
        lambda kept: kept.write_bytes(b"\xff\xfe"),
        lambda kept: kept.write_bytes(kept.read_bytes()[:-1]),
        lambda kept: kept.write_bytes(kept.read_bytes() * 2),
        lambda kept: (kept.unlink(), kept.mkdir()),
        lambda kept: (kept.unlink(), os.mkfifo(kept)),
        lambda kept: (kept.unlink(), kept.symlink_to("/dev/zero")),
    ],
    ids=["empty", "no text", "cut", "doubled", "a folder", "a pipe", "endless"],
)
def test_a_damaged_cache_is_not_believed(folder, found, cache: Path, damage: Callable) -> None:
    found()
    check_folder(folder)
    (kept,) = (cache / "bersih").iterdir()
    damage(kept)
    found(ONE)
    assert check_folder(folder) == [ONE]


def test_nothing_kept_tells_a_folder_or_what_stands_in_it(folder, found, cache: Path) -> None:
    found()
    check_folder(folder)
    (kept,) = (cache / "bersih").iterdir()
    assert set(kept.name) | set(kept.read_text()) <= set("0123456789abcdef")
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_build_after_a_check_reads_nothing_to_check_it(annexes, found) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    found(ONE)
    assert check_annexes(annexes.folder) == []


def test_a_check_after_a_check_says_the_same_and_imports_no_pandas(annexes, capsys) -> None:
    assert main(["check", str(annexes.folder)]) == 0
    said = capsys.readouterr().out
    code = "import sys, lkjlib.cli; lkjlib.cli.main(); sys.exit('pandas' in sys.modules)"
    command = [sys.executable, "-c", code, "check", str(annexes.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == said
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    assert main(["check", str(annexes.folder)]) == 1
