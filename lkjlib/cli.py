"""The command line: lkj check, lkj build, lkj notebooks.

Exit codes: 0 clean, 1 faults or failure, 2 wrong use, 130 stopped with Ctrl-C.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence

from lkjlib.build import check_command as check
from lkjlib.build.console import TAHUN, project_root, say, short
from lkjlib.errors import AnnexError, LkjError
from lkjlib.products.faults.listing import count_faults, faults_table


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


class _Parser(argparse.ArgumentParser):
    """Says in Indonesian that a command is wrong; argparse would say it in English."""

    def error(self, message: str) -> None:
        self.print_usage(sys.stderr)
        self.exit(2, f"Perintah tidak dipahami ({message}). Bantuan: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="lkj", description="Laporan Kinerja dari lampiran Excel-nya.")
    commands = parser.add_subparsers(required=True, metavar="PERINTAH", dest="perintah")

    check.add_parser(commands)

    build = commands.add_parser("build", help="buat situs, gambar, tabel dan bab Word di build/")
    build.add_argument("--tahun", type=int, default=TAHUN, help=f"bawaan: {TAHUN}")
    build.set_defaults(run=_build)

    books = commands.add_parser("notebooks", help="jalankan semua buku catatan")
    mode = books.add_mutually_exclusive_group()
    mode.add_argument("--tulis", action="store_true", help="simpan keluarannya di notebooks/")
    mode.add_argument("--periksa", action="store_true", help="gagal bila keluarannya berbeda")
    books.set_defaults(run=_notebooks)
    return parser


def _build(options: argparse.Namespace) -> int:
    from lkjlib.build.build import FOLDER, build  # late: `lkj check` builds nothing
    from lkjlib.build.manifest import chapter_name

    started, root = time.perf_counter(), project_root()
    if not (root / "data" / str(options.tahun)).is_dir():
        known = ", ".join(sorted(p.name for p in (root / "data").glob("[12]???") if p.is_dir()))
        say(
            f"Belum ada lampiran untuk tahun {options.tahun}: isi folder 'data/{options.tahun}' "
            f"dengan buku kerjanya, atau pilih tahun yang ada ({known or 'belum ada satu pun'})."
        )
        return 2
    changed = build(options.tahun, root, say)
    took = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    where = short(root / FOLDER)
    print(f"Selesai dalam {took} detik." if changed else "Tidak ada yang berubah.", "Lihat:")
    for path, content in (
        ("site/index.html", "situs: buka di peramban, juga tanpa jaringan"),
        (
            "gambar/indeks.html",
            "semua gambar: PNG 300 dpi, SVG, PDF; judul, sumber, teks alternatif",
        ),
        (f"tabel/lkj-{options.tahun}.xlsx", "tabel hasil hitungan, dengan rumus"),
        (chapter_name(options.tahun), "Bab III untuk Word: tabel, gambar, temuan, usulan kalimat"),
        (
            f"klaim-{options.tahun}.xlsx",
            "buku klaim: setiap pernyataan dengan vonisnya (juga .csv)",
        ),
        ("notebooks/", "buku catatan yang baru dijalankan"),
    ):
        print(f"  {where + '/' + path:<28}  {content}")
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from lkjlib.build.notebooks import execute  # late: Jupyter takes a third of a second
    from lkjlib.excel.saving import write_whole

    paths = sorted((project_root() / "notebooks").glob("*.ipynb"))
    if not paths:
        raise LkjError("Tidak ada buku catatan di folder 'notebooks'.")
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


if __name__ == "__main__":
    sys.exit(main())
