"""Folders that a check found clean: as long as nothing changes, the next one reads none of it.

Kept in the user's own cache is a fingerprint of all that a check rests on, and nothing of what
stands in a report. A folder with a fault or a warning is checked each time.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path

from lkjlib.build.manifest import library
from lkjlib.errors import Fault
from lkjlib.report import contents_of

CACHE = "LKJLIB_SIMPANAN"
"""Environment variable: where to keep it instead; with one that is no folder, nothing is kept."""

_READ_WITH = ("numpy", "openpyxl", "pandas")


def faults_of(folder: Path, find: Callable[[Path], list[Fault]]) -> list[Fault]:
    """The faults that `find` finds in a report's folder; it is asked where there may be any."""
    try:
        before = contents_of(folder)
    except OSError:  # a file that nobody can read is a fault
        return find(folder)
    if _kept(folder) == _fingerprint(folder, before):
        return []
    faults = find(folder)
    if not faults and contents_of(folder) == before:  # nobody saved a workbook meanwhile
        _keep(folder, _fingerprint(folder, before))
    return faults


def _fingerprint(folder: Path, contents: str) -> str:
    known = (folder.resolve().name, contents, _reader())
    return sha256("\n".join(known).encode()).hexdigest()


@lru_cache(maxsize=1)
def _reader() -> str:
    """What a check is made with."""
    packages = (f"{name} {version(name)}" for name in _READ_WITH)
    return "\n".join((library(), sys.version, *packages))


def _place(folder: Path) -> Path:
    """The file that a folder's fingerprint is kept in; its name tells no path."""
    home = os.environ.get(CACHE) or user_cache_path("lkjlib", appauthor=False)
    return Path(home, "bersih", sha256(os.fsencode(folder.resolve())).hexdigest())


def _kept(folder: Path) -> str:
    with suppress(OSError, UnicodeError):  # nothing kept: the folder is checked
        return _place(folder).read_text(encoding="ascii")
    return ""


def _keep(folder: Path, fingerprint: str) -> None:
    with suppress(OSError):  # no place for it: the next check reads again
        _place(folder).parent.mkdir(parents=True, exist_ok=True)
        _place(folder).write_text(fingerprint, encoding="ascii")
