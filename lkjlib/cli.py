"""The command line: lkj check, lkj new, lkj draft, lkj build, lkj notebooks, lkj batch,
lkj table.

Exit codes: 0 clean, 1 faults or failure, 2 wrong use, 130 stopped with Ctrl-C.
"""

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lkjlib.build import check_command as check
from lkjlib.build import new_command as new
from lkjlib.build import table_command as table
from lkjlib.build.console import project_root, say, short, took
from lkjlib.draft import draft_command as draft
from lkjlib.errors import AnnexError, LkjError, not_installed
from lkjlib.products.faults.listing import count_faults, faults_table
from lkjlib.report import reports


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments after the program's name; those of the process by default.
    """
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without "≥" shows "?", and goes on
    try:
        code = options.run(options)
        sys.stdout.flush()
        return code
    except AnnexError as error:
        say(faults_table(error.faults))
        say(f"\n{count_faults(error.faults)} Perbaiki lampirannya, lalu ulangi.")
    except LkjError as error:
        say(str(error))
    except KeyboardInterrupt:
        say("\nDihentikan; hasil sebelumnya tidak berubah.")
        return 130
    except BrokenPipeError:  # `lkj check | head`: nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def run() -> None:
    """The process `lkj`: a check ends once its last line is out.

    Python then neither looks for circles of objects while it reads (a tenth of the time) nor takes
    them down one by one at the end. What the other commands have opened, such as kernels and
    pools, is closed on the way out.
    """
    if sys.argv[1:2] != ["check"]:
        sys.exit(main())
    gc.disable()
    code = main()
    with suppress(BrokenPipeError):  # what was printed before an error
        sys.stdout.flush()
    os._exit(code)


class _Parser(argparse.ArgumentParser):
    """Says in Indonesian that a command is wrong; argparse would say it in English."""

    def error(self, message: str) -> None:
        self.print_usage(sys.stderr)
        self.exit(2, f"Perintah tidak dipahami ({message}). Bantuan: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="lkj", description="Laporan Kinerja dari lampiran Excel-nya.")
    commands = parser.add_subparsers(required=True, metavar="PERINTAH", dest="perintah")

    check.add_parser(commands)
    new.add_parser(commands)
    draft.add_parser(commands)

    build = commands.add_parser(
        "build", help="buat situs, gambar, tabel dan bab Word di build/<laporan>/"
    )
    build.add_argument(
        "laporan",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="folder laporan; bawaan: laporan pertama di data/",
    )
    build.set_defaults(run=_build)

    books = commands.add_parser("notebooks", help="jalankan semua buku catatan")
    mode = books.add_mutually_exclusive_group()
    mode.add_argument("--tulis", action="store_true", help="simpan keluarannya di notebooks/")
    mode.add_argument("--periksa", action="store_true", help="gagal bila keluarannya berbeda")
    books.set_defaults(run=_notebooks)

    many = commands.add_parser(
        "batch",
        help="banyak laporan sekaligus: satu berkas Parquet setiap bingkai",
        description="Baca banyak laporan dan tulis satu berkas Parquet setiap bingkai, dengan "
        "ringkas.parquet (satu baris setiap laporan) dan faults.parquet. Laporan yang gagal "
        "tercatat dan tidak menghentikan yang lain. Kode keluar: 0 semua terbaca, 1 ada yang "
        "gagal, 2 salah pakai.",
    )
    many.add_argument(
        "folder", nargs="+", metavar="FOLDER", help="laporan, atau folder yang berisi laporan"
    )
    many.add_argument("--keluar", type=Path, default=Path("batch"), metavar="DIR")
    many.add_argument("--dask", metavar="ALAMAT", help="penjadwal Dask, contoh tcp://10.0.0.1:8786")
    many.set_defaults(run=_batch)

    table.add_parser(commands)
    return parser


def _build(options: argparse.Namespace) -> int:
    from lkjlib.build.build import build, built  # late: `lkj check` builds nothing
    from lkjlib.products.names import chapter_name, ledger_names, revisions_name, workbook_name
    from lkjlib.report_file import read_report

    started, root = time.perf_counter(), project_root()
    known = reports(root)
    folder = options.laporan or next(iter(known), None)
    if folder is None or not folder.is_dir():
        wanted = short(folder) if folder else "data/…"
        names = ", ".join(short(path) for path in known) or "belum ada satu pun"
        say(
            f"Belum ada laporan di '{wanted}': buat dengan 'lkj new {wanted}' lalu isi buku "
            f"kerjanya, atau pilih yang ada ({names})."
        )
        return 2
    changed = build(folder, root, say)
    done = f"Selesai dalam {took(started)}."
    report = read_report(folder)
    where = built(report, root)
    print(done if changed else "Tidak ada yang berubah.", "Lihat:")
    ledger, _ = ledger_names(report)
    products = (
        ("site/index.html", "situs: buka di peramban, juga tanpa jaringan"),
        (
            "gambar/indeks.html",
            "semua gambar: PNG 300 dpi, SVG, PDF; judul, sumber, teks alternatif",
        ),
        (workbook_name(report), "tabel hasil hitungan, dengan rumus"),
        (chapter_name(report), "Bab III untuk Word: tabel, gambar, temuan, simpulan"),
        (
            revisions_name(report),
            "usulan perbaikan untuk Word: setiap yang tidak terbukti, sekartu",
        ),
        (ledger, "buku klaim: setiap pernyataan dengan vonisnya (juga .csv)"),
        ("notebooks/", "buku catatan yang baru dijalankan"),
    )
    made = [(f"{short(where)}/{path}", text) for path, text in products if (where / path).exists()]
    width = max((len(path) for path, _ in made), default=0)
    for path, content in made:
        print(f"  {path:<{width}}  {content}")
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from lkjlib.build import warm
    from lkjlib.build.place import told_by

    paths = sorted((project_root() / "notebooks").glob("*.ipynb"))
    if not paths:
        raise LkjError("Tidak ada buku catatan di folder 'notebooks'.")
    warm.begin(told_by(paths))
    from lkjlib.build.notebooks import execute  # late: Jupyter comes while the forks get ready
    from lkjlib.excel.saving import write_whole

    executed = execute(paths, say)
    changed = [path for path in paths if path.read_bytes() != executed[path]]
    if options.tulis:
        for path in changed:
            write_whole(path, executed[path])
    if changed:
        verb = "Ditulis kembali" if options.tulis else "Berbeda dari yang tersimpan"
        print(f"{verb}: {', '.join(path.name for path in changed)}")
    else:
        print(f"{len(paths)} buku catatan sama dengan yang tersimpan.")
    return 1 if changed and options.periksa else 0


def _batch(options: argparse.Namespace) -> int:
    try:
        import pyarrow  # noqa: F401  better missed now than after the reading
        from rich.console import Console
        from rich.progress import Progress
    except ImportError as error:
        raise not_installed(str(error.name), "many") from None
    from lkjlib.build.batch import batch
    from lkjlib.build.processes import dask_pool, local_pool

    progress = Progress(
        *Progress.get_default_columns(),
        "{task.completed:.0f} dari {task.total:.0f} laporan, {task.fields[gagal]} gagal",
        console=Console(stderr=True),
    )
    opened = dask_pool(options.dask) if options.dask else local_pool()
    with opened as pool, progress:
        task = progress.add_task("membaca", total=0, gagal=0)

        def arrived(reports: int, failed: int) -> None:
            so_far = progress.tasks[task].fields["gagal"] + failed
            progress.update(task, advance=reports, gagal=so_far)

        done = batch(
            options.folder,
            options.keluar,
            pool,
            lambda count: progress.update(task, total=count),
            arrived,
        )
    print(f"{done.laporan} laporan, {done.gagal} gagal. Lihat '{short(options.keluar)}':")
    for name in done.berkas:
        print(f"  {name}")
    return int(done.gagal > 0)


if __name__ == "__main__":
    run()
