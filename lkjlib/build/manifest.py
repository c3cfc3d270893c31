"""What a build was made from and what it holds: the reason why a second build is quick.

A build has parts (each executed notebook, the figures, the workbooks, the Word files, the site).
A part is kept when its fingerprint is that of the last build and its files are still as they were
written.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lkjlib.build.place import broken
from lkjlib.errors import AnnexError
from lkjlib.products.names import chapter_name, ledger_names, revisions_name
from lkjlib.report import BERKAS, Report, workbooks

NAME = ".jejak.json"
FINDINGS = "temuan.toml"

_PACKAGE = Path(__file__).resolve().parents[1]
_LOCK = _PACKAGE.parent / "requirements-report.lock"
CATATAN = "README.md"  # in a report's folder: notes that the site shows
_READ_BY_PEOPLE = "README.md"  # beside the sources, but nothing is made from it
_OWN = {"site": "products/site/", "word": "products/word/"}  # what not every part depends on


@dataclass(frozen=True)
class Part:
    """One product: its fingerprint, its files (path in build/ -> sha256), and what made it."""

    sidik: str
    berkas: Mapping[str, str] = field(default_factory=dict)
    pembuat: str = ""


def contents(report: Report, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what the report's workbooks hold: SHA-256 of a file -> fingerprint of its contents.

    Only those that are not `known` are opened: a workbook that was saved again costs its reading,
    and nothing is made anew.
    """
    known = known or {}
    digests = {_sha256(path.read_bytes()): path for path in workbooks(report.folder)}
    return {digest: known.get(digest) or _opened(path, digest) for digest, path in digests.items()}


def _opened(path: Path, digest: str) -> str:
    from lkjlib.excel.workbook import fingerprint_of  # late: an unchanged build opens no workbook

    try:
        return fingerprint_of(path.resolve(), digest)
    except AnnexError:
        return digest  # the check refuses it


def plan(report: Report, root: Path, isi: Mapping[str, str]) -> dict[str, str]:
    """Return every part of a build and the fingerprint it would have now.

    A part that the report cannot have, such as the notebook of a theme it does not name, stands
    here too; it has no files then.

    Parameters
    ----------
    report : Report
        What is built; its folder holds the annexes.
    root : Path
        Folder that holds ``data`` and ``notebooks``.
    isi : mapping
        What the workbooks hold, see `contents`.
    """
    said = _entries([report.folder / BERKAS, report.folder / FINDINGS], report.folder)
    books = _entries(workbooks(report.folder), report.folder)
    held = [(name, isi[_sha256(content)].encode()) for name, content in books]
    inputs = [*said, *held, *_library(), (report.nama, b"")]
    common = _hash(inputs).encode()
    parts = {
        f"notebooks/{path.name}": _hash([("common", common), (path.name, _source(path))])
        for path in sorted((root / "notebooks").glob("*.ipynb"))
    }
    pages = [(name, sidik.encode()) for name, sidik in parts.items()]
    notes = _entries([report.folder / CATATAN], report.folder)
    return {
        **parts,
        "gambar": _hash([("gambar", common)]),
        "tabel": _hash([("tabel", common)]),
        **dict.fromkeys(ledger_names(report), _hash([("klaim", common)])),
        **dict.fromkeys(
            (chapter_name(report), revisions_name(report)),
            _hash([("common", common), *_library("word")]),
        ),
        "site": _hash([("common", common), *pages, *_library("site"), *notes]),
    }


def read(folder: Path) -> dict[str, Part]:
    """Return the parts of a build that are still whole; empty where there is no build."""
    try:
        parts = {name: Part(**part) for name, part in _stored(folder)["bagian"].items()}
    except (LookupError, TypeError, AttributeError):
        return {}
    return {name: part for name, part in parts.items() if _whole(folder, part)}


def makers() -> str:
    """Fingerprint of what makes a build, whatever it is made of: library, packages, Python."""
    made_with = "\n".join([sys.version, *_packages()]).encode()
    library = (file for part in ("", *_OWN) for file in _library(part))
    return _hash([*library, ("", made_with)])


def _packages() -> list[str]:
    """Names and versions of what is installed, as the folders that describe it are called."""
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({path.name for place in places for path in place.glob("*-info")})


def known_contents(folder: Path) -> dict[str, str]:
    """What the workbooks of the last build held, see `contents`; empty where there is none."""
    known = _stored(folder).get("isi")
    return known if isinstance(known, dict) else {}


def _stored(folder: Path) -> dict:
    try:
        stored = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def write(
    folder: Path, planned: Mapping[str, str], isi: Mapping[str, str], made: Mapping[str, str]
) -> None:
    """Write the manifest of a finished build, what its workbooks held, and what made each part."""
    parts = {
        name: {"sidik": sidik, "berkas": dict(_hashes(folder, name)), "pembuat": made[name]}
        for name, sidik in sorted(planned.items())
    }
    stored = {"bagian": parts, "isi": dict(isi)}
    text = json.dumps(stored, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def _hashes(folder: Path, part: str) -> Iterable[tuple[str, str]]:
    top = folder / part
    for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
        if path.is_file():
            yield path.relative_to(folder).as_posix(), _sha256(path.read_bytes())


def _whole(folder: Path, part: Part) -> bool:
    try:
        return all(_sha256((folder / p).read_bytes()) == h for p, h in part.berkas.items())
    except OSError:
        return False


def _library(part: str = "") -> list[tuple[str, bytes]]:
    """Sources of this package and the lock: what only `part` depends on, or what all do."""
    kept = [(name, path) for name, path in _sources().items() if _owner(name) == part]
    return [*((name, path.read_bytes()) for name, path in kept), *_entries([_LOCK], _LOCK.parent)]


@lru_cache(maxsize=1)
def _sources() -> dict[str, Path]:
    """Files of this package that something is made from, by name."""
    return {
        path.relative_to(_PACKAGE).as_posix(): path
        for path in sorted(_PACKAGE.rglob("*"))
        if path.parent.name != "__pycache__" and path.name != _READ_BY_PEOPLE and path.is_file()
    }


def _owner(name: str) -> str:
    return next((part for part, home in _OWN.items() if name.startswith(home)), "")


def _source(notebook: Path) -> bytes:
    """A notebook without what executing it writes."""
    try:
        content = json.loads(notebook.read_bytes())
        content["metadata"].pop("language_info", None)
        for cell in content["cells"]:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise broken(notebook, error) from error
    return json.dumps(content, sort_keys=True).encode()


def _entries(paths: Iterable[Path], root: Path) -> list[tuple[str, bytes]]:
    return [(p.relative_to(root).as_posix(), p.read_bytes()) for p in paths if p.is_file()]


def _hash(entries: Iterable[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for name, content in entries:
        total.update(f"{len(name.encode())} {name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
