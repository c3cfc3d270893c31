"""Make build/: check the annexes, execute notebooks, draw figures, write workbook and site.

Everything is made in a folder beside build/ and takes its place only at the very end, so that a
run that fails or is stopped leaves the previous build/ whole.
"""

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lkjlib.build import manifest
from lkjlib.errors import AnnexError, Fault, LkjError

Progress = Callable[[str], None]

FOLDER = "build"
_OLD, _LOCK = ".build-lama", ".build-kunci"
_LOADED = re.compile(r"\blkj\.load\((\d{4})\)")
_OFFICE = (".xlsx", ".docx", ".csv", ".pdf")  # what people keep open


def build(tahun: int, root: Path, progress: Progress) -> bool:
    """Bring ``root/build`` up to date with the annexes of a year, the notebooks and the library.

    Parameters
    ----------
    tahun : int
        Year of the annexes in ``root/data``.
    root : Path
        Folder that holds ``data`` and ``notebooks``.
    progress : callable
        Called with lines of text while it works.

    Returns
    -------
    bool
        False when nothing had changed, and not a byte was written.

    Raises
    ------
    AnnexError
        When the annexes have faults; then no notebook runs.
    LkjError
        When there is nothing to build from, a product is open in another program, or a notebook,
        a figure or the site fails.
    """
    _require_inputs(tahun, root)
    with _alone(root):
        _tidy(root)
        planned = manifest.plan(tahun, root)
        kept = {
            name: part
            for name, part in manifest.read(root / FOLDER).items()
            if planned.get(name) == part.sidik
        }
        if kept.keys() == planned.keys():
            return False
        _require_notebooks_of(tahun, root)
        _require_closed(root)
        for warning in check_annexes(root / "data" / str(tahun)):
            progress(str(warning))
        _remake(tahun, root, planned, kept, progress)
    return True


def _remake(
    tahun: int,
    root: Path,
    planned: dict[str, str],
    kept: dict[str, manifest.Part],
    progress: Progress,
) -> None:
    """Make a new folder of kept and fresh parts, and put it in the place of build/."""
    from lkjlib.build.produce import produce  # late: an unchanged build needs no Jupyter

    # its own name: workers of a killed run may still be writing to theirs
    new = root / f".build-baru-{os.getpid()}"
    try:
        _copy(kept, root / FOLDER, new)
        missing = [name for name in planned if name not in kept]
        produce(missing, tahun, root, new, progress)
        manifest.write(new, planned)
        _swap(root, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def check_annexes(folder: Path) -> list[Fault]:
    """Return the warnings about a folder of annexes.

    Raises
    ------
    AnnexError
        When one fault is an error: holds all faults.
    """
    from lkjlib.build.inspection import find_faults  # late: an unchanged build opens no workbook

    faults = find_faults(folder)
    if any(fault.tingkat == "galat" for fault in faults):
        raise AnnexError(faults)
    return faults


def _require_inputs(tahun: int, root: Path) -> None:
    for folder in (root / "data" / str(tahun), root / "notebooks"):
        if not folder.is_dir():
            raise LkjError(
                f"Folder '{folder.relative_to(root).as_posix()}' tidak ada. "
                "Jalankan perintah ini di folder proyek, dengan tahun yang ada lampirannya."
            )


def _require_notebooks_of(tahun: int, root: Path) -> None:
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        years = set(_LOADED.findall(path.read_text(encoding="utf-8"))) - {str(tahun)}
        if years:
            raise LkjError(
                f"Buku catatan {path.name} memuat tahun {', '.join(sorted(years))}, bukan {tahun}: "
                f"ganti lkj.load(…) di dalamnya, atau bangun tahun {max(years)}."
            )


def _require_closed(root: Path) -> None:
    """Refuse to begin while Word or Excel holds a product (Windows lets nobody replace it)."""
    for path in sorted((root / FOLDER).rglob("*")):
        if path.suffix in _OFFICE:
            try:
                path.open("r+b").close()
            except PermissionError:
                raise LkjError(_held(path.relative_to(root).as_posix())) from None


def _held(name: str) -> str:
    return (
        f"'{name}' sedang dipakai program lain: tutup dulu di Word, Excel atau penampil PDF, lalu "
        "jalankan lagi; hasil sebelumnya tetap utuh."
    )


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep a second build of the same project out (where the system has file locks)."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (root / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LkjError("Proses 'lkj build' lain sedang berjalan di folder ini.") from error
        yield


def _tidy(root: Path) -> None:
    """Remove what a killed run left; bring back build/ if it was killed while swapping."""
    if not (root / FOLDER).exists() and (root / _OLD).exists():
        (root / _OLD).rename(root / FOLDER)
    for left in (root / _OLD, *root.glob(".build-baru-*")):
        shutil.rmtree(left, ignore_errors=True)


def _copy(kept: dict[str, manifest.Part], old: Path, new: Path) -> None:
    """Lay out the new folder with what is kept of the old one."""
    (new / "notebooks").mkdir(parents=True)
    for path in (path for part in kept.values() for path in part.berkas):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old / path, new / path)


def _swap(root: Path, new: Path) -> None:
    """Put the new folder in the place of the old one; Ctrl-C has to wait that long.

    Raises
    ------
    LkjError
        When another program holds a file in build/; the old folder is then in its place.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(FileNotFoundError):
            os.rename(root / FOLDER, root / _OLD)
        os.rename(new, root / FOLDER)
    except PermissionError as error:
        if not (root / FOLDER).exists():
            with suppress(FileNotFoundError):
                os.rename(root / _OLD, root / FOLDER)
        raise LkjError(_held(FOLDER)) from error
    finally:
        signal.signal(signal.SIGINT, before)
    shutil.rmtree(root / _OLD, ignore_errors=True)
