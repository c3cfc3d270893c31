"""Workbooks made of raw XML: what no program that writes them would write."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET = "xl/worksheets/sheet1.xml"
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def relation(number: int, kind: str, target: str, more: str = "") -> str:
    """One relation; `kind` is the last word of its type."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'


def relations(*entries: str) -> str:
    """A part that holds relations."""
    return f'<Relationships xmlns="{PACKAGE}">{"".join(entries)}</Relationships>'


def workbook(names: Iterable[str], more: str = "") -> str:
    """The part that lists sheets rId1, rId2, …"""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>{more}</workbook>'


def sheet(rows: str, tail: str = "") -> str:
    """The part of a sheet, its rows given as XML."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>'


def text(sel: str, words: str) -> str:
    """A cell that holds a text of its own."""
    return f'<c r="{sel}" t="inlineStr"><is><t>{words}</t></is></c>'


def row(number: int, *cells: str, more: str = "") -> str:
    """A row of cells given as XML."""
    return f'<row r="{number}" {more}>{"".join(cells)}</row>'


HEAD = row(
    1,
    text("A1", "NO"),
    text("B1", "Kelompok Koperasi"),
    text("C1", "AKTIF"),
    text("D1", "TIDAK AKTIF"),
    text("E1", "TOTAL KOP"),
)


def parts(
    rows: str = HEAD, tail: str = "", more: Mapping[str, str | bytes | None] | None = None
) -> dict[str, str | bytes]:
    """Parts of a workbook with one sheet, Keragaan; `more` replaces some, or None leaves out."""
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": relations(relation(1, "officeDocument", BOOK)),
        BOOK: workbook(["Keragaan"]),
        BOOK_RELATIONS: relations(relation(1, "worksheet", "worksheets/sheet1.xml")),
        SHEET: sheet(rows, tail),
        **(more or {}),
    }
    return {name: content for name, content in whole.items() if content is not None}


def write(
    path: Path, content: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """Write parts as an archive."""
    with zipfile.ZipFile(path, "w", method, compresslevel=1) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def write_bomb(
    path: Path, content: Mapping[str, str | bytes], name: str, claimed: int = 3_000_000_000
) -> Path:
    """Write parts and one more that inflates to 3 GB; `claimed` is what the directory says."""
    write(path, content)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * 3_000 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    return _append(path, name, data, claimed)


def _append(path: Path, name: str, data: bytes, claimed: int) -> Path:
    """Append a deflated member to an archive; `claimed` is the size that its directory names."""
    old = path.read_bytes()
    end = old.rindex(b"PK\x05\x06")
    count, _, start = struct.unpack("<HLL", old[end + 10 : end + 20])
    fields = (20, 0, 8, 0, 0, 0, len(data), claimed, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<5H3L2H", *fields) + name.encode() + data
    entry = b"PK\x01\x02" + struct.pack("<6H3L5H2L", 20, *fields, 0, 0, 0, 0, start)
    directory = old[start:end] + entry + name.encode()
    count, start = count + 1, start + len(local)
    tail = struct.pack("<4H2LH", 0, 0, count, count, len(directory), start, 0)
    path.write_bytes(old[: start - len(local)] + local + directory + b"PK\x05\x06" + tail)
    return path
