"""Which report notebooks tell, and where they run."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjlib.errors import LkjError
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
    """The reports that notebooks tell, each with the folder that its notebook runs in.

    Raises
    ------
    LkjError
        When a file is no whole notebook.
    """
    told = set()
    for path in paths:
        try:
            told |= {(path.parent.resolve(), name) for name in _names(path)}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise broken(path, error) from error
    return told


def _names(path: Path) -> Iterator[str]:
    for cell in json.loads(path.read_bytes())["cells"]:
        if PARAMETERS in cell["metadata"].get("tags", ()):
            yield from _TOLD.findall("".join(cell["source"]))


def broken(notebook: Path, error: Exception) -> LkjError:
    """What is said of a file that is no whole notebook."""
    return LkjError(
        f"{notebook.name} bukan buku catatan Jupyter yang utuh ({error}). "
        "Ambil lagi berkas itu dari git."
    )
