"""A report of an invented office, small enough to see at a glance, for tests to alter."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

LAPORAN = """\
tahun = 2031
dinas = "Dinas Contoh"
wilayah = "Kota Contoh"
wilayah_pendek = "Contoh"
dokumen = "LAKIP"
tahun_tren = [2030, 2031, 2032]
tema = ["anggaran"]
[skala]
nama = "contoh"
pita = [
  {kategori = "Sangat Baik", kode = "SB", di_atas = 100},
  {kategori = "Baik", kode = "B", mulai = 80},
  {kategori = "Kurang", kode = "K"},
]
"""
INDIKATOR = [
    ["Kode", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Rumus", "Polaritas", "Hitungan"],
    ["lpk", "Pelatihan", "Jumlah LPK", "LPK", "positif", "positif", None],
    ["kasus", "Hubungan", "Penyelesaian kasus", "persen", "positif", "positif", None],
    ["turun", "Norma", "Penurunan kecelakaan", "persen", "positif", "positif", None],
]
CAPAIAN = [
    ["Kode", "Indikator Kinerja", 2030, None, None, 2031, None, None, None, 2032],
    [None, None, "Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian", "Kategori",
     "Target"],
    ["lpk", "Jumlah LPK", None, 45, None, 30, 21, 70, "Kurang", 30],
    ["kasus", "Penyelesaian kasus", 60, 94, None, 65, 90.7, 139.54, "Sangat Baik", 70],
    ["turun", "Penurunan kecelakaan", 10, 28.35, None, 19.14, -7.2, -37.6, "Kurang", 23.68],
]  # fmt: skip
BELANJA = [
    ["No", "Uraian", "Tahun 2031", None, None],
    [None, None, "Anggaran", "Realisasi", "%"],
    ["1.", "Belanja Tidak Langsung", 60, 57, 95],
    ["2.", "Belanja Langsung", 200, 150, 75],
    [None, "JUMLAH", 260, 207, 79.6],
]
PROGRAM = [
    ["Kode", "Program / Kegiatan", "Anggaran", None, "Presentasi (%)"],
    [None, None, "Alokasi", "Realisasi", "Anggaran"],
    ["29", "Program Data", 120, 90, 75],
    ["29.01", "Penyebaran data", 20, 15, 75],
    ["29.2", "Pengumpulan data", 100, 75, 75],
    ["101", "Program Kerja", 80, 60, 75],
    ["101.01", "Bursa kerja", 80, 60, 75],
    [None, "TOTAL", 200, 150, 75],
]
SHEETS = {
    "kinerja.xlsx": {"Indikator": INDIKATOR, "Capaian": CAPAIAN},
    "anggaran.xlsx": {"Belanja": BELANJA, "Program Kegiatan": PROGRAM},
}


def write_report(folder: Path, laporan: str = LAPORAN, **sheets: Rows | None) -> Path:
    """Write the report; sheets given by name (spaces as underscores) replace or join its own.

    One that is None is left out. Every number shows as many decimals as it has.
    """
    (folder / "laporan.toml").write_text(laporan, encoding="utf-8")
    given = {name.replace("_", " "): rows for name, rows in sheets.items()}
    for berkas, own in SHEETS.items():
        known = {**own, **{n: rows for n, rows in given.items() if _belongs(n) == berkas}}
        _write(folder / berkas, {name: rows for name, rows in known.items() if rows})
    return folder


def _belongs(lembar: str) -> str:
    of_budget = lembar in ("Belanja", "Program Kegiatan", "Anggaran Sasaran")
    return "anggaran.xlsx" if of_budget else "kinerja.xlsx"


def _write(path: Path, sheets: Mapping[str, Rows]) -> None:
    book = Workbook()
    book.remove(book.active)
    for lembar, rows in sheets.items():
        sheet = book.create_sheet(lembar)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def altered(rows: Rows, **cells: object) -> list[list[object]]:
    """The rows with some cells changed (``C3=21``), longer where a cell lies beyond them."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for sel, value in cells.items():
        book.active[sel] = value
    return [list(row) for row in book.active.iter_rows(values_only=True)]
