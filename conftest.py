"""Tests and doctests run beside the frozen annexes: ``load(2019)`` finds those, not data/2019."""

import pytest
from places import LAPORAN


@pytest.fixture(autouse=True)
def beside_the_frozen_annexes(monkeypatch: pytest.MonkeyPatch) -> None:
    """`lkjlib.load` looks for ``data/<year>`` from the current folder upwards."""
    monkeypatch.chdir(LAPORAN)
