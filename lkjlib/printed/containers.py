"""Opens a file as sheets of cells: .xlsx behind the guard, CSV, HTML; others with the remedy."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from lkjlib.errors import LkjError
from lkjlib.excel.cells import MAX_CELLS, MAX_COLUMNS, MAX_ROW, Area, Cells
from lkjlib.excel.guard import MAX_FILE, refusal
from lkjlib.excel.limits import Refused, limit
from lkjlib.excel.persons import hide_names
from lkjlib.excel.stored import Value
from lkjlib.excel.workbook import Sheet, Workbook, open_workbook

_DELIMITERS = ",;\t|"
_SAMPLE = 200  # lines that tell the delimiter
_HTML = re.compile(rb"<(?:!doctype html|html|table|head|body|meta|style|div)\b", re.IGNORECASE)
_NEED_HTML = "Pasang pembacanya: pip install 'lkjlib[build]'; atau simpan ulang sebagai .xlsx."
_ASKED = "berkas .xlsx, CSV atau HTML"


def open_tables(path: str | Path) -> Workbook:
    """Open a file by what it is, whatever its name ends in.

    Raises
    ------
    AnnexError
        When it is missing, damaged, too large or of another kind; the fault names the file and
        says what to do.

    Examples
    --------
    >>> list(open_tables("data/2019/koperasi.xlsx").sheets)
    ['Keragaan', 'Pemeringkatan']
    """
    path = Path(path)
    head = _head(path)
    if not head or head.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")):
        return open_workbook(path)
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    is_html = bool(_HTML.search(head)) and (start.startswith(b"<") or b"<html" in head.lower())
    if not is_html and (start.startswith(b"<") or _is_binary(head)):
        return open_workbook(path)
    try:
        content = _content(path)
        sheets = _html_sheets(path.name, content) if is_html else [_csv_sheet(path.name, content)]
    except Refused as error:
        raise refusal(path, error.ditemukan, error.diharapkan, error.saran) from None
    return Workbook(path.name, {sheet.nama: sheet for sheet in sheets})


def _head(path: Path) -> bytes:
    """The first bytes of a file; nothing where the guard has to say why it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(4096)
    except (OSError, ValueError):
        return b""


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _content(path: Path) -> str:
    size = path.stat().st_size
    if size > MAX_FILE:
        raise Refused(f"berkas {size // 1_000_000} MB", f"paling besar {MAX_FILE // 1_000_000} MB")
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what Excel on Windows saves as CSV


def _sheet(berkas: str, nama: str, rows: list[tuple[Value, ...]], merges: list[Area]) -> Sheet:
    limit(len(rows), MAX_ROW, "baris")
    limit(max(map(len, rows), default=0), MAX_COLUMNS, "kolom")
    limit(sum(map(len, rows)), MAX_CELLS * 2, "sel")
    found = Cells(rows, merges=merges)
    hide_names(found)
    return Sheet(berkas, nama, found.rows, merges)


def _csv_sheet(berkas: str, text: str) -> Sheet:
    if text[:4].casefold() == "sep=":
        text = text.partition("\n")[2]
    delimiter = _delimiter(text)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise Refused("CSV yang rusak", _ASKED) from None
    rows = [tuple(text if text.strip() else None for text in line) for line in lines]
    return _sheet(berkas, "", rows, [])


def _delimiter(text: str) -> str:
    """The mark that parts most lines into the same number of cells, and into most cells."""
    lines = text.splitlines()[:_SAMPLE]

    def evenness(mark: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark) if any(row)]
        except csv.Error:
            return 0, 0
        common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(common), common) if common > 1 else (0, 0)

    return max(_DELIMITERS, key=evenness)


def _html_sheets(berkas: str, text: str) -> list[Sheet]:
    try:
        from lkjlib.printed.html import read_tables  # late: only who opens such a file needs it
    except ImportError:
        raise Refused("halaman HTML", _ASKED, _NEED_HTML) from None
    tables = enumerate(read_tables(text), start=1)
    return [_sheet(berkas, f"tabel {number}", rows, merges) for number, (rows, merges) in tables]


def chosen(book: Workbook, sheet: str | None) -> Iterable[Sheet]:
    """The sheets to be read: all that are seen, or the named one.

    Raises
    ------
    LkjError
        When the file has no such sheet.
    """
    if sheet is None:
        return [s for s in book.sheets.values() if not s.hidden] or list(book.sheets.values())
    for name, found in book.sheets.items():
        if name.strip().casefold() == str(sheet).strip().casefold():
            return [found]
    names = ", ".join(f"'{name}'" for name in book.sheets)
    raise LkjError(f"{book.berkas}: tidak ada lembar '{sheet}'. Yang ada: {names}.")
