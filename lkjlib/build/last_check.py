"""What the last check of a folder found: while nothing changes, the next one reads none of it.

Kept in the user's own cache are the faults as a check says them, and a fingerprint of all that it
rests on: the folder's workbooks and TOML files, the names of all others, the library, its
packages, Python.
"""

import json
import os
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from lkjlib.build.manifest import makers
from lkjlib.errors import Fault, LkjError
from lkjlib.report import BERKAS, contents_of

CACHE_VARIABLE = "LKJLIB_SIMPANAN"
"""Environment variable: another folder to keep it in; in a file (`os.devnull`) nothing is kept."""


def known_faults(folder: Path) -> list[Fault]:
    """The faults of a folder, see `inspection.find_faults`; the last ones where nothing changed."""
    place, before = _place(folder), _fingerprint(folder)
    kept = _kept(place, before)
    if kept is not None:
        return kept
    from lkjlib.build.inspection import find_faults  # late: what is known opens no workbook

    faults = find_faults(folder)
    # advice on a folder without laporan.toml names it as it was called
    if (folder / BERKAS).exists() and _fingerprint(folder) == before:  # nobody saved meanwhile
        _keep(place, before, faults)
    return faults


def _fingerprint(folder: Path) -> str:
    names = sorted(os.fsencode(path.name) for path in folder.glob("*"))
    rests_on = (*names, contents_of(folder).encode(), makers().encode())
    return sha256(b"\0".join(rests_on)).hexdigest()


def _place(folder: Path) -> Path:
    """Where a folder's last check is kept; the name tells no path."""
    home = os.environ.get(CACHE_VARIABLE) or user_cache_path("lkjlib", appauthor=False)
    return Path(home, "periksa", f"{sha256(os.fsencode(folder.resolve())).hexdigest()}.json")


def _kept(place: Path, fingerprint: str) -> list[Fault] | None:
    with suppress(OSError, ValueError, TypeError, LookupError, LkjError):  # none, or damaged
        kept = json.loads(place.read_bytes())
        if kept["sidik"] == fingerprint:
            return [Fault(*fields) for fields in kept["temuan"]]
    return None


def _keep(place: Path, fingerprint: str, faults: list[Fault]) -> None:
    kept = {"sidik": fingerprint, "temuan": [astuple(fault) for fault in faults]}
    with suppress(OSError):  # no place for it: the next check reads again
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_text(json.dumps(kept), encoding="ascii")
