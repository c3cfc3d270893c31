"""An edit of what a build is made from runs the build anew; an edit of anything else does not."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import LAPORAN, ROOT

PROJECT = ROOT
CODE = """
import json
from pathlib import Path
from lkjlib.build.manifest import plan
from lkjlib.report_file import read_report
print(json.dumps(plan(read_report(Path("data/2019")), Path())))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a build reads, its library included, with one notebook."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "lkjlib", tmp_path / "lkjlib", ignore=ignored)
    shutil.copytree(LAPORAN / "data", tmp_path / "data")
    shutil.copy(PROJECT / "requirements.lock", tmp_path)
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
        ("requirements.lock", None),
    ],
)
def test_edit_makes_stale_what_is_made_from_it(project: Path, path: str, stale: set | None) -> None:
    before = planned(project)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("\n# lagi\n")
    after = planned(project)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == (set(before) if stale is None else stale)
