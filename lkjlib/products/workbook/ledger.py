"""The ledger for the auditor: a workbook to filter and a CSV, every verdict with its cells."""

import re
from dataclasses import replace
from pathlib import Path

from lkjlib.data import Data
from lkjlib.ledger.basis import DASAR
from lkjlib.ledger.exhibits import ALASAN, DAFTAR, TIDAK_TERUJI, VONIS
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.products.csv_text import write_csv
from lkjlib.products.workbook.writer import Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi

_FILL = {
    COCOK: "#E3EFE6",
    PEMBULATAN: "#EEF1F4",
    TIDAK_COCOK: "#F8DCCF",
    TIDAK_DIDUKUNG: "#F6E7C8",
    TIDAK_DAPAT_DIUJI: "#FFFFFF",
}
ON_PAPER = (  # in the order of reading; what follows is for sorting and tracing, on the screen
    "bagian",
    "tabel",
    "pernyataan",
    "tercetak",
    "dihitung",
    "vonis",
    "penjelasan",
    "saran",
)
_IN_CODE = ("ukuran",)  # keys of measures, which the CSV holds
_SUMMARY = "Ringkasan"
_MEANINGS = (
    *(f"{name}: {meaning}." for name, meaning in DASAR.items()),
    "Lembar Temuan: yang tidak terbukti, dikumpulkan menurut sebabnya. Lembar Klaim: setiap "
    "pernyataan, urut halaman laporan. Lembar Tidak dapat diuji: data apa yang memutuskannya.",
    "Lembar Klaim mencetak kolom bagian sampai saran; kolom sesudahnya untuk mengurutkan dan "
    "menelusuri di layar. Kolom angka kosong bila pernyataannya bukan angka.",
)
_CELL = re.compile(r"([\w.-]+\.xlsx)!([^!]+)!([A-Z]+\d+(?::[A-Z]+\d+)?)")


def write_ledger_csv(data: Data, path: Path) -> None:
    """Write the ledger as CSV; text stays text in a spreadsheet.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    table = DAFTAR.isi(data).frame
    write_csv(path, table.columns, table.itertuples(index=False))


def write_ledger_workbook(data: Data, path: Path) -> None:
    """Write the ledger as a workbook: filters, frozen header, a colour per verdict, links.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    claims = _as_read(DAFTAR.isi(data))
    links = [_link(data, cells) for cells in claims.frame["sel_lampiran"]]
    sheets = [
        _summary(data),
        _sheet("Temuan", ALASAN.isi(data)),
        _sheet("Klaim", claims, tautan={"sel_lampiran": links}, tercetak=ON_PAPER[-1]),
        _sheet("Tidak dapat diuji", TIDAK_TERUJI.isi(data)),
    ]
    path.write_bytes(workbook_bytes(f"Klaim {data.laporan.judul}, dinilai", sheets))


def _summary(data: Data) -> Lembar:
    """How many statements have which verdict, where they come from, and what the words mean."""
    folder = f"data/{data.laporan.nama}"
    isi = replace(
        VONIS.isi(data),
        judul=f"Buku klaim: pernyataan Laporan Kinerja {data.tahun} dan vonisnya",
        catatan="\n".join(_MEANINGS),
        sumber=f"{data.laporan.judul}, dinilai terhadap lampiran di {folder}; pernyataannya di "
        f"{folder}/klaim.xlsx. Satuan: pernyataan",
    )
    return Lembar(_SUMMARY, isi, warna={"vonis": _FILL})


def _as_read(isi: Isi) -> Isi:
    """The statements with the columns that are printed in front."""
    of_paper = {column.nama: column for column in isi.kolom}
    printed = [of_paper.pop(nama) for nama in ON_PAPER]
    behind = [column for nama, column in of_paper.items() if nama not in _IN_CODE]
    columns = (*printed, *behind)
    return replace(isi, kolom=columns, frame=isi.frame[[column.nama for column in columns]])


def _sheet(nama: str, isi: Isi, **pilihan: object) -> Lembar:
    """A table of the ledger as a sheet, its verdicts coloured."""
    return Lembar(nama, isi, kembali=_SUMMARY, warna={"vonis": _FILL}, **pilihan)


def _link(data: Data, asal: str) -> str:
    """Where the first cell behind a verdict stands, as seen from the built workbook."""
    cell = _CELL.search(asal)
    if cell is None:
        return ""
    berkas, lembar, sel = cell.groups()
    return f"external:../../data/{data.laporan.nama}/{berkas}#'{lembar}'!{sel}"
