"""Make the parts of a build side by side: notebooks, figures, workbooks, Word chapter, site."""

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from lkjlib.build import notebooks
from lkjlib.build.manifest import chapter_name

Progress = Callable[[str], None]


def produce(
    missing: Collection[str], tahun: int, root: Path, folder: Path, progress: Progress
) -> None:
    """Make parts of a build in a folder, with all cores and no more.

    Parameters
    ----------
    missing : collection of str
        The parts to make: ``notebooks/<name>.ipynb``, ``gambar``, ``tabel``, ``site`` and so on.
    tahun : int
        Year of the annexes.
    root : Path
        Folder that holds ``data`` and ``notebooks``.
    folder : Path
        Where the parts are written; holds the parts that are not missing.
    progress : callable
        Called with one line for each part done.

    Raises
    ------
    LkjError
        When a part fails; the others are then stopped.
    """
    asyncio.run(_produce(missing, tahun, root, folder, progress))


async def _produce(
    missing: Collection[str], tahun: int, root: Path, folder: Path, progress: Progress
) -> None:
    slots = asyncio.Semaphore(notebooks.cores())
    annexes = root / "data" / str(tahun)
    with _workers(notebooks.cores()) as pool:

        async def part(name: str, write: Callable[..., Sequence[str] | None], *args) -> None:
            if name not in missing:
                return
            async with slots:
                started = time.perf_counter()
                notes = await asyncio.get_running_loop().run_in_executor(pool, write, *args)
            took = f"{time.perf_counter() - started:.1f}".replace(".", ",")
            for line in (f"{name}  {took} detik", *(notes or ())):
                progress(line)

        async def drawings() -> None:
            await part("gambar", _write_figures, annexes, folder / "gambar")
            name = chapter_name(tahun)  # takes the pictures just drawn
            await part(name, _write_chapter, annexes, folder / "gambar", folder / name)

        async def tables() -> None:  # one after the other: the second finds pandas loaded
            await part("tabel", _write_workbook, annexes, folder / "tabel" / f"lkj-{tahun}.xlsx")
            for name in (f"klaim-{tahun}.xlsx", f"klaim-{tahun}.csv"):
                await part(name, _write_ledger, annexes, folder / name)

        async def pages() -> None:
            paths = [root / name for name in missing if name.startswith("notebooks/")]
            executed = await notebooks.execute_async(paths, slots, progress)
            for path, content in executed.items():
                (folder / "notebooks" / path.name).write_bytes(content)
            await part("site", _write_site, root, folder, tahun)

        await _together(drawings(), pages(), tables())


async def _together(*jobs: Coroutine) -> None:
    """Await all jobs; when one fails or Ctrl-C comes, cancel the others first."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def _workers(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes for what is no notebook; they end at once when the run is stopped."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_live_and_die_with_parent)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _live_and_die_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when the parent was killed: nobody waits any more."""

    def wait() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=wait, daemon=True).start()


def _write_figures(annexes: Path, folder: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.figures import write_figures

    write_figures(load(path=annexes), folder)


def _write_chapter(annexes: Path, pictures: Path, path: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.word.word import write_chapter

    write_chapter(load(path=annexes), pictures, path)


def _write_workbook(annexes: Path, path: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.workbook.computed import write_workbook

    path.parent.mkdir()
    write_workbook(load(path=annexes), path)


def _write_ledger(annexes: Path, path: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.workbook.ledger import write_ledger_csv, write_ledger_workbook

    write = write_ledger_csv if path.suffix == ".csv" else write_ledger_workbook
    write(load(path=annexes), path)


def _write_site(root: Path, folder: Path, tahun: int) -> list[str]:
    from lkjlib.loading import load
    from lkjlib.products.site.bench_page import NAMA, bench_page
    from lkjlib.products.site.front import findings_html, indicators_html
    from lkjlib.products.site.site import write_site

    data = load(path=root / "data" / str(tahun))
    front = {"indikator": indicators_html(data), "temuan": findings_html(data)}
    dictionary = root / "data" / "README.md"
    pages = {NAMA: bench_page(data)}
    return write_site(folder / "notebooks", dictionary, folder / "site", tahun, front, pages)
