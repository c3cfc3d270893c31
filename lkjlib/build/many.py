"""Many reports at once: their frames stacked, what is wrong in each, none stopped by another.

A report is read into values (frames, faults, counts of verdicts), never into an exception, so that
any `map` will do: the built-in one, that of a process pool, or Dask's on many machines.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from lkjlib.build.inspection import Inspected, inspect
from lkjlib.errors import Fault, LkjError, faults_frame
from lkjlib.ledger import claims
from lkjlib.numbers.compare import VONIS
from lkjlib.report import BERKAS, Report, find_folder, workbooks
from lkjlib.report_file import read_report_checked
from lkjlib.themes.indikator.analysis import ringkasan

LAPORAN = ("laporan", "laporan_tahun", "laporan_wilayah")  # first in every stacked frame
CAPAIAN = "capaian"
Map = Callable[[Callable, Iterable], Iterable]


class Place(NamedTuple):
    """A report's folder, and the name that tells it from the others."""

    nama: str
    folder: str


@dataclass(frozen=True)
class Read:
    """One report as values: its frames, its faults, its verdicts; `gagal` says what failed."""

    nama: str
    laporan: Report | None = None
    frames: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    vonis: Mapping[str, int] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    gagal: str = ""


@dataclass(frozen=True)
class Many:
    """Reports side by side.

    Frames are attributes (``many.koperasi``): those of every report that has one, stacked, the
    name, year and place of the report first (laporan, laporan_tahun, laporan_wilayah). `capaian`
    is one of them: every indicator with what is printed and what is recomputed. `ringkas` has a
    row for each report, `faults` one for each fault.
    """

    frames: Mapping[str, pd.DataFrame]
    ringkas: pd.DataFrame
    faults: pd.DataFrame

    def __getattr__(self, name: str) -> pd.DataFrame:
        frames = object.__getattribute__(self, "__dict__").get("frames", {})
        if name in frames:
            return frames[name].copy()
        raise AttributeError(f"tidak ada bingkai '{name}'; yang ada: {', '.join(frames)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.frames]

    def __repr__(self) -> str:
        failed = int((self.ringkas["gagal"] != "").sum())
        note = f", {failed} di antaranya gagal" if failed else ""
        return f"{len(self.ringkas)} laporan{note}: {len(self.frames)} bingkai"


def load_many(folders: Iterable[str | Path], map: Map = map) -> Many:
    """Load many reports; one that cannot be read is listed, and stops no other.

    Parameters
    ----------
    folders : folders of reports, or folders that hold such, at any depth.
    map : how the reading is spread: the built-in `map`, that of a process pool or of a Dask client
        (futures are waited for); in which order it gives its results does not matter.

    Returns
    -------
    Many
        The frames of all reports, stacked; `ringkas`: laporan, laporan_tahun, laporan_wilayah,
        dinas, galat, peringatan, how many statements have each verdict (missing without a
        ledger), gagal (empty where all went well); `faults`: laporan and the columns of
        `lkj.check`. A report is named by its folder; where folders of one name are among them, by
        the path from the folder that holds all.

    Raises
    ------
    LkjError
        When no folder is given, or `map` gives no result for one.

    Examples
    --------
    >>> many = load_many(["data/2019"])
    >>> many.omzet[["laporan", "tahun", "omzet"]].values.tolist()
    [['2019', 2018, 43361776341], ['2019', 2019, 47797383121]]
    """
    places = find_places(folders)
    if not places:
        raise LkjError("Tidak ada folder laporan. Contoh: load_many([folder, folder]).")
    results = (one.result() if hasattr(one, "result") else one for one in map(read_one, places))
    read = {one.nama: one for one in results}
    lost = [place.nama for place in places if place.nama not in read]
    if lost:
        raise LkjError(f"map tidak memberi hasil untuk {len(lost)} laporan: {', '.join(lost[:5])}.")
    return stack([read[place.nama] for place in places])


def find_places(folders: Iterable[str | Path]) -> list[Place]:
    """The reports in some folders, each once, in the order given, with a name of its own.

    A folder without workbooks and without laporan.toml stands for those in it that have some; one
    in which there are none stays, to be listed as what could not be read.
    """
    found = dict.fromkeys(path for given in folders for path in _reports(_absolute(given)))
    if not found:
        return []
    names = [path.name for path in found]
    if len(set(names)) < len(names):
        names = _paths_apart(list(found))
    return [Place(name, str(path)) for name, path in zip(names, found, strict=True)]


def _absolute(folder: str | Path) -> Path:
    """Where a folder is, for workers that stand elsewhere; what is nowhere keeps its name."""
    try:
        return find_folder(str(folder)).resolve()
    except LkjError:
        return Path(folder).absolute()


def _reports(folder: Path) -> list[Path]:
    if _is_report(folder):
        return [folder]
    inside = []
    for place, below, _ in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        inside += [path for name in below if _is_report(path := Path(place, name))]
    return sorted(inside) or [folder]


def _is_report(folder: Path) -> bool:
    return (folder / BERKAS).exists() or bool(workbooks(folder))


def _paths_apart(folders: Sequence[Path]) -> list[str]:
    """The paths below the folder that holds all."""
    try:
        above = os.path.commonpath(folders)
    except ValueError:  # Windows: several drives
        return [folder.as_posix() for folder in folders]
    return [
        folder.relative_to(above).as_posix() if str(folder) != above else folder.name
        for folder in folders
    ]


def read_one(place: Place) -> Read:
    """One report as values, whatever is wrong with it."""
    folder = Path(place.folder)
    try:
        found = inspect(find_folder(path=folder))
    except Exception as error:  # what breaks the library must not stop the other reports
        return Read(place.nama, _report_of(folder), gagal=_why(error))
    if found.data is None:
        count = sum(fault.tingkat == "galat" for fault in found.faults)
        why = f"{count} galat, lampirannya tidak dipakai"
        return Read(place.nama, found.report, faults=found.faults, gagal=why)
    frames, verdicts, failed = dict(found.data.frames), {}, []
    try:
        frames[CAPAIAN] = ringkasan(found.data)
    except Exception as error:
        failed.append(f"{CAPAIAN}: {_why(error)}")
    try:
        verdicts = _verdicts(found)
    except Exception as error:
        failed.append(f"{claims.BERKAS}: {_why(error)}")
    return Read(place.nama, found.report, frames, verdicts, found.faults, "; ".join(failed))


def _report_of(folder: Path) -> Report | None:
    try:
        return read_report_checked(folder)[0]
    except Exception:  # the reason is already told
        return None


def _why(error: BaseException) -> str:
    """An error in one line."""
    text = str(error) if isinstance(error, LkjError) else f"{type(error).__name__}: {error}"
    return text.partition("\n")[0]


def _verdicts(found: Inspected) -> dict[str, int]:
    """How many statements have each verdict; empty where there is no ledger."""
    if found.ledger is None and (found.data.folder / claims.BERKAS).exists():
        raise LkjError("tidak dapat dipakai, lihat temuannya")
    if found.ledger is None:
        return {}
    return dict.fromkeys(VONIS, 0) | found.ledger.rows["vonis"].value_counts().to_dict()


def lost(place: Place, error: BaseException) -> Read:
    """What stands for a report whose reading ended its process."""
    return Read(place.nama, gagal=f"prosesnya berhenti mendadak ({type(error).__name__})")


def stack(read: Sequence[Read]) -> Many:
    """What was read of many reports, as frames over all of them."""
    names = dict.fromkeys(name for one in read for name in one.frames)
    frames = {name: _stacked(name, read) for name in names}
    faults = faults_frame(fault for one in read for fault in one.faults)
    of = pd.Series([one.nama for one in read for _ in one.faults], dtype="str")
    faults.insert(0, LAPORAN[0], of)
    return Many(frames, _summary(read), faults)


def _stacked(name: str, read: Sequence[Read]) -> pd.DataFrame:
    having = [one for one in read if name in one.frames]
    parts = [one.frames[name] for one in having]
    if any(set(part.columns) != set(parts[0].columns) for part in parts):
        # where a report has not the column, its numbers are missing, and the others stay whole
        parts = [part.astype(_with_gaps(part)) for part in parts]
    frame = pd.concat(parts, ignore_index=True)
    rows = [len(part) for part in parts]
    for place, (column, values) in enumerate(_keys(having).items()):
        frame.insert(place, column, values.repeat(rows).reset_index(drop=True))
    return frame


def _with_gaps(frame: pd.DataFrame) -> dict[str, str]:
    """Whole numbers in the type that may miss one."""
    return {name: "Int64" for name in frame.columns if frame[name].dtype == "int64"}


def _keys(read: Sequence[Read]) -> pd.DataFrame:
    """Name, year and place of the reports; year and place are missing without laporan.toml."""
    reports = [one.laporan for one in read]
    years = [report.tahun if report else None for report in reports]
    columns = (
        pd.Series([one.nama for one in read], dtype="str"),
        pd.Series(years, dtype="Int64" if None in years else "int64"),
        pd.Series([report.wilayah if report else None for report in reports], dtype="str"),
    )
    return pd.DataFrame(dict(zip(LAPORAN, columns, strict=True)))


def _summary(read: Sequence[Read]) -> pd.DataFrame:
    offices = [one.laporan.dinas if one.laporan else None for one in read]
    levels = [[fault.tingkat for fault in one.faults] for one in read]
    counts = {name: [one.vonis.get(name) for one in read] for name in VONIS}
    return _keys(read).assign(
        dinas=pd.Series(offices, dtype="str"),
        galat=pd.Series([level.count("galat") for level in levels], dtype="int64"),
        peringatan=pd.Series([level.count("peringatan") for level in levels], dtype="int64"),
        **{name: pd.Series(values, dtype="Int64") for name, values in counts.items()},
        gagal=pd.Series([one.gagal for one in read], dtype="str"),
    )


def chunks(places: Sequence[Place], size: int) -> Iterator[Sequence[Place]]:
    """The reports in pieces of some."""
    return (places[start : start + size] for start in range(0, len(places), size))
