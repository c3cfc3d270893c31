"""The ledger: every statement of the report, recomputed and judged.

A claim of kind angka or kata is decided by a measure; only nalar, which lies beyond the data,
carries a reasoned verdict in the sheet, and `dasar` shows which is which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd

from lkjlib.annexes.klaim import KLAIM
from lkjlib.checks import check_table
from lkjlib.dataset import Data
from lkjlib.entries import TableRows
from lkjlib.errors import AnnexError, Finding, LkjError, ParseError
from lkjlib.formatting import format_angka
from lkjlib.measures import Measure, measures
from lkjlib.measures.andaian import BARU, if_printed
from lkjlib.measures.measure import by_key
from lkjlib.parse import Printed, parse_printed
from lkjlib.tables import read_rows
from lkjlib.verdicts import (
    COCOK,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    as_decimal,
    explain,
)
from lkjlib.workbook import open_workbook

BERKAS = "klaim.xlsx"
JENIS = ("angka", "kata", "nalar")
KONSEKUENSI = {
    "vonis": "mengubah vonis atau kategori",
    "angka": "angka salah",
    "antartabel": "tabel tidak sejalan",
    "inferensi": "kesimpulan tidak didukung",
    "bentuk": "bentuk dan penulisan",
}
_SLOT = re.compile(r"\{([a-z0-9_.]+)(?::(\d))?\}")
_KEPT = ["kode", "baris", "bagian", "tabel", "pernyataan", "tercetak"]


def klaim(data: Data) -> pd.DataFrame:
    """Judge every statement of the report.

    Returns
    -------
    DataFrame
        One row per statement: kode, baris (line of the text edition), bagian, tabel,
        pernyataan, tercetak, dihitung (as text, Indonesian), vonis, selisih (printed minus
        computed), penjelasan, saran (the sentence a reviser would print), dasar ("hitungan"
        or "nalar"), ukuran, satuan, konsekuensi, temuan (number of the shared finding).

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
    table = ledger_tables(data)["klaim.Klaim"]
    return judge_rows(table, ledger_measures(data, table))


@lru_cache(maxsize=4)
def ledger_tables(data: Data) -> dict[str, TableRows]:
    """The tables of the ledger that belongs to a year's data, read once."""
    return read_ledger(data.folder)


def ledger_measures(data: Data, table: TableRows) -> dict[str, Measure]:
    """Measures of the frames, and those that follow from what the report prints elsewhere."""
    known = measures(data)
    return {**known, **_what_if(table, known)}


def read_ledger(folder: Path) -> dict[str, TableRows]:
    """Both tables of klaim.xlsx, checked.

    Raises
    ------
    AnnexError
        Lists every finding.
    """
    book = open_workbook(Path(folder) / BERKAS)
    tables = {table.nama: read_rows(book, table) for table in KLAIM}
    findings = [f for t in tables.values() for f in (*t.findings, *check_table(t))]
    if any(finding.tingkat == "galat" for finding in findings):
        raise AnnexError(findings)
    return tables


def judge_rows(table: TableRows, known: Mapping[str, Measure]) -> pd.DataFrame:
    """Ledger out of the rows of sheet Klaim and the measures."""
    findings = _broken_rows(table, known)
    if findings:
        raise AnnexError(findings)
    rows = [_judge({name: entry.nilai for name, entry in row.items()}, known) for row in table.rows]
    return pd.DataFrame(rows)


def _what_if(table: TableRows, known: Mapping[str, Measure]) -> dict[str, Measure]:
    """Measures that follow from a printed count which contradicts its table."""
    for row in table.rows:
        if row["ukuran"].nilai == BARU:
            printed = int(read_printed(row["tercetak"].nilai).value)
            if printed != known[BARU].nilai:
                return dict(by_key(if_printed(known, printed)))
    return dict(by_key(if_printed(known, known[BARU].nilai)))


