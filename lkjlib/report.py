"""Where a report is, and who reports, on which years, with which scale: its ``laporan.toml``.

Nothing else in the library knows an office, a place or a year.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path

from lkjlib.errors import LkjError

BERKAS = "laporan.toml"
_LARGE = 100_000_000  # bytes
JENIS_ACUAN = ("menengah", "nasional", "wilayah")


@dataclass(frozen=True)
class Acuan:
    """A reference that results are set against: a medium-term or national target, a region.

    `judul` is its header in kinerja.xlsx!Pembanding, a second header row after ``|``.
    """

    nama: str
    jenis: str
    tahun: int
    judul: str


@dataclass(frozen=True)
class Pita:
    """A band of a category scale: above `di_atas`, or from `mulai` on; the lowest has neither."""

    kategori: str
    kode: str = ""
    di_atas: float | None = None
    mulai: float | None = None

    @property
    def batas_bawah(self) -> float | None:
        """Where the band begins; None where it is open below."""
        return self.mulai if self.di_atas is None else self.di_atas

    @property
    def batas_bawah_termasuk(self) -> bool:
        """Does that bound belong to the band?"""
        return self.mulai is not None


@dataclass(frozen=True)
class Skala:
    """A category scale, bands from best to worst.

    `sumber` is where it is printed, `aturan` the rule that leaves no value between two bands;
    `sebutan` is what a sentence calls it.
    """

    nama: str
    pita: tuple[Pita, ...]
    sumber: str = "laporan.toml"
    aturan: str = "Setiap pita mulai pada batas yang dinyatakan; tidak ada celah."
    sebutan: str = "skala laporan"

    @property
    def berkode(self) -> bool:
        """Does it print a code for every band?"""
        return all(band.kode for band in self.pita)


_JENIS_WILAYAH = ("kota", "kabupaten", "provinsi")


@dataclass(frozen=True)
class Report:
    """One report.

    `tahun` is its year, `tahun_tren` the years that it sets side by side, `tema` the themes whose
    annexes are expected, `skala` a scale of the registry by name or one of its own, `acuan` its
    references, `alias` spelling found -> spelling that it is matched with, `seperti_tercetak`
    cells whose printed sum is known to be wrong, `kosakata` words that the analysis looks for,
    `survei` assumptions on the labour force survey (n, deff), `bagian` the ledger's sections.
    """

    folder: Path
    tahun: int
    dinas: str
    wilayah: str
    wilayah_pendek: str
    dokumen: str
    tahun_tren: tuple[int, ...]
    tema: tuple[str, ...]
    skala: str | Skala
    acuan: tuple[Acuan, ...] = ()
    alias: Mapping[str, str] = field(default_factory=dict, hash=False)
    seperti_tercetak: frozenset[str] = frozenset()
    kosakata: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    survei: Mapping[str, float] = field(default_factory=dict, hash=False)
    bagian: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def nama(self) -> str:
        """Name of its folder, which is that of what is built from it."""
        return self.folder.resolve().name

    @property
    def judul(self) -> str:
        """The document by its name and year."""
        return f"{self.dokumen} {self.tahun}"

    @property
    def jenis_wilayah(self) -> str:
        """What a sentence calls its region by kind: kota, kabupaten, provinsi; else wilayah."""
        kind = self.wilayah.partition(" ")[0].casefold()
        return kind if kind in _JENIS_WILAYAH else "wilayah"

    def acuan_jenis(self, jenis: str) -> tuple[Acuan, ...]:
        """References of one kind, the latest year first."""
        found = (one for one in self.acuan if one.jenis == jenis)
        return tuple(sorted(found, key=lambda one: -one.tahun))

    @property
    def menengah(self) -> Acuan | None:
        """The medium-term target that the pace is measured to: the latest one."""
        return next(iter(self.acuan_jenis("menengah")), None)

    def di_sini(self, wilayah: str) -> bool:
        """Is a place, as a sheet spells it, the report's own?"""
        own = {name.casefold() for name in (self.wilayah, self.wilayah_pendek)}
        return self.selaras(wilayah).strip().casefold() in own

    def selaras(self, nama: str) -> str:
        """The spelling that a name is matched with, where the report states another one."""
        return self.alias.get(nama, nama)

    def ringkas(self, nama: str) -> str:
        """The shortest spelling that the report states for a name; without one, the name."""
        return min((nama, *(one for one, name in self.alias.items() if name == nama)), key=len)


