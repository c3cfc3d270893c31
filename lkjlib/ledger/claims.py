"""The ledger: every statement of the report, recomputed and judged.

A claim of kind angka or kata is decided by a measure; only nalar, which lies beyond the data,
carries a reasoned verdict in the sheet, and `dasar` shows which is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd

from lkjlib.annexes.check import check_table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.read import read_rows
from lkjlib.data import Data, Entry, Row
from lkjlib.errors import AnnexError, Fault
from lkjlib.excel.workbook import open_workbook
from lkjlib.ledger.judging import SLOT, judge, read_printed
from lkjlib.ledger.measures import Measure, measures
from lkjlib.ledger.measures.andaian import BARU, if_printed
from lkjlib.ledger.measures.measure import by_key
from lkjlib.ledger.sections import BAGIAN, SAMPUL, is_place
from lkjlib.ledger.tables import KLAIM
from lkjlib.numbers.compare import VONIS

BERKAS = "klaim.xlsx"
_MEASURE = "ukuran yang ada di lkj.ukuran"
Wrong = tuple[Entry, str, str]  # cell, found, expected
JENIS = ("angka", "kata", "nalar")
KONSEKUENSI = {
    "vonis": "mengubah vonis atau kategori",
    "angka": "angka salah atau tidak persis",
    "antartabel": "tabel tidak sejalan",
    "inferensi": "kesimpulan tidak didukung",
    "bentuk": "bentuk dan penulisan",
}


def klaim(data: Data) -> pd.DataFrame:
    """Judge every statement of the report.

    Returns
    -------
    DataFrame
        One row per statement: kode, baris (line of the text edition), bagian, tabel,
        pernyataan, tercetak, dihitung (as text, Indonesian), vonis, selisih (printed minus
        computed), penjelasan, saran (the sentence a reviser would print), dasar ("hitungan"
        or "nalar"), ukuran, satuan, konsekuensi, temuan (number of the shared fault),
        catatan (the auditor's note, such as which data would settle an open statement).

    Raises
    ------
    AnnexError
        When klaim.xlsx is missing, damaged, or names a measure that does not exist.

    Examples
    --------
    >>> from lkjlib import load
    >>> ledger = klaim(load(2019))
    >>> ledger.query("tercetak == '332'")[["dihitung", "vonis"]].iloc[0].tolist()
    ['458', 'tidak cocok']
    """
    return _judged(data).copy()


@lru_cache(maxsize=4)
def _judged(data: Data) -> pd.DataFrame:
    return judge_rows(sound_tables(data)["klaim.Klaim"], known_measures(data))


@lru_cache(maxsize=4)
def sound_tables(data: Data) -> dict[str, TableRows]:
    """The tables of the ledger, every name in them known; else an AnnexError with the cells."""
    tables = ledger_tables(data)
    faults = broken_ledger(tables, known_measures(data))
    if faults:
        raise AnnexError(faults)
    return tables


@lru_cache(maxsize=4)
def known_measures(data: Data) -> dict[str, Measure]:
    """The measures of a year, those that follow from the ledger included; computed once."""
    return ledger_measures(data, ledger_tables(data)["klaim.Klaim"])


@lru_cache(maxsize=4)
def ledger_tables(data: Data) -> dict[str, TableRows]:
    """The tables of the ledger that belongs to a year's data, read once."""
    return read_ledger(data.folder)


def ledger_measures(data: Data, table: TableRows) -> dict[str, Measure]:
    """Measures of the frames, and those that follow from what the report prints elsewhere."""
    known = measures(data)
    return {**known, **_what_if(table, known)}


def read_ledger(folder: Path) -> dict[str, TableRows]:
    """The tables of klaim.xlsx, checked.

    Raises
    ------
    AnnexError
        Lists every fault.
    """
    tables, faults = read_ledger_checked(folder)
    if any(fault.tingkat == "galat" for fault in faults):
        raise AnnexError(faults)
    return tables


def read_ledger_checked(folder: Path) -> tuple[dict[str, TableRows], list[Fault]]:
    """The tables of klaim.xlsx (none when it does not open) with every fault in them."""
    try:
        book = open_workbook(Path(folder) / BERKAS)
    except AnnexError as error:
        return {}, list(error.faults)
    tables = {table.nama: read_rows(book, table) for table in KLAIM}
    return tables, [f for t in tables.values() for f in (*t.faults, *check_table(t))]


def judge_rows(table: TableRows, known: Mapping[str, Measure]) -> pd.DataFrame:
    """Ledger out of the rows of sheet Klaim and the measures."""
    faults = broken_rows(table, known)
    if faults:
        raise AnnexError(faults)
    rows = [judge({name: entry.nilai for name, entry in row.items()}, known) for row in table.rows]
    return pd.DataFrame(rows)


def _what_if(table: TableRows, known: Mapping[str, Measure]) -> dict[str, Measure]:
    """Measures that follow from a printed count which contradicts its table."""
    for row in table.rows:
        if row["ukuran"].nilai == BARU:
            printed = int(read_printed(row["tercetak"].nilai).value)
            if printed != known[BARU].nilai:
                return dict(by_key(if_printed(known, printed)))
    return dict(by_key(if_printed(known, known[BARU].nilai)))


def broken_ledger(tables: Mapping[str, TableRows], known: Mapping[str, Measure]) -> list[Fault]:
    """What `broken_rows` finds in sheet Klaim, and its like in the sheets Temuan and Angka."""
    rows = [("Temuan", row) for row in tables["klaim.Temuan"].rows]
    rows += [("Angka", row) for row in tables["klaim.Angka"].rows]
    faults = {"Temuan": lambda row: _unknown_slots(row["judul"], known), "Angka": _unknown_number}
    return [
        *broken_rows(tables["klaim.Klaim"], known),
        *(_broken(sheet, *fault) for sheet, row in rows for fault in faults[sheet](row)),
    ]


def broken_rows(table: TableRows, known: Mapping[str, Measure]) -> list[Fault]:
    """Cells of sheet Klaim that name an unknown kind, place, measure, verdict or consequence."""
    return [_broken("Klaim", *wrong) for row in table.rows for wrong in _wrong_cells(row, known)]


def _broken(lembar: str, entry: Entry, found: str, wanted: str) -> Fault:
    return Fault("galat", BERKAS, lembar, entry.sel, found, wanted, "Betulkan sel itu.")


def _unknown_slots(entry: Entry, known: Mapping[str, Measure]) -> Iterator[Wrong]:
    for match in SLOT.finditer(entry.nilai or ""):
        if match.group(1) not in known:
            yield entry, match.group(0), _MEASURE


def _unknown_place(entry: Entry) -> Iterator[Wrong]:
    if entry.nilai and not is_place(entry.nilai):
        starts = ", ".join(start.strip() for starts in BAGIAN.values() for start in starts)
        yield entry, entry.nilai, f"nama bagian yang berawal: {starts}"


def _unknown_number(row: Row) -> Iterator[Wrong]:
    if row["bagian"].nilai != SAMPUL:
        yield from _unknown_place(row["bagian"])


def _wrong_cells(row: Row, known: Mapping[str, Measure]) -> Iterator[Wrong]:
    if row["ukuran"].nilai and row["ukuran"].nilai not in known:
        yield row["ukuran"], str(row["ukuran"].nilai), _MEASURE
    yield from _unknown_place(row["bagian"])
    for name in ("alasan", "saran"):
        yield from _unknown_slots(row[name], known)
    verdicts = VONIS if row["jenis"].nilai == "nalar" else (None,)
    for name, words in (
        ("jenis", JENIS),
        ("konsekuensi", (None, *KONSEKUENSI)),
        ("vonis_nalar", verdicts),
    ):
        if row[name].nilai not in words:
            yield (
                row[name],
                str(row[name].nilai or ""),
                " atau ".join(str(w or "kosong") for w in words),
            )
