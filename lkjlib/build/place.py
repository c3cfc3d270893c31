"""Which report notebooks tell, and where they run."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lkjlib.report import Report

PARAMETERS = "parameters"
"""Tag of the cell that names the report."""

_TOLD = re.compile(r'^laporan = "(.+)"$', re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Which report notebooks tell: its name for `lkj.load`, and the folder they then run in.

    Without a folder each runs in its own.
    """

    laporan: str
    folder: Path | None = None


def place_of(report: Report, root: Path) -> Place:
    """How a notebook names the report and where it runs, so that no path of a machine is in it."""
    folder = report.folder.resolve()
    if folder.parent == (root / "data").resolve():
        return Place(f"data/{folder.name}")
    return Place(folder.name, folder.parent)


def told_by(paths: Iterable[Path]) -> set[tuple[Path, str]]:
    """The reports that notebooks tell, each with the folder that its notebook runs in."""
    told = set()
    for path in paths:
        for cell in json.loads(path.read_bytes())["cells"]:
            if PARAMETERS in cell["metadata"].get("tags", ()):
                names = _TOLD.findall("".join(cell["source"]))
                told |= {(path.parent.resolve(), name) for name in names}
    return told