def _broken_rows(table: TableRows, known: Mapping[str, Measure]) -> list[Finding]:
    """Rows that name an unknown kind, measure or consequence, in `ukuran` or in a sentence."""
    findings = []
    for row in table.rows:
        keys = [row["ukuran"].nilai] if row["ukuran"].nilai else []
        for name in ("alasan", "saran"):
            keys += [m.group(1) for m in _SLOT.finditer(row[name].nilai or "")]
        faults = [(f"ukuran {k}", "ukuran yang ada di lkj.ukuran") for k in keys if k not in known]
        if row["jenis"].nilai not in JENIS:
            faults.append((str(row["jenis"].nilai), " atau ".join(JENIS)))
        if row["konsekuensi"].nilai not in (None, *KONSEKUENSI):
            faults.append((str(row["konsekuensi"].nilai), ", ".join(KONSEKUENSI)))
        findings += [
            Finding("galat", BERKAS, "Klaim", row["kode"].sel, found, wanted, "Betulkan baris itu.")
            for found, wanted in faults
        ]
    return findings


def _judge(row: dict, known: Mapping[str, Measure]) -> dict:
    measure = known.get(row["ukuran"]) if row["ukuran"] else None
    if row["jenis"] == "nalar":
        verdict, why, shown, gap = row["vonis_nalar"], "", "", None
    elif measure is None:
        verdict, why, shown, gap = TIDAK_DAPAT_DIUJI, "", "", None
    elif row["jenis"] == "angka":
        verdict, why, shown, gap = _judge_number(row, measure)
    else:
        verdict, why, shown, gap = _judge_word(row["tercetak"], measure)
    reasons = [why] if verdict == COCOK else [why, fill(row["alasan"] or "", known)]
    return {
        **{name: row[name] or "" for name in _KEPT},
        "dihitung": shown,
        "vonis": verdict,
        "selisih": gap,
        "penjelasan": " ".join(r for r in reasons if r),
        "saran": "" if verdict == COCOK else fill(row["saran"] or "", known),
        "dasar": "nalar" if row["jenis"] == "nalar" else "hitungan",
        "ukuran": row["ukuran"] or "",
        "satuan": row["satuan"] or "",
        "konsekuensi": row["konsekuensi"] or "",
        "temuan": row["temuan"],
    }


def _judge_number(row: dict, measure: Measure) -> tuple[str, str, str, float | None]:
    printed = read_printed(row["tercetak"])
    if measure.nilai is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    verdict, why = explain(printed.value, printed.decimals, measure.nilai, measure.dari_bulatan)
    exact = as_decimal(measure.nilai)
    places = printed.decimals
    if verdict != COCOK and exact != exact.to_integral_value():
        places = max(places, 2)
    return verdict, why, format_angka(exact, places), float(printed.value - exact)


def read_printed(text: str) -> Printed:
    """Number of a printed string; what stands around it is ignored.

    Raises
    ------
    LkjError
        When the string holds no readable number.

    Examples
    --------
    >>> read_printed("4 (empat)").value, read_printed("Rp. 268.285.418,-").value
    (Decimal('4'), Decimal('268285418'))
    """
    try:
        printed = parse_printed(text)
    except ParseError:
        match = re.search(r"\d+(?:[.,]\d+)*", text)
        printed = parse_printed(match.group(0)) if match else None
    if printed is None:
        raise LkjError(f"'{text}' tidak memuat angka yang dapat dibaca.")
    return printed


def _judge_word(text: str, measure: Measure) -> tuple[str, str, str, None]:
    if measure.nilai is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    same = _plain(text) == _plain(str(measure.nilai))
    return (COCOK if same else TIDAK_COCOK), "", str(measure.nilai), None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def fill(sentence: str, known: Mapping[str, Measure]) -> str:
    """A sentence with its ``{measure}`` or ``{measure:decimals}`` slots filled in."""

    def number(match: re.Match[str]) -> str:
        value = known[match.group(1)].nilai
        if value is None or isinstance(value, str):
            return value or "–"
        exact = as_decimal(value)
        whole = exact == exact.to_integral_value()
        return format_angka(exact, int(match.group(2) or (0 if whole else 2)))

    return _SLOT.sub(number, sentence)
