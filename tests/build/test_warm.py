"""Forked kernels: the same outputs, nothing shared, nothing left behind, and a way without them."""

import json
import os
import signal
import subprocess
import sys
from multiprocessing import active_children, forkserver
from pathlib import Path

import nbformat
import pytest
from openpyxl import load_workbook
from places import ROOT

from lkjlib.build import notebooks, warm
from lkjlib.build.notebooks import execute
from lkjlib.errors import LkjError

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(sys.platform != "linux", reason="garpu hanya ada di Linux"),
]
DRAWN = "from matplotlib import pyplot as plt\nplt.plot([1, 2])\nplt.show()"
FAULTY = "import sys\nprint('keluar')\nprint('galat', file=sys.stderr)\n1 + 1"
HELD = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run aside
from lkjlib.build.notebooks import execute
execute([Path(sys.argv[1])])
"""


def write_notebook(path: Path, *sources: str) -> Path:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def shown(content: bytes, cell: int = 0) -> str:
    return "".join(json.loads(content)["cells"][cell]["outputs"][0]["data"]["text/plain"])


def test_forked_and_ordinary_kernels_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_notebook(tmp_path / "a.ipynb", FAULTY, DRAWN, "import os\nos.getcwd()")
    forked = execute([path])
    monkeypatch.setenv(warm.NO_FORK, "1")
    assert execute([path]) == forked
    assert "image/png" in json.loads(forked[path])["cells"][1]["outputs"][0]["data"]


def test_forked_kernel_finds_the_library_imported_and_an_ordinary_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_notebook(tmp_path / "a.ipynb", "import sys\n'lkjlib.loading' in sys.modules")
    assert shown(execute([path])[path]) == "True"
    monkeypatch.setenv(warm.NO_FORK, "1")
    assert shown(execute([path])[path]) == "False"


def test_forks_do_not_see_what_others_changed(tmp_path: Path) -> None:
    source = "import pandas as pd\nseen = hasattr(pd, 'bekas')\npd.bekas = 1\nseen"
    paths = [write_notebook(tmp_path / f"{name}.ipynb", source) for name in "abc"]
    assert [shown(content) for content in execute(paths).values()] == ["False"] * 3


@pytest.mark.parametrize("death", ["os._exit(3)", "os.kill(os.getpid(), 9)"])
def test_dying_fork_fails_its_notebook_alone(tmp_path: Path, death: str) -> None:
    whole = write_notebook(tmp_path / "a.ipynb", "1")
    dying = write_notebook(tmp_path / "b.ipynb", f"import os\n{death}")
    with pytest.raises(LkjError, match=r"^1 buku catatan gagal[^$]*b.ipynb, sel kode ke-1"):
        execute([whole, dying])
    assert active_children() == []


@pytest.mark.parametrize("no_fork", ["", "1"])
def test_kernel_that_dies_before_its_first_cell_fails_its_notebook_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_fork: str
) -> None:
    monkeypatch.setenv(warm.NO_FORK, no_fork)
    # what each begins with
    monkeypatch.setattr(notebooks, "_QUIET", "import os; os.path.exists('mati') and os._exit(3)")
    whole = write_notebook(tmp_path / "a.ipynb", "1")
    (tmp_path / "sana").mkdir()
    (tmp_path / "sana" / "mati").touch()
    dying = write_notebook(tmp_path / "sana" / "b.ipynb", "1")
    with pytest.raises(LkjError, match=r"(?s)^1 buku.*b\.ipynb: kernel mati sebelum sel pertama"):
        execute([whole, dying])
    assert active_children() == []


def test_hanging_cell_of_a_fork_is_ended_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebooks, "CELL_TIMEOUT", 1)
    path = write_notebook(tmp_path / "a.ipynb", "while True:\n    pass")
    with pytest.raises(LkjError, match="lebih dari 1 detik"):
        execute([path])
    assert active_children() == []


def test_kernels_are_ordinary_once_the_fork_server_has_died(tmp_path: Path) -> None:
    path = write_notebook(tmp_path / "a.ipynb", "import os\nos.getcwd()")
    context = warm.warm_up()
    server = forkserver._forkserver._forkserver_pid
    os.kill(server, signal.SIGKILL)
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    run = notebooks.execute_async([path], notebooks.asyncio.Semaphore(1), context)
    assert shown(notebooks.asyncio.run(run)[path]) == repr(str(tmp_path))


def test_process_that_gets_ready_never_sees_an_interrupt() -> None:
    code = (
        "from multiprocessing import forkserver; from pathlib import Path; import signal;"
        "from lkjlib.build import warm; before = signal.getsignal(signal.SIGINT); warm.begin();"
        "print(Path(f'/proc/{forkserver._forkserver._forkserver_pid}/status').read_text());"
        "assert signal.getsignal(signal.SIGINT) is before"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    (ignored,) = (line.split()[1] for line in run.stdout.splitlines() if "SigIgn" in line)
    assert int(ignored, 16) >> (signal.SIGINT - 1) & 1


def test_report_whose_measures_cannot_be_computed_is_no_failure_of_getting_ready(annexes) -> None:
    book = load_workbook(annexes.folder / "ketenagakerjaan.xlsx")
    del book["TPAK"]
    book.save(annexes.folder / "ketenagakerjaan.xlsx")
    (annexes.folder / "klaim.xlsx").unlink()
    annexes.add_findings()
    code = (
        "import sys; from pathlib import Path; from lkjlib.build.warm import warm_up;"
        "folder = Path(sys.argv[1]); context = warm_up([(folder.parent, folder.name)]);"
        "one = context.Process(target=int); one.start(); one.join();"
        "print(context.get_start_method(), one.exitcode)"
    )
    command = [sys.executable, "-c", code, str(annexes.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("forkserver 0\n", "")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_forks_end_with_the_run_however_it_ends(tmp_path: Path, stop: signal.Signals) -> None:
    held = "import time\nfile = open('nyala', 'w')\nprint(file=file, flush=True)\ntime.sleep(600)"
    path = write_notebook(tmp_path / "a.ipynb", held)
    os.mkfifo(tmp_path / "nyala")
    with (
        subprocess.Popen(
            [sys.executable, "-c", HELD, str(path)], cwd=ROOT, stderr=subprocess.DEVNULL
        ) as run,
        (tmp_path / "nyala").open() as alive,  # waits until the cell runs
    ):
        alive.readline()
        run.send_signal(stop)
        assert alive.read() == ""  # returns when the kernel, which holds the other end, is gone
