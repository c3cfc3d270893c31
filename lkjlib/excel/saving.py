"""Saves a workbook as the same bytes on every run, and a file whole or not at all."""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.errors import LkjError

if TYPE_CHECKING:
    from openpyxl import Workbook

    from lkjlib.excel.workbook import Sheet

CREATED = datetime(2020, 1, 1)
"""The date in every workbook, which must hold one; a fixed one keeps its bytes equal."""

TEXT_STAYS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Options of xlsxwriter: a text is never taken for something else."""

_MODIFIED = re.compile(rb"(<dcterms:modified\b[^>]*>)[^<]*")
_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: [a-z]+="[^"]*")*)>'
    rb"(<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)<v\s*(?:/>|></v>)</c>"
)


def stable_bytes(book: Workbook, computed: Mapping[str, Sheet]) -> bytes:
    """A workbook of openpyxl as .xlsx: no date of today, no random order.

    Parameters
    ----------
    book : the workbook.
    computed : sheets by name as they were read: openpyxl saves formulas without the values that
        the office's program had computed, and these put them back.

    Examples
    --------
    >>> from openpyxl import Workbook
    >>> stable_bytes(Workbook(), {}) == stable_bytes(Workbook(), {})
    True
    """
    book.properties.created = CREATED
    saved = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(saved)
    sheets = {ws.path.lstrip("/"): computed.get(ws.title) for ws in book.worksheets}
    stable = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(
                    rb"\g<1>" + f"{CREATED:%Y-%m-%dT%H:%M:%SZ}".encode(), content
                )
            elif sheets.get(name):
                content = _FORMULA.sub(_with_value(sheets[name]), content)
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, content)
    return stable.getvalue()


def _with_value(sheet: Sheet) -> Callable[[re.Match[bytes]], bytes]:
    def put(match: re.Match[bytes]) -> bytes:
        sel, attributes, formula = match.groups()
        value = sheet.at(sel.decode())
        if value is None:
            return match.group()
        kind, text = stored(value)
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (sel, attributes, kind, formula, text)

    return put


def stored(value: object) -> tuple[bytes, bytes]:
    """Type attribute and text of a value as a sheet stores it.

    >>> stored("a<b"), stored(True)
    ((b' t="str"', b'a&lt;b'), (b' t="b"', b'1'))
    """
    from openpyxl.cell.cell import ERROR_CODES
    from openpyxl.utils.datetime import to_excel

    if isinstance(value, bool):
        return b' t="b"', str(int(value)).encode()
    if isinstance(value, str):
        kind = b' t="e"' if value in ERROR_CODES else b' t="str"'
        return kind, escape(value, quote=False).encode()
    number = to_excel(value) if isinstance(value, date | time | timedelta) else value
    return b"", repr(number).encode()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one go: it is the old one or the new one, never half of it.

    Raises
    ------
    LkjError
        When it cannot be written; one sentence says what to do.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "a.txt", b"isi")
    ...     (Path(folder) / "a.txt").read_bytes()
    b'isi'
    """
    for lock in (f".~lock.{path.name}#", f"~${path.name}"):
        if path.with_name(lock).exists():
            raise LkjError(
                f"'{path.name}' sedang dibuka di program lain (ada '{lock}'): "
                "tutup dulu, lalu ulangi."
            )
    new = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, "tidak boleh ditulis")
        new.write_bytes(content)
        os.replace(new, path)
    except OSError as error:
        raise LkjError(
            f"'{path.name}' tidak dapat ditulis ({error.strerror}): "
            "tutup berkas itu bila sedang dibuka, atau pilih folder lain."
        ) from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
