"""The notebook tests bite: an altered number or a moved bar in a stored output fails."""

import base64
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import numpy as np
import pytest
from PIL import Image
from places import LAPORAN, ROOT

from lkjlib.build.notebooks import execute

pytestmark = pytest.mark.lambat

SOURCES = (
    "import lkjlib as lkj\n\ndata = lkj.load(2019)",
    "data.koperasi",
    'lkj.gambar(data, "tren-tpt")',
)


def outputs_with(content: dict, mime: str) -> list[dict]:
    cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    outputs = [output for cell in cells for output in cell["outputs"]]
    return [output["data"] for output in outputs if mime in output.get("data", {})]


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


CHANGES = {  # what is done to a copy -> what its test then says; nothing where it passes
    re_encode_a_picture: "",
    alter_a_number: "mismatch 'text/html'",
    move_a_bar: "picture 1: pixels differ within",
    forget_outputs: "Cell was never executed",
    empty_outputs: "Notebook has no outputs",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one run of nbval says against each altered copy of one notebook."""
    folder = tmp_path_factory.mktemp("salinan")
    shutil.copytree(LAPORAN / "data", folder / "data")
    shutil.copy(ROOT / "notebooks" / "conftest.py", folder)
    cells = [nbformat.v4.new_code_cell(code, id=f"c{i}") for i, code in enumerate(SOURCES)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "asli.ipynb")
    (executed,) = execute([folder / "asli.ipynb"]).values()
    (folder / "asli.ipynb").unlink()
    for change in CHANGES:
        content = json.loads(executed)
        change(content)
        (folder / f"{change.__name__}.ipynb").write_text(json.dumps(content), "utf-8")
    return run_nbval(folder)


def run_nbval(folder: Path) -> dict[str, str]:
    """Notebook -> what its failing cells say."""
    options = ["-q", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "--color=no"]
    options += ["--rootdir=.", "-c/dev/null", "--junitxml=hasil.xml"]
    command = [sys.executable, "-m", "pytest", *options]
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 1, run.stdout
    words = {path.stem: "" for path in folder.glob("*.ipynb")}
    ran = dict.fromkeys(words, 0)
    for case in ElementTree.parse(folder / "hasil.xml").iter("testcase"):
        name = case.get("classname").removesuffix(".ipynb")
        ran[name] += 1
        words[name] += "".join(f"{part.get('message')} {part.text}" for part in case)
    assert set(ran.values()) == {len(SOURCES)}, run.stdout
    return words


def test_nbval_of_a_copy_with_the_same_pixels_in_other_bytes_passes(said):
    assert said["re_encode_a_picture"] == ""


@pytest.mark.parametrize("change", [c for c in CHANGES if CHANGES[c]], ids=lambda c: c.__name__)
def test_nbval_of_an_altered_copy_fails_and_says_why(said, change):
    assert CHANGES[change] in said[change.__name__]
