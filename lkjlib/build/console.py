"""What every command shares: where the project is, how a path and a message are shown."""

import os
import sys
import time
from pathlib import Path


def project_root() -> Path:
    """Return the project's folder: here or above, else where this package stands."""
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "data").is_dir() and (folder / "notebooks").is_dir():
            return folder
    return Path(__file__).resolve().parents[2]


def short(path: Path) -> str:
    """A path as one would type it here; never where the machine keeps the project."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # Windows: another drive
        return path.as_posix()


def say(text: str) -> None:
    """Print a message that is no result, at once."""
    print(text, file=sys.stderr, flush=True)


def took(started: float) -> str:
    """How long something took since a `time.perf_counter`, as it is said: "5,1 detik"."""
    return f"{time.perf_counter() - started:.1f} detik".replace(".", ",")
