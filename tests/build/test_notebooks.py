"""The committed notebooks keep their form, and the runner says what failed where."""

import ast
import asyncio
import itertools
import json
import re
import statistics
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from places import ROOT

from lkjlib.build.notebooks import PARAMETERS, Place, execute, execute_async, normalise
from lkjlib.build.warm import warm_up
from lkjlib.errors import LkjError
from lkjlib.loading import load

FOLDER = ROOT / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
EXPECTED = ("00", "01", "02", "03", "04", "05", "06", "07", "10")

_ABSOLUTE = re.compile(r"(?<![\w.<])/(?:home|root|tmp|work|usr|var|opt|Users)/|\b[A-Z]:\\")
_DECIMAL_COMMA = re.compile(r"\d,\d")

every_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def markdown_cells(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "markdown"]


def shown_texts(path: Path) -> list[str]:
    """Every source, and every output but the pictures."""
    texts = [cell.source for cell in read(path).cells]
    for output in (output for cell in code_cells(path) for output in cell.outputs):
        texts.append(output.get("text", ""))
        texts += [str(v) for k, v in output.get("data", {}).items() if not k.startswith("image/")]
    return texts


def test_notebooks_are_all_there() -> None:
    assert [number for number in EXPECTED if not list(FOLDER.glob(f"{number}-*.ipynb"))] == []


@every_notebook
def test_notebook_was_run_from_top_to_bottom(path: Path) -> None:
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))
    assert any(cell.outputs for cell in code_cells(path))


@every_notebook
def test_notebook_printed_no_warning_and_no_error(path: Path) -> None:
    outputs = [output for cell in code_cells(path) for output in cell.outputs]
    assert [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"] == []


@every_notebook
def test_notebook_code_is_short_and_defines_nothing(path: Path) -> None:
    sources = [cell.source for cell in code_cells(path)]
    assert statistics.median(len(source.splitlines()) for source in sources) <= 5
    for source in sources:
        assert not re.search(r"^\s*(async\s+)?(def|class)\s", source, re.M)
        assert not source.rstrip().endswith(";")


@every_notebook
def test_notebook_starts_with_title_and_question_and_is_told_in_english_too(path: Path) -> None:
    first = read(path).cells[0]
    assert first.cell_type == "markdown"
    assert re.match(r"# \d\d · .+\n\n\*\*Pertanyaan\.\*\* .+\?", first.source)
    assert any("English abstract" in cell.source for cell in markdown_cells(path))


@every_notebook
def test_notebook_is_read_in_five_minutes_and_opens_with_its_chart(path: Path) -> None:
    cells = read(path).cells
    assert len(cells) <= 30
    assert cells[1].metadata.get("tags") == [PARAMETERS]
    shown = [output for cell in cells[:6] for output in cell.get("outputs", ())]
    assert any("image/png" in output.get("data", {}) for output in shown)
    assert max(len(cell.source.splitlines()) for cell in code_cells(path)) <= 8


@every_notebook
def test_notebook_prose_is_that_of_any_report(path: Path) -> None:
    prose = "\n".join(cell.source for cell in markdown_cells(path))
    report = load(path=ROOT / "data" / "2019").laporan
    assert [word for word in (report.wilayah_pendek, report.dinas) if word in prose] == []
    years = "|".join(map(str, report.tahun_tren))
    assert re.findall(rf"(?<!/)\b(?:{years})\b", prose) == []  # a law may be of such a year


@every_notebook
def test_notebook_ends_with_its_sources(path: Path) -> None:
    text = "\n".join(cell.source for cell in markdown_cells(path))
    headings = re.findall(r"^##? (.+)$", text, re.M)
    assert "sumber" in headings[-1].lower()


@every_notebook
def test_notebook_headings_skip_no_level(path: Path) -> None:
    text = "\n".join(cell.source for cell in markdown_cells(path))
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.M)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(new <= old + 1 for old, new in itertools.pairwise(levels))


@every_notebook
def test_notebook_prose_quotes_but_types_no_computed_number(path: Path) -> None:
    lines = [line for cell in markdown_cells(path) for line in cell.source.splitlines()]
    prose = [line for line in lines if not line.lstrip().startswith(">")]
    assert [line for line in prose if _DECIMAL_COMMA.search(line)] == []


@every_notebook
def test_notebook_holds_nothing_of_one_machine(path: Path) -> None:
    texts = shown_texts(path)
    assert [text for text in texts if _ABSOLUTE.search(text) or " at 0x" in text] == []
    assert "version" not in read(path).metadata["language_info"]


@every_notebook
def test_notebook_pictures_have_alt_text(path: Path) -> None:
    for output in (output for cell in code_cells(path) for output in cell.outputs):
        if "image/png" in output.get("data", {}):
            assert len(output.data["text/plain"]) > 40


@every_notebook
def test_notebook_is_stored_in_normal_form(path: Path) -> None:
    assert normalise(read(path)) == path.read_bytes()


def write_notebook(path: Path, *sources: str, **metadata: object) -> None:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)


def test_execute_twice_gives_the_same_bytes_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    write_notebook(path, "print('satu')\nprint('dua')", "1 + 1")
    before = path.read_bytes()
    first, second = execute([path])[path], execute([path])[path]
    assert first == second
    assert path.read_bytes() == before
    cells = json.loads(first)["cells"]
    assert [cell["execution_count"] for cell in cells] == [1, 2]
    assert cells[0]["outputs"][0]["text"] == ["satu\n", "dua\n"]


