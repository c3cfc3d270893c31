"""Make build/<report>/: check the annexes, execute notebooks, write figures, workbook and site.

Everything is made in a folder beside build/ and takes its place only at the very end, so that a
run that fails or is stopped leaves what was built before whole.
"""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lkjlib.build import manifest, warm
from lkjlib.build.console import short
from lkjlib.build.last_check import check_folder
from lkjlib.build.place import place_of
from lkjlib.errors import AnnexError, Fault, LkjError, any_galat
from lkjlib.report import Report
from lkjlib.report_file import read_report

Progress = Callable[[str], None]

FOLDER = "build"
_OLD, _NEW, _LOCK = ".build-lama-", ".build-baru-", ".build-kunci"
_SITE = ".build-situs-"  # where the site of a report is made
_OFFICE = (".xlsx", ".docx", ".csv", ".pdf")  # what people keep open


def build(laporan: Path, root: Path, progress: Progress) -> bool:
    """Bring ``root/build/<report>`` up to date with a report, the notebooks and the library.

    Parameters
    ----------
    laporan : Path
        Folder of the report: its annexes and its laporan.toml.
    root : Path
        Folder that holds ``notebooks``; ``build`` is made there.
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
    _require_inputs(laporan, root)
    report = read_report(laporan)
    with _alone(root):
        _tidy(root)
        place = built(report, root)
        known = manifest.known_contents(place)
        isi = manifest.contents(report, known)
        planned = manifest.plan(report, root, isi)
        kept = {
            name: part
            for name, part in manifest.read(place).items()
            if planned.get(name) == part.sidik
        }
        if kept.keys() == planned.keys():
            if isi != known:
                made = {name: part.pembuat for name, part in kept.items()}
                manifest.write(place, planned, isi, made)
            return False
        _require_closed(report, root)
        told = place_of(report, root)
        warm.begin([(told.folder or (root / "notebooks").resolve(), told.laporan)])
        for warning in check_annexes(laporan):
            progress(str(warning))
        _remake(report, root, (planned, isi), kept, progress)
    return True


def built(report: Report, root: Path) -> Path:
    """Folder of what is built from a report."""
    return root / FOLDER / report.nama


def _remake(
    report: Report,
    root: Path,
    plan: tuple[dict[str, str], dict[str, str]],
    kept: dict[str, manifest.Part],
    progress: Progress,
) -> None:
    """Make a new folder of kept and fresh parts, and put it in the place of the old one."""
    from lkjlib.build.produce import Workshop, produce  # late: unchanged, it needs no Jupyter

    planned, isi = plan
    # its own name: workers of a killed run may still be writing to theirs
    new = root / f"{_NEW}{os.getpid()}"
    try:
        place, makers = built(report, root), manifest.makers()
        _copy(kept, place, new)
        missing = [name for name in planned if name not in kept]
        whole = manifest.read(place).items()
        alike = {name: place / name for name, part in whole if part.pembuat == makers}
        workshop = Workshop(root / f"{_SITE}{report.nama}", makers)
        produce(missing, report, root, new, progress, alike, workshop)
        made = {name: kept[name].pembuat if name in kept else makers for name in planned}
        manifest.write(new, planned, isi, made)
        _swap(report, root, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def check_annexes(folder: Path) -> list[Fault]:
    """Return the warnings about a folder of annexes.

    Raises
    ------
    AnnexError
        When one fault is an error: holds all faults.
    """
    faults = check_folder(folder)
    if any_galat(faults):
        raise AnnexError(faults)
    return faults


def _require_inputs(laporan: Path, root: Path) -> None:
    for folder in (laporan, root / "notebooks"):
        if not folder.is_dir():
            raise LkjError(
                f"Folder '{short(folder)}' tidak ada. "
                "Jalankan perintah ini di folder proyek, dengan folder laporan berlampiran."
            )


def _require_closed(report: Report, root: Path) -> None:
    """Refuse to begin while Word or Excel holds a product (Windows lets nobody replace it)."""
    for path in sorted(built(report, root).rglob("*")):
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
    """Remove what a killed run left; bring back what it had moved away to swap."""
    for old in root.glob(f"{_OLD}*"):
        place = root / FOLDER / old.name.removeprefix(_OLD)
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            old.rename(place)
    for left in (*root.glob(f"{_OLD}*"), *root.glob(f"{_NEW}*")):
        shutil.rmtree(left, ignore_errors=True)


def _copy(kept: dict[str, manifest.Part], old: Path, new: Path) -> None:
    """Lay out the new folder with what is kept of the old one."""
    (new / "notebooks").mkdir(parents=True)
    for path in (path for part in kept.values() for path in part.berkas):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old / path, new / path)


def _swap(report: Report, root: Path, new: Path) -> None:
    """Put the new folder in the place of the old one; Ctrl-C has to wait that long.

    Raises
    ------
    LkjError
        When another program holds a file in it; the old folder is then in its place.
    """
    place, old = built(report, root), root / f"{_OLD}{report.nama}"
    place.parent.mkdir(exist_ok=True)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(FileNotFoundError):
            os.rename(place, old)
        os.rename(new, place)
    except PermissionError as error:
        if not place.exists():
            with suppress(FileNotFoundError):
                os.rename(old, place)
        raise LkjError(_held(place.relative_to(root).as_posix())) from error
    finally:
        signal.signal(signal.SIGINT, before)
    shutil.rmtree(old, ignore_errors=True)
