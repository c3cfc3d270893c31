"""The command line: what it prints, where, and its exit codes."""

import shutil
from pathlib import Path

import pytest
from places import LAPORAN

from lkjlib.build import build as build_module
from lkjlib.build import notebooks, warm
from lkjlib.cli import main
from lkjlib.errors import AnnexError, Fault, LkjError

OLD, NEW = b'{"cells": []}', b'{"cells": [ ]}'
FINDING = Fault("galat", "kasus.xlsx", "Kasus", "E5", "dua", "bilangan bulat", "Tulis angkanya: 2.")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(LAPORAN / "data", tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "a.ipynb").write_bytes(OLD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(warm, "begin", lambda reports: None)
    monkeypatch.setattr(notebooks, "execute", lambda paths, say: dict.fromkeys(paths, NEW))
    return tmp_path


def test_check_of_clean_annexes_returns_0(root: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Lampiran di 'data/2019' bersih: tidak ada temuan.\n"


def test_check_with_faults_returns_1_and_prints_the_table(
    root: Path, capsys: pytest.CaptureFixture
) -> None:
    (root / "data/2019/kasus.xlsx").unlink()
    assert main(["check", "data/2019"]) == 1
    out = capsys.readouterr().out
    assert "kasus.xlsx" in out
    assert "Diharapkan" in out
    assert "2 temuan (1 galat, 1 peringatan)." in out


@pytest.mark.parametrize(
    "argv", [[], ["chek"], ["check", "--apa"], ["build", "a", "b"], ["notebooks", "x"]]
)
def test_main_with_wrong_use_returns_2(argv: list[str], capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert "Perintah tidak dipahami" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["check", "tak-ada"], ["build", "data/1999"]])
def test_main_with_a_missing_folder_returns_2(
    root: Path, argv: list[str], capsys: pytest.CaptureFixture
) -> None:
    assert main(argv) == 2
    assert argv[-1] in capsys.readouterr().err


def test_build_of_an_unknown_report_says_which_there_are(
    root: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["build", "data/1999"]) == 2
    message = capsys.readouterr().err
    assert "'lkj new data/1999'" in message
    assert "data/2019" in message
    assert message.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (LkjError("Buku catatan gagal."), 1, ["Buku catatan gagal."]),
        (AnnexError([FINDING]), 1, ["kasus.xlsx!Kasus!E5", "Tulis angkanya: 2.", "1 temuan"]),
        (KeyboardInterrupt(), 130, ["Dihentikan"]),
    ],
)
def test_build_that_fails_prints_a_message_and_no_traceback(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
    error: BaseException,
    code: int,
    words: list[str],
) -> None:
    def fail(*_: object) -> bool:
        raise error

    monkeypatch.setattr(build_module, "build", fail)
    assert main(["build"]) == code
    printed = capsys.readouterr()
    assert all(word in printed.err for word in words)
    assert "Traceback" not in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(("changed", "words"), [(True, "Selesai"), (False, "Tidak ada yang")])
def test_build_ends_by_saying_where_to_look(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
    changed: bool,
    words: str,
) -> None:
    made = ("site/index.html", "gambar/indeks.html", "tabel/lkj-2019.xlsx")
    for path in made:
        (root / "build/2019" / path).parent.mkdir(parents=True)
        (root / "build/2019" / path).touch()
    monkeypatch.setattr(build_module, "build", lambda *_: changed)
    assert main(["build"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(words)
    assert [line.split()[0] for line in out.splitlines()[1:]] == [f"build/2019/{p}" for p in made]
    assert str(root) not in out


def test_notebooks_periksa_with_a_difference_returns_1_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["notebooks", "--periksa"]) == 1
    assert "a.ipynb" in capsys.readouterr().out
    assert (root / "notebooks/a.ipynb").read_bytes() == OLD


def test_notebooks_tulis_writes_back_and_then_periksa_is_content(root: Path) -> None:
    assert main(["notebooks", "--tulis"]) == 0
    assert [p.name for p in (root / "notebooks").iterdir()] == ["a.ipynb"]
    assert (root / "notebooks/a.ipynb").read_bytes() == NEW
    assert main(["notebooks", "--periksa"]) == 0


def test_notebooks_of_which_one_is_broken_names_it(
    root: Path, capsys: pytest.CaptureFixture
) -> None:
    (root / "notebooks/b.ipynb").write_bytes(b"{")
    assert main(["notebooks"]) == 1
    assert "b.ipynb bukan buku catatan Jupyter yang utuh" in capsys.readouterr().err


def test_notebooks_without_any_returns_1(root: Path, capsys: pytest.CaptureFixture) -> None:
    (root / "notebooks/a.ipynb").unlink()
    assert main(["notebooks"]) == 1
    assert "Tidak ada buku catatan" in capsys.readouterr().err
