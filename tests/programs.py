"""Programs that tests drive besides Python: found, or the test says how they are installed.

Without one the tests that drive it are skipped, and the end of the run says so once; where `CI` is
set they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Program:
    """A program, the commands that it may go by, and how it is installed."""

    name: str
    commands: tuple[str, ...]
    install: str

    @property
    def missing(self) -> str:
        """What a test says that cannot run without the program."""
        return f"{self.name} tidak ada di komputer ini. Pasang: {self.install}"

    def found(self) -> str | None:
        """Where the program is, if anywhere."""
        return next((path for name in self.commands if (path := shutil.which(name))), None)

    def path(self) -> str:
        """Where the program is; without it the test is skipped, in CI it fails."""
        found = self.found()
        if found is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(self.missing)
        return found


CHROMIUM = Program(
    "Chromium",
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "apt-get install -y chromium",
)
LIBREOFFICE = Program(
    "LibreOffice",
    ("soffice", "libreoffice"),
    "apt-get install -y libreoffice-writer libreoffice-calc",
)


def not_tried(reasons: Iterable[str]) -> list[str]:
    """One line for each program that was missing, from the reasons why tests were skipped."""
    reasons = list(reasons)
    counts = {p: sum(p.missing in reason for reason in reasons) for p in (CHROMIUM, LIBREOFFICE)}
    return [f"{count} uji: {p.missing}" for p, count in counts.items() if count]