def test_execute_runs_in_the_notebooks_folder_in_this_python(tmp_path: Path) -> None:
    spec = {"name": "tidak-ada", "display_name": "Lain", "language": "python"}
    write_notebook(
        tmp_path / "a.ipynb", "import os, sys", "os.getcwd(), sys.prefix", kernelspec=spec
    )
    (content,) = execute([tmp_path / "a.ipynb"]).values()
    shown = json.loads(content)["cells"][1]["outputs"][0]["data"]["text/plain"]
    assert ast.literal_eval("".join(shown)) == (str(tmp_path), sys.prefix)


def test_execute_with_failing_notebooks_lists_every_one(tmp_path: Path) -> None:
    write_notebook(tmp_path / "a.ipynb", "1")
    write_notebook(tmp_path / "b.ipynb", "x = 1", "y = 2\nx / 0")
    write_notebook(tmp_path / "c.ipynb", "import os\nos._exit(3)")
    lines: list[str] = []
    with pytest.raises(LkjError) as caught:
        execute(sorted(tmp_path.glob("*.ipynb")), lines.append)
    message = str(caught.value)
    assert message.startswith("2 buku catatan gagal")
    assert "b.ipynb, sel kode ke-2:\n    y = 2\n    x / 0\n  ZeroDivisionError" in message
    assert "c.ipynb, sel kode ke-1" in message
    assert "a.ipynb" not in message
    assert len(lines) == 3
    assert sum(line.endswith("GAGAL") for line in lines) == 2


def test_normalise_agrees_with_nbstripout(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    write_notebook(path, "1", language_info={"name": "python", "version": "3.11.7"}, signature="x")
    notebook = read(path)
    notebook.cells[0].metadata.update({"execution": {"iopub.status.busy": "x"}, "scrolled": True})
    path.write_bytes(normalise(notebook))
    keep = ["--keep-output", "--keep-count", "--keep-id"]
    extra = ["--extra-keys", "metadata.language_info.version"]
    command = [sys.executable, "-m", "nbstripout", *keep, *extra, "--verify", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@every_notebook
def test_notebook_names_its_report_in_one_cell(path: Path) -> None:
    (tagged,) = (c for c in code_cells(path) if PARAMETERS in c.metadata.get("tags", ()))
    assert 'laporan = "data/2019"\ndata = lkj.load(laporan)' in tagged.source
    assert sum("lkj.load(" in cell.source for cell in code_cells(path)) == 1


def told(path: Path, laporan: str) -> list[nbformat.NotebookNode]:
    """Cells of a notebook that was made to tell a report."""
    run = execute_async([path], asyncio.Semaphore(1), warm_up(), None, Place(laporan))
    return nbformat.reads(asyncio.run(run)[path].decode(), as_version=4).cells


def test_execute_of_another_report_shows_why_a_cell_has_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    sources = ('laporan = "data/2019"', "laporan", "display(7)\nx = {}['tak-ada']", "x", "1 + 1")
    write_notebook(path, *sources)
    notebook = read(path)
    notebook.cells[0].metadata["tags"] = [PARAMETERS]
    nbformat.write(notebook, path)
    cells = told(path, "data/lain")
    assert [cell.source for cell in cells] == ['laporan = "data/lain"', *sources[1:]]
    shown = ["".join(o["data"]["text/plain"] for o in cell.outputs) for cell in cells]
    assert shown[1] == "'data/lain'"
    assert shown[2].startswith("7Tidak ditampilkan untuk laporan ini: tidak dapat dihitung")
    assert "bergantung pada sel di atas" in shown[3]
    assert shown[4] == "2"
    with pytest.raises(LkjError, match="sel kode ke-3"):
        told(path, "data/2019")  # its own report: nothing may fail


def test_another_report_is_told_once_what_it_lacks_and_under_no_bare_heading(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.ipynb"
    lacks = "raise AttributeError(\"tidak ada bingkai 'x' pada laporan ini: …\")"
    parts = (
        'laporan = "data/2019"',
        "## Satu",
        lacks,
        lacks,
        "## Dua",
        "''",
        "## Tiga",
        "1",
        lacks,
    )
    texts = [part for part in parts if not part.startswith("## Dua")]
    write_notebook(path, *parts)
    notebook = read(path)
    for cell in notebook.cells:
        if cell.source.startswith("## "):
            cell.cell_type, cell.outputs = "markdown", []
            del cell["outputs"], cell["execution_count"]
    notebook.cells[5].source = "type('Kosong', (), {'__repr__': lambda self: ''})()"
    notebook.cells[0].metadata["tags"] = [PARAMETERS]
    nbformat.write(notebook, path)
    cells = told(path, "data/lain")
    assert len(cells) == len(texts)
    assert [c.source for c in cells if c.cell_type == "markdown"] == ["## Satu", "## Tiga"]
    shown = [[o["data"]["text/plain"] for o in c.outputs] for c in cells if c.cell_type == "code"]
    why = "Tidak ditampilkan untuk laporan ini: tidak ada bingkai 'x' pada laporan ini."
    assert shown[1:3] == [[why], []]
    assert shown[-2:] == [["1"], [why]]


def test_execute_of_a_report_that_does_not_load_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    write_notebook(path, 'laporan = "data/2019"\nraise ValueError(laporan)', "1")
    notebook = read(path)
    notebook.cells[0].metadata["tags"] = [PARAMETERS]
    nbformat.write(notebook, path)
    with pytest.raises(LkjError, match="ValueError: data/lain"):
        told(path, "data/lain")
