"""The report a year later: made by `lkj new` from the frozen one, filled with invented figures.

The figures stand in tests/laporan/angka-2020.toml; what follows from them (balances, shares, the
budget by sasaran, what the report prints) is worked out here, from the sheets alone.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from places import LAPORAN

from lkjlib.cli import main
from lkjlib.data import Data
from lkjlib.loading import load
from lkjlib.numbers.format import format_angka
from lkjlib.rules.category import kategori

TAHUN = 2020
_FIRST, _LAST, _TOTAL = 8, 64, 65  # rows of the sheet Program Kegiatan
_RESULT = re.compile(r"(target|realisasi|capaian|kategori) (.+) (\d{4})")


@cache
def figures() -> Mapping:
    """What is typed in: workbook -> sheet -> upper left cell -> rows; `salah_cetak`."""
    return tomllib.loads((LAPORAN / f"angka-{TAHUN}.toml").read_text("utf-8"))


def make_blank(folder: Path) -> Path:
    """The report of 2020 as `lkj new` leaves it."""
    assert main(["new", str(folder), "--dari", str(LAPORAN / "data" / str(TAHUN - 1))]) == 0
    return folder


def fill(folder: Path) -> Path:
    """Type the figures into the blanks of `make_blank`, as somebody at the office would."""
    for berkas, sheets in figures().items():
        if berkas.endswith(".xlsx"):
            book = load_workbook(folder / berkas)
            for lembar, blocks in sheets.items():
                for sel, rows in blocks.items():
                    _type_block(book[lembar], sel, rows)
            if "Program Kegiatan" in book.sheetnames:
                _follow_budget(book)
            book.save(folder / berkas)
    _fill_ledger(folder)
    return folder


def _type_block(sheet: Worksheet, sel: str, rows: list[list]) -> None:
    first = sheet[sel]
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            place = sheet.cell(first.row + down, first.column + right)
            assert place.value is None, f"{sheet.title}!{place.coordinate} is filled in already"
            place.value = value
            if isinstance(value, float) and place.number_format == "0":
                place.number_format = "0.00"  # last year's was whole; who types it sees it rounded


def _follow_budget(book) -> None:
    """Balances and shares of every row; the kegiatan and programmes that other sheets repeat."""
    sheet = book["Program Kegiatan"]
    spent, programmes, own = {}, [], []
    for row in range(_LAST, _FIRST - 1, -1):
        budget, done = sheet[f"C{row}"].value, sheet[f"D{row}"].value
        if isinstance(budget, int):
            sheet[f"E{row}"] = budget - done
            own.append((budget, done))
            spent[sheet[f"B{row}"].value] = (budget, done, budget - done)
        elif budget:  # a formula: the sum of what was met since the last one
            sums = tuple(map(sum, zip(*own, strict=True)))
            programmes.append((row, sums))
            _share(sheet, row, sums)
            own = []
        if isinstance(budget, int):
            _share(sheet, row, (budget, done))
    total = tuple(map(sum, zip(*(sums for _, sums in programmes), strict=True)))
    _share(sheet, _TOTAL, total)
    _follow_kinds(book["Belanja"], total)
    _follow_sasaran(book["Anggaran Sasaran"], spent)
    agreed = [sums[0] for row, sums in reversed(programmes) if row > 31]  # those of a sasaran
    for place, budget in zip((7, 8, 9, 6, 10, 11, 12), agreed, strict=True):
        book["Perjanjian Kinerja"][f"D{place}"] = budget


def _share(sheet: Worksheet, row: int, sums: tuple[int, int]) -> None:
    sheet[f"F{row}"], sheet[f"G{row}"] = _percent(*sums), 100


def _percent(budget: int, done: int) -> float:
    return round(done / budget * 100, 2)


def _follow_kinds(sheet: Worksheet, total: tuple[int, int]) -> None:
    """Goods and services are what is left of the budget; shares of both groups."""
    for column, amount in zip("CD", total, strict=True):
        sheet[f"{column}11"] = amount - sheet[f"{column}10"].value - sheet[f"{column}12"].value
    sheet["E7"], sheet["E9"] = _percent(sheet["C8"].value, sheet["D8"].value), _percent(*total)


def _follow_sasaran(sheet: Worksheet, spent: Mapping[str, tuple[int, int, int]]) -> None:
    for row in range(6, 35):
        if re.fullmatch(r"\d+\.", str(sheet[f"A{row}"].value)):
            for column, amount in zip("CDE", spent[sheet[f"B{row}"].value], strict=True):
                sheet[f"{column}{row}"] = amount


def _fill_ledger(folder: Path) -> None:
    """What the report prints in the cells that `lkj new` has listed, and every number of them."""
    path = folder / "klaim.xlsx"
    book = load_workbook(path)
    wrong, data = figures()["salah_cetak"], load(path=folder)
    numbers = []
    for row in book["Klaim"].iter_rows(min_row=5):
        kode, baris, bagian, tabel, said, printed, unit = row[:7]
        if said.value:
            printed.value = _printed(data, said.value, unit.value)
            if said.value in wrong:
                printed.value, row[14].value = wrong[said.value], 1
            if printed.value[-1].isdigit():
                place = (baris.value, 1, bagian.value, tabel.value)
                numbers.append((*place, printed.value, "klaim", kode.value))
    book["Temuan"].append([1, "angka", "TPT {kinerja.realisasi.tpt.ini}, dicetak lain"])
    for number in numbers:
        book["Angka"].append(number)
    book.save(path)


def _printed(data: Data, said: str, unit: str | None) -> str:
    """A cell as the report prints it, looked up in the sheets by what the ledger says of it."""
    found = _RESULT.fullmatch(said)
    if found:
        return _printed_result(data, *found.groups())
    name, _, reference = said.partition(": ")
    if reference:
        rows = data.pembanding[data.pembanding["acuan"] == reference].set_index("kode")
        return format_angka(float(rows.loc[_code(data, name), "nilai"]), 2)
    what, _, program = said.partition(" ")
    rows = data.anggaran
    if program != "semua program":
        rows = rows[rows["program"] == program]
    assert len(rows), said
    sums = rows["alokasi"].sum(), rows["realisasi"].sum()
    amount = _percent(*sums) if what == "serapan" else sums[what == "realisasi"]
    return format_angka(amount, 0 if unit == "rupiah" else 2)


def _printed_result(data: Data, what: str, name: str, year: str) -> str:
    row = data.kinerja.set_index(["kode", "tahun"]).loc[(_code(data, name), int(year))]
    if what == "kategori":
        return kategori(row["capaian"], data.laporan.skala)
    return format_angka(float(row[what]), 2)


def _code(data: Data, name: str) -> str:
    return data.indikator.set_index("nama_pendek").loc[name, "kode"]
