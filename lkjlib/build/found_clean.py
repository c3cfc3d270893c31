"""Folders that a check found clean: as long as nothing changes, the next one reads none of it.

Kept in the user's own cache is a fingerprint of all that a check rests on, and nothing of what
stands in a report. A folder with a fault or a warning is checked each time.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from lkjlib.build.manifest import makers
from lkjlib.errors import Fault
from lkjlib.report import contents_of

CACHE = "LKJLIB_SIMPANAN"
"""Environment variable: where to keep it instead; with one that is no folder, nothing is kept."""


def faults_of(folder: Path, find: Callable[[Path], list[Fault]]) -> list[Fault]:
    """The faults that `find` finds in a report's folder; it is asked where there may be any."""
    try:
        before = contents_of(folder)
    except OSError:  # a file that nobody can read is a fault
        return find(folder)
    known = (folder.resolve().name, before, makers())
    fingerprint = sha256("\n".join(known).encode()).hexdigest()
    if _kept(folder) == fingerprint:
        return []
    faults = find(folder)
    if not faults and contents_of(folder) == before:  # nobody saved a workbook meanwhile
        _keep(folder, fingerprint)
    return faults


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
