"""Closes what nbval leaves open: pictures are compared by pixels, nothing unexecuted passes."""

import base64
import io

from nbval.plugin import IPyNbCell
from PIL import Image, ImageChops

_compare_texts = IPyNbCell.compare_outputs
_run = IPyNbCell.runtest


def _pictures(outputs: list[dict]) -> list[Image.Image]:
    stored = [output["data"].get("image/png") for output in outputs if "data" in output]
    return [
        Image.open(io.BytesIO(base64.b64decode("".join(png)))).convert("RGBA")
        for png in stored
        if png
    ]


def _differing_box(old: Image.Image, new: Image.Image) -> tuple[int, int, int, int] | None:
    # by channel: the box of an RGBA difference leaves out pixels whose alpha did not change
    boxes = [
        ImageChops.difference(a, b).getbbox() for a, b in zip(old.split(), new.split(), strict=True)
    ]
    return next((box for box in boxes if box), None)


def _picture_faults(stored: list[Image.Image], fresh: list[Image.Image]) -> list[str]:
    if len(stored) != len(fresh):
        return [f"stored pictures: {len(stored)}, now drawn: {len(fresh)}"]
    faults = []
    for number, (old, new) in enumerate(zip(stored, fresh, strict=True), start=1):
        if old.size != new.size:
            faults.append(f"picture {number}: stored size {old.size}, now {new.size}")
        elif box := _differing_box(old, new):
            faults.append(f"picture {number}: pixels differ within {box}")
    return faults


def _compare(self: IPyNbCell, test: list, ref: list, skip_compare: tuple | None = None) -> bool:
    same = _compare_texts(self, test, ref, skip_compare)
    faults = _picture_faults(_pictures(ref), _pictures(test))
    self.comparison_traceback += faults
    return same and not faults


def _runtest(self: IPyNbCell) -> None:
    if self.cell.execution_count is None:
        self.raise_cell_error("Cell was never executed: run `make notebooks` and commit")
    if not any(cell.get("outputs") for cell in self.parent.nb.cells):
        self.raise_cell_error("Notebook has no outputs: run `make notebooks` and commit")
    _run(self)


IPyNbCell.compare_outputs = _compare
IPyNbCell.runtest = _runtest
