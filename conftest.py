"""For tests, doctests and notebooks alike: where they run, and which of them run together."""

from pathlib import PurePath

import pytest
from places import LAPORAN
from xdist.scheduler import LoadScopeScheduling


@pytest.fixture(autouse=True)
def beside_the_frozen_annexes(monkeypatch: pytest.MonkeyPatch) -> None:
    """``load(2019)`` looks for ``data/2019`` from the current folder up: it finds those."""
    monkeypatch.chdir(LAPORAN)


class SharedFirst(LoadScopeScheduling):
    """One worker for all tests of a file; one, too, for all that open the site in the browser."""

    def _split_scope(self, nodeid: str) -> str:
        file = PurePath(nodeid.partition("::")[0])
        return "browser" if file.stem.startswith("test_browser") else file.as_posix()


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> LoadScopeScheduling:
    return SharedFirst(config, log)
