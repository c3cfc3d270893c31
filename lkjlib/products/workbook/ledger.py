"""The ledger for the auditor: a workbook to filter and a CSV, every verdict with its cells."""

import re
from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.findings import alasan_temuan
from lkjlib.ledger.views import klaim_terlacak, ringkasan_klaim, tidak_teruji
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.products.csv_text import write_csv
from lkjlib.products.notebook import label_of
from lkjlib.products.workbook.writer import A3, Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi, Kolom

_FILL = {
    COCOK: "#E3EFE6",
    PEMBULATAN: "#EEF1F4",
    TIDAK_COCOK: "#F8DCCF",
    TIDAK_DIDUKUNG: "#F6E7C8",
    TIDAK_DAPAT_DIUJI: "#FFFFFF",
}
LAST_PRINTED = "saran"  # what follows is for sorting and tracing, on the screen
_SUMMARY = "Ringkasan"
_MEANINGS = (
    "hitungan: program membandingkan yang tercetak dengan ukuran dari lampiran; bila lampiran "
    "tidak memuat ukurannya, vonisnya tidak dapat diuji.",
    "nalar: vonis ditetapkan dengan membaca, karena pernyataannya (nama, sebab, rujukan) tidak "
    "dapat dihitung; alasannya ada pada lembar Klaim, kolom penjelasan dan catatan.",
    "Lembar Klaim mencetak kolom kode sampai saran. Kolom angka (tercetak angka, dihitung angka) "
    "untuk mengurutkan; kosong bila pernyataannya bukan angka.",
)
_CELL = re.compile(r"([\w.-]+\.xlsx)!([^!]+)!([A-Z]+\d+(?::[A-Z]+\d+)?)")


def write_ledger_csv(data: Data, path: Path) -> None:
    """Write the ledger as CSV; text stays text in a spreadsheet.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    table = klaim_terlacak(data)
    write_csv(path, table.columns, table.itertuples(index=False))


def write_ledger_workbook(data: Data, path: Path) -> None:
    """Write the ledger as a workbook: filters, frozen header, a colour per verdict, links.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    claims = klaim_terlacak(data)
    links = [_link(data, cells) for cells in claims["sel_lampiran"]]
    sheets = [
        _summary(data),
        _sheet(
            *("Klaim", f"Setiap pernyataan LKj {data.tahun} dan vonisnya", claims),
            tautan={"sel_lampiran": links},
            tercetak=LAST_PRINTED,
        ),
        _sheet("Temuan", "Temuan menurut akibat, satu alasan tiap baris", alasan_temuan(data)),
        _sheet(
            *("Tidak dapat diuji", "Pernyataan yang tidak dapat diuji dengan lampiran"),
            tidak_teruji(data),
        ),
    ]
    path.write_bytes(workbook_bytes(f"Klaim LKj {data.tahun}, dinilai", sheets))


def _summary(data: Data) -> Lembar:
    """How many statements have which verdict, where they come from, and what the words mean."""
    columns = (
        Kolom("vonis", "Vonis"),
        Kolom("hitungan", "Hitungan", jumlah=True),
        Kolom("nalar", "Nalar", jumlah=True),
        Kolom("jumlah", "Jumlah", rumus="hitungan + nalar", jumlah=True),
    )
    isi = Isi(
        f"Buku klaim: pernyataan Laporan Kinerja {data.tahun} dan vonisnya",
        ringkasan_klaim(data),
        columns,
        "\n".join(_MEANINGS),
        f"LKj {data.tahun}, dinilai terhadap lampiran di data/{data.tahun}; pernyataannya di "
        f"data/{data.tahun}/klaim.xlsx. Satuan: pernyataan",
        "Jumlah",
    )
    return Lembar(_SUMMARY, isi, warna={"vonis": _FILL})


def _sheet(nama: str, judul: str, frame: pd.DataFrame, **pilihan: object) -> Lembar:
    """A frame of the ledger as a sheet for wide paper."""
    columns = tuple(Kolom(str(n), label_of(str(n)).capitalize()) for n in frame.columns)
    isi = Isi(judul, frame, columns)
    return Lembar(nama, isi, kembali=_SUMMARY, warna={"vonis": _FILL}, kertas=A3, **pilihan)


def _link(data: Data, asal: str) -> str:
    """Where the first cell behind a verdict stands, as seen from the built workbook."""
    cell = _CELL.search(asal)
    if cell is None:
        return ""
    berkas, lembar, sel = cell.groups()
    return f"external:../data/{data.tahun}/{berkas}#'{lembar}'!{sel}"
