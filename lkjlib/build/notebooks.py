"""Execute the notebooks in parallel and write them so that the same run gives the same bytes."""

import asyncio
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from multiprocessing.context import BaseContext
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from lkjlib.build.console import took
from lkjlib.build.forked import fork_kernel
from lkjlib.build.place import PARAMETERS, Place, told_by
from lkjlib.build.processes import count_at_once, ended_at_once
from lkjlib.build.warm import warm_up
from lkjlib.errors import LkjError
from lkjlib.products.absent import reason

Progress = Callable[[str], None]
CELL_TIMEOUT = 600
"""Seconds after which a cell counts as hanging."""

_LAPORAN = re.compile(r"^laporan = .*$", re.MULTILINE)
_NOT_SHOWN = "Tidak ditampilkan untuk laporan ini"
_HEADING = re.compile(r"#+ .+")
# what is odd in the annexes stands on its own page, not above every one
_QUIET = (
    "import warnings; from lkjlib.errors import AnnexWarning; "
    "warnings.simplefilter('ignore', AnnexWarning)"
)
_VOLATILE_CELL_KEYS = ("ExecuteTime", "collapsed", "execution", "heading_collapsed", "scrolled")


def execute(paths: Sequence[Path], progress: Progress | None = None) -> dict[Path, bytes]:
    """Execute notebooks, one more at a time than there are cores.

    Parameters
    ----------
    paths : sequence of Path
        Notebooks to execute; each runs in its own folder, in a kernel of this Python.
    progress : callable, optional
        Called with one line of text for each notebook done.

    Returns
    -------
    dict of Path to bytes
        The executed notebooks in the order of `paths`. Nothing is written.

    Raises
    ------
    LkjError
        When notebooks fail: lists every one with its cell, source and error.
    """
    context, slots = warm_up(told_by(paths)), asyncio.Semaphore(count_at_once())
    with ended_at_once():
        return asyncio.run(execute_async(paths, slots, context, progress))


async def execute_async(
    paths: Sequence[Path],
    slots: asyncio.Semaphore,
    context: BaseContext,
    progress: Progress | None = None,
    place: Place | None = None,
) -> dict[Path, bytes]:
    """Execute notebooks inside a running event loop; see `execute`.

    `slots` are shared with other work, so that no more than that is under way at once; `context`
    is how kernels are started (see `lkjlib.build.warm`). With `place` they tell that report
    instead of their own: a cell that its annexes give nothing for then shows why, and one that
    cannot load it fails.
    """
    done: dict[Path, bytes | LkjError] = {}

    async def one(path: Path) -> None:
        async with slots:
            started = time.perf_counter()
            done[path] = await _run(path, context, place)
        if progress:
            failed = "  GAGAL" if isinstance(done[path], LkjError) else ""
            progress(f"[{len(done)}/{len(paths)}] {path.name}  {took(started)}{failed}")

    async with asyncio.TaskGroup() as group:
        for path in _longest_first(paths):
            group.create_task(one(path))
    failures = [str(done[path]) for path in paths if isinstance(done[path], LkjError)]
    if failures:
        raise LkjError(
            f"{len(failures)} buku catatan gagal dijalankan.\n\n" + "\n\n".join(failures)
        )
    return {path: done[path] for path in paths}


def normalise(notebook: nbformat.NotebookNode) -> bytes:
    """Return a notebook as bytes without what differs between machines and runs.

    Equals ``nbstripout --keep-output --keep-count --keep-id`` with the extra key
    ``metadata.language_info.version``.
    """
    notebook.metadata.get("language_info", {}).pop("version", None)
    for key in ("signature", "widgets"):
        notebook.metadata.pop(key, None)
    for cell in notebook.cells:
        for key in _VOLATILE_CELL_KEYS:
            cell.metadata.pop(key, None)
    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode()


def _longest_first(paths: Iterable[Path]) -> list[Path]:
    """Order by size: a stored notebook with many pictures takes longest."""
    return sorted(paths, key=lambda path: (-path.stat().st_size, path.name))


async def _run(path: Path, context: BaseContext, place: Place | None = None) -> bytes | LkjError:
    notebook = nbformat.read(path, as_version=4)
    _forget_outputs(notebook)
    other = place is not None and tell(notebook, place.laporan)
    folder = (place and place.folder) or path.parent
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        record_timing=False,
        coalesce_streams=True,
        extra_arguments=[f"--IPKernelApp.exec_lines={_QUIET}"],
    )
    position = -1
    try:
        async with _kernel(client, folder, context):
            for position, cell in enumerate(notebook.cells):
                try:
                    await client.async_execute_cell(cell, position)
                except CellExecutionError as error:
                    if not other or cell.metadata.get("tags") == [PARAMETERS]:
                        raise
                    shown = [o for o in cell.outputs if o.output_type != "error"]
                    cell.outputs = [*shown, _left_out(error)]
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        return LkjError(_explain(path.name, notebook.cells[: position + 1], error))
    if other:
        _shorten(notebook)
    return normalise(notebook)


