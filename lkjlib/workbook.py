"""Opens an annex workbook as grids of cells with addresses; nothing else opens one.

A formula counts by its cached value; one that was never calculated is kept apart, because
openpyxl alone reads it as a blank.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from lkjlib.errors import AnnexError, Finding

_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*'
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>)?"
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Sheet:
    """One sheet: rows of openpyxl cells, merged areas, formulas without a cached value."""

    berkas: str
    nama: str
    rows: list[tuple]
    merges: list = field(default_factory=list)
    uncalculated: dict[str, str] = field(default_factory=dict)

    def cell(self, row: int, column: int):
        """Cell at 1-based row and column, None outside the used area."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return cells[column - 1] if 0 < column <= len(cells) else None


@dataclass(frozen=True)
class Workbook:
    """An opened workbook: the file's name and its sheets by name, in order."""

    berkas: str
    sheets: dict[str, Sheet]


def open_workbook(path: str | Path) -> Workbook:
    """Open an annex workbook.

    Parameters
    ----------
    path : path of an .xlsx file.

    Raises
    ------
    AnnexError
        When the file is missing or is no workbook; the finding names the file.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refusal(
            path,
            "berkas tidak ada",
            f"buku kerja {path.name}",
            f"Letakkan {path.name} di folder lampiran; nama berkas ditulis persis begitu.",
        ) from None
    except OSError as error:
        raise _refusal(
            path,
            f"berkas tidak dapat dibuka ({error.strerror})",
            "berkas yang boleh dibaca",
            "Tutup berkas itu di Excel atau periksa izinnya, lalu ulangi.",
        ) from None
    return _parse(path, content)


def _parse(path: Path, content: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), data_only=True)
        uncalculated = _uncalculated(content)
    # openpyxl raises whatever the damage happens to trigger; every kind means the same here.
    except Exception as error:
        raise _refusal(
            path,
            f"bukan buku kerja .xlsx yang utuh ({type(error).__name__})",
            "buku kerja Excel (.xlsx)",
            "Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu ulangi.",
        ) from None
    sheets = {
        sheet.title: Sheet(
            path.name,
            sheet.title,
            list(sheet.iter_rows()),
            list(sheet.merged_cells.ranges),
            uncalculated.get(sheet.title, {}),
        )
        for sheet in book.worksheets
    }
    return Workbook(path.name, sheets)


def _refusal(path: Path, ditemukan: str, diharapkan: str, saran: str) -> AnnexError:
    return AnnexError((Finding("galat", path.name, "", "", ditemukan, diharapkan, saran),))


def _uncalculated(content: bytes) -> dict[str, dict[str, str]]:
    """Formulas without a cached value: sheet name -> address -> formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = {}
        for name, part in _sheet_parts(archive):
            formulas = {
                address.decode(): (formula or b"").decode()
                for address, formula, value in _FORMULA.findall(archive.read(part))
                if not value
            }
            if formulas:
                found[name] = formulas
    return found


def _sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Sheet names with the archive part that holds each."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    parts = []
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets[sheet.get(_RELATION)]
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.NameToInfo:
                parts.append((sheet.get("name"), part))
    return parts
