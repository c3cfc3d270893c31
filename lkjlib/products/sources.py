"""What figures are made of: every column of the data, and the workbooks with their fingerprints."""

from hashlib import sha256
from pathlib import Path

import pandas as pd

from lkjlib import __version__
from lkjlib.data import Data
from lkjlib.excel.workbook import fingerprint_of
from lkjlib.ledger.tables import KLAIM
from lkjlib.products.absent import has_ledger
from lkjlib.products.templates import render
from lkjlib.report import Report
from lkjlib.themes import frames_of, tables_of
from lkjlib.themes.exhibit import Exhibit, Kolom

CATATAN = "README.md"  # in a report's folder: what whoever typed its annexes found


def kamus(data: Data) -> pd.DataFrame:
    """Every column of every frame that a report may have.

    Parameters
    ----------
    data : the report's data.

    Returns
    -------
    DataFrame
        bingkai, kolom, tipe (of pandas), satuan, keterangan.

    Examples
    --------
    >>> from lkjlib import load
    >>> kamus(load(2019)).query("bingkai == 'koperasi'")["kolom"].tolist()
    ['kelompok', 'aktif', 'tidak_aktif', 'total']
    """
    return pd.DataFrame(
        [
            (name, column.nama, column.tipe, column.satuan, column.keterangan)
            for name, frame in frames_of(data.laporan).items()
            for column in frame.kolom
        ],
        columns=["bingkai", "kolom", "tipe", "satuan", "keterangan"],
    )


def dictionary_page(report: Report) -> str:
    """Markdown of the site's page about a report's annexes: how to read them, notes, dictionary.

    The notes are those of a README.md in the report's folder, where there is one.
    """
    notes = report.folder / CATATAN
    return render(
        "site/kamus-data.md.j2",
        laporan=report,
        catatan=notes.read_text(encoding="utf-8").strip() if notes.exists() else "",
        kamus=dictionary_markdown(report),
    )


def dictionary_markdown(report: Report) -> str:
    """The dictionary of a report: its sheets, and every column of its frames.

    That of the first report is the generated part of ``data/README.md``.
    """
    sheets = ["### Lembar lampiran", "", _sheet_table(report), ""]
    parts = [*sheets, f"### Bingkai `lkj.load({report.tahun})`"]
    for name, frame in frames_of(report).items():
        rows = [
            f"| `{c.nama}` | {c.tipe} | {c.satuan or '–'} | {c.keterangan} |" for c in frame.kolom
        ]
        parts += [
            "",
            f"**`data.{name}`**: satu baris = {frame.baris}",
            "",
            "| kolom | tipe | satuan | arti |",
            "|---|---|---|---|",
            *rows,
        ]
    return "\n".join(parts)


def _sheet_table(report: Report) -> str:
    rows = ["| berkas | lembar | kolom (judul di lembar) | dari laporan |", "|---|---|---|---|"]
    ledger = KLAIM if has_ledger(report) else ()
    for table in (*tables_of(report).values(), *ledger):
        columns = ", ".join(column.judul for column in table.kolom)
        rows.append(f"| `{table.berkas}` | {table.lembar} | {columns} | {table.sumber} |")
    return "\n".join(rows)


def sidik_jari(data: Data) -> pd.DataFrame:
    """Workbooks of the year with their sheets and the first 12 digits of their fingerprint.

    It is the SHA-256 of what the sheets hold, and stays when a workbook is only saved again.
    The ledger, out of which the differences from the report come, is among them where the year
    has one.

    Returns
    -------
    DataFrame
        berkas, lembar, sha256; the last row names the version of lkjlib.

    Examples
    --------
    >>> from lkjlib import load
    >>> sidik_jari(load(2019))["berkas"].tolist()[0]
    'kinerja.xlsx'
    """
    books: dict[str, list[str]] = {}
    for table in (*tables_of(data.laporan).values(), *KLAIM):
        books.setdefault(table.berkas, []).append(table.lembar)
    rows = [
        (
            berkas,
            ", ".join(sheets),
            _fingerprint(data.folder / berkas)[:12],
        )
        for berkas, sheets in books.items()
        if (data.folder / berkas).exists()
    ]
    rows.append(("lkjlib", f"versi {__version__}", ""))
    return pd.DataFrame(rows, columns=["berkas", "lembar", "sha256"])


def _fingerprint(path: Path) -> str:
    return fingerprint_of(path.resolve(), sha256(path.read_bytes()).hexdigest())


SUMBER = Exhibit(
    "laporan.sumber",
    "Buku kerja sumber dan sidik jarinya",
    sidik_jari,
    (
        Kolom("berkas", "Berkas"),
        Kolom("lembar", "Lembar"),
        Kolom("sha256", "Sidik jari isi (awal SHA-256)"),
    ),
    sumber="berkas di data/{laporan}",
    lembar="Sidik jari",
)
