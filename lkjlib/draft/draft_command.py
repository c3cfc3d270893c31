"""`lkj draft`: a printed report becomes a draft of its ledger, klaim.xlsx."""

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.build.console import short
from lkjlib.errors import LkjError
from lkjlib.report import BERKAS as REPORT

if TYPE_CHECKING:
    from lkjlib.draft.draft import Draf
    from lkjlib.draft.match import Padanan

_SHOWN = 15  # lines of a list on the console; all of them stand in the workbook


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add the command to `lkj`."""
    parser = commands.add_parser(
        "draft",
        help="draf buku klaim dari naskah laporan (.docx, .pdf, .txt)",
        description="Tulis draf klaim.xlsx: setiap angka tercetak dengan ukuran yang mungkin, dan "
        "setiap pernyataan yang perlu dinilai. Tidak ada vonis sebelum kolom Ukuran diisi; "
        "klaim.xlsx yang sudah ada tidak ditimpa.",
    )
    parser.add_argument("naskah", type=Path, metavar="NASKAH", help="laporan .docx, .pdf atau .txt")
    parser.add_argument(
        "--laporan", type=Path, metavar="FOLDER", help="folder lampirannya; bawaan: folder naskah"
    )
    parser.add_argument(
        "--keluar", type=Path, metavar="BERKAS", help="bawaan: klaim.xlsx di folder laporan"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draft the ledger of a report, write it, say what was found."""
    from lkjlib.draft.draft import draft  # late: the other commands need none of it
    from lkjlib.draft.workbook import refuse_existing, write_draft
    from lkjlib.ledger.claims import BERKAS
    from lkjlib.loading import load

    folder = options.laporan or options.naskah.parent
    if not (folder / REPORT).exists():
        raise LkjError(
            f"Tidak ada {REPORT} di '{short(folder)}': sebut folder lampirannya dengan --laporan."
        )
    path = options.keluar or folder / BERKAS
    refuse_existing(path)
    data = load(path=folder)
    found = draft(options.naskah, data)
    write_draft(found, data, path)
    print("\n".join(summary(found)))
    print(f"Ditulis: {short(path)}")
    return 0


def summary(draf: "Draf") -> list[str]:
    """What a draft found, in lines for the console."""
    from lkjlib.draft.match import BERBEDA, TIADA, USULAN

    states = Counter(one.keadaan for one in draf.padanan.values())
    shown = ", ".join(f"{states[state]} {state}" for state in (USULAN, BERBEDA, TIADA))
    different = [one for one in draf.padanan.values() if one.keadaan == BERBEDA]
    lines = [
        f"{len(draf.angka)} angka: {len(draf.angka) - len(draf.padanan)} acuan, {shown}; "
        f"{len(draf.pernyataan)} pernyataan untuk dinilai."
    ]
    if different:
        lines.append("Berbeda dari ukuran yang disebut konteksnya:")
        lines += [_difference(one) for one in different[:_SHOWN]]
        more = len(different) - _SHOWN
        lines += [f"  … dan {more} lagi, lihat kolom Draf."] if more > 0 else []
    if draf.janggal:
        lines.append(f"Naskah bertentangan dengan dirinya sendiri di {len(draf.janggal)} tempat:")
        lines += [f"  {one}" for one in draf.janggal[:_SHOWN]]
        more = len(draf.janggal) - _SHOWN
        lines += [f"  … dan {more} lagi, lihat lembar Kejanggalan."] if more > 0 else []
    return lines


def _difference(match: "Padanan") -> str:
    from lkjlib.draft.workbook import shown

    best = match.calon[0][0]
    number = match.angka
    name = best.ukuran or best.sel
    return (
        f"  baris {number.baris}, {number.bagian}: {number.tercetak}, "
        f"sedangkan {name} = {shown(best.nilai, match)}"
    )
