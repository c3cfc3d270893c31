"""Make the parts of a build side by side: notebooks, figures, workbooks, Word files, site."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from lkjlib.build import notebooks
from lkjlib.build.console import took
from lkjlib.build.place import place_of
from lkjlib.build.processes import count_at_once, workers
from lkjlib.build.warm import warm_up
from lkjlib.products.absent import NO_LEDGER, absent_books, by_reason, has_ledger
from lkjlib.products.names import chapter_name, ledger_names, revisions_name, workbook_name
from lkjlib.products.site.workshop import Workshop
from lkjlib.report import Report

if TYPE_CHECKING:
    from lkjlib.products.figures import Drawn

Progress = Callable[[str], None]
Result = TypeVar("Result")
PIECES = 4
"""Pieces of the figures, so that no core waits for another."""


def produce(
    missing: Collection[str],
    report: Report,
    root: Path,
    folder: Path,
    progress: Progress,
    earlier: Mapping[str, Path] = MappingProxyType({}),
    workshop: Workshop | None = None,
) -> None:
    """Make parts of a build in a folder, with all cores.

    Parameters
    ----------
    missing : collection of str
        The parts to make: ``notebooks/<name>.ipynb``, ``gambar``, ``tabel``, ``site`` and so on.
    report : Report
        What is built; its folder holds the annexes.
    root : Path
        Folder that holds ``data`` and ``notebooks``.
    folder : Path
        Where the parts are written; holds the parts that are not missing.
    progress : callable
        Called with one line for each part done.
    earlier : mapping, optional
        Parts of the last build that are whole and were made by this very library, name -> folder
        or file: figures and pages that would be the same are taken from there.
    workshop : Workshop, optional
        Where the site is made, with what was made there before.

    Raises
    ------
    LkjError
        When a part fails; the others are then stopped.
    """
    order = _Order(missing, report, root, folder, progress, earlier, workshop)
    asyncio.run(_produce(order))


@dataclass(frozen=True)
class _Order:
    """What is to be made, see `produce`."""

    missing: Collection[str]
    report: Report
    root: Path
    folder: Path
    progress: Progress
    earlier: Mapping[str, Path]
    workshop: Workshop | None

    @property
    def annexes(self) -> Path:
        return self.report.folder.resolve()


async def _produce(order: _Order) -> None:
    place, context = place_of(order.report, order.root), warm_up()
    slots = asyncio.Semaphore(count_at_once())
    with workers(count_at_once(), context) as pool:
        line = _Line(pool, slots, order.missing, order.progress)
        executed = partial(notebooks.execute_async, slots=slots, context=context, place=place)
        # pages have the longest way
        await _together(_pages(order, line, executed), _drawings(order, line), _tables(order, line))


@dataclass(frozen=True)
class _Line:
    """Where the parts wait for a core and a worker."""

    pool: Executor
    slots: asyncio.Semaphore
    missing: Collection[str]
    progress: Progress

    async def run(self, name: str, write: Callable[..., Result], *args) -> Result:
        """Do a piece of work, and tell how long it took."""
        async with self.slots:
            started = time.perf_counter()
            result = await asyncio.get_running_loop().run_in_executor(self.pool, write, *args)
        self.progress(f"{name}  {took(started)}")
        return result

    async def part(self, name: str, write: Callable[..., Sequence[str] | None], *args) -> None:
        """Make a part that is missing, and pass on what it says."""
        if name in self.missing:
            for said in await self.run(name, write, *args) or ():
                self.progress(said)


async def _pages(order: _Order, line: _Line, executed: Callable[..., Awaitable]) -> None:
    """The notebooks, and the site that shows them."""
    folder, progress = order.folder, order.progress
    paths = [order.root / name for name in order.missing if name.startswith("notebooks/")]
    absent = _absent(order.report, [path.stem for path in paths])
    for stem, why in absent.items():
        progress(f"{stem}  dilewati: {why}")
    here = [path for path in paths if path.stem not in absent]
    for path, content in (await executed(here, progress=progress)).items():
        (folder / "notebooks" / path.name).write_bytes(content)
    before = order.earlier.get("site")
    site = (order.root, folder, order.annexes, before, order.workshop)
    await line.part("site", _write_site, *site)


async def _drawings(order: _Order, line: _Line) -> None:
    """The figures, and the Word chapter that takes them."""
    pictures = order.folder / "gambar"
    if "gambar" in order.missing:
        await _figures(order, line, pictures)
    name = chapter_name(order.report)
    await line.part(name, _write_chapter, order.annexes, pictures, order.folder / name)


async def _figures(order: _Order, line: _Line, into: Path) -> None:
    into.mkdir()
    before = order.earlier.get("gambar")
    pieces = (
        line.run(f"gambar {n + 1}/{PIECES}", _draw_figures, order.annexes, into, n, before)
        for n in range(PIECES)
    )
    drawn = await asyncio.gather(*pieces)
    await line.part("gambar", _write_index, order.annexes, into, drawn)


async def _tables(order: _Order, line: _Line) -> None:
    """Workbooks and proposals: small, so one after the other."""
    report, annexes, folder = order.report, order.annexes, order.folder
    await line.part("tabel", _write_workbook, annexes, folder / workbook_name(report))
    name = revisions_name(report)
    if has_ledger(report):
        for book in ledger_names(report):
            await line.part(book, _write_ledger, annexes, folder / book)
        await line.part(name, _write_revisions, annexes, folder / name)
    elif name in order.missing:
        order.progress(f"{name}  dilewati: {NO_LEDGER}")


def _absent(report: Report, books: Sequence[str]) -> dict[str, str]:
    from lkjlib.loading import load

    return absent_books(load(path=report.folder), books) if books else {}


async def _together(*jobs: Coroutine) -> None:
    """Await all jobs; when one fails or Ctrl-C comes, cancel the others first."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _draw_figures(annexes: Path, folder: Path, piece: int, earlier: Path | None) -> Drawn:
    from lkjlib.loading import load
    from lkjlib.products.figures import draw_figures

    return draw_figures(load(path=annexes), folder, piece, PIECES, earlier)


