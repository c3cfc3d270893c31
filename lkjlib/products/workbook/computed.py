"""The workbook of computed tables: a list with links, then every table that has a sheet."""

from pathlib import Path

import pandas as pd

from lkjlib.data import Data
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


def write_workbook(data: Data, path: Path) -> None:
    """Write the computed tables as one workbook, a sheet each, with an index and notes.

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
    """
    title = f"Tabel hitungan LKj {data.tahun}"
    sheets = [Lembar(nama, isi, kembali=INDEX) for nama, isi in sheets_of(data).items()]
    path.write_bytes(workbook_bytes(title, [_index(title, sheets), *sheets]))


def sheets_of(data: Data) -> dict[str, Isi]:
    """The sheets of a report by name: the exhibits that name one, in the order of the themes.

    Examples
    --------
    >>> from lkjlib import load
    >>> next(iter(sheets_of(load(2019))))
    'Ringkasan'
    """
    return {e.lembar: e.isi(data) for e in exhibits().values() if e.lembar}


def _index(title: str, sheets: list[Lembar]) -> Lembar:
    """The list of the sheets, each with a link."""
    rows = [(sheet.nama, sheet.isi.judul, sheet.isi.sumber) for sheet in sheets]
    columns = (Kolom("lembar", "Lembar"), Kolom("isi", "Isi"), Kolom("sumber", "Sumber"))
    frame = pd.DataFrame(rows, columns=[column.nama for column in columns])
    links = [f"internal:'{nama}'!A1" for nama in frame["lembar"]]
    return Lembar(INDEX, Isi(title, frame, columns), _NOTES, tautan={"lembar": links})
