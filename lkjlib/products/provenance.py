"""Where a year's figures come from: the workbooks and their fingerprints."""

from hashlib import sha256

import pandas as pd

from lkjlib import __version__
from lkjlib.data import Data
from lkjlib.ledger.tables import EVERY_TABLE
from lkjlib.themes import BERKAS


def sidik_jari(data: Data) -> pd.DataFrame:
    """Workbooks of the year with their sheets and the first 12 digits of their SHA-256.

    The ledger, out of which the differences from the report come, is among them where the year
    has one.

    Returns
    -------
    DataFrame
        berkas, lembar, sha256; the last row names the version of lkjlib.
    """
    books: dict[str, list[str]] = {}
    for table in EVERY_TABLE.values():
        books.setdefault(table.berkas, []).append(table.lembar)
    rows = [
        (
            berkas,
            ", ".join(sheets),
            sha256((data.folder / berkas).read_bytes()).hexdigest()[:12],
        )
        for berkas, sheets in books.items()
        if berkas in BERKAS or (data.folder / berkas).exists()
    ]
    rows.append(("lkjlib", f"versi {__version__}", ""))
    return pd.DataFrame(rows, columns=["berkas", "lembar", "sha256"])
