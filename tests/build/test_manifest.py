"""An edit of what a build is made from runs the build anew; an edit of anything else does not."""

import json
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest
from openpyxl import load_workbook
from places import LAPORAN, ROOT

from lkjlib.build.manifest import _packages
from lkjlib.excel.guard import unpack

PROJECT = ROOT
CODE = """
import json
from pathlib import Path
from lkjlib.build.manifest import contents, plan
from lkjlib.report_file import read_report
report = read_report(Path("data/2019"))
print(json.dumps(plan(report, Path(), contents(report))))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a build reads, its library included, with one notebook."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "lkjlib", tmp_path / "lkjlib", ignore=ignored)
    shutil.copytree(LAPORAN / "data", tmp_path / "data")
    for lock in ("requirements.lock", "requirements-report.lock"):
        shutil.copy(PROJECT / lock, tmp_path)
    (tmp_path / "notebooks").mkdir()
    shutil.copy(PROJECT / "notebooks" / "04-kasus.ipynb", tmp_path / "notebooks")
    return tmp_path


def planned(project: Path) -> dict[str, str]:
    command = [sys.executable, "-c", CODE]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


WORD = {"lkj-2019-bab-iii.docx", "lkj-2019-usulan-perbaikan.docx"}


@pytest.mark.parametrize(
    ("path", "stale"),
    [
        ("lkjlib/charts/README.md", set()),
        ("lkjlib/products/site/assets/index.md", {"site"}),
        ("data/README.md", set()),
        ("data/2019/README.md", {"site"}),
        ("lkjlib/products/word/styles.lua", WORD),
        ("data/2019/laporan.toml", None),
        ("lkjlib/charts/lkj.mplstyle", None),
        ("lkjlib/charts/house.py", None),
        ("requirements.lock", set()),  # tools of the tests
        ("requirements-report.lock", None),
    ],
)
def test_edit_makes_stale_what_is_made_from_it(project: Path, path: str, stale: set | None) -> None:
    before = planned(project)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("\n# lagi\n")
    after = planned(project)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == (set(before) if stale is None else stale)


def test_workbook_saved_again_makes_nothing_stale(project: Path) -> None:
    path = project / "data" / "2019" / "koperasi.xlsx"
    before, bytes_before = planned(project), path.read_bytes()
    path.write_bytes(unpack(path).as_file().getvalue())
    assert path.read_bytes() != bytes_before
    assert planned(project) == before


def test_changed_cell_or_format_makes_stale(project: Path) -> None:
    path = project / "data" / "2019" / "koperasi.xlsx"
    book, seen = load_workbook(path), set()
    for value, number_format in ((54, "0"), (54, "0.00"), (55, "0.00")):
        cell = book["Keragaan"]["C8"]
        cell.value, cell.number_format = value, number_format
        book.save(path)
        seen.add(planned(project)["gambar"])
    assert len(seen) == 3


def test_makers_know_what_is_installed_by_name_and_version() -> None:
    installed = {f"{one.name}-{one.version}".lower().replace("-", "_") for one in distributions()}
    known = {name.rpartition(".")[0].lower().replace("-", "_") for name in _packages()}
    assert len(installed) > 50
    assert {name.replace(".", "_") for name in installed} == {n.replace(".", "_") for n in known}
