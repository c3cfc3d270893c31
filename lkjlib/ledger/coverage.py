"""Is every number that the report prints explained, and by what?

By an annex cell that was typed from it, by a statement of the ledger, or as a reference (a law, a
date, the number of a list). That a number is explained says nothing yet of whether it was tested:
`dasar` does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pandas as pd

from lkjlib.annexes.entries import TableRows
from lkjlib.data import Data, Row
from lkjlib.errors import Fault, LkjError, explain_unknown
from lkjlib.excel.workbook import Books, Sheet
from lkjlib.ledger.basis import DARI_SINI, DASAR, TIDAK_TERCAKUP
from lkjlib.ledger.claims import BERKAS, ledger_tables, quotes
from lkjlib.ledger.judge import klaim, sound_tables
from lkjlib.ledger.sections import SAMPUL, section_of, sections_in
from lkjlib.numbers.format import bulatkan, quote_angka
from lkjlib.numbers.parse import as_printed, parse_printed

ACUAN = "acuan"
MACAM = (*DASAR, ACUAN)  # what a printed number is covered by, the strongest first
_Place = tuple[int, str]  # line, number as printed


def angka(data: Data) -> pd.DataFrame:
    """Every number printed in the report, with its place and what explains it.

    Returns
    -------
    DataFrame
        baris, urutan, bagian, tabel, tercetak, jenis (data, klaim, acuan), rujukan,
        terjelaskan: an annex cell that holds that number, a claim that quotes it, or a
        reference of a named kind; dasar: what was done with it, one of `MACAM`.

    Raises
    ------
    LkjError
        When a number refers to what is no cell of an annex.

    Examples
    --------
    >>> from lkjlib import load
    >>> numbers = angka(load(2019)).query("tercetak == '332'")
    >>> numbers[["jenis", "rujukan", "dasar"]].iloc[0].tolist()
    ['klaim', 'W018', 'dihitung ulang']
    """
    return _explained_numbers(data).copy()


@lru_cache(maxsize=4)
def _explained_numbers(data: Data) -> pd.DataFrame:
    tables = ledger_tables(data)
    rows = [{k: e.nilai for k, e in row.items()} for row in tables["klaim.Angka"].rows]
    claims = {
        row["kode"].nilai: (row["baris"].nilai, row["tercetak"].nilai)
        for row in tables["klaim.Klaim"].rows
    }
    books, judged = Books(data.folder), _bases(klaim(data))
    frame = pd.DataFrame(rows)
    records = frame.to_dict(orient="records")
    frame["terjelaskan"] = [_explained(row, claims, books) for row in records]
    explained = zip(records, frame["terjelaskan"], strict=True)
    frame["dasar"] = [_basis(row, judged) if known else TIDAK_TERCAKUP for row, known in explained]
    return frame.drop(columns="draf", errors="ignore")


def _bases(ledger: pd.DataFrame) -> Mapping[int, list[_Place]]:
    """Per line: the statements' printed words, each with what its verdict rests on."""
    found = defaultdict(list)
    for baris, tercetak, dasar in zip(
        ledger["baris"], ledger["tercetak"], ledger["dasar"], strict=True
    ):
        found[baris].append((tercetak, dasar))
    return found


def _basis(row: dict, judged: Mapping[int, list[_Place]]) -> str:
    """What was done with a number: the most that a statement about it at its place rests on."""
    if row["jenis"] == ACUAN:
        return ACUAN
    about = [dasar for text, dasar in judged.get(row["baris"], ()) if quotes(text, row["tercetak"])]
    if row["jenis"] == "data":
        about.append(DARI_SINI)
    return min(about, key=MACAM.index)


def cakupan(data: Data, dasar: str | None = None) -> float:
    """Share of the report's printed numbers that are explained [percent].

    Parameters
    ----------
    data : the report's data.
    dasar : of those that are covered so only: "dihitung ulang", "cetakan lain", "diketik dari
        sini", "dinalar", "tidak tercakup", "acuan".

    Raises
    ------
    LkjError
        When there is no such kind.

    Examples
    --------
    >>> from lkjlib import load
    >>> data = load(2019)
    >>> cakupan(data), round(cakupan(data, "dihitung ulang"), 1)
    (100.0, 16.8)
    """
    numbers = angka(data)
    if dasar is None:
        return float(numbers["terjelaskan"].mean() * 100)
    if dasar not in MACAM:
        raise LkjError(explain_unknown("dasar", dasar, MACAM))
    return float((numbers["dasar"] == dasar).mean() * 100)