def tell(notebook: nbformat.NotebookNode, laporan: str) -> bool:
    """Let a notebook tell a report: put its name into the cell tagged `parameters`.

    Returns
    -------
    bool
        Did it tell another report before? A notebook without such a cell tells what it tells.
    """
    for cell in notebook.cells:
        if PARAMETERS in cell.metadata.get("tags", ()):
            source = _LAPORAN.sub(lambda _: f"laporan = {json.dumps(laporan)}", cell.source)
            changed, cell.source = source != cell.source, source
            return changed
    return False


def _left_out(error: CellExecutionError) -> nbformat.NotebookNode:
    """What stands in place of a cell's output that a report's annexes do not give."""
    why = reason(error.ename, error.evalue)
    if error.ename == "NameError":
        why = "bergantung pada sel di atas yang tidak dapat dihitung"
    text = f"{_NOT_SHOWN}: {why}."
    data = {"text/markdown": f"*{text.replace('*', '')}*", "text/plain": text}
    return nbformat.v4.new_output("display_data", data=data)


def _shorten(notebook: nbformat.NotebookNode) -> None:
    """Say once in a section why it shows nothing; drop a bare heading over nothing at all."""
    kept, section, said = [], [], []
    for cell in [*notebook.cells, None]:
        if cell is None or cell.cell_type == "markdown":
            kept += section[1:] if _is_bare(section) else section
            section, said = [], []
        if cell is not None:
            section.append(cell)
            if cell.cell_type == "code":
                reasons = [o for o in cell.outputs if _text(o).startswith(_NOT_SHOWN)]
                again = [o for o in reasons if _text(o) in said]
                cell.outputs = [o for o in cell.outputs if o not in again]
                said += map(_text, reasons)
    notebook.cells = kept


def _is_bare(section: list[nbformat.NotebookNode]) -> bool:
    """Is a section a heading without a word, and do its cells show nothing?"""
    first, *code = section or [None]
    if not code or first.cell_type != "markdown" or not _HEADING.fullmatch(first.source.strip()):
        return False
    shown = [output for cell in code for output in cell.outputs]
    return not any(any(one.get("data", {"": "text"}).values()) for one in shown)


def _text(output: nbformat.NotebookNode) -> str:
    return output.get("data", {}).get("text/plain", "")


def _forget_outputs(notebook: nbformat.NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


@asynccontextmanager
async def _kernel(client: NotebookClient, folder: Path, context: BaseContext):
    """Start a kernel of this very Python for `client`, and kill it at the end.

    Not nbclient's own context: that one takes over Ctrl-C, and looks for a kernel by the name in
    the notebook, which may belong to another Python of the person who runs it.
    """
    client.km = AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        transport_encryption="auto",  # otherwise ipykernel warns about plain TCP on stderr
    )
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    try:
        fork_kernel(client.km, context)
        await client.async_start_new_kernel(cwd=str(folder), env=env)
        try:
            await client.async_start_new_kernel_client()
        except RuntimeError as error:  # it ended before it answered, or never answers
            raise DeadKernelError(str(error)) from error
        reply = await client.async_wait_for_reply(client.kc.kernel_info())
        client.nb.metadata["language_info"] = reply["content"]["language_info"]
        yield
    finally:
        if client.kc is not None:
            client.kc.stop_channels()
        if client.km is not None and client.km.has_kernel:
            await client.km.shutdown_kernel(now=True)


def _explain(name: str, until: list[nbformat.NotebookNode], error: Exception) -> str:
    """Say which cell failed (the last of `until`), its source, and the last line of the error."""
    if not until:
        return f"{name}: kernel mati sebelum sel pertama ({error})"
    number = sum(cell.cell_type == "code" for cell in until)
    source = "\n".join(f"    {line}" for line in until[-1].source.splitlines())
    if isinstance(error, CellExecutionError):
        last = f"{error.ename}: {error.evalue}"
    elif isinstance(error, CellTimeoutError):
        last = f"sel berjalan lebih dari {CELL_TIMEOUT} detik"
    else:
        last = "kernel mati sebelum sel selesai"
    return f"{name}, sel kode ke-{number}:\n{source}\n  {last}"
