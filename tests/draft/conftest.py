"""The made-up report text, and its draft, once for all tests of the room."""

import pytest
from places import ROOT
from printed_report import report_text

from lkjlib.draft.draft import draft_of
from lkjlib.draft.read import from_found
from lkjlib.draft.read_text import parse_text
from lkjlib.loading import load


@pytest.fixture(scope="session")
def jabar():
    return load(path=ROOT / "data" / "jabar-disnakertrans-2016")


@pytest.fixture(scope="session")
def text(jabar) -> str:
    return report_text(jabar)


@pytest.fixture(scope="session")
def drafted(jabar, text):
    return draft_of(from_found("laporan.txt", parse_text(text), jabar), jabar)


@pytest.fixture(scope="session")
def read(jabar):
    """Read a text as a report of that office."""
    return lambda content: from_found("laporan.txt", parse_text(content), jabar)
