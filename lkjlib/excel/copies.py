"""Opens a workbook as openpyxl's own, so that faults can be marked in a copy of it.

The whole office file is wanted, with its formats, notes and pictures. Where that would cost too
much time or memory, or holds what the guard would refuse, the guard's own package stands in.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.excel.guard import Package, part_name, refusal, unpack
from lkjlib.excel.limits import without_blanks
from lkjlib.excel.sniff import SAVE_AGAIN

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_CELLS = 200_000  # and rows, formatted blanks included, for the whole file
MAX_FILLED = 250_000
MAX_OTHER_PARTS = 20_000_000

_CHUNK = 1 << 20
_CELL_OR_ROW = re.compile(rb"<(?:\w++:)?(?:c|row)[\s/>]")
_CELL = re.compile(rb"<(?:\w++:)?c[\s/>]")
# openpyxl makes a cell for every address of a link; only links of one cell are kept
_WIDE_LINK = re.compile(rb"""<(?:\w+:)?hyperlink\b(?![^<>']*\bref="[A-Z]+\d+"[^<>']*>)[^<>]*>""")
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
# what points to a part that the guard left out
_DANGLING = re.compile(
    rb"<(?P<tag>(?:\w+:)?(?:hyperlinks|tableParts|legacyDrawing|legacyDrawingHF|drawing|picture"
    rb"|oleObjects|controls))\b[^<>]*?(?:/>|>.*?</(?P=tag)>)",
    re.DOTALL,
)


def open_for_marking(path: str | Path) -> Workbook:
    """Open a workbook as openpyxl's own, with formulas and formats, to mark a copy of it.

    Raises
    ------
    AnnexError
        When it cannot be opened, or holds more cells than can be marked.

    Examples
    --------
    >>> open_for_marking("data/2019/koperasi.xlsx").sheetnames
    ['Keragaan', 'Pemeringkatan']
    """
    from openpyxl import load_workbook  # late: only who opens a workbook waits for it

    for package in _packages(Path(path)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # notes, pictures, pivots: what the reader never touches may be damaged in any way
            with suppress(Exception):
                return load_workbook(package.as_file(), rich_text=True)
    raise refusal(Path(path), "isi yang tidak dapat disalin", "buku kerja yang utuh", SAVE_AGAIN)


def _packages(path: Path) -> Iterator[Package]:
    """The packages to try in turn: the whole file, then only what the guard kept.

    Raises
    ------
    AnnexError
        When the guard refuses the file, or it holds more cells than can be marked.
    """
    clean = unpack(path)
    whole = _whole(path, clean)
    if whole is not None:
        yield whole
    parts = {name: _bare(part) if _sheet(name) else part for name, part in clean.parts.items()}
    filled = sum(len(_CELL.findall(part)) for name, part in parts.items() if _sheet(name))
    if filled > MAX_FILLED:
        raise refusal(
            path,
            f"{filled:,} sel terisi".replace(",", "."),
            f"paling banyak {MAX_FILLED:,} sel untuk salinan bertanda".replace(",", "."),
            "Baca daftar temuannya saja.",
        )
    yield Package(clean.berkas, parts)


def _bare(sheet: bytes) -> bytes:
    """A sheet without formatted blanks, and without what points to a part that is left out."""
    return _DANGLING.sub(b"", without_blanks(sheet))


def _whole(path: Path, clean: Package) -> Package | None:
    """Every part of the file; None where it is too large or not harmless."""
    parts, count, other = {}, 0, 0
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for info in archive.infolist():
                name = part_name(info)
                is_sheet = _sheet(name)
                chunks = []
                with archive.open(info) as stream:
                    while chunk := stream.read(_CHUNK):
                        chunks.append(chunk)
                        count += len(_CELL_OR_ROW.findall(chunk)) if is_sheet else 0
                        other += 0 if name in clean.parts else len(chunk)
                        if count > MAX_CELLS or other > MAX_OTHER_PARTS:
                            return None
                content = b"".join(chunks)
                if any(mark in content for mark in _DTD):
                    return None
                parts[name] = _WIDE_LINK.sub(b"", content) if is_sheet else content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return None
    return Package(clean.berkas, parts)


def _sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")
