"""Folders that the last check found clean: while nothing changes, the next one reads none of it.

Kept in the user's own cache is a fingerprint of all that a check rests on: the folder's workbooks
and TOML files, the names of all others, the library, its packages, Python. Nothing of what stands
in a report is kept, nor what is wrong with it: a folder with a fault or a warning is checked each
time.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from lkjlib.build.manifest import makers
from lkjlib.errors import Fault
from lkjlib.report import contents_of

CACHE_VARIABLE = "LKJLIB_SIMPANAN"
"""Environment variable: another folder to keep it in; in a file (`os.devnull`) nothing is kept."""


def check_folder(folder: Path) -> list[Fault]:
    """Every fault of a folder, see `inspection.find_faults`; none at once where it is known."""
    place, state = _place(folder), _state(folder)  # before anything is read
    fingerprint = _fingerprint(folder)
    if place and _kept(place) == fingerprint:
        return []
    from lkjlib.build.inspection import find_faults  # late: a known folder opens no workbook

    faults = find_faults(folder)
    if place and not faults and _state(folder) == state:  # nobody saved or moved a file meanwhile
        _keep(place, fingerprint)
    return faults


def _fingerprint(folder: Path) -> bytes:
    names = sorted(sha256(os.fsencode(path.name)).digest() for path in folder.glob("*"))
    rests_on = (*names, contents_of(folder).encode(), makers().encode())
    return sha256(b"".join(rests_on)).hexdigest().encode()


def _state(folder: Path) -> list[tuple[str, int, int, int, int]]:
    """The files of a folder, and links, as the system knows them; none that goes meanwhile."""
    found = []
    for path in sorted(folder.glob("*")):
        with suppress(OSError):
            s = path.stat()
            found.append((path.name, s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns))
    return found


def _place(folder: Path) -> Path | None:
    """The file of a folder's fingerprint, whose name tells no path; None without a home for it."""
    with suppress(OSError, RuntimeError):
        home = os.environ.get(CACHE_VARIABLE) or user_cache_path("lkjlib", appauthor=False)
        return Path(home, "bersih", sha256(os.fsencode(folder.resolve())).hexdigest())
    return None


def _kept(place: Path) -> bytes:
    with suppress(OSError):  # nothing kept: the folder is checked
        if place.is_file():
            with place.open("rb") as file:
                return file.read(sha256().digest_size * 2 + 1)
    return b""


def _keep(place: Path, fingerprint: bytes) -> None:
    with suppress(OSError):  # no place for it: the next check reads again
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_bytes(fingerprint)
