"""Many reports into a folder of Parquet files, one a frame, written while the reports arrive.

Workers read a few reports at a time and hand back Arrow tables; here they are only written. What
is held is a row group of each frame, however many reports there are.
"""

import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.build.many import Place, chunks, find_places, lost, read_one, stack
from lkjlib.build.processes import Pool, spread
from lkjlib.errors import LkjError

if TYPE_CHECKING:
    import pyarrow as pa

SIZE = 10  # reports a piece: enough to outweigh sending it, few enough to share evenly
GROUP = 8_192  # rows a row group: what is held of a frame, at most
PIECES = 64  # tables held before they become one: a table of few rows is mostly overhead
RINGKAS, FAULTS = "ringkas", "faults"
Arrived = Callable[[int, int], None]
Tables = dict[str, "pa.Table"]


@dataclass(frozen=True)
class Batch:
    """What was written: how many reports, how many of them failed, the files."""

    laporan: int
    gagal: int
    berkas: tuple[str, ...]


def batch(
    folders: Iterable[str | Path],
    keluar: Path,
    pool: Pool,
    started: Callable[[int], None] = lambda count: None,
    arrived: Arrived = lambda reports, failed: None,
) -> Batch:
    """Read many reports and write ``<frame>.parquet`` for each frame of any of them.

    Parameters
    ----------
    folders : as of `load_many`.
    keluar : folder of the files; it is new or holds an earlier batch, which is replaced whole once
        all is written.
    pool : who reads.
    started, arrived : told how many reports there are, and of each piece how many reports came and
        how many of them failed.

    Raises
    ------
    LkjError
        When there is no report, `keluar` holds something else, or cannot be written.
    """
    places = find_places(folders)
    if not places:
        raise LkjError("Tidak ada folder laporan. Contoh: lkj batch FOLDER FOLDER")
    _require_own(keluar, places)
    started(len(places))
    failed = 0
    with _whole_folder(keluar) as new:
        files = _Files(new)
        for tables in spread(read_some, chunks(places, SIZE), pool, _lost):
            files.add(tables)
            wrong = sum(why.as_py() != "" for why in tables[RINGKAS]["gagal"])
            failed += wrong
            arrived(len(tables[RINGKAS]), wrong)
        names = files.close()
    return Batch(len(places), failed, names)


def read_some(places: Sequence[Place]) -> Tables:
    """Some reports as Arrow tables: frames, `ringkas`, `faults`."""
    return _tables([read_one(place) for place in places])


def _lost(place: Place, error: BaseException) -> Tables:
    return _tables([lost(place, error)])


def _tables(read: Sequence) -> Tables:
    import pyarrow as pa  # late: only a batch needs it

    many = stack(read)
    frames = {**many.frames, RINGKAS: many.ringkas, FAULTS: many.faults}
    return {
        name: pa.Table.from_pandas(
            # any report may lack a number that the first ones have
            frame.astype({c: "Int64" for c in frame.columns if frame[c].dtype == "int64"}),
            preserve_index=False,
        )
        for name, frame in frames.items()
    }


class _Files:
    """Parquet files of a folder that grow as tables come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, _File] = {}

    def add(self, tables: Tables) -> None:
        for name, table in tables.items():
            if name not in self._files:
                self._files[name] = _File(self._folder, name)
            self._files[name].add(table)

    def close(self) -> tuple[str, ...]:
        """Finish all; their names."""
        return tuple(file.close() for file in self._files.values())


class _File:
    """A Parquet file. Each column that turns up late begins a part; the parts become one."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._held: list[pa.Table] = []
        self._rows = 0
        self._parts: list[Path] = []
        self._schema: pa.Schema | None = None
        self._writer = None

    def add(self, table: "pa.Table") -> None:
        import pyarrow as pa

        schema = _wider(self._schema, table.schema)
        if self._schema is None or not schema.equals(self._schema):
            self._end_part()
            self._begin_part(schema)
        self._held.append(_as(table, schema))
        self._rows += len(table)
        if self._rows >= GROUP:
            self._write()
        elif len(self._held) >= PIECES:
            self._held = [pa.concat_tables(self._held).combine_chunks()]

    def close(self) -> str:
        """Put the parts together under the file's name."""
        self._end_part()
        path = self._folder / f"{self._name}.parquet"
        if len(self._parts) == 1:
            self._parts[0].rename(path)
        else:
            self._join(path)
        return path.name

    def _begin_part(self, schema: "pa.Schema") -> None:
        path = self._folder / f"{self._name}.{len(self._parts)}"
        self._parts.append(path)
        self._schema, self._writer = schema, _open(path, schema)

    def _end_part(self) -> None:
        if self._writer:
            self._write()
            self._writer.close()
            self._writer = None

    def _write(self) -> None:
        import pyarrow as pa

        if self._held:
            self._writer.write_table(pa.concat_tables(self._held), row_group_size=GROUP)
        self._held, self._rows = [], 0

    def _join(self, path: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        with _open(path, self._schema) as writer:
            for part in self._parts:
                with pq.ParquetFile(part) as file:
                    for rows in file.iter_batches(GROUP):
                        writer.write_table(_as(pa.Table.from_batches([rows]), self._schema))
                part.unlink()


def _wider(known: "pa.Schema | None", schema: "pa.Schema") -> "pa.Schema":
    """The columns of both."""
    import pyarrow as pa

    if known is None or known.equals(schema):
        return schema
    return pa.unify_schemas([known, schema], promote_options="permissive")


def _open(path: Path, schema: "pa.Schema"):
    import pyarrow.parquet as pq

    return pq.ParquetWriter(path, schema, compression="zstd")


def _as(table: "pa.Table", schema: "pa.Schema") -> "pa.Table":
    """A table with these columns, those it has not missing."""
    import pyarrow as pa

    if table.schema.equals(schema):
        return table
    columns = [
        table[column.name].cast(column.type)
        if column.name in table.column_names
        else pa.nulls(len(table), column.type)
        for column in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _require_own(keluar: Path, places: Sequence[Place]) -> None:
    """Only an earlier batch is replaced, never somebody's work."""
    inside = list(keluar.iterdir()) if keluar.is_dir() else []
    reports = {Path(place.folder) for place in places}
    if keluar.exists() and not keluar.is_dir():
        wrong = "bukan folder"
    elif keluar.resolve() in reports or any(path.suffix != ".parquet" for path in inside):
        wrong = "berisi berkas lain, yang akan hilang"
    else:
        return
    raise LkjError(f"--keluar '{keluar}' {wrong}. Pilih folder baru, misalnya --keluar batch.")


@contextmanager
def _whole_folder(keluar: Path) -> Iterator[Path]:
    """A new folder that takes the place of `keluar` at the end, or leaves no trace."""
    keluar = keluar.absolute()
    new, old = (
        keluar.with_name(f".{keluar.name}.{os.getpid()}.{word}") for word in ("baru", "lama")
    )
    try:
        new.mkdir(parents=True)
        yield new
        _swap(keluar, new, old)
    except OSError as error:
        raise LkjError(
            f"Folder '{keluar.name}' tidak dapat ditulis ({error.strerror}): tutup berkasnya bila "
            "sedang dibuka, atau pilih folder lain."
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(keluar: Path, new: Path, old: Path) -> None:
    """Ctrl-C has to wait that long; where the new cannot come, the old one stays."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if keluar.exists():
            keluar.rename(old)
        try:
            new.rename(keluar)
        except OSError:
            if old.exists():
                old.rename(keluar)
            raise
    finally:
        signal.signal(signal.SIGINT, before)
    shutil.rmtree(old, ignore_errors=True)
