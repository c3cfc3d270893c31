"""One process that has imported and loaded everything once; kernels and workers are its forks.

Imports, annexes and ledger take longer than most notebooks. The process is the fork server of
`multiprocessing`; every fork has a memory of its own, as if it had been started anew. Without it
(on Windows and macOS, when it died, when it is not wanted) kernels and workers are started one by
one, and give the same bytes.
"""

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from pathlib import Path

LOADED = "LKJLIB_DIMUAT"
"""Environment variable that tells the fork server what to load: folders and reports, as JSON."""

NO_FORK = "LKJLIB_TANPA_FORK"
"""Environment variable that has every process started anew, as on Windows."""

Reports = Iterable[tuple[Path, str]]


def begin(reports: Reports = ()) -> None:
    """Start the process that others are forked from; it gets ready while the caller goes on.

    Nothing happens where it runs already, or where there are no forks.

    Parameters
    ----------
    reports : what forks will load, each as the folder they run in and what they give `load`.
    """
    if not _are_forks():
        return
    forkserver.set_forkserver_preload(["lkjlib.build.preloaded"])
    os.environ[LOADED] = json.dumps([(str(folder), report) for folder, report in reports])
    with _interrupts_ignored(), suppress(OSError):  # `warm_up` tries again, or does without it
        forkserver.ensure_running()
    del os.environ[LOADED]


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Start a process that never sees Ctrl-C: that is its parent's."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def warm_up(reports: Reports = ()) -> BaseContext:
    """Wait until the process that others are forked from is ready; `begin` it where nobody has.

    Returns
    -------
    BaseContext
        How to start processes: as forks; or each anew, where forks are not to be had.
    """
    if not _are_forks():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    try:
        begin(reports)
        first = context.Process(target=int)
        first.start()
        first.join()
    except (OSError, EOFError):  # it has died
        return multiprocessing.get_context("spawn")
    return context


def _are_forks() -> bool:
    return sys.platform == "linux" and not os.environ.get(NO_FORK)