def find_folder(laporan: int | str | Path | None = None, path: str | Path | None = None) -> Path:
    """Folder of a report's annexes: `path` if given, else a folder or a year of one.

    Parameters
    ----------
    laporan : the folder, or its name in ``data`` here or above (a year, say); without it and
        without `path`, the first report there.

    Raises
    ------
    LkjError
        When there is no such folder; the message says what there is.

    Examples
    --------
    >>> find_folder(2019).name, find_folder("data/2019").name
    ('2019', '2019')
    """
    wanted = laporan if path is None else path
    if path is not None and not isinstance(path, str | Path):
        raise LkjError(f"path={path!r} bukan folder. Tulis namanya di antara tanda kutip.")
    if isinstance(wanted, bool) or not isinstance(wanted, int | str | Path | None):
        raise LkjError(f"{wanted!r} bukan tahun maupun folder. Contoh: load(path=…).")
    if path is not None:
        return _require_folder(Path(path))
    here = Path.cwd()
    homes = [here, *here.parents, Path(__file__).resolve().parents[1]]
    found = next((f for home in homes for f in _candidates(home, laporan) if _is_folder(f)), None)
    if found:
        return found
    known = dict.fromkeys(folder.name for home in homes for folder in reports(home))
    there = f" Yang ada: {', '.join(known)}." if known else ""
    shown = f"data/{laporan}" if isinstance(laporan, int) else laporan or "data/…"
    raise LkjError(
        f"Folder lampiran '{shown}' tidak ada di sini maupun di folder di atasnya.{there}"
    )


def _candidates(home: Path, laporan: int | str | Path | None) -> list[Path]:
    """Where a report may be, seen from one place; a year is only looked for in ``data``."""
    if laporan is None:
        return reports(home)
    inside = [home / "data" / str(laporan)]
    return inside if isinstance(laporan, int) else [home / laporan, *inside]


def reports(home: Path) -> list[Path]:
    """Folders of the reports in a place's ``data``; the first is meant where none is named."""
    return sorted(path.parent for path in home.glob(f"data/*/{BERKAS}"))


def _require_folder(path: Path) -> Path:
    if _is_folder(path):
        return path
    raise LkjError(f"Folder lampiran '{path}' tidak ada. Periksa nama foldernya.")


def _is_folder(path: Path) -> bool:
    """Is there such a folder? A name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def workbooks(folder: Path) -> list[Path]:
    """The workbooks in a folder, without what Excel puts beside one that is open."""
    return [path for path in _files(folder, ".xlsx") if not path.name.startswith("~$")]


def contents_of(folder: Path) -> str:
    """SHA-256 of the files that a report is told from: its workbooks and what it says of itself."""
    total = sha256()
    for path in (*workbooks(folder), *_files(folder, ".toml")):
        total.update(sha256(os.fsencode(path.name)).digest() + _digest(path))
    return total.hexdigest()


def _files(folder: Path, suffix: str) -> list[Path]:
    return sorted(p for p in folder.glob("*") if p.suffix.lower() == suffix and p.is_file())


def _digest(path: Path) -> bytes:
    """SHA-256 of a file; of what is too large to be a report's, of its size and date."""
    try:
        status = path.stat()
        if status.st_size > _LARGE:
            return sha256(f"{status.st_size} {status.st_mtime_ns}".encode()).digest()
        with path.open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:  # whoever reads it says why it cannot be read
        return b""
