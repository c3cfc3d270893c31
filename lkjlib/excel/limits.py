"""What the parts of a workbook may hold, counted while they are inflated.

Sizes in the archive's directory may lie, so nothing here looks at them. What is refused is
refused before a parser sees it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lkjlib.excel.sniff import SAVE_AGAIN

MAX_INFLATED = 300_000_000
MAX_KEPT = 64_000_000
MAX_TAGS = 3_000_000
MAX_ATTRIBUTES = 3_000_000
MAX_STRETCH = 300_000
MAX_TAG = 250_000
MAX_MERGED = 100_000

CUT_DOWN = "Hapus isi dan format di luar tabel (Ctrl+End menunjukkan ujungnya), simpan lagi."
_BLANKS_FROM = 16_000_000  # bytes; smaller parts are left as they are
_CLOSE = 100_000  # bytes
_EMPTY_CELL = re.compile(rb"<(?:\w++:)?c\b[^<>]*+>(?:(?<=/>)|</(?:\w++:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w++:)?row\b[^<>]*+>(?:(?<=/>)|\s*+</(?:\w++:)?row>)")
# cells and rows without addresses stand by their order alone: none of them may go
_UNADDRESSED = re.compile(rb"<(?:\w++:)?(?:c|row)(?![^<>]*?\sr=)[\s/>]")
_MERGE = re.compile(rb"mergeCell\s[^<>]*+>")
_CORNERS = re.compile(rb"""\bref=["']([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?["']""")
_DECLARATION = re.compile(rb"<\?xml\b[^<>]*+>")
_ENCODING = re.compile(rb"""\bencoding\s*=\s*["']([^"']*)["']""")


class Refused(Exception):
    """A workbook is not read on: what was found, what is expected, what to do.

    It never leaves the reader: who knows the file's name makes an AnnexError of it.
    """

    def __init__(self, ditemukan: str, diharapkan: str, saran: str = SAVE_AGAIN) -> None:
        super().__init__(ditemukan, diharapkan, saran)
        self.ditemukan, self.diharapkan, self.saran = ditemukan, diharapkan, saran


@dataclass
class Budget:
    """What the parts of one archive have used up so far."""

    inflated: int = 0
    kept: int = 0
    tags: int = 0
    attributes: int = 0
    merged: int = 0

    def take(self, name: str, chunks: Iterable[bytes]) -> bytes:
        """One part out of its chunks, without formatted blanks where there are many.

        Raises
        ------
        Refused
            When the part holds too much, or what no workbook needs.

        Examples
        --------
        >>> Budget().take("xl/workbook.xml", [b"<work", b"book/>"])
        b'<workbook/>'
        """
        content = self._join(name, chunks, is_sheet=name.startswith("xl/worksheets/"))
        _refuse_hostile(name, content)
        self.kept += len(content)
        self.tags += content.count(b"<")
        self.attributes += content.count(b"=")
        limit(self.tags, MAX_TAGS, f"unsur XML sampai {name}")
        limit(self.attributes, MAX_ATTRIBUTES, f"atribut XML sampai {name}")
        _limit_tags(name, content)
        _limit_stretches(name, content)
        if name.startswith("xl/worksheets/") and b"mergeCell" in content:
            self.merged += sum(map(_area, _MERGE.findall(content)))
            limit(self.merged, MAX_MERGED, f"sel gabungan sampai {name}")
        return content

    def _join(self, name: str, chunks: Iterable[bytes], *, is_sheet: bool) -> bytes:
        done, pending, waiting = [], [], 0
        size = 0
        for chunk in chunks:
            self.inflated += len(chunk)
            pending.append(chunk)
            waiting += len(chunk)
            if is_sheet and waiting > _BLANKS_FROM:
                joined = b"".join(pending)
                cut = _end_of_rows(joined)
                done.append(_cleaned(name, joined[:cut]))
                size += len(done[-1])
                pending, waiting = [joined[cut:]], len(joined) - cut
            if self.inflated > MAX_INFLATED or self.kept + size + waiting > MAX_KEPT:
                raise Refused(
                    f"isi arsip lebih dari {MAX_KEPT // 1_000_000} MB (sampai {name})",
                    "lampiran berukuran wajar",
                    "Hapus baris dan format kosong di bawah tabel, lalu simpan lagi.",
                )
        rest = b"".join(pending)
        return b"".join((*done, _cleaned(name, rest) if done else rest))


def limit(count: int, most: int, what: str) -> None:
    """Refuse a count beyond the most that is allowed.

    >>> limit(3, 2, "lembar")
    Traceback (most recent call last):
        ...
    lkjlib.excel.limits.Refused: ('3 lembar', 'paling banyak 2', 'Hapus isi dan ... simpan lagi.')
    """
    if count > most:
        raise Refused(
            f"{count:,} {what}".replace(",", "."),
            f"paling banyak {most:,}".replace(",", "."),
            CUT_DOWN,
        )


def _end_of_rows(content: bytes) -> int:
    """Where to cut: after the last row, or before the last tag where no row ends nearby."""
    row = content.rfind(b"row>", len(content) - _CLOSE)
    return row + 4 if row >= 0 else max(0, content.rfind(b"<"))


def without_blanks(content: bytes) -> bytes:
    """A sheet without its formatted blanks; whole where cells stand by their order alone.

    >>> without_blanks(b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2"/>')
    b'<row r="1"><c r="A1"><v>1</v></c></row>'
    """
    return content if _UNADDRESSED.search(content) else _stripped(content)


def _cleaned(name: str, content: bytes) -> bytes:
    """A piece of a large sheet without blanks: they may only go where the others have addresses."""
    if _UNADDRESSED.search(content):
        raise Refused(f"sel tanpa alamat di {name}", "setiap sel dengan alamatnya")
    return _stripped(content)


def _stripped(content: bytes) -> bytes:
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))


def _refuse_hostile(name: str, content: bytes) -> None:
    declaration = _DECLARATION.match(content.removeprefix(b"\xef\xbb\xbf"))
    encoding = _ENCODING.search(declaration.group()) if declaration else None
    odd = encoding and encoding.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
    if odd or content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:64]:
        raise Refused(f"{name} bukan UTF-8", "XML dengan penyandian UTF-8")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(f"{name} memuat DOCTYPE atau ENTITY", "XML biasa")


def _limit_tags(name: str, content: bytes) -> None:
    """Limit the length of a tag with the text behind it: many attributes cost very much."""
    start = 0
    while len(content) - start > MAX_TAG:
        start = content.rfind(b"<", start + 1, start + MAX_TAG)
        if start < 0:
            raise Refused(f"unsur XML sangat panjang di {name}", "buku kerja biasa")


def _limit_stretches(name: str, content: bytes) -> None:
    """Limit what a parser must hold at once: a row, a text, or the whole of a short list."""
    end = b"si>" if name.endswith("trings.xml") else b"row>"
    start = 0
    while len(content) - start > MAX_STRETCH:
        stop = content.rfind(end, start, start + MAX_STRETCH)
        if stop < 0:
            stop = content.find(end, start)
            stop = len(content) if stop < 0 else stop
            held = content.count(b"<", start, stop) + content.count(b"=", start, stop)
            limit(held, MAX_STRETCH, f"unsur sekaligus di {name}")
        start = stop + len(end)


def _area(tag: bytes) -> int:
    corners = _CORNERS.search(tag)
    if not corners:
        raise Refused("sel gabungan tanpa alamat yang benar", "alamat seperti A1:B2")
    first, top, last, bottom = corners.groups()
    if last is None:
        return 1
    return (abs(int(bottom) - int(top)) + 1) * (abs(_column(last) - _column(first)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
