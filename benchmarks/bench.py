"""Speed and memory as ratios to a yardstick measured in the same run: `make bench`.

Every figure is the median over fresh processes, the two sides of a ratio in turn. With --tulis
the table replaces the one between the markers in the README.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjlib.build.last_check import CACHE_VARIABLE

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "tests"))
NOTEBOOKS = PROJECT / "notebooks"
FROZEN = PROJECT / "tests" / "laporan" / "data" / "2019"
START, END = "<!-- bench:start -->", "<!-- bench:end -->"
ENV = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
ENV |= {CACHE_VARIABLE: os.devnull}  # a check reads all, where nothing else is said

LOAD = """
import resource, time
import openpyxl, pandas
import lkjlib
lkjlib.load
start = time.process_time()
data = lkjlib.load(path="data/2019")
cpu = time.process_time() - start
assert all(len(frame) for frame in data.frames.values())
whole = time.process_time() - start
print(cpu, whole, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
JUDGE = """
import time
import lkjlib
data = lkjlib.load(path="data/2019")
lkjlib.klaim
start = time.process_time()
lkjlib.klaim(data)
print(time.process_time() - start)
"""
READ_EXCEL = """
import resource, time
import openpyxl, pandas
from pathlib import Path
from lkjlib.report_file import read_report
from lkjlib.themes import books_of
books = books_of(read_report(Path("data/2019")))
start = time.process_time()
for name in books:
    pandas.read_excel(f"data/2019/{name}", sheet_name=None, engine="openpyxl")
cpu = time.process_time() - start
print(cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

GUARD = """
import time
from pathlib import Path
from lkjlib.loading import read_folder
from lkjlib.report_file import read_report
from lkjlib.themes import books_of
from lkjlib.excel.guard import unpack
report = read_report(Path("data/2019"))
books = [report.folder / name for name in books_of(report)]
times = []
for read in (lambda: read_folder(report), lambda: [unpack(book) for book in books]):
    start = time.process_time()
    read()
    times.append(time.process_time() - start)
print(*times)
"""
LONG = """
import sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("Keragaan")
sheet.write_row(0, 0, ["NO", "Kelompok Koperasi", "AKTIF", "TIDAK AKTIF", "TOTAL KOP"])
for i in range(1, 50_001):
    sheet.write_row(i, 0, [f"{i}.", f"Koperasi {i}", i % 900, i % 70, i % 900 + i % 70])
sums = [sum(i % n for i in range(1, 50_001)) for n in (900, 70)]
sheet.write_row(50_001, 1, ["TOTAL", *sums, sum(sums)])
book.close()
"""
READ_LONG = """
import sys, time
import openpyxl, pandas
import lkjlib
lkjlib.read_table
start = time.process_time()
assert len(lkjlib.read_table(sys.argv[1], "koperasi.Keragaan")) == 50_000
print(time.process_time() - start)
"""
OPENPYXL_LONG = """
import sys, time
import openpyxl
start = time.process_time()
book = openpyxl.load_workbook(sys.argv[1], read_only=sys.argv[2] == "read", data_only=True)
assert sum(1 for _ in book["Keragaan"].iter_rows()) == 50_002
print(time.process_time() - start)
"""
PRINTED_LONG = """
import sys, time
import openpyxl, pandas
import lkjlib
lkjlib.read_printed
start = time.process_time()
[table] = lkjlib.read_printed(sys.argv[1])
assert len(table.frame) == 150_003
print(time.process_time() - start)
"""
PANDAS_LONG = """
import sys, time
import openpyxl, pandas
start = time.process_time()
assert len(pandas.read_excel(sys.argv[1], engine="openpyxl")) == 50_001
print(time.process_time() - start)
"""

BATCH = """
import resource, sys, time
from pathlib import Path
from lkjlib.build.batch import batch
from lkjlib.build.processes import local_pool
if __name__ == "__main__":
    start = time.perf_counter()
    with local_pool(int(sys.argv[3])) as pool:
        done = batch([sys.argv[1]], Path(sys.argv[2]), pool)
    took = time.perf_counter() - start
    assert done.gagal == 0, done
    print(took, done.laporan, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
          resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
REPORTS, FEWER = 300, 60


@dataclass(frozen=True)
class Row:
    """A line of the table: what, ours and the yardstick as measured, and the limit agreed on."""

    what: str
    ours: str
    yardstick: str
    value: float
    limit: float | None
    unit: str = "×"

    def __str__(self) -> str:
        value = f"{self.value:.2f}" if self.value < 10 else f"{self.value:.0f}"
        measured = f"{'**over** ' if self.over else ''}{value} {self.unit}"
        limit = "" if self.limit is None else f"≤ {self.limit:g} {self.unit}"
        return f"| {self.what} | {self.ours} | {self.yardstick} | {measured} | {limit} |"

    @property
    def over(self) -> bool:
        return self.limit is not None and self.value > self.limit


def ratio(what: str, ours: float, yardstick: str, theirs: float, limit: float | None = None) -> Row:
    """A row for seconds against seconds."""
    return Row(what, seconds(ours), f"{yardstick} {seconds(theirs)}", ours / theirs, limit)


def seconds(value: float) -> str:
    return f"{value:.1f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def main() -> int:
    """Measure, print the table, and write it into the README when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tulis", action="store_true", help="write the table into README.md")
    parser.add_argument("--ulang", type=int, default=3, help="repeats of the long measurements")
    options = parser.parse_args()
    browser = find_browser(parser)
    rows = [
        *measure_library(9),
        *measure_reading(5),
        *measure_many(2),
        *measure_report(options.ulang, browser),
    ]
    table = "\n".join(
        ["| what | ours | yardstick | measured | limit |", "|---|---|---|---|---|", *map(str, rows)]
    )
    print(table)
    if options.tulis:
        write(PROJECT / "README.md", table)
    return int(any(row.over for row in rows))


def find_browser(parser: argparse.ArgumentParser) -> str:
    """The browser to measure pages in; stop before anything is measured where there is none."""
    from programs import CHROMIUM

    found = CHROMIUM.found()
    if found is None:
        parser.error(CHROMIUM.missing)
    return found


def measure_library(repeats: int) -> list[Row]:
    """Load + check against read_excel, memory, and what the import costs."""
    load, plain, judged = alternate(
        repeats, lambda: numbers(LOAD), lambda: numbers(READ_EXCEL), lambda: numbers(JUDGE)
    )
    check = [sys.executable, "-m", "lkjlib.cli", "check"]
    with tempfile.TemporaryDirectory() as cache:
        kept = ENV | {CACHE_VARIABLE: cache}
        clock(check, env=kept)
        bare, ours, whole, pandas, again, checked = alternate(
            repeats,
            lambda: [clock([sys.executable, "-c", "pass"])],
            lambda: [clock([sys.executable, "-c", "import lkjlib"])],
            lambda: [clock([sys.executable, "-c", "import lkjlib; lkjlib.load"])],
            lambda: [clock([sys.executable, "-c", "import pandas"])],
            lambda: [clock(check, env=kept)],
            lambda: [clock(check)],
        )
    read_excel, imports = "`pandas.read_excel`", pandas[0] - bare[0]
    memory = f"{read_excel} {plain[1]:.0f} MB"
    return [
        ratio("load + check all annexes, CPU", load[0], read_excel, plain[0], 0.42),
        ratio("the same and every frame", load[1], read_excel, plain[0]),
        ratio("ledger judged, annexes loaded, CPU", judged[0], read_excel, plain[0]),
        Row("load + check, peak memory", f"{load[2]:.0f} MB", memory, load[2], 250, "MB"),
        ratio("`import lkjlib`", max(ours[0] - bare[0], 0), "`import pandas`", imports, 1.15),
        ratio("the same and all that `load` needs", whole[0] - bare[0], "`import pandas`", imports),
        ratio("`lkj check`, found clean before", again[0], "`import pandas`", pandas[0], 1.6),
        ratio("the same after a change, all read", checked[0], "`import pandas`", pandas[0]),
    ]


def measure_reading(repeats: int) -> list[Row]:
    """What the guard costs, and a long sheet against other readers' time for it."""
    with tempfile.TemporaryDirectory() as temporary:
        path = str(Path(temporary, "panjang.xlsx"))
        clock([sys.executable, "-c", LONG, path])
        guard, ours, quick, whole, printed, pandas = alternate(
            repeats,
            lambda: numbers(GUARD),
            lambda: numbers(READ_LONG, path),
            lambda: numbers(OPENPYXL_LONG, path, "read"),
            lambda: numbers(OPENPYXL_LONG, path, "whole"),
            lambda: numbers(PRINTED_LONG, path),
            lambda: numbers(PANDAS_LONG, path),
        )
    what = "a sheet of 50,000 rows by `read_table`, CPU"
    return [
        ratio("the guard, CPU", guard[1], "reading all annexes", guard[0], 0.25),
        ratio(what, ours[0], "openpyxl, read-only", quick[0], 0.6),
        ratio(what, ours[0], "openpyxl, whole", whole[0], 1.3),
        ratio("the same by `read_printed`", printed[0], "`pandas.read_excel`", pandas[0], 1.5),
    ]


def measure_many(repeats: int, reports: int = REPORTS, fewer: int = FEWER) -> list[Row]:
    """Many reports on one core and on all, in time and memory, and what a ledger adds."""
    from lkjlib.build.processes import count_cores

    cores = count_cores()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        many, few = copies(root / "many", reports), copies(root / "few", fewer)
        judged = copies(root / "judged", 20 * cores, ledger=True)

        def run(folder: Path, workers: int) -> list[float]:
            return numbers(BATCH, str(folder), str(root / "out"), str(workers), as_file=root)

        one, all_, small, ledger = alternate(
            repeats,
            lambda: run(many, 1),
            lambda: run(many, cores),
            lambda: run(few, cores),
            lambda: run(judged, cores),
        )
    name = f"{reports} reports on {cores} cores, times the cores"
    each = one[0] / one[1]
    more = f"{small[2]:.0f} + {small[3]:.0f} MB for {fewer}"
    peak, before = all_[2] + all_[3], small[2] + small[3]
    return [
        ratio(name, all_[0] * cores, "on one core", one[0], 1 / 0.9),
        Row("one of them, without ledger and findings", seconds(each), "", each * 1000, None, "ms"),
        ratio("one with ledger and findings", ledger[0] * cores / ledger[1], "without", each),
        Row("peak memory, here + a worker", f"{peak:.0f} MB", more, peak / before, 1.2),
    ]


def copies(folder: Path, count: int, ledger: bool = False) -> Path:
    """A folder of as many copies of the frozen report, with ledger and findings or without both."""
    left_out = () if ledger else ("klaim.xlsx", "temuan.toml")
    for number in range(count):
        shutil.copytree(FROZEN, folder / f"{number:05}", ignore=shutil.ignore_patterns(*left_out))
    return folder


def measure_report(repeats: int, browser: str) -> list[Row]:
    """Notebooks and whole report against `jupyter nbconvert`, one notebook after the other."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for name in ("data", "notebooks"):
            shutil.copytree(PROJECT / name, root / name)
        lkj = [sys.executable, "-m", "lkjlib.cli"]

        def report() -> list[float]:
            shutil.rmtree(root / "build", ignore_errors=True)
            fresh, unchanged = (clock([*lkj, "build"], root) for _ in range(2))
            save_again(root / "data" / "2019" / "koperasi.xlsx")
            saved = clock([*lkj, "build"], root)
            add_cell(root / "notebooks" / "04-kasus.ipynb")
            return [fresh, unchanged, saved, clock([*lkj, "build"], root)]

        one_by_one, notebooks, report_times = alternate(
            repeats,
            lambda: [nbconvert(root)],
            lambda: [clock([*lkj, "notebooks"], root)],
            report,
        )
        pages = measure_pages(root / "build" / "2019" / "site", browser)
    nbconvert_all, count = "`jupyter nbconvert --execute`", len(list(NOTEBOOKS.glob("*.ipynb")))
    fresh, unchanged, saved, one_changed = report_times
    return [
        ratio(f"{count} notebooks executed", notebooks[0], nbconvert_all, one_by_one[0], 0.25),
        ratio("`make report`, nothing cached", fresh, nbconvert_all, one_by_one[0], 0.7),
        ratio("`make report`, one notebook changed", one_changed, "nothing cached", fresh),
        Row("`make report`, nothing changed", seconds(unchanged), "", unchanged, 3, "s"),
        Row("`make report`, a workbook saved again", seconds(saved), "", saved, 3, "s"),
        *pages,
    ]


def measure_pages(site: Path, program: str) -> list[Row]:
    """The heaviest page of the site and the one that takes longest until it can be used."""
    from chromium import open_chromium

    weight, ready = {}, {}
    with tempfile.TemporaryDirectory() as profile, open_chromium(program, Path(profile)) as browser:
        page = browser.page()
        for path in sorted(site.glob("*.html")):
            page.open(path.as_uri())
            weight[path.stem] = page.weight(site) / 1e6
            ready[path.stem] = page.seconds_to_ready()
    heavy, slow = (max(values, key=values.get) for values in (weight, ready))
    return [
        Row("heaviest page of the site", f"`{heavy}`", "", weight[heavy], 1.5, "MB"),
        Row("slowest page until usable, Chromium", f"`{slow}`", "", ready[slow], 2, "s"),
    ]


def alternate(repeats: int, *sides: Callable[[], Sequence[float]]) -> list[list[float]]:
    """Measure the sides in turn, so that a busy moment hits all, and return the medians."""
    measured: list[list[Sequence[float]]] = [[] for _ in sides]
    for _ in range(repeats):
        for results, side in zip(measured, sides, strict=True):
            results.append(side())
    return [[statistics.median(values) for values in zip(*r, strict=True)] for r in measured]


def save_again(book: Path) -> None:
    """Save a workbook as a program would that changes nothing in it."""
    from lkjlib.excel.guard import unpack

    parts = dict(reversed(unpack(book).parts.items()))
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def add_cell(notebook: Path) -> None:
    """Change a notebook: one cell of prose more."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    cell = {"cell_type": "markdown", "metadata": {}, "source": ["Diubah."]}
    cells = [*content["cells"], cell | {"id": f"tambahan-{len(content['cells'])}"}]
    notebook.write_text(json.dumps(content | {"cells": cells}), encoding="utf-8")


def nbconvert(root: Path) -> float:
    """Seconds for all notebooks, one process after the other."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
        return sum(
            clock([*command, "--output-dir", out, str(path)], root)
            for path in sorted((root / "notebooks").glob("*.ipynb"))
        )


def clock(command: Sequence[str], folder: Path = PROJECT, env: Mapping[str, str] = ENV) -> float:
    """Seconds by the wall clock that a command takes."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    return time.perf_counter() - started


def numbers(code: str, *arguments: str, as_file: Path | None = None) -> list[float]:
    """The numbers that a script prints; one that starts processes must stand in a file."""
    command = [sys.executable, "-c", code, *arguments]
    if as_file:
        (as_file / "skrip.py").write_text(code)
        command[1:3] = [str(as_file / "skrip.py")]
    run = subprocess.run(command, cwd=PROJECT, env=ENV, check=True, capture_output=True)
    return [float(word) for word in run.stdout.split()]


def write(readme: Path, table: str) -> None:
    """Put the table between the markers."""
    text = readme.read_text(encoding="utf-8")
    if START not in text or END not in text:
        raise SystemExit(f"{readme.name} has no {START} … {END} to write between")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{START}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
