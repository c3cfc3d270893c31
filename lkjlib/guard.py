"""Stands before every workbook: finds out what a file really is, and unpacks it within limits.

Sizes are counted while inflating, never taken from the archive's directory. What leaves here is
a small, harmless package: XML parts only, without cells that hold nothing but a format.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lkjlib.errors import AnnexError, Finding
from lkjlib.sniff import SAVE_AGAIN, what_archive, what_it_is

MAX_FILE = 40_000_000
MAX_INFLATED = 120_000_000
MAX_CELLS = 1_000_000
MAX_STRINGS = 500_000
MAX_MERGED = 100_000
MAX_ROW = 200_000
MAX_PARTS = 2_000

_CHUNK = 1 << 20
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/[^/]+\.rels|xl/[^/]+\.xml"
    r"|xl/worksheets/[^/]+\.xml|xl/chartsheets/[^/]+\.xml",
    re.IGNORECASE,
)
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*?(?:/>|></(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?(?:/>|>\s*</(?:\w+:)?row>)")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^<>]*?(?:/>|></(?:\w+:)?dimension>)")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_LAST_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*?\br="(\d+)"')
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding=["']([^"']+)["']""")


@dataclass(frozen=True)
class Package:
    """An unpacked workbook: the file's name and its XML parts by name."""

    berkas: str
    parts: dict[str, bytes]

    def as_file(self) -> io.BytesIO:
        """The parts as an archive in memory, uncompressed."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        file.seek(0)
        return file


def unpack(path: str | Path) -> Package:
    """Unpack a workbook within limits.

    Raises
    ------
    AnnexError
        When the file is missing, is something else than a workbook, is damaged, protected,
        too large or hostile; the finding says which and what to do.
    """
    path = Path(path)
    content = _read(path)
    _refuse_other_files(path, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inflate(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise refusal(
            path,
            f"arsip rusak atau terpotong ({_one_line(error)})",
            "buku kerja .xlsx yang utuh",
            "Minta kirim ulang berkasnya, atau buka dan simpan lagi di Excel.",
        ) from None
    return Package(path.name, parts)


def refusal(path: Path, ditemukan: str, diharapkan: str, saran: str) -> AnnexError:
    """An error about a whole file."""
    return AnnexError((Finding("galat", path.name, "", "", ditemukan, diharapkan, saran),))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise refusal(
                path,
                f"berkas {path.stat().st_size // 1_000_000} MB",
                f"paling besar {MAX_FILE // 1_000_000} MB",
                "Hapus gambar dan lembar yang tidak dipakai, lalu simpan lagi.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise refusal(
            path,
            "berkas tidak ada",
            f"buku kerja {path.name}",
            f"Letakkan {path.name} di folder lampiran; nama berkas ditulis persis begitu.",
        ) from None
    except OSError as error:
        raise refusal(
            path,
            f"berkas tidak dapat dibuka ({error.strerror})",
            "berkas yang boleh dibaca",
            "Tutup berkas itu di Excel atau periksa izinnya, lalu ulangi.",
        ) from None


def _refuse_other_files(path: Path, content: bytes) -> None:
    found = what_it_is(content)
    if found:
        raise refusal(path, found[0], "buku kerja Excel (.xlsx)", found[1])


def _inflate(path: Path, archive: zipfile.ZipFile) -> dict[str, bytes]:
    names = [info.filename for info in archive.infolist()]
    _require_workbook(path, names)
    parts, left = {}, MAX_INFLATED
    for info in archive.infolist():
        if not _KEPT.fullmatch(info.filename):
            continue
        if info.flag_bits & 1:
            raise refusal(path, "bagian terenkripsi", "buku kerja tanpa sandi", SAVE_AGAIN)
        content = _inflate_part(path, archive, info, left)
        left -= len(content)
        _refuse_hostile(path, info.filename, content)
        parts[info.filename] = _clean(path, info.filename, content)
    return parts


def _require_workbook(path: Path, names: list[str]) -> None:
    if "xl/workbook.xml" not in names:
        found, advice = what_archive(names)
        raise refusal(path, found, "buku kerja Excel (.xlsx)", advice)
    if len(names) > MAX_PARTS or len(set(names)) < len(names):
        raise refusal(
            path, "arsip dengan bagian ganda atau terlalu banyak", "arsip biasa", SAVE_AGAIN
        )


def _inflate_part(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    chunks, size = [], 0
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise refusal(
                    path,
                    f"isi {info.filename} lebih dari {MAX_INFLATED // 1_000_000} MB",
                    "lampiran berukuran wajar",
                    "Hapus baris dan format kosong di bawah tabel, lalu simpan lagi.",
                )
            chunks.append(chunk)
    return b"".join(chunks)


def _refuse_hostile(path: Path, name: str, content: bytes) -> None:
    encoding = _ENCODING.match(content[:200].lstrip(b"\xef\xbb\xbf"))
    odd = encoding and encoding.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii")
    if odd or content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:64]:
        raise refusal(path, f"{name} bukan UTF-8", "XML dengan penyandian UTF-8", SAVE_AGAIN)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refusal(path, f"{name} memuat DOCTYPE atau ENTITY", "XML biasa", SAVE_AGAIN)


def _clean(path: Path, name: str, content: bytes) -> bytes:
    """A part without what only costs time: formatted blanks, a dimension that may lie."""
    if name.lower().endswith("sharedstrings.xml"):
        _limit(path, name, len(_STRING.findall(content)), MAX_STRINGS, "teks")
    if not name.startswith("xl/worksheets/"):
        return content
    content = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", _DIMENSION.sub(b"", content)))
    _limit(path, name, len(_CELL.findall(content)), MAX_CELLS, "sel terisi")
    area = sum(_area(match) for match in _MERGE.findall(content))
    _limit(path, name, area, MAX_MERGED, "sel gabungan")
    last = max(map(int, _LAST_ROW.findall(content)), default=0)
    _limit(path, name, last, MAX_ROW, "baris")
    return content


def _area(match: tuple[bytes, bytes, bytes, bytes]) -> int:
    first, top, last, bottom = match
    return (int(bottom) - int(top) + 1) * (_column(last) - _column(first) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _limit(path: Path, name: str, count: int, most: int, what: str) -> None:
    if count > most:
        raise refusal(
            path,
            f"{count:,} {what} di {name}".replace(",", "."),
            f"paling banyak {most:,} {what}".replace(",", "."),
            "Hapus isi dan format di luar tabel (Ctrl+End menunjukkan ujungnya), simpan lagi.",
        )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
