"""Is every number that the report prints explained: by an annex cell, a claim, or as reference?"""

import re
from functools import lru_cache
from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.excel.workbook import Workbook, open_workbook
from lkjlib.ledger.claims import ledger_tables
from lkjlib.ledger.judge import sound_tables
from lkjlib.ledger.sections import SAMPUL, section_of, sections_in
from lkjlib.numbers.format import bulatkan
from lkjlib.numbers.parse import parse_printed

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATIVE = re.compile(rf"(?<![\w.,)])[-−]{NUMBER.pattern}")


def angka(data: Data) -> pd.DataFrame:
    """Every number printed in the report, with its place and what explains it.

    Returns
    -------
    DataFrame
        baris, urutan, bagian, tabel, tercetak, jenis (data, klaim, acuan), rujukan,
        terjelaskan: an annex cell that holds that number, a claim that quotes it, or a
        reference of a named kind.

    Raises
    ------
    LkjError
        When a number refers to what is no cell of an annex.

    Examples
    --------
    >>> from lkjlib import load
    >>> angka(load(2019)).query("tercetak == '332'")[["jenis", "rujukan"]].iloc[0].tolist()
    ['klaim', 'W018']
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
    books = _Books(data.folder)
    frame = pd.DataFrame(rows)
    frame["terjelaskan"] = [
        _explained(row, claims, books) for row in frame.to_dict(orient="records")
    ]
    return frame


def cakupan(data: Data) -> float:
    """Share of the report's printed numbers that are explained [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> cakupan(load(2019))
    100.0
    """
    return float(angka(data)["terjelaskan"].mean() * 100)


def cakupan_per_bagian(data: Data) -> pd.DataFrame:
    """Printed numbers by section, and what explains them.

    Returns
    -------
    DataFrame
        bagian, data, klaim, acuan, jumlah [numbers], terjelaskan [percent].

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
    table = pd.crosstab(places, frame["jenis"]).reindex(columns=["data", "klaim", "acuan"])
    table = table.reindex([b for b in (SAMPUL, *sections) if b in table.index]).fillna(0)
    explained = frame.groupby(places)["terjelaskan"].mean() * 100
    return (
        table.astype("int64")
        .assign(jumlah=table.sum(axis=1).astype("int64"), terjelaskan=explained)
        .rename_axis(index="bagian", columns=None)
        .reset_index()
    )


class _Books:
    """Annex workbooks opened once, cells by address ``file!sheet!cell``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._books: dict[str, Workbook] = {}

    def value(self, address: str) -> object:
        try:
            berkas, lembar, sel = address.split("!")
            if berkas not in self._books:
                self._books[berkas] = open_workbook(self._folder / berkas)
            return self._books[berkas].sheets[lembar].at(sel)
        except (ValueError, KeyError):
            raise LkjError(f"'{address}' bukan alamat sel lampiran.") from None


def _explained(row: dict, claims: dict[str, tuple[int, str]], books: _Books) -> bool:
    if row["jenis"] == "acuan":
        return bool(row["rujukan"])
    if row["jenis"] == "klaim":
        line, printed = claims.get(row["rujukan"], (None, ""))
        return line == row["baris"] and _quotes(printed, row["tercetak"])
    return holds(books.value(row["rujukan"]), row["tercetak"])


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
        return _quotes(value, text)
    if value is None or isinstance(value, bool):
        return False
    printed = parse_printed(text)
    return bulatkan(value, printed.decimals) == printed.value


def _quotes(text: str, number: str) -> bool:
    """Does a text hold a printed number, with or without its sign?"""
    return number in (*NUMBER.findall(text), *_NEGATIVE.findall(text))
