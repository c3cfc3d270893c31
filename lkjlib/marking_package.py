"""What a workbook is opened from when findings are to be marked in a copy of it.

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

from lkjlib.guard import Package, refusal, unpack

MAX_CELLS = 200_000
MAX_OTHER_PARTS = 20_000_000

_CHUNK = 1 << 20
_CELL_OR_ROW = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_FILLED = re.compile(rb"<(?:\w+:)?c[\s>]")
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
    filled = sum(len(_FILLED.findall(part)) for name, part in clean.parts.items() if _sheet(name))
    if filled > MAX_CELLS:
        raise refusal(
            path,
            f"{filled:,} sel terisi".replace(",", "."),
            f"paling banyak {MAX_CELLS:,} sel untuk salinan bertanda".replace(",", "."),
            "Baca daftar temuannya saja.",
        )
    parts = {
        name: _DANGLING.sub(b"", part) if _sheet(name) else part
        for name, part in clean.parts.items()
        if not name.startswith("xl/chartsheets/")  # nothing without the drawing it shows
    }
    yield Package(clean.berkas, parts)


def _whole(path: Path, clean: Package) -> Package | None:
    """Every part of the file; None where it is too large or not harmless."""
    parts, other = {}, MAX_OTHER_PARTS
    room = MAX_OTHER_PARTS + 2 * sum(map(len, clean.parts.values())) + 200 * MAX_CELLS
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for info in archive.infolist():
                content = _inflate(archive, info, room)
                if content is None or any(mark in content for mark in _DTD):
                    return None
                room -= len(content)
                other -= 0 if info.filename in clean.parts else len(content)
                if other < 0:
                    return None
                if _sheet(info.filename):
                    content = _WIDE_LINK.sub(b"", content)
                parts[info.filename] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return None
    sheets = [part for name, part in parts.items() if _sheet(name)]
    count = sum(len(_CELL_OR_ROW.findall(part)) for part in sheets)
    return Package(clean.berkas, parts) if count <= MAX_CELLS else None


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes | None:
    chunks = []
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            room -= len(chunk)
            if room < 0:
                return None
            chunks.append(chunk)
    return b"".join(chunks)


def _sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")
