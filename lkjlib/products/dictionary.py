"""The data dictionary, generated from the declarations of annexes and frames."""

import pandas as pd

from lkjlib.ledger.tables import EVERY_TABLE
from lkjlib.themes import FRAMES


def kamus() -> pd.DataFrame:
    """Every column of every frame that `load` returns.

    Returns
    -------
    DataFrame
        bingkai, kolom, tipe (of pandas), satuan, keterangan.

    Examples
    --------
    >>> kamus().query("bingkai == 'koperasi'")["kolom"].tolist()
    ['kelompok', 'aktif', 'tidak_aktif', 'total']
    """
    return pd.DataFrame(
        [
            (name, column.nama, column.tipe, column.satuan, column.keterangan)
            for name, frame in FRAMES.items()
            for column in frame.kolom
        ],
        columns=["bingkai", "kolom", "tipe", "satuan", "keterangan"],
    )


def dictionary_markdown() -> str:
    """The dictionary as the generated part of ``data/README.md``."""
    parts = ["### Lembar lampiran", "", _sheet_table(), "", "### Bingkai `lkj.load(2019)`"]
    for name, frame in FRAMES.items():
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


def _sheet_table() -> str:
    rows = ["| berkas | lembar | kolom (judul di lembar) | dari laporan |", "|---|---|---|---|"]
    for table in EVERY_TABLE.values():
        columns = ", ".join(column.judul for column in table.kolom)
        rows.append(f"| `{table.berkas}` | {table.lembar} | {columns} | {table.sumber} |")
    return "\n".join(rows)
