"""The workbook of computed tables: a list with links, then every table that has a sheet."""

from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.absent import EMPTY, sentences, tried
from lkjlib.products.catalogue import exhibits
from lkjlib.products.workbook.writer import Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi, Kolom

INDEX = "Daftar"
_NOTES = (
    "Angka tercetak dan angka hitungan berdampingan; yang tercetak tidak pernah diganti.",
    "Persen ditulis sebagai angka persen (23,48 berarti 23,48 %); selisih dua persen adalah "
    "poin persen. Sel kosong: laporan tidak mencetaknya atau tidak dapat dihitung.",
    "Pembulatan setengah ke atas hanya pada tampilan; sel menyimpan nilai penuh.",
    "Jumlah dan angka yang dapat diikuti dari sel lain adalah rumus; judul kolomnya dicetak "
    "miring. Tautan pada sel A3 setiap lembar kembali ke daftar ini.",
)


def write_workbook(data: Data, path: Path) -> dict[str, str]:
    """Write the computed tables as one workbook, a sheet each, with an index and notes.

    Returns
    -------
    dict
        Sheets that the report's annexes do not give, by name, and why; the index says it too.

    Raises
    ------
    OSError
        When the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from lkjlib import load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_workbook(load(2019), Path(folder) / "lkj-2019.xlsx")
    {}
    """
    title = f"Tabel hitungan {data.laporan.judul}"
    left_out: dict[str, str] = {}
    sheets = [Lembar(nama, isi, kembali=INDEX) for nama, isi in sheets_of(data, left_out).items()]
    notes = (*_NOTES, *sentences(data.laporan, left_out))
    path.write_bytes(workbook_bytes(title, [_index(title, sheets, notes), *sheets]))
    return left_out


def sheets_of(data: Data, left_out: dict[str, str] | None = None) -> dict[str, Isi]:
    """The sheets of a report by name: the exhibits that name one, in the order of the themes.

    Parameters
    ----------
    data : the report's data.
    left_out : where it notes the sheets that the annexes do not give, and why.

    Examples
    --------
    >>> from lkjlib import load
    >>> next(iter(sheets_of(load(2019))))
    'Ringkasan'
    """
    left_out = {} if left_out is None else left_out
    found = {}
    for exhibit in (one for one in exhibits(data).values() if one.lembar):
        isi = tried(left_out, exhibit.lembar, exhibit.isi, data)
        if isi is not None and isi.frame.empty:
            left_out[exhibit.lembar] = EMPTY
        elif isi is not None:
            found[exhibit.lembar] = isi
    return found


def _index(title: str, sheets: list[Lembar], notes: tuple[str, ...]) -> Lembar:
    """The list of the sheets, each with a link."""
    rows = [(sheet.nama, sheet.isi.judul, sheet.isi.sumber) for sheet in sheets]
    columns = (Kolom("lembar", "Lembar"), Kolom("isi", "Isi"), Kolom("sumber", "Sumber"))
    frame = pd.DataFrame(rows, columns=[column.nama for column in columns])
    links = [f"internal:'{nama}'!A1" for nama in frame["lembar"]]
    return Lembar(INDEX, Isi(title, frame, columns), notes, tautan={"lembar": links})
