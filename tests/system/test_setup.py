"""Set-up files agree with each other, and the Makefile sets up what it should."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version
from places import ROOT

PROJECT = ROOT
LOCKS = (
    "requirements.lock",
    "requirements-report.lock",
    "requirements-lab.lock",
    "requirements-uv.lock",
)


def pyproject() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]


def requirements(*extras: str) -> dict[str, str]:
    """Lower-case name -> version range, as pyproject asks for it."""
    texts = [*pyproject()["dependencies"]]
    for extra in extras:
        texts += pyproject()["optional-dependencies"][extra]
    parsed = [Requirement(text) for text in texts]
    return {r.name.lower(): str(r.specifier) for r in parsed}


def locked(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", text, re.M))


def test_environment_yml_asks_for_what_pyproject_asks_for() -> None:
    listed = yaml.safe_load((PROJECT / "environment.yml").read_text("utf-8"))["dependencies"]
    (from_pypi,) = [entry["pip"] for entry in listed if isinstance(entry, dict)]
    names = [*(e for e in listed if isinstance(e, str)), *(e for e in from_pypi if e != "-e .")]
    parsed = [Requirement(entry) for entry in names]
    found = {r.name: str(r.specifier) for r in parsed}
    assert found.pop("pip") == ""
    assert found.pop("python") == pyproject()["requires-python"]
    assert found == requirements("build", "lab")
    assert from_pypi[-1] == "-e ."


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements.lock", ("build", "many", "draf", "dev")),
        ("requirements-report.lock", ("build",)),
        ("requirements-lab.lock", ("build", "lab")),
    ],
)
def test_lock_holds_a_fitting_version_of_every_requirement(
    lock: str, extras: tuple[str, ...]
) -> None:
    versions = locked(lock)
    for name, wanted in requirements(*extras).items():
        assert Requirement(f"{name}{wanted}").specifier.contains(Version(versions[name])), name


def test_what_a_report_needs_is_part_of_what_is_tested_and_no_test_tool() -> None:
    tested, report = locked("requirements.lock"), locked("requirements-report.lock")
    assert report.items() < tested.items()
    tools = requirements("many", "draf", "dev").keys() - requirements("build").keys()
    assert tools.isdisjoint(report)
    assert tools <= tested.keys()


def test_locks_agree_with_each_other() -> None:
    tested, lab = locked("requirements.lock"), locked("requirements-lab.lock")
    assert {n: (v, lab[n]) for n, v in tested.items() if n in lab and lab[n] != v} == {}
    assert "jupyterlab" not in tested
    assert list(locked("requirements-uv.lock")) == ["uv"]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (PROJECT / lock).read_text("utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert not re.search(r"(^|\s)/\w|--(extra-)?index|--find-links", text)


def test_makefile_has_every_command_that_the_readme_names() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.M))
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert {
        "report",
        "test",
        "test-cepat",
        "check",
        "bench",
        "lab",
        "notebooks",
        "lint",
        "clean",
    } <= targets
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", readme, re.M)) <= targets


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copyfile(PROJECT / name, tmp_path / name)
    return tmp_path


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_make_with_an_old_python_says_so_and_sets_up_nothing(clone: Path) -> None:
    old = script(clone / "tua", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    run = make(clone, "report", f"PYTHON={old}")
    assert run.returncode != 0
    assert "Python 3.11 atau lebih baru diperlukan" in run.stderr
    assert "Python 3.9.2" in run.stderr
    assert "make report PYTHON=" in run.stderr
    assert not (clone / ".venv").exists()


def test_make_that_breaks_off_in_the_set_up_starts_it_again(clone: Path) -> None:
    # a stand-in for Python whose venv has a pip that fails
    fake = script(
        clone / "py",
        'case "$*" in *venv*) mkdir -p .venv/bin; cp py .venv/bin/python;; *pip*) exit 9;; esac',
    )
    for _ in range(2):
        run = make(clone, "setup", f"PYTHON={fake}")
        assert run.returncode != 0
        assert "Menyiapkan .venv" in run.stderr
        assert not (clone / ".venv/.siap").exists()


@pytest.mark.parametrize("stamp", [".siap", ".siap-laporan"])
def test_make_with_a_ready_environment_runs_the_command_at_once(clone: Path, stamp: str) -> None:
    script(clone / ".venv/bin/lkj", 'echo "lkj $*"')
    (clone / ".venv" / stamp).write_text(f"{clone}\n")
    run = make(clone, "report", "LAPORAN=data/lain", "PYTHON=false")
    assert (run.returncode, run.stdout) == (0, "lkj build data/lain\n")


def test_make_in_a_moved_project_sets_up_anew(clone: Path) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv/.siap").write_text("/tempat/lama\n")
    planned = make(clone, "-n", "setup").stdout
    assert "venv --clear .venv" in planned
    assert "pip sync" in planned


@pytest.mark.parametrize(
    ("command", "lock"), [("report", "requirements-report.lock"), ("test", "requirements.lock")]
)
def test_make_from_nothing_sets_up_what_the_command_needs(
    clone: Path, command: str, lock: str
) -> None:
    planned = make(clone, "-n", command).stdout
    assert re.findall(r"pip sync .* (\S+)$", planned, re.M) == [lock]


def test_make_adds_to_a_report_s_environment_and_then_keeps_it_for_reports(clone: Path) -> None:
    # stand-ins that say what they are asked for
    fake = script(clone / ".venv/bin/python", 'echo "python $*"')
    script(clone / ".venv/bin/uv", 'echo "uv $*"')
    script(clone / ".venv/bin/lkj", 'echo "lkj $*"')
    (clone / ".venv/.siap-laporan").write_text(f"{clone}\n")
    run = make(clone, "setup", f"PYTHON={fake}")
    assert run.returncode == 0
    assert "uv pip sync" in run.stdout
    assert " requirements.lock" in run.stdout
    assert "venv --clear" not in run.stdout
    assert [path.name for path in (clone / ".venv").glob(".siap*")] == [".siap"]
    (clone / "requirements-report.lock").touch()
    assert make(clone, "report", "PYTHON=false").stdout == "lkj build data/2019\n"


def test_make_with_a_newer_lock_keeps_what_the_tests_need(clone: Path) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv/.siap").write_text(f"{clone}\n")
    os.utime(clone / ".venv/.siap", (0, 0))
    planned = make(clone, "-n", "report").stdout
    assert re.findall(r"pip sync .* (\S+)$", planned, re.M) == ["requirements.lock"]
