"""What a workbook is opened from when faults are to be marked in a copy of it.

The whole office file is wanted, with its formats, notes and pictures. Where that would cost too
much time or memory, or holds what the guard would refuse, the guard's own package stands in.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lkjlib.excel.guard import Package, refusal, unpack

MAX_CELLS = 200_000  # and rows, formatted blanks included, for the whole file
MAX_FILLED = 250_000
MAX_OTHER_PARTS = 20_000_000

_CHUNK = 1 << 20
_CELL_OR_ROW = re.compile(rb"<(?:\w++:)?(?:c|row)[\s/>]")
_CELL = re.compile(rb"<(?:\w++:)?c[\s/>]")
_EMPTY_CELL = re.compile(rb"<(?:\w++:)?c\b[^<>]*+>(?:(?<=/>)|</(?:\w++:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w++:)?row\b[^<>]*+>(?:(?<=/>)|\s*+</(?:\w++:)?row>)")
# openpyxl makes a cell for every address of a link; only links of one cell are kept
_WIDE_LINK = re.compile(rb"""<(?:\w+:)?hyperlink\b(?![^<>']*\bref="[A-Z]+\d+"[^<>']*>)[^<>]*>""")
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
# what points to a part that the guard left out
_DANGLING = re.compile(
    rb"<(?P<tag>(?:\w+:)?(?:hyperlinks|tableParts|legacyDrawing|legacyDrawingHF|drawing|picture"
    rb"|oleObjects|controls))\b[^<>]*?(?:/>|>.*?</(?P=tag)>)",
    re.DOTALL,
)


def packages_for_marking(path: Path) -> Iterator[Package]:
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
    return _DANGLING.sub(b"", _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", sheet)))


def _whole(path: Path, clean: Package) -> Package | None:
    """Every part of the file; None where it is too large or not harmless."""
    parts, count, other = {}, 0, 0
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for info in archive.infolist():
                is_sheet = _sheet(info.filename)
                chunks = []
                with archive.open(info) as stream:
                    while chunk := stream.read(_CHUNK):
                        chunks.append(chunk)
                        count += len(_CELL_OR_ROW.findall(chunk)) if is_sheet else 0
                        other += 0 if info.filename in clean.parts else len(chunk)
                        if count > MAX_CELLS or other > MAX_OTHER_PARTS:
                            return None
                content = b"".join(chunks)
                if any(mark in content for mark in _DTD):
                    return None
                parts[info.filename] = _WIDE_LINK.sub(b"", content) if is_sheet else content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return None
    return Package(clean.berkas, parts)


def _sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")
