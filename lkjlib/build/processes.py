"""Processes of this machine, and work spread over them or over the machines of a Dask cluster.

Results come in the order of the work, and no more of it is under way than a few pieces a worker:
memory stays flat. A worker that dies takes nobody else's work with it.
"""

import multiprocessing
import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import BaseContext

from lkjlib.errors import AnnexWarning, LkjError, not_installed

AHEAD = 3  # pieces under way for each worker: none waits for the next, few are held
Work = Callable[[Sequence], object]


@contextmanager
def workers(count: int, context: BaseContext) -> Iterator[ProcessPoolExecutor]:
    """Processes for what is no notebook; they end at once when the run is stopped."""
    pool = ProcessPoolExecutor(count, context, live_and_die_with_parent)
    with ended_at_once(partial(pool.shutdown, cancel_futures=True)):
        yield pool


@contextmanager
def ended_at_once(close: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Close a pool at the end; end all processes when the run is stopped."""
    try:
        yield
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        close()


def _open(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        count, multiprocessing.get_context("spawn"), live_and_die_with_parent
    )


def live_and_die_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when the parent was killed: nobody waits any more."""

    def wait() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore", AnnexWarning)  # the run has told them once
    threading.Thread(target=wait, daemon=True).start()


def count_cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def count_at_once() -> int:
    """Pieces of a build under way at once: one more than cores, for each waits now and then."""
    return count_cores() + 1


class Pool:
    """Workers that take pieces of work; dead ones are replaced."""

    def __init__(self, width: int, start: Callable[[int], Executor]) -> None:
        self.width = width
        self._start, self._executor = start, start(width)

    def submit(self, work: Work, piece: Sequence) -> Future:
        """Begin a piece; where the workers have died, its future says so."""
        try:
            return self._executor.submit(work, piece)
        except BrokenExecutor as error:
            broken: Future = Future()
            broken.set_exception(error)
            return broken

    def aside(self) -> "Pool":
        """One worker by itself, whom no other's work can end."""
        return Pool(1, self._start)

    def renew(self) -> None:
        """Workers anew, in the place of dead ones."""
        self.close()
        self._executor = self._start(self.width)

    def require_alive(self) -> None:
        """Stop where no worker can be reached any more."""

    def close(self) -> None:
        """End the workers; what they have not begun is dropped."""
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def local_pool(width: int | None = None) -> Iterator[Pool]:
    """Processes of this machine, one a core."""
    count = width or count_cores()
    pool = Pool(count, _open)
    with ended_at_once(pool.close):
        yield pool


@contextmanager
def dask_pool(address: str) -> Iterator[Pool]:
    """Workers of a Dask cluster, which must see the same folders under the same paths.

    Raises
    ------
    LkjError
        When Dask is not installed, the scheduler does not answer, or its workers lack lkjlib.
    """
    try:
        from distributed import Client
    except ImportError:
        raise not_installed("Dask", "many") from None
    try:
        client = Client(address, timeout="20s")
    except (OSError, ValueError) as error:
        raise LkjError(
            f"Penjadwal Dask '{address}' tidak menjawab ({type(error).__name__}): periksa "
            "alamatnya, contoh tcp://10.0.0.1:8786."
        ) from None
    with client:
        pool = _DaskPool(client)
        _require_library(pool, address)
        try:
            yield pool
        finally:
            pool.close()


class _DaskPool(Pool):
    def __init__(self, client) -> None:
        width = sum(client.nthreads().values())
        super().__init__(max(width, 1), lambda _: client.get_executor(pure=False))
        self._client = client

    def aside(self) -> Pool:
        return _DaskPool(self._client)

    def close(self) -> None:
        self._executor.shutdown(wait=False)

    def require_alive(self) -> None:
        if self._client.status != "running":
            raise LkjError("Sambungan ke penjadwal Dask terputus; tidak ada yang ditulis.")


def _require_library(pool: Pool, address: str) -> None:
    """The workers must have this library: better said once than of every report."""
    try:
        pool.submit(len, []).result(timeout=60)
        pool.submit(_version, []).result(timeout=60)
    except TimeoutError:
        raise LkjError(f"Penjadwal Dask '{address}' tidak mempunyai pekerja.") from None
    except ImportError as error:
        raise LkjError(f"Pekerja Dask di '{address}' tidak mempunyai lkjlib ({error}).") from None


def _version(_: Sequence) -> str:
    from lkjlib import __version__

    return __version__


def spread(
    work: Work,
    pieces: Iterable[Sequence],
    pool: Pool,
    failed: Callable[[object, BaseException], object],
) -> Iterator[object]:
    """The results of all pieces, in their order.

    Parameters
    ----------
    work : turns a piece (a list of items) into a result; a function of a module.
    pieces : taken as they are needed.
    pool : who does the work.
    failed : what stands for the result of an item whose work ended its worker.

    Notes
    -----
    Where a piece fails, each of its items is tried by itself, so that one costs no other.
    """
    under_way: deque[tuple[Sequence, Future]] = deque()
    for piece in pieces:
        under_way.append((piece, pool.submit(work, piece)))
        if len(under_way) >= pool.width * AHEAD:
            yield from _first(work, under_way, pool, failed)
    while under_way:
        yield from _first(work, under_way, pool, failed)


def _first(
    work: Work,
    under_way: deque[tuple[Sequence, Future]],
    pool: Pool,
    failed: Callable[[object, BaseException], object],
) -> Iterator[object]:
    """The result of the piece that is due; of its items one by one where it has none."""
    piece, future = under_way.popleft()
    try:
        result = future.result()
    except Exception as error:
        pool.require_alive()
        if isinstance(error, BrokenExecutor):
            _begin_again(work, under_way, pool)
    else:
        yield result
        return
    alone = pool.aside()
    try:
        for item in piece:
            yield _try_alone(work, item, alone, failed)
    finally:
        alone.close()


def _try_alone(
    work: Work, item: object, alone: Pool, failed: Callable[[object, BaseException], object]
) -> object:
    try:
        return alone.submit(work, [item]).result()
    except Exception as error:
        alone.require_alive()
        if isinstance(error, BrokenExecutor):
            alone.renew()
        return failed(item, error)


def _begin_again(work: Work, under_way: deque[tuple[Sequence, Future]], pool: Pool) -> None:
    """New workers, and the work once more that died with the old ones."""
    pool.renew()
    for place, (piece, future) in enumerate(under_way):
        if future.cancelled() or isinstance(future.exception(), BrokenExecutor):
            under_way[place] = (piece, pool.submit(work, piece))
