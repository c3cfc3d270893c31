"""The build: what it makes again and what not, and that a bad run leaves the last one whole."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

import fake_parts
import nbformat
import pytest
from places import LAPORAN, ROOT

from lkjlib.build import build as build_module
from lkjlib.build import manifest, notebooks, produce, warm
from lkjlib.build.build import build
from lkjlib.errors import AnnexError, Fault, LkjError

pytestmark = pytest.mark.lambat

REALLY_RUN = notebooks._run
# the command, its figures never drawn: a worker that waits, and has to end with the command
STUCK = """
import signal
import sys
import fake_parts
from lkjlib import cli
from lkjlib.build import produce
for name, part in fake_parts.PARTS.items():
    setattr(produce, name, part)
produce._draw_figures = fake_parts.endless_figures
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run aside
sys.exit(cli.main(["build"]))
"""


def write_notebook(path: Path, *sources: str) -> None:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the frozen annexes, one small notebook, and stand-ins for the slow parts."""
    shutil.copytree(LAPORAN / "data", tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    write_notebook(tmp_path / "notebooks" / "a.ipynb", leave("a"))
    monkeypatch.setattr(manifest, "_library", lambda part="": [])  # edited while this runs
    for name, part in fake_parts.PARTS.items():
        monkeypatch.setattr(produce, name, part)
    return tmp_path


@pytest.fixture(scope="module")
def check_once() -> Callable[[Path], list[Fault]]:
    """`check_annexes` that reads annexes of the same bytes only once."""
    really_check, found = build_module.check_annexes, {}

    def check(folder: Path) -> list[Fault]:
        key = tuple((path.name, path.read_bytes()) for path in sorted(folder.iterdir()))
        if key not in found:
            found[key] = really_check(folder)
        return found[key]

    return check


@pytest.fixture
def root(project: Path, monkeypatch: pytest.MonkeyPatch, check_once: Callable) -> Path:
    """The project where the cells run in this process, and the parts in threads of it."""
    monkeypatch.setattr(build_module, "check_annexes", check_once)
    monkeypatch.setattr(notebooks, "_run", run_here)
    monkeypatch.setattr(warm, "begin", lambda reports: None)
    monkeypatch.setattr(produce, "warm_up", lambda: get_context("spawn"))
    monkeypatch.setattr(produce, "workers", lambda count, context: ThreadPoolExecutor(count))
    return project


async def run_here(path: Path, context: BaseContext, place: notebooks.Place | None = None) -> bytes:
    notebook = nbformat.read(path, as_version=4)
    notebooks.tell(notebook, place.laporan)
    with chdir(path.parent):
        for cell in notebook.cells:
            exec(cell.source, {})
    return notebooks.normalise(notebook)


def leave(letter: str) -> str:
    """A cell that leaves one more letter in the file `jalan` beside the notebook."""
    return f"with open('jalan', 'a') as file:\n    file.write('{letter}')"


def runs(root: Path) -> str:
    path = root / "notebooks" / "jalan"
    return path.read_text() if path.exists() else ""


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def leftovers(root: Path) -> list[str]:
    return [p.name for p in root.glob(".build-*") if p.is_dir()]


def test_build_twice_changes_nothing_the_second_time(project: Path) -> None:
    root = project  # with kernels and worker processes
    assert build(root / "data/2019", root, print) is True
    first = snapshot(root / "build/2019")
    assert {"notebooks/a.ipynb", "gambar/gambar-3.png", "tabel/lkj-2019.xlsx"} < set(first)
    assert build(root / "data/2019", root, print) is False
    assert snapshot(root / "build/2019") == first
    assert runs(root) == "a"


def test_build_without_changes_loads_no_pandas_jupyter_or_sphinx(root: Path) -> None:
    build(root / "data/2019", root, print)
    code = (
        "import sys; from lkjlib.build import manifest; manifest._library = lambda part='': [];"
        "from lkjlib import cli;"
        "cli.main(['build']); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("Tidak ada yang berubah")
    loaded = set(run.stdout.split())
    assert loaded.isdisjoint({"pandas", "openpyxl", "matplotlib", "nbclient", "sphinx"})


def test_build_after_one_notebook_changed_runs_only_that_one(root: Path) -> None:
    write_notebook(root / "notebooks" / "b.ipynb", leave("b"))
    build(root / "data/2019", root, print)
    before = runs(root)
    write_notebook(root / "notebooks" / "b.ipynb", leave("B"))
    assert build(root / "data/2019", root, print) is True
    assert sorted(before) == ["a", "b"]
    assert runs(root) == before + "B"


def test_build_after_outputs_were_written_back_runs_nothing(root: Path) -> None:
    build(root / "data/2019", root, print)
    shutil.copyfile(root / "build/2019/notebooks/a.ipynb", root / "notebooks/a.ipynb")
    assert build(root / "data/2019", root, print) is False


def test_build_after_a_notebook_was_removed_drops_its_page(root: Path) -> None:
    write_notebook(root / "notebooks" / "b.ipynb", "1")
    build(root / "data/2019", root, print)
    (root / "notebooks" / "b.ipynb").unlink()
    assert build(root / "data/2019", root, print) is True
    assert not (root / "build/2019/notebooks/b.ipynb").exists()
    assert (root / "build/2019/site/index.html").read_text() == "a.ipynb"


@pytest.mark.parametrize("part", ["site", "gambar"])
@pytest.mark.parametrize(
    ("spoil", "served"),
    [
        (lambda root, part, patch: None, True),
        (lambda root, part, patch: patch.setattr(manifest, "_library", another_library), False),
        (lambda root, part, patch: patch.setattr(manifest, "_packages", list), False),
        (lambda root, part, patch: next((root / part).iterdir()).write_text("x"), False),
        (lambda root, part, patch: next((root / part).iterdir()).unlink(), False),
        (lambda root, part, patch: (root / manifest.NAME).unlink(), False),
    ],
    ids=["whole", "library", "versions", "altered", "removed", "no manifest"],
)
def test_build_starts_from_the_last_site_and_figures_where_they_are_whole_and_made_alike(
    root: Path, monkeypatch: pytest.MonkeyPatch, part: str, spoil: Callable, served: bool
) -> None:
    build(root / "data/2019", root, print)
    assert taken_from(root, part) == "None"
    spoil(root / "build/2019", part, monkeypatch)
    with (root / "data/2019/laporan.toml").open("a") as file:
        file.write("# lagi\n")
    build(root / "data/2019", root, print)
    assert taken_from(root, part) == (f"build/2019/{part}" if served else "None")


def test_build_that_keeps_the_site_keeps_what_made_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root / "data/2019", root, print)
    (root / "build/2019/gambar/gambar-0.png").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(manifest, "_packages", list)
        build(root / "data/2019", root, print)
        write_notebook(root / "notebooks" / "b.ipynb", "1")
        build(root / "data/2019", root, print)
    assert taken_from(root, "site") == "None"


def taken_from(root: Path, part: str) -> str:
    return (root / f"{part}-dari").read_text()


def another_library(part: str = "") -> list[tuple[str, bytes]]:
    return [("lkjlib/lain.py", part.encode())]


@pytest.mark.parametrize("damage", ["removed", "altered"])
def test_build_with_a_damaged_product_makes_it_again(root: Path, damage: str) -> None:
    build(root / "data/2019", root, print)
    picture = root / "build/2019/gambar/gambar-0.png"
    picture.unlink() if damage == "removed" else picture.write_bytes(b"lain")
    assert build(root / "data/2019", root, print) is True
    assert picture.read_bytes() == b"gambar"
    assert runs(root) == "a"


def test_build_with_a_damaged_manifest_starts_anew(root: Path) -> None:
    build(root / "data/2019", root, print)
    (root / "build/2019" / manifest.NAME).write_text("{[")
    assert build(root / "data/2019", root, print) is True
    assert runs(root) == "aa"


def test_build_with_an_annex_problem_stops_before_any_notebook(root: Path) -> None:
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    (root / "data/2019/kasus.xlsx").unlink()
    with pytest.raises(AnnexError) as caught:
        build(root / "data/2019", root, print)
    assert "kasus.xlsx" in str(caught.value)
    assert snapshot(root / "build/2019") == before
    assert runs(root) == "a"


def test_build_with_a_failing_notebook_leaves_the_previous_build_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    write_notebook(root / "notebooks" / "b.ipynb", "x = 1", "x / 0")
    monkeypatch.setattr(notebooks, "_run", REALLY_RUN)
    with pytest.raises(LkjError) as caught:
        build(root / "data/2019", root, print)
    assert "b.ipynb, sel kode ke-2:\n    x / 0\n  ZeroDivisionError" in str(caught.value)
    assert snapshot(root / "build/2019") == before
    assert leftovers(root) == []


def test_build_with_a_broken_notebook_file_names_it(root: Path) -> None:
    (root / "notebooks" / "b.ipynb").write_text("bukan json")
    with pytest.raises(LkjError, match=r"b\.ipynb"):
        build(root / "data/2019", root, print)


def test_build_of_a_year_without_annexes_says_so(root: Path) -> None:
    with pytest.raises(LkjError, match="data/1999"):
        build(root / "data/1999", root, print)


def test_build_after_a_kill_while_swapping_brings_the_old_one_back(root: Path) -> None:
    build(root / "data/2019", root, print)
    (root / "build/2019").rename(root / ".build-lama-2019")
    (root / ".build-baru-1").mkdir()
    assert build(root / "data/2019", root, print) is False
    assert leftovers(root) == []


def test_build_with_a_product_open_in_excel_leaves_it_and_begins_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    write_notebook(root / "notebooks" / "b.ipynb", leave("b"))
    really_open = Path.open

    def held(path: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
        if path.name == "lkj-2019.xlsx" and "+" in mode:
            raise PermissionError(13, "The process cannot access the file")
        return really_open(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(
        LkjError, match=r"'build/2019/tabel/lkj-2019\.xlsx' .* tutup dulu"
    ) as caught:
        build(root / "data/2019", root, print)
    assert str(caught.value).count(". ") == 0
    assert snapshot(root / "build/2019") == before
    assert runs(root) == "a"


@pytest.mark.parametrize("source", ["2019", ".build-baru"])
def test_build_that_may_not_swap_leaves_the_previous_build_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """Windows refuses to rename a folder with a file that another program holds."""
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    write_notebook(root / "notebooks" / "b.ipynb", "1")
    really_rename = os.rename

    def refused(old: Path, new: Path) -> None:
        if Path(old).name.startswith(source):
            raise PermissionError(5, "Access is denied")
        really_rename(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refused)
        with pytest.raises(LkjError, match=r"tutup dulu .* hasil sebelumnya tetap utuh"):
            build(root / "data/2019", root, print)
    assert snapshot(root / "build/2019") == before
    assert leftovers(root) == []
    assert build(root / "data/2019", root, print) is True


def test_build_with_a_missing_annex_says_in_one_sentence_what_to_do(root: Path) -> None:
    (root / "data/2019/kasus.xlsx").unlink()
    with pytest.raises(AnnexError) as caught:
        build(root / "data/2019", root, print)
    (fault,) = (fault for fault in caught.value.faults if fault.tingkat == "galat")
    assert fault.berkas == "kasus.xlsx"
    assert fault.saran


def test_build_while_another_one_runs_is_refused(root: Path) -> None:
    with build_module._alone(root), pytest.raises(LkjError, match="sedang berjalan"):
        build(root / "data/2019", root, print)


@pytest.mark.parametrize(
    ("stop", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_build_stopped_midway_leaves_the_previous_build_whole(
    root: Path, stop: signal.Signals, code: int
) -> None:
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    slow = root / "notebooks" / "b.ipynb"
    write_notebook(slow, "open('mulai', 'w').close()", "import time; time.sleep(600)")
    os.mkfifo(root / "notebooks" / "mulai")
    with subprocess.Popen(
        [sys.executable, "-c", STUCK],
        cwd=root,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
    ) as run:
        (root / "notebooks" / "mulai").read_bytes()  # waits until the notebook runs
        run.send_signal(stop)
        message = run.communicate(timeout=60)[1].decode()
    assert run.returncode == code
    assert "Traceback" not in message
    assert snapshot(root / "build/2019") == before
    slow.unlink()
    assert build(root / "data/2019", root, print) is False
    assert leftovers(root) == []


def test_build_of_another_report_stands_beside_the_first_and_tells_that_one(root: Path) -> None:
    shutil.copytree(root / "data/2019", root / "data/lain")
    cell = nbformat.v4.new_code_cell('laporan = "data/2019"', metadata={"tags": ["parameters"]})
    path = root / "notebooks" / "a.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    build(root / "data/2019", root, print)
    before = snapshot(root / "build/2019")
    build(root / "data/lain", root, print)
    assert snapshot(root / "build/2019") == before
    told = nbformat.read(root / "build/lain/notebooks/a.ipynb", as_version=4)
    assert told.cells[0].source == 'laporan = "data/lain"'
    assert (root / "build/lain/lkj-lain-bab-iii.docx").exists()


def test_build_skips_the_notebook_of_a_theme_that_the_report_does_not_name(root: Path) -> None:
    toml = root / "data/2019/laporan.toml"
    toml.write_text(toml.read_text().replace('["anggaran", ', "["))
    (root / "data/2019/anggaran.xlsx").unlink()
    for name in ("klaim.xlsx", "temuan.toml"):  # what they say rests on the theme too
        (root / "data/2019" / name).unlink()
    for name in ("05-anggaran", "06-rekonsiliasi"):
        write_notebook(root / "notebooks" / f"{name}.ipynb", leave(name[1]))
    lines: list[str] = []
    build(root / "data/2019", root, lines.append)
    assert runs(root) == "a"
    assert any("05-anggaran  dilewati: tema 'anggaran' tidak disebut" in line for line in lines)
    assert any("06-rekonsiliasi  dilewati: " in line for line in lines)
    assert not list((root / "build/2019").glob("klaim-*"))
    assert build(root / "data/2019", root, print) is False
