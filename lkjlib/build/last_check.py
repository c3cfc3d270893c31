"""What the last check of a folder found: while nothing changes, the next one reads none of it.

Kept in the user's own cache are the faults as a check says them, and a fingerprint of all that it
rests on: the folder's workbooks and TOML files, the library, its packages, Python.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from lkjlib.build.manifest import makers
from lkjlib.errors import Fault, LkjError
from lkjlib.report import contents_of

CACHE = "LKJLIB_SIMPANAN"
"""Environment variable: where to keep it instead; with one that is no folder, nothing is kept."""


def faults_of(folder: Path, find: Callable[[Path], list[Fault]]) -> list[Fault]:
    """The faults that `find` finds in a report's folder; the last ones where nothing changed."""
    before = _contents(folder)
    if before is None:
        return find(folder)
    rests_on = (folder.resolve().name, before, makers())
    fingerprint = sha256("\n".join(rests_on).encode()).hexdigest()
    kept = _kept(_place(folder), fingerprint)
    if kept is not None:
        return kept
    faults = find(folder)
    if _contents(folder) == before:  # nobody saved a workbook meanwhile
        _keep(_place(folder), fingerprint, faults)
    return faults


def _contents(folder: Path) -> str | None:
    """What its files hold; None where one cannot be read, which the check will say."""
    try:
        return contents_of(folder)
    except OSError:
        return None


def _place(folder: Path) -> Path:
    """Where a folder's last check is kept; the name tells no path."""
    home = os.environ.get(CACHE) or user_cache_path("lkjlib", appauthor=False)
    return Path(home, "periksa", f"{sha256(os.fsencode(folder.resolve())).hexdigest()}.json")


def _kept(place: Path, fingerprint: str) -> list[Fault] | None:
    with suppress(
        OSError, ValueError, TypeError, LookupError, LkjError
    ):  # none, or damaged: read again
        kept = json.loads(place.read_bytes())
        if kept["sidik"] == fingerprint:
            return [Fault(*fields) for fields in kept["temuan"]]
    return None


def _keep(place: Path, fingerprint: str, faults: list[Fault]) -> None:
    kept = {"sidik": fingerprint, "temuan": [astuple(fault) for fault in faults]}
    with suppress(OSError):  # no place for it: the next check reads again
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(kept), encoding="ascii")
