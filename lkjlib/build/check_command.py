"""lkj check: every fault of a folder of annexes, or of one workbook, in one run.

Exit codes: 0 nothing wrong (warnings alone are printed, and do not count), 1 at least one
galat, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lkjlib.build.console import say, short
from lkjlib.build.last_check import check_folder
from lkjlib.errors import Fault, LkjError, any_galat, explain_unknown
from lkjlib.products.faults.listing import (
    count_faults,
    faults_csv,
    faults_json,
    faults_table,
    reading_order,
)
from lkjlib.report import BERKAS as REPORT
from lkjlib.report import find_folder, workbooks

FORMATS = ("tabel", "csv", "json")
SUFFIX = "-temuan.xlsx"


def add_parser(commands) -> None:
    """Add the command to the parser of `lkj`."""
    check = commands.add_parser(
        "check",
        help="periksa lampiran Excel",
        description="Sebut setiap temuan dengan berkas, lembar dan selnya. Kode keluar: "
        "0 tanpa galat (peringatan saja tidak dihitung), 1 ada galat, 2 salah pakai.",
    )
    check.add_argument(
        "sumber",
        nargs="?",
        metavar="FOLDER|BERKAS",
        help="folder laporan atau buku kerja mana pun; bawaan: laporan pertama di data/",
    )
    check.add_argument(
        "--format", type=_format, default="tabel", metavar="|".join(FORMATS), help="bawaan: tabel"
    )
    check.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="tulis salinan bertanda setiap buku kerja yang bertemuan; aslinya tidak berubah",
    )
    check.set_defaults(run=run)


def _format(name: str) -> str:
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(explain_unknown("bentuk", name, FORMATS))
    return name


def run(options: argparse.Namespace) -> int:
    """Check, print the faults, write the annotated copies."""
    source = Path(options.sumber) if options.sumber else find_folder()
    wrong = _wrong_source(source) or _wrong_target(source, options.out)
    if wrong:
        say(wrong)
        return 2
    faults = reading_order(_faults(source))
    _print(faults, options.format, source)
    if options.out:
        _write_copies(source if source.is_dir() else source.parent, faults, options.out)
    return int(any_galat(faults))


def _faults(source: Path) -> list[Fault]:
    """Of a folder, of one workbook of a report, or of any other."""
    if source.is_dir():
        return check_folder(source)
    from lkjlib.build.any_workbook import find_faults_of  # late: a known folder opens no workbook
    from lkjlib.build.inspection import find_faults

    known = _is_of_a_report(source)
    return find_faults(source.parent, (source.name,)) if known else find_faults_of(source)


def _wrong_source(source: Path) -> str:
    if source.is_dir() or source.is_file():
        return ""
    kind = "Berkas" if source.suffix.lower() == ".xlsx" else "Folder"
    return f"{kind} '{short(source)}' tidak ada. Contoh: lkj check FOLDER"


def _is_of_a_report(source: Path) -> bool:
    return (source.parent / REPORT).is_file() and source.name in _books(source.parent)


def _books(folder: Path) -> Sequence[str]:
    """The workbooks of a report; none are known where its laporan.toml has faults."""
    from lkjlib.build.inspection import books
    from lkjlib.report_file import read_report_checked

    report, _ = read_report_checked(folder)
    return books(report) if report else [path.name for path in workbooks(folder)]


def _wrong_target(source: Path, out: Path | None) -> str:
    if out is None:
        return ""
    folder = source if source.is_dir() else source.parent
    if out.resolve() == folder.resolve() or (out.exists() and out.samefile(folder)):
        return (
            f"--out '{short(out)}' adalah folder lampirannya sendiri. Pilih folder lain, "
            "misalnya --out temuan."
        )
    return f"--out '{short(out)}' bukan folder." if out.exists() and not out.is_dir() else ""


def _print(faults: Sequence[Fault], form: str, source: Path) -> None:
    if form != "tabel":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")  # a file made from it is read elsewhere
        print((faults_csv if form == "csv" else faults_json)(faults))
        say(count_faults(faults))
    elif faults:
        print(faults_table(faults))
        print(f"\n{count_faults(faults)}")
    else:
        print(f"Lampiran di '{short(source)}' bersih: tidak ada temuan.")


def _write_copies(folder: Path, faults: Sequence[Fault], out: Path) -> None:
    """Write an annotated copy of every workbook with faults: all of them made, then saved."""
    from lkjlib.excel.saving import write_whole
    from lkjlib.products.faults.marking import mark_faults

    copies = {}
    for name in dict.fromkeys(fault.berkas for fault in faults if fault.berkas.endswith(".xlsx")):
        some = [fault for fault in faults if fault.berkas == name]
        if some:
            copies[out / name.replace(".xlsx", SUFFIX)] = mark_faults(folder / name, some)
    if copies:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LkjError(
                f"Folder '{short(out)}' tidak dapat dibuat ({error.strerror}): pilih folder lain."
            ) from None
    for path, content in copies.items():
        write_whole(path, content)
    if copies:
        say(f"Salinan bertanda di '{short(out)}': {', '.join(path.name for path in copies)}")
    old = [out / name.replace(".xlsx", SUFFIX) for name in _books(folder)]
    old = [short(path) for path in old if path not in copies and path.exists()]
    if old:
        say(f"Dari pemeriksaan yang lalu, kini tanpa temuan: {', '.join(old)}")
