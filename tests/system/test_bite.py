"""The notebook tests bite: an altered number or a moved bar in a stored output fails."""

import base64
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from places import ROOT

FOLDER = ROOT / "notebooks"


def smallest_with_picture() -> Path:
    paths = [path for path in FOLDER.glob("*.ipynb") if '"image/png"' in path.read_text("utf-8")]
    return min(paths, key=lambda path: path.stat().st_size)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copyfile(FOLDER / "conftest.py", tmp_path / "conftest.py")
    return Path(shutil.copyfile(smallest_with_picture(), tmp_path / "salinan.ipynb"))


def run_nbval(notebook: Path) -> subprocess.CompletedProcess:
    options = ["-q", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "--color=no"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        *options,
        "--rootdir=.",
        "-c/dev/null",
        notebook.name,
    ]
    return subprocess.run(
        command, cwd=notebook.parent, capture_output=True, text=True, timeout=300, check=False
    )


def outputs_with(content: dict, mime: str) -> list[dict]:
    cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    outputs = [output for cell in cells for output in cell["outputs"]]
    return [output["data"] for output in outputs if mime in output.get("data", {})]


def alter(notebook: Path, change: Callable[[dict], None]) -> None:
    content = json.loads(notebook.read_text("utf-8"))
    change(content)
    notebook.write_text(json.dumps(content), "utf-8")


def alter_a_number(content: dict) -> None:
    """Add one to the last digit of the first number in a stored HTML table."""
    for data in outputs_with(content, "text/html"):
        html = "".join(data["text/html"])
        if found := re.search(r">[\d.,]*(\d)<", html):
            digit = str((int(found[1]) + 1) % 10)
            data["text/html"] = html[: found.start(1)] + digit + html[found.end(1) :]
            return
    raise AssertionError("no number in a table to alter")


def move_a_bar(content: dict) -> None:
    """Shift the box of the commonest colour of a stored picture by three pixels."""
    data = outputs_with(content, "image/png")[0]
    picture = Image.open(io.BytesIO(base64.b64decode("".join(data["image/png"])))).convert("RGB")
    pixels = np.asarray(picture).astype(int)
    coloured = pixels[np.ptp(pixels, axis=2) > 40]
    colours, counts = np.unique(coloured, axis=0, return_counts=True)
    rows, columns = np.nonzero((pixels == colours[counts.argmax()]).all(axis=2))
    left, top = int(columns.min()), int(rows.min())
    right, bottom = int(columns.max()) + 1, int(rows.max()) + 1
    picture.paste(picture.crop((left, top, right, bottom)), (left + 3, top))
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    data["image/png"] = base64.b64encode(buffer.getvalue()).decode()


def re_encode_a_picture(content: dict) -> None:
    """Other bytes, the same pixels."""
    data = outputs_with(content, "image/png")[0]
    picture = Image.open(io.BytesIO(base64.b64decode("".join(data["image/png"]))))
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", compress_level=0)
    data["image/png"] = base64.b64encode(buffer.getvalue()).decode()


def forget_outputs(content: dict) -> None:
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None


def empty_outputs(content: dict) -> None:
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []


def test_nbval_of_an_unaltered_copy_passes(copy: Path) -> None:
    alter(copy, re_encode_a_picture)
    run = run_nbval(copy)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (alter_a_number, "mismatch 'text/html'"),
        (move_a_bar, "picture 1: pixels differ within"),
        (forget_outputs, "Cell was never executed"),
        (empty_outputs, "Notebook has no outputs"),
    ],
)
def test_nbval_of_an_altered_copy_fails(copy: Path, change: Callable, words: str) -> None:
    alter(copy, change)
    run = run_nbval(copy)
    assert run.returncode == 1, run.stdout
    assert words in run.stdout
