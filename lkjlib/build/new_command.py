"""lkj new: the folder of a report to be filled in, from last year's or from ten answers.

Exit codes: 0 made, 1 the source or the answers have faults, 2 wrong use.
"""

import argparse
from pathlib import Path

from lkjlib.build.console import say, short


def add_parser(commands) -> None:
    """Add the command to the parser of `lkj`."""
    new = commands.add_parser(
        "new",
        help="buat folder laporan baru untuk diisi",
        description="Buat folder laporan baru: dari laporan tahun lalu (--dari), atau dengan "
        "menjawab sepuluh pertanyaan. Folder yang sudah ada tidak pernah diubah.",
    )
    new.add_argument("folder", type=Path, metavar="FOLDER", help="folder yang akan dibuat")
    how = new.add_mutually_exclusive_group()
    how.add_argument("--dari", type=Path, metavar="FOLDER", help="laporan tahun lalu")
    how.add_argument(
        "--jawaban", type=Path, metavar="BERKAS", help="jawaban dalam TOML; tanpa itu ditanyakan"
    )
    new.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say what is to be filled in."""
    from lkjlib.build import new  # late: `lkj --help` opens no workbook
    from lkjlib.build.new.answers import ask, read_answers

    target = options.folder
    wrong = _wrong_use(target, options.dari)
    if wrong:
        say(wrong)
        return 2
    if options.dari:
        made = new.next_report(options.dari, target)
    else:
        answers = read_answers(options.jawaban) if options.jawaban else ask()
        made = new.first_report(answers, target)
    new.write_folder(target, made.berkas)
    print(_to_do(made, target))
    return 0


def _wrong_use(target: Path, source: Path | None) -> str:
    if target.exists():
        return f"'{short(target)}' sudah ada dan tidak diubah. Pilih nama folder lain."
    if source is not None and not source.is_dir():
        return f"Folder '{short(source)}' tidak ada. Contoh: lkj new FOLDER_BARU --dari FOLDER_LAMA"
    return ""


def _to_do(made, target: Path) -> str:
    """What was made and what is to be filled in, sheet by sheet."""
    from lkjlib.build.unfilled import ranges

    places = {f"{name}!{sheet}": ranges(cells) for (name, sheet), cells in made.kosong.items()}
    width = max(map(len, places), default=0)
    lines = [
        f"'{short(target)}' dibuat: {', '.join(made.berkas)}.",
        "Isi seperti tercetak di laporan:",
        *(f"  {place:<{width}}  {cells}" for place, cells in places.items()),
        *made.catatan,
        "Cocokkan laporan.toml dan judul setiap lembar dengan laporannya.",
    ]
    if "klaim.xlsx" in made.berkas:
        lines.append("klaim.xlsx boleh dipindahkan: tanpa itu pun laporan dapat dibuat.")
    lines.append(f"Yang belum diisi disebut oleh: lkj check {short(target)}")
    return "\n".join(lines)