def _write_index(annexes: Path, folder: Path, drawn: Sequence[Drawn]) -> list[str]:
    from lkjlib.loading import load
    from lkjlib.products.figures import join_figures

    return _said(join_figures(load(path=annexes), folder, drawn))


def _write_chapter(annexes: Path, pictures: Path, path: Path) -> list[str]:
    from lkjlib.loading import load
    from lkjlib.products.word.word import write_chapter

    return _said(write_chapter(load(path=annexes), pictures, path))


def _write_revisions(annexes: Path, path: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.word.revisions import write_revisions

    write_revisions(load(path=annexes), path)


def _write_workbook(annexes: Path, path: Path) -> list[str]:
    from lkjlib.loading import load
    from lkjlib.products.workbook.computed import write_workbook

    path.parent.mkdir()
    return _said(write_workbook(load(path=annexes), path))


def _said(left_out: Mapping[str, str]) -> list[str]:
    """What a part leaves out, a line each, under the line of the part."""
    return [f"  {line}" for line in by_reason(left_out)]


def _write_ledger(annexes: Path, path: Path) -> None:
    from lkjlib.loading import load
    from lkjlib.products.workbook.ledger import write_ledger_csv, write_ledger_workbook

    write = write_ledger_csv if path.suffix == ".csv" else write_ledger_workbook
    write(load(path=annexes), path)


def _write_site(
    root: Path,
    folder: Path,
    annexes: Path,
    earlier: Path | None = None,
    workshop: Workshop | None = None,
) -> list[str]:
    from lkjlib.loading import load
    from lkjlib.products.site.front import front_page
    from lkjlib.products.site.site import write_site
    from lkjlib.products.sources import dictionary_page

    books = [path.stem for path in sorted((root / "notebooks").glob("*.ipynb"))]
    data = load(path=annexes)
    dictionary, page = dictionary_page(data.laporan), front_page(data, books)
    return write_site(folder / "notebooks", dictionary, folder / "site", page, earlier, workshop)
