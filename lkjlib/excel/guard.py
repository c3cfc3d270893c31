"""Stands before every workbook: finds out what a file really is, and unpacks it within limits.

What leaves here is a small, harmless package: only the XML parts that hold tables.
"""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjlib.errors import AnnexError, Fault
from lkjlib.excel.contents import MAIN, ROOT, main_part, relations_of
from lkjlib.excel.limits import Budget, Refused
from lkjlib.excel.sniff import SAVE_AGAIN, what_archive, what_it_is

MAX_FILE = 40_000_000
MAX_PARTS = 2_000

_CHUNK = 1 << 20
_ENTRY = b"PK\x01\x02"  # opens every line of an archive's directory
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|xl/(?:styles|[sS]haredStrings)\.xml|xl/worksheets/[^/]+\.xml"
)
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others inflate without a bound


@dataclass(frozen=True)
class Package:
    """An unpacked workbook: the file's name and its XML parts by name."""

    berkas: str
    parts: dict[str, bytes]

    def as_file(self) -> io.BytesIO:
        """The parts as an archive in memory, uncompressed.

        >>> zipfile.ZipFile(Package("a.xlsx", {"xl/workbook.xml": b""}).as_file()).namelist()
        ['xl/workbook.xml']
        """
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
        too large or hostile; the fault says which and what to do.

    Examples
    --------
    >>> package = unpack("data/2019/koperasi.xlsx")
    >>> package.berkas, "xl/worksheets/sheet1.xml" in package.parts
    ('koperasi.xlsx', True)
    """
    path = Path(path)
    try:
        return Package(path.name, _unpack(_read(path)))
    except Refused as error:
        raise refusal(path, error.ditemukan, error.diharapkan, error.saran) from None


def refusal(path: Path, ditemukan: str, diharapkan: str, saran: str) -> AnnexError:
    """An error about a whole file.

    >>> refusal(Path("data/a.xlsx"), "berkas kosong", "buku kerja", "Minta lagi.").faults[0].berkas
    'a.xlsx'
    """
    return AnnexError((Fault("galat", path.name, "", "", ditemukan, diharapkan, saran),))


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise IsADirectoryError(0, "bukan berkas biasa")
        if status.st_size > MAX_FILE:
            raise Refused(
                f"berkas {status.st_size // 1_000_000} MB",
                f"paling besar {MAX_FILE // 1_000_000} MB",
                "Hapus gambar dan lembar yang tidak dipakai, lalu simpan lagi.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(
            "berkas tidak ada",
            f"buku kerja {path.name}",
            f"{_near_name(path)}Letakkan {path.name} di folder lampiran; nama berkas ditulis "
            "persis begitu.",
        ) from None
    except (OSError, ValueError) as error:
        raise Refused(
            f"berkas tidak dapat dibuka ({getattr(error, 'strerror', None) or error})",
            "berkas yang boleh dibaca",
            "Tutup berkas itu di Excel atau periksa izinnya, lalu ulangi.",
        ) from None


def _near_name(path: Path) -> str:
    """A file beside it that may be the one that was meant."""
    stem = path.stem.casefold()
    near = sorted(p.name for p in path.parent.glob("*") if p.name.casefold().startswith(stem))
    return f"Ada '{near[0]}': maksudnya itu? " if near else ""


def _unpack(content: bytes) -> dict[str, bytes]:
    found = what_it_is(content)
    if found:
        raise Refused(found[0], "buku kerja Excel (.xlsx)", found[1])
    if content.count(_ENTRY) > MAX_PARTS:
        raise Refused("arsip dengan terlalu banyak bagian", "arsip biasa")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _inflate(archive, _members(archive))
    except Refused:
        raise
    # a damaged archive raises whatever its damage happens to trigger
    except Exception:
        raise Refused(
            "arsip terpotong atau rusak",
            "buku kerja .xlsx yang utuh",
            "Minta kirim ulang berkasnya, atau buka dan simpan lagi di Excel.",
        ) from None


def part_name(member: zipfile.ZipInfo) -> str:
    """Name of a part of an archive, as every program but some on Windows writes it.

    >>> part_name(zipfile.ZipInfo("xl\\\\workbook.xml"))
    'xl/workbook.xml'
    """
    return member.filename.replace("\\", "/")


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The parts of an archive by name, nothing odd among them."""
    members = {part_name(member): member for member in archive.infolist()}
    if not any(MAIN.fullmatch(name) for name in members):
        found, advice = what_archive(members)
        raise Refused(found, "buku kerja Excel (.xlsx)", advice)
    if len({name.casefold() for name in members}) < len(archive.infolist()):
        raise Refused("arsip dengan bagian ganda", "setiap bagian satu kali")
    for member in members.values():
        if member.flag_bits & 1:
            raise Refused("bagian terenkripsi", "buku kerja tanpa sandi")
        if member.compress_type not in _PLAIN:
            raise Refused("arsip dengan cara mampat yang tidak lazim", "arsip zip biasa")
    return members


def _inflate(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    budget, parts = Budget(), {}
    if ROOT in members:
        parts[ROOT] = budget.take(ROOT, _chunks(archive, members[ROOT]))
    main = main_part(parts)
    if main not in members:
        raise Refused("arsip tanpa penunjuk ke buku kerjanya", "buku kerja yang utuh")
    for name, member in members.items():
        if name in (main, relations_of(main)) or _KEPT.fullmatch(name):
            parts[name] = budget.take(name, _chunks(archive, member))
    return parts


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except Exception:  # as for the archive: of any kind
        raise Refused(
            f"bagian {info.filename} rusak",
            "buku kerja .xlsx yang utuh",
            f"Minta kirim ulang berkasnya. {SAVE_AGAIN}",
        ) from None