def cakupan_per_bagian(data: Data) -> pd.DataFrame:
    """Printed numbers by section, and what was done with them.

    Returns
    -------
    DataFrame
        bagian, one column per kind of `MACAM`, jumlah [numbers], terjelaskan [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> cakupan_per_bagian(load(2019))["jumlah"].sum()
    np.int64(1442)
    """
    sound_tables(data)  # a place that no section holds is a finding
    frame = angka(data)
    sections = sections_in(data.laporan)
    places = frame["bagian"].map(lambda b: SAMPUL if b == SAMPUL else section_of(b, sections))
    table = pd.crosstab(places, frame["dasar"]).reindex(columns=list(MACAM))
    table = table.reindex([b for b in (SAMPUL, *sections) if b in table.index]).fillna(0)
    explained = frame.groupby(places)["terjelaskan"].mean() * 100
    return (
        table.astype("int64")
        .assign(jumlah=table.sum(axis=1).astype("int64"), terjelaskan=explained)
        .rename_axis(index="bagian", columns=None)
        .reset_index()
    )


def altered_cells(books: Books, table: TableRows) -> list[Fault]:
    """A warning for each annex cell that no longer holds the number printed at its place.

    Either the cell or sheet Angka is wrong: the report's own page tells which. A number that
    only stands elsewhere on its sheet, as when a row was put in above it, is not missed; nor is
    what a formula gives that no program has calculated yet, or a sheet of another name.

    Parameters
    ----------
    books : of the annexes.
    table : sheet Angka.
    """
    by_sheet = defaultdict(list)
    for row in table.rows:
        if row["jenis"].nilai == "data":
            by_sheet[row["rujukan"].nilai.rpartition("!")[0]].append(row)
    found = []
    for address, rows in by_sheet.items():
        berkas, _, lembar = address.partition("!")
        sheet = books.open(berkas).sheets.get(lembar) if books.has(berkas) else None
        found += _altered_on(sheet, rows) if sheet else []
    return found


def _altered_on(sheet: Sheet, rows: list[Row]) -> Iterator[Fault]:
    wrong = []
    for row in rows:
        cell = row["rujukan"].nilai.rpartition("!")[2]
        value, text = sheet.at(cell), row["tercetak"].nilai
        if cell not in sheet.uncalculated and not holds(value, text):
            wrong.append((row, value))
    if not wrong:
        return
    printed = {row["tercetak"].nilai for row, _ in wrong}
    values = [value for row in sheet.rows for value in row if value is not None]
    there = {text: sum(holds(value, text) for value in values) for text in printed}
    asked = Counter(row["tercetak"].nilai for row in rows)
    missed = sum(max(asked[text] - there[text], 0) for text in printed)
    if missed <= len(sheet.uncalculated):
        return
    for row, value in wrong:
        if there[row["tercetak"].nilai] < asked[row["tercetak"].nilai]:
            yield _altered(row, value)


def _altered(row: Row, value: object) -> Fault:
    place = ", ".join(row[name].nilai for name in ("bagian", "tabel") if row[name].nilai)
    return Fault(
        "peringatan",
        *row["rujukan"].nilai.split("!"),
        value if isinstance(value, str) else _shown(value),
        f"{row['tercetak'].nilai} (tercetak di {place}; {BERKAS}, Angka {row['rujukan'].sel})",
        "Cocokkan dengan laporan: isi sel seperti tercetak, atau betulkan lembar Angka.",
    )


def _shown(value: object) -> str:
    """A cell's number with all its decimals; "kosong" where there is none."""
    if value is None or isinstance(value, bool):
        return "kosong" if value is None else str(value)
    printed = as_printed(value)
    return quote_angka(value, printed.decimals)


def _value_at(books: Books, address: str) -> object:
    """The value of the cell at ``file!sheet!cell``."""
    try:
        berkas, lembar, sel = address.split("!")
        return books.open(berkas).sheets[lembar].at(sel)
    except (ValueError, KeyError):
        raise LkjError(f"'{address}' bukan alamat sel lampiran.") from None


def _explained(row: dict, claims: dict[str, tuple[int, str]], books: Books) -> bool:
    if isinstance(row.get("draf"), str):
        return False  # proposed by `lkj draft`, and nobody has looked at it yet
    if row["jenis"] == ACUAN:
        return bool(row["rujukan"])
    if row["jenis"] == "klaim":
        line, printed = claims.get(row["rujukan"], (None, ""))
        return line == row["baris"] and quotes(printed, row["tercetak"])
    return holds(_value_at(books, row["rujukan"]), row["tercetak"])


def holds(value: object, text: str) -> bool:
    """Does a cell hold a printed number: as its value, or within its text?

    Examples
    --------
    >>> holds(23.48, "23,48"), holds("> 10% s/d 20%", "20"), holds(458, "332")
    (True, True, False)
    >>> holds("turun −6,06 %", "−6,06"), holds("6,06 %", "−6,06"), holds("2017-2019", "-2019")
    (True, False, False)
    """
    if isinstance(value, str):
        return quotes(value, text)
    if value is None or isinstance(value, bool):
        return False
    printed = parse_printed(text)
    return bulatkan(value, printed.decimals) == printed.value
