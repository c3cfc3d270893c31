"""Fixtures shared by the tests: the real annexes, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjlib.dataset import Data, load

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Data:
    """The annexes of 2019 as the project holds them."""
    return load(path=ROOT / "data" / "2019")
