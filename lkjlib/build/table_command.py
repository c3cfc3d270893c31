"""lkj table: the printed tables of any file, shown as understood and written as tidy frames.

Exit codes: 0 read (what is odd is printed, and does not count), 1 not readable, 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.build.console import say, short
from lkjlib.errors import explain_unknown
from lkjlib.products.frames import csv_bytes, parquet_bytes, xlsx_bytes

if TYPE_CHECKING:
    from lkjlib.printed.table import PrintedTable

_SHOWN = 10  # rows


def add_parser(commands) -> None:
    """Add the command to the parser of `lkj`."""
    table = commands.add_parser(
        "table",
        help="baca tabel tercetak apa pun (unduhan BPS, rekap kantor) menjadi bingkai rapi",
        description="Baca setiap tabel sebuah berkas .xlsx, CSV atau HTML: judul, kepala "
        "bertingkat, bagian, catatan. Kode keluar: 0 terbaca (peringatan saja tidak dihitung), "
        "1 tidak terbaca, 2 salah pakai.",
    )
    table.add_argument("berkas", type=Path, metavar="BERKAS")
    table.add_argument("--lembar", metavar="NAMA", help="satu lembar saja; bawaan: semua")
    table.add_argument(
        "--keluar",
        type=_target,
        metavar="HASIL",
        help=f"tulis bingkainya: {', '.join(f'HASIL{suffix}' for suffix in WRITERS)}; "
        "beberapa tabel bernomor, atau selembar setiap tabel",
    )
    table.set_defaults(run=run)


def _target(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() not in WRITERS:
        raise argparse.ArgumentTypeError(explain_unknown("akhiran", path.suffix, WRITERS))
    return path


def run(options: argparse.Namespace) -> int:
    """Read, show what was understood, write what was asked for."""
    from lkjlib.excel.saving import write_whole
    from lkjlib.printed.read import read_printed  # late: `lkj --help` reads nothing

    tables = read_printed(options.berkas, options.lembar)
    for table in tables:
        print(f"{table!r}\n")
        print(f"{table.frame.head(_SHOWN).to_string(index=False)}\n")
    if options.keluar is None:
        return 0
    if options.keluar.exists() and options.keluar.samefile(options.berkas):
        say(f"--keluar '{short(options.keluar)}' adalah berkas yang dibaca. Pilih nama lain.")
        return 2
    made = WRITERS[options.keluar.suffix.lower()](tables, options.keluar)
    for path, content in made.items():
        write_whole(path, content)
    say(f"Ditulis: {', '.join(map(short, made))}")
    return 0


def _numbered(tables: Sequence[PrintedTable], path: Path, write: Callable) -> dict[Path, bytes]:
    """A file a table, numbered where there are several."""
    made = {}
    for number, table in enumerate(tables, start=1):
        name = f"{path.stem}-{number}{path.suffix}" if len(tables) > 1 else path.name
        made[path.with_name(name)] = write(table.frame)
    return made


def _csv(tables: Sequence[PrintedTable], path: Path) -> dict[Path, bytes]:
    return _numbered(tables, path, csv_bytes)


def _parquet(tables: Sequence[PrintedTable], path: Path) -> dict[Path, bytes]:
    return _numbered(tables, path, parquet_bytes)


def _xlsx(tables: Sequence[PrintedTable], path: Path) -> dict[Path, bytes]:
    """A sheet a table, and one of what is said about them."""
    sheets = {
        f"Tabel {number}": (list(table.frame.columns), table.frame.itertuples(index=False))
        for number, table in enumerate(tables, start=1)
    }
    said = [(name, *line) for name, t in zip(sheets, tables, strict=True) for line in _said(t)]
    return {path: xlsx_bytes({**sheets, "Keterangan": (("tabel", "tentang", "isi"), said)})}


def _said(table: PrintedTable) -> Iterator[tuple[str, str]]:
    yield "asal", "!".join(part for part in (table.berkas, table.lembar, table.area) if part)
    yield "judul", table.judul
    yield from (("catatan", text) for text in table.catatan)
    yield from (("peringatan", str(fault)) for fault in table.peringatan)


WRITERS = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
