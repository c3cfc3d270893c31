"""For tests, doctests and notebooks alike: where they run, and which of them run together."""

import os
import sys
from collections.abc import Iterator
from pathlib import PurePath

import pytest
from places import LAPORAN
from read_once import ReadOnce
from xdist.scheduler import LoadScopeScheduling

from lkjlib.build.last_check import CACHE_VARIABLE

os.environ[CACHE_VARIABLE] = os.devnull  # what a test checks is read, and no cache touched


@pytest.fixture(autouse=True)
def beside_the_frozen_annexes(monkeypatch: pytest.MonkeyPatch) -> None:
    """``load(2019)`` looks for ``data/2019`` from the current folder up: it finds those."""
    monkeypatch.chdir(LAPORAN)


@pytest.fixture(scope="session")
def reader() -> ReadOnce:
    """One reader for all tests of a process."""
    return ReadOnce(LAPORAN / "data" / "2019")


@pytest.fixture(autouse=True)
def frozen_annexes_are_read_once(reader: ReadOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of them are read and measured anew only where a test changed a workbook."""
    monkeypatch.setattr("lkjlib.excel.workbook.open_workbook", reader.open_workbook)
    monkeypatch.setattr("lkjlib.annexes.folder.read_rows", reader.read_rows)
    monkeypatch.setattr("lkjlib.ledger.measures.measures", reader.measures)


@pytest.fixture(autouse=True)
def no_figure_stays_open() -> Iterator[None]:
    """What a test or an example draws is closed after it; what tests share stays open."""
    before = _open_figures()
    yield
    for number in _open_figures() - before:
        sys.modules["matplotlib.pyplot"].close(number)


def _open_figures() -> set[int]:
    plt = sys.modules.get("matplotlib.pyplot")
    return set(plt.get_fignums()) if plt else set()


class SharedFirst(LoadScopeScheduling):
    """One worker for all tests of a file; one, too, for all that open the site in the browser."""

    def _split_scope(self, nodeid: str) -> str:
        file = PurePath(nodeid.partition("::")[0])
        return "browser" if file.stem.startswith("test_browser") else file.as_posix()


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> LoadScopeScheduling:
    return SharedFirst(config, log)
